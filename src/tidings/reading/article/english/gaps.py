"""Clauses that leave their verb out: "X was arrested in March and Y two months later"."""

from __future__ import annotations

from dataclasses import replace

from tidings.reading.article.english.drafts import Line
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.scene import Scene


def gapped(scene: Scene, found: list[Line]) -> list[Line]:
    """What befell the person before "and" befell the one after it too, on the day told there."""
    sentence = scene.sentence
    at = _gap(sentence)
    before = [line for line in found if line.person is not None]
    if at is None or not before:
        return []
    phrase, day = sentence.row[at + 1], sentence.row[at + 2 + (sentence.kind(at + 2) == "I")]
    actors = [a for a in scene.resolver.known.get(phrase.first, []) if a.kind == "person"]
    dates = [d.dated for d in scene.story.calendar.within(day.start, day.end)]
    clock = scene.story.cast.tick()
    for actor in actors:
        actor.victim = clock
    return [
        replace(before[-1], actor=a, person=a.name, date=dates[-1] if dates else None)
        for a in actors
        if a is not before[-1].actor
    ]


def _gap(sentence: Sentence) -> int | None:
    """The place of an "and" or "while" before a name and a date that no verb follows."""
    for at in range(len(sentence.row) - 2):
        if sentence.low(at) not in {"and", "while"} or sentence.kind(at + 1) != "NP":
            continue
        after = at + 2 + (sentence.kind(at + 2) == "I")
        ends = sentence.kind(after + 1) in {".", ",", ";"}
        named = sentence.row[at + 1].head.tag == "R"
        verbless = not any(place > at for place in sentence.verbs)
        told = sentence.kind(after) == "DATE" and any(place < at for place in sentence.verbs)
        if named and ends and verbless and told and sentence.kind(at - 1) in {"DATE", ","}:
            return at
    return None
