"""Announcements that are tied together, on the figures of a real set and on small made ones."""

from __future__ import annotations

import os
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.reckoning import Announcement, Because, Covering, Facts, People, reckon
from tidings.reckoning.atoms import atoms_of
from tidings.reckoning.named import named_of
from tidings.reckoning.problem import whole_problem
from tidings.reckoning.programme import Programme
from tidings.reckoning.sums import Sums
from tidings.values import Event, Figure, Tie

#: More of them with TIDINGS_WORLDS=2000.
EXAMPLES = int(os.environ.get("TIDINGS_WORLDS", "80"))

#: Xinjiang government, 9 April 2021, on the people of three public databases.
WHOLE, VERIFIED, FABRICATED, NORMAL, SENTENCED, DEAD, ABROAD = range(1, 8)
SAID = {
    WHOLE: (Event.OTHER, 12_050),
    VERIFIED: (Event.OTHER, 10_708),
    FABRICATED: (Event.OTHER, 1_342),
    NORMAL: (Event.RELEASED, 6_962),
    SENTENCED: (Event.SENTENCED, 3_244),
    DEAD: (Event.DIED, 238),
    ABROAD: (Event.DEPARTED, 264),
}
TIES = [(part, WHOLE, Tie.SHARE_OF) for part in (VERIFIED, FABRICATED)] + [
    (part, VERIFIED, Tie.SHARE_OF) for part in (NORMAL, SENTENCED, DEAD, ABROAD)
]


def exactly(number: int) -> Figure:
    return Figure(number, number)


def real_set(**changed: Figure) -> list[Announcement]:
    figures = {each: exactly(number) for each, (_, number) in SAID.items()}
    figures |= {globals()[name]: figure for name, figure in changed.items()}
    return [Announcement(each, SAID[each][0], figure) for each, figure in figures.items()]


def nobody() -> tuple[People, Facts]:
    none = np.zeros(0, np.int64)
    facts = Facts(none, none, none, none, none.astype(bool), none.astype(bool), none, none)
    return People(none, none), facts


def solved(announcements, ties):
    return reckon(announcements, *nobody(), ties)


def test_the_announced_parts_of_april_2021_add_up():
    found = solved(real_set(), TIES)
    (component,) = found.components
    assert component.people == exactly(12_050)
    assert component.exact
    assert not component.clash


@pytest.mark.parametrize("hidden", SAID)
def test_a_part_that_was_not_told_follows_from_the_others(hidden):
    unknown = {each: exactly(number) for each, (_, number) in SAID.items()} | {
        hidden: Figure(0, None)
    }
    announcements = [Announcement(each, SAID[each][0], unknown[each]) for each in SAID]
    found = solved(announcements, TIES)
    assert found.together[hidden].figure == exactly(SAID[hidden][1])


def test_the_bound_names_the_statements_that_it_rests_on():
    found = solved(real_set(ABROAD=Figure(0, None)), TIES)
    together = found.together[ABROAD]
    assert together.figure == exactly(264)
    shares = (NORMAL, SENTENCED, DEAD)
    assert set(together.high_because) == {
        Because("at_most", VERIFIED),
        *(Because("at_least", each) for each in shares),
        *(Because("tie", each, VERIFIED, Tie.SHARE_OF) for each in (*shares, ABROAD)),
    }
    assert {each.a for each in together.low_because if each.kind != "tie"} == {VERIFIED, *shares}


def test_an_altered_part_clashes_with_just_those_that_it_should_add_up_with():
    (component,) = solved(real_set(ABROAD=exactly(300)), TIES).components
    assert component.people is None
    figures = {each.a for each in component.clash if each.kind != "tie"}
    assert figures <= {VERIFIED, NORMAL, SENTENCED, DEAD, ABROAD, WHOLE, FABRICATED}
    assert {NORMAL, SENTENCED, DEAD, ABROAD} <= figures
    assert not {VERIFIED, WHOLE}.isdisjoint(figures)
    assert len(figures) in (5, 6)


def test_without_one_share_the_others_are_parts_that_may_leave_somebody_out():
    found = solved(real_set(ABROAD=exactly(200)), [tie for tie in TIES if tie[0] != ABROAD])
    assert found.components[0].clash, "the three left are said to be the whole"
    parts = [(a, b, Tie.PART_OF if b == VERIFIED else tie) for a, b, tie in TIES]
    assert not solved(real_set(ABROAD=exactly(200)), parts).components[0].clash


def test_two_that_nothing_ties_may_be_the_same_people_or_others():
    both = [
        Announcement(1, Event.RELEASED, Figure(30, 40)),
        Announcement(2, Event.RELEASED, Figure(100, 120)),
    ]
    (total,) = solved(both, []).totals
    assert total.people == Figure(100, 160)
    (total,) = solved(both, [(1, 2, Tie.APART)]).totals
    assert total.people == Figure(130, 160)
    (total,) = solved(both, [(1, 2, Tie.PART_OF)]).totals
    assert total.people == Figure(100, 120)


def test_a_chain_of_repeats_is_as_narrow_as_its_members_together():
    both = [
        Announcement(1, Event.RELEASED, Figure(2001, None)),
        Announcement(2, Event.RELEASED, Figure(2000, 2500)),
    ]
    found = solved(both, [(1, 2, Tie.SAME)])
    assert found.components[0].chains == ((1, 2),)
    assert found.together[1].figure == found.together[2].figure == Figure(2001, 2500)
    assert set(found.together[1].high_because) == {
        Because("at_most", 2),
        Because("tie", 1, 2, Tie.SAME),
    }
    assert not found.together[1].low_because


