"""An uploaded file between its arrival and its being added: in memory, looked over, corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tidings.reading import Column, Reading, Unread, read_rows_of
from tidings.registry import adding
from tidings.registry.adding import Added
from tidings.registry.mapping import keep_mapping, read_as_kept
from tidings.values import Dated, Role

SAMPLES = 3


@dataclass
class Upload:
    """A file that waits. `origin`: whose file it is; `published`: the day that it counts from.

    `mapping` is what a person or an earlier file of the same organisation corrected.
    """

    data: bytes
    file: str
    origin: str
    published: Dated | None
    mapping: dict[str, Role] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    added: Added | None = None


@dataclass(frozen=True)
class ColumnView:
    """A column, what it is taken to hold, and the first values in it."""

    key: str
    column: Column
    samples: tuple[str, ...]


@dataclass(frozen=True)
class SheetView:
    """One reading as the page shows it before it is added."""

    reading: Reading
    columns: tuple[ColumnView, ...]


def read(upload: Upload) -> None:
    """Read the file, with the columns as this organisation's last file was corrected."""
    upload.readings = read_as_kept(
        upload.data,
        upload.file,
        origin=upload.origin,
        published=upload.published,
        mapping=upload.mapping,
    )


def correct(upload: Upload, mapping: Mapping[str, Role]) -> None:
    """Read the file again with these columns: header or letter -> role."""
    upload.mapping = {**upload.mapping, **mapping}
    read(upload)


def add(upload: Upload, *, actor: str, accept: bool) -> None:
    """Record what was read; the corrected columns are kept for the next file."""
    upload.added = adding.add_file(upload.readings, upload.data, actor=actor, accept=accept)
    if upload.mapping and upload.origin and not upload.added.already:
        keep_mapping(upload.origin, upload.mapping, upload.readings, actor=actor)


def sheets(upload: Upload) -> list[SheetView]:
    """What is to be looked over: each sheet with its columns and some of their values."""
    tables = {}
    if any(reading.source.columns for reading in upload.readings):
        tables = {table.sheet: table for table in read_rows_of(upload.data, upload.file)}
    found = []
    for reading in upload.readings:
        table = tables.get(reading.source.sheet)
        rows = table.rows if table else []
        found.append(SheetView(reading, _columns(reading.source.columns, rows)))
    return found


def changes(upload: Upload, posted: Mapping[str, str]) -> dict[str, Role]:
    """The columns whose role the form sets to another than was read."""
    return {
        _key(column): Role(chosen)
        for reading in upload.readings
        for column in reading.source.columns
        if (chosen := posted.get(f"role-{_key(column)}", "")) in set(Role) and chosen != column.role
    }


def unread(upload: Upload) -> tuple[Unread, ...]:
    return tuple(each for reading in upload.readings for each in reading.unread)


def _columns(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[ColumnView, ...]:
    views = []
    for at, column in enumerate(columns):
        values = [row[at] for row in rows if at < len(row) and row[at].strip()]
        views.append(ColumnView(_key(column), column, tuple(values[:SAMPLES])))
    return tuple(views)


def _key(column: Column) -> str:
    """A header says the same in the next file, a letter need not."""
    return column.header or column.letter
