"""Peer: nomenklatura's logic-v2 on persons that have names only, all spellings given to it."""

from collections.abc import Sequence
from itertools import count

import numpy as np
from exchange import Cells, answer_all
from followthemoney import EntityProxy, model
from nomenklatura.matching import get_algorithm

LOGIC = get_algorithm("logic-v2")
CONFIG = LOGIC.default_config()


#: What it knows of an entity is remembered by its id, so no id may come twice.
NUMBERS = count()


def person(names: Sequence[str]) -> EntityProxy:
    entity = model.make_entity("Person")
    entity.id = f"person-{next(NUMBERS)}"
    entity.add("name", list(names))
    return entity


def score(queries: Cells, pool: Cells) -> np.ndarray:
    known = [person(names) for names in pool]
    asked = [person(names) for names in queries]
    return np.array([[LOGIC.compare(a, b, CONFIG).score for b in known] for a in asked])


if __name__ == "__main__":
    answer_all(score)
