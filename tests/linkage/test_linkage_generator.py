"""The invented world that linkage is measured on: seeded, in five scripts, as vague as promised."""

from __future__ import annotations

from functools import cache

import numpy as np
import pyarrow.compute as pc
import pytest
from benchmarks.linkage import births
from benchmarks.linkage.extracts import tables
from benchmarks.linkage.generator import ABSENT, World, world
from benchmarks.linkage.hands import HANDS, WRITINGS, hands
from benchmarks.linkage.hands import tables as letters_of
from benchmarks.linkage.lexemes import lexemes, sections
from benchmarks.linkage.measures import b_cubed, pairs_of, pairwise
from benchmarks.linkage.oracle import oracle
from benchmarks.linkage.places import _atlas
from benchmarks.linkage.sources import EXACT
from benchmarks.linkage.written import people, written
from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage.mentions import as_tables
from tidings.linkage.people import Vocabulary, mentions_of
from tidings.values import Script, script_of

MENTIONS = 2_000


@cache
def small() -> World:
    return world(MENTIONS, 7)


def test_the_same_seed_gives_the_same_world_and_another_seed_another():
    one, again, other = small(), world(MENTIONS, 7), world(MENTIONS, 8)
    assert written(one).words == written(again).words
    assert np.array_equal(one.mentions.lexeme, again.mentions.lexeme)
    assert not np.array_equal(one.mentions.person, other.mentions.person)


def test_names_stand_in_every_writing_and_script():
    used = {HANDS[hand] for hand in small().sources.hand}
    assert len(used) >= len(WRITINGS) - 2
    scripts = {script_of(word) for word in written(small()).words}
    assert scripts >= {Script.CYRILLIC, Script.LATIN, Script.ARABIC, Script.HAN}


def test_half_of_the_births_are_uncertain_and_a_fifth_of_the_names_partial():
    said = world(20_000, 3).mentions
    assert 0.40 < (said.told == EXACT).mean() < 0.57
    one_part = (said.lexeme[:, 1] == ABSENT) & (said.role[:, 0] != 3)
    assert 0.17 < one_part.mean() < 0.23
    assert 0.05 < (said.sex == 0).mean() < 0.35


def test_many_people_share_a_full_name():
    said = world(20_000, 3).people
    full = said.given * 100_000 + said.father_given
    assert pairs_of(full) > len(said) / 4


def test_every_sound_can_be_written_by_every_hand():
    spoken = {s for words in lexemes(1).sounds for s in words}
    spoken |= {s for row in _atlas() for s in row[3].sounds}
    spoken |= {s for name in ("place first", "place last") for w, _ in sections()[name] for s in w}
    for writing, letters in letters_of().items():
        assert spoken <= letters.keys(), writing


@given(st.integers(0, len(HANDS) - 1), st.integers(0, 2_000), st.integers(0, 12))
def test_a_hand_writes_a_name_in_one_way_and_never_nothing(number, lexeme, fault):
    hand, words = hands(7)[number], lexemes(7)
    first = hand.write(words.sounds[lexeme], words.characters[lexeme], fault)
    assert first == hand.write(words.sounds[lexeme], words.characters[lexeme], fault) != ""


@given(st.integers(-20_000, 15_000))
def test_an_age_holds_the_day_of_birth(day):
    first, last = births.interval_of_age(births.age_of(np.array([day])))
    assert first[0] <= day <= last[0]


@given(st.integers(-40_000, 20_000))
def test_a_day_is_put_together_again_from_its_parts(day):
    assert births.days(*births.parts(np.array([day])))[0] == day


def test_each_mention_can_be_read_as_a_person():
    read = list(people(small(), written(small())))
    assert len(read) == MENTIONS
    assert all(each.names[0] for each in read)
    assert any(each.relatives for each in read)
    assert any(each.id_numbers for each in read)


@pytest.mark.parametrize("seed", [1, 2])
def test_who_knows_every_name_finds_nearly_everybody_and_not_all(seed):
    of = world(MENTIONS, seed)
    f1 = pairwise(oracle(of).person, of.mentions.person).f1
    assert 0.93 < f1 < 0.99


def test_of_two_right_pairs_and_one_wrong_two_thirds_are_precise():
    found, truth = np.array([1, 1, 1, 2]), np.array([5, 5, 6, 6])
    assert pairwise(found, truth).precision == pytest.approx(1 / 3)
    assert pairwise(found, truth).recall == pytest.approx(1 / 2)
    assert b_cubed(truth, truth).f1 == 1.0


def test_the_tables_of_a_large_world_are_those_of_its_mentions_one_by_one():
    spelt = written(small())
    many, single = Vocabulary(), Vocabulary()
    fast = tables(small(), spelt, many)
    slow = as_tables(mentions_of(list(people(small(), spelt)), single))
    assert _rows(fast["mention"].drop_columns("source")) == _rows(
        slow["mention"].drop_columns("source")
    )
    assert {name: each.schema for name, each in fast.items()} == {
        name: each.schema for name, each in slow.items()
    }
    for name in ("place", "relative"):
        assert _said(fast[name], many) == _said(slow[name], single)
    one_name = slow["part"].filter(pc.equal(slow["part"]["name"], 0))
    alike = _said(fast["part"], many) & _said(one_name, single)
    assert len(alike) > 0.99 * len(one_name)
    assert len(fast["number"]) == len(slow["number"])


def _rows(table):
    return table.to_pylist()


def _said(table, vocabulary):
    """The rows with words in place of lexemes."""
    words = {number: token for (_, token), number in vocabulary._ids.items()}
    return {
        tuple(words[value] if key == "lexeme" else value for key, value in row.items())
        for row in table.to_pylist()
    }
