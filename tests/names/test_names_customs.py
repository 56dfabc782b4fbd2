"""What a reader would stumble over in Chinese spellings is told: l for r, letters left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.names.customs import left_out, r_as_l


@pytest.mark.parametrize("step", [("ра", "拉"), ("拉", "ra"), ("را", "拉"), ("ру", "鲁")])
def test_l_is_written_for_r(step):
    assert r_as_l([("қай", "海"), step])


@pytest.mark.parametrize(
    "step", [("ла", "拉"), ("р", "尔"), ("ra", "热"), ("рл", "力"), ("ра", "la")]
)
def test_an_l_that_is_one_and_an_r_that_is_written_need_no_word(step):
    assert not r_as_l([step])


@pytest.mark.parametrize(
    ("step", "letters"),
    [(("ах", "艾"), ["х"]), (("нұр", "努"), ["р"]), (("热", "réh"), ["h"]), (("تۇر", "吐"), ["ر"])],
)
def test_a_final_consonant_that_no_character_writes_is_named(step, letters):
    assert left_out([step]) == letters


@pytest.mark.parametrize(
    "step", [("қай", "海"), ("лан", "兰"), ("т", "提"), ("лла", "拉"), ("", "尔")]
)
def test_what_is_written_or_merely_lengthened_is_not_missed(step):
    assert left_out([step]) == []


@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4)), max_size=6))
def test_any_steps_may_be_asked_about(steps):
    assert r_as_l(steps) in (True, False)
    assert isinstance(left_out(steps), list)
