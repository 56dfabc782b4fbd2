"""How announcements stand to one another: what a person says, and the repeats that are found.

Found is only `same`, and only where the text itself says so: somebody confirms what another
announced, or one body gives one number twice in one source. Two events of one sentence stay two
announcements: who was allowed to leave need not have left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from tidings.reckoning.announcement import AHEAD, Announcement, Period
from tidings.reckoning.standing import one_body, overlap
from tidings.values import Mode, Tie


@dataclass(frozen=True)
class FoundTie:
    """Announcement `a` stands to `b` as `tie` says. `decided`: by a person."""

    a: int
    b: int
    tie: Tie
    decided: bool = False


def find_ties(
    announcements: Sequence[Announcement], decided: Iterable[tuple[int, int, Tie]] = ()
) -> tuple[FoundTie, ...]:
    """The ties between these announcements. `decided`, oldest first, is what persons said: the
    newest word on a pair holds, and nothing is found of a pair that has one."""
    known = {each.id for each in announcements}
    said = {
        frozenset((a, b)): FoundTie(a, b, tie, decided=True)
        for a, b, tie in decided
        if a in known and b in known
    }
    found = [
        FoundTie(later.id, earlier.id, Tie.SAME)
        for earlier, later in _candidates(announcements)
        if frozenset((earlier.id, later.id)) not in said and _repeats(earlier, later)
    ]
    return (*said.values(), *found)


def _candidates(
    announcements: Sequence[Announcement],
) -> Iterable[tuple[Announcement, Announcement]]:
    """Pairs of one event, the one that may confirm the other last."""
    by_event: dict[str, list[Announcement]] = {}
    for each in announcements:
        by_event.setdefault(each.event, []).append(each)
    for some in by_event.values():
        confirming = [each for each in some if each.mode is Mode.CONFIRMS]
        yield from ((a, b) for b in confirming for a in some if a.mode is not Mode.CONFIRMS)
        by_source: dict[int, list[Announcement]] = {}
        for each in some:
            by_source.setdefault(each.source, []).append(each)
        for together in by_source.values():
            for a, b in combinations(together, 2):
                if (a.mode is Mode.CONFIRMS) == (b.mode is Mode.CONFIRMS):
                    yield a, b


def _repeats(earlier: Announcement, later: Announcement) -> bool:
    alike = (
        overlap(earlier.figure, later.figure)
        and _meet(earlier.period, later.period)
        and (earlier.mode in AHEAD) == (later.mode in AHEAD)
    )
    if not alike:
        return False
    if later.mode is Mode.CONFIRMS and earlier.mode is not Mode.CONFIRMS:
        return earlier.said[0] <= later.said[1] and _confirms(earlier, later)
    return one_body(earlier.speaker, later.speaker)


def _confirms(earlier: Announcement, later: Announcement) -> bool:
    """Whether it is this announcement that is confirmed: by the same body in the same source, or
    by naming who made it."""
    if any(one_body(earlier.speaker, each) for each in later.chain):
        return True
    return earlier.source == later.source and one_body(earlier.speaker, later.speaker)


def _meet(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
