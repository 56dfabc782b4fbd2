"""The letters that chunks are made of, as small numbers: six bits each, 0 for none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.alphabet import CODES, Kind

#: So many letters one character may stand for.
LONGEST_CHUNK: Final = {Kind.LATIN: 6, Kind.LETTERS: 5, Kind.ARABIC: 4}
BITS: Final = 6
LETTER: Final = (1 << BITS) - 1

VOWELS: Final = {
    Kind.LATIN: frozenset("aeiouyäöüı"),
    Kind.LETTERS: frozenset("aäeɛiıoöuüyь"),
    Kind.ARABIC: frozenset("اويء"),
}
#: An accent says nothing that Chinese could write.
_FOLDED: Final = str.maketrans("éáóúū", "eaouu")

_ALPHABETS: Final = {
    kind: [symbol for symbol in CODES[kind] if len(symbol) == 1]
    + (["ь"] if kind is Kind.LETTERS else [])
    for kind in LONGEST_CHUNK
}
_NUMBERS: Final = {
    kind: {letter: number for number, letter in enumerate(alphabet, start=1)}
    for kind, alphabet in _ALPHABETS.items()
}


def numbered(units: Sequence[str], kind: Kind) -> list[int]:
    """The numbers of a reading's letters; letters that the kind does not know are left out."""
    numbers = _NUMBERS[kind]
    known = (numbers.get(letter.translate(_FOLDED)) for letter in units)
    return [number for number in known if number is not None]


def parts_of_chunks(keys: NDArray[np.int64], kind: Kind) -> list[NDArray[np.int64]]:
    """Packed chunks cut into what stands before, in and after the first vowels, packed again."""
    longest = LONGEST_CHUNK[kind]
    vowel = np.array([False, *(letter in VOWELS[kind] for letter in _ALPHABETS[kind])])
    state = np.zeros(len(keys), np.int64)  # 0 before, 1 in, 2 after the vowels
    ends = [np.zeros(len(keys), np.int64), np.zeros(len(keys), np.int64)]
    for place in range(longest - 1, -1, -1):
        letter = keys >> BITS * place & LETTER
        is_vowel = vowel[np.minimum(letter, len(vowel) - 1)]
        begins, stops = is_vowel & (state == 0), ~is_vowel & (state == 1)
        ends[0] = np.where(begins, place + 1, ends[0])
        ends[1] = np.where(stops, place + 1, ends[1])
        state = np.where(begins, 1, np.where(stops, 2, state))
    onset = keys >> BITS * ends[0]
    nucleus = (keys & (1 << BITS * ends[0]) - 1) >> BITS * ends[1]
    return [onset, nucleus, keys & (1 << BITS * ends[1]) - 1]


def packed(letters: Sequence[int]) -> int:
    """Letters as one number, the first one highest."""
    key = 0
    for number in letters:
        key = key << BITS | number
    return key
