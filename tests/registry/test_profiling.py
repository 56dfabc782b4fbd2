"""What statements add up to, on rows made by hand: no database."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tidings.registry.profiling.attributes import attributes_of, contradict, names_of
from tidings.registry.profiling.kinship import inverse
from tidings.registry.profiling.shape import MentionView, SourceView, StatementView
from tidings.registry.profiling.status import status_of, timeline_of
from tidings.values import Event, Kin, Level, Mode, Script, SourceKind, parse_edtf


def source(number: int, published: str | None = None, grade: str = "F") -> SourceView:
    return SourceView(
        id=number,
        title=f"source {number}",
        kind=SourceKind.TESTIMONY,
        origin=f"origin {number}",
        published=parse_edtf(published) if published else None,
        grade=grade,
        level=Level.TEAM,
    )


def mention(number: int, birth: str | None = None, **options) -> MentionView:
    return MentionView(
        id=number,
        source=options.get("source") or source(number),
        locator=f"row {number}",
        names=options.get("names", (("Ерлан", Script.CYRILLIC),)),
        sex=None,
        birth=parse_edtf(birth) if birth else None,
        place=options.get("place"),
        numbers=options.get("numbers", ()),
        level=Level.TEAM,
    )


def said(number: int, event: Event, held: str | None = None, **options) -> StatementView:
    return StatementView(
        id=number,
        source=options.get("source") or source(number),
        mention=1,
        event=event,
        mode=options.get("mode", Mode.ASSERTS),
        held=parse_edtf(held) if held else None,
        place=None,
        figure=None,
        value=None,
        speaker=options.get("speaker"),
        chain=(),
        channel=None,
        credibility=None,
        quote="",
        span=None,
        level=Level.TEAM,
        act=1,
    )


def test_two_sources_disagree_on_the_birth_and_both_stay_visible():
    born = attributes_of([mention(1, "1974-05-04"), mention(2, "1979")])[0]
    assert born.conflict
    assert {value.shown for value in born.values} == {"1974-05-04", "1979"}


def test_a_year_and_a_day_in_it_do_not_disagree():
    born = attributes_of([mention(1, "1974-05-04"), mention(2, "1974")])[0]
    assert not born.conflict
    assert born.best.shown == "1974-05-04", "the narrower of two equally supported values"


def test_an_approximate_year_is_allowed_a_year_either_way():
    assert not contradict(parse_edtf("1972~"), parse_edtf("1973-05-04"))
    assert contradict(parse_edtf("1972~"), parse_edtf("1975"))


def test_the_value_with_more_sources_comes_first():
    born = attributes_of([mention(1, "1974"), mention(2, "1971"), mention(3, "1971")])[0]
    assert born.best.shown == "1971"
    assert len(born.best.said_in) == 2


def test_two_id_numbers_are_a_conflict_and_two_telephones_are_not():
    numbers = (("id_number", "1"), ("id_number", "2"), ("phone", "3"), ("phone", "4"))
    by_name = {each.name: each for each in attributes_of([mention(1, numbers=numbers)])}
    assert by_name["id_number"].conflict
    assert not by_name["phone"].conflict


def test_the_name_in_the_familys_script_comes_first():
    names = (("叶尔兰·海拉提", Script.HAN), ("Ерлан Қайратұлы", Script.CYRILLIC))
    assert names_of([mention(1, names=names)])[0].written == "Ерлан Қайратұлы"


def test_the_status_is_the_latest_event_that_a_source_stands_by():
    timeline = timeline_of([said(1, Event.SENTENCED, "2019"), said(2, Event.DETAINED, "2018-03")])
    status = status_of(timeline)
    assert (status.event, status.certainty) == (Event.SENTENCED, "single")
    assert [each.event for each in timeline] == [Event.DETAINED, Event.SENTENCED]


def test_two_sources_agree():
    status = status_of(
        timeline_of([said(1, Event.RELEASED, "2019-01"), said(2, Event.RELEASED, "2019")])
    )
    assert (status.supporting, status.asked, status.certainty) == (2, 2, "agreed")


def test_a_denial_makes_the_status_contested_and_stays_visible():
    denial = said(3, Event.RELEASED, mode=Mode.DENIES)
    status = status_of(timeline_of([said(1, Event.RELEASED, "2019"), denial]))
    assert (status.supporting, status.asked, status.certainty) == (1, 2, "contested")
    assert [each.id for each in status.against] == [3]


def test_another_event_that_may_be_as_late_is_against():
    status = status_of(
        timeline_of([said(1, Event.SENTENCED, "2019"), said(2, Event.RELEASED, "2019-03")])
    )
    assert status.certainty == "contested"


def test_an_undated_event_is_as_late_as_its_source():
    late = said(2, Event.RELEASED, source=source(2, "2020-05-01"))
    assert status_of(timeline_of([said(1, Event.DETAINED, "2018"), late])).event is Event.RELEASED


def test_a_retraction_takes_back_only_what_its_speaker_said_before():
    first = said(1, Event.RELEASED, "2019", speaker="Bulletin", source=source(1, "2019-02"))
    other = said(2, Event.RELEASED, "2019", speaker="A neighbour", source=source(2, "2019-02"))
    back = said(
        3, Event.RELEASED, mode=Mode.RETRACTS, speaker="bulletin", source=source(3, "2019-03")
    )
    marked = {each.id: each.retracted for each in timeline_of([first, other, back])}
    assert marked == {1: True, 2: False, 3: False}


def test_a_retraction_is_known_as_its_speakers_in_another_spelling():
    first = said(1, Event.RELEASED, "2019", speaker="Айнұр Серікқызы", source=source(1, "2019-02"))
    back = said(
        2,
        Event.RELEASED,
        mode=Mode.RETRACTS,
        speaker="Айнур Сериккызы",
        source=source(2, "2019-03"),
    )
    assert {each.id: each.retracted for each in timeline_of([first, back])} == {1: True, 2: False}


def test_nobody_said_anything():
    assert status_of([]).certainty == "unknown"
    assert status_of(timeline_of([said(1, Event.LETTER_SENT, "2019")])).event is None


def test_a_son_sees_a_parent_and_a_wife_a_husband():
    assert inverse(Kin.SON) is Kin.PARENT
    assert inverse(Kin.WIFE) is Kin.HUSBAND
    assert inverse(Kin.COUSIN) is Kin.COUSIN


DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31)).map(lambda day: parse_edtf(day.isoformat()))


@given(DAYS, DAYS)
def test_contradiction_is_symmetric_and_never_of_a_date_with_itself(one, other):
    assert contradict(one, other) == contradict(other, one)
    assert not contradict(one, one)


@given(st.lists(st.tuples(st.sampled_from(list(Event)), st.sampled_from(list(Mode)), DAYS)))
def test_no_statement_is_ever_dropped_from_the_timeline(told):
    statements = [
        said(number, event, str(day), mode=mode) for number, (event, mode, day) in enumerate(told)
    ]
    assert sorted(each.id for each in timeline_of(statements)) == list(range(len(told)))
    status = status_of(timeline_of(statements))
    assert status.supporting <= status.asked
