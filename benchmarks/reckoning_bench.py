"""Announcements against named people: 1,000 of them against 100,000.

`python -m benchmarks.reckoning_bench`"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np

from benchmarks.measuring import Figure, as_table, seconds
from tidings.reckoning import Announcement, Facts, People, reckon
from tidings.reckoning.announcement import EVENTS, LONG_AGO, period_of
from tidings.values import STATUS_EVENTS, Event, Mode, Tie, between
from tidings.values import Figure as Count

ANNOUNCEMENTS, PEOPLE, FACTS, TIED = 1_000, 100_000, 300_000, 200
FIRST = date(2016, 1, 1).toordinal()
DAYS = 2_000


def main() -> list[Figure]:
    people, facts = world()
    many, some = announcements(ANNOUNCEMENTS), announcements(TIED, apart=False)
    earlier = [(a.id, b.id, Tie.EARLIER) for a, b in pairwise(some)]
    alone = seconds(lambda: reckon(many, people, facts))
    trees = seconds(lambda: reckon(some, people, facts, parts(some)))
    chain = seconds(lambda: reckon(some, people, facts, earlier, explain=False))
    figures = [
        Figure(
            f"{ANNOUNCEMENTS:,} announcements, {PEOPLE:,} people, {FACTS:,} facts",
            f"{alone:.1f} s",
            "under 5 s",
        ),
        Figure(f"{TIED} tied in trees of ten, every bound explained", f"{trees:.1f} s"),
        Figure(f"{TIED} in one component, each an earlier count of the next", f"{chain:.1f} s"),
    ]
    print(as_table(figures))
    return figures


def world() -> tuple[People, Facts]:
    """People and what is told of them: days, months and years, a few denials."""
    chance = np.random.default_rng(7)
    events = np.array([EVENTS[each] for each in sorted(STATUS_EVENTS)])
    first = FIRST + chance.integers(0, DAYS, FACTS)
    denies = chance.random(FACTS) < 0.02
    told = first + 400
    facts = Facts(
        person=chance.integers(0, PEOPLE, FACTS),
        event=events[chance.integers(0, len(events), FACTS)],
        first=first,
        last=first + chance.choice([0, 30, 365], FACTS),
        says=~denies & (chance.random(FACTS) < 0.9),
        denies=denies,
        told_first=told,
        told_last=told,
    )
    born = np.where(
        chance.random(PEOPLE) < 0.7, FIRST - chance.integers(0, 30_000, PEOPLE), LONG_AGO
    )
    return People(np.arange(PEOPLE), born), facts


def announcements(number: int, *, apart: bool = True) -> list[Announcement]:
    """Figures wide enough not to clash with the named people; unless `apart` of one event, and
    of all time until some day."""
    chance = np.random.default_rng(11)
    events = sorted(STATUS_EVENTS - {Event.DIED}) if apart else [Event.RELEASED]
    found = []
    for each in range(1, number + 1):
        begin = FIRST + int(chance.integers(0, DAYS))
        end = begin + int(chance.integers(1, 700))
        said = (begin + 900, begin + 900)
        low = int(chance.integers(1_000, 9_000))
        found.append(
            Announcement(
                id=each,
                event=events[each % len(events)],
                figure=Count(low, low + 200_000),
                period=period_of(
                    between(date.fromordinal(begin) if apart else None, date.fromordinal(end)),
                    Mode.ASSERTS,
                    said,
                ),
                everybody=each % 3 == 0,
                said=said,
                source=each,
            )
        )
    return found


def parts(some: list[Announcement], size: int = 10) -> list[tuple[int, int, Tie]]:
    """Every ten a whole, its parts and the parts of those."""
    ties = []
    for start in range(0, len(some), size):
        group = some[start : start + size]
        ties += [
            (one.id, group[(at - 1) // 3].id, Tie.PART_OF) for at, one in enumerate(group) if at
        ]
    return ties


if __name__ == "__main__":
    main()
