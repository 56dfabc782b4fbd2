"""What a text takes back of its own: correction notices, figures called an error."""

from __future__ import annotations

import re

from tidings.reading.article.english import event_words
from tidings.reading.article.english.cast import Actor
from tidings.reading.article.english.drafts import Line, whom
from tidings.reading.article.english.echoes import false_talk
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.scene import Scene
from tidings.values import Event, Mode

_NOTICE = re.compile(
    r"\W*(?:corrections?|clarifications?|erratum|errata|correction notice)\b", re.I
)
_OWN = frozenset("we article report story".split())


def own_words(scene: Scene, frames: list[Frame]) -> None:
    """ "We reported that ...": the text's own voice, and in a correction notice taken back."""
    if scene.story.cast.writer is not None or scene.sentence.kind(0) == "Q":
        return
    notice = _NOTICE.match(scene.text) is not None
    for frame in frames:
        outlet = "we" in {name.lower() for name in frame.names}
        if not (notice or outlet):
            continue
        if not {name.lower().split()[-1] for name in frame.names} & _OWN:
            continue
        frame.names = []
        past = frame.place >= 0 and "past" in scene.sentence.row[frame.place].head.forms
        if notice and past and frame.mode in {Mode.ASSERTS, Mode.CONFIRMS}:
            frame.mode = Mode.RETRACTS


def figure_in_error(scene: Scene, frames: list[Frame]) -> list[Line]:
    """ "The figure of 40 arrests published in our bulletin was an error."."""
    voice = scene.story.setting.voice
    words = scene.words
    if voice is None or frames or not false_talk(words):
        return []
    if not re.match(r"(?:The|That|This|Our) (?:\w+ )?(?:figure|number|total|toll)\b", words):
        return []
    figures = scene.figures()
    events = [
        (event, p)
        for p in scene.sentence.row
        if p.kind == "NP" and (event := _event(p.head.low)) is not None
    ]
    if not figures or not events:
        return []
    event, phrase = events[0]
    group = scene.resolver.known.get(phrase.first, [])
    actor: Actor | None = group[0] if group else None
    _, told = whom(actor)
    where = scene.span(list(range(len(scene.sentence.row))))
    return [Line(Mode.RETRACTS, event, voice, group=told, figure=figures[0].figure, span=where)]


def _event(noun: str) -> Event | None:
    return event_words.STATE_NOUNS.get(noun) or event_words.NOUNS.get(noun)
