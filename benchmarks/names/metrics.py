"""How good a matrix of scores is: rank of the right name, recall at small error rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.names import rules
from benchmarks.names.lists import Cell
from benchmarks.names.tasks import Task
from tidings.names import han

#: Queries x pool.
Scores = NDArray[np.float32]

RATES: Final = (1e-3, 1e-4, 1e-6)
#: A query of so many characters or letters is short.
SHORT_CHARACTERS: Final = 2
SHORT_LETTERS: Final = 4
#: So many failures of one task are listed.
WORST: Final = 20


@dataclass(frozen=True)
class Share:
    """So many of so many; a share has the standard error of a binomial (Agresti and Coull's
    estimate, which is not 0 when all or none are right)."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else float("nan")

    @property
    def error(self) -> float:
        p = (self.hits + 2) / (self.of + 4)
        return sqrt(p * (1 - p) / (self.of + 4))


@dataclass(frozen=True)
class Failure:
    """A right name that came too late or too low, and the wrong one that was best."""

    query: str
    right: str
    score: float
    winner: str
    winning: float
    why: str


@dataclass(frozen=True)
class Result:
    """One task as one matcher answered it. `negatives` is how many pairs of different names there
    are; `recall[rate]` is the share of queries whose right pair scores above all but that share
    of the negatives, with no normalising over the pool. `reasons` counts why another was first."""

    task: Task
    first: Share
    in_ten: Share
    recall: dict[float, Share]
    negatives: int
    failures: tuple[Failure, ...]
    reasons: Mapping[str, int]


def judged(task: Task, scores: Scores) -> Result:
    """A tie is lost: another name that scores the same counts as before the right one."""
    rows = np.arange(len(task.queries))
    own = scores[rows, task.answers]
    others = scores.copy()
    others[rows, task.answers] = np.nan
    for query, row in task.aside:
        others[query, row] = np.nan
    ranks = (others >= own[:, None]).sum(1)
    best = np.nanargmax(np.where(np.isnan(others), -np.inf, others), 1)
    negatives = np.sort(others[~np.isnan(others)])[::-1]
    count = len(rows)
    return Result(
        task,
        Share(int((ranks == 0).sum()), count),
        Share(int((ranks < 10).sum()), count),
        {
            rate: Share(int((own > negatives[int(len(negatives) * rate)]).sum()), count)
            for rate in RATES
        },
        len(negatives),
        _failures(task, own, others[rows, best], best, negatives),
        Counter(
            why(task, at, int(best[at]), others[at, best[at]] == own[at])
            for at in np.flatnonzero(ranks).tolist()
        ),
    )


def why(task: Task, query: int, winner: int, tie: bool) -> str:
    """Why a wrong name came first, as far as the two spellings show it."""
    if task.seen and set(task.queries[query]) & set(task.seen[winner]):
        return "spelled as the query in its own writing"
    if task.seen and _sounds(task.queries[query]) & _sounds(task.seen[winner]):
        return "same pinyin as the query"
    if tie:
        return "a tie"
    short = SHORT_CHARACTERS if task.asked == "han" else SHORT_LETTERS
    return "short query" if len(task.queries[query][0]) <= short else "another error"


def _sounds(cell: Cell) -> set[str]:
    """The pinyin of the spellings that are Chinese."""
    return {rules.pinyin(spelling) for spelling in cell if han.is_han(spelling[0])}


def _failures(
    task: Task,
    own: Scores,
    winning: Scores,
    best: NDArray[np.int64],
    negatives: Scores,
) -> tuple[Failure, ...]:
    """The queries whose answer was not first, or below all but 1e-4 of the negatives; those most
    outdone by another name first."""
    bad = np.flatnonzero((winning >= own) | (own <= negatives[int(len(negatives) * 1e-4)]))
    worst: Sequence[int] = bad[np.argsort((own - winning)[bad], kind="stable")][:WORST].tolist()
    return tuple(
        Failure(
            ";".join(task.queries[at]),
            ";".join(task.pool[task.answers[at]]),
            float(own[at]),
            ";".join(task.pool[best[at]]),
            float(winning[at]),
            why(task, at, int(best[at]), winning[at] == own[at])
            if winning[at] >= own[at]
            else "first, but with a low score",
        )
        for at in worst
    )
