"""Columns that a list lacks, written by rule: what is measured on them tests rules too."""

from __future__ import annotations

import re
from typing import Final

from tidings.names import han

_LATIN: Final = dict(
    zip(
        "аәбвгғдежзийкқлмнңоөпрстуұүфхһчшыіэ",
        "a ä b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h ch ş y ı e".split(),
        strict=True,
    )
)
_TOTE: Final = dict(
    zip(
        "аәбвгғдежзийкқлмнңоөпрстуұүфхһчшыіэ",
        "ا ا ب ۆ گ ع د ە ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ چ ش ى ى ە".split(),
        strict=True,
    )
)
#: Written before a töte word whose vowels are front, unless к, г or е shows it already.
_FRONT_MARK: Final = "ٴ"


def latin_2021(cyrillic: str) -> str:
    """A Kazakh name in the alphabet of 2021."""
    return "".join(_LATIN.get(letter, letter) for letter in cyrillic.lower())


def tote(cyrillic: str) -> str:
    """A Kazakh name in the Arabic letters used in China."""
    word = cyrillic.lower()
    marked = re.search("[әөүі]", word) and not re.search("[кге]", word)
    return (_FRONT_MARK if marked else "") + "".join(_TOTE.get(c, c) for c in word)


def pinyin(chinese: str) -> str:
    """The name as Chinese passports and journals print it: no tones, parts apart, capitals."""
    parts = re.split(r"[·\s]+", chinese)
    return " ".join("".join(han.syllable_of(c) or c for c in part).capitalize() for part in parts)
