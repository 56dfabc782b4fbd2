"""From when to when an announcement speaks, and what is surely within."""

from __future__ import annotations

from datetime import date

import pytest

from tidings.reckoning import Announcement, Period, count, find_ties, states
from tidings.reckoning.announcement import FAR_AHEAD, LONG_AGO, fact_days, period_of
from tidings.values import Event, Figure, Mode, Tie, parse_edtf


def days(*written: str) -> tuple[int, ...]:
    return tuple(date.fromisoformat(each).toordinal() for each in written)


SAID = days("2018-07-01", "2018-07-31")


def test_a_year_that_was_not_over_ends_surely_on_the_first_day_on_which_it_may_have_been_said():
    period = period_of(parse_edtf("2018"), Mode.ASSERTS, SAID)
    assert (period.firm_first, period.firm_last) == days("2018-01-01", "2018-07-01")
    assert (period.first, period.last) == days("2018-01-01", "2018-07-31")


def test_since_a_year_is_until_it_was_said():
    period = period_of(parse_edtf("2017/.."), Mode.ASSERTS, SAID)
    assert (period.firm_first, period.firm_last) == days("2017-01-01", "2018-07-01")


def test_a_closed_period_is_taken_as_said_when_nobody_knows_when_it_was_said():
    period = period_of(parse_edtf("2018"), Mode.ASSERTS, (LONG_AGO, SAID[1]))
    assert (period.firm_first, period.firm_last) == days("2018-01-01", "2018-12-31")
    assert not period_of(parse_edtf("2018/.."), Mode.ASSERTS, (LONG_AGO, SAID[1])).firm


@pytest.mark.parametrize("written", ["2018~", "2018?", "201X", "2017/2018~"])
def test_nothing_lies_surely_within_a_period_that_is_only_about(written):
    assert not period_of(parse_edtf(written), Mode.ASSERTS, SAID).firm


def test_a_question_mark_bounds_nothing():
    period = period_of(parse_edtf("2018-03?"), Mode.ASSERTS, SAID)
    assert (period.first, period.last) == (LONG_AGO, SAID[1])


def test_a_promise_reaches_beyond_the_day_of_its_saying_and_holds_nobody_surely():
    period = period_of(parse_edtf("2019"), Mode.PROMISES, SAID)
    assert (period.first, period.last) == days("2019-01-01", "2019-12-31")
    assert not period.firm
    assert period_of(None, Mode.PROMISES, SAID).last == FAR_AHEAD


def test_a_fact_happened_no_later_than_it_was_told():
    assert fact_days(parse_edtf("2018"), Mode.ASSERTS, SAID[1])[1] == SAID[1]
    assert fact_days(parse_edtf("2019"), Mode.ASSERTS, SAID[1]) == days("2019-01-01", "2019-12-31")


def test_the_shares_of_a_figure_without_an_end_and_of_one_without_people():
    assert count(Figure(2001, None), certain=5, possible=9).documented == (0.0, 9 / 2001)
    assert count(Figure(0, 0), certain=0, possible=9).documented == (0.0, 1.0)
    assert count(Figure(2001, None), certain=5, possible=9).unaccounted == Figure(1992, None)


def said_by(number: int, words: set[int], **given) -> Announcement:
    return Announcement(
        number,
        given.pop("event", Event.RELEASED),
        given.pop("figure", Figure(40, 40)),
        speaker=frozenset(words),
        source=given.pop("source", number),
        **given,
    )


def test_a_confirmation_of_whom_it_names_is_found_in_another_source():
    first = said_by(1, {1, 2})
    confirmed = said_by(2, {5}, chain=(frozenset({1, 2, 3}),), mode=Mode.CONFIRMS)
    (tie,) = find_ties([first, confirmed])
    assert (tie.a, tie.b, tie.tie, tie.decided) == (2, 1, Tie.SAME, False)


@pytest.mark.parametrize(
    "other",
    [
        said_by(2, {8}, chain=(frozenset({7}),), mode=Mode.CONFIRMS),
        said_by(2, {1, 2}, event=Event.DETAINED, source=1),
        said_by(2, {1, 2}, figure=Figure(41, None), source=1),
        said_by(2, {1, 2}, source=1, period=Period(900, 1000)),
        said_by(2, {1, 2}, source=1, mode=Mode.PROMISES),
        said_by(2, {1, 2}),
        said_by(2, {3}, source=1),
        said_by(2, set(), source=1),
    ],
)
def test_nothing_is_tied_that_the_text_does_not_call_the_same(other):
    assert not find_ties([said_by(1, {1, 2}, period=Period(0, 100)), other])


def test_a_speaker_takes_back_the_very_number_and_not_its_correction():
    told = [
        said_by(1, {1}, figure=Figure(40, 40), said=(10, 10)),
        said_by(2, {1}, figure=Figure(31, None), said=(20, 20), source=2),
        said_by(3, {1}, figure=Figure(40, 40), mode=Mode.RETRACTS, said=(20, 20), source=2),
        said_by(4, {2}, figure=Figure(40, 40), said=(10, 10)),
        said_by(5, {1}, figure=Figure(40, 40), said=(30, 30)),
    ]
    assert [str(each) for each in states(told).values()] == [
        "taken_back",
        "counted",
        "retraction",
        "counted",
        "counted",
    ]
