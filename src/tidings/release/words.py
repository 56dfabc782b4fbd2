"""Whether the words that a family wants said hold something that nobody allowed to be said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tidings.release.known import KinTold, Known
from tidings.release.places import at_level
from tidings.values import PlaceLevel, clean


class Withheld(StrEnum):
    """Why words were held back: what is in them."""

    NUMBER = "number"
    TESTIFIER = "testifier"
    KIN = "kin"
    PLACE = "place"


@dataclass(frozen=True)
class Private:
    """What the words about one person may not hold, in small letters. `numbers`: digits only;
    `shown` are the words of names that are released, and no secret."""

    numbers: frozenset[str]
    contacts: frozenset[str]
    shown: frozenset[str]
    testifiers: frozenset[str]
    kin: frozenset[str]
    places: frozenset[str]


#: Whoever's it is: a number of nine digits or more, or an address.
_REACHES = re.compile(r"\d(?:[ ()/.‐‑–-]{0,2}\d){8,}|\S+@\S+|https?://|\bt\.me/")
#: A day is no number of a telephone.
_DAY = re.compile(r"\b(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_HAN_PARTS = re.compile(r"(?<=[乡镇村街路巷队组号团])")
#: What is shorter stands in too many texts by chance.
_FEWEST_DIGITS, _FEWEST_LETTERS = 5, 3
#: Words of places that are no name.
_KINDS = frozenset(
    "село деревня город район области область района улица дом ауылы ауданы қаласы облысы көшесі "
    "ауыл аудан қала облыс village county city prefecture region province district town street "
    "audany auyly qalasy oblysy the and near қазақ kazakh ناھىيىسى ناھىيە يېزىسى شەھىرى ۋىلايىتى "
    "ауданының облысының қаласының районы области".split()
)


def withheld(words: str, private: Private) -> Withheld | None:
    """What the words hold that they may not, or None. A name is known by its beginning, so that
    case endings hide nothing; in doubt it is found."""
    text = clean(words).casefold()
    digits = re.sub(r"\D", "", text)
    if (
        _REACHES.search(_DAY.sub(" ", text))
        or any(each in digits for each in private.numbers)
        or any(each in text for each in private.contacts)
    ):
        return Withheld.NUMBER
    found = set(_WORD.findall(text))
    for reason, hidden in (
        (Withheld.TESTIFIER, private.testifiers),
        (Withheld.KIN, private.kin),
        (Withheld.PLACE, private.places),
    ):
        if any(_is_said(each, found, private.shown) for each in hidden):
            return reason
    return None


def private_of(known: Known, released: Iterable[str]) -> Private:
    """What is private of a person beside whom the names `released` are given: their own, and
    those of kin who are in the same release by name."""
    voices = known.voices
    open_voices = {each.testifier for each in known.standing.consents if each.own_name}
    said = {voice.name for number, voice in voices.items() if number in open_voices}
    shown = {*_tokens(released), *_tokens(said)}
    everybody = [*voices.values(), *known.testifiers]
    numbers = [written for mention in known.mentions for _, written in mention.numbers]
    return Private(
        numbers=_digits([*numbers, *(each.contact for each in everybody)]),
        contacts=frozenset(
            clean(each.contact).casefold()
            for each in everybody
            if len(each.contact) >= _FEWEST_DIGITS
        ),
        shown=frozenset(shown),
        testifiers=frozenset(_tokens(each.name for each in everybody)) - shown,
        kin=frozenset(_tokens(_names(known.kin))) - shown,
        places=_finer(known),
    )


def _names(kin: Iterable[KinTold]) -> Iterator[str]:
    return (name for each in kin for name in each.names)


def _is_said(hidden: str, found: Collection[str], shown: Collection[str]) -> bool:
    """Whether a word begins so (in Chinese: holds it), and is not rather a released name."""
    if _is_han(hidden):
        return any(hidden in each for each in found)
    return any(
        each.startswith(hidden)
        and not any(len(name) > len(hidden) and each.startswith(name) for name in shown)
        for each in found
    )


def _tokens(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for token in _WORD.findall(clean(name).casefold()):
            if len(token) >= _FEWEST_LETTERS or _is_han(token):
                yield token


def _is_han(word: str) -> bool:
    return "\u4e00" <= word[:1] <= "\u9fff"


def _digits(numbers: Iterable[str]) -> frozenset[str]:
    found = (re.sub(r"\D", "", each) for each in numbers)
    return frozenset(each for each in found if len(each) >= _FEWEST_DIGITS)


def _finer(known: Known) -> frozenset[str]:
    """The words of the person's places that the place level leaves out."""
    level = known.standing.place_level
    if level is PlaceLevel.FULL:
        return frozenset()
    told = [mention.place for mention in known.mentions]
    told += [statement.place for statement in known.statements]
    said = {each for each in told if each}
    shown = {place: at_level(place, level) or "" for place in said}
    left = {part for place in said for part in _HAN_PARTS.split(_without(place, shown[place]))}
    return frozenset(_tokens(left)) - frozenset(_tokens(shown.values())) - _KINDS


def _without(place: str, shown: str) -> str:
    return place.replace(shown, " ") if shown else place
