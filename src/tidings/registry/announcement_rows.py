"""Extracts for reckoning: ids, codes and intervals of what stands; never a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from django.db.models import Manager, Q, QuerySet, TextField
from django.db.models.functions import Cast

from tidings.reckoning.announcement import (
    EVENTS,
    FAR_AHEAD,
    LONG_AGO,
    SAYING,
    Announcement,
    Facts,
    People,
    fact_days,
    is_sure,
    ordinal,
    period_of,
)
from tidings.registry.columns import to_dated, to_figure
from tidings.registry.models import (
    AnnouncementTie,
    Coverage,
    Membership,
    Mention,
    Source,
    Statement,
    Undone,
)
from tidings.registry.persons import batches
from tidings.registry.profiling.status import one_speaker
from tidings.values import Covered, Event, Mode, Tie

#: Statements that are no event of a person, or whose figures count something else.
_NO_EVENT = ("", "kin", Event.LETTER_SENT)
#: Modes that keep something back: nothing is said by them.
_SILENT = (Mode.DECLINES_TO_SAY, Mode.DID_NOT_RESPOND)
_SURE = {str(mode) for mode in SAYING}
_EVENTS = {str(event): number for event, number in EVENTS.items()}


@dataclass(frozen=True)
class Scope:
    """What is looked at: what was known on a day, of some persons, mentions and statements only;
    None restricts nothing. With `statements` but without `mentions` no birth is known."""

    as_of: date | None = None
    people: frozenset[int] | None = None
    statements: frozenset[int] | None = None
    mentions: frozenset[int] | None = None

    @property
    def births(self) -> bool:
        return self.statements is None or self.mentions is not None


class Extract:
    """What stands in the registry within a scope, read once."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @cached_property
    def said(self) -> dict[int, tuple[int, int]]:
        """source -> the first and last day on which it may have been said, as ordinals; sources
        that were not known on the day of the scope are left out."""
        found = {}
        rows = Source.live.values_list("id", "published_lo", "published_hi", "act__at")
        for source, first, last, recorded in rows.iterator(chunk_size=10_000):
            known = last or first or recorded.date()
            if self.scope.as_of is None or known <= self.scope.as_of:
                found[source] = (ordinal(first, LONG_AGO), known.toordinal())
        return found

    @cached_property
    def persons(self) -> dict[int, int]:
        """mention -> person."""
        sources = dict(Mention.live.values_list("id", "source_id"))
        return {
            mention: person
            for mention, person in Membership.objects.values_list("mention_id", "person_id")
            if sources.get(mention) in self.said
            and _within(person, self.scope.people)
            and _within(mention, self.scope.mentions)
        }

    @cached_property
    def people(self) -> People:
        ids = np.array(sorted(set(self.persons.values())), np.int64)
        born = np.full(len(ids), FAR_AHEAD, np.int64)
        rows = list(self._births()) if self.scope.births else []
        if rows:
            who, days = (np.array(column, np.int64) for column in zip(*rows, strict=True))
            np.minimum.at(born, np.searchsorted(ids, who), days)
        return People(ids, np.where(born == FAR_AHEAD, LONG_AGO, born))

    @cached_property
    def facts(self) -> Facts:
        rows = list(self._facts())
        columns = zip(*rows, strict=True) if rows else [()] * 8
        person, event, first, last, says, denies, told_first, told_last = columns
        return Facts(
            np.searchsorted(self.people.ids, np.array(person, np.int64)),
            np.array(event, np.int64),
            np.array(first, np.int64),
            np.array(last, np.int64),
            np.array(says, bool),
            np.array(denies, bool),
            np.array(told_first, np.int64),
            np.array(told_last, np.int64),
        )

    @cached_property
    def rows(self) -> list[Statement]:
        """The statements that announce a number of unnamed people, the oldest first."""
        query = (
            Statement.live.filter(mention=None, body="")
            .filter(Q(figure_lo__isnull=False) | Q(figure_hi__isnull=False))
            .exclude(what__in=_NO_EVENT)
            .select_related("source")
            .order_by("id")
        )
        return [
            row
            for row in query
            if row.source_id in self.said and _within(row.id, self.scope.statements)
        ]

    @cached_property
    def announcements(self) -> list[Announcement]:
        rulings, whole = self._rulings()
        words: dict[str, int] = {}
        return [
            _announcement(
                row,
                said=self.said[row.source_id],
                rulings=rulings.get(row.id, {}),
                everybody=whole.get(row.id, not (row.group or row.place)),
                words=words,
            )
            for row in self.rows
        ]

    @cached_property
    def ties(self) -> list[tuple[int, int, Tie]]:
        """What persons said of how announcements stand to each other, the oldest word first."""
        rows = AnnouncementTie.live.order_by("id").values_list("a_id", "b_id", "tie")
        return [(a, b, Tie(tie)) for a, b, tie in rows]

    def _births(self) -> Any:  # noqa: ANN401 - pairs of person and day
        rows = Mention.live.exclude(birth_edtf="").values_list(
            "id", _text("birth_lo"), "birth_edtf"
        )
        for mention, first, edtf in rows.iterator(chunk_size=10_000):
            if mention in self.persons:
                unsure = "?" in edtf or "%" in edtf
                yield self.persons[mention], LONG_AGO if unsure else ordinal(_day(first), LONG_AGO)

    def _facts(self) -> Any:  # noqa: ANN401 - rows of the columns of `Facts`
        """Whether a statement is in force is seen to here: its source and mention are known
        already, and to ask for them again in every row takes longer than all the rest."""
        left_out = self._taken_back() | set(Statement.live.replaced())
        undone = set(Undone.objects.values_list("act_id", flat=True))
        gone = set(Mention.objects.filter(act__in=undone).values_list("id", flat=True))
        days = lru_cache(maxsize=None)(_days)  # lists give the same months over and over
        for id_, act, mention, other, source, what, mode, *held in self._all_told():
            person, told = self.persons.get(mention), self.said.get(source)
            if person is None or told is None or id_ in left_out or act in undone:
                continue
            if other in gone or not _within(id_, self.scope.statements):
                continue
            first, last, says = days(*held, mode, told[1])
            yield person, _EVENTS[what], first, last, says, mode == Mode.DENIES, *told

    def _all_told(self) -> Iterator[tuple[Any, ...]]:
        """Every such statement, in force or not. Dates come as text: most are alike, and each is
        read once."""
        return (
            _of_events(Statement.objects)
            .values_list(
                *("id", "act_id", "mention_id", "object_mention_id", "source_id", "what", "mode"),
                *(_text("held_lo"), _text("held_hi"), "held_edtf"),
            )
            .iterator(chunk_size=10_000)
        )

    def _taken_back(self) -> set[int]:
        """The statements about persons that their own speaker took back, then or later."""
        backs: dict[tuple[int, str], list[Statement]] = defaultdict(list)
        query = Statement.live.filter(mode=Mode.RETRACTS, mention__isnull=False)
        for row in query.select_related("source"):
            if row.source_id in self.said and _within(row.id, self.scope.statements):
                person = self.persons.get(row.mention_id)
                if person is not None:
                    backs[person, row.what].append(row)
        people = {person for person, _ in backs}
        mentions = [each for each, person in self.persons.items() if person in people]
        taken = set[int]()
        for ids in batches(mentions):
            for row in (
                _of_events(Statement.live).filter(mention_id__in=ids).select_related("source")
            ):
                against = backs.get((self.persons[row.mention_id], row.what), ())
                if row.source_id in self.said and any(self._takes(each, row) for each in against):
                    taken.add(row.id)
        return taken

    def _takes(self, back: Statement, row: Statement) -> bool:
        later = self.said[back.source_id][1] >= self.said[row.source_id][0]
        return later and one_speaker(_speaker(back), _speaker(row))

    def _rulings(self) -> tuple[dict[int, dict[int, bool]], dict[int, bool]]:
        """(announcement -> person -> covered or not, announcement -> leaves nobody out or may)."""
        rulings: dict[int, dict[int, bool]] = defaultdict(dict)
        whole: dict[int, bool] = {}
        for row in Coverage.live.order_by("id"):
            if row.mention_id is None:
                whole[row.announcement_id] = row.covered == Covered.GROUP_IS_ALL
            elif (person := self.persons.get(row.mention_id)) is not None:
                rulings[row.announcement_id][person] = row.covered == Covered.COVERED
        return rulings, whole


