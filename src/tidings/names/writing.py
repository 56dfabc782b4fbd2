"""Which writing a name is in."""

from __future__ import annotations

from enum import StrEnum


class Writing(StrEnum):
    """A way to write names: a language in a script, or a custom of spelling."""

    KAZAKH_CYRILLIC = "kazakh-cyrillic"
    RUSSIAN = "russian"
    UYGHUR_CYRILLIC = "uyghur-cyrillic"
    KAZAKH_LATIN_2018 = "kazakh-latin-2018"
    KAZAKH_LATIN_2021 = "kazakh-latin-2021"
    KAZAKH_LATIN = "kazakh-latin"
    UYGHUR_ARABIC = "uyghur-arabic"
    TOTE = "tote"
    ARABIC = "arabic"
    ULY = "uly"
    UYGHUR_LATIN = "uyghur-latin"
    YEZIQI = "yeziqi"
    WESTERN = "western"
    PINYIN = "pinyin"
    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
