"""What is asked: names in one writing, looked for among all names of a list in another."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations, product
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from benchmarks.names.lists import (
    Cell,
    Row,
    attested_rows,
    figures_rows,
    kazakh_rows,
    uyghur_rows,
    wikidata_rows,
)

#: Queries of a task on Wikidata tokens, as in the published measurements.
QUERIES: Final = 400
#: Queries of a task on combined names.
COMBINED_QUERIES: Final = 3000
#: Spellings kept of one combined name.
SPELLINGS: Final = 4


Scored = Literal["names", "tokens", "in order"]


@dataclass(frozen=True)
class Task:
    """Queries against a pool.

    `answers[q]` is the pool's row that query q stands for; `aside` holds (query, row) pairs that
    are neither right nor wrong: other rows with the same name. `scored` tells what a score is of:
    whole names; single tokens, without the structure of names; or parts in their order, the first
    against the first, the scores of the tokens added. `seen` is the pool in the writing of the
    queries, where the list has it: it tells which wrong answers no reader could have refused.
    """

    data: str
    case: str
    asked: str
    found: str
    queries: tuple[Cell, ...]
    pool: tuple[Cell, ...]
    answers: NDArray[np.int64]
    aside: frozenset[tuple[int, int]]
    scored: Scored = "names"
    seen: tuple[Cell, ...] = ()

    @property
    def pair(self) -> str:
        return f"{self.asked} > {self.found}"

    def only(self, count: int) -> Task:
        """The first `count` queries."""
        return _choose(self, range(min(count, len(self.queries))))

    def smaller(self, queries: int, pool: int) -> Task:
        """The first queries against their answers and the first other rows: an easier task."""
        few = self.only(queries)
        kept = list(dict.fromkeys([*few.answers.tolist(), *range(len(self.pool))]))[:pool]
        new = {old: at for at, old in enumerate(kept)}
        return replace(
            few,
            pool=tuple(self.pool[row] for row in kept),
            answers=np.array([new[row] for row in few.answers.tolist()]),
            aside=frozenset((query, new[row]) for query, row in few.aside if row in new),
            seen=tuple(self.seen[row] for row in kept) if self.seen else (),
        )


def wikidata_tasks() -> Iterator[Task]:
    """One token, every direction between four scripts, and each direction's mirror."""
    for asked, found in permutations(("han", "latn", "cyrl", "arab"), 2):
        rows = [row for row in wikidata_rows() if row[asked] and row[found]]
        judged = _letters(asked, found)
        yield _task("wikidata_dev", "one token", asked, found, rows, judged, "tokens").only(QUERIES)


def users_tasks() -> Iterator[Task]:
    """Full names of public persons of the region: Han against Latin as their sources have it."""
    rows = attested_rows()
    task = _task("xinjiang_attested_dev", "", "han", "latn", rows, ["latn"], "names")
    for signed in ("own", "pinyin"):
        chosen = [at for at, row in enumerate(rows) if row["signed"] == (signed,)]
        yield _choose(replace(task, case=f"signed: {signed}"), chosen)


def given_tasks() -> Iterator[Task]:
    """Common given names, every script pair."""
    for data, rows in (("kk_given_dev", kazakh_rows()), ("ug_given_dev", uyghur_rows())):
        for asked, found in permutations(rows[0], 2):
            yield _task(data, "given names", asked, found, rows, _letters(asked, found), "tokens")


def figures_tasks() -> Iterator[Task]:
    """Full names of public figures, every pair of writings, the whole list as pool; then with
    one part missing and with the parts swapped."""
    rows = figures_rows()
    for asked, found in permutations(rows[0], 2):
        judged = _letters(asked, found)
        whole = _task("public_figures_dev", "full names", asked, found, rows, judged, "names")
        yield whole
        yield _one_part_missing(whole)
        yield _swapped(whole)


def combined_tasks() -> Iterator[Task]:
    """Given name and father's name: every pair of names of a list against every other.

    A second task leaves the same two names in the other order aside, which no matcher that
    allows for swapped parts can tell by much; a third adds the scores of the tokens in their order,
    as the figure was first measured.
    """
    for data, rows, scripts in (
        ("ug_given_dev", uyghur_rows(), ("arab", "latn")),
        ("kk_given_dev", kazakh_rows(), ("cyrl", "latn*", "arab*")),
    ):
        for found in scripts:
            yield from _combined(data, rows, found)


def _letters(asked: str, found: str) -> list[str]:
    """Those of two writings in which equal spellings mean one name: Chinese is too coarse."""
    return [script for script in (asked, found) if script not in ("han", "pinyin*")]


def _task(
    data: str,
    case: str,
    asked: str,
    found: str,
    rows: Sequence[Row],
    judged: Sequence[str],
    scored: Scored,
) -> Task:
    """Every row that has both writings asked for; every row that has the one found as pool. Rows
    whose cells agree in a `judged` writing hold the same name."""
    pool = [row for row in rows if row[found]]
    asking = [at for at, row in enumerate(pool) if row[asked]]
    aside = frozenset(
        (nth, other)
        for column in judged
        for nth, other in _sharing([pool[at][column] for at in asking], [r[column] for r in pool])
        if other != asking[nth]
    )
    return Task(
        data,
        case,
        asked,
        found,
        tuple(pool[at][asked] for at in asking),
        tuple(row[found] for row in pool),
        np.array(asking),
        aside,
        scored,
        tuple(row[asked] for row in pool),
    )


