"""Persons are what the standing decisions make of the mentions, whatever their order."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.registry import persons
from tidings.registry.act import recording
from tidings.registry.models import Decision, Mention, Source

PAIRS = st.lists(st.sampled_from(list(combinations(range(8), 2))), unique=True)


@pytest.fixture
def three(registry):
    """Three mentions that nobody has said anything about."""
    with recording("Worker", "add") as act:
        (source,) = act.insert(Source, [{"title": "A list"}])
        found = act.insert(Mention, [{"source_id": source}] * 3)
        persons.add_alone(found)
    return found


def decided(*rows):
    """(a, b, verdict, by), each in an act of its own, in this order."""
    for a, b, verdict, by in rows:
        with recording("Worker", "decide") as act:
            row = {"a_id": a, "b_id": b, "verdict": verdict, "by": by, "weight": 9.0}
            act.insert(Decision, [row])
            persons.refresh([a, b])


def groups():
    found = persons.persons_of(list(Mention.live.values_list("id", flat=True)))
    persons.rebuild()
    assert persons.persons_of(list(found)) == found
    return [persons.mentions_of(person) for person in sorted(set(found.values()))]


def test_a_run_that_ends_after_a_person_decided_does_not_outrank_them(three):
    a, b, c = three
    decided((a, b, "different", "person"), (a, b, "same", "run"))
    assert groups() == [[a], [b], [c]]
    decided((b, c, "same", "person"), (b, c, "undone", "run"))
    assert groups() == [[a], [b, c]]


def test_a_person_who_changes_their_mind_is_heard(three):
    a, b, c = three
    decided((a, b, "different", "person"), (a, b, "same", "person"))
    assert groups() == [[a, b], [c]]


def test_no_run_joins_by_way_of_others_whom_a_person_kept_apart(three):
    a, b, c = three
    decided((a, c, "different", "person"), (a, b, "same", "run"), (b, c, "same", "run"))
    assert groups() in ([[a, b], [c]], [[a], [b, c]])


def test_of_people_who_contradict_each_other_the_newest_word_counts_and_nobody_is_wrongly_joined(
    three,
):
    a, b, c = three
    decided((a, b, "same", "person"), (a, c, "different", "person"), (b, c, "same", "person"))
    assert groups() == [[a], [b, c]]


@given(PAIRS, PAIRS)
def test_nobody_is_together_with_whom_they_are_apart_from(merged, apart):
    found = persons.components(range(8), merged, apart)
    assert all(found[a] != found[b] for a, b in apart)
    assert all(found[each] <= each for each in range(8))


@given(PAIRS)
def test_without_anybody_apart_all_that_is_connected_is_one(merged):
    found = persons.components(range(8), merged)
    assert all(found[a] == found[b] for a, b in merged)
    assert set(found.values()) == {min(m for m in found if found[m] == p) for p in found.values()}


@given(PAIRS, PAIRS)
def test_a_pair_that_is_left_out_would_have_closed_a_ring(merged, apart):
    found = persons.components(range(8), merged, apart)
    for a, b in merged:
        if found[a] != found[b]:
            ours = {m for m in found if found[m] in (found[a], found[b])}
            assert any({x, y} <= ours for x, y in apart)
