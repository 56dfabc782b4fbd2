"""A status or note cell: the events it tells, each with its date ("осужден на 15 лет, 03.2019")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tidings.reading.happenings import Happening, happenings
from tidings.reading.words import answers, is_blank
from tidings.values import (
    BadInput,
    Dated,
    Event,
    FoundDate,
    ImpossibleDate,
    Mode,
    clean,
    find_dates,
    read_date,
    year,
)

#: Between what happened and what happened next. A full stop between digits is part of a date.
_APART = re.compile(
    r"[;；؛\n。!！]|(?<=[^\W\d]{3})\.(?=\s|$)|"
    r"(?<=(?:19|20)\d\d)\.\s+(?=[^\W\d_])|\s*(?:→|->|=>)\s*"
)
_TERM = re.compile(
    r"(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?(?:[.,]\d)?\s*(?:-?\s*years?|-?\s*yrs?|лет|год(?:а|ам|ами|у)?(?!\w)|"
    r"г\.|жыл(?:ға|ғы)?|年|يىل(?:لىق)?|جىل(?:عا)?)|[一二三四五六七八九十]{1,3}年)"
    r"(?:\s*(?:и\s*|and\s*)?\d{1,2}\s*(?:мес\w*\.?|months?|ай(?!\w)|个月))?|"
    r"life(?:\s+(?:sentence|imprisonment))?|пожизненн\w*|өмір бойы\w*|无期|死缓",
    re.IGNORECASE,
)
#: "In September, to 8 years": the number is no day of the month before it.
_NO_DAY = re.compile(r"(?<!\d)\d{1,2}\s*(?:жылға|жыл\s|جىلعا|يىللىق|يىلغا)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BARE_YEAR = re.compile(r"(?<![\d.,])(?:19[5-9]\d|20[0-4]\d)(?![\d%]|[.,]\d)")
_COMMA = re.compile(r"[,，、،]")
_NUMBER = re.compile(r"\d{1,2}(?:[.,]\d)?")
_FIRST_WORD = re.compile(r"[^\W\d_]+|[+✓✔✅✗✘]")
_DAY = re.compile(
    r"(?<![\d.])(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|"
    r"\d{4}年\d{1,2}月\d{1,2}[日号])(?![\d.]\d)"
)
#: Events beside which a camp or prison is only where they happened; who died in one was held.
_MAIN = frozenset(
    {Event.RELEASED, Event.TRANSFERRED, Event.SENTENCED, Event.DETAINED, Event.WARNED}
)
_APPLIED = {
    Event.RESIDENCY_GRANTED: Event.RESIDENCY_APPLIED,
    Event.CITIZENSHIP_GRANTED: Event.CITIZENSHIP_APPLIED,
}


@dataclass(frozen=True)
class Told:
    """One event that a cell tells. `words` is the part of the cell that tells it; `value` the
    length of a sentence, or the source's own words where the event is OTHER; `unresolved` words
    of a date that needs the day on which they were written."""

    event: Event
    mode: Mode
    date: Dated | None
    value: str | None
    words: str
    unresolved: str | None = None


@lru_cache(maxsize=16384)
def _told(text: str, hint: Event | None, published: Dated | None) -> tuple[Told, ...]:
    return tuple(_read_told(text, hint, published))


def read_told(
    text: str, *, hint: Event | None = None, published: Dated | None = None
) -> list[Told]:
    """The events that a status cell tells. `hint` is the event its heading names: then "yes" or
    a bare date or term is that event. Words that name no event give one OTHER."""
    return list(_told(text, hint, published))


def _read_told(text: str, hint: Event | None, published: Dated | None) -> list[Told]:
    seen = clean(text.replace("\n", " ; "))
    if is_blank(seen) or _answers(seen) == "no":
        lost = hint is Event.CONTACT_RESTORED and not is_blank(seen)
        return [Told(Event.CONTACT_LOST, Mode.ASSERTS, None, None, seen)] if lost else []
    if hint and _answers(seen) == "applied":
        hint = _APPLIED.get(hint, hint)
    told = [one for part in _parts(seen) for one in told_in(part, published, in_list=True)]
    if told or not hint:
        return told or [Told(Event.OTHER, Mode.ASSERTS, None, seen, seen)]
    dates = _with_years(seen, find_dates(seen, published=published))
    when, term = _first(dates, seen)
    if hint is Event.SENTENCED and _NUMBER.fullmatch(seen):
        term = seen
    return [Told(hint, Mode.ASSERTS, when, term, words=seen, unresolved=_open(dates))]


def _answers(text: str) -> str | None:
    """Whether a cell begins with "yes", "no" or "applied" and says little more."""
    first = _FIRST_WORD.match(text)
    said = {text.casefold()}
    if first and not text[first.end() :].strip()[:1].isalpha():
        said.add(first.group().casefold())
    return next((what for what in ("yes", "no", "applied") if said & answers(what)), None)


def impossible_days(text: str) -> Iterator[tuple[str, str]]:
    """(words, what is wrong) of the days in a cell that no calendar has."""
    for match in _DAY.finditer(text):
        try:
            read_date(match.group())
        except ImpossibleDate as error:
            yield match.group(), error.message
        except BadInput:
            continue


def read_events(text: str, *, published: Dated | None = None) -> list[Told]:
    """As `read_told` for a note: only events that are named, nothing for the rest."""
    parts = _parts(clean(text))
    return [one for part in parts for one in told_in(part, published, in_list=True)]


def _parts(text: str) -> list[str]:
    return [part.strip(" ,，、") for part in _APART.split(text) if part.strip(" ,，、")]


def _first(dates: list[FoundDate], text: str) -> tuple[Dated | None, str | None]:
    return (dates[0].dated if dates else None), _term(text, dates)


def _open(dates: list[FoundDate]) -> str | None:
    return next((date.words for date in dates if date.unresolved), None)


def told_in(part: str, published: Dated | None, *, in_list: bool = False) -> list[Told]:
    """The events of one part, each with the date that stands with it. `in_list`: as in the
    cells of a list, a bare number such as 2017 is a year, and a hint alone ("camp") tells."""
    events = strongest(happenings(part), part)
    if not events or not (in_list or events[0].strong):
        return []
    dates = find_dates(_NO_DAY.sub(_blank, part), published=published)
    if in_list:
        dates = _with_years(part, dates)
    own = _dates_of(events, dates, part)
    return [
        Told(
            hit.event,
            Mode.DENIES if hit.denied else Mode.ASSERTS,
            date.dated if date else None,
            _term(words, dates) if hit.event is Event.SENTENCED else None,
            words,
            _open([date]) if date else None,
        )
        for at, (hit, date) in enumerate(zip(events, own, strict=True))
        for words in [_words(part, events, at, own)]
    ]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _with_years(part: str, dates: list[FoundDate]) -> list[FoundDate]:
    """The dates and the bare years between them."""
    bare = [
        FoundDate(match.start(), match.end(), year(int(match.group())), match.group(), False)
        for match in _BARE_YEAR.finditer(part)
        if not any(date.start < match.end() and match.start() < date.end for date in dates)
    ]
    return sorted([*dates, *bare], key=lambda date: date.start)


def strongest(hits: list[Happening], text: str) -> list[Happening]:
    """The event words that count. A hint (camp, home) counts alone, or in a clause of its own
    that has a date; a word said twice counts once; where somebody was when something else
    happened ("died in the camp") is no event of its own."""
    hits = [hit for hit in hits if not (hit.unreal or (hit.denied and not hit.strong))]
    hits = [hit for hit in hits if not (hit.strength == "where" and _is_scene(hit, hits, text))]
    strong = [hit for hit in hits if hit.strong]
    kept = [hit for hit in hits if hit.strong or (strong and _stands_alone(hit, strong, text))]
    told: set[tuple[Event, bool]] = set()
    once = []
    for hit in kept or hits[:1]:
        if (hit.event, hit.denied) not in told:
            told.add((hit.event, hit.denied))
            once.append(hit)
    return once


def _is_scene(hit: Happening, hits: list[Happening], text: str) -> bool:
    first, last = _clause(hit, text)
    return any(
        other.strength == "" and other.event in _MAIN and first <= other.start < last
        for other in hits
    )


def _stands_alone(hit: Happening, strong: list[Happening], text: str) -> bool:
    first, last = _clause(hit, text)
    return not any(first <= other.start < last for other in strong) and any(
        character.isdigit() for character in text[first:last]
    )


def _clause(hit: Happening, text: str) -> tuple[int, int]:
    commas = [match.start() for match in _COMMA.finditer(text)]
    first = max((at for at in commas if at < hit.start), default=-1) + 1
    return first, min((at for at in commas if at >= hit.end), default=len(text))


def _dates_of(events: list[Happening], dates: list[FoundDate], part: str) -> list[FoundDate | None]:
    """For each event its date. Where the part begins with a date, dates stand before their
    events ("2017年被抓，2019年判刑"), else after them ("taken 2017, released 2019")."""
    own: list[FoundDate | None] = [None] * len(events)
    before = bool(dates) and dates[0].start < events[0].start
    for date in dates:
        at = _place(_in_clause(events, date, part), date, before=before)
        index = events.index(at)
        known = own[index]
        following = index + 1 < len(events) and events[index + 1].start >= date.end
        if known and known.dated and not before and following and own[index + 1] is None:
            index, known = index + 1, None
        if known is None or before or (known.dated is None and date.dated):
            own[index] = date
    return own


def _in_clause(events: list[Happening], date: FoundDate, part: str) -> list[Happening]:
    """The events between the same commas as the date; all of them where there is none."""
    commas = [match.start() for match in _COMMA.finditer(part)]
    first = max((at for at in commas if at < date.start), default=-1)
    last = min((at for at in commas if at >= date.end), default=len(part))
    inside = [hit for hit in events if first < hit.start < last]
    return [hit for hit in inside if hit.strength != "where"] or inside or events


def _place(events: list[Happening], date: FoundDate, *, before: bool) -> Happening:
    if before:
        return next((hit for hit in events if hit.start >= date.start), events[-1])
    return next((hit for hit in reversed(events) if hit.end <= date.end), events[0])


def _words(part: str, events: list[Happening], at: int, own: list[FoundDate | None]) -> str:
    """The words of one of several events: from its date or word to the next one's."""
    if len(events) == 1:
        return part

    def start(index: int) -> int:
        date = own[index]
        begins = min(events[index].start, date.start if date else events[index].start)
        commas = [match.end() for match in _COMMA.finditer(part, events[index - 1].end, begins)]
        return commas[-1] if commas else begins

    first = 0 if at == 0 else start(at)
    last = len(part) if at + 1 == len(events) else start(at + 1)
    return part[first : max(last, events[at].end)].strip(" ,，、;") or part


def _term(words: str, dates: list[FoundDate]) -> str | None:
    """The length of a sentence ("15 лет", "有期徒刑12年"), not a calendar year."""
    dated = {date.words for date in dates}
    for match in _TERM.finditer(words):
        term = match.group().strip()
        if not _YEAR.search(words[max(0, match.start() - 2) : match.end()]) and term not in dated:
            return term
    return None
