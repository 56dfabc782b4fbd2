"""Where bars stand: as exact as the dates are, in both directions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.desk.timeline import DAY_WIDTH, NARROW, WIDE, Entry, draw, entries
from tidings.registry.profiling.shape import SourceView, StatementView
from tidings.values import Dated, Event, Level, Mode, SourceKind, parse_edtf


def source(number=1):
    return SourceView(number, "A list", SourceKind.LIST, None, None, "F", Level.TEAM)


def said(event, held, *, mode=Mode.ASSERTS, number=1, retracted=False):
    return StatementView(
        id=number,
        source=source(number),
        mention=1,
        event=event,
        mode=mode,
        held=parse_edtf(held) if held else None,
        place=None,
        figure=None,
        value=None,
        speaker=None,
        chain=(),
        channel=None,
        credibility=None,
        quote="",
        span=None,
        level=Level.TEAM,
        act=1,
        retracted=retracted,
    )


def bars(*statements, shape=WIDE, mirrored=False):
    return draw(entries(statements), shape, mirrored=mirrored).bars


def test_a_day_is_a_firm_mark_and_a_year_a_soft_bar():
    day, year = bars(said(Event.DETAINED, "2018-03-14"), said(Event.SENTENCED, "2019", number=2))
    assert (day.look, day.width) == ("firm", DAY_WIDTH)
    assert year.look == "soft"
    assert year.width > 20 * DAY_WIDTH


def test_the_same_event_at_the_same_time_is_one_bar_with_its_sources_counted():
    found = entries([said(Event.DETAINED, "2018", number=n) for n in (1, 2, 3)])
    assert [(each.event, each.sources) for each in found] == [(Event.DETAINED, 3)]


def test_an_open_end_runs_out_in_dots():
    (bar,) = bars(said(Event.CONTACT_LOST, "2018-03/.."))
    start, end = bar.dots
    assert start < end <= WIDE.width


def test_what_is_denied_or_taken_back_is_an_empty_frame():
    denied = said(Event.DETAINED, "2018", mode=Mode.DENIES)
    taken_back = said(Event.RELEASED, "2019", retracted=True, number=2)
    assert [bar.look for bar in bars(denied, taken_back)] == ["denied", "denied"]


def test_what_has_no_date_is_not_drawn():
    assert entries([said(Event.DETAINED, None)]) == ()
    assert draw((), WIDE) is None


def test_mirrored_time_runs_from_right_to_left():
    statements = [said(Event.DETAINED, "2017-01-05"), said(Event.RELEASED, "2019-12-30", number=2)]
    first, last = bars(*statements)
    assert first.x < last.x
    first, last = bars(*statements, mirrored=True)
    assert first.x > last.x
    assert draw(entries(statements), WIDE, mirrored=True).anchor == "end"


days = st.dates(date(1900, 1, 1), date(2030, 12, 31))


@given(st.lists(st.tuples(days, days), min_size=1, max_size=12), st.booleans())
@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_every_bar_stays_inside_the_drawing(shape, pairs, mirrored):
    found = tuple(
        Entry(Event.DETAINED, Dated(min(pair), max(pair), "x"), 1, False, False) for pair in pairs
    )
    drawing = draw(found, shape, mirrored=mirrored)
    for bar in drawing.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= drawing.width
        assert bar.y < drawing.height
    assert len(drawing.ticks) <= shape.ticks + 1
    assert all(0 <= tick.x <= drawing.width for tick in drawing.ticks)
