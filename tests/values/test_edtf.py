"""EDTF level 1: text to days and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.values import BadInput, ImpossibleDate, between, day, month, parse_edtf, year
from tidings.values.edtf import about, decade, season, spanning

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
YEARS = st.integers(1, 9999)
MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def simple_forms(draw):
    d = draw(DAYS)
    form = draw(
        st.sampled_from(
            [
                f"{d.year:04d}",
                f"{d.year:04d}-{d.month:02d}",
                d.isoformat(),
                f"{d.year:04d}-{21 + d.month % 4}",
                f"{d.year:04d}"[:3] + "X",
                f"{d.year:04d}"[:2] + "XX",
                f"{d.year:04d}-XX",
                f"{d.year:04d}-{d.month:02d}-XX",
                f"{d.year:04d}-XX-XX",
            ]
        )
    )
    return form + draw(MARKS)


@st.composite
def forms(draw):
    first, last = draw(simple_forms()), draw(simple_forms())
    form = draw(
        st.sampled_from(
            [
                first,
                f"{first}/{last}",
                f"{first}/..",
                f"../{last}",
                f"{first}/",
                f"/{last}",
                "../..",
            ]
        )
    )
    return form


@given(forms())
def test_parsing_what_was_printed_gives_the_same_date(form):
    try:
        dated = parse_edtf(form)
    except ImpossibleDate:
        assert "/" in form  # an interval that ends before it begins
        return
    assert parse_edtf(str(dated)) == dated


@given(forms())
def test_an_interval_never_ends_before_it_begins(form):
    try:
        dated = parse_edtf(form)
    except ImpossibleDate:
        return
    assert dated.first is None or dated.last is None or dated.first <= dated.last


@given(st.text(max_size=20))
def test_any_other_text_is_bad_input(text):
    try:
        dated = parse_edtf(text)
    except BadInput as error:
        message = error.message
    else:
        message = text if parse_edtf(dated.edtf) == dated else ""
    assert text in message


@given(DAYS, DAYS)
def test_constructors_print_what_parses_to_themselves(a, b):
    first, last = sorted((a, b))
    made = [
        day(a),
        month(a.year, a.month),
        year(a.year),
        season(a.year, 21 + a.month % 4),
        decade(a.year),
        between(first, last),
        between(first, None),
        between(None, last),
        about(day(a)),
        about(between(first, last)),
        spanning(year(first.year), month(last.year, last.month)),
        spanning(None, year(a.year)),
        spanning(day(a), None),
    ]
    for dated in made:
        assert parse_edtf(dated.edtf) == dated


@given(DAYS)
def test_a_year_a_month_and_a_day_hold_exactly_their_days(d):
    assert day(d).first == day(d).last == d
    assert month(d.year, d.month).first == d.replace(day=1)
    assert month(d.year, d.month).last.month == d.month
    if d.year < 9999 or d.month < 12:
        assert (month(d.year, d.month).last + timedelta(1)).day == 1
    assert year(d.year).first == date(d.year, 1, 1)
    assert year(d.year).last == date(d.year, 12, 31)


@given(simple_forms())
def test_about_only_ever_widens(form):
    dated = parse_edtf(form)
    wide = about(dated)
    assert wide.first <= dated.first <= dated.last <= wide.last


@pytest.mark.parametrize(
    ("form", "first", "last"),
    [
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2017-24", "2017-12-01", "2018-02-28"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2018-03-XX", "2018-03-01", "2018-03-31"),
        ("1972~", "1971-01-01", "1973-12-31"),
        ("2018-03~", "2018-02-01", "2018-04-30"),
        ("2018-03-12~", "2018-03-09", "2018-03-15"),
        ("1972?", "1972-01-01", "1972-12-31"),
        ("2017-05/2018-22", "2017-05-01", "2018-08-31"),
    ],
)
def test_the_days_of_a_form(form, first, last):
    dated = parse_edtf(form)
    assert (str(dated.first), str(dated.last), str(dated)) == (first, last, form)


def test_open_and_unknown_ends_have_no_day():
    assert parse_edtf("2018/..").last is None
    assert parse_edtf("../2018").first is None
    assert parse_edtf("2018/").last is None
    assert parse_edtf("../..").first is None


@pytest.mark.parametrize(
    "form",
    ["2018-02-30", "2018-13", "2018-00", "0000", "2018-03-00", "2018/2017", "2019-02-29~"],
)
def test_an_impossible_date_is_named(form):
    with pytest.raises(ImpossibleDate, match=form):
        parse_edtf(form)


@pytest.mark.parametrize(
    "form", ["", "18", "2018-3-12", "2018-XX-03", "201X-03", "1X18", "2018/2019/20"]
)
def test_what_is_not_level_one_is_bad_input(form):
    with pytest.raises(BadInput) as caught:
        parse_edtf(form)
    assert not isinstance(caught.value, ImpossibleDate)


@pytest.mark.parametrize(
    "make",
    [lambda: month(2018, 13), lambda: year(0), lambda: year(10000), lambda: season(2018, 20)],
)
def test_constructors_refuse_what_no_calendar_holds(make):
    with pytest.raises(ImpossibleDate):
        make()
