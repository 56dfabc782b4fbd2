"""What each column of a stranger's table is used for when its rows are matched."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidings.reading.columns import Header
from tidings.reading.contents import sample_of
from tidings.reading.grids import Cell, letter, words_of
from tidings.reading.listings import Use, UsedColumn
from tidings.reading.meanings import meaning_of
from tidings.reading.roles import Field, assign
from tidings.reading.words import plain
from tidings.values import Kin, Role, WrongUse

PARTS = (Use.BIRTH_YEAR, Use.BIRTH_MONTH, Use.BIRTH_DAY)

_BY_ROLE = {
    Role.NAME: Use.NAME,
    Role.NAME_OTHER_SCRIPT: Use.NAME,
    Role.GIVEN: Use.GIVEN,
    Role.SURNAME: Use.SURNAME,
    Role.PATRONYMIC: Use.PATRONYMIC,
    Role.SEX: Use.SEX,
    Role.BORN: Use.BIRTH,
    Role.AGE: Use.AGE,
    Role.PLACE: Use.PLACE,
    Role.KIN: Use.KIN,
    Role.PHONE: Use.PHONE,
    Role.ID_NUMBER: Use.NUMBER,
    Role.ROW_ID: Use.ID,
    Role.NONE: Use.UNTOLD,
}
_ROLES = {use: role for role, use in _BY_ROLE.items() if role is not Role.NAME_OTHER_SCRIPT}
#: What `tidings add` calls these uses means the same here.
_ALSO = {
    **{str(role): use for role, use in _BY_ROLE.items()},
    "none": Use.IGNORE,
    "birth_date": Use.BIRTH,
    **{str(role): Use.IGNORE for role in Role if role not in _BY_ROLE},
}
#: Headings of databases that people do not write above a list.
_TERSE = {
    "first": Use.GIVEN,
    "gname": Use.GIVEN,
    "last": Use.SURNAME,
    "sname": Use.SURNAME,
    "middle": Use.PATRONYMIC,
    "mname": Use.PATRONYMIC,
    "middle initial": Use.PATRONYMIC,
    "nhs number": Use.NUMBER,
    "suffix": Use.UNTOLD,
    "name suffix": Use.UNTOLD,
}
#: The share of different values in a column that numbers its rows.
_ALL_DIFFERENT = 0.98
_SAYABLE = tuple(use for use in Use if use is not Use.UNTOLD)
#: A column of one part of a birth has one of these words above it, and numbers in this range.
_PART_WORDS = {
    Use.BIRTH_YEAR: (
        frozenset("year yr yob byear by год жылы жыл 年 يىلى".split()),
        range(1000, 2101),
    ),
    Use.BIRTH_MONTH: (
        frozenset("month mon mob bmonth bm месяц айы ай 月 ئېيى".split()),
        range(1, 13),
    ),
    Use.BIRTH_DAY: (frozenset("day bday bd день число күні күн 日 كۈنى".split()), range(1, 32)),
}
_WHOLE = re.compile(r"0*(\d{1,4})(?:\.0)?")


def use_of(word: str) -> tuple[Use, Kin | None]:
    """The use that a user's word names; a relative ("father") is a use too. Raises WrongUse."""
    said = word.strip().lower()
    if said in list(_SAYABLE):
        return Use(said), None
    if said in list(Kin):
        return Use.KIN, Kin(said)
    if said in _ALSO:
        return _ALSO[said], None
    known = ", ".join([*_SAYABLE, *(kin for kin in Kin)])
    raise WrongUse(f"There is no role '{word}'.", f"The roles are: {known}.")


def used_columns(
    header: Header, cells: Sequence[Sequence[Cell]], told: Mapping[str, str]
) -> list[UsedColumn]:
    """The columns of a sheet. `told`: heading or letter -> the user's word, which stands."""
    said = {name: use_of(word) for name, word in told.items()}
    roles = {name: _ROLES.get(use, Role.NONE) for name, (use, _) in said.items()}
    fields = assign(header, cells, roles)
    by_place = {at: use for name, use in said.items() for at in _named(fields, name)}
    columns = [_column(field, cells[field.at]) for field in fields]
    columns = _with_parts(columns, cells, set(by_place))
    return [
        _as_told(column, *by_place[at]) if at in by_place else column
        for at, column in enumerate(columns)
    ]


def _as_told(column: UsedColumn, use: Use, kin: Kin | None) -> UsedColumn:
    why = "as you said" if use in (Use.ID, Use.IGNORE) else ""
    return replace(column, use=use, kin=kin or column.kin, is_told=True, why=why)


def _named(fields: Sequence[Field], name: str) -> list[int]:
    hits = [field.at for field in fields if field.header and plain(field.header) == plain(name)]
    return hits or [field.at for field in fields if field.letter == name.strip().upper()]


def _column(field: Field, cells: Sequence[Cell]) -> UsedColumn:
    """The use of a column whose role is known. What a list of people would be told by contents
    alone (an age, an event) says too little of a stranger's column: its contents are compared."""
    meaning, told = field.meaning, meaning_of(field.header)
    use = _TERSE.get(plain(field.header)) or _BY_ROLE.get(field.role, Use.IGNORE)
    why = f"{field.role}: says nothing of who it is" if use is Use.IGNORE else ""
    if use in (Use.IGNORE, Use.AGE) and not told:
        use, why = Use.UNTOLD, ""
    if field.role is Role.PLACE and meaning.event:
        use, why = Use.IGNORE, "the place of an event"
    if field.role is Role.PHONE and meaning.of_testifier:
        use, why = Use.IGNORE, "somebody else's phone"
    if use is Use.ID:
        said = [words_of(cell) for cell in cells if cell is not None]
        repeats = len(set(said)) < _ALL_DIFFERENT * len(said)
        use, why = (Use.UNTOLD, "") if repeats else (use, "a row number")
    return UsedColumn(letter(field.at), field.header, use, meaning.kin, why=why)


def _with_parts(
    columns: list[UsedColumn], cells: Sequence[Sequence[Cell]], told: set[int]
) -> list[UsedColumn]:
    """Year, month and day of birth in columns of their own: a year beside a month."""
    parts: dict[Use, int] = {}
    for at, column in enumerate(columns):
        if at not in told and column.use in (Use.BIRTH, Use.UNTOLD, Use.IGNORE):
            for use in PARTS:
                if use not in parts and _is_part(use, column.header, cells[at]):
                    parts[use] = at
                    break
    if Use.BIRTH_YEAR not in parts or Use.BIRTH_MONTH not in parts:
        return columns
    by_place = {at: use for use, at in parts.items()}
    return [
        replace(column, use=by_place[at], why="") if at in by_place else column
        for at, column in enumerate(columns)
    ]


def _is_part(use: Use, header: str, cells: Sequence[Cell]) -> bool:
    words, span = _PART_WORDS[use]
    said = set(plain(header).split()) | ({plain(header)[-1:]} if header else set())
    sample = [whole(cell) for cell in sample_of(cells)]
    return bool(words & said and sample) and all(one in span for one in sample)


def whole(cell: Cell) -> int | None:
    """The whole number that a cell holds; None for anything else."""
    found = _WHOLE.fullmatch(words_of(cell).strip())
    return int(found[1]) if found else None
