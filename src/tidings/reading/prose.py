"""Statements in the prose of a testimony: by event words, dates and who is spoken of.

A few plain rules for five languages, careful rather than eager: a person accepts each draft. A
sentence that asks, hopes or supposes gives nothing; nor does one whose subject is not clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.reading.cells.statuses import Told, told_in
from tidings.reading.happenings import happenings
from tidings.reading.reading import KinDraft, MentionDraft, StatementDraft
from tidings.reading.relations import Circle
from tidings.values import Dated, Event, Mode

_END = re.compile(r"[.!?。！？؟…]+[”»\"')）]*(?=\s|[\u3400-\u9fff]|$)|[。！？]|\n+")
#: A point after so few letters ends an abbreviation, not a sentence.
_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_]{1,2}\.$")
_NOT_TOLD = re.compile(
    r"[?？؟]|\b(?:if|whether|maybe|perhaps|might|would|could be|please|hope|hoping|afraid|fear|"
    r"another|namesake|ещ[её] один|ещ[её] одна|т[её]зка|аттас\w*|если|бы|может быть|возможно|"
    r"пожалуйста|прошу|надеюсь|надеемся|боюсь|боимся|чтобы|"
    r"егер|мүмкін|өтінемін|сұраймын|үміттен\w*|деп қорқ\w*|болар ма|"
    r"ەگەر|مۇمكىن|وتىنەمىن|ئەگەر|بەلكىم|ئىلتىماس|ئۈمىد\w*)\b|如果|要是|可能|希望|但愿|请|是否|恐怕|万一",
    re.IGNORECASE,
)
_RETRACTED = re.compile(
    r"\b(?:withdraw|retract|take back|отзываю|беру назад|забираю свои слова|"
    r"қайтып аламын|қайтарып аламын|سوزىمدى قايتار\w*|قايتۇرۇۋال\w*)\b|撤回|收回",
    re.IGNORECASE,
)
#: Events of the teller's own doings are not drawn from prose by rule.
_LEFT = frozenset({Event.LETTER_SENT, Event.TESTIMONY_GIVEN})


@dataclass(frozen=True)
class Found:
    """One event in the prose: whose, and the exact sentence."""

    told: Told
    mode: Mode
    mention: MentionDraft
    quote: str
    span: tuple[int, int]

    def statement(self, speaker: str | None) -> StatementDraft:
        """The draft, with the teller as speaker."""
        return StatementDraft(
            mode=self.mode,
            event=self.told.event,
            quote=self.quote,
            mention=self.mention.key,
            speaker=speaker,
            person=self.mention.names[0],
            date=self.told.date,
            value=self.told.value,
            span=self.span,
        )


def prose_statements(
    text: str,
    start: int,
    mentions: Sequence[MentionDraft],
    kin: Sequence[KinDraft],
    published: Dated | None,
) -> Iterator[Found]:
    """The events told from text[start:], of the people whom the header names."""
    circle = Circle.of(mentions, kin)
    subject = circle.first
    for begin, end in sentences(text, start):
        sentence = text[begin:end]
        subject = circle.subject(sentence, subject)
        retracted = bool(_RETRACTED.search(sentence))
        if _NOT_TOLD.search(sentence) and not retracted:
            continue
        seen: set[tuple[Event, str]] = set()
        for told in _events(sentence, published, retracted=retracted):
            at = max(0, sentence.find(told.words))
            word = _word_of(told, sentence, at)
            whose = circle.whose(sentence, word, subject, told.event)
            if whose is None or (told.event, whose.key) in seen or told.event in _LEFT:
                continue
            seen.add((told.event, whose.key))
            mode = Mode.RETRACTS if retracted else Mode.ASSERTS
            yield Found(told, mode, whose, sentence, (begin, end))


def sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence from `start`, without space around it."""
    begin = start
    for match in _END.finditer(text, start):
        head = text[begin : match.end()]
        if _ABBREVIATION.search(head.rstrip()) and "\n" not in match.group():
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    inner = text[begin:end]
    left = begin + len(inner) - len(inner.lstrip())
    right = end - (len(inner) - len(inner.rstrip()))
    if left < right:
        yield left, right


def _events(sentence: str, published: Dated | None, *, retracted: bool) -> Iterator[Told]:
    for told in told_in(sentence, published):
        if told.mode is Mode.ASSERTS or retracted:
            yield told


def _word_of(told: Told, sentence: str, at: int) -> int:
    """Where in the sentence the event's own word begins."""
    for hit in happenings(told.words):
        if hit.event is told.event:
            return at + hit.start
    return at
