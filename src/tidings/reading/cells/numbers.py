"""Phone and identity number cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tidings.reading.cells.births import sex_of_digit
from tidings.reading.grids import Cell, words_of
from tidings.values import Sex, clean

_APART = re.compile(r"[,;/\n，；、]|\s{2,}")
_PHONE = re.compile(r"\+?[\d(][\d\s()\-–.]{4,}\d")
_IDENTITY = re.compile(
    r"[A-Za-zА-Яа-я]{0,3}[ №]?\d[\d\s\-]{3,}\d[XxХх]?(?!\w)|[A-Za-z]{1,2}\d{6,9}"
)
_CHINESE = re.compile(r"\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]")
_KAZAKH = re.compile(r"(\d{2})(\d{2})(\d{2})([1-6])\d{5}")
#: GB 11643-1999, annex A.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
#: Spreadsheet programs keep 15 digits of a number.
_EXACT_DIGITS = 15


@dataclass(frozen=True)
class Identity:
    """An identity number and what it says of its holder, where its form is known. `sound` is
    False when its own check digit or birth date does not hold."""

    written: str
    birth: date | None = None
    sex: Sex | None = None
    sound: bool = True


def read_phones(cell: Cell) -> tuple[str, ...]:
    """The phone numbers in a cell, as written; those of fewer than six digits are no phones."""
    text = clean(words_of(cell).replace("\n", " ; "))
    found = (
        match.group().strip() for part in _APART.split(text) for match in _PHONE.finditer(part)
    )
    return tuple(dict.fromkeys(phone for phone in found if _digits(phone) >= 6))


def read_identities(cell: Cell) -> tuple[Identity, ...]:
    """The identity and passport numbers in a cell."""
    text = clean(words_of(cell).replace("\n", " ; "))
    found = (
        match.group().strip() for part in _APART.split(text) for match in _IDENTITY.finditer(part)
    )
    return tuple(identity(written) for written in dict.fromkeys(found))


def was_rounded(cell: Cell) -> bool:
    """Whether a workbook has rounded the number: it was typed as a number of over 15 digits."""
    return isinstance(cell, int | float) and abs(cell) >= 10**_EXACT_DIGITS


def identity(written: str) -> Identity:
    """What the number says by itself: Chinese resident numbers (18 digits, GB 11643-1999) and
    Kazakhstan's IIN (12 digits) hold a birth date and a sex."""
    compact = re.sub(r"[\s\-]", "", written).upper().replace("Х", "X")
    if chinese := _CHINESE.fullmatch(compact):
        total = sum(int(d) * w for d, w in zip(compact[:17], _WEIGHTS, strict=True))
        born = _day(*map(int, chinese.groups()[:3]))
        sound = born is not None and _CHECKS[total % 11] == compact[17]
        sex = sex_of_digit(int(chinese.group(4)))
        return Identity(written, born, sex, sound) if sound else Identity(written, sound=False)
    if kazakh := _KAZAKH.fullmatch(compact):
        year, month, day, century = map(int, kazakh.groups())
        born = _day(1800 + 100 * ((century - 1) // 2) + year, month, day)
        if born is None:
            return Identity(written, sound=False)
        return Identity(written, born, sex_of_digit(century))
    return Identity(written)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)
