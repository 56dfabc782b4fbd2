"""Ids: unique, ordered in time, read back from what a person types."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.values import WrongUse, new_id, read_id, show_id

NUMBERS = st.integers(0, 2**63 - 1)


def test_a_hundred_thousand_ids_made_at_once_are_unique_and_in_order():
    made = [new_id() for _ in range(100_000)]
    assert made == sorted(set(made))
    assert all(0 < number < 2**63 for number in made)


def test_threads_never_share_an_id():
    made: list[int] = []
    threads = [
        threading.Thread(target=lambda: made.extend(new_id() for _ in range(5_000)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 20_000


@given(NUMBERS)
def test_reading_what_was_shown_gives_the_same_id(number):
    shown = show_id(number)
    assert len(shown) == 15
    assert [len(part) for part in shown.split("-")] == [4, 4, 5]
    assert read_id(shown) == number
    assert read_id(shown.upper().replace("-", "")) == number
    assert read_id(shown.replace("0", "o").replace("1", "l")) == number
    assert read_id(shown.replace("1", "I")) == number


def test_a_decimal_number_is_an_id_too():
    number = new_id()
    assert read_id(str(number)) == number


@given(st.text(max_size=30))
def test_anything_else_is_wrong_use(text):
    try:
        number = read_id(text)
    except WrongUse as error:
        message = error.message
    else:
        message = text if 0 <= number < 2**63 else ""
    assert text in message


@pytest.mark.parametrize("text", ["", "xxxx", "zzzz-zzzz-zzzzz", "uuuu-uuuu-uuuuu", "-5", "9" * 19])
def test_what_is_no_id_is_refused(text):
    with pytest.raises(WrongUse):
        read_id(text)


def test_a_number_that_is_no_id_cannot_be_shown():
    with pytest.raises(WrongUse):
        show_id(2**63)
