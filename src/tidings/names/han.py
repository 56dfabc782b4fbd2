"""Chinese characters and pinyin: one table of syllables for both.

A syllable is read as up to four symbols (initial, medial, vowel, coda). `data/syllables.txt`
holds the usual reading in names of every character, `data/simplified.txt` the simplified form of
traditional ones; `data/ORIGIN.md` says where they are from.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from tidings.names.shipped import rows

_SYLLABLE: Final = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouv]+)(ng|n|r)?")
_LONGEST: Final = 6
_MOST_SPLITS: Final = 3

_TONES: Final = dict.fromkeys(map(ord, "\u0304\u0301\u030c\u0300"))
#: u and ü are one key on many keyboards; passports write lü as lyu or lv.
_SPELLINGS: Final[dict[str, str]] = {"ü": "v", "lyu": "lv", "nyu": "nv"}


def is_han(letter: str) -> bool:
    """Whether one letter is a Chinese character of the common blocks."""
    return "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf"


def simplify(text: str) -> str:
    """The text with traditional characters made simplified, one by one."""
    table = _simplified()
    return "".join(table.get(letter, letter) for letter in text)


def syllable_of(character: str) -> str | None:
    """The toneless pinyin of one character as names use it (ü is v), or None."""
    return _readings().get(character)


@cache
def symbols_of(syllable: str) -> tuple[str, ...]:
    """The HAN symbols of a pinyin syllable: "sai" -> s a i, "ye" -> y e, "er" -> R."""
    if syllable == "er":
        return ("R",)
    found = _SYLLABLE.fullmatch(syllable)
    if found is None:
        return ()
    initial, vowels, coda = found[1] or "", found[2], found[3] or ""
    if initial in ("j", "q", "x", "y") and vowels[0] == "u":
        vowels = "v" + vowels[1:]
    if (initial, vowels[0]) in (("y", "i"), ("y", "v"), ("w", "u")):
        initial = ""
    if vowels == "i" and initial in ("z", "c", "s", "zh", "ch", "sh", "r"):
        vowels = "ɨ"
    elif vowels == "e" and initial != "y":
        vowels = "ə"
    tail = {"n": ("ñ",), "ng": ("ŋ",), "r": ("R",), "": ()}[coda]
    return (*((initial,) if initial else ()), *vowels, *tail)


def toneless(token: str) -> str:
    """The token without tone marks: mǎi is mai, lǚ is lü."""
    if token.isascii():
        return token
    letters = unicodedata.normalize("NFD", token).translate(_TONES)
    return unicodedata.normalize("NFC", letters)


def initial_and_final(syllable: str) -> tuple[str, str]:
    """A pinyin syllable cut before its first vowel: "sai" -> ("s", "ai"), "er" -> ("", "er")."""
    final = syllable.lstrip("bpmfdtnlgkhjqxrzcsyw")
    return syllable[: len(syllable) - len(final)], final


@lru_cache(maxsize=8192)
def split_pinyin(token: str) -> tuple[tuple[str, ...], ...]:
    """Every likely way to cut a Latin token into pinyin syllables, likeliest first; () if none.

    An apostrophe always cuts. Fewer syllables are likelier; of equal ones those whose syllables
    begin with a consonant, as the spelling rules of pinyin ask ("yeerlan" -> ye er lan).
    """
    token = toneless(token)
    for written, usual in _SPELLINGS.items():
        token = token.replace(written, usual)
    pieces = [piece for piece in token.split("'") if piece]
    if not pieces or len(token) > 40:
        return ()
    ways: list[tuple[str, ...]] = [()]
    for piece in pieces:
        cuts = _cuts(piece)
        ways = [(*way, *cut) for way in ways for cut in cuts][:_MOST_SPLITS]
    return tuple(ways)


def _cuts(piece: str) -> list[tuple[str, ...]]:
    known = all_syllables()
    ends: list[list[tuple[str, ...]]] = [[()], *([] for _ in piece)]
    for end in range(1, len(piece) + 1):
        for start in range(max(0, end - _LONGEST), end):
            if ends[start] and piece[start:end] in known:
                ends[end] += [(*way, piece[start:end]) for way in ends[start]]
        ends[end] = sorted(ends[end], key=_unlikeliness)[:_MOST_SPLITS]
    return ends[-1]


def _unlikeliness(way: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    bare = sum(syllable[0] in "aeo" for syllable in way[1:])
    return len(way) + 0.6 * bare, way


@cache
def all_syllables() -> frozenset[str]:
    plain = set(_readings().values()) - {"m", "n", "ng", "hm", "hng"}
    typed = {syllable.replace("v", "u") for syllable in plain if syllable[0] in "jqxy"}
    return frozenset(plain | typed)


def readings_by_syllable() -> dict[str, str]:
    """Syllable -> the characters read so."""
    return {row[0]: row[1] for row in rows("syllables.txt")}


def simplified_forms() -> dict[str, str]:
    """Simplified character -> the traditional ones that it stands for."""
    return {row[0]: row[1] for row in rows("simplified.txt")}


@cache
def _readings() -> dict[str, str]:
    readings: dict[str, str] = {}
    for syllable, characters in rows("syllables.txt"):
        readings.update(dict.fromkeys(characters, syllable))
    return readings


@cache
def _simplified() -> dict[str, str]:
    return {traditional: simple for simple, many in rows("simplified.txt") for traditional in many}
