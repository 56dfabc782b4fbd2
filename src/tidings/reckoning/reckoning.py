"""The whole reckoning: announcements against named people, and against one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tidings.reckoning.announcement import Announcement, Facts, People
from tidings.reckoning.counting import Count, count
from tidings.reckoning.covering import Coverer, Covering
from tidings.reckoning.programme import Component, Solved, Together, solve
from tidings.reckoning.standing import State, states
from tidings.reckoning.structure import joined
from tidings.reckoning.ties import FoundTie, find_ties
from tidings.values import Event, Figure, Tie

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class EventTotal:
    """What all announcements of one event amount to: distinct people, fewest and most. Promises
    and threats are not among them. `clash`: some of them cannot all be true, and `people` is
    what follows from each by itself."""

    event: Event
    announcements: tuple[int, ...]
    people: Figure
    clash: bool = False


@dataclass(frozen=True)
class Reckoning:
    """`states` of every announcement; `counts` and `together` of those that are reckoned with."""

    people: int
    states: dict[int, State]
    counts: dict[int, Count]
    together: dict[int, Together]
    ties: tuple[FoundTie, ...]
    components: tuple[Component, ...]
    totals: tuple[EventTotal, ...]


def reckon(
    announcements: Sequence[Announcement],
    people: People,
    facts: Facts,
    decided: Iterable[tuple[int, int, Tie]] = (),
    *,
    explain: bool = True,
    progress: Progress | None = None,
) -> Reckoning:
    """Hold the announcements against the people, and solve those that are tied together.

    `decided` are the ties that persons recorded, oldest first: (a, b, tie). `explain`: say what
    each bound rests on. `progress` is told (what, done, of).
    """
    state = states(announcements)
    reckoned = [each for each in announcements if state[each.id].reckoned]
    told = progress or (lambda what, done, of: None)
    coverings = _coverings(reckoned, Coverer(people, facts), told)
    ties = find_ties(reckoned, decided)
    solved = _solved(reckoned, coverings, ties, len(people), explain, told)
    return Reckoning(
        people=len(people),
        states=state,
        counts={each.id: _count(each, coverings[each.id], len(people)) for each in reckoned},
        together={each: found for some in solved for each, found in some.together.items()},
        ties=ties,
        components=tuple(each.component for each in solved),
        totals=_totals(reckoned, state, solved, coverings),
    )


def _coverings(
    announcements: Sequence[Announcement], coverer: Coverer, told: Progress
) -> dict[int, Covering]:
    found = {}
    for number, each in enumerate(announcements, start=1):
        found[each.id] = coverer.covering(each)
        told("announcements", number, len(announcements))
    return found


def _count(announcement: Announcement, covering: Covering, people: int) -> Count:
    return count(
        announcement.figure,
        certain=len(covering.certain),
        possible=people - len(covering.impossible),
        impossible=len(covering.impossible),
        said=covering.said,
    )


def _solved(
    announcements: Sequence[Announcement],
    coverings: Mapping[int, Covering],
    ties: Sequence[FoundTie],
    people: int,
    explain: bool,
    told: Progress,
) -> list[Solved]:
    related = [each for each in ties if each.tie is not Tie.UNRELATED]
    components = joined([each.id for each in announcements], [(each.a, each.b) for each in related])
    figures = {each.id: each.figure for each in announcements}
    of = {each: number for number, some in enumerate(components) for each in some}
    among: list[list[FoundTie]] = [[] for _ in components]
    for tie in related:
        among[of[tie.a]].append(tie)
    found = []
    for number, (members, own) in enumerate(zip(components, among, strict=True), start=1):
        found.append(solve(members, figures, coverings, own, people, explain=explain))
        told("together", number, len(components))
    return found


def _totals(
    announcements: Sequence[Announcement],
    state: Mapping[int, State],
    solved: Sequence[Solved],
    coverings: Mapping[int, Covering],
) -> tuple[EventTotal, ...]:
    """Announcements that no tie connects may be of the same people or of quite others: together
    no fewer than the most that any component needs, no more than all of theirs."""
    by_event: dict[Event, set[int]] = {}
    figures = {each.id: each.figure for each in announcements}
    for each in announcements:
        if state[each.id] is State.COUNTED:
            by_event.setdefault(each.event, set()).add(each.id)
    found = []
    for event, members in by_event.items():
        touched = [each for each in solved if members.intersection(each.component.announcements)]
        bounds = [each.distinct(members) for each in touched]
        clash = any(each is None for each in bounds)
        certain = np.unique(np.concatenate([coverings[each].certain for each in members]))
        parts = [figures[each] for each in members] if clash else [b for b in bounds if b]
        low = max(len(certain), *(each.low or 0 for each in parts))
        highs = [each.high for each in parts if each.high is not None]
        high = sum(highs) if len(highs) == len(parts) else None
        people = Figure(low, high if high is None or high >= low else low)
        found.append(EventTotal(event, tuple(sorted(members)), people, clash))
    return tuple(found)