def _sharing(queries: Sequence[Cell], pool: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """(query, row) of every two equal cells."""
    rows_with: dict[Cell, list[int]] = {}
    for row, cell in enumerate(pool):
        if cell:
            rows_with.setdefault(cell, []).append(row)
    for nth, cell in enumerate(queries):
        yield from ((nth, row) for row in rows_with.get(cell, ()))


def _choose(task: Task, chosen: Sequence[int]) -> Task:
    new = {old: nth for nth, old in enumerate(chosen)}
    return replace(
        task,
        queries=tuple(task.queries[at] for at in chosen),
        answers=task.answers[list(chosen)],
        aside=frozenset((new[query], row) for query, row in task.aside if query in new),
    )


def _one_part_missing(task: Task) -> Task:
    """Each part left out in turn. Others of whom the rest is true as well are set aside: rows of
    the pool that hold, in the writing asked or found, all the parts that are left."""
    queries: list[Cell] = []
    answers: list[int] = []
    aside: set[tuple[int, int]] = set()
    cells = {int(row): cell for row, cell in zip(task.answers, task.queries, strict=True)}
    for cell, answer in zip(task.queries, map(int, task.answers), strict=True):
        for kept in _kept(len(parts_of(cell[0]))):
            left = _keep(cell, kept)
            like = {*_holding(left, cells), *_holding(_keep(task.pool[answer], kept), task.pool)}
            aside |= {(len(queries), row) for row in like - {answer}}
            queries.append(left)
            answers.append(answer)
    return replace(
        task,
        case="one part missing",
        seen=(),
        queries=tuple(queries),
        answers=np.array(answers),
        aside=frozenset(aside),
    )


def _kept(parts: int) -> list[tuple[int, ...]]:
    if parts < 2:
        return []
    return [tuple(at for at in range(parts) if at != gone) for gone in range(parts)]


def _keep(cell: Cell, kept: tuple[int, ...]) -> Cell:
    """The parts kept of every spelling that has as many parts as the first."""
    spellings = [parts_of(spelling) for spelling in cell]
    wanted = len(spellings[0])
    return tuple(
        dict.fromkeys(
            " ".join(parts[at] for at in kept)
            for parts in spellings
            if len(parts) == wanted and max(kept) < wanted
        )
    )


def _holding(left: Cell, cells: Sequence[Cell] | dict[int, Cell]) -> Iterator[int]:
    """The rows with a spelling that holds all the parts of one of these."""
    wanted = [set(parts_of(spelling.lower())) for spelling in left]
    rows = cells.items() if isinstance(cells, dict) else enumerate(cells)
    for row, cell in rows:
        held = [set(parts_of(spelling.lower())) for spelling in cell]
        if any(few <= many for few in wanted for many in held):
            yield row


def _swapped(task: Task) -> Task:
    """The parts in the opposite order."""
    chosen = [at for at, cell in enumerate(task.queries) if len(parts_of(cell[0])) > 1]
    turned = _choose(replace(task, case="parts swapped"), chosen)
    return replace(
        turned,
        queries=tuple(
            tuple(" ".join(reversed(parts_of(spelling))) for spelling in cell)
            for cell in turned.queries
        ),
    )


def _combined(data: str, rows: Sequence[Row], found: str) -> Iterator[Task]:
    pairs = list(product(range(len(rows)), repeat=2))
    number = {pair: at for at, pair in enumerate(pairs)}
    sampled = random.Random(7).sample(pairs, min(COMBINED_QUERIES, len(pairs)))
    same = [sorted(_alike(rows, at, found)) for at in range(len(rows))]
    aside = {
        (nth, number[own, father])
        for nth, asked in enumerate(sampled)
        for own, father in product(same[asked[0]], same[asked[1]])
        if (own, father) != asked
    }
    task = Task(
        data,
        "given + father",
        "han",
        found,
        tuple(_joined(rows[a]["han"], rows[b]["han"], "·") for a, b in sampled),
        tuple(_joined(rows[a][found], rows[b][found], " ") for a, b in pairs),
        np.array([number[pair] for pair in sampled]),
        frozenset(aside),
    )
    yield task
    other_order = {(nth, number[b, a]) for nth, (a, b) in enumerate(sampled) if a != b}
    yield replace(task, case="given + father, any order", aside=frozenset(aside | other_order))
    yield replace(task, case="given + father, in order", scored="in order")


def _alike(rows: Sequence[Row], at: int, found: str) -> set[int]:
    """Rows of the same name: equal in either writing."""
    return {
        other
        for other, row in enumerate(rows)
        if row[found] == rows[at][found] or row["han"] == rows[at]["han"]
    }


def _joined(own: Cell, father: Cell, between: str) -> Cell:
    return tuple(f"{a}{between}{b}" for a, b in product(own, father))[:SPELLINGS]


def parts_of(name: str) -> list[str]:
    """The parts of a name as the lists write them."""
    return [part for part in re.split(r"[\s·]+", name) if part]


QUALITY: Final[tuple[Callable[[], Iterable[Task]], ...]] = (
    wikidata_tasks,
    users_tasks,
    given_tasks,
    figures_tasks,
    combined_tasks,
)
