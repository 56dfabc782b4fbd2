"""Further columns of a stranger's table: what each holds, and which of its values are near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage.columns import Kind, cleaned, kind_of
from tidings.linkage.near_values import near_values


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Kind.EMAIL, ["aigul@mail.kz", "erlan.s@post.cn", "aigul@mail.kz"]),
        (Kind.NUMBER, ["1804974", "6089216", "2185997", "1804974"]),
        (Kind.CODE, ["tq13 8df", "pl1 2ab", "tq13 8df"]),
        (Kind.WORD, ["teacher", "shepherd", "teacher", "driver"]),
        (Kind.TEXT, ["12 wallaby place", "7 hoseason street", "12 wallaby place"]),
        (Kind.EMPTY, ["", "", ""]),
        (Kind.SAME, ["list 4", "list 4", "list 4"]),
        (Kind.ROW_NUMBER, ["3", "1", "2", "5", "4"]),
        (Kind.ROW_NUMBER, ["rec-3", "rec-1", "rec-2"]),
        (Kind.UNIQUE, [f"x{number * 37}y" for number in range(20)]),
        (Kind.STAMP, ["2024-01-03 10:20:11", "2024-01-03T10:21", "2024-01-04 09:00:00"]),
        (Kind.PROSE, ["taken from home in the night and not seen since then"] * 2 + ["w " * 9]),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_values(kind, values):
    assert kind_of([[cleaned(value) for value in values]]) is kind


def test_two_tables_that_number_their_rows_alike_still_only_number_them():
    assert kind_of([["1", "2", "3"], ["1", "2", "3"]]) is Kind.ROW_NUMBER


def test_a_number_that_comes_back_in_another_table_is_no_row_number():
    assert kind_of([["904", "17", "3301"], ["17", "3301", "88"]]) is Kind.NUMBER


@pytest.mark.parametrize("value", ["", " ", "n/a", "N/A", "-", "--", "неизвестно", "无", "None"])
def test_what_says_that_nothing_is_known_says_nothing(value):
    assert cleaned(value) == ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1804974", "1840974"),
        ("2119", "2118"),
        ("pridhamstreet", "pridham street"),
        ("robert255@smith.net", "roberta25@smith.net"),
        ("aigul@mail.kz", "aigul@post.kz"),
        ("place wallaby", "wallaby place"),
        ("tq13 8df", "tq13 8hu"),
        ("lakefront village", "lakefront village 2"),
    ],
)
def test_values_a_slip_or_a_word_apart_are_near(a, b):
    assert near_values([a, b, "something else"]) == {(min(a, b), max(a, b))}


def test_other_values_are_not_near():
    assert not near_values(["wallaby place", "hoseason street", "teacher", "1804974", "9", "7"])


@given(st.lists(st.text(max_size=80), max_size=30))
def test_any_values_are_compared_without_an_error_and_each_pair_is_named_once(values):
    known = set(values)
    assert all(a < b and a in known and b in known for a, b in near_values(values))


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(value):
    assert cleaned(cleaned(value)) == cleaned(value)
