"""A person's timeline: in a table with every source, and as a picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.safestring import SafeString

from tidings.desk.drawing import drawn
from tidings.desk.templatetags.desk import short_event
from tidings.publishing.pictures import TimelineEntry, timeline
from tidings.registry.profiling.shape import StatementView
from tidings.values import Dated, Event, Mode


@dataclass(frozen=True)
class Telling:
    """The same event at the same time, in the same mode, and every statement that says so."""

    event: Event | None
    mode: Mode
    held: Dated | None
    retracted: bool
    statements: tuple[StatementView, ...]


def tellings(timeline: Sequence[StatementView]) -> tuple[Telling, ...]:
    """The timeline in its order, one row for what several sources say alike."""
    grouped: dict[tuple[object, ...], list[StatementView]] = {}
    for each in timeline:
        key = (each.event, each.mode, each.held, each.retracted)
        grouped.setdefault(key, []).append(each)
    return tuple(
        Telling(said[0].event, said[0].mode, said[0].held, said[0].retracted, tuple(said))
        for said in grouped.values()
    )


def entries(told: Sequence[StatementView]) -> tuple[TimelineEntry, ...]:
    """What is drawn: a row for what several sources say alike, with their number."""
    sources: dict[tuple[Event | None, Dated | None, Mode, bool], set[int]] = {}
    for each in told:
        mode = Mode.ASSERTS if each.mode is Mode.CONFIRMS else each.mode
        said_in = sources.setdefault((each.event, each.held, mode, each.retracted), set())
        if mode is not Mode.RETRACTS:  # who takes something back is no further source for it
            said_in.add(each.source.id)
    return tuple(
        TimelineEntry(
            label=short_event(event),
            held=held,
            sources=len(said_in),
            mode=mode,
            retracted=retracted,
        )
        for (event, held, mode, retracted), said_in in sources.items()
    )


def picture(told: Sequence[StatementView]) -> SafeString | None:
    """The drawing as HTML; None where no date is told. The page has a fuller table than its
    own."""
    return drawn(partial(timeline, entries(told)), "timeline", folded=False)
