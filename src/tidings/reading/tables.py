"""A table of people: each row a mention, its status and dates statements, its relatives kin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from tidings.reading.columns import Header, find_header, texts_of
from tidings.reading.grids import Cell, Grid, words_of
from tidings.reading.reading import Reading, SourceDraft, Unread
from tidings.reading.roles import Field, assign, check_mapping
from tidings.reading.sniffing import grids
from tidings.reading.tablerows import RowReader, Sheet
from tidings.values import BadInput, Dated, Role, SourceKind, clean, guess_order, language_of
from tidings.values.daterules import Order

_NAMING = {Role.NAME, Role.GIVEN, Role.SURNAME, Role.NAME_OTHER_SCRIPT}
_ORDER_SAMPLE = 500


@dataclass(frozen=True)
class _Mapped:
    """A grid whose header and columns are understood."""

    grid: Grid
    header: Header
    fields: list[Field]
    body: list[tuple[int, tuple[Cell, ...]]] = field(default_factory=list)

    @property
    def has_names(self) -> bool:
        return any(one.role in _NAMING for one in self.fields)


def read_table(
    data: bytes,
    file: str,
    mapping: Mapping[str, Role] | None = None,
    published: Dated | None = None,
) -> list[Reading]:
    """One Reading for each sheet that lists people; sheets without a name column are reported.

    Raises BadInput where no sheet has one, WrongUse for a mapping that names no column.
    """
    sheets = [_map(grid, mapping or {}) for grid in grids(data, file)]
    check_mapping([sheet.fields for sheet in sheets] or [[]], mapping or {})
    listed = [sheet for sheet in sheets if sheet.has_names and sheet.body]
    if not listed:
        raise _no_names(sheets, file)
    others = tuple(_not_read(sheet) for sheet in sheets if sheet not in listed)
    readings = [_read(sheet, file, published) for sheet in listed]
    first = readings[0]
    merged = Reading(
        first.source, first.mentions, first.kin, first.statements, first.unread + others
    )
    return [merged, *readings[1:]]


def _map(grid: Grid, mapping: Mapping[str, Role]) -> _Mapped:
    header = find_header(grid)
    width = grid.width
    body = [
        (row.number, row.cells + (None,) * (width - len(row.cells)))
        for row in grid.rows
        if header.row is None or row.number > header.row
    ]
    columns = [[cells[at] for _, cells in body] for at in range(width)]
    return _Mapped(grid, header, assign(header, columns, mapping), body)


def _no_names(sheets: list[_Mapped], file: str) -> BadInput:
    if not any(sheet.body for sheet in sheets):
        return BadInput("no row holds anything.", "Give the file that holds the rows.", file=file)
    there = ", ".join(f"{one.letter} '{one.header}'" for one in sheets[0].fields[:20])
    return BadInput(
        f"no column of names was found. The columns are: {there}.",
        "Say which column holds the names: --map COLUMN=name.",
        file=file,
        row=sheets[0].header.row,
    )


def _not_read(sheet: _Mapped) -> Unread:
    return Unread(
        f"{sheet.grid.sheet or 'sheet'}!A1",
        None,
        f"{len(sheet.body)} rows",
        "This sheet has no column of names and was left out. "
        "If it lists people, say which column: --map COLUMN=name.",
    )


def _read(sheet: _Mapped, file: str, published: Dated | None) -> Reading:
    context = Sheet(
        sheet=sheet.grid.sheet,
        fields=tuple(sheet.fields),
        published=published,
        orders=_orders(sheet),
        header=tuple(sheet.header.texts),
    )
    reader = RowReader(context)
    for number, cells in sheet.body:
        reader.read(number, cells)
    return Reading(
        _source(sheet, file, published),
        reader.all_mentions(),
        tuple(reader.kin),
        tuple(reader.statements),
        tuple(sheet.grid.unread) + tuple(reader.unread),
    )


def _orders(sheet: _Mapped) -> dict[int, Order | None]:
    """Day or month first, by column; a column with slashes that does not tell follows the others
    where these agree; points stand in dates with the day first."""
    orders = {one.at: _order(sheet, one) for one in sheet.fields if _is_dated(one)}
    known = {order for order in orders.values() if order}
    common = known.pop() if len(known) == 1 else None
    return {
        at: order or (common if _has_slashes(sheet, at) else None) for at, order in orders.items()
    }


def _has_slashes(sheet: _Mapped, at: int) -> bool:
    return any("/" in words_of(cells[at]) for _, cells in sheet.body[:_ORDER_SAMPLE])


def _is_dated(one: Field) -> bool:
    return one.role in (Role.BORN, Role.EVENT_DATE)


def _order(sheet: _Mapped, one: Field) -> Order | None:
    """Whether the column writes the day or the month first: one certain date tells for all."""
    return guess_order([words_of(cells[one.at]) for _, cells in sheet.body[:_ORDER_SAMPLE]])


def _source(sheet: _Mapped, file: str, published: Dated | None) -> SourceDraft:
    headings = " ".join(sheet.header.texts)
    sample = " ".join(words_of(cell) for _, cells in sheet.body[:30] for cell in cells)
    return SourceDraft(
        kind=SourceKind.LIST,
        title=_title(sheet, file),
        file=file,
        published=published,
        language=language_of(f"{headings} {sample[:4000]}") or language_of(headings),
        sheet=sheet.grid.sheet,
        header_row=sheet.header.row,
        columns=tuple(one.column() for one in sheet.fields),
    )


def _title(sheet: _Mapped, file: str) -> str:
    """The line above the header, else the name of the file."""
    for row in sheet.grid.rows:
        if sheet.header.row is None or row.number >= sheet.header.row:
            break
        texts = [text for text in texts_of(row) if text]
        if len(texts) == 1 and 3 < len(texts[0]) <= 200:
            return texts[0]
    stem = clean(PurePath(file).stem)
    return f"{stem}: {sheet.grid.sheet}" if sheet.grid.sheet else stem
