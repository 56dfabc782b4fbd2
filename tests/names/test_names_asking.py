"""When a query holds a name to look for, and what it lacks when it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.names.asking import lacking


@pytest.mark.parametrize("query", ["王", "李娜", "Ер", "е қайрат", "Kairat", "ئە", "Li"])
def test_two_letters_or_one_character_are_enough(query):
    assert lacking(query) is None


@pytest.mark.parametrize("query", ["е", "Е. Қ.", " ق ", "É"])
def test_single_letters_are_too_little(query):
    assert lacking(query) == "more_letters"


@pytest.mark.parametrize("query", ["", "  ", "1974", "·-!", "\u200d", "\ud800", "🙂"])
def test_a_query_without_letters_lacks_them(query):
    assert lacking(query) == "letters"


@given(st.text(max_size=200))
def test_anything_may_be_typed(query):
    assert lacking(query) in (None, "letters", "more_letters")
