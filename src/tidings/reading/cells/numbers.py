"""Phone and identity number cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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
_SCIENTIFIC = re.compile(r"\d[.,]?(\d*)[eEеЕ]\+?(\d{1,2})")
_POINT_ZERO = re.compile(r"^(\d{9,15})[.,]0+$")
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


def _text(cell: Cell) -> str:
    """The words of a cell; a whole number that a spreadsheet wrote with an exponent or a point
    ("7.7010000012E+10", "77010000012.0") in full where no digit of it is lost."""
    text = clean(words_of(cell).replace("\n", " ; "))
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific and not was_rounded(cell):
        return str(int(Decimal(text.replace(",", "."))))
    return _POINT_ZERO.sub(r"\1", text)


def read_phones(cell: Cell) -> tuple[str, ...]:
    """The phone numbers in a cell, as written; those of fewer than six digits are no phones."""
    if was_rounded(cell):
        return ()
    text = _text(cell)
    found = (
        match.group().strip() for part in _APART.split(text) for match in _PHONE.finditer(part)
    )
    return tuple(dict.fromkeys(phone for phone in found if _digits(phone) >= 6))


def read_identities(cell: Cell) -> tuple[Identity, ...]:
    """The identity and passport numbers in a cell."""
    text = _text(cell)
    found = (
        match.group().strip() for part in _APART.split(text) for match in _IDENTITY.finditer(part)
    )
    return tuple(identity(written) for written in dict.fromkeys(found))


def was_rounded(cell: Cell) -> bool:
    """Whether a spreadsheet has rounded the number: typed as a number of over 15 digits, or
    written with an exponent and fewer digits than it has ("6.53E+17")."""
    if isinstance(cell, str) and (scientific := _SCIENTIFIC.fullmatch(clean(cell))):
        decimals, exponent = len(scientific.group(1)), int(scientific.group(2))
        return decimals < exponent - 2 or exponent >= _EXACT_DIGITS
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
