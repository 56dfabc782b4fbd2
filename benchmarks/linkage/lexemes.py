"""The names of an invented world: how each sounds and how a clerk puts it into characters.

The names are well-known ones, written down from general knowledge, and compounds put together
of their elements. Nothing here is read from the matcher's own tables.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data"
UYGHUR, KAZAKH, CHINESE = 0, 1, 2
MALE, FEMALE = 1, 2
#: How many compounds are invented for each people and sex; every fifth name is of three elements.
INVENTED = 400
#: Elements that only women's names end in, and only men's.
WOMENS = frozenset("gül nisa".split())
MENS = frozenset("bek bay bäk bäg din ulla qul murat zada sultan bol šat gerey dar".split())
#: The sounds of pinyin syllables, as neighbours of the people would write them.
_HEARD = (
    ("zh", "j"),
    ("ch", "č"),
    ("sh", "š"),
    ("xiao", "šyaw"),
    ("x", "š"),
    ("q", "č"),
    ("ng", "ŋ"),
    ("c", "s"),
    ("ie", "iyä"),
    ("ia", "ya"),
    ("ao", "aw"),
    ("v", "ü"),
)

Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Lexemes:
    """Every name of the world. `sounds[i]` and `characters[i]` are how name i is spoken and how
    a clerk writes it under the old rule; `given[people, sex]` numbers the given names, the
    commonest first; a Chinese full name is a lexeme too, `full` + surname * givens + given."""

    sounds: tuple[str, ...]
    characters: tuple[str, ...]
    given: dict[tuple[int, int], NDArray[np.int64]]
    surnames: NDArray[np.int64]
    full: int

    def chinese_full(
        self, surname: NDArray[np.int64], given: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """The lexeme of a Chinese surname and given name written as one."""
        givens = self.given[CHINESE, MALE]
        at = (surname - self.surnames[0]) * len(givens) + (given - givens[0])
        return np.asarray(self.full + at, np.int64)


@cache
def sections() -> dict[str, Words]:
    """The lists of names.txt: header -> (sounds, characters)."""
    found: dict[str, list[tuple[str, str]]] = {}
    header = ""
    for line in (DATA / "names.txt").read_text(encoding="utf-8").splitlines():
        if line.isascii() and line.split()[-1] in ("m", "f", "first", "last", "surname", "given"):
            found[header := line] = []
        else:
            sounds, characters = line.split()
            found[header].append((sounds, characters))
    return {name: tuple(words) for name, words in found.items()}


@cache
def lexemes(seed: int) -> Lexemes:
    """The names of world `seed`: the well-known first, then compounds of its own."""
    chance = random.Random(seed)
    number: dict[str, int] = {}
    words: list[tuple[str, str]] = []
    given: dict[tuple[int, int], NDArray[np.int64]] = {}
    for people, code in ((UYGHUR, "uy"), (KAZAKH, "kk")):
        for sex, letter in ((MALE, "m"), (FEMALE, "f")):
            known = sections()[f"{code} {letter}"]
            more = chance.sample(sorted(_compounds(code, sex) - set(known)), INVENTED)
            for sounds, characters in (*known, *more):
                if number.setdefault(sounds, len(words)) == len(words):
                    words.append((sounds, characters))
            own = dict.fromkeys(number[sounds] for sounds, _ in (*known, *more))
            given[people, sex] = np.array(list(own), np.int64)
    surnames = [(heard(sound), sign) for sound, sign in sections()["surname"]]
    own = [(heard(sound), sign) for sound, sign in sections()["given"]]
    own += [(a + b, x + y) for (a, x), (b, y) in product(own, repeat=2)]
    first = len(words)
    words += surnames
    given[CHINESE, MALE] = given[CHINESE, FEMALE] = np.arange(len(words), len(words) + len(own))
    words += own
    full = len(words)
    words += [(a + b, x + y) for (a, x), (b, y) in product(surnames, own)]
    sounds, characters = zip(*words, strict=True)
    return Lexemes(sounds, characters, given, np.arange(first, first + len(surnames)), full)


def _compounds(code: str, sex: int) -> set[tuple[str, str]]:
    return set(_put_together(code, sex))


def _put_together(code: str, sex: int) -> Iterator[tuple[str, str]]:
    first, last = sections()[f"{code} first"], sections()[f"{code} last"]
    wrong = MENS if sex == FEMALE else WOMENS
    fit = [word for word in last if word[0] not in wrong]
    pairs = product(first, fit)
    yield from ((a + z, x + w) for (a, x), (z, w) in pairs)
    triples = list(product(first, first, fit))
    for (a, x), (b, y), (z, w) in triples[:: max(1, len(triples) // 600)]:
        if a != b:
            yield a + b + z, x + y + w


def heard(pinyin: str) -> str:
    """How the neighbours hear a syllable of pinyin."""
    for letters, sounds in _HEARD:
        pinyin = pinyin.replace(letters, sounds)
    return pinyin
