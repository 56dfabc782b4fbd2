"""Dates and counts as they stand inside a sentence."""

import pytest

from tidings.publishing.letters.counts import people, share
from tidings.publishing.letters.dates import when
from tidings.values import Figure, parse_edtf

DATES = """
2018-03-12 | on 12 March 2018 | 2018 жылғы 12 наурызда | 12 марта 2018 г.
2018-03 | in March 2018 | 2018 жылғы наурызда | в марте 2018 г.
2018-22 | in summer 2018 | 2018 жылғы жазда | летом 2018 г.
2018 | in 2018 | 2018 жылы | в 2018 г.
201X | in the 2010s | 2010-жылдары | в 2010-х годах
2018~ | about 2018 | шамамен 2018 жылы | примерно в 2018 г.
2018-03-12~ | about 12 March 2018 | шамамен 2018 жылғы 12 наурызда | примерно 12 марта 2018 г.
2018? | in 2018 (uncertain) | 2018 жылы (нақты емес) | в 2018 г. (неточно)
2017/2018-05 | between 2017 and May 2018 | 2017 жыл мен 2018 жылғы мамыр аралығында\
 | в период 2017 г. — май 2018 г.
2018-08/2019 | between August 2018 and 2019 | 2018 жылғы тамыз бен 2019 жыл аралығында\
 | в период август 2018 г. — 2019 г.
2018-08/.. | since August 2018 | 2018 жылғы тамыздан бері | с августа 2018 г.
../2019 | until 2019 | 2019 жылға дейін | до 2019 г.
"""


@pytest.mark.parametrize("row", DATES.strip().splitlines())
def test_a_date_is_an_adverb_in_each_language(row):
    form, *expected = (part.strip() for part in row.split("|"))
    assert [when(parse_edtf(form), language) for language in ("en", "kk", "ru")] == expected


def test_an_unknown_date_is_left_out():
    assert when(None, "kk") == ""
    assert when(parse_edtf("../.."), "kk") == ""


@pytest.mark.parametrize(
    ("low", "high", "en", "kk", "ru"),
    [
        (2001, None, "more than 2,000 people", "2 000-нан астам адам", "более 2 000 человек"),
        (2000, None, "at least 2,000 people", "кемінде 2 000 адам", "не менее 2 000 человек"),
        (22, None, "at least 22 people", "кемінде 22 адам", "не менее 22 человек"),
        (21, None, "more than 20 people", "20-дан астам адам", "более 20 человек"),
        (None, 500, "at most 500 people", "ең көбі 500 адам", "не более 500 человек"),
        (0, 21, "at most 21 people", "ең көбі 21 адам", "не более 21 человека"),
        (200, 999, "between 200 and 999 people", "200–999 адам", "от 200 до 999 человек"),
        (1, 1, "1 person", "1 адам", "1 человек"),
        (3, 3, "3 people", "3 адам", "3 человека"),
        (12, 12, "12 people", "12 адам", "12 человек"),
        (0, 0, "0 people", "0 адам", "0 человек"),
        (None, None, "an unknown number of people", "саны белгісіз адам", None),
    ],
)
def test_a_count_says_its_bounds(low, high, en, kk, ru):
    figure = Figure(low, high)
    said = [people(figure, language).replace("\u00a0", " ") for language in ("en", "kk", "ru")]
    assert said == [en, kk, ru or "неизвестное число людей"]


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ((0.0, 0.0055), "0–0.6%"),
        ((0.0119, 0.0121), "1.1–1.3%"),
        ((1.0, 1.0), "100%"),
        ((0.0, 1.0), "0–100%"),
        ((0.25, 0.3), "25–30%"),
    ],
)
def test_a_share_is_rounded_away_so_that_it_holds_the_truth(bounds, said):
    assert share(bounds, "en") == said
    assert share(bounds, "ru") == said.replace(".", ",")
