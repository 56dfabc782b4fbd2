"""Which words of a written place may name a unit, and what kind of place they say it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tidings.linkage.gazetteer.keys import coarse, exact
from tidings.linkage.gazetteer.kinds import (
    LOW,
    Kind,
    Kinds,
    goes_before,
    han_kind,
    han_kinds,
    is_idle,
    kinds_in,
    kinds_of,
    next_han_kind,
    stands_between,
    stems,
)
from tidings.linkage.gazetteer.units import HIGH_LEVELS, SHORTEST_SOUND, gazetteer
from tidings.names import han

#: Words of the longest name.
_MOST_WORDS: Final = 10
_HAN: Final = "\u3400-\u9fff"
_HAN_LETTER: Final = re.compile(f"[{_HAN}]")
_WORD: Final = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+(?:['’‘ʻʼ`-][^\\W_{_HAN}]+)*")
_BREAK: Final = re.compile(r"[,;/()\[\]|«»\"“”،؛，；、。:：\n]")
#: Between characters of one name.
_DOTS: Final = re.compile(f"(?<=[{_HAN}])[·•・‧](?=[{_HAN}])")
_SHORTEST: Final = 2
#: A Russian adjective has lost the last vowel of the name: Кульджинский.
_LOST_VOWELS: Final = ("", "a", "i", "u")
_NOTHING: Final[Kinds] = frozenset()


@dataclass(frozen=True)
class Span:
    """Words that belong together, in lower case; `codes`: the units they may name, if any;
    `kinds`: what kind of place the writer says it is, empty where they do not."""

    words: tuple[str, ...]
    codes: tuple[str, ...] = ()
    kinds: Kinds = _NOTHING


@dataclass(frozen=True)
class _Word:
    text: str
    #: Words of one stretch without a comma or the like have one number.
    stretch: int

    @property
    def is_han(self) -> bool:
        return "\u3400" <= self.text[0] <= "\u9fff"


def spans_of(text: str) -> list[Span]:
    """The text as spans in their order; words for kinds and idle words are left out."""
    words = _words(text)
    spans: list[Span] = []
    at = 0
    kinds = _NOTHING
    while at < len(words):
        word = words[at]
        if at and words[at - 1].stretch != word.stretch:
            kinds = _NOTHING
        if word.is_han:
            spans += _in_characters(word.text)
            at, kinds = at + 1, _NOTHING
            continue
        span, size = _named(words, at)
        if size == 0:
            kinds, at = _kinds_before(word.text, kinds), at + 1
            continue
        after, more = _kinds_after(words, at + size)
        spans.append(_called(span, after or kinds))
        at, kinds = at + size + more, _NOTHING
    return spans


def _words(text: str) -> list[_Word]:
    text = _DOTS.sub("", han.simplify(text) if _HAN_LETTER.search(text) else text)
    words: list[_Word] = []
    end = stretch = 0
    for found in _WORD.finditer(text):
        stretch += bool(_BREAK.search(text, end, found.start()))
        words.append(_Word(found[0].casefold(), stretch))
        end = found.end()
    return words


def _named(words: Sequence[_Word], at: int) -> tuple[Span, int]:
    """The longest name that begins here and its words; size 0 for a word that is no name."""
    most = 1
    while (
        most < _MOST_WORDS
        and at + most < len(words)
        and words[at + most].stretch == words[at].stretch
        and not words[at + most].is_han
    ):
        most += 1
    texts = tuple(word.text for word in words[at : at + most])
    for look in (_written, _sounding):
        for size in range(most, 0, -1):
            codes = look(texts[:size])
            # A kind is no part of the name where there is a name without it: xin shi *qu*.
            bare = look(texts[: size - 1]) if size > 1 else ()
            if _fitting(bare, kinds_of(texts[size - 1])):
                codes, size = bare, size - 1
            if codes and (size > 1 or not _says_nothing(texts[0])):
                return Span(texts[:size], codes), size
    word = words[at].text
    if _says_nothing(word):
        return Span(()), 0
    return Span((word,), _inflected(word) or _as_in_turkish(word)), 1


def _says_nothing(word: str) -> bool:
    return bool(kinds_of(word)) or is_idle(word)


def _written(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Units so written, and those around them that sound so in another script."""
    units = gazetteer()
    codes = units.written.get(exact("".join(texts)), ())
    if not codes:
        return ()
    near = (code for code in _sounding(texts) if any(units.are_near(code, each) for each in codes))
    return tuple(dict.fromkeys((*codes, *near)))


