"""Dates inside prose: found where they are, and nothing taken for one that is none."""

import sys
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from dates_as_written import days
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.values import day, find_dates, find_figures, parse_edtf

JANUARY_2019 = parse_edtf("2019-01")
MARCH_20_2019 = parse_edtf("2019-03-20")


def found(text, **known):
    return [
        (date.words, date.dated.edtf if date.dated else None) for date in find_dates(text, **known)
    ]


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["", "He said: ", "ол ", "他", "в "]),
)
@settings(max_examples=15)
def test_a_day_in_the_middle_of_prose_is_found_whole(d, before):
    for text in days(d):
        if text.isdecimal():
            continue  # eight digits in prose may be anything
        dates = find_dates(f"{before}{text} .")
        assert day(d) in [date.dated for date in dates], text


@given(st.text(max_size=60), st.sampled_from([None, JANUARY_2019]))
def test_every_find_is_an_exact_piece_of_the_text(text, published):
    dates = find_dates(text, published=published)
    assert all(text[date.start : date.end] == date.words for date in dates)
    assert all(a.end <= b.start for a, b in pairwise(dates))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She was taken on 12 March 2018, held until summer 2019 and freed that autumn.",
            [
                ("12 March 2018", "2018-03-12"),
                ("until summer 2019", "../2019-22"),
                ("that autumn", "2019-23"),
            ],
        ),
        (
            "Мой брат был задержан 5 апреля 2018 г. в Кульдже, а летом 2019 года вышел.",
            [("5 апреля 2018 г.", "2018-04-05"), ("летом 2019 года", "2019-22")],
        ),
        (
            "Ағам 2018 жылғы 12 наурызда ұсталды, 2019 жылдың қысында босады.",
            [("2018 жылғы 12 наурызда", "2018-03-12"), ("2019 жылдың қысында", "2019-24")],
        ),
        (
            "他于2018年3月12日被带走，2019年底获释。",
            [("2018年3月12日", "2018-03-12"), ("2019年底", "2019-10/2019-12")],
        ),
        (
            "ئۇ 2018-يىلى 3-ئاينىڭ 12-كۈنى تۇتۇلدى. 2017-يىلدىن بېرى خەۋەر يوق.",
            [
                ("2018-يىلى 3-ئاينىڭ 12-كۈنى", "2018-03-12"),
                ("2017-يىلدىن بېرى", "2017/.."),
            ],
        ),
        (
            "اعام 2018-جىلى 3-ايدىڭ 12-كۇنى ۇستالدى.",
            [("2018-جىلى 3-ايدىڭ 12-كۇنى", "2018-03-12")],
        ),
        (
            "the 2017 crackdown and the camps of the 1950s",
            [("2017", "2017"), ("1950s", "195X")],
        ),
        ("Between 2017 and 2018 he wrote.", [("Between 2017 and 2018", "2017/2018")]),
        ("Released (2019), he left.", [("2019", "2019")]),
        ("Born 31.02.1970.", [("31.02.1970", None)]),
    ],
)
def test_dates_are_found_in_five_languages(text, expected):
    assert [
        (date.words.removeprefix("Born "), date.dated.edtf if date.dated else None)
        for date in find_dates(text)
    ] == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may leave. We march on. He will fall. A spring in the yard.",
        "More than 2000 people. In 2000 people were counted. About 2000 Kazakhs left.",
        "He is 45, in his 40s, sentenced to 15 years.",
        "Ему 45 лет, получил 15 лет, камера 2018 не указана",
        "15 жылға сотталды, 45 жаста, 3 ай күтті",
        "他45岁，判刑15年，等了三个月。",
        "call +7 701 2018 2019, 192.168.10.20, 10:30",
        "weeks later, years ago, days before",
        "Section 2018 of May Smith's file, room 1984",
        "Наурыз Абдуллаев и Май Иванова",
        "ئۇ 15 يىللىق كېسىلدى",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert find_dates(text, published=JANUARY_2019) == []


def test_the_real_article_has_the_dates_of_its_careful_reader():
    text = (
        "The press office confirmed media reports in December that they may leave. He said he was "
        "warned four times this summer. Last month, he was invited onto a talk show. An agency "
        "story on the camps in May."
    )
    assert found(text, published=JANUARY_2019) == [
        ("December", "2018-12"),
        ("this summer", "2018-22"),
        ("Last month", "2018-12"),
        ("May", "2018-05"),
    ]