def test_a_later_count_holds_the_earlier_one():
    both = [
        Announcement(1, Event.RELEASED, Figure(50, 60)),
        Announcement(2, Event.RELEASED, Figure(40, None)),
    ]
    assert solved(both, [(1, 2, Tie.EARLIER)]).together[2].figure == Figure(50, None)


def test_a_set_that_is_apart_from_itself_is_empty():
    three = [Announcement(each, Event.RELEASED, Figure(0, 9)) for each in (1, 2, 3)]
    ties = [(1, 2, Tie.PART_OF), (1, 3, Tie.PART_OF), (2, 3, Tie.APART)]
    assert solved(three, ties).together[1].figure == Figure(0, 0)


def test_the_newest_word_on_a_pair_holds():
    both = [Announcement(each, Event.RELEASED, Figure(5, 5)) for each in (1, 2)]
    ties = [(1, 2, Tie.APART), (2, 1, Tie.UNRELATED)]
    assert len(solved(both, ties).components) == 2


def test_two_hundred_parts_of_one_whole_are_solved():
    parts = [Announcement(each, Event.RELEASED, exactly(10)) for each in range(1, 200)]
    whole = [
        Announcement(200, Event.RELEASED, exactly(2_000)),
        Announcement(201, Event.RELEASED, Figure(0, None)),
    ]
    ties = [(each, 200, Tie.SHARE_OF) for each in (*range(1, 200), 201)]
    found = solved(parts + whole, ties)
    assert found.together[201].figure == exactly(10)


@st.composite
def tied_sets(draw):
    """(sets of people, figures that they fit, true ties between them)."""
    number = draw(st.integers(2, 5))
    sets = {each: draw(st.sets(st.integers(0, 5))) for each in range(1, number + 1)}
    if draw(st.booleans()):  # a whole and its shares
        whole = sorted(draw(st.sets(st.integers(0, 5), min_size=1)))
        cut = draw(st.integers(0, len(whole)))
        sets[1], sets[2], sets[3] = set(whole), set(whole[:cut]), set(whole[cut:])
    ties = [(2, 1, Tie.SHARE_OF), (3, 1, Tie.SHARE_OF)] if 3 in sets and shares(sets) else []
    for a, b in combinations(sets, 2):
        for one, other in ((a, b), (b, a)):
            if sets[one] <= sets[other] and draw(st.booleans()):
                ties.append((one, other, Tie.PART_OF))
        if not sets[a] & sets[b] and draw(st.booleans()):
            ties.append((a, b, Tie.APART))
        if sets[a] == sets[b] and draw(st.booleans()):
            ties.append((a, b, Tie.SAME))
    figures = {}
    for each, members in sets.items():
        low = draw(st.integers(0, len(members)))
        high = draw(st.none() | st.integers(len(members), len(members) + 2))
        figures[each] = Figure(low, high)
    return sets, figures, ties


def shares(sets) -> bool:
    return sets[1] == sets[2] | sets[3] and not sets[2] & sets[3]


def problem_of(sets, figures, ties, covered):
    pieces = [Because("tie", *tie) for tie in ties]
    coverings = {
        each: Covering(np.array(sorted(sets[each] & covered), np.int64), np.zeros(0, np.int64), 0)
        for each in sets
    }
    return whole_problem(tuple(sets), figures, named_of(coverings, 6), pieces)


def bounds(form, some) -> tuple[int, int | None]:
    system, target = form.system(some), form.target(some)
    return system.least(target), system.most(target)


@settings(max_examples=EXAMPLES, deadline=None)
@given(tied_sets(), st.sets(st.integers(0, 5)))
def test_both_forms_hold_the_truth_and_atoms_are_the_narrower(drawn, covered):
    sets, figures, ties = drawn
    problem = problem_of(sets, figures, ties, covered)
    for some in ([1], [2], [1, 2], list(sets)):
        true = len(set().union(*(sets[each] for each in some)))
        exact, wide = bounds(atoms_of(problem), some), bounds(Sums(problem), some)
        assert exact[0] <= true
        assert exact[1] is None or true <= exact[1]
        assert wide[0] <= exact[0]
        assert wide[1] is None or (exact[1] is not None and exact[1] <= wide[1])


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(tied_sets(), st.sets(st.integers(0, 5)))
def test_what_a_bound_rests_on_suffices_and_nothing_of_it_is_idle(drawn, covered):
    sets, figures, ties = drawn
    programme = Programme(problem_of(sets, figures, ties, covered))
    low = programme.bounds([1]).low
    if not low:
        return
    why = programme.why_low([1], low)
    assert bounds(atoms_of(programme.problem.only(why, [1])), [1])[0] >= low
    for idle in why:
        rest = programme.problem.only(frozenset(why) - {idle}, [1])
        assert bounds(atoms_of(rest), [1])[0] < low


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(tied_sets(), st.data())
def test_a_clash_is_a_smallest_one(drawn, data):
    sets, figures, ties = drawn
    wrong = data.draw(st.sampled_from(sorted(sets)))
    figures[wrong] = Figure(len(sets[wrong]) + 3, len(sets[wrong]) + 3)
    programme = Programme(problem_of(sets, figures, ties, set()))
    if programme.feasible():
        return
    clash = programme.clash()
    assert Because("at_least", wrong) in clash
    assert not atoms_of(programme.problem.only(clash)).system(()).feasible()
    for idle in clash:
        rest = programme.problem.only(frozenset(clash) - {idle})
        assert atoms_of(rest).system(()).feasible()
