"""A written place as the tokens that tell it from others, and tokens as words for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tidings.linkage.gazetteer import Place, gazetteer, read_place, unit_title
from tidings.linkage.gazetteer.keys import coarse, exact

#: Begins the token of a unit in which the place surely lies, and of one in which it may.
SURELY: Final = "@"
MAYBE: Final = "~"


def place_tokens(text: str) -> tuple[str, ...]:
    """What tells a written place from others, each once.

    A unit of the gazetteer is "@654027" whatever its script or its old name, and so are the units
    above it. Every unit that shares a name with another is "~654002" too, and a name that may be
    one of several is that for each of them: "Ghulja" meets the city and the county, which do not
    meet each other. Words of no unit are themselves, and so are the names of townships, which many
    write in ways that no list has.
    """
    reading = read_place(text)
    tokens: dict[str, None] = {}
    for place in reading.places:
        tokens.update(dict.fromkeys(_tokens(place)))
    tokens.update(dict.fromkeys(reading.words))
    return tuple(tokens)


def tokens_within(text: str) -> frozenset[str]:
    """The tokens of which a place bears one when it lies, or may lie, in what the text names."""
    codes = (code for place in read_place(text).places for code in place.codes)
    return frozenset(sign + code for code in codes for sign in (SURELY, MAYBE))


def forget_places() -> None:
    """Drop the texts that were read, which are kept to read each once."""
    for kept in (read_place, exact, coarse):
        kept.cache_clear()


def is_unit_token(token: str) -> bool:
    """Whether the token stands for a unit: nobody wrote it, and it sounds like nothing."""
    return token.startswith((SURELY, MAYBE))


def place_words(tokens: Mapping[int, str], language: str = "en") -> dict[int, str]:
    """Lexeme id -> its words for people, for tokens that belong together.

    A unit is its name; it is left out where one that lies in it is there too."""
    units = {token[1:]: lexeme for lexeme, token in tokens.items() if token.startswith(MAYBE)}
    units |= {token[1:]: lexeme for lexeme, token in tokens.items() if token.startswith(SURELY)}
    chain = gazetteer().chain
    above = {each for code in units for each in chain(code)[:-1]}
    words = {lexeme: token for lexeme, token in tokens.items() if not is_unit_token(token)}
    names = {unit_title(code, language): units[code] for code in sorted(units.keys() - above)}
    return words | {lexeme: name for name, lexeme in names.items()}


def _tokens(place: Place) -> Iterator[str]:
    units = gazetteer()
    chains = [units.chain(code) for code in place.codes]
    common = set(chains[0]).intersection(*chains[1:])
    for code in dict.fromkeys(code for chain in chains for code in chain):
        if code in common:
            yield SURELY + code
        if code in units.namesakes and not units.is_country(code):
            yield MAYBE + code
    yield from (MAYBE + once for code in place.codes for once in units.once_in(code))
    if units.is_low(place.codes[0]):
        yield from place.words
