"""How good a matrix of scores is: rank of the right name, recall at small error rates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.names.tasks import Task

#: Queries x pool.
Scores = NDArray[np.float32]

RATES: Final = (1e-3, 1e-4, 1e-6)
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


@dataclass(frozen=True)
class Result:
    """One task as one matcher answered it. `negatives` is how many pairs of different names there
    are; `recall[rate]` is the share of queries whose right pair scores above all but that share
    of the negatives, with no normalising over the pool."""

    task: Task
    first: Share
    in_ten: Share
    recall: dict[float, Share]
    negatives: int
    failures: tuple[Failure, ...]


def judged(task: Task, scores: Scores) -> Result:
    """A tie is lost: another name that scores the same counts as before the right one."""
    rows = np.arange(len(task.queries))
    own = scores[rows, task.answers]
    others = scores.copy()
    others[rows, task.answers] = np.nan
    for query, row in task.aside:
        others[query, row] = np.nan
    ranks = (others >= own[:, None]).sum(1)
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
        _failures(task, own, others, negatives),
    )


def _failures(task: Task, own: Scores, others: Scores, negatives: Scores) -> tuple[Failure, ...]:
    """The queries whose answer was not first, or below all but 1e-4 of the negatives; those most
    outdone by another name first."""
    best = np.nanargmax(np.where(np.isnan(others), -np.inf, others), 1)
    winning = others[np.arange(len(own)), best]
    bad = np.flatnonzero((winning >= own) | (own <= negatives[int(len(negatives) * 1e-4)]))
    worst: Sequence[int] = bad[np.argsort((own - winning)[bad], kind="stable")][:WORST].tolist()
    return tuple(
        Failure(
            ";".join(task.queries[at]),
            ";".join(task.pool[task.answers[at]]),
            float(own[at]),
            ";".join(task.pool[best[at]]),
            float(winning[at]),
        )
        for at in worst
    )
