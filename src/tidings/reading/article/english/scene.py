"""What has been read so far, and one sentence set against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tidings.reading.article.english.calendar import Calendar
from tidings.reading.article.english.cast import Actor, Cast
from tidings.reading.article.english.corrections import Correction
from tidings.reading.article.english.drafts import Attribution, Line, attribution
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.hits import Hit
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.quoting import span, standing_once
from tidings.reading.article.english.resolve import Resolver
from tidings.reading.article.english.setting import Setting
from tidings.reading.article.english.tokens import Token
from tidings.values import BadInput, Event, Figure, FoundFigure, read_figure

_TIMES = re.compile(r"^\s*times\b", re.IGNORECASE)
_LETTERS = re.compile(
    r"^\s*(?:\w+ )?(?:letters?|petitions?|appeals?|emails?|complaints?)\b", re.IGNORECASE
)


@dataclass
class Story:
    """What has been read so far: who appeared, what was said last, all lines."""

    text: str
    setting: Setting
    cast: Cast
    calendar: Calendar
    figures: list[FoundFigure]
    lines: list[Line] = field(default_factory=list)
    last: list[Line] = field(default_factory=list)
    quoted: Actor | None = None
    spoke: Actor | None = None


class Scene:
    """One sentence with its words, actors and counts; `current` are the lines drawn from it."""

    def __init__(self, story: Story, sentence: Sentence, correction: Correction | None) -> None:
        self.story = story
        self.sentence = sentence
        self.correction = correction
        self.text = story.text
        self.words = story.text[sentence.start : sentence.end]
        self.resolver = Resolver(story.cast, sentence)
        self.current: list[Line] = []

    @staticmethod
    def around(place: int, frames: Sequence[Frame]) -> list[Frame]:
        """The frames that cover this place, from the outermost inwards."""
        return sorted((f for f in frames if f.covers(place)), key=lambda frame: -frame.size)

    def span(self, places: list[int]) -> tuple[int, int]:
        """Where the clauses of these places stand in the text, standing once."""
        start, end = span(self.text, self.sentence, places)
        return standing_once(self.text, start, end)

    def said(self, place: int, frames: Sequence[Frame]) -> Attribution:
        """Who says what stands at this place."""
        around = self.around(place, frames)
        return attribution(around, self.story.setting, self.story.cast.writer)

    def scope_text(self, frame: Frame) -> str:
        """The words that a frame covers."""
        row = self.sentence.row[frame.first : frame.last]
        return self.text[row[0].start : row[-1].end] if row else ""

    def figures(self) -> list[FoundFigure]:
        """The counts of this sentence."""
        first, last = self.sentence.start, self.sentence.end
        return [f for f in self.story.figures if first <= f.start and f.end <= last]

    def _describing(self, place: int) -> bool:
        return self.sentence.starts_relative(place) or self.sentence.row[place].shape == "part"

    def figure_in(self, phrase: Phrase, *, last: bool = False) -> Figure | None:
        """ "30 of the 52 villagers who ... were": 30 of the main clause, 52 of "who"."""
        own = [f.figure for f in self.figures() if f.start < phrase.end and phrase.start < f.end]
        if not last and self.text[max(0, phrase.start - 8) : phrase.start].lower() == "all but ":
            return self._all_but(phrase)
        return own[-1 if last else 0] if own else self._number_word(phrase)

    def _all_but(self, phrase: Phrase) -> Figure | None:
        """ "all but two of the eleven villagers": nine."""
        numbers = [self._number(token) for token in phrase.own if token.tag == "#"]
        known = [number for number in numbers if number is not None]
        if len(known) != 2 or known[1] <= known[0]:
            return None
        return Figure(known[1] - known[0], known[1] - known[0])

    @staticmethod
    def _number(token: Token) -> int | None:
        try:
            return read_figure(token.low, "en").low
        except BadInput:
            return None

    @staticmethod
    def _number_word(phrase: Phrase) -> Figure | None:
        """ "three other teachers": a number word that opens the phrase."""
        first = phrase.own[0]
        if first.tag != "#" or first.low in {"one", "hundred", "thousand", "million"}:
            return None
        try:
            return read_figure(first.low, "en")
        except BadInput:
            return None

    def figure(self, hit: Hit) -> Figure | None:
        """How many, by the number inside the phrase; letters and warnings count themselves."""
        if hit.event is Event.LETTER_SENT:
            return self._counted(_LETTERS) or self._counted(_TIMES)
        if hit.event is Event.WARNED:
            times = self._counted(_TIMES)
            if times is not None:
                return times
        for phrase in hit.phrases:
            figure = self.figure_in(phrase, last=self._describing(hit.place))
            if figure is not None:
                return figure
        return None

    def _counted(self, noun: re.Pattern[str]) -> Figure | None:
        for found in self.figures():
            if noun.match(self.text[found.end : found.end + 30]):
                return found.figure
        return None

    def doubly_hedged(self, hit: Hit) -> bool:
        """ "hundreds and possibly more than a thousand" is an estimate, whoever says it."""
        words = [
            f.words
            for p in hit.phrases
            for f in self.figures()
            if f.start < p.end and p.start < f.end
        ]
        return any(re.search(r"\b(?:possibly|perhaps|maybe|probably)\b", word) for word in words)
