"""The words that say what kind of place a name is, in our languages, with their endings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from tidings.linkage.gazetteer.keys import exact
from tidings.linkage.gazetteer.shipped import rows


class Kind(StrEnum):
    """What a unit may be called."""

    COUNTRY = "country"
    PREFECTURE = "prefecture"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    STREET = "street"


Kinds = frozenset[Kind]

#: Below a county. A county is not called so, whatever its name.
LOW: Final[Kinds] = frozenset({Kind.TOWNSHIP, Kind.VILLAGE, Kind.STREET})
_SHORTEST_STEM: Final = 3
_SHORTEST_HAN: Final = 2


@lru_cache(maxsize=8192)
def kinds_of(word: str) -> Kinds:
    """What kind of place the word means, in any case; empty when it means none."""
    lower = exact(word)
    for form in (lower, *stems(lower)):
        if form in _kinds():
            return _kinds()[form]
    return frozenset()


def goes_before(word: str) -> bool:
    """Whether the word for a kind may stand before the name."""
    return exact(word) in _words()["before"]


def stands_between(word: str) -> bool:
    """Whether the word belongs between a name and its kind: Ili *Kazakh autonomous* prefecture."""
    return exact(word) in _words()["between"]


def is_idle(word: str) -> bool:
    """Whether the word tells no place from another."""
    return exact(word) in _words()["idle"]


@lru_cache(maxsize=8192)
def stems(word: str) -> tuple[str, ...]:
    """What may be left of a lower-case word without its case ending, the longest ending first."""
    return tuple(
        word[: -len(ending)]
        for ending in _endings()
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM
    )


def han_kind(text: str, at: int) -> re.Match[str] | None:
    """The kind that stands in characters from here on, with the people that it is named for."""
    return _han_kind().match(text, at)


def han_kinds(kind: re.Match[str] | None) -> Kinds:
    """What kind of place the characters mean; empty for None."""
    return _kinds()[kind[1]] if kind else frozenset()


def next_han_kind(text: str, at: int) -> int:
    """Where the next kind in characters begins; -1 where none does."""
    found = _han_kind().search(text, at)
    return found.start() if found else -1


@lru_cache(maxsize=8192)
def han_stem(name: str) -> str:
    """Characters without the kind at their end: 察布查尔锡伯自治县 is 察布查尔."""
    kind = _kind_at_end(name)
    return name[: kind.start()] if kind else name


def kinds_in(name: str) -> Kinds:
    """What kind of place the characters of a whole name say it is."""
    return han_kinds(_kind_at_end(name))


def _kind_at_end(name: str) -> re.Match[str] | None:
    ends = (found for found in _han_kind().finditer(name) if found.end() == len(name))
    return next((found for found in ends if found.start() >= _SHORTEST_HAN), None)


@cache
def _han_kind() -> re.Pattern[str]:
    longest_first = sorted(filter(_is_han, _kinds()), key=len, reverse=True)
    peoples = "|".join(_words()["people"])
    return re.compile(f"(?:(?:{peoples})族?(?=自治|民族乡|乡))?({'|'.join(longest_first)})")


def _is_han(word: str) -> bool:
    return "\u3400" <= word[0] <= "\u9fff"


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(_words()["ending"], key=len, reverse=True))


@cache
def _kinds() -> Mapping[str, Kinds]:
    found: dict[str, Kinds] = defaultdict(frozenset)
    for what, words in _words().items():
        kinds = frozenset(what.split("+"))
        if kinds <= frozenset(Kind):
            for word in words:
                found[word] |= frozenset(map(Kind, kinds))
    return dict(found)


@cache
def _words() -> Mapping[str, dict[str, None]]:
    """Words as keys, in their order, by what they say."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for what, words in rows("words.tsv"):
        found[what] |= dict.fromkeys(map(exact, words.split()))
    return found
