"""Which date an event has: its own verb's, never the day on which somebody spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tidings.reading.article.english import speech_words
from tidings.reading.article.english.calendar import Calendar, beginning
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.hits import Hit
from tidings.reading.article.english.quoting import own_clause
from tidings.values import Dated, Event, FoundDate, between, day

#: "has been back home since 4 June": that day.
_BEGINNINGS = frozenset({Event.CONTACT_LOST, Event.RELEASED})
_SINCE_THEN = re.compile(
    r"\b(?:since then|since that (?:day|night|evening|date)|after that|that (?:same )?"
    r"(?:day|night|evening|morning|afternoon))\b",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(
    r".*\bcoming (?:days|weeks|months)|(?:the |a |\w+ )?(?:day|week|month|year)s? (?:after|before)",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(
    r"\b(?:the )?(?:next|following) (?:day|morning|evening|afternoon)\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:over|in|during|within) the (?:past|last) (?P<n>\w+) (?P<unit>days?|weeks?|months?)",
    re.IGNORECASE,
)


def date_of(
    hit: Hit, sentence: Sentence, calendar: Calendar, frames: Sequence[Frame]
) -> Dated | None:
    """The date that belongs to the event's own verb; never the day somebody spoke."""
    spoken = {frame.place for frame in frames}
    own: list[FoundDate] = []
    for found in calendar.within(sentence.start, sentence.end):
        if found.dated is None or _DAY_AFTER.fullmatch(found.words):
            continue
        verb = _verb_of(sentence, found)
        beside = hit.noun and _beside(sentence, found, hit.place, _deplored(sentence, frames))
        told = verb is not None and verb not in spoken
        if beside or (told and verb is not None and _same_stretch(sentence, verb, hit.place)):
            own.append(found)
    own.sort(key=lambda one: ("~" in str(one.dated), _verb_of(sentence, one) != hit.place))
    chosen = calendar.after_told(own[0]) if own else _again(hit, sentence, calendar)
    if chosen is None:
        chosen = _of_reports(hit, sentence, calendar, frames)
    if chosen is None and not frames and not spoken:
        chosen = _goes_on(hit, sentence, calendar)
    if own:
        calendar.told, calendar.told_until = chosen, sentence.end
    one = any(actor.kind != "group" for actor in hit.actors) or not _counted(hit)
    one = one or (chosen is not None and len(chosen.edtf) == len("2017-01-01/.."))
    if chosen is not None and hit.event in _BEGINNINGS and one:
        return beginning(chosen)
    return chosen


def _deplored(sentence: Sentence, frames: Sequence[Frame]) -> bool:
    """ "condemns the arrest of X, a teacher, on 3 May": the day is the arrest's, commas or not."""
    verbs = [sentence.row[frame.place] for frame in frames if frame.place >= 0]
    return any(v.lemma in speech_words.DEPLORE and "s" in v.head.forms for v in verbs)


def _beside(sentence: Sentence, found: FoundDate, noun: int, past_commas: bool) -> bool:
    """ "the release of 31 students last Friday": behind the noun, before any verb or comma."""
    for at in range(noun + 1, len(sentence.row)):
        phrase = sentence.row[at]
        if phrase.kind == "DATE" and phrase.start <= found.start < phrase.end:
            return True
        if phrase.kind in {"VP", "B", "W", ";", "."} or (phrase.kind == "," and not past_commas):
            return False
    return False


def _goes_on(hit: Hit, sentence: Sentence, calendar: Calendar) -> Dated | None:
    """ "On 2 July the police came. They took him.": the day told in the sentence before holds on
    for what is plainly told next."""
    verb = sentence.row[hit.place]
    plain = verb.shape == "finite" and not any(
        t.low in {"has", "have", "had", "being"} for t in verb.own
    )
    gap = calendar.text[calendar.told_until : sentence.start]
    near = (
        calendar.told_until
        and not gap.strip()
        and not calendar.within(sentence.start, sentence.end)
    )
    exact = calendar.told is not None and calendar.told.first == calendar.told.last
    return calendar.told if plain and near and exact and _narrative(hit, sentence) else None


