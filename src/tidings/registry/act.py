"""The one write door. An act is one transaction: its rows, and its leaf in the ledger.

    with recording(actor, "add", reason) as act:
        (source,) = act.insert(Source, [{"kind": "list", "title": "..."}])
        act.insert(Mention, [{"source_id": source, "place": "..."}])

The act's own row comes last and closes it: triggers refuse further rows for it, and every
change or removal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from tidings.registry import undone
from tidings.registry.models import Act as ActRow
from tidings.registry.models import Recorded, Reversal
from tidings.registry.rows import Shape, act_leaf, shape_of
from tidings.values import WrongUse, new_id
from tidings.vault.commitment import new_salt
from tidings.vault.merkle import root

#: What the first act names as the one before it.
NO_ACT = bytes(32)

#: Rows a statement: enough to be quick, few enough for old laptops.
_BATCH = 5_000


class Act:
    """A change while it is being made. Rows inserted here belong to it."""

    def __init__(self, actor: str, verb: str, reason: str) -> None:
        self.actor, self.verb, self.reason = actor, verb, reason
        self._before = ActRow.objects.order_by("-id").first()
        # Acts keep their order even on a computer whose clock went back.
        self.id = max(new_id(), self._before.id + 1 if self._before else 0)
        self._commitments: list[tuple[str, int, bytes]] = []

    def insert(self, model: type[Recorded], rows: Iterable[Mapping[str, Any]]) -> list[int]:
        """Record rows and return their ids, ascending in the order of `rows`.

        A row maps columns (`source_id`, `birth_lo`, ...) to values; what it leaves out has the
        model's default, None in a text column is stored as "". Raises WrongUse for a column
        that the table has not and for a word outside its vocabulary.
        """
        rows = list(rows)
        for start in range(0, len(rows), _BATCH):
            self._insert_batch(shape_of(model), rows[start : start + _BATCH])
        if model is Reversal:
            undone.rebuild()
        return [row_id for _, row_id, _ in self._commitments[len(self._commitments) - len(rows) :]]

    def _insert_batch(self, shape: Shape, rows: Sequence[Mapping[str, Any]]) -> None:
        values = []
        for row in rows:
            full = {"id": new_id(), "act_id": self.id, **shape.complete(row)}
            salt = new_salt()
            committed = shape.committed(full, salt)
            self._commitments.append((shape.table, full["id"], committed))
            values.append(shape.stored({**full, "salt": salt, "commitment": committed}))
        _insert(shape, values)

    def close(self) -> None:
        """Write the act's row, with the root over its rows and the leaf of the act before."""
        row = ActRow(
            id=self.id,
            salt=new_salt(),
            actor=self.actor,
            verb=self.verb,
            reason=self.reason,
            at=datetime.now(UTC),
            rows_root=root([leaf for _, _, leaf in sorted(self._commitments)]),
            previous=self._before.leaf if self._before else NO_ACT,
        )
        row.leaf = act_leaf(row)
        row.save(force_insert=True)


@contextmanager
def recording(actor: str, verb: str, reason: str = "") -> Iterator[Act]:
    """One change of the registry: all of it is recorded, or nothing.

    `actor` is who does it, `verb` what ("add", "undo", ...), `reason` why in their words. The
    transaction takes the write lock at once, so that two processes wait instead of clashing.
    """
    if not actor or not verb:
        raise WrongUse("An act needs an actor and a verb.")
    if connection.in_atomic_block:
        raise WrongUse("An act cannot be made inside another transaction.")
    with transaction.atomic():
        act = Act(actor, verb, reason)
        yield act
        act.close()


def _insert(shape: Shape, values: list[list[Any]]) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in shape.columns)
    places = ", ".join(["%s"] * len(shape.columns))
    sql = f"INSERT INTO {quote(shape.table)} ({names}) VALUES ({places})"  # noqa: S608 - our names
    with connection.cursor() as cursor:
        cursor.executemany(sql, values)
