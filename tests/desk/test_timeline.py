"""What the desk draws of a person's statements."""

from tidings.desk.timeline import entries, picture, tellings
from tidings.registry.profiling.shape import SourceView, StatementView
from tidings.values import Event, Level, Mode, SourceKind, parse_edtf


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


def test_the_same_event_at_the_same_time_is_one_row_with_its_sources_counted():
    told = [said(Event.DETAINED, "2018", number=n) for n in (1, 2, 2, 3)]
    assert [(each.label, each.sources) for each in entries(told)] == [("detained", 3)]


def test_who_confirms_something_stands_in_the_row_of_those_who_say_it():
    told = [
        said(Event.DETAINED, "2018"),
        said(Event.DETAINED, "2018", mode=Mode.CONFIRMS, number=2),
    ]
    assert [each.sources for each in entries(told)] == [2]


def test_who_takes_a_statement_back_is_no_further_source_for_it():
    told = [
        said(Event.DETAINED, "2018", retracted=True),
        said(Event.DETAINED, "2018", mode=Mode.RETRACTS, number=2),
    ]
    assert sum(each.sources for each in entries(told)) == 1


def test_an_event_is_named_without_its_explanation():
    assert [each.label for each in entries([said(Event.RESTRICTED, "2018")])] == ["restricted"]


def test_a_person_of_whom_no_date_is_told_has_no_picture():
    assert picture([said(Event.DETAINED, None)]) is None


def test_the_picture_is_drawn_for_a_laptop_and_for_a_phone():
    html = picture([said(Event.DETAINED, "2018-03-14"), said(Event.RELEASED, "2019", number=2)])
    assert html.count("<svg") == 2
    assert "14 March 2018" in html
    assert "style=" not in html


def test_the_table_has_a_row_for_each_mode_in_which_something_is_said():
    told = [
        said(Event.DETAINED, "2018"),
        said(Event.DETAINED, "2018", number=2),
        said(Event.DETAINED, "2018", mode=Mode.DENIES, number=3),
    ]
    assert [len(each.statements) for each in tellings(told)] == [2, 1]
