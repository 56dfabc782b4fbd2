"""A stretch of speech: who does what with it, and by which channel."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tidings.reading.article.english import speech_words
from tidings.reading.article.english.cast import Actor
from tidings.values import Mode

_CHANNELS = tuple((re.compile(p, re.IGNORECASE), name) for p, name in speech_words.CHANNELS)


@dataclass
class Frame:
    """Row places first..last (last excluded) are what the speakers say. `place` is the verb
    group (-1 for "according to"), `talk` the noun that was confirmed, denied or withdrawn."""

    place: int
    mode: Mode
    speakers: list[Actor]
    first: int
    last: int
    names: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    channel: str | None = None
    talk: str = ""
    lemma: str = ""
    trailing: bool = False
    quotes: bool = False

    def covers(self, place: int) -> bool:
        return self.first <= place < self.last and place != self.place

    @property
    def size(self) -> int:
        return self.last - self.first


def channel_in(words: str) -> str | None:
    """The channel that these words name, or None."""
    for pattern, channel in _CHANNELS:
        if pattern.search(words):
            return channel
    return None
