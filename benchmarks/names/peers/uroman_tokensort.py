"""Peer: uroman, lower case, rapidfuzz's ratio of the sorted tokens."""

import re
from functools import cache

import numpy as np
from exchange import Cells, answer_all, best_of_spellings
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist
from uroman import Uroman

ROMANISER = Uroman()


@cache
def plain(name: str) -> str:
    return " ".join(re.findall("[a-z0-9']+", str(ROMANISER.romanize_string(name)).lower()))


def similar(queries: list[str], pool: list[str]) -> np.ndarray:
    return cdist([*map(plain, queries)], [*map(plain, pool)], scorer=token_sort_ratio)


def score(queries: Cells, pool: Cells) -> np.ndarray:
    return best_of_spellings(queries, pool, similar)


if __name__ == "__main__":
    answer_all(score)