def _announcement(
    row: Statement,
    *,
    said: tuple[int, int],
    rulings: Mapping[int, bool],
    everybody: bool,
    words: dict[str, int],
) -> Announcement:
    figure = to_figure(row.figure_lo, row.figure_hi)
    assert figure is not None  # noqa: S101 - the query asks for one
    mode = Mode(row.mode)
    held = to_dated(row.held_lo, row.held_hi, row.held_edtf)
    return Announcement(
        id=row.id,
        event=Event(row.what),
        figure=figure,
        mode=mode,
        period=period_of(held, mode, said),
        everybody=everybody,
        said=said,
        source=row.source_id,
        speaker=_codes(_speaker(row), words),
        chain=tuple(_codes(each, words) for each in row.chain),
        rulings=rulings,
    )


def _of_events(statements: Manager[Statement]) -> QuerySet[Statement]:
    """What is said to have happened, or not, to one person."""
    return (
        statements.filter(mention__isnull=False)
        .exclude(what__in=_NO_EVENT)
        .exclude(mode__in=(*_SILENT, Mode.RETRACTS))
    )


def _text(column: str) -> Cast:
    """A day as it lies in the table."""
    return Cast(column, TextField())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _days(
    low: str | None, high: str | None, edtf: str, mode: str, told: int
) -> tuple[int, int, bool]:
    """From when to when a fact may have happened, and whether a sure speaker says so."""
    held = to_dated(_day(low), _day(high), edtf)
    return (*fact_days(held, Mode(mode), told), mode in _SURE and is_sure(held))


def _speaker(row: Statement) -> str:
    return row.speaker or row.source.origin or ""


def _codes(name: str, words: dict[str, int]) -> frozenset[int]:
    """A number for each word of a speaker's name."""
    return frozenset(words.setdefault(each, len(words)) for each in name.casefold().split())


def _within(each: int, only: Collection[int] | None) -> bool:
    return only is None or each in only
