"""What only seems to have happened: appeals, wishes, conditions, what was forbidden."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidings.reading.article.english import event_words
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.hits import Hit
from tidings.values import Event

_CONDITION = re.compile(
    r"\b(?:if|unless|provided|or (?:he|she|they|we|I|else|my|his|her|their|our)|or face|"
    r"those (?:who|found|that))\b|^\W*(?:Had|Were|Should) (?:[A-Z]|\w+)"
)
_UNKNOWN = re.compile(
    r"\b(?:nobody|no one) knows\b|\b(?:not known|unclear|unknown|not clear) (?:whether|if|"
    r"how|who|where)\b"
    r"|\b(?:do|does|did) not know (?:whether|if|how many)\b",
    re.IGNORECASE,
)
_WISHES = frozenset(
    """
want hope ask demand urge try attempt plan intend seek need refuse fail wish like expect call
appeal request beg plead wait help prepare offer
""".split()
)


def unreal(sentence: Sentence, hit: Hit, frames: Sequence[Frame]) -> bool:
    """Appeals, wishes, and what stands after "if"."""
    place = hit.place
    before = " ".join(phrase.low for phrase in sentence.row[:place])
    if _UNKNOWN.search(before):
        return True
    verb = sentence.row[place]
    base = len(verb.own) == 1 and verb.head.forms and "base" in verb.head.forms
    if sentence.kind(place - 1) in {"!", "I"} and _barred(sentence, place):
        return True
    opener = place == 0 or (sentence.kind(place - 1) in {"Q", ";", "X"} and place < 3)
    if base and verb.shape == "finite" and opener and not sentence.subject(place):
        return True
    if verb.shape in {"to", "ing"}:
        governor = sentence.verb_before(place)
        if governor is not None and _only_wished(sentence, hit, governor):
            return True
    if sentence.kind(place - 1) == "VP" and sentence.row[place - 1].lemma == "help":
        return True
    if "have" in {token.low for token in verb.own} and verb.modal in {
        "would",
        "could",
        "might",
        "should",
    }:
        return True
    return _after_if(sentence, place) or _describes_source(sentence, hit, frames)


def _describes_source(sentence: Sentence, hit: Hit, frames: Sequence[Frame]) -> bool:
    """ "A man who had been released told me": who he is, not what is told."""
    if not sentence.starts_relative(hit.place):
        return False
    unnamed = all(actor.kind == "role" for actor in hit.actors)
    return unnamed and any(set(hit.actors) & set(frame.speakers) for frame in frames)


def _only_wished(sentence: Sentence, hit: Hit, governor: int) -> bool:
    verb = sentence.row[governor]
    if verb.shape == "to":
        above = sentence.verb_before(governor)
        if above is not None and _only_wished(sentence, hit, above):
            return True
    if hit.event is Event.DEPARTED and verb.lemma in {"allow", "permit", "let", "agree"}:
        return True
    if verb.lemma in {"allow", "permit", "let", "authorise", "empower", "enable"}:
        return hit.event in event_words.BAD
    if verb.lemma in {"warn", "forbid", "tell", "order"} and hit.event in event_words.SPOKEN:
        return True
    return verb.lemma in _WISHES and not verb.passive


def _barred(sentence: Sentence, place: int) -> bool:
    """ "not to hold ...", "from leaving": forbidden, not done."""
    before = sentence.verb_before(place)
    low = sentence.low(place - 1)
    if low in {"from", "against", "without", "of"}:
        accuses = before is not None and sentence.row[before].lemma == "accuse"
        if accuses and before is not None and not sentence.row[before].passive:
            return False
        return before is not None and sentence.row[place].shape == "ing"
    return low in {"not", "never"} and sentence.row[place].shape == "to"


def _after_if(sentence: Sentence, place: int) -> bool:
    for at in range(place - 1, -1, -1):
        kind, low = sentence.kind(at), sentence.low(at)
        if kind == "B":
            return low in {"if", "unless", "lest"}
        if kind == "VP" and sentence.row[at].shape == "finite" and not sentence.starts_relative(at):
            return False
        if kind in {",", ";"} and any(sentence.low(p) == "if" for p in range(at)):
            return False
    return False


def conditional_words(words: str) -> bool:
    """Do these words set a condition: "if", "or he would", "those who"?"""
    return _CONDITION.search(words) is not None
