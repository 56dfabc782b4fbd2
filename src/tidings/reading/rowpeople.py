"""The people of any table: who each row is, and nothing else that it says.

`tables` reads a list of people for all it tells; matching needs less, of more rows, so here each
different cell of a column is understood once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from tidings.reading.cells.births import birth_from_age, is_age, read_age, read_day
from tidings.reading.cells.kin import read_relatives
from tidings.reading.cells.names import NameCell, read_names
from tidings.reading.cells.numbers import Identity, identity, read_identities, read_phones
from tidings.reading.contents import script_in
from tidings.reading.grids import Cell, words_of
from tidings.reading.listings import Use, UsedColumn, Who
from tidings.reading.uses import PARTS, whole
from tidings.reading.words import is_blank, sex_words
from tidings.values import BadInput, Dated, Kin, Script, Sex, clean, day, guess_order, parse_edtf
from tidings.values.daterules import Order

Part = TypeVar("Part")

_ORDER_SAMPLE = 500
_CASE_SAMPLE = 200
_NAME_PARTS = (Use.GIVEN, Use.SURNAME, Use.PATRONYMIC)
_NO_NAME = NameCell(())


@dataclass(frozen=True)
class Columns:
    """A sheet by its columns: `cells[n]` are those below the heading of `used[n]`. `published`
    is the day from which ages count."""

    used: Sequence[UsedColumn]
    cells: Sequence[Sequence[Cell]]
    published: Dated | None = None

    def having(self, use: Use) -> Iterator[tuple[UsedColumn, Sequence[Cell]]]:
        """The columns of this use with their cells."""
        for column, cells in zip(self.used, self.cells, strict=True):
            if column.use is use:
                yield column, cells


def people_of(columns: Columns) -> list[Who]:
    """Whom each row names, in order."""
    height = len(columns.cells[0]) if columns.cells else 0
    beside: list[NameCell] = [_NO_NAME] * height
    names = _names(columns, beside)
    births = _births(columns, beside)
    said = (
        _read(columns, Use.SEX, lambda cell: _one(sex_words(clean(words_of(cell))))),
        _read(columns, Use.PLACE, lambda cell: _one(clean(words_of(cell)))),
        _read(columns, Use.PHONE, read_phones),
        _read(columns, Use.NUMBER, _numbers_in),
        _relatives(columns),
    )
    rows = zip(names, births, beside, *(_joined(each, height) for each in said), strict=True)
    return [_who(*row) for row in rows]


def _who(
    names: tuple[str, ...],
    birth: Dated | None,
    beside: NameCell,
    sexes: tuple[Sex, ...],
    places: tuple[str, ...],
    phones: tuple[str, ...],
    numbers: tuple[Identity, ...],
    relatives: tuple[tuple[Kin, str], ...],
) -> Who:
    """The row; what a number says of its holder fills what the row does not."""
    born = next((day(one.birth) for one in numbers if one.birth), None)
    sex = next((one.sex for one in numbers if one.sex), None)
    return Who(
        names=names,
        birth=birth or born,
        sex=sexes[-1] if sexes else beside.sex or sex,
        place=", ".join(dict.fromkeys(places)) or None,
        phones=phones,
        numbers=tuple(one.written for one in numbers),
        relatives=relatives,
    )


def _read(
    columns: Columns, use: Use, read: Callable[[Cell], tuple[Part, ...]]
) -> Iterator[list[tuple[Part, ...]]]:
    """For each column of this use, what each of its cells says."""

    @cache
    def once(cell: Cell) -> tuple[Part, ...]:
        return () if _says_nothing(cell) else read(cell)

    for _, cells in columns.having(use):
        yield [once(cell) for cell in cells]


def _joined(columns: Iterable[list[tuple[Part, ...]]], height: int) -> list[tuple[Part, ...]]:
    """What all columns say, row by row."""
    rows: list[tuple[Part, ...]] = [()] * height
    for column in columns:
        rows = [known + more for known, more in zip(rows, column, strict=True)]
    return rows


def _one(said: Part | None) -> tuple[Part, ...]:
    return (said,) if said else ()


def _says_nothing(cell: Cell) -> bool:
    return cell is None or is_blank(clean(words_of(cell)))


def _numbers_in(cell: Cell) -> tuple[Identity, ...]:
    """The numbers of a cell; one of a form that nobody knows as it is written."""
    return read_identities(cell) or (identity(clean(words_of(cell))),)


def _names(columns: Columns, beside: list[NameCell]) -> list[tuple[str, ...]]:
    """The names of each row: its parts as one, and each name written whole. Puts into `beside`
    the cells in which more than a name stands."""
    names: list[tuple[str, ...]] = [()] * len(beside)
    for cells in _parts_by_script(columns):
        whole_names = (_whole_name(row) for row in zip(*cells, strict=True))
        names = [known + more for known, more in zip(names, whole_names, strict=True)]
    for _, column in columns.having(Use.NAME):
        for at, found in enumerate(_name_cells(column)):
            names[at] += found.names
            if found.birth or found.age or found.sex:
                beside[at] = found
    return [tuple(dict.fromkeys(each)) for each in names]


def _parts_by_script(columns: Columns) -> list[list[list[NameCell]]]:
    """The columns of parts of names in the order of the sheet; those of each script are a name."""
    found: dict[Script, list[list[NameCell]]] = {}
    for column, cells in zip(columns.used, columns.cells, strict=True):
        if column.use in _NAME_PARTS:
            found.setdefault(script_in(cells), []).append(_name_cells(cells))
    return list(found.values())


def _whole_name(parts: Sequence[NameCell]) -> tuple[str, ...]:
    return _one(" ".join(dict.fromkeys(part.names[0] for part in parts if part.names)))


def _name_cells(cells: Sequence[Cell]) -> list[NameCell]:
    """The names of a column. One that is all small or all capitals is read as if it had both:
    capitals tell names from remarks."""
    words = "".join(words_of(cell) for cell in cells[:_CASE_SAMPLE])
    is_plain = words.islower() or words.isupper()

    @cache
    def once(cell: Cell) -> NameCell:
        text = words_of(cell)
        return _NO_NAME if _says_nothing(cell) else read_names(text.title() if is_plain else text)

    return [once(cell) for cell in cells]


def _relatives(columns: Columns) -> Iterator[list[tuple[tuple[Kin, str], ...]]]:
    for column, cells in columns.having(Use.KIN):

        @cache
        def once(cell: Cell, kin: Kin | None = column.kin) -> tuple[tuple[Kin, str], ...]:
            found = [] if _says_nothing(cell) else read_relatives(words_of(cell), kin)
            named = [(one.relation or Kin.RELATIVE, one.name) for one in found if one.name]
            return tuple((relation, name) for relation, cell in named for name in cell.names)

        yield [once(cell) for cell in cells]


def _births(columns: Columns, beside: Sequence[NameCell]) -> list[Dated | None]:
    """The birth of each row: its date, else its parts, its age, or what stands by its name."""
    births: list[Dated | None] = [_birth_beside(cell, columns.published) for cell in beside]
    for read in (_ages, _parts_of_birth, _dates):
        for found in read(columns):
            births = [new or known for new, known in zip(found, births, strict=True)]
    return births


def _dates(columns: Columns) -> Iterator[list[Dated | None]]:
    for _, cells in columns.having(Use.BIRTH):
        order = guess_order([words_of(cell) for cell in cells[:_ORDER_SAMPLE]])

        @cache
        def once(cell: Cell, order: Order | None = order) -> Dated | None:
            try:
                return None if _says_nothing(cell) else read_day(cell, order=order)
            except BadInput:
                return _age(cell, columns.published) if is_age(words_of(cell)) else None

        yield [once(cell) for cell in cells]


def _ages(columns: Columns) -> Iterator[list[Dated | None]]:
    for _, cells in columns.having(Use.AGE):
        yield [_age(cell, columns.published) for cell in cells]


def _age(cell: Cell, published: Dated | None) -> Dated | None:
    try:
        return birth_from_age(read_age(words_of(cell)), published) if published else None
    except BadInput:
        return None


def _birth_beside(cell: NameCell, published: Dated | None) -> Dated | None:
    try:
        if cell.birth:
            return read_day(cell.birth)
    except BadInput:
        return None
    return _age(cell.age, published) if cell.age else None


def _parts_of_birth(columns: Columns) -> Iterator[list[Dated | None]]:
    parts = [next((cells for _, cells in columns.having(use)), None) for use in PARTS]
    if parts[0] is None:
        return
    filled = [cells or [None] * len(parts[0]) for cells in parts]
    yield [_of_parts(*map(whole, row)) for row in zip(*filled, strict=True)]


def _of_parts(year: int | None, month: int | None, number: int | None) -> Dated | None:
    """The birth as exact as its parts; a day that no month has counts as unknown."""
    if year is None:
        return None
    for text in (f"{year:04}-{month or 0:02}-{number or 0:02}", f"{year:04}-{month or 0:02}"):
        try:
            return parse_edtf(text)
        except BadInput:
            continue
    return parse_edtf(f"{year:04}")
