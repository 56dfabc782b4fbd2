"""How a peer's script is asked: every N.json of a folder is a task, N.f32 its answer.

Imported by the scripts beside it, in environments that know nothing of this project.
"""

import json
import sys
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

Cells = Sequence[Sequence[str]]


def answer_all(score: Callable[[Cells, Cells], np.ndarray]) -> None:
    """Answer every task of the folder named on the command line: queries x pool."""
    for question in sorted(Path(sys.argv[1]).glob("*.json")):
        task = json.loads(question.read_text(encoding="utf-8"))
        answer = np.asarray(score(task["queries"], task["pool"]), np.float32)
        answer.tofile(question.with_suffix(".f32"))


def best_of_spellings(
    queries: Cells, pool: Cells, score: Callable[[list[str], list[str]], np.ndarray]
) -> np.ndarray:
    """The best score over the spellings of both cells, from a scorer of plain strings."""
    found = score(list(chain.from_iterable(queries)), list(chain.from_iterable(pool)))
    found = np.maximum.reduceat(found, _starts(queries), axis=0)
    return np.maximum.reduceat(found, _starts(pool), axis=1)


def _starts(cells: Cells) -> np.ndarray:
    return np.cumsum([0, *(len(cell) for cell in cells[:-1])])
