"""What spelling in Chinese characters does to a name, where a reader would stumble over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tidings.names import han
from tidings.names.alphabet import VOWELS
from tidings.names.sounds import phones_of

_OPEN: Final = tuple("aeiouv")
#: Heard as a part of the vowel before them, which the syllable may have too.
_GLIDES: Final = "ywvʿ"

Steps = Iterable[tuple[str, str]]


def r_as_l(steps: Steps) -> bool:
    """Whether a character that is read with l stands for r: 拉 for the ра of Қайрат."""
    for letters, syllable in _syllables(steps):
        phones = phones_of(letters)
        if syllable.startswith("l") and "r" in phones and "l" not in phones:
            return True
    return False


def left_out(steps: Steps) -> list[str]:
    """The letters that end a syllable and no character writes: х of Ахмет in 艾买提."""
    found = []
    for letters, syllable in _syllables(steps):
        phones = phones_of(letters)
        closed = phones[-1:] not in ("", *VOWELS, *_GLIDES)
        if closed and syllable.endswith(_OPEN) and any(phone in VOWELS for phone in phones):
            found.append(letters[-1])
    return found


def _syllables(steps: Steps) -> Iterator[tuple[str, str]]:
    """(letters, the syllable of the one character that stands for them), in lower case."""
    for a, b in steps:
        for letters, character in ((a, b), (b, a)):
            if (
                len(character) == 1
                and han.is_han(character)
                and not han.is_han(letters[:1] or "一")
            ):
                yield letters, han.syllable_of(character) or ""
