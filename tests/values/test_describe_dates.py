"""Dates in words, in English, Russian and Kazakh."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.values import day, describe, month, parse_edtf, read_date, year
from tidings.values.edtf import about, season


@pytest.mark.parametrize(
    ("edtf", "en", "ru", "kk"),
    [
        ("2018-03-12", "12 March 2018", "12 марта 2018 г.", "2018 жылғы 12 наурыз"),
        ("2018-03", "March 2018", "март 2018 г.", "2018 жылғы наурыз"),
        ("2018-21", "spring 2018", "весна 2018 г.", "2018 жылғы көктем"),
        ("1972~", "about 1972", "около 1972 г.", "шамамен 1972 жыл"),
        ("1972?", "1972 (uncertain)", "1972 г. (неточно)", "1972 жыл (нақты емес)"),
        ("197X", "the 1970s", "1970-е годы", "1970-жылдар"),
        ("2018-XX", "2018", "2018 г.", "2018 жыл"),
        ("2018-05/2019", "between May 2018 and 2019", "май 2018 г. — 2019 г.",
         "2018 жылғы мамыр — 2019 жыл"),
        ("2017/..", "since 2017", "с 2017 г.", "2017 жылдан бері"),
        ("../2018-12-31", "until 31 December 2018", "до 31 декабря 2018 г.",
         "2018 жылғы 31 желтоқсанға дейін"),
        ("../..", "unknown", "неизвестно", "белгісіз"),
    ],
)  # fmt: skip
def test_a_date_is_described_in_three_languages(edtf, en, ru, kk):
    dated = parse_edtf(edtf)
    assert (describe(dated), describe(dated, "ru"), describe(dated, "kk")) == (en, ru, kk)


def test_a_language_without_words_gets_english():
    assert describe(year(2018), "zh") == "2018"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["en", "ru", "kk"]))
@settings(max_examples=40)
def test_what_is_described_is_read_back(d, language):
    for dated in (
        day(d),
        month(d.year, d.month),
        year(d.year),
        season(d.year, 21 + d.month % 4),
        about(month(d.year, d.month)),
        parse_edtf(f"{d.year // 10}X"),
        parse_edtf(f"{d.year}-{d.month:02d}/.."),
        parse_edtf(f"../{d.year}-{d.month:02d}"),
    ):
        assert read_date(describe(dated, language), language=language) == dated
