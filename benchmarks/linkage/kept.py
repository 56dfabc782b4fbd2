"""Which lexemes are near, kept in the user's cache: for a large vocabulary that takes minutes."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import tidings.names
from tidings.linkage import slips
from tidings.linkage.people import Vocabulary

Neighbours = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "tidings-benchmarks"


def neighbours_of(vocabulary: Vocabulary) -> Neighbours:
    """As `vocabulary.neighbours()`; names and places are kept apart, so that a change to how
    places are read does not cost the names again."""
    both = [_of_kind(vocabulary, kind) for kind in ("name", "place")]
    a, b, score = (np.concatenate(column) for column in zip(*both, strict=True))
    return a, b, score


def _of_kind(vocabulary: Vocabulary, kind: str) -> Neighbours:
    tokens = sorted(token for each, token in vocabulary._ids if each == kind)
    ids = np.array([vocabulary._ids[kind, token] for token in tokens], np.int64)
    digest = hashlib.sha256("\n".join([_code(), kind, *tokens]).encode()).hexdigest()
    kept = CACHE / f"neighbours-{digest[:24]}.npz"
    if not kept.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        alone = Vocabulary()
        for token in tokens:
            alone._id(kind, token)
        a, b, score = alone.neighbours()
        np.savez(kept, a=np.array(a, np.int64), b=np.array(b, np.int64), score=np.array(score))
    with np.load(kept) as found:
        return ids[found["a"] - 1], ids[found["b"] - 1], found["score"]


@cache
def _code() -> str:
    """Changes when the code that finds neighbours does."""
    digest = hashlib.sha256(Path(slips.__file__).read_bytes())
    for file in sorted(Path(tidings.names.__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
