"""Which writing a name is in: its script, and within that the alphabet or custom of spelling.

A small model by hand: `data/signs.tsv` lists what in a name speaks for and against each writing,
the sum is taken as the log of its odds. A name shows little of its writing ("Ali", "Нурлан"), so
the answer is a distribution, never one value; who knows better can say so wherever a name is read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from math import exp
from typing import Final

from tidings.names import han
from tidings.names.shipped import rows
from tidings.values import Script, clean, script_of

#: So many letters of a text are looked at.
LOOKED_AT: Final = 200


class Writing(StrEnum):
    """A way to write names: a language in a script, or a custom of spelling."""

    KAZAKH_CYRILLIC = "kazakh-cyrillic"
    RUSSIAN = "russian"
    UYGHUR_CYRILLIC = "uyghur-cyrillic"
    KAZAKH_LATIN_2018 = "kazakh-latin-2018"
    KAZAKH_LATIN_2021 = "kazakh-latin-2021"
    KAZAKH_LATIN = "kazakh-latin"  # without an alphabet of its own
    UYGHUR_ARABIC = "uyghur-arabic"
    TOTE = "tote"  # Kazakh in Arabic letters
    ARABIC = "arabic"  # Arabic and Persian
    ULY = "uly"  # Uyghur Latin of 2008
    UYGHUR_LATIN = "uyghur-latin"  # without an alphabet of its own
    YEZIQI = "yeziqi"  # New Script, 1965-1982
    WESTERN = "western"  # as English, French and others spell
    PINYIN = "pinyin"
    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"


_OF_SCRIPT: Final[dict[Script, tuple[Writing, ...]]] = {
    Script.CYRILLIC: (Writing.KAZAKH_CYRILLIC, Writing.RUSSIAN, Writing.UYGHUR_CYRILLIC),
    Script.ARABIC: (Writing.UYGHUR_ARABIC, Writing.TOTE, Writing.ARABIC),
    Script.HAN: (Writing.SIMPLIFIED, Writing.TRADITIONAL),
    Script.LATIN: (
        Writing.PINYIN, Writing.WESTERN, Writing.KAZAKH_LATIN, Writing.KAZAKH_LATIN_2021,
        Writing.KAZAKH_LATIN_2018, Writing.UYGHUR_LATIN, Writing.ULY, Writing.YEZIQI,
    ),
}  # fmt: skip

#: A word of 1, 2, 3 syllables of pinyin (or more) that no other writing needs to be cut so, and a
#: word that cannot be cut at all.
_SYLLABLES: Final = (0.2, 0.8, 2.0)
_NO_PINYIN: Final = -6.0
#: A character that only one of the two sets of characters has.
_OF_ONE_SET: Final = 5.0


@dataclass(frozen=True)
class Guess:
    """A writing that a text may be in, and how likely that is (0 to 1)."""

    writing: Writing
    probability: float


@lru_cache(maxsize=8192)
def writings(text: str) -> tuple[Guess, ...]:
    """Every writing that the text may be in, most probable first; they sum to 1. () for a text
    without letters of our scripts."""
    seen = clean(unicodedata.normalize("NFKC", text[:LOOKED_AT])).lower()
    odds = dict.fromkeys(_OF_SCRIPT.get(script_of(seen), ()), 0.0)
    for pattern, weights in _signs():
        if any(writing in odds for writing, _ in weights) and pattern.search(seen):
            for writing, weight in weights:
                if writing in odds:
                    odds[writing] += weight
    for writing, weight in _more(seen):
        if writing in odds:
            odds[writing] += weight
    if not odds:
        return ()
    top = max(odds.values())
    total = sum(exp(each - top) for each in odds.values())
    guesses = [Guess(writing, exp(each - top) / total) for writing, each in odds.items()]
    return tuple(sorted(guesses, key=lambda guess: (-guess.probability, guess.writing)))


def _more(seen: str) -> list[tuple[Writing, float]]:
    """What no regular expression shows: words cut into pinyin, characters of one set."""
    found = []
    for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", seen):
        if len(word) > 1 and not han.is_han(word[0]):
            ways = han.split_pinyin(word)
            syllables = min(len(ways[0]) if ways else 0, len(_SYLLABLES))
            found.append((Writing.PINYIN, _SYLLABLES[syllables - 1] if ways else _NO_PINYIN))
    simplified, traditional = _sets()
    if not simplified.isdisjoint(seen):
        found.append((Writing.SIMPLIFIED, _OF_ONE_SET))
    if not traditional.isdisjoint(seen):
        found.append((Writing.TRADITIONAL, _OF_ONE_SET))
    return found


@cache
def _signs() -> tuple[tuple[re.Pattern[str], tuple[tuple[Writing, float], ...]], ...]:
    found = []
    for pattern, weights in rows("signs.tsv"):
        pairs = (pair.split() for pair in weights.split(";"))
        found.append(
            (re.compile(pattern), tuple((Writing(name), float(weight)) for name, weight in pairs))
        )
    return tuple(found)


@cache
def _sets() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that are only simplified, and characters that are only traditional."""
    forms = han.simplified_forms()
    traditional = frozenset("".join(forms.values()))
    return frozenset(forms) - traditional, traditional - frozenset(forms)
