"""Where a person stands now, how sure that is, and which statements were taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tidings.names import compare
from tidings.registry.profiling.shape import Certainty, StatementView, Status
from tidings.values import STATUS_EVENTS, Mode

#: Modes by which a source says that the thing is so.
SAYING = frozenset({Mode.ASSERTS, Mode.CONFIRMS})
#: Modes by which a source says that it is not.
DENYING = frozenset({Mode.DENIES, Mode.RETRACTS})

UNKNOWN = Status(None, None, 0, 0, "unknown")


def timeline_of(statements: Sequence[StatementView]) -> tuple[StatementView, ...]:
    """By the day it began, what has no date last; retracted statements marked, none dropped."""
    marked = [replace(each, retracted=_taken_back(each, statements)) for each in statements]
    return tuple(sorted(marked, key=_when))


def status_of(timeline: Sequence[StatementView]) -> Status:
    """The latest status event that a source stands by.

    A statement without a date is as late as the day its source was published. Against it
    count denials of it and other status events that may be as late.
    """
    standing = [
        each
        for each in timeline
        if each.event in STATUS_EVENTS and each.mode in SAYING and not each.retracted
    ]
    if not standing:
        return UNKNOWN
    latest = max(standing, key=_latest)
    supporting = tuple(each for each in standing if each.event == latest.event)
    against = tuple(
        each for each in timeline if not each.retracted and _speaks_against(each, latest)
    )
    sources = {each.source.id for each in supporting}
    asked = sources | {each.source.id for each in against}
    return Status(
        event=latest.event,
        since=latest.held,
        supporting=len(sources),
        asked=len(asked),
        certainty=_certainty(len(sources), len(asked)),
        statements=supporting,
        against=against,
    )


def _certainty(supporting: int, asked: int) -> Certainty:
    if asked > supporting:
        return "contested"
    return "agreed" if supporting > 1 else "single"


def _speaks_against(each: StatementView, latest: StatementView) -> bool:
    if each.event == latest.event:
        return each.mode in DENYING
    if each.event not in STATUS_EVENTS or each.mode not in SAYING:
        return False
    # What ended before the status began is history, not contradiction.
    return _latest(each)[0] >= _begins(latest)


def _taken_back(each: StatementView, statements: Sequence[StatementView]) -> bool:
    if each.mode is Mode.RETRACTS:
        return False
    return any(
        other.mode is Mode.RETRACTS
        and other.event == each.event
        and one_speaker(_speaker(other), _speaker(each))
        and _said_on(other) >= _said_on(each)
        for other in statements
    )


def _speaker(each: StatementView) -> str:
    return each.speaker or each.source.origin or ""


def one_speaker(one: str, other: str) -> bool:
    """Whether the two names are one speaker's, in whatever scripts the sources write them."""
    return one.casefold() == other.casefold() or (
        bool(one and other) and compare(one, other).score > 0
    )


def _said_on(each: StatementView) -> date:
    published = each.source.published
    return (published.last if published else None) or date.max


def _begins(each: StatementView) -> date:
    """The first day on which it can have happened, or for an undated one the day it was told."""
    known = each.held or each.source.published
    return (known.first if known else None) or date.min


def _latest(each: StatementView) -> tuple[date, date, int]:
    """As late as the event can be: its last day, or for an undated one the day it was told."""
    if each.held is not None:
        end = each.held.first if each.held.last is None else each.held.last
        return end or date.min, each.held.first or date.min, each.id
    published = each.source.published
    told = (published.last if published else None) or date.min
    return told, date.min, each.id


def _when(each: StatementView) -> tuple[date, date, int]:
    if each.held is None:
        return date.max, date.max, each.id
    return each.held.first or date.min, each.held.last or date.max, each.id
