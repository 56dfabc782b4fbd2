"""Pictures of what a release holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.family import FamilyMember, family
from tidings.publishing.pictures.numbers import AnnouncedBar, announced_against_named
from tidings.publishing.pictures.picture import WIDE, Picture, Shape
from tidings.publishing.pictures.silence import BodyLetters, silence
from tidings.publishing.pictures.timeline import TimelineEntry, timeline
from tidings.publishing.release import (
    BodySilence,
    ReleasedAnnouncement,
    ReleasedPerson,
    ReleasedSource,
    ReleasedStatement,
)
from tidings.values import Event, Mode


def timeline_of(
    person: ReleasedPerson,
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "timeline",
    said_by: bool = True,
) -> Picture | None:
    """What happened to a released person; None where no date is told. Without `said_by` its table
    gives the number of the sources and not their names."""
    entries = [entry_of(each, language, said_by=said_by) for each in person.timeline]
    return timeline(
        entries, language=language, shape=shape, mirrored=mirrored, identifier=identifier
    )


def announced_of(
    announcement: ReleasedAnnouncement,
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "announced",
) -> Picture:
    """An announcement against the people of its release."""
    bar = AnnouncedBar(
        label=", ".join(
            filter(None, (announcement.speaker, event_words(announcement.event, language)))
        ),
        figure=announcement.figure,
        certain=announcement.count.certain,
        possible=announcement.count.possible,
        unaccounted=announcement.count.unaccounted,
        documented=announcement.count.documented,
        contradiction=announcement.count.contradiction,
    )
    return announced_against_named(
        bar, language=language, shape=shape, mirrored=mirrored, identifier=identifier
    )


def silence_of(
    silences: Sequence[BodySilence],
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "silence",
) -> Picture | None:
    """What became of the letters of a release; None where none was sent."""
    bodies = [
        BodyLetters(each.body, each.answered, each.refused, each.silent, each.overdue, each.waiting)
        for each in silences
    ]
    return silence(bodies, language=language, shape=shape, mirrored=mirrored, identifier=identifier)


def family_of(
    person: ReleasedPerson,
    called: Mapping[str, str],
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "family",
) -> Picture | None:
    """The kin who are in the release by name too; `called`: id -> the name to write."""
    members = [
        FamilyMember(each.relation, called[each.person])
        for each in person.kin
        if each.person in called
    ]
    return family(
        called.get(person.id, ""),
        members,
        language=language,
        shape=shape,
        mirrored=mirrored,
        identifier=identifier,
    )


@cache
def event_words(event: Event, language: Language) -> str:
    """The event without its explanation, for where there is little room."""
    return phrase(f"event.{event}", language).partition(":")[0]


@lru_cache(maxsize=65536)
def source_words(source: ReleasedSource, language: Language) -> str:
    """Who says so, as far as it may be told: the publisher or title of what was published, else
    the kind, and what the testifier is to the person."""
    named = source.publisher or source.title
    if named:
        return named
    kind = phrase(f"source.{source.kind}", language)
    if source.relation is None:
        return kind
    return f"{kind} ({phrase(f'kin.{source.relation}', language)})"


def entry_of(
    statement: ReleasedStatement, language: Language, *, said_by: bool = True
) -> TimelineEntry:
    """A row of a timeline. Who takes something back is no further source for it."""
    return TimelineEntry(
        event_words(statement.event, language),
        statement.held,
        0 if statement.mode is Mode.RETRACTS else 1,
        (source_words(statement.source, language),) if said_by else (),
        statement.mode,
        statement.retracted,
    )
