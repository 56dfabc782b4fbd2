"""What a reckoning says, with the words of the sources beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tidings.reckoning import (
    Component,
    Count,
    EventTotal,
    FoundTie,
    Reason,
    State,
    Together,
    reckon,
    states,
)
from tidings.registry.announcement_rows import Extract
from tidings.registry.columns import to_dated, to_figure
from tidings.registry.models import Statement
from tidings.registry.profile import source_views
from tidings.registry.profiling.shape import SourceView
from tidings.values import Dated, Event, Figure, Level, Mode


@dataclass(frozen=True)
class AnnouncementView:
    """A number of unnamed people as one source gives it; `id` is the statement's. `everybody`:
    neither group nor place leaves anybody out."""

    id: int
    source: SourceView
    speaker: str | None
    chain: tuple[str, ...]
    channel: str | None
    mode: Mode
    event: Event
    group: str | None
    place: str | None
    period: Dated | None
    figure: Figure
    quote: str
    level: Level
    state: State
    everybody: bool


@dataclass(frozen=True)
class ReckonedAnnouncement:
    """An announcement and what follows from it. `count` (against the named people) and
    `together` (with all that it is tied to) are None for what is not reckoned with."""

    announcement: AnnouncementView
    count: Count | None
    together: Together | None
    ties: tuple[FoundTie, ...]

    @property
    def id(self) -> int:
        return self.announcement.id


@dataclass(frozen=True)
class Reckoned:
    """The whole reckoning, as of a day or of now. `people`: how many are named. `components`:
    the announcements that ties connect; `totals`: what those of one event amount to."""

    as_of: date | None
    people: int
    announcements: tuple[ReckonedAnnouncement, ...]
    components: tuple[Component, ...]
    totals: tuple[EventTotal, ...]

    def of(self, announcement: int) -> ReckonedAnnouncement:
        """The one of this id. Raises KeyError."""
        for each in self.announcements:
            if each.id == announcement:
                return each
        raise KeyError(announcement)


@dataclass(frozen=True)
class CoveredPerson:
    """Why a person is, may be or cannot be among those announced."""

    person: int
    reason: Reason

    @property
    def rank(self) -> int:
        if self.reason.certain:
            return 0
        if self.reason.impossible:
            return 2
        return 3 if self.reason is Reason.NOTHING_SAID else 1


def views_of(extract: Extract) -> tuple[AnnouncementView, ...]:
    """Every announcement that the extract holds, the oldest record first."""
    sources = source_views(row.source_id for row in extract.rows)
    state = states(extract.announcements)
    return tuple(
        _view(row, sources[row.source_id], state[each.id], each.everybody)
        for row, each in zip(extract.rows, extract.announcements, strict=True)
    )


def reckoned_of(
    extract: Extract,
    *,
    explain: bool = True,
    progress: Callable[[str, int, int], None] | None = None,
) -> Reckoned:
    """The reckoning over all that the extract holds."""
    found = reckon(
        extract.announcements,
        extract.people,
        extract.facts,
        extract.ties,
        explain=explain,
        progress=progress,
    )
    return Reckoned(
        as_of=extract.scope.as_of,
        people=found.people,
        announcements=tuple(
            ReckonedAnnouncement(
                announcement=view,
                count=found.counts.get(view.id),
                together=found.together.get(view.id),
                ties=tuple(each for each in found.ties if view.id in (each.a, each.b)),
            )
            for view in views_of(extract)
        ),
        components=found.components,
        totals=found.totals,
    )


def _view(row: Statement, source: SourceView, state: State, everybody: bool) -> AnnouncementView:
    figure = to_figure(row.figure_lo, row.figure_hi)
    assert figure is not None  # noqa: S101 - the query asks for one
    return AnnouncementView(
        id=row.id,
        source=source,
        speaker=row.speaker or None,
        chain=tuple(row.chain),
        channel=row.channel or None,
        mode=Mode(row.mode),
        event=Event(row.what),
        group=row.group or None,
        place=row.place or None,
        period=to_dated(row.held_lo, row.held_hi, row.held_edtf),
        figure=figure,
        quote=row.quote,
        level=Level(row.level),
        state=state,
        everybody=everybody,
    )
