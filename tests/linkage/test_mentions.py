"""Numbers, places, slips and dates: what the extract is made of."""

from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage import number_key
from tidings.linkage.slips import distance, slips

KEY = b"k" * 32


def test_a_phone_is_the_same_with_and_without_its_country_code():
    assert number_key("+7 (701) 234-56-78", KEY, "phone") == number_key("87012345678", KEY, "phone")


def test_a_national_number_is_known_by_its_check_digit():
    assert number_key("11010519491231002X", KEY).startswith("cn:")
    assert number_key("110105194912310021", KEY).startswith("id:")


@given(st.text("0123456789", min_size=6, max_size=18))
def test_no_number_can_be_read_from_its_key(number):
    key = number_key(number, KEY)
    assert number not in key
    assert key == number_key(number, KEY)
    assert key.partition(":")[2] != number_key(number, b"other" * 6).partition(":")[2]


def test_slips_are_found_in_long_words_and_not_made_up_in_short_ones():
    ids = {"kiosses": 1, "kioscses": 2, "lily": 3, "liyl": 4, "asan": 5, "usen": 6, "ana": 7}
    assert [(a, b) for a, b, _ in slips(ids)] == [(1, 2), (3, 4)]


words = st.text("abc", max_size=6)


@given(words, words)
def test_the_distance_is_symmetric_and_zero_only_for_the_same(x, y):
    assert distance(x, y) == distance(y, x)
    assert (distance(x, y) == 0) == (x == y)
    assert abs(len(x) - len(y)) <= distance(x, y) <= max(len(x), len(y))


@given(st.sets(st.text("abcdef", min_size=4, max_size=6), max_size=12))
def test_every_pair_one_slip_apart_is_found(tokens):
    ids = {token: n for n, token in enumerate(sorted(tokens))}
    found = {(a, b) for a, b, _ in slips(ids)}
    for x in tokens:
        for y in tokens:
            if x < y and distance(x, y) == 1:
                assert (ids[x], ids[y]) in found
