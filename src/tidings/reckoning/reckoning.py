"""The whole reckoning: announcements against named people, and against one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tidings.reckoning.announcement import Announcement, Facts, People
from tidings.reckoning.counting import Count, own_count
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
        counts={
            each.id: own_count(each.figure, coverings[each.id], len(people)) for each in reckoned
        },
        together={each: found for some in solved for each, found in some.together.items()},
        ties=ties,
        components=tuple(each.component for each in solved),
        totals=_totals(reckoned, state, solved, coverings, len(people)),
    )


def _coverings(
    announcements: Sequence[Announcement], coverer: Coverer, told: Progress
) -> dict[int, Covering]:
    found = {}
    for number, each in enumerate(announcements, start=1):
        found[each.id] = coverer.covering(each)
        told("announcements", number, len(announcements))
    return found


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
    people: int,
) -> tuple[EventTotal, ...]:
    by_event: dict[Event, dict[int, Figure]] = {}
    for each in announcements:
        if state[each.id] is State.COUNTED:
            by_event.setdefault(each.event, {})[each.id] = each.figure
    found = []
    for event, figures in by_event.items():
        named = np.zeros(people, bool)
        for number in figures:
            named[coverings[number].certain] = True
        found.append(_total(event, figures, solved, int(named.sum())))
    return tuple(found)


def _total(
    event: Event, figures: Mapping[int, Figure], solved: Sequence[Solved], named: int
) -> EventTotal:
    """Announcements that no tie connects may be of the same people or of quite others: together
    no fewer than the most that any component needs, no more than all of theirs."""
    touched = [
        each for each in solved if not figures.keys().isdisjoint(each.component.announcements)
    ]
    bounds = [each.distinct(figures.keys()) for each in touched]
    clash = None in bounds
    parts = list(figures.values()) if clash else [each for each in bounds if each is not None]
    low = max(named, *(each.low or 0 for each in parts))
    highs = [each.high for each in parts if each.high is not None]
    # Where they clash the named may be more than all that was announced.
    high = max(low, sum(highs)) if len(highs) == len(parts) else None
    return EventTotal(event, tuple(sorted(figures)), Figure(low, high), clash)
