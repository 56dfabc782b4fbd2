"""The letter that a name stands under in an index, in each script by its own alphabet."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from tidings.names.han import syllable_of
from tidings.values import Script

_SCRIPTS: Final = (Script.CYRILLIC, Script.LATIN, Script.ARABIC, Script.HAN, Script.OTHER)
#: Kazakh, Russian and Uyghur Cyrillic, and the Arabic letters of Uyghur and Kazakh, in order.
_CYRILLIC: Final = "аәбвгғдеёжҗзиійкқлмнңоөпрстуұүфхһцчшщъыьэюя"
_ARABIC: Final = "اەبپتجچخدرزژسشعغفقكگڭلمنھحوۇۆۈۋېىي"
#: The seat of a vowel in Uyghur and Kazakh, not a letter of its own.
_SEATS: Final = frozenset("ئٴء")
_SAME: Final = {"أ": "ا", "إ": "ا", "آ": "ا", "ە": "ە", "ه": "ھ", "ک": "ك", "ی": "ي"}


class Letter(NamedTuple):
    """A letter of one script's index; a Chinese name stands under its first pinyin letter."""

    script: Script
    letter: str

    @property
    def shown(self) -> str:
        return self.letter.upper()

    @property
    def code(self) -> str:
        """What names its page: "cyrl-049b"."""
        return f"{self.script.lower()}-{ord(self.letter):04x}"

    @property
    def order(self) -> tuple[int, int, str]:
        alphabet = _ARABIC if self.script is Script.ARABIC else _CYRILLIC
        place = alphabet.find(self.letter)
        return _SCRIPTS.index(self.script), place if place >= 0 else len(alphabet), self.letter


def first_letter(name: str, script: Script) -> Letter | None:
    """The letter of a name as written; None when it has none. Pinyin is Latin here."""
    script = Script.LATIN if script is Script.PINYIN else script
    for character in unicodedata.normalize("NFC", name):
        if character.isalpha() and character not in _SEATS:
            return Letter(script, _folded(character))
    return None


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    syllable = syllable_of(character)
    if syllable:
        return syllable[0]
    lower = character.lower()[0]
    if lower in _CYRILLIC or lower in _ARABIC:
        return lower
    return _SAME.get(lower) or unicodedata.normalize("NFD", lower)[0]