def test_without_the_day_of_the_text_it_is_said_that_it_is_unresolved():
    (date,) = find_dates("Last month he called.")
    assert date.unresolved
    assert date.dated is None
    assert date.words == "Last month"


def test_earlier_counts_from_the_date_told_before_and_ago_from_the_text():
    text = "Taken on 12 March 2018. Three weeks earlier he had called. Two days ago she wrote."
    assert found(text, published=MARCH_20_2019) == [
        ("12 March 2018", "2018-03-12"),
        ("Three weeks earlier", "2018-02-19~"),
        ("Two days ago", "2019-03-18"),
    ]


def test_a_sentence_that_looks_ahead_means_the_next_month():
    assert found("The trial is set for May.", published=MARCH_20_2019) == []
    assert found("The trial will be in May.", published=MARCH_20_2019, ahead=True) == [
        ("May", "2019-05")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By mid-April, in the first week of May and the early 2000s",
         [("By mid-April", "../2018-04-20"), ("May", "2018-05"), ("early 2000s", "2000/2003")]),
        ("in late January this year; by the end of next year; over the last three months",
         [("late January this year", "2019-01-21/2019-01-31"),
          ("by the end of next year", "../2020-12-31"),
          ("the last three months", "2018-12/2019-03-20")]),
        ("В ночь с 9 на 10 августа 2020 г., летом позапрошлого года, в январе–феврале 2019 года",
         [("с 9 на 10 августа 2020 г.", "2020-08-09/2020-08-10"),
          ("летом позапрошлого года", "2017-22"),
          ("в январе–феврале 2019 года", "2019-01/2019-02")]),
        ("2018 жылдың 3-қарашасы мен 2019 жылдың 5 ақпаны аралығында, 2019 жылдың басынан бері",
         [("2018 жылдың 3-қарашасы мен 2019 жылдың 5 ақпаны аралығында",
           "2018-11-03/2019-02-05"),
          ("2019 жылдың басынан бері", "2019-01/..")]),
        ("今年2月初，2018年中国某地，2018年4月至2019年1月间，去年底",
         [("今年2月初", "2019-02-01/2019-02-10"), ("2018年", "2018"),
          ("2018年4月至2019年1月间", "2018-04/2019-01"), ("去年底", "2018-10/2018-12")]),
        ("2018-يىلدىن 2019-يىلغىچە، ئۆتكەن يىلى 12-ئاينىڭ بېشىدا",
         [("2018-يىلدىن 2019-يىلغىچە", "2018/2019"),
          ("ئۆتكەن يىلى 12-ئاينىڭ بېشىدا", "2018-12-01/2018-12-10")]),
        ("Released on 3 May 2018. The following spring he wrote; that summer he died.",
         [("3 May 2018", "2018-05-03"), ("The following spring", "2019-21"),
          ("that summer", "2019-22")]),
        ("a 17-year-old; following the raid; as of 31 December 2018; Sunday, 3 March 2019",
         [("31 December 2018", "2018-12-31"), ("Sunday, 3 March 2019", "2019-03-03")]),
        ("2018-yili 4-ayda tutuldi, 2018-yili 13-fewral",
         [("2018-yili 4-ayda", "2018-04"), ("2018-yili 13-fewral", "2018-02-13")]),
    ],
)  # fmt: skip
def test_prose_of_other_countries_is_read_too(text, expected):
    assert found(text, published=MARCH_20_2019) == expected


def test_what_lies_later_needs_a_date_told_before():
    (date,) = find_dates("Two weeks later they came back.", published=MARCH_20_2019)
    assert date.unresolved


@pytest.mark.parametrize("piece", ["On 12 March 2018 3 of them ", "- ", "2018-", "上", "(", "the "])
def test_the_work_on_a_long_text_grows_with_its_length(piece):
    def calls(times):
        counted = Counter()
        sys.setprofile(lambda frame, event, argument: counted.update([event]))
        try:
            find_dates(piece * times, published=MARCH_20_2019)
            find_figures(piece * times)
        finally:
            sys.setprofile(None)
        return counted["call"] + counted["c_call"]

    calls(10)
    assert calls(800) < 5 * calls(200)
