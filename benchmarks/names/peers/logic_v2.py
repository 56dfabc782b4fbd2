"""Peer: nomenklatura's logic-v2 on persons that have names only, all spellings given to it."""

from collections.abc import Sequence

import numpy as np
from exchange import Cells, answer_all
from followthemoney import EntityProxy, model
from nomenklatura.matching import get_algorithm

LOGIC = get_algorithm("logic-v2")
CONFIG = LOGIC.default_config()


def person(at: str, names: Sequence[str]) -> EntityProxy:
    entity = model.make_entity("Person")
    entity.id = at
    entity.add("name", list(names))
    return entity


def score(queries: Cells, pool: Cells) -> np.ndarray:
    known = [person(f"pool-{at}", names) for at, names in enumerate(pool)]
    asked = [person(f"query-{at}", names) for at, names in enumerate(queries)]
    return np.array([[LOGIC.compare(a, b, CONFIG).score for b in known] for a in asked])


if __name__ == "__main__":
    answer_all(score)
