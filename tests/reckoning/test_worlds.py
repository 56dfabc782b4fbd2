"""Simulated worlds: people to whom things truly happened, of which only a part is told, in
intervals; announcements that are true. Whatever is reckoned must hold the truth."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.reckoning import Announcement, Coverer, Facts, People, reckon
from tidings.reckoning.announcement import (
    EVENTS,
    FAR_AHEAD,
    LONG_AGO,
    fact_days,
    is_sure,
    period_of,
)
from tidings.reckoning.covering import covering_of
from tidings.values import Dated, Event, Figure, Mode, Tie, between, parse_edtf

FIRST = date(2017, 1, 1).toordinal()
DAYS = 1000
HAPPENED = (Event.DETAINED, Event.RELEASED, Event.SENTENCED, Event.DIED)
#: More of them with TIDINGS_WORLDS=2000.
EXAMPLES = int(os.environ.get("TIDINGS_WORLDS", "80"))
COUNTED = (Event.DETAINED, Event.RELEASED, Event.DIED)


@dataclass
class World:
    """`true[event]`: person -> the days on which it happened; `born`: the day. The first
    `named` of its people are known to us, the others are those whom we miss."""

    size: int
    named: int
    true: dict[Event, dict[int, list[int]]]
    born: list[int]
    rows: list[tuple] = field(default_factory=list)
    birth_told: dict[int, int] = field(default_factory=dict)

    def people(self) -> People:
        born = [self.birth_told.get(each, LONG_AGO) for each in range(self.named)]
        return People(np.arange(self.named), np.array(born, np.int64))

    def facts(self, rows=None) -> Facts:
        rows = self.rows if rows is None else rows
        columns = list(zip(*rows, strict=True)) if rows else [()] * 8
        kinds = (np.int64, np.int64, np.int64, np.int64, bool, bool, np.int64, np.int64)
        return Facts(*(np.array(c, kind) for c, kind in zip(columns, kinds, strict=True)))


def day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


@st.composite
def dates_around(draw, when: int) -> Dated | None:
    """A true but vague date: an interval that holds the day, in some way of writing it."""
    true = day(when)
    kind = draw(
        st.sampled_from(["day", "month", "year", "about", "between", "since", "by", "none"])
    )
    if kind == "none":
        return None
    if kind == "between":
        before, after = draw(st.integers(0, 60)), draw(st.integers(0, 60))
        return between(day(when - before), day(when + after))
    written = {
        "day": true.isoformat(),
        "month": f"{true:%Y-%m}",
        "year": f"{true:%Y}",
        "about": f"{true:%Y-%m}~",
        "since": f"{true:%Y}/..",
        "by": f"../{true:%Y-%m}",
    }
    return parse_edtf(written[kind])


@st.composite
def worlds(draw) -> World:
    size = draw(st.integers(1, 7))
    true: dict[Event, dict[int, list[int]]] = {event: {} for event in HAPPENED}
    born = [FIRST - 9000 + draw(st.integers(0, 9000 + DAYS)) for _ in range(size)]
    for person in range(size):
        start = max(born[person], FIRST)
        dies = draw(st.none() | st.integers(start, FIRST + DAYS))
        if dies is not None:
            true[Event.DIED][person] = [dies]
        for event in HAPPENED[:3]:
            until = dies if dies is not None else FIRST + DAYS
            days = draw(st.lists(st.integers(start, until), max_size=2)) if until >= start else []
            if days:
                true[event][person] = days
    world = World(size, draw(st.integers(1, size)), true, born)
    for person in range(world.named):
        if draw(st.booleans()):
            world.birth_told[person] = born[person] - draw(st.integers(0, 500))
    for event in HAPPENED:
        for person, days in true[event].items():
            for when in days:
                if person < world.named and draw(st.booleans()):
                    world.rows.append(draw(told(person, event, when)))
    return world


@st.composite
def told(draw, person: int, event: Event, when: int) -> tuple:
    """A true fact, told on some day after it happened."""
    held = draw(dates_around(when))
    mode = draw(st.sampled_from([Mode.ASSERTS, Mode.ASSERTS, Mode.CONFIRMS, Mode.ESTIMATES]))
    spoken = when + draw(st.integers(0, 400))
    said = draw(st.sampled_from([(spoken, spoken), (LONG_AGO, spoken), (spoken - 30, spoken)]))
    first, last = fact_days(held, mode, said[1])
    says = mode is not Mode.ESTIMATES and is_sure(held)
    return (person, EVENTS[event], first, last, says, False, *said)


@st.composite
def true_announcements(draw, world: World, count: int) -> list[tuple[Announcement, set[int]]]:
    """Announcements with the people whom they truly cover."""
    found = []
    for number in range(1, count + 1):
        event = draw(st.sampled_from(COUNTED))
        start = FIRST + draw(st.integers(0, DAYS))
        spoken = start + draw(st.integers(0, 600))
        held = draw(st.sampled_from(_periods(start)))
        said = draw(st.sampled_from([(spoken, spoken), (spoken - 40, spoken)]))
        first, last = held.first, held.last
        truly = {
            person
            for person, days in world.true[event].items()
            for when in days
            if (first is None or when >= first.toordinal())
            and (last is None or when <= last.toordinal())
            # Spoken on a day between the two of `said`: the last is as true as any.
            and when <= draw(st.sampled_from(said))
        }
        everybody = draw(st.booleans())
        if not everybody:
            truly = {each for each in truly if draw(st.booleans())}
        mode = draw(st.sampled_from([Mode.ASSERTS, Mode.CONFIRMS, Mode.ESTIMATES]))
        found.append(
            (
                Announcement(
                    id=number,
                    event=event,
                    figure=draw(figures_around(len(truly))),
                    mode=mode,
                    period=period_of(held, mode, said),
                    everybody=everybody,
                    said=said,
                    source=number,
                ),
                truly,
            )
        )
    return found


def _periods(start: int) -> list[Dated]:
    true = day(start)
    return [
        parse_edtf(form)
        for form in (
            f"{true:%Y-%m}",
            f"{true:%Y}",
            f"{true:%Y}/..",
            f"../{true:%Y-%m}",
            "2017/2018",
        )
    ]


@st.composite
def figures_around(draw, true: int) -> Figure:
    low = draw(st.none() | st.integers(0, true))
    high = draw(st.none() | st.integers(true, true + 3))
    return Figure(0 if low is None and high is None else low, high)


def true_ties(covered: dict[int, set[int]], draw) -> list[tuple[int, int, Tie]]:
    """Some of the ties that are true of these sets."""
    ties = []
    for a in covered:
        for b in covered:
            if a == b:
                continue
            true = []
            if covered[a] == covered[b]:
                true.append(Tie.SAME)
            if covered[a] <= covered[b]:
                true += [Tie.PART_OF, Tie.EARLIER]
            if not covered[a] & covered[b]:
                true.append(Tie.APART)
            if true and draw(st.booleans()):
                ties.append((a, b, draw(st.sampled_from(true))))
    return ties


def holds(figure: Figure, number: int) -> bool:
    return (figure.low or 0) <= number and (figure.high is None or number <= figure.high)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.data())
def test_certain_people_are_truly_covered_and_the_truly_covered_are_possible(data):
    world = data.draw(worlds())
    coverer = Coverer(world.people(), world.facts())
    for announcement, truly in data.draw(true_announcements(world, 2)):
        covering = covering_of(coverer.reasons(announcement))
        assert set(covering.certain.tolist()) <= truly
        assert not truly & set(covering.impossible.tolist())
        assert len(covering.certain) + len(covering.impossible) <= world.named


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.data())
def test_every_bound_holds_the_truth(data):
    world = data.draw(worlds())
    announced = data.draw(true_announcements(world, data.draw(st.integers(1, 5))))
    covered = {each.id: truly for each, truly in announced}
    ties = true_ties(covered, data.draw)
    found = reckon(
        [each for each, _ in announced], world.people(), world.facts(), ties, explain=False
    )
    for number, truly in covered.items():
        named = [each for each in truly if each < world.named]
        assert holds(found.together[number].figure, len(truly))
        for count in (found.counts[number], found.together[number].count):
            assert count.certain <= len(named) <= count.possible
            assert not count.contradiction
            assert holds(count.unaccounted, len(truly) - len(named))
            if truly:
                low, high = count.documented
                assert low <= len(named) / len(truly) <= high
    for component in found.components:
        assert not component.clash
        everybody = set().union(*(covered[each] for each in component.announcements))
        assert holds(component.people, len(everybody))
    for total in found.totals:
        assert not total.clash
        assert holds(total.people, len(set().union(*(covered[e] for e in total.announcements))))


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(st.data())
def test_one_more_fact_lowers_no_certain_count_and_raises_no_unaccounted_end(data):
    world = data.draw(worlds())
    announced = [each for each, _ in data.draw(true_announcements(world, 3))]
    rows = world.rows
    before = reckon(announced, world.people(), world.facts(rows[:-1]), explain=False)
    after = reckon(announced, world.people(), world.facts(rows), explain=False)
    for each in announced:
        assert after.counts[each.id].certain >= before.counts[each.id].certain
        old, new = (found.counts[each.id].unaccounted.high for found in (before, after))
        assert old is new is None or new <= old


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(st.data())
def test_naming_one_more_person_lowers_no_certain_count(data):
    world = data.draw(worlds())
    announced = [each for each, _ in data.draw(true_announcements(world, 3))]
    after = reckon(announced, world.people(), world.facts(), explain=False)
    world.named -= 1
    world.rows = [row for row in world.rows if row[0] < world.named]
    before = reckon(announced, world.people(), world.facts(), explain=False)
    for each in announced:
        old, new = before.counts[each.id], after.counts[each.id]
        assert new.certain >= old.certain
        assert new.possible >= old.possible
        assert old.unaccounted.high is None or new.unaccounted.high <= old.unaccounted.high
        assert (new.unaccounted.low or 0) <= (old.unaccounted.low or 0)


def test_an_open_end_is_no_day():
    assert LONG_AGO < date.min.toordinal() < date.max.toordinal() < FAR_AHEAD
