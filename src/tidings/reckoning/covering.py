"""Whom an announcement certainly, possibly and impossibly covers, and why.

Certain needs a standing statement that the same thing happened to the person, wholly within the
announced period, and a group that leaves nobody out. Impossible needs a ground that no later
find can take away. Everybody else is possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tidings.reckoning.announcement import (
    EVENTS,
    FAR_AHEAD,
    LONG_AGO,
    Announcement,
    Days,
    Facts,
    Indices,
    People,
)
from tidings.values import Event


class Reason(IntEnum):
    """Why a person is certainly, possibly or impossibly covered."""

    NOTHING_SAID = 0
    ONLY_DENIED = 1
    SAID_UNSURE = 2
    SAID_OF_ANOTHER_TIME = 3
    SAID_AND_DENIED = 4
    SAID_WHILE_PERIOD_OPEN = 5
    SAID_PARTLY_WITHIN = 6
    SAID_OF_THE_GROUP = 7
    SAID_WITHIN = 20
    RULED_COVERED = 21
    COUNTED_IN_A_PART = 22
    DIED_BEFORE = 40
    BORN_AFTER = 41
    DIED_AT_ANOTHER_TIME = 42
    RULED_OUT = 43
    OUTSIDE_THE_WHOLE = 44
    COUNTED_APART = 45

    @property
    def certain(self) -> bool:
        return Reason.SAID_WITHIN <= self < Reason.DIED_BEFORE

    @property
    def impossible(self) -> bool:
        return self >= Reason.DIED_BEFORE


_CERTAIN, _IMPOSSIBLE = int(Reason.SAID_WITHIN), int(Reason.DIED_BEFORE)

#: Events that each of us meets once.
_ONCE = frozenset({Event.DIED})


@dataclass(frozen=True)
class Covering:
    """The places in `People.ids` of those certainly and impossibly covered, ascending, and how
    many of the others have been said to have met the event, whenever and by whomever."""

    certain: Indices
    impossible: Indices
    said: int


@dataclass(frozen=True)
class _Told:
    """The facts of one event: those that stand, and what is so of people before any period."""

    facts: Facts
    base: NDArray[np.uint8]


class Coverer:
    """Holds announcements against one set of people and facts."""

    def __init__(self, people: People, facts: Facts) -> None:
        self._people, self._facts = people, facts
        self._told: dict[Event, _Told] = {}
        self._place = {int(each): place for place, each in enumerate(people.ids)}
        self._dead_first, self._dead_last = _deaths(people, facts)

    def reasons(self, announcement: Announcement) -> NDArray[np.uint8]:
        """A `Reason` for each of the people."""
        told = self._told_of(announcement.event)
        codes = told.base.copy()
        self._by_dates(codes, told.facts, announcement)
        self._excluded(codes, announcement)
        for person, covered in announcement.rulings.items():
            if (place := self._place.get(person)) is not None:
                codes[place] = Reason.RULED_COVERED if covered else Reason.RULED_OUT
        return codes

    def covering(self, announcement: Announcement) -> Covering:
        return covering_of(self.reasons(announcement))

    def _told_of(self, event: Event) -> _Told:
        if event not in self._told:
            # "Something else" happened to both: that makes it no one thing.
            nothing = np.zeros(len(self._facts), bool)
            facts = self._facts.where(nothing) if event is Event.OTHER else self._facts.of(event)
            self._told[event] = _sorted_out(facts, len(self._people))
        return self._told[event]

    def _by_dates(self, codes: NDArray[np.uint8], facts: Facts, announcement: Announcement) -> None:
        """What the standing facts say, the strongest last."""
        period = announcement.period
        touches = (facts.first <= period.last) & (facts.last >= period.first)
        codes[facts.person[~touches]] = Reason.SAID_OF_ANOTHER_TIME
        if not period.firm:
            codes[facts.person[touches]] = Reason.SAID_WHILE_PERIOD_OPEN
            return
        codes[facts.person[touches]] = Reason.SAID_PARTLY_WITHIN
        within = (facts.first >= period.firm_first) & (facts.last <= period.firm_last)
        reason = Reason.SAID_WITHIN if announcement.everybody else Reason.SAID_OF_THE_GROUP
        codes[facts.person[within]] = reason

    def _excluded(self, codes: NDArray[np.uint8], announcement: Announcement) -> None:
        period = announcement.period
        if announcement.event in _ONCE:
            elsewhere = (self._dead_last < period.first) | (self._dead_first > period.last)
            codes[elsewhere] = Reason.DIED_AT_ANOTHER_TIME
        else:
            codes[self._dead_last < period.first] = Reason.DIED_BEFORE
        codes[self._people.born > period.last] = Reason.BORN_AFTER


def covering_of(codes: NDArray[np.uint8]) -> Covering:
    """Who is certain and who impossible by these reasons."""
    possible = (codes >= Reason.SAID_UNSURE) & (codes < _CERTAIN)
    return Covering(
        certain=np.flatnonzero((codes >= _CERTAIN) & (codes < _IMPOSSIBLE)),
        impossible=np.flatnonzero(codes >= _IMPOSSIBLE),
        said=int(np.count_nonzero(possible)),
    )


def standing(facts: Facts) -> NDArray[np.bool_]:
    """Which facts (all of one event) are said by somebody sure, and denied by nobody who may
    mean the same and may have spoken as late."""
    stands = facts.says.copy()
    denials = facts.where(facts.denies)
    denials = denials.where(np.argsort(denials.person, kind="stable"))
    for place in np.flatnonzero(stands & np.isin(facts.person, denials.person)):
        begin, end = np.searchsorted(denials.person, facts.person[place] + np.array([0, 1]))
        against = denials.where(slice(begin, end))
        stands[place] = not np.any(
            (against.told_last >= facts.told_first[place])
            & (against.first <= facts.last[place])
            & (against.last >= facts.first[place])
        )
    return stands


def _sorted_out(facts: Facts, people: int) -> _Told:
    stands = standing(facts)
    base = np.full(people, Reason.NOTHING_SAID, np.uint8)
    base[facts.person[facts.denies]] = Reason.ONLY_DENIED
    base[facts.person[~facts.denies & ~facts.says]] = Reason.SAID_UNSURE
    base[facts.person[facts.says & ~stands]] = Reason.SAID_AND_DENIED
    return _Told(facts.where(stands), base)


def _deaths(people: People, facts: Facts) -> tuple[Days, Days]:
    """Of each of the people the first and last day of a death that nothing speaks against;
    open on both sides where there is none.

    Something speaks against it: a denial, a speaker who is not sure, or anything said to have
    happened to the person afterwards.
    """
    first = np.full(len(people), LONG_AGO, np.int64)
    last = np.full(len(people), FAR_AHEAD, np.int64)
    died = facts.of(Event.DIED)
    told = died.where(died.says)
    if not len(told):
        return first, last
    first[told.person], last[told.person] = FAR_AHEAD, LONG_AGO
    np.minimum.at(first, told.person, told.first)
    np.maximum.at(last, told.person, told.last)
    living = facts.where(_of_the_living(facts))
    doubted: Sequence[Indices] = (
        died.person[~died.says],
        living.person[living.first > last[living.person]],
    )
    for some in doubted:
        first[some], last[some] = LONG_AGO, FAR_AHEAD
    return first, last


def _of_the_living(facts: Facts) -> NDArray[np.bool_]:
    spoken = [EVENTS[each] for each in (Event.DIED, Event.LETTER_SENT, Event.OTHER)]
    return facts.says & ~np.isin(facts.event, spoken)
