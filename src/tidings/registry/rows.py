"""How a row becomes what is stored and what is committed to: one form for writing and checking."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, models

from tidings.registry.models import Act, Recorded
from tidings.values import WrongUse
from tidings.vault.commitment import canonical, commitment
from tidings.vault.merkle import leaf_hash

#: Columns that the door itself fills after the commitment is computed.
SEALS = frozenset({"salt", "commitment"})


@dataclass(frozen=True)
class Column:
    """One column of a recorded table.

    `prepare` makes the Python value that is committed to, `stored` what the driver is given;
    `words` is its vocabulary, or None.
    """

    name: str
    default: Callable[[], Any] | None
    prepare: Callable[[Any], Any]
    stored: Callable[[Any], Any]
    words: frozenset[str] | None
    is_text: bool


@cache
def columns_of(model: type[models.Model]) -> tuple[Column, ...]:
    """The columns of a table, in its order."""
    return tuple(_column(field) for field in model._meta.concrete_fields)


def prepared(
    columns: Sequence[Column], row: Mapping[str, Any], given: Mapping[str, Any]
) -> dict[str, Any]:
    """The whole row (but its seals): what `row` says, `given`, and defaults. Raises WrongUse."""
    full = dict(given)
    for column in columns:
        if column.name in full or column.name in SEALS:
            continue
        if column.name in row:
            full[column.name] = _value(column, row[column.name])
        elif column.default is not None:
            full[column.name] = column.default()
        else:
            raise WrongUse(f"The column '{column.name}' is missing.")
    if not row.keys() <= full.keys() - given.keys():
        unknown = sorted(row.keys() - (full.keys() - given.keys()))
        raise WrongUse(f"There is no column '{unknown[0]}' to be filled.")
    return full


def commit(model: type[Recorded], full: Mapping[str, Any], salt: bytes) -> bytes:
    """The commitment to a row: over its table's name and every column but those that change."""
    kept = {
        name: value
        for name, value in full.items()
        if name not in SEALS and name not in model.changing
    }
    return commitment(salt, canonical({"table": model._meta.db_table, "row": kept}))


def act_leaf(act: Act) -> bytes:
    """The leaf of an act in the ledger: over every column of its row."""
    row = {field.attname: getattr(act, field.attname) for field in act._meta.concrete_fields}
    return leaf_hash(canonical({"table": "act", "row": row}))


def _column(field: models.Field) -> Column:
    if field.has_default():
        default = field.get_default
    elif field.null:
        default = _nothing
    else:
        default = None
    return Column(
        name=field.column,
        default=default,
        prepare=field.get_prep_value,
        stored=_storing(field),
        words=frozenset(word for word, _ in field.choices) if field.choices else None,
        is_text=isinstance(field, models.CharField | models.TextField),
    )


def _nothing() -> None:
    return None


def _storing(field: models.Field) -> Callable[[Any], Any]:
    def stored(value: Any) -> Any:  # noqa: ANN401
        return field.get_db_prep_value(value, connection, prepared=True)

    return stored


def _value(column: Column, value: Any) -> Any:  # noqa: ANN401
    if value is None and column.is_text:
        return ""
    value = column.prepare(value)
    if column.is_text:
        value = str(value)  # a word of a vocabulary becomes plain text
    if column.words is not None and value and value not in column.words:
        raise WrongUse(f"'{value}' is no word for the column '{column.name}'.")
    return value
