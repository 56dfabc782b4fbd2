"""Written places as tokens: one unit is one token, whatever the script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage import place_tokens
from tidings.linkage.places import is_unit_token, place_words


@pytest.mark.parametrize(
    "written",
    [
        "Tekes county, Ili",
        "Текес ауданы",
        "Текесский район",
        "特克斯县",
        "新疆伊犁州特克斯县",
        "تېكەس ناھىيىسى",
        "Tékes Nahiyisi",
        "te ke si xian",
    ],
)
def test_a_county_is_one_token_in_every_script(written):
    assert "@654027" in place_tokens(written)


def test_the_units_above_are_told_and_a_village_stays_a_word():
    tokens = place_tokens("Текес ауданы, Көктерек ауылы")
    assert {"@65", "@6540", "@654027", "көктерек"} <= set(tokens)


def test_a_name_of_two_units_meets_each_but_they_do_not_meet():
    either, city, county = map(place_tokens, ("Құлжа", "Ghulja city", "伊宁县"))
    assert set(either) & {"~654002", "~654021"} == {"~654002", "~654021"}
    assert "@654002" not in either
    assert "~654002" in city
    assert "~654021" in county
    assert not {"~654002", "@654002"} & set(county)


def test_an_old_name_is_the_same_place():
    assert place_tokens("米泉县") == place_tokens("米东区")
    assert place_tokens("和丰县") == place_tokens("和布克赛尔蒙古自治县")


def test_a_district_meets_the_oblast_that_it_was_in_before():
    then, now = map(place_tokens, ("Алматы облысы", "Панфилов ауданы, Жетісу"))
    assert "~KZ-19" in set(then) & set(now)
    assert "@KZ-19" not in now


def test_people_read_the_name_of_the_most_exact_unit_and_never_a_code():
    tokens = dict(enumerate(place_tokens("Tekes county, Ili, Kök village")))
    assert list(place_words(tokens).values()) == ["kök", "Tekes county"]
    assert "уезд Текес" in place_words(tokens, "ru").values()


@given(st.text(max_size=80))
def test_any_text_has_tokens_that_people_can_read(text):
    tokens = dict(enumerate(place_tokens(text)))
    assert all(tokens.values())
    assert not any(is_unit_token(word) for word in place_words(tokens).values())
