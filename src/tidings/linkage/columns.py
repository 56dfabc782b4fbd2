"""What a further column of a table holds, by its values alone: whether it says anything of who a
row is, and how to compare what it says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from statistics import median

#: So many values at least before "every value is another" means anything.
_FEW = 10
#: Free text: more words, or more letters, than an address has.
_PROSE_WORDS, _PROSE_LETTERS = 9, 64
#: The share of values that must have the shape of a kind.
_MOST = 0.7
_BLANK = frozenset(
    "- -- . ? n/a na nan none null nil unknown нет неизвестно жоқ белгісіз 无 不详 未知 يوق".split()
)
_EMAIL = re.compile(r"\S+@\S+")
_STAMP = re.compile(r"\d{1,4}[-. ]\d{1,2}[-. ]\d{1,4}[ t]\d{1,2} \d\d.*")
_NUMBER = re.compile(r"\d+(?:[ -]\d+)*")
_CODE = re.compile(r"(?=\D*\d)\S{1,12}(?: \S{1,6})?")
_UNIQUE_CODE = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")
_LAST_NUMBER = re.compile(r"(\d+)\D*")
_APART = re.compile(r"[\s,;:/\\()\"«»“”]+")


class Kind(StrEnum):
    """What a column holds, in words for people."""

    EMAIL = "e-mail"
    NUMBER = "number"
    CODE = "code"
    WORD = "word"
    TEXT = "text"
    EMPTY = "empty"
    SAME = "the same in every row"
    ROW_NUMBER = "a row number"
    UNIQUE = "never the same twice"
    STAMP = "a time stamp"
    PROSE = "free text"

    @property
    def is_compared(self) -> bool:
        """Whether it can tell that two rows are one person."""
        return self in (Kind.EMAIL, Kind.NUMBER, Kind.CODE, Kind.WORD, Kind.TEXT)


def cleaned(value: str) -> str:
    """The value as it is compared: small letters, single spaces, marks between words gone; empty
    where it says that nothing is known."""
    folded = unicodedata.normalize("NFKC", value).casefold()
    text = _APART.sub(" ", folded).strip(" .-'`_#*")
    return "" if text in _BLANK or folded.strip() in _BLANK else text


def kind_of(tables: Sequence[Sequence[str]]) -> Kind:
    """What a column holds. `tables`: its cleaned values in each table that has it."""
    said = [[value for value in table if value] for table in tables]
    values = [value for table in said for value in table]
    if not values:
        return Kind.EMPTY
    if len(set(values)) == 1:
        return Kind.SAME
    if all(map(_counts, filter(None, said))):
        return Kind.ROW_NUMBER
    if _share(_STAMP, values) >= _MOST:
        return Kind.STAMP
    if _is_prose(values):
        return Kind.PROSE
    if _share(_EMAIL, values) >= _MOST:
        return Kind.EMAIL
    is_id = _share(_UNIQUE_CODE, values) >= _MOST
    if len(set(values)) == len(values) and (is_id or len(values) >= _FEW):
        return Kind.UNIQUE
    if _share(_NUMBER, values) >= _MOST:
        return Kind.NUMBER
    if _share(_CODE, values) >= _MOST:
        return Kind.CODE
    return Kind.TEXT if median(value.count(" ") for value in values) >= 1 else Kind.WORD


def _counts(values: Sequence[str]) -> bool:
    """Whether a table numbers its rows: all different, and nearly every number in the range is
    there, in whatever order."""
    found = [
        _LAST_NUMBER.fullmatch(value.lstrip("abcdefghijklmnopqrstuvwxyz-_ ")) for value in values
    ]
    numbers = [int(one[1]) for one in found if one and len(one[1]) < 10]
    if len(numbers) < len(values) or len(set(values)) < len(values) or len(values) < 3:
        return False
    return max(numbers) - min(numbers) < 1.5 * len(numbers)


def _is_prose(values: Sequence[str]) -> bool:
    words = median(value.count(" ") + 1 for value in values)
    return words >= _PROSE_WORDS or median(map(len, values)) >= _PROSE_LETTERS


def _share(pattern: re.Pattern[str], values: Sequence[str]) -> float:
    return sum(1 for value in values if pattern.fullmatch(value)) / len(values)
