"""Peer: anyascii, lower case, Jaro-Winkler."""

import re

import numpy as np
from anyascii import anyascii
from exchange import Cells, answer_all, best_of_spellings
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist


def plain(name: str) -> str:
    return " ".join(re.findall("[a-z0-9']+", anyascii(name).lower()))


def similar(queries: list[str], pool: list[str]) -> np.ndarray:
    return cdist([*map(plain, queries)], [*map(plain, pool)], scorer=JaroWinkler.similarity)


def score(queries: Cells, pool: Cells) -> np.ndarray:
    return best_of_spellings(queries, pool, similar)


if __name__ == "__main__":
    answer_all(score)
