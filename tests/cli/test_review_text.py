"""Bars of a weighing in a terminal, and names that a terminal must not obey."""

from hypothesis import example, given
from hypothesis import strategies as st

from tidings.cli.review_text import AGAINST, BARS, FOR, MIDDLE, bars, plain, steps
from tidings.registry.reviewing import Reason, Weighing

SUMS = st.floats(-200, 200)


def test_bars_lead_from_sum_to_sum_and_say_which_way():
    before, names, place = bars([(0.0, -10.0), (-10.0, 5.0), (5.0, 2.0)], room=31)
    assert before == AGAINST * 20 + MIDDLE
    assert names == FOR * 30
    assert place == " " * 20 + MIDDLE + "   " + AGAINST * 6


@given(st.lists(st.tuples(SUMS, SUMS), min_size=1, max_size=12))
@example([(0.0, 0.0)])
@example([(0.0, -1e-12), (-1e-12, 1e-12)])
def test_every_bar_is_seen_and_fits(spans):
    for line in bars(spans):
        assert len(line) <= BARS
        assert {FOR, AGAINST} & set(line)


def test_steps_are_told_in_the_words_of_the_picture():
    weighed = Weighing(-7.0, (Reason("born on the same day", 12.0),), 5.0, 0.97)
    assert steps(weighed, "en") == [
        ("before anything is compared", 0.0, -7.0),
        ("born on the same day", -7.0, 5.0),
        ("together: 97% that they are one person", 0.0, 5.0),
    ]
    assert steps(weighed, "ru")[0][0] == "до всякого сравнения"


@given(st.text())
@example("\x1b[2J\x07Ерлан\u202e\x9b31m")
def test_nothing_is_left_that_a_terminal_would_obey(text):
    assert plain(text).isprintable()
    assert plain("Ерлан 叶尔兰 ئەركىن") == "Ерлан 叶尔兰 ئەركىن"
