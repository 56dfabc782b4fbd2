"""This project's matcher, asked through its public doors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.names.lists import Cell
from benchmarks.names.metrics import Scores
from benchmarks.names.tasks import Task, parts_of
from tidings.names import compare_many
from tidings.names.parts import normalised
from tidings.names.vocabulary import Vocabulary

#: Below every score: nothing is cut short, every pair is scored.
EVERYTHING = -9.0


def scores(task: Task) -> Scores:
    """Queries x pool, the best over the spellings of both cells."""
    asked, found = _distinct(task.queries), _distinct(task.pool)
    matrix = _SCORERS[task.scored](asked, found)
    return _over(_over(matrix, asked, task.queries).T, found, task.pool).T


def _tokens(asked: Sequence[str], found: Sequence[str]) -> Scores:
    vocabulary = Vocabulary([normalised(token) for token in found])
    return np.array([vocabulary.scores(normalised(token), EVERYTHING) for token in asked])


def _in_order(asked: Sequence[str], found: Sequence[str]) -> Scores:
    """The first parts' score plus the second parts'."""
    given, father = (
        _part([parts_of(name)[nth] for name in asked], [parts_of(name)[nth] for name in found])
        for nth in range(2)
    )
    return given + father


def _part(asked: Sequence[str], found: Sequence[str]) -> Scores:
    """The score of every two of these tokens, each two distinct ones scored once."""
    rows, row = np.unique(asked, return_inverse=True)
    columns, column = np.unique(found, return_inverse=True)
    return _tokens(rows.tolist(), columns.tolist())[row][:, column]


_SCORERS = {"names": compare_many, "tokens": _tokens, "in order": _in_order}


def _distinct(cells: Sequence[Cell]) -> list[str]:
    return list(dict.fromkeys(spelling for cell in cells for spelling in cell))


def _over(matrix: Scores, spellings: Sequence[str], cells: Sequence[Cell]) -> Scores:
    """The best row of each cell."""
    row = {spelling: at for at, spelling in enumerate(spellings)}
    rows = [row[spelling] for cell in cells for spelling in cell]
    starts = np.cumsum([0, *(len(cell) for cell in cells[:-1])])
    return np.maximum.reduceat(matrix[rows], starts, axis=0)
