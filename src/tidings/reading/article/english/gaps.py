"""Clauses that leave their verb out: "X was arrested in March and Y two months later"."""

from __future__ import annotations

from dataclasses import replace

from tidings.reading.article.english.drafts import Line
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.scene import Scene

_TAILS = frozenset("in for to on".split())


def gapped(scene: Scene, found: list[Line]) -> list[Line]:
    """What befell the person before "and" befell the one after it too, on the day told there."""
    sentence = scene.sentence
    at, tail = _gap(sentence)
    before = [line for line in found if line.person is not None]
    if at is None or not before:
        return []
    phrase, day = sentence.row[at + 1], sentence.row[tail]
    actors = [a for a in scene.resolver.known.get(phrase.first, []) if a.kind == "person"]
    dates = [d.dated for d in scene.story.calendar.within(day.start, day.end)]
    clock = scene.story.cast.tick()
    for actor in actors:
        actor.victim = clock
    return [
        replace(before[-1], actor=a, person=a.name, date=dates[-1] if dates else before[-1].date)
        for a in actors
        if a is not before[-1].actor
    ]


def _gap(sentence: Sentence) -> tuple[int | None, int]:
    """The places of an "and" or "while" before a name that no verb follows, and of the date or
    the "for 18 months" that stands there instead."""
    for at in range(2, len(sentence.row) - 2):
        if sentence.low(at) not in {"and", "while"} or sentence.kind(at + 1) != "NP":
            continue
        name = after = at + 1
        if sentence.kind(at + 2) == "," and sentence.kind(at + 3) == "NP":
            name, after = at + 3, at + 3 + (sentence.kind(at + 4) == ",")
        tail = after + 1 + (sentence.low(after + 1) in _TAILS)
        told = sentence.kind(tail) == "DATE" or (tail > after + 1 and _term(sentence, tail))
        ends = sentence.kind(tail + 1) in {".", ",", ";"}
        verbs = [place > at for place in sentence.verbs]
        if sentence.row[name].head.tag != "R" or not (told and ends) or True in verbs or not verbs:
            continue
        if sentence.kind(at - 1) in {"DATE", ","} or _term(sentence, at - 1):
            return at, tail
    return None, 0


def _term(sentence: Sentence, at: int) -> bool:
    """ "for three years", "to 18 months"."""
    counted = sentence.kind(at) == "NP" and sentence.row[at].own[0].tag == "#"
    return counted and sentence.low(at - 1) in _TAILS
