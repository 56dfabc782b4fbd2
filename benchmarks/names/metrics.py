"""How good a matrix of scores is: rank of the right name, recall at small error rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
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
LOW: Final = "first, but with a low score"
IMPOSTOR: Final = "among the highest wrong pairs"
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
    negatives = np.sort(others[~np.isnan(others)])[::-1]
    count = len(rows)
    highest = {rate: negatives[int(len(negatives) * rate)] for rate in RATES}
    failures = _failures(task, own, others, ranks, highest[1e-4])
    return Result(
        task,
        Share(int((ranks == 0).sum()), count),
        Share(int((ranks < 10).sum()), count),
        {rate: Share(int((own > limit).sum()), count) for rate, limit in highest.items()},
        len(negatives),
        (*failures[:WORST], *_impostors(task, own, others)),
        Counter(failure.why for failure in failures if failure.why != LOW),
    )


def _failures(
    task: Task, own: Scores, others: Scores, ranks: NDArray[np.int64], limit: np.float32
) -> list[Failure]:
    """The queries whose answer was not first, or not above the limit; those most outdone by another
    name first."""
    best = np.nanargmax(np.where(np.isnan(others), -np.inf, others), 1)
    lead = own - others[np.arange(len(own)), best]
    bad = np.flatnonzero((ranks > 0) | (own <= limit))
    return [
        _failure(task, at, int(best[at]), own, others, _why(task, at, best[at], lead[at]))
        for at in bad[np.argsort(lead[bad], kind="stable")].tolist()
    ]


def _impostors(task: Task, own: Scores, others: Scores) -> Iterator[Failure]:
    """The pairs of different names that score highest: they set the limits of the recalls."""
    flat = np.where(np.isnan(others), -np.inf, others).ravel()
    few = np.argpartition(-flat, min(WORST, len(flat) - 1))[:WORST]
    for at in few[np.argsort(-flat[few], kind="stable")].tolist():
        query, row = divmod(at, len(task.pool))
        if not np.isnan(others[query, row]):
            yield _failure(task, query, row, own, others, IMPOSTOR)


def _failure(task: Task, query: int, row: int, own: Scores, others: Scores, reason: str) -> Failure:
    return Failure(
        ";".join(task.queries[query]),
        ";".join(task.pool[task.answers[query]]),
        float(own[query]),
        ";".join(task.pool[row]),
        float(others[query, row]),
        reason,
    )


def _why(task: Task, query: int, winner: int, lead: float) -> str:
    """Why a wrong name came first, as far as the two spellings show it."""
    if lead > 0:
        return LOW
    if task.seen and set(task.queries[query]) & set(task.seen[winner]):
        return "spelled as the query in its own writing"
    if task.seen and _sounds(task.queries[query]) & _sounds(task.seen[winner]):
        return "same pinyin as the query"
    if lead == 0:
        return "a tie"
    short = SHORT_CHARACTERS if task.asked == "han" else SHORT_LETTERS
    return "short query" if len(task.queries[query][0]) <= short else "another error"


def _sounds(cell: Cell) -> set[str]:
    """The pinyin of the spellings that are Chinese."""
    return {rules.pinyin(spelling) for spelling in cell if han.is_han(spelling[0])}
