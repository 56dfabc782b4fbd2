"""How a row becomes what is stored and what is committed to: one form for writing and checking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, models

from tidings.registry.models import Act, Recorded
from tidings.values import WrongUse
from tidings.vault.commitment import canonical, commitment
from tidings.vault.merkle import leaf_hash

#: Columns that the door fills last, over all the others.
SEALS = ("salt", "commitment")
#: Columns that the door fills and no caller may.
_OURS = frozenset({"id", "act_id", *SEALS})


@dataclass(frozen=True)
class Shape:
    """One recorded table as the door sees it.

    `defaults` are for columns that a row leaves out, `required` have none. `checks` make the
    value that is committed to, or raise WrongUse. `encoders` are for the columns (JSON) that the
    driver takes in another form than Python's. `changing` columns are not committed to.
    """

    table: str
    columns: tuple[str, ...]
    defaults: Mapping[str, Any]
    required: frozenset[str]
    checks: Mapping[str, Callable[[Any], Any]]
    encoders: Mapping[str, Callable[[Any], Any]]
    changing: frozenset[str]

    def complete(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The row checked, with defaults: every column but the door's own. Raises WrongUse."""
        full = dict(self.defaults)
        for name, value in row.items():
            check = self.checks.get(name)
            if check is None:
                raise WrongUse(f"The table '{self.table}' has no column '{name}' to be filled.")
            full[name] = check(value)
        if missing := self.required - full.keys():
            raise WrongUse(f"The table '{self.table}' needs the column '{min(missing)}'.")
        return full

    def committed(self, full: Mapping[str, Any], salt: bytes) -> bytes:
        """The commitment to a row: over its table's name and its columns but seals and
        changing ones."""
        kept = {name: value for name, value in full.items() if name not in self.changing}
        return commitment(salt, canonical({"table": self.table, "row": kept}))

    def stored(self, full: dict[str, Any]) -> list[Any]:
        """The values as the driver takes them, in the order of `columns`."""
        for name, encode in self.encoders.items():
            full[name] = encode(full[name])
        return [full[name] for name in self.columns]


@cache
def shape_of(model: type[Recorded]) -> Shape:
    fields = model._meta.concrete_fields
    ours = {field.column: field for field in fields if field.column not in _OURS}
    defaults = {
        name: field.get_default()
        for name, field in ours.items()
        if field.has_default() or field.null
    }
    return Shape(
        table=model._meta.db_table,
        columns=tuple(field.column for field in fields),
        defaults=defaults,
        required=frozenset(ours.keys() - defaults.keys()),
        checks={name: _check(field) for name, field in ours.items()},
        encoders={
            name: _encoder(field)
            for name, field in ours.items()
            if isinstance(field, models.JSONField)
        },
        changing=model.changing | set(SEALS),
    )


def act_leaf(act: Act) -> bytes:
    """The leaf of an act in the ledger: over every column of its row but the leaf itself."""
    fields = [field.attname for field in act._meta.concrete_fields if field.attname != "leaf"]
    row = {name: getattr(act, name) for name in fields}
    return leaf_hash(canonical({"table": "act", "row": row}))


def _check(field: models.Field) -> Callable[[Any], Any]:
    if not isinstance(field, models.CharField | models.TextField):
        return field.get_prep_value
    if not field.choices:
        return _text
    words = {"", *(word for word, _ in field.choices)}

    def word(value: Any) -> str:  # noqa: ANN401 - whatever the caller has
        text = _text(value)
        if text not in words:
            raise WrongUse(f"'{text}' is no word for the column '{field.column}'.")
        return text

    return word


def _text(value: Any) -> str:  # noqa: ANN401 - whatever the caller has
    """None means not said; a word of a vocabulary becomes plain text."""
    return "" if value is None else str(value)


def _encoder(field: models.Field) -> Callable[[Any], Any]:
    def encode(value: Any) -> Any:  # noqa: ANN401 - any JSON
        return field.get_db_prep_save(value, connection)

    return encode
