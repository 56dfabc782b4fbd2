"""Dates in words and digits of five languages: what was meant is what is read."""

from datetime import date

import pytest
from dates_as_written import SEASONS, YEARS, days, months
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tidings.values import (
    BadInput,
    ImpossibleDate,
    UnresolvedDate,
    day,
    guess_order,
    month,
    parse_edtf,
    read_date,
    read_excel_serial,
    year,
)
from tidings.values.edtf import season

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
JANUARY_2019 = parse_edtf("2019-01")
MARCH_20_2019 = parse_edtf("2019-03-20")


@given(DAYS)
@settings(max_examples=25)
def test_a_day_is_read_from_every_custom_exactly(d):
    for text in days(d):
        assert read_date(text) == day(d), text


@given(DAYS)
@settings(max_examples=25)
def test_a_month_is_read_from_every_custom_exactly(d):
    for text in months(d):
        assert read_date(text) == month(d.year, d.month), text


@pytest.mark.parametrize("number", SEASONS)
def test_a_season_is_read_in_every_language(number):
    for text in SEASONS[number]:
        assert read_date(text.format(2017)) == season(2017, number), text


def test_a_year_is_read_in_every_language():
    for text in YEARS:
        assert read_date(text.format(1974)) == year(1974), text


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(29, 99))
def test_a_day_that_no_calendar_holds_is_named(y, m, n):
    try:
        date(y, m, n)
    except ValueError:
        text = f"{n}.{m:02d}.{y}"
        with pytest.raises(ImpossibleDate) as caught:
            read_date(text)
        assert text in caught.value.message


@pytest.mark.parametrize(
    "text",
    ["31.02.1970", "30 февраля 2018", "2018 жылғы 30 ақпан", "31 ақпан 1970", "2018年2月30日",
     "2018-02-30", "2018-يىلى 30-فېۋرال", "February 30, 2018", "13.13.1970", "31 April 2018",
     "29.02.2019", "2018年13月1日", "32 January 2018", "31/11/2017", "2019/2018"],
)  # fmt: skip
def test_an_impossible_date_is_an_error_that_names_it(text):
    with pytest.raises(ImpossibleDate) as caught:
        read_date(text)
    assert text in caught.value.message


@pytest.mark.parametrize(
    "text",
    ["", "foo", "12 foo", "2018 people", "Нурлан", "45", "3 года", "15 жыл", "20 лет", "努尔兰",
     "may be", "the", "12.5", "+7 701 234 56 78", "43171", "15年"],
)  # fmt: skip
def test_what_is_no_date_is_bad_input(text):
    with pytest.raises(BadInput) as caught:
        read_date(text, published=JANUARY_2019)
    assert not isinstance(caught.value, ImpossibleDate)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("около 1972", "1972~"),
        ("шамамен 1972", "1972~"),
        ("1972 ж. шамасында", "1972~"),
        ("circa 1972", "1972~"),
        ("c. 1972", "1972~"),
        ("approx. 1972", "1972~"),
        ("1974 (approx.)", "1974~"),
        ("大约1972年", "1972~"),
        ("1972年左右", "1972~"),
        ("تەخمىنەن 1972-يىلى", "1972~"),
        ("1974?", "1974?"),
        ("12.03.1974 (?)", "1974-03-12?"),
        ("74 г.р.", "1974"),
        ("'17", "2017"),
        ("12.03.74", "1974-03-12"),
        ("20.04.18г", "2018-04-20"),
        ("12.III.1974", "1974-03-12"),
        ("17年3月", "2017-03"),
        ("the 1970s", "197X"),
        ("1970-е годы", "197X"),
        ("70-х годов", "197X"),
        ("1970-жылдары", "197X"),
        ("1970年代", "197X"),
        ("late 2017", "2017-09/2017-12"),
        ("early 2018", "2018-01/2018-04"),
        ("mid-2017", "2017-05/2017-08"),
        ("в конце 2017 года", "2017-10/2017-12"),
        ("2017 жылдың соңында", "2017-10/2017-12"),
        ("2018年底", "2018-10/2018-12"),
        ("2018-يىلىنىڭ ئاخىرىدا", "2018-10/2018-12"),
        ("в начале марта 2018", "2018-03-01/2018-03-10"),
        ("2018年12月中旬", "2018-12-11/2018-12-20"),
        ("первая половина 2018", "2018-01/2018-06"),
        ("winter 2017-2018", "2017-24"),
        ("зима 2017/18", "2017-24"),
        ("2017-2018", "2017/2018"),
        ("2017–18", "2017/2018"),
        ("1974 или 1975", "1974/1975"),
        ("from May 2017 to July 2018", "2017-05/2018-07"),
        ("с мая 2017 по июль 2018", "2017-05/2018-07"),
        ("between May and July 2018", "2018-05/2018-07"),
        ("November to February 2018", "2017-11/2018-02"),
        ("2017年5月至7月", "2017-05/2017-07"),
        ("2017年11月至2月", "2017-11/2018-02"),
        ("2017 жылдың мамырынан 2018 жылдың шілдесіне дейін", "2017-05/2018-07"),
        ("2017-يىلىدىن 2018-يىلىغىچە", "2017/2018"),
        ("12-15 марта 2018", "2018-03-12/2018-03-15"),
        ("March 12-15, 2018", "2018-03-12/2018-03-15"),
        ("since 2017", "2017/.."),
        ("с 2017 года", "2017/.."),
        ("2017 жылдан бері", "2017/.."),
        ("2017年以来", "2017/.."),
        ("2017-يىلدىن بېرى", "2017/.."),
        ("by the end of 2018", "../2018-12-31"),
        ("до конца 2018 года", "../2018-12-31"),
        ("before 2018", "../2017"),
        ("2018 жылға дейін", "../2018"),
        ("2018-22", "2018-22"),
        ("../2018-12-31", "../2018-12-31"),
    ],
)
def test_words_around_a_date_belong_to_it(text, edtf):
    assert read_date(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("last month", "2019-02"),
        ("в прошлом месяце", "2019-02"),
        ("өткен айда", "2019-02"),
        ("上个月", "2019-02"),
        ("ئۆتكەن ئايدا", "2019-02"),
        ("last week", "2019-03-11/2019-03-17"),
        ("на прошлой неделе", "2019-03-11/2019-03-17"),
        ("өткен аптада", "2019-03-11/2019-03-17"),
        ("上周", "2019-03-11/2019-03-17"),
        ("上周三", "2019-03-13"),
        ("the 9th of last month", "2019-02-09"),
        ("9-го прошлого месяца", "2019-02-09"),
        ("өткен айдың 9-ында", "2019-02-09"),
        ("本月5日", "2019-03-05"),
        ("three weeks earlier", "2019-02-27~"),
        ("үш апта бұрын", "2019-02-27~"),
        ("ئۈچ ھەپتە ئىلگىرى", "2019-02-27~"),
        ("two years ago", "2017~"),
        ("2 года назад", "2017~"),
        ("两年前", "2017~"),
        ("yesterday", "2019-03-19"),
        ("вчера", "2019-03-19"),
        ("кеше", "2019-03-19"),
        ("昨天", "2019-03-19"),
        ("this summer", "2018-22"),
        ("прошлой зимой", "2018-24"),
        ("last year", "2018"),
        ("былтыр наурызда", "2018-03"),
        ("去年12月", "2018-12"),
        ("в марте прошлого года", "2018-03"),
        ("December", "2018-12"),
        ("March", "2019-03"),
        ("April", "2018-04"),
        ("on Monday", "2019-03-18"),
        ("by the end of the year", "../2019-12-31"),
        ("12 наурызда", "2019-03-12"),
    ],
)
def test_what_counts_from_the_day_of_the_text_is_counted(text, edtf):
    assert read_date(text, published=MARCH_20_2019).edtf == edtf
    with pytest.raises(UnresolvedDate, match=text):
        read_date(text)


