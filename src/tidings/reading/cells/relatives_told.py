"""Whether a clause tells of a relative and not of the row's person: "his brother was taken too"."""

from __future__ import annotations

import re
from functools import lru_cache

from tidings.reading.cells.kin import Relative, relation_of
from tidings.reading.cells.names import read_names
from tidings.reading.happenings import happenings
from tidings.reading.hearsay import heard_in
from tidings.reading.words import kin_of_word, plain
from tidings.values import Event, Script, script_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: "With his brother", "у жены": somebody whom the clause only passes.
_PASSED = frozenset(
    "with to by from for at of after about у к с со от для при после через о вместе и".split()
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_MOST_BEFORE = 3


@lru_cache(maxsize=16384)
def relative_told_of(words: str, event: Event) -> Relative | None:
    """The relative who is the subject of an event in a clause of a cell, with the name that the
    clause gives; None where the row's own person is meant."""
    hit = next((hit for hit in happenings(words) if hit.event is event), None)
    if hit is None:
        return None
    before = words[: hit.start]
    if script_of(words) is Script.HAN:
        return _in_han(before, words)
    tokens = list(_WORD.finditer(before))
    for at, token in enumerate(tokens[:_MOST_BEFORE]):
        kin = relation_of(token.group()) or kin_of_word(plain(token.group()))
        if kin and heard_in(words):
            return None
        if kin and not (at and tokens[at - 1].group().casefold() in _PASSED):
            name = _name_after(tokens[at + 1 : at + 4])
            return Relative(kin, read_names(name) if name else None, words)
    return None


def _name_after(tokens: list[re.Match[str]]) -> str:
    """The capitalised words that follow the word for the relative."""
    name: list[str] = []
    for token in tokens:
        if not token.group()[:1].isupper() or not token.group()[1:].islower():
            break
        name.append(token.group())
    return " ".join(name)


def _in_han(before: str, words: str) -> Relative | None:
    for size in (3, 2):
        if _HAN.match(before) and (kin := relation_of(before[:size])):
            return Relative(kin, None, words)
    return None
