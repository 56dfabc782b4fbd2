"""Which tables an export holds, and how the columns of each are written and read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.db import connection, models

from tidings.registry.models import Act, Unfinished, recorded_models
from tidings.registry.rows import SEALS
from tidings.registry.tables import cells
from tidings.registry.tables.cells import Kind

#: The first class that fits says how a column is written.
_KINDS: tuple[tuple[type[models.Field], Kind], ...] = (
    (models.ForeignKey, cells.ID),
    (models.BooleanField, cells.YES_NO),
    (models.DateTimeField, cells.MOMENT),
    (models.DateField, cells.DAY),
    (models.BinaryField, cells.HEX),
    (models.JSONField, cells.JSON),
    (models.FloatField, cells.DECIMAL),
    (models.IntegerField, cells.WHOLE),
)
#: Columns that prove a row and say nothing: at the end, out of the reader's way.
_LAST = (*SEALS, "rows_root", "previous", "leaf")
_FEW = 64


@dataclass(frozen=True)
class Column:
    """One column. `write` makes the cell of a value; `read` the value of a cell, as the driver
    takes it, or raises ValueError and says what was expected. `refers_to` is the table whose id
    stands here, or ""."""

    name: str
    kind: Kind
    empty: bool
    write: Callable[[Any], str]
    read: Callable[[str], Any]
    refers_to: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table and its file. The first column is the id."""

    name: str
    model: type[models.Model]
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def header(self) -> list[str]:
        return [column.name for column in self.columns]

    def count(self) -> int:
        return self.model._default_manager.count()

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Every row by id, a portion of them in memory at a time."""
        rows = self.model._default_manager.order_by("id").values_list(*self.header)
        return rows.iterator(chunk_size=2_000)


@cache
def tables() -> tuple[Table, ...]:
    """The acts, every recorded table, and the forms that are being filled in. A row refers only
    to tables before its own, but for its act, and to its own."""
    every: Sequence[type[models.Model]] = (Act, *recorded_models(), Unfinished)
    return tuple(_table(model) for model in every)


def blob_tables() -> list[Table]:
    """The tables whose rows have a sealed file each."""
    return [table for table in tables() if "blob_name" in table.header]


def _table(model: type[models.Model]) -> Table:
    fields = sorted(
        model._meta.concrete_fields,
        key=lambda field: _LAST.index(field.column) if field.column in _LAST else -1,
    )
    return Table(model._meta.db_table, model, tuple(_column(field) for field in fields))


def _column(field: models.Field) -> Column:
    is_text = isinstance(field, models.CharField | models.TextField)
    related = field.related_model
    kind = _kind(field)
    return Column(
        name=field.column,
        kind=kind,
        empty=field.null or is_text,
        write=_writer(kind),
        read=_reader(field, kind),
        refers_to=related._meta.db_table if isinstance(related, type) else "",
        words=tuple(str(word) for word, _ in field.choices or ()),
    )


def _writer(kind: Kind) -> Callable[[Any], str]:
    def write(value: Any) -> str:  # noqa: ANN401 - whatever the column holds
        return "" if value is None else cells.harmless(kind.write(value))

    return write


def _reader(field: models.Field, kind: Kind) -> Callable[[str], Any]:
    make = kind.read
    if isinstance(field, models.JSONField | models.DateTimeField):
        make = _encoded(field, kind)

    def read(cell: str) -> Any:  # noqa: ANN401 - whatever the column holds
        if not cell and field.null:
            return None
        text = cells.as_written(cell)
        if cells.harmless(text) != cell:
            raise ValueError("expected an apostrophe before what a spreadsheet might run")
        return make(text)

    return read


def _encoded(field: models.Field, kind: Kind) -> Callable[[str], Any]:
    """Reads what the driver takes in another form than Python's. Most cells are `[]` or `{}`."""

    @lru_cache(_FEW)
    def read(text: str) -> Any:  # noqa: ANN401 - any JSON, or a moment
        return field.get_db_prep_save(kind.read(text), connection)

    return read


def _kind(field: models.Field) -> Kind:
    if field.primary_key:
        return cells.ID
    for fits, kind in _KINDS:
        if isinstance(field, fits):
            return kind
    return cells.WORD if field.choices else cells.TEXT