def test_looking_ahead_a_month_is_the_next_one():
    assert read_date("May", published=MARCH_20_2019, ahead=True).edtf == "2019-05"
    assert read_date("May", published=MARCH_20_2019).edtf == "2018-05"


def test_from_a_text_of_some_day_in_a_month_only_what_is_sure_is_sharp():
    assert read_date("last month", published=JANUARY_2019).edtf == "2018-12"
    assert read_date("yesterday", published=JANUARY_2019).edtf == "2018-12-31/2019-01-30"


@given(st.dates(date(2000, 1, 1), date(2029, 12, 31)))
def test_day_and_month_follow_the_order_asked_for(d):
    dmy, mdy = f"{d.day}/{d.month}/{d.year}", f"{d.month}/{d.day}/{d.year}"
    assert read_date(dmy, order="dmy") == day(d)
    assert read_date(mdy, order="mdy") == day(d)
    assert read_date(dmy) == day(d)
    assert read_date(f"{d:%y}/{d.month}/{d.day}", order="ymd") == day(d)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2018", "25/04/2018", ""], "dmy"),
        (["03/04/2018", "04/25/2018"], "mdy"),
        (["2018/03/04", "2018-3-5"], "ymd"),
        (["03/04/2018", "05/04/2018"], None),
        (["25/04/2018", "04/25/2018"], None),
        (["not a date", "2018"], None),
        ([], None),
    ],
)
def test_a_column_tells_its_order_where_it_can(column, order):
    assert guess_order(column) == order


@pytest.mark.parametrize(
    ("serial", "iso"),
    [(43171, "2018-03-12"), (43171.99, "2018-03-12"), (1, "1900-01-01"), (59, "1900-02-28"),
     (61, "1900-03-01"), (2958465, "9999-12-31")],
)  # fmt: skip
def test_a_spreadsheet_serial_is_a_day(serial, iso):
    assert read_excel_serial(serial).edtf == iso


def test_the_macintosh_system_counts_from_1904():
    assert read_excel_serial(41709, since_1904=True).edtf == "2018-03-12"


@pytest.mark.parametrize("serial", [0, -1, 60, 2958466, float("inf"), float("nan")])
def test_a_serial_without_a_day_is_impossible(serial):
    with pytest.raises(ImpossibleDate):
        read_excel_serial(serial)


PIECES = st.sampled_from(
    "2018 12 03 31 99 1974 0 二〇一八 十二 年 月 日 . - / – , ( ) ' ~ ? of the March may марта г. "
    "г.р. жылғы наурызда айының ж.т. يىلى ئاينىڭ مارت last ago three weeks from to between and с "
    "по до winter зимой 2000s 1970-е late end early by since before 底 前 上个月 Monday вчера i "
    "XII 上 next since or".split()
)


@given(
    st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map(" ".join)),
    st.sampled_from(
        [None, MARCH_20_2019, parse_edtf("0001"), parse_edtf("9999"), parse_edtf("../..")]
    ),
    st.booleans(),
)
@example("999999999999 years ago", MARCH_20_2019, False)
@example("31 February", parse_edtf("9999"), True)
@settings(max_examples=200)
def test_any_text_is_a_date_or_bad_input_and_nothing_else(text, published, ahead):
    try:
        dated = read_date(text, published=published, ahead=ahead)
    except BadInput:
        return
    assert parse_edtf(dated.edtf) == dated
