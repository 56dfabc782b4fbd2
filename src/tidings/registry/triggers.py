"""Triggers that refuse to change or remove what is recorded, whoever asks.

SQLite drops a table's triggers when a migration remakes it: every migration that alters a
recorded table ends by installing them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_REFUSAL = "what is recorded is never changed or removed: record a correction instead"
_CLOSED = "this act is closed: rows are recorded by its door only"


@dataclass(frozen=True)
class Table:
    """A recorded table: its columns, and those of them that may change."""

    name: str
    columns: Sequence[str]
    changing: frozenset[str] = frozenset()


def statements(table: Table) -> Iterator[str]:
    """The SQL that guards one table, whatever guarded it before."""
    fixed = ", ".join(f'"{column}"' for column in table.columns if column not in table.changing)
    taken = f'WHEN EXISTS (SELECT 1 FROM "{table.name}" WHERE id = NEW.id)'  # noqa: S608
    closed = "WHEN EXISTS (SELECT 1 FROM act WHERE id = NEW.act_id)"
    guards = {
        "update": (f"UPDATE OF {fixed}", "", _REFUSAL),
        "delete": ("DELETE", "", _REFUSAL),
        # INSERT OR REPLACE would remove a row without firing the trigger above.
        "replace": ("INSERT", taken, _REFUSAL),
        "insert": ("INSERT", closed, _CLOSED),
    }
    for kind in kinds(table):
        event, condition, message = guards[kind]
        yield f'DROP TRIGGER IF EXISTS "{table.name}_no_{kind}"'
        yield (
            f'CREATE TRIGGER "{table.name}_no_{kind}" BEFORE {event} ON "{table.name}" '
            f"{condition} BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )


def kinds(table: Table) -> list[str]:
    """What is refused. Only the row of an act itself has no act that could be closed."""
    return ["update", "delete", "replace", *([] if table.name == "act" else ["insert"])]


def names(table: Table) -> set[str]:
    """The triggers that must be there."""
    return {f"{table.name}_no_{kind}" for kind in kinds(table)}


def all_statements(tables: Iterable[Table]) -> list[str]:
    return [sql for table in tables for sql in statements(table)]
