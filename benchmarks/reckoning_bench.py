"""Announcements against named people: 1,000 of them against 100,000.

`python -m benchmarks.reckoning_bench`, or with `registry` only what is read from a registry of so
many invented people; half a minute to two minutes to fill it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np

from benchmarks.measuring import Figure, as_table, seconds, workplace
from tidings.reckoning import Announcement, Facts, People, reckon
from tidings.reckoning.announcement import EVENTS, LONG_AGO, period_of
from tidings.registry.columns import dated
from tidings.values import STATUS_EVENTS, Event, Mode, Tie, between, parse_edtf
from tidings.values import Figure as Count

ANNOUNCEMENTS, PEOPLE, FACTS, TIED = 1_000, 100_000, 300_000, 200
FIRST = date(2016, 1, 1).toordinal()
DAYS = 2_000
Row = dict[str, Any]


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
    figures += through_the_registry()
    print(as_table(figures))
    return figures


def through_the_registry() -> list[Figure]:
    """The same from the rows of a registry, everything read: seconds of the clock, of the
    processor."""
    from tidings.registry import folder
    from tidings.vault import new_key

    folder.configure()
    from tidings.registry import announcing

    with workplace() as place:
        key = new_key()
        folder.create_with_key(place / "registry", "Example Worker", key)
        folder.open_with_key(place / "registry", key)
        filling = seconds(_fill)
        before = time.process_time()
        taken = seconds(lambda: announcing.reckoned(explain=False))
        spent = time.process_time() - before
        folder.lock()
    return [
        Figure(
            f"the same read from a registry (filled in {filling:.0f} s)",
            f"{taken:.1f} s, {spent:.1f} s of processor",
            "under 5 s",
        )
    ]


def _fill() -> None:
    """People in one list, what is told of them in days, months and years, and announcements."""
    from tidings.registry import persons
    from tidings.registry.act import recording
    from tidings.registry.models import Mention, Source, Statement

    chance = np.random.default_rng(7)
    with recording("Example Worker", "add") as act:
        (listing,) = act.insert(Source, [{"kind": "list", "title": "List"}])
        born = [_day(FIRST - int(days)) for days in chance.integers(0, 30_000, PEOPLE)]
        mentions = act.insert(
            Mention, [{"source_id": listing, **_dated("birth", day)} for day in born]
        )
        act.insert(Statement, _told(chance, listing, mentions))
        articles = act.insert(
            Source,
            [
                {"kind": "article", "title": f"Article {n}", **_dated("published", _day(FIRST + n))}
                for n in range(ANNOUNCEMENTS)
            ],
        )
        act.insert(Statement, _announced(articles))
        persons.rebuild()


def _told(chance: np.random.Generator, source: int, mentions: list[int]) -> Iterator[Row]:
    events = sorted(STATUS_EVENTS)
    for number in range(FACTS):
        day = _day(FIRST + int(chance.integers(0, DAYS)))
        held = (day, day.replace(day=1), date(day.year, 1, 1))[number % 3]
        form = ("%Y-%m-%d", "%Y-%m", "%Y")[number % 3]
        yield {
            "source_id": source,
            "mention_id": mentions[int(chance.integers(0, PEOPLE))],
            "what": events[int(chance.integers(0, len(events)))],
            "mode": Mode.DENIES if chance.random() < 0.02 else Mode.ASSERTS,
            **dated("held", parse_edtf(held.strftime(form))),
        }


def _announced(sources: list[int]) -> Iterator[Row]:
    for source, each in zip(sources, announcements(ANNOUNCEMENTS), strict=True):
        begun = FIRST + each.id % DAYS
        yield {
            "source_id": source,
            "what": each.event,
            "mode": Mode.ASSERTS,
            "speaker": f"Office {each.id % 40}",
            "group": "" if each.everybody else "people of an invented group",
            "figure_lo": each.figure.low,
            "figure_hi": each.figure.high,
            **dated("held", between(_day(begun), _day(begun + 400))),
        }


def _dated(prefix: str, day: date) -> Row:
    return dated(prefix, between(day, day))


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


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
    if "registry" in sys.argv:
        print(as_table(through_the_registry()))
    else:
        main()
