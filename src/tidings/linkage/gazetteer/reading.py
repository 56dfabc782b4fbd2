"""A written place as the most exact units that its words agree on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tidings.linkage.gazetteer.keys import coarse
from tidings.linkage.gazetteer.kinds import LOW, han_stem
from tidings.linkage.gazetteer.spans import Span, spans_of
from tidings.linkage.gazetteer.units import HIGH_LEVELS, Gazetteer, gazetteer
from tidings.linkage.slips import distance
from tidings.names import han
from tidings.values import clean

#: Of a text so many letters are read, and so many names in it.
LONGEST: Final = 500
MOST_NAMES: Final = 12
#: A name that fits more units than this tells nothing.
MOST_UNITS: Final = 8
#: A word shorter than this is never taken for another with a slip.
SHORTEST_MISSPELT: Final = 5
SHORTEST_MISSPELT_HAN: Final = 4

#: What two names in one text say for each other: one lies in the other, by a unit that is not a
#: whole country; or in the same country; or they are one.
_WITHIN, _COUNTRY, _SAME = 4, 1, 2


@dataclass(frozen=True)
class Place:
    """One place that a text names: the units it may be, and the words that say so."""

    codes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """The most exact places of a text (what lies above them is implied), and its other words."""

    places: tuple[Place, ...]
    words: tuple[str, ...]


@lru_cache(maxsize=32768)
def read_place(text: str) -> Reading:
    """The places that a text names, in any script, with or without words for their kind.

    Names of several levels, in any order, choose among each other's units those that lie in one
    another. What stays open is kept open: "Ghulja" is the city or the county. A village that no
    unit is called by is a word."""
    spans = spans_of(clean(text)[:LONGEST])
    spans = _agreed(spans)
    if any(span.codes for span in spans):
        found = [_misspelt(span, spans) for span in spans]
        spans = _agreed(found) if found != spans else spans
    exact = _most_exact([span for span in spans if span.codes])
    words = dict.fromkeys(word for span in spans if not span.codes for word in span.words)
    return Reading(tuple(exact), tuple(words))


def _agreed(spans: Sequence[Span]) -> list[Span]:
    """The spans with the units that the other spans speak for most; what fits none is a word."""
    named = [at for at, span in enumerate(spans) if span.codes][:MOST_NAMES]
    agreed = [span if at in named else replace(span, codes=()) for at, span in enumerate(spans)]
    for at in named:
        others = [spans[other] for other in named if other != at]
        agreed[at] = _chosen(spans[at], others)
    dropped = [at for at in named if not agreed[at].codes]
    if dropped:  # what is a word spoke for units in the others
        left = [replace(span, codes=()) if at in dropped else span for at, span in enumerate(spans)]
        return _agreed(left)
    return agreed


def _chosen(span: Span, others: Sequence[Span]) -> Span:
    """The span with those of its units that the others speak for most, none below a county beside
    one that is not; without any where they are too many or out of place."""
    support = {code: _support(code, others) for code in span.codes}
    most = max(support.values())
    codes = tuple(code for code in span.codes if support[code] == most)
    codes = tuple(code for code in codes if not gazetteer().is_low(code)) or codes
    if len(codes) > MOST_UNITS or _is_out_of_place(codes, span, others):
        codes = ()
    return replace(span, codes=codes)


def _support(code: str, others: Sequence[Span]) -> int:
    """How much the other names speak for a unit."""
    units = gazetteer()
    return sum(max(_relation(code, each, units) for each in other.codes) for other in others)


def _relation(a: str, b: str, units: Gazetteer) -> int:
    if a == b:
        return _SAME
    if a in units.above(b):
        upper = a
    elif b in units.above(a):
        upper = b
    else:
        return 0
    return _COUNTRY if units.is_country(upper) else _WITHIN


def _is_out_of_place(codes: Sequence[str], span: Span, others: Sequence[Span]) -> bool:
    """Whether the name is rather a village's that is called like a unit elsewhere."""
    units = gazetteer()
    named = {code for other in others for code in other.codes}
    rivals = [other for other in others if not any(map(units.is_country, other.codes))]
    is_related = any(_relation(a, b, units) >= _SAME for a in codes for b in named)
    if all(map(units.is_low, codes)):
        if _is_official(span):
            return bool(rivals) and not is_related
        return not any(named & {code, units.units[code].parent} for code in codes)
    if is_related or any(units.units[code].level in HIGH_LEVELS for code in codes):
        return False
    return not span.kinds and any(rival.kinds for rival in rivals)


