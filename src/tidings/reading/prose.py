"""Statements in the prose of a testimony: by event words, dates and who is spoken of.

A few plain rules for five languages, careful rather than eager: a person accepts each draft. A
sentence that asks, hopes or supposes gives nothing; nor does one whose subject is not clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.reading.cells.statuses import Told, told_in
from tidings.reading.happenings import Happening, happenings
from tidings.reading.hearsay import Heard, heard_in, points_back, said_before
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
    r"требу\w+|добива\w+|жд[уёе]м?|жал[еь]\w*|обеща\w+|должны|керек|тиіс|тілейм\w*|"
    r"кутем\w*|күтіп|күтем\w*|күтуде|арманда\w*|уәде\w*|сұрап|өтініп|"
    r"hope\w*|wish\w*|promis\w*|demand\w*|"
    r"كەرەك|تىيىس|كۇت\w+|تىلەيم\w*|كېرەك|كۈتۈ\w+|ۋەدە\w*|تەلەپ\w*|ئەگەردە|"
    r"ەگەر|مۇمكىن|وتىنەمىن|ئەگەر|بەلكىم|ئىلتىماس|ئۈمىد\w*)\b|如果|要是|可能|希望|但愿|请|是否|恐怕|万一|要求|等待|盼望|盼|答应|承诺|假如|等他|等她|如能",
    re.IGNORECASE,
)
#: Somebody else of the same name.
_NAMESAKE = re.compile(
    r"\b(?:[Ее]кінші|[Бб]асқа|[Вв]торо(?:й|го)|[Дд]руго(?:й|го)|[Вв]тор(?:ая|ую)|[Дд]руг(?:ая|ую))"
    r"\s+[А-ЯӘҒҚҢӨҰҮҺІ]\w+|另一个叫|同名"
)
_RETRACTED = re.compile(
    r"\b(?:withdraw|retract|take back|отзываю|беру назад|забираю свои слова|"
    r"қайтып аламын|қайтарып аламын|سوزىمدى قايتار\w*|قايتۇرۇۋال\w*)\b|撤回|收回",
    re.IGNORECASE,
)
#: Events of the teller's own doings are not drawn from prose by rule.
_LEFT = frozenset({Event.TESTIMONY_GIVEN})
#: Events that were told of the person before a call says that contact was restored.
_SILENT = frozenset({Event.CONTACT_LOST, Event.DETAINED, Event.RELEASED, Event.SENTENCED})
_SAME_DAY = re.compile(
    r"в тот же день|того же дня|\bсол күні|سول كۇنى|شۇ كۈنى|当天|同一天|当日|same day",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """One event in the prose: whose, and the exact sentence."""

    told: Told
    mode: Mode
    mention: MentionDraft
    quote: str
    span: tuple[int, int]
    chain: tuple[str, ...] = ()

    def statement(self, speaker: str | None) -> StatementDraft:
        """The draft, with the teller as speaker."""
        return StatementDraft(
            mode=self.mode,
            event=self.told.event,
            quote=self.quote,
            mention=self.mention.key,
            speaker=speaker,
            chain=self.chain,
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
) -> list[Found]:
    """The events told from text[start:], of the people whom the header names."""
    teller = _Teller(Circle.of(mentions, kin).informed(text[start:]), published)
    spans = list(sentences(text, start))
    for at, span in enumerate(spans):
        following = text[slice(*spans[at + 1])] if at + 1 < len(spans) else ""
        teller.hear(text[slice(*span)], span, following)
    return teller.found


class _Teller:
    """What one testimony has told so far, sentence by sentence."""

    def __init__(self, circle: Circle, published: Dated | None) -> None:
        self.circle = circle
        self.published = published
        self.subject = circle.first
        self.meant = circle.first
        self.found: list[Found] = []
        self.before: list[Found] = []

    def hear(self, sentence: str, span: tuple[int, int], following: str) -> None:
        """Take one sentence in; `following` is the next one."""
        heard = heard_in(sentence)
        people = _without(sentence, heard)
        before = self.subject
        self.subject = self.circle.subject(people, before)
        self.meant = before if self.subject else None
        retracted = bool(_RETRACTED.search(sentence))
        if not retracted and (is_not_told(sentence) or _is_taken_back(sentence, following)):
            return
        told = list(self._told(sentence, people, heard, retracted=retracted))
        new = [replace(one, quote=sentence, span=span) for one in told]
        if not new and heard and points_back(sentence):
            self._attribute(heard)
        self.found += new
        self.before = new

    def _attribute(self, heard: Heard) -> None:
        """ "A neighbour told me this": of the sentence before."""
        for one in self.before:
            if not one.chain:
                self.found[self.found.index(one)] = replace(one, chain=(heard.source,))

    def _told(
        self, sentence: str, people: str, heard: Heard | None, *, retracted: bool
    ) -> Iterator[Found]:
        seen: set[tuple[Event, str]] = set()
        last: Dated | None = None
        for told in told_in(sentence, self.published):
            mode = _mode(told, heard, retracted=retracted)
            hit = _hit_of(told, sentence)
            if mode is None or told.event in _LEFT or hit is None:
                continue
            if told.date is None and last and _SAME_DAY.search(told.words):
                told = replace(told, date=last)
            last = told.date or last
            whose = self._whose(people, hit)
            if whose is None or (told.event, whose.key) in seen:
                continue
            if hit.strength == "again" and not self._was_silent(whose, seen):
                continue
            seen.add((told.event, whose.key))
            chain = (heard.source,) if heard else ()
            yield Found(told, mode, whose, sentence, (0, 0), chain)

    def _whose(self, people: str, hit: Happening) -> MentionDraft | None:
        if hit.event is Event.LETTER_SENT:
            return next((one for one in self.circle.mentions if one.key == "testifier"), None)
        return self.circle.whose(people, hit.end, self.meant, hit.event)

    def _was_silent(self, who: MentionDraft, seen: set[tuple[Event, str]]) -> bool:
        told = {one.told.event for one in self.found if one.mention.key == who.key}
        return bool((told | {event for event, key in seen if key == who.key}) & _SILENT)


def _mode(told: Told, heard: Heard | None, *, retracted: bool) -> Mode | None:
    """How it is told; None where it is told as not so by the teller."""
    if retracted:
        return Mode.RETRACTS
    if told.mode is Mode.DENIES:
        return Mode.DENIES if heard and heard.official else None
    return Mode.DENIES if heard and heard.denied else Mode.ASSERTS


def _without(sentence: str, heard: Heard | None) -> str:
    """The sentence, as long as it was, without the one who is its source."""
    if heard is None:
        return sentence
    first, last = heard.span
    return sentence[:first] + "-" * (last - first) + sentence[last:]


def is_not_told(sentence: str) -> bool:
    """Whether the sentence asks, hopes or supposes, or speaks of a namesake."""
    return bool(_NOT_TOLD.search(sentence) or _NAMESAKE.search(sentence))


def _is_taken_back(sentence: str, following: str) -> bool:
    """Whether the teller repeats what the next sentence takes back."""
    return said_before(sentence) and bool(_RETRACTED.search(following))


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


def _hit_of(told: Told, sentence: str) -> Happening | None:
    """The event's own words in the sentence."""
    first = max(0, sentence.find(told.words))
    hits = [hit for hit in happenings(sentence) if hit.event is told.event and hit.start >= first]
    return next(iter(hits), None)
