"""Letters that look alike in Latin, Cyrillic and Greek, told apart by the word they stand in.

A Kazakh text typed where і, һ or ә were missing has Latin i, h and ə; a list read by OCR has all
of them mixed. A word is read in the script that can hold all of it, else in that of most letters.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

#: Latin letter -> the Cyrillic one of the same shape. Capitals are here where they look like
#: another letter than their small form does.
CYRILLIC_FOR: Final[dict[str, str]] = {
    **dict(zip("aceikmopstxyhəɵj", "асеікморѕтхуһәөј", strict=True)),
    **dict(zip("BHTMK", "ВНТМК", strict=True)),
}
#: Cyrillic letter -> the Latin one; capitals as above.
LATIN_FOR: Final[dict[str, str]] = {
    **dict(zip("асеіморѕхуһәөјк", "aceimopsxyhəɵjk", strict=True)),
    **dict(zip("ВНТМКҮ", "BHTMKY", strict=True)),
}
#: Greek letters that stand in words of the other two, as Latin.
GREEK: Final[dict[str, str]] = dict(
    zip("αεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeikvoptuxABEZHIKMNOPTYX", strict=True)
)

#: A word longer than this holds no name.
LONGEST_WORD: Final = 200


def is_mixed(word: str) -> bool:
    """Whether the word has letters of two alphabets."""
    return len({alphabet for letter in word if (alphabet := _alphabet(letter))}) > 1


def in_one_script(word: str) -> str:
    """The word with letters that stray from its script replaced by their doubles."""
    if word.isascii() or not is_mixed(word):
        return word
    if any(_alphabet(letter) == "GREEK" for letter in word):
        word = "".join(GREEK.get(letter, letter) for letter in word)
    latin = [letter for letter in word if _alphabet(letter) == "LATIN"]
    cyrillic = [letter for letter in word if _alphabet(letter) == "CYRILLIC"]
    table = CYRILLIC_FOR if _is_cyrillic(latin, cyrillic) else LATIN_FOR
    return "".join(_double(letter, table) or letter for letter in word)


def _is_cyrillic(latin: list[str], cyrillic: list[str]) -> bool:
    """Whether a word of these letters is Cyrillic."""
    fits_cyrillic = all(_double(letter, CYRILLIC_FOR) for letter in latin)
    fits_latin = all(_double(letter, LATIN_FOR) for letter in cyrillic)
    if fits_cyrillic != fits_latin:
        return fits_cyrillic
    return len(cyrillic) >= len(latin)


def _double(letter: str, table: dict[str, str]) -> str:
    """The letter of the same shape in the table's script; "" if there is none."""
    return table.get(letter) or table.get(letter.lower(), "")


@lru_cache(maxsize=4096)
def _alphabet(letter: str) -> str:
    """LATIN, CYRILLIC, GREEK, or "" for all else."""
    if not letter.isalpha():
        return ""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in ("LATIN", "CYRILLIC", "GREEK") else ""
