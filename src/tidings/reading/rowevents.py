"""What a row tells: the events of its status and note cells with the dates and places of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tidings.reading.cells import statuses
from tidings.reading.cells.births import agree, read_day
from tidings.reading.cells.kin import Relative
from tidings.reading.cells.relatives_told import relative_told_of
from tidings.reading.contents import date_in
from tidings.reading.reading import Unread
from tidings.reading.words import answers, is_blank
from tidings.values import BadInput, Dated, Event, Mode, Role

if TYPE_CHECKING:
    from tidings.reading.roles import Field
    from tidings.reading.tablerows import Row

#: A cell that says nothing without its heading.
_ANSWER = re.compile(r"\d{1,2}(?:[.,]\d)?")
_UNIT = re.compile(r"years?|yrs?|лет|года?|жыл|年|يىل|جىل|months?|мес\w*", re.IGNORECASE)
_EXPECTED_DATE = "Expected a date such as 12.03.2018, 2018-03 or 2018."


@dataclass(frozen=True)
class Told:
    """One event of a row, with the cell and words that tell it."""

    event: Event
    mode: Mode
    locator: str
    words: str
    date: Dated | None = None
    place: str | None = None
    value: str | None = None
    relative: Relative | None = None


def events_of(row: Row, unread: list[Unread]) -> list[Told]:
    """The events that a row tells; cells that were not understood join `unread`."""
    unread += list(_impossible(row))
    told = _merged(list(_of_statuses(row, unread)))
    for one, when, words in _dates(row, told, unread):
        _add_date(told, row, one, when, words)
    for one, _, words in row.having(Role.PLACE):
        if one.meaning.event and words.casefold() in answers("yes"):
            told.append(
                Told(one.meaning.event, Mode.ASSERTS, row.at(one), f"{one.header}: {words}")
            )
        elif one.meaning.event and (dated := date_in(words)):
            _add_date(told, row, one, dated, words)
        elif one.meaning.event and words.casefold() not in answers("no"):
            _add_place(told, row, one, words)
    return _merged(told) + list(_of_notes(row, told, unread))


def _impossible(row: Row) -> Iterator[Unread]:
    """The days of status and note cells that no calendar has."""
    for one, _, words in row.having(Role.STATUS, Role.NOTE):
        for found, reason in statuses.impossible_days(words):
            yield row.unread(one, found, f"{reason} {_EXPECTED_DATE}")


def _merged(told: list[Told]) -> list[Told]:
    """What several columns tell of one event ("Sentenced: yes", "Years: 12") as one."""
    merged: list[Told] = []
    for one in told:
        for at, known in enumerate(merged):
            if _is_one_event(known, one):
                merged[at] = _joined(known, one)
                break
        else:
            merged.append(one)
    return merged


def _is_one_event(a: Told, b: Told) -> bool:
    if (a.event, a.mode) != (b.event, b.mode) or a.event is Event.OTHER or a.locator == b.locator:
        return False
    if a.relative or b.relative or (a.date and b.date and not agree(a.date, b.date)):
        return False
    return all(
        None in pair or pair[0] == pair[1] for pair in ((a.value, b.value), (a.place, b.place))
    )


def _joined(a: Told, b: Told) -> Told:
    """One event of two; the longer words are quoted."""
    quoted = a if len(a.words) >= len(b.words) else b
    date = _narrower(a.date, b.date) if b.date else a.date
    return replace(quoted, date=date, value=a.value or b.value, place=a.place or b.place)


def _of_statuses(row: Row, unread: list[Unread]) -> Iterator[Told]:
    yield from _of_silence(row)
    for one, _, words in row.having(Role.STATUS):
        found = statuses.read_told(words, hint=one.meaning.event, published=row.sheet.published)
        yield from _located(row, one, found, unread)


def _of_silence(row: Row) -> Iterator[Told]:
    """ "No" under "in contact?", in words that elsewhere mean that nothing is known."""
    for one in row.sheet.having((Role.STATUS,)):
        words = row.texts[one.at]
        silent = one.meaning.event is Event.CONTACT_RESTORED and is_blank(words)
        if silent and words.casefold() in answers("no"):
            yield Told(Event.CONTACT_LOST, Mode.ASSERTS, row.at(one), f"{one.header}: {words}")


def _located(
    row: Row, one: Field, found: list[statuses.Told], unread: list[Unread]
) -> Iterator[Told]:
    for told in found:
        if told.unresolved:
            reason = (
                "This date counts from the day on which it was written, which is not known. "
                "Say when the list was made: --published 2019-01."
            )
            unread.append(row.unread(one, told.unresolved, reason))
        relative = relative_told_of(told.words, told.event)
        event, value, words = told.event, told.value, told.words
        if relative and relative.name is None:
            event, value = Event.OTHER, told.words
        if _ANSWER.fullmatch(words) or words.casefold() in answers("yes") | answers("no"):
            value = f"{value} {_unit(one.header)}".strip() if value else None
            words = f"{one.header}: {words}"
        yield Told(event, told.mode, row.at(one), words, told.date, value=value, relative=relative)


def _unit(header: str) -> str:
    """The unit of a heading such as "Sentence (years)"."""
    unit = _UNIT.search(header)
    return unit.group() if unit else ""


def _dates(row: Row, told: list[Told], unread: list[Unread]) -> Iterator[tuple[Field, Dated, str]]:
    """The cells of date columns that are dates. Those with words instead are read as a status."""
    for one, cell, words in row.having(Role.EVENT_DATE):
        try:
            order = row.sheet.orders.get(one.at)
            yield one, read_day(cell, order=order, published=row.sheet.published), words
        except BadInput as error:
            if impossible := list(statuses.impossible_days(words)):
                for bad, reason in impossible:
                    unread.append(row.unread(one, bad, f"{reason} {_EXPECTED_DATE}"))
            found = statuses.read_told(words, hint=one.meaning.event, published=row.sheet.published)
            if any(hit.date or hit.event is not Event.OTHER for hit in found):
                told.extend(_located(row, one, found, unread))
            elif not impossible:
                unread.append(row.unread(one, words, f"{error.message} {_EXPECTED_DATE}"))


def _add_date(told: list[Told], row: Row, one: Field, dated: Dated, words: str) -> None:
    """Give the date to the event that it belongs to; where none is told, the heading's event
    (a "date of detention" tells a detention)."""
    wanted = one.meaning.event
    for at, known in sorted(enumerate(told), key=lambda pair: pair[1].event is Event.OTHER):
        fits = known.mode is Mode.ASSERTS and known.relative is None
        fits = fits and (known.event is wanted or wanted is None)
        if fits and (known.date is None or agree(known.date, dated)):
            told[at] = replace(known, date=_narrower(known.date, dated))
            return
    quote = f"{one.header}: {words}" if one.header else words
    event = wanted or Event.OTHER
    value = quote if wanted is None else None
    told.append(Told(event, Mode.ASSERTS, row.at(one), words, date=dated, value=value))


def _narrower(a: Dated | None, b: Dated) -> Dated:
    if a is None or a.first is None or a.last is None:
        return b
    if b.first is None or b.last is None:
        return a
    return a if a.last - a.first <= b.last - b.first else b


def _add_place(told: list[Told], row: Row, one: Field, place: str) -> None:
    for at, event in enumerate(told):
        if event.event is one.meaning.event and event.place is None:
            told[at] = replace(event, place=place)
            return
    if one.meaning.event:
        told.append(Told(one.meaning.event, Mode.ASSERTS, row.at(one), place, place=place))


def _of_notes(row: Row, told: list[Told], unread: list[Unread]) -> Iterator[Told]:
    """A note: the events it names that are not told yet, else its words as they are."""
    known = {(event.event, event.mode) for event in told}
    for one, _, words in row.having(Role.NOTE):
        found = statuses.read_events(words, published=row.sheet.published)
        new = [
            event
            for event in found
            if event.date
            or (event.event, event.mode) not in known
            or relative_told_of(event.words, event.event)
        ]
        yield from _located(row, one, new, unread)
        if not found:
            yield Told(Event.OTHER, Mode.ASSERTS, row.at(one), words, value=words)
