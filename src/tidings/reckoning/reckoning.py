"""The whole reckoning: announcements against named people, and against one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tidings.reckoning.announcement import Announcement, Facts, People
from tidings.reckoning.counting import Count, count
from tidings.reckoning.covering import Coverer, Covering
from tidings.reckoning.programme import Component, Together
from tidings.reckoning.standing import State, states
from tidings.reckoning.ties import FoundTie, find_ties
from tidings.values import Event, Figure, Tie

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class EventTotal:
    """What all announcements of one event amount to: distinct people, fewest and most. Promises
    and threats are not among them. `clash`: some of them cannot all be true."""

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
    progress: Progress | None = None,
) -> Reckoning:
    """Hold the announcements against the people, and solve those that are tied together.

    `decided` are the ties that persons recorded, oldest first: (a, b, tie). `progress` is told
    (what, done, of).
    """
    state = states(announcements)
    reckoned = [each for each in announcements if state[each.id].reckoned]
    coverer = Coverer(people, facts)
    covered: dict[int, Covering] = {}
    for number, each in enumerate(reckoned, start=1):
        covered[each.id] = coverer.covering(each)
        if progress is not None:
            progress("announcements", number, len(reckoned))
    return Reckoning(
        people=len(people),
        states=state,
        counts={each.id: _count(each, covered[each.id], len(people)) for each in reckoned},
        together={},
        ties=find_ties(reckoned, decided),
        components=(),
        totals=(),
    )


def _count(announcement: Announcement, covering: Covering, people: int) -> Count:
    return count(
        announcement.figure,
        certain=len(covering.certain),
        possible=people - len(covering.impossible),
        impossible=len(covering.impossible),
        said=covering.said,
    )
