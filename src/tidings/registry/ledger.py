"""The ledger: every act a leaf of one Merkle tree (RFC 9162), every row committed to by its act.

`verify` computes all of it again and names the first thing that does not agree. Whoever noted
a checkpoint earlier can also prove that nothing before it was rewritten or cut off; nobody else
can prove that of the newest acts, for whoever holds the key could write them anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError
from django.db.models import QuerySet

from tidings.registry import undone
from tidings.registry.act import NO_ACT
from tidings.registry.models import Act, Recorded, Undone, recorded_models
from tidings.registry.rows import SEALS, act_leaf, shape_of
from tidings.values import show_id
from tidings.vault.commitment import SALT_BYTES
from tidings.vault.merkle import root as merkle_root

#: Given when the record does not agree with itself: it has no root to be noted down.
NO_ROOT = b""

#: Acts read together: few queries, bounded memory.
_ACTS_AT_ONCE = 500
_ROWS_AT_ONCE = 5_000
#: Larger than any id.
_END = 1 << 63
#: What Django raises for a stored value that is none of its column's.
_UNREADABLE = (DatabaseError, ValueError)


@dataclass(frozen=True)
class Checkpoint:
    """How many acts there were and the root over their leaves: to be noted down elsewhere."""

    acts: int
    root: bytes


@dataclass(frozen=True)
class Fault:
    """Something that does not agree: a row (`table`, `row`), or a whole act (`row` None)."""

    act: int
    table: str
    row: int | None
    what: str

    def __str__(self) -> str:
        where = f"row {show_id(self.row)} of '{self.table}'" if self.row else "the act itself"
        return f"Act {show_id(self.act)}, {where}: {self.what}."


@dataclass(frozen=True)
class Verified:
    """What a check found: how many acts and rows, the root over all acts, and the first thing
    that does not agree, in words. `problem` is empty when everything does."""

    acts: int
    rows: int
    root: bytes
    problem: str = ""


def root() -> bytes:
    """The root over the leaves of all acts, 32 bytes."""
    return checkpoint().root


def checkpoint() -> Checkpoint:
    leaves = _leaves()
    return Checkpoint(len(leaves), merkle_root(leaves))


def verify(
    earlier: Checkpoint | None = None, progress: Callable[[int, int], None] | None = None
) -> Verified:
    """Compute every commitment, root and leaf again, up to the first fault.

    `earlier` is a checkpoint noted before; `progress` is called with (acts done, acts in all).
    """
    counted = _Count()
    fault = next(_faults(counted, progress), None)
    if fault is not None:
        return Verified(Act.objects.count(), counted.rows, NO_ROOT, str(fault))
    leaves = _leaves()
    problem = ""
    if earlier is not None and not _continues(leaves, earlier):
        problem = f"The record does not continue the checkpoint of {earlier.acts} acts."
    return Verified(len(leaves), counted.rows, merkle_root(leaves), problem)


def faults() -> Iterator[Fault]:
    """Everything that does not agree, oldest act first."""
    return _faults(_Count(), None)


@dataclass
class _Count:
    rows: int = 0


def _leaves() -> list[bytes]:
    return [bytes(leaf) for leaf in Act.objects.order_by("id").values_list("leaf", flat=True)]


def _continues(leaves: Sequence[bytes], earlier: Checkpoint) -> bool:
    return len(leaves) >= earlier.acts and merkle_root(leaves[: earlier.acts]) == earlier.root


def _faults(counted: _Count, progress: Callable[[int, int], None] | None) -> Iterator[Fault]:
    try:
        acts = list(Act.objects.order_by("id"))
    except _UNREADABLE:
        yield Fault(0, "act", None, "one of the acts cannot be read any more")
        return
    previous, after = NO_ACT, -1
    for start in range(0, len(acts), _ACTS_AT_ONCE):
        several = acts[start : start + _ACTS_AT_ONCE]
        last = several[-1].id
        rows = _Rows(after, last, counted)
        yield from rows.faults()
        yield from _act_faults(several, previous, rows.commitments)
        previous, after = bytes(several[-1].leaf), last
        if progress is not None:
            progress(start + len(several), len(acts))
    rows = _Rows(after, _END - 1, counted)
    yield from rows.faults()
    yield from _orphans(rows.commitments)
    yield from _undone_faults()


class _Rows:
    """The rows of the acts from `after` (not included) to `last`, and their commitments by act
    in the order in which the door builds its tree: by table, then by id."""

    def __init__(self, after: int, last: int, counted: _Count) -> None:
        self._after, self._last, self._counted = after, last, counted
        self.commitments: dict[int, list[bytes]] = defaultdict(list)

    def faults(self) -> Iterator[Fault]:
        for model in sorted(recorded_models(), key=lambda model: model._meta.db_table):
            yield from self._of(model)

    def _of(self, model: type[Recorded]) -> Iterator[Fault]:
        shape = shape_of(model)
        rows = model.objects.filter(act_id__gt=self._after, act_id__lte=self._last)
        for row in _read(rows, shape.columns):
            self._counted.rows += 1
            if len(row) < len(shape.columns):
                yield Fault(row["act_id"], shape.table, row["id"], "it cannot be read any more")
                continue
            salt, stored = (bytes(row.pop(name)) for name in SEALS)
            self.commitments[row["act_id"]].append(stored)
            if len(salt) != SALT_BYTES or shape.committed(row, salt) != stored:
                yield Fault(row["act_id"], shape.table, row["id"], "its content was changed")


def _read(rows: QuerySet, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows by id. Of one that cannot be read any more, `id` and `act_id` only."""
    last = -1
    while True:
        try:
            later = rows.filter(id__gt=last).order_by("id").values(*columns)
            for row in later.iterator(chunk_size=_ROWS_AT_ONCE):
                last = row["id"]
                yield row
            return
        except _UNREADABLE:
            # The driver fails somewhere in the next rows: go through them one by one.
            following = rows.filter(id__gt=last).order_by("id").values("id", "act_id")
            shorts = list(following[:_ROWS_AT_ONCE])
            if not shorts:
                raise
        for short in shorts:
            last = short["id"]
            yield _read_one(rows, columns, short)


def _read_one(rows: QuerySet, columns: Sequence[str], short: dict[str, Any]) -> dict[str, Any]:
    try:
        return rows.values(*columns).get(id=short["id"])
    except _UNREADABLE:
        return short


def _act_faults(
    acts: Iterable[Act], previous: bytes, commitments: dict[int, list[bytes]]
) -> Iterator[Fault]:
    for act in acts:
        leaf = bytes(act.leaf)
        if merkle_root(commitments.pop(act.id, [])) != bytes(act.rows_root):
            yield Fault(act.id, "act", None, "a row of it was changed, added or removed")
        if act_leaf(act) != leaf:
            yield Fault(act.id, "act", None, "what it says of itself was changed")
        if bytes(act.previous) != previous:
            yield Fault(act.id, "act", None, "the act before it was changed or removed")
        previous = leaf
    yield from _orphans(commitments)


def _orphans(commitments: dict[int, list[bytes]]) -> Iterator[Fault]:
    for act_id in sorted(commitments):
        yield Fault(act_id, "act", None, "it has rows but was never recorded")


def _undone_faults() -> Iterator[Fault]:
    """The table of acts not in force is computed, but decides what people see."""
    stored = set(Undone.objects.values_list("act_id", flat=True))
    for act_id in sorted(stored ^ undone.computed()):
        yield Fault(act_id, "undone", None, "whether it was taken back is kept wrongly")
