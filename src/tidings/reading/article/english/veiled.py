"""Threats in veiled words: "keep quiet or I would be next"."""

from __future__ import annotations

import re

from tidings.reading.article.english.drafts import Line, whom
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.scene import Scene
from tidings.values import Event, Mode

_NEXT = re.compile(
    r"\b(?P<who>I|you|he|she|we|they)(?P<verb>'d| would|'ll| will| was| were| am| are) (?:be )?"
    r"(?:the )?next\b(?=\W*(?:$|if\b|\"|”))",
    re.IGNORECASE,
)


def veiled(scene: Scene, frames: list[Frame]) -> list[Line]:
    """ "keep quiet or I would be next": a threat of arrest against whoever comes next."""
    match = _NEXT.search(scene.words)
    if match is None:
        return []
    sentence, at = scene.sentence, scene.sentence.start + match.start("verb")
    place = next((p for p in sentence.verbs if sentence.row[p].end > at), None)
    me = scene.resolver.pronouns.me or scene.story.cast.writer
    own = match["who"].lower() in {"i", "we", "you"}
    actors = [me] if own else scene.resolver.pronoun(match["who"].lower(), "patient")
    if place is None or not actors or actors[0] is None:
        return []
    said = scene.said(place, frames)
    where = scene.span([place, *[f.place for f in frames if f.place >= 0]])
    person, group = whom(actors[0])
    return [
        Line(
            Mode.THREATENS,
            Event.DETAINED,
            said.speaker,
            said.chain,
            said.channel,
            actors[0],
            person,
            group,
            span=where,
            voices=said.voices,
        )
    ]
