"""An event found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.reading.article.english.cast import Actor
from tidings.reading.article.english.phrases import Phrase
from tidings.values import Event


@dataclass
class Hit:
    """An event at row place `place`, with the phrases and actors it befell."""

    event: Event
    place: int
    actors: list[Actor]
    phrases: list[Phrase]
    negated: bool = False
    modal: str = ""
    noun: bool = False
    good: bool = False
    harm: bool = False
    anyone: bool = False
    threat: bool = False
