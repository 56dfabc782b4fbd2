"""Tables as their own rows and the people of each, and the JSON lines by which they travel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from tidings.reading.words import plain
from tidings.values import Dated, Kin, Sex, WrongUse, parse_edtf

Json = dict[str, Any]


class Use(StrEnum):
    """What a column tells of the person of its row."""

    NAME = "name"
    GIVEN = "given"
    SURNAME = "surname"
    PATRONYMIC = "patronymic"
    BIRTH = "birth"
    BIRTH_YEAR = "birth_year"
    BIRTH_MONTH = "birth_month"
    BIRTH_DAY = "birth_day"
    AGE = "age"
    SEX = "sex"
    PLACE = "place"
    KIN = "kin"
    PHONE = "phone"
    NUMBER = "number"
    OTHER = "other"
    ID = "id"
    IGNORE = "ignore"
    UNTOLD = "untold"


NAMING = frozenset({Use.NAME, Use.GIVEN, Use.SURNAME, Use.PATRONYMIC})


@dataclass(frozen=True)
class UsedColumn:
    """A column: its letter and heading, its use, and whose name it has when that is a relative's.
    `is_told`: the user said so. `why`: why it is ignored, in words."""

    letter: str
    header: str
    use: Use
    kin: Kin | None = None
    is_told: bool = False
    why: str = ""


@dataclass(frozen=True)
class Who:
    """What a row says of who it is."""

    names: tuple[str, ...] = ()
    birth: Dated | None = None
    sex: Sex | None = None
    place: str | None = None
    phones: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    relatives: tuple[tuple[Kin, str], ...] = ()


@dataclass(frozen=True)
class Listing:
    """One sheet: its columns, the words of each cell below the header, the 1-based number of
    each row, and whom it names."""

    sheet: str | None
    columns: tuple[UsedColumn, ...]
    rows: list[list[str]]
    numbers: list[int]
    people: list[Who]


def listings_of(lines: Iterable[Mapping[str, Any]]) -> list[Listing]:
    """The sheets that these lines hold."""
    listings: list[Listing] = []
    for line in lines:
        if line["kind"] == "sheet":
            columns = tuple(_read_column(one) for one in line["columns"])
            listings.append(Listing(line["sheet"], columns, [], [], []))
        else:
            listings[-1].rows.append(line["cells"])
            listings[-1].numbers.append(line["number"])
            listings[-1].people.append(_read_who(line))
    return listings


def check_told(listings: Sequence[Listing], told: Mapping[str, str]) -> None:
    """Raise WrongUse for a name that no column of any sheet has, and say what there is."""
    columns = [column for listing in listings for column in listing.columns]
    for name in told:
        if not any(is_called(column.header, column.letter, name) for column in columns):
            there = ", ".join(f"{column.letter} '{column.header}'" for column in columns[:40])
            raise WrongUse(f"There is no column '{name}'.", f"The columns are: {there}.")


def is_called(header: str, letter: str, name: str) -> bool:
    """Whether a user means this column by a heading or a letter."""
    return (bool(header) and plain(header) == plain(name)) or letter == name.strip().upper()


def column_line(column: UsedColumn) -> Json:
    """A column as it travels."""
    return {
        "letter": column.letter,
        "header": column.header,
        "use": column.use,
        "of": column.kin,
        "told": column.is_told,
        "why": column.why,
    }


def _read_column(line: Mapping[str, Any]) -> UsedColumn:
    kin = Kin(line["of"]) if line["of"] else None
    return UsedColumn(
        line["letter"], line["header"], Use(line["use"]), kin, line["told"], line["why"]
    )


def who_line(who: Who) -> Json:
    """What is said, and no more: most rows say little."""
    said = {
        "names": who.names,
        "birth": who.birth.edtf if who.birth else None,
        "sex": who.sex,
        "place": who.place,
        "phones": who.phones,
        "numbers": who.numbers,
        "relatives": who.relatives,
    }
    return {name: value for name, value in said.items() if value}


def _read_who(line: Mapping[str, Any]) -> Who:
    return Who(
        names=tuple(line.get("names", ())),
        birth=_dated(line["birth"]) if "birth" in line else None,
        sex=Sex(line["sex"]) if "sex" in line else None,
        place=line.get("place"),
        phones=tuple(line.get("phones", ())),
        numbers=tuple(line.get("numbers", ())),
        relatives=tuple((Kin(kin), name) for kin, name in line.get("relatives", ())),
    )


@lru_cache(maxsize=65536)
def _dated(edtf: str) -> Dated:
    return parse_edtf(edtf)