def _narrative(hit: Hit, sentence: Sentence) -> bool:
    """Told as the next thing that happened: the sentence begins with its subject."""
    first = sentence.row[0]
    pointing = first.kind == "NP" and (first.pronoun or first.own[0].low == "the")
    return bool(pointing) and hit.event in {Event.DETAINED, Event.DIED, Event.RESTRICTED}


def _counted(hit: Hit) -> bool:
    return any(token.tag == "#" for phrase in hit.phrases for token in phrase.own)


def _of_reports(
    hit: Hit, sentence: Sentence, calendar: Calendar, frames: Sequence[Frame]
) -> Dated | None:
    """ "confirmed reports in December that": the month of what was reported."""
    for frame in frames:
        if not frame.sources or frame.place < 0 or frame.first <= frame.place:
            continue
        begin, end = sentence.row[frame.place].end, sentence.row[frame.first - 1].end
        dates = [
            one.dated
            for one in calendar.within(sentence.start, sentence.end)
            if begin <= one.start < end
        ]
        if dates:
            return dates[0]
    return None


def _verb_of(sentence: Sentence, found: FoundDate) -> int | None:
    """The verb group a date belongs to: the one before it in its clause, else the next one."""
    place = next(
        (
            p
            for p, phrase in enumerate(sentence.row)
            if phrase.kind == "DATE" and (phrase.start <= found.start < phrase.end)
        ),
        None,
    )
    if place is None or sentence.low(place - 1) == "missing":
        return None
    for at in range(place - 1, -1, -1):
        kind = sentence.kind(at)
        if kind == "VP":
            return at
        clause = kind == "C" and (
            "VP" in {sentence.kind(at + 1), sentence.kind(at + 2)} or own_clause(sentence, at + 1)
        )
        if kind in {"B", "W", ";", ".", "Q"} or clause or (kind == "," and at < 3):
            break
    return next(
        (at for at in range(place + 1, len(sentence.row)) if sentence.kind(at) == "VP"), None
    )


def _same_stretch(sentence: Sentence, verb: int, event: int) -> bool:
    """The same verb, one that governs it ("was ordered to leave"), or one joined by "and"."""
    if event < verb and sentence.row[verb].shape == "part" and sentence.reduced(verb):
        return False  # "released 18 of those detained in May": that day is not the release's
    if verb == event or (event < verb and sentence.shares_auxiliary(verb)):
        return True
    low, high = sorted((verb, event))
    between = range(low + 1, high + 1)
    for at in between:
        kind = sentence.kind(at)
        if kind in {"B", "W", ";", ".", "Q"}:
            return False
        if kind == "VP" and sentence.row[at].shape == "finite":
            joined = sentence.kind(at - 1) in {"C", "X"} and verb < event
            joined = joined and sentence.row[at].own[0].low not in {"is", "are"}
            joined = joined and not any(t.lemma == "have" for t in sentence.row[at].own[:-1])
            if not joined:
                return False
    return True


def _again(hit: Hit, sentence: Sentence, calendar: Calendar) -> Dated | None:
    """ "since then", "next morning": counted from the date told before."""
    words = calendar.text[sentence.start : sentence.end]
    past = _PAST.search(words)
    if past is not None and calendar.published is not None and calendar.published.last is not None:
        return _past_span(past, calendar.published.last)
    if calendar.told is None:
        return None
    if (
        _NEXT_DAY.search(words)
        and calendar.told.first is not None
        and calendar.told.first == calendar.told.last
    ):
        return day(calendar.told.first + timedelta(days=1))
    bare_since = re.search(r"\bsince\W*$", words)
    if hit.event is Event.CONTACT_LOST and (_SINCE_THEN.search(words) or bare_since):
        return calendar.told
    return None


def _past_span(match: re.Match[str], today: date) -> Dated | None:
    numbers = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "few": 3}
    count = int(match["n"]) if match["n"].isdigit() else numbers.get(match["n"].lower(), 0)
    days = {"d": 1, "w": 7, "m": 30}[match["unit"][0].lower()]
    return between(today - timedelta(days=count * days), today) if count and count < 400 else None