def _is_official(span: Span) -> bool:
    """Whether the name stands in characters with its kind: of such townships all are known."""
    return bool(span.kinds) and coarse(span.words[0]) == ""


def _misspelt(span: Span, spans: Sequence[Span]) -> Span:
    """The span with the one unit within the named ones that its word is nearly the name of."""
    if span.codes or len(span.words) != 1:
        return span
    parents = {parent for other in spans for parent in other.codes}
    found = _with_a_slip(span.words[0], parents) | _said_alike(span.words[0], parents)
    if span.kinds:
        is_low = bool(span.kinds & LOW)
        found = {code for code in found if gazetteer().is_low(code) == is_low}
    return replace(span, codes=tuple(found)) if len(found) == 1 else span


def _with_a_slip(word: str, parents: Iterable[str]) -> set[str]:
    """Units within these that a slip keeps the word from."""
    key = _sounded(word)
    return {
        code
        for parent in parents
        for shorter in _with_one_gone(key)
        for code, name in _names_within(parent).get(shorter, ())
        if distance(name, key) == 1
    }


def _said_alike(word: str, parents: Iterable[str]) -> set[str]:
    """Units within these of which the characters are others, read alike: 特可斯."""
    pinyin = "".join(han.syllable_of(character) or "" for character in word)
    codes = gazetteer().written.get(pinyin, ())
    return {code for code in codes if not set(parents).isdisjoint(gazetteer().above(code))}


@lru_cache(maxsize=512)
def _names_within(parent: str) -> Mapping[str, list[tuple[str, str]]]:
    """(code, name) of the units right below, and of all counties below, by what is left of the
    name when a letter goes."""
    units = gazetteer()
    below = list(units.children.get(parent, ()))
    if units.units[parent].level in HIGH_LEVELS:
        further = (code for each in below for code in units.children.get(each, ()))
        below += [code for code in further if not units.is_low(code)]
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for code in below:
        for name in set(_sounds(code)):
            for shorter in _with_one_gone(name):
                found[shorter].append((code, name))
    return found


def _with_one_gone(name: str) -> set[str]:
    """The name, and what is left of it when a letter goes."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _sounds(code: str) -> Iterator[str]:
    for names in gazetteer().units[code].names.values():
        yield from filter(None, map(_sounded, map(han_stem, names)))


def _sounded(name: str) -> str:
    """How the letters sound, or characters as they are; "" for what is too short."""
    key = coarse(name)
    if key:
        return key if len(key) >= SHORTEST_MISSPELT else ""
    return name if len(name) >= SHORTEST_MISSPELT_HAN else ""


def _most_exact(spans: Sequence[Span]) -> Iterator[Place]:
    """The places without those in which another lies, and without doubles."""
    above_of = gazetteer().above
    said: dict[tuple[str, ...], Span] = {}
    for span in spans:
        said.setdefault(_common(span, spans), span)
    for codes, span in said.items():
        others = (code for other in said if other != codes for code in other)
        below = {above for code in others for above in above_of(code)}
        if not below.intersection(codes):
            yield Place(codes, span.words)


def _common(span: Span, spans: Sequence[Span]) -> tuple[str, ...]:
    """The units of the span, only those of another span with it where any are in both."""
    codes = span.codes
    for other in spans:
        codes = tuple(code for code in codes if code in other.codes) or codes
    return tuple(sorted(codes))