def _sounding(texts: tuple[str, ...]) -> tuple[str, ...]:
    return gazetteer().sounds.get(_sound("".join(texts)), ())


def _sound(name: str) -> str:
    key = coarse(name)
    return key if len(key) >= SHORTEST_SOUND else ""


def _inflected(word: str) -> tuple[str, ...]:
    """Units of which the word is a case or an adjective."""
    units = gazetteer()
    for stem in stems(word):
        codes = units.written.get(exact(stem)) or next(
            (
                found
                for vowel in _LOST_VOWELS
                if (found := units.sounds.get(_sound(stem) + vowel if _sound(stem) else ""))
            ),
            (),
        )
        if codes:
            return codes
    return ()


def _as_in_turkish(word: str) -> tuple[str, ...]:
    """Units of a word in which c is the sound of Turkish: Ceminey."""
    return _sounding((word.replace("ch", "ç").replace("c", "j"),)) if "c" in word else ()


def _kinds_before(word: str, kinds: Kinds) -> Kinds:
    if is_idle(word):
        return kinds
    return kinds_of(word) if goes_before(word) else _NOTHING


def _kinds_after(words: Sequence[_Word], at: int) -> tuple[Kinds, int]:
    """What the words behind a name say of its kind, and how many do."""
    more = 0
    while _same_stretch(words, at, more) and stands_between(words[at + more].text):
        more += 1
    if not _same_stretch(words, at, more) or not (kinds := kinds_of(words[at + more].text)):
        return _NOTHING, 0
    word = words[at + more].text
    is_of_next = goes_before(word) and not word.isascii() and _same_stretch(words, at, 1)
    return (_NOTHING, 0) if more == 0 and is_of_next else (kinds, more + 1)


def _same_stretch(words: Sequence[_Word], at: int, more: int) -> bool:
    return (
        at + more < len(words)
        and words[at + more].stretch == words[at - 1].stretch
        and not words[at + more].is_han
    )


def _called(span: Span, kinds: Kinds) -> Span:
    """The span with those of its units that may be called so; a county is never a village."""
    if not kinds:
        return span
    fitting = _fitting(span.codes, kinds)
    is_low = all(gazetteer().is_low(code) for code in fitting)
    if is_low and (not kinds & LOW or Kind.CITY in kinds):  # the town of a county lies in it
        fitting += tuple(code for code in span.codes if not gazetteer().is_low(code))
    return Span(span.words, fitting, kinds)


def _fitting(codes: tuple[str, ...], kinds: Kinds) -> tuple[str, ...]:
    """Those of the units that may be called so."""
    return tuple(code for code in codes if kinds & gazetteer().units[code].kinds)


def _in_characters(run: str) -> Iterator[Span]:
    """A run of characters, which has no spaces, from left to right."""
    at = begun = 0
    while at < len(run):
        span, size = _known(run, at, begun < at)
        if size:
            yield from _unknown(run[begun:at])
            yield span
            at = begun = at + size
            continue
        kind = han_kind(run, at) if at - begun >= _SHORTEST else None
        if kind:
            yield Span((run[begun:at],), (), han_kinds(kind))
            at = begun = kind.end()
        else:
            at += 1
    yield from _unknown(run[begun:])


def _known(run: str, at: int, within: bool) -> tuple[Span, int]:
    """The longest name of a unit that begins here. `within` a stretch that is no name yet, only a
    name with its kind counts, or one that is known far and wide."""
    stems_ = gazetteer().stems
    for size in range(min(gazetteer().longest_stem, len(run) - at), 0, -1):
        name = run[at : at + size]
        codes = stems_.get(name)
        if codes is None:
            continue
        kind = han_kind(run, at + size)
        end = kind.end() if kind else at + size
        kinds = han_kinds(kind) if kind else kinds_in(name)
        span = _called(Span((name,), codes), kinds) if kind else Span((name,), codes, kinds)
        if not kinds and _goes_on(run, end):
            continue
        if span.codes and (kinds or not within or _is_known_far(span.codes, size)):
            return span, end - at
    return Span(()), 0


def _is_known_far(codes: tuple[str, ...], size: int) -> bool:
    units = gazetteer()
    return any(
        units.is_country(code) or (size > _SHORTEST and units.units[code].level in HIGH_LEVELS)
        for code in codes
    )


def _goes_on(run: str, at: int) -> bool:
    """Whether one more character makes it another name: 阿克苏木村 is not in 阿克苏."""
    return next_han_kind(run, at) - at == 1


def _unknown(stretch: str) -> Iterator[Span]:
    if stretch and not is_idle(stretch):
        yield Span((stretch,))
