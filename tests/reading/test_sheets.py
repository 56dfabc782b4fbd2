"""Sheets as volunteers keep them: yes and no, ages for births, relatives in notes, exports."""

import io

import pytest

from tidings.reading import child
from tidings.values import Dated, Event, Kin, Mode, Role, parse_edtf


def read(text: str, published: Dated | None = None):
    return next(iter(child.readings(text.encode(), "list.csv", published, {}, None)))


def told(reading, key="row 2"):
    return [
        (one.event, one.date.edtf if one.date else None, one.value)
        for one in reading.statements
        if one.mention == key
    ]


def test_an_age_where_a_birth_is_asked_is_an_age_and_needs_a_day_to_count_from():
    text = "ФИО,Год рожд.\nАсанов Ерлан,46 лет\nАсанова Айша,1980\n"
    dated = read(text, parse_edtf("2019-03-01"))
    assert dated.mentions[0].birth.edtf == "1972-03-02/1973-03-01"
    undated = read(text)
    assert undated.mentions[0].birth is None
    (unread,) = undated.unread
    assert (unread.locator, unread.field, unread.found) == ("B2", "Год рожд.", "46 лет")
    assert "--published" in unread.reason


@pytest.mark.parametrize(
    ("heading", "cell", "bad"),
    [
        ("Дата задержания", "31.06.2017", "31.06.2017"),
        ("被捕时间", "2018-02-30", "2018-02-30"),
        ("Статус", "задержан 31.06.2017", "31.06.2017"),
        ("Ұсталған күні", "29.02.2018", "29.02.2018"),
    ],
)
def test_a_day_that_no_calendar_has_is_reported_and_the_event_is_kept(heading, cell, bad):
    reading = read(f"Name,{heading}\nErlan Asan,{cell}\nSaule Bek,2018\n")
    (unread,) = reading.unread
    assert (unread.locator, unread.field, unread.found) == ("B2", heading, bad)
    assert told(reading) == [(Event.DETAINED, None, None)]


def test_columns_of_yes_a_date_and_a_number_tell_one_event():
    reading = read(
        "Name,Detained? (Y/N),Detained date,Camp/prison,Sentenced? Y/N,Sentence (years),"
        "Sentence date,Released? Y/N,In contact?\n"
        "Erlan Asan,Y,3 Oct 2017,Tekes camp,Y,12,Apr 2018,N,N\n"
        "Saule Bek,Y,2018,,N,,,Y,Y\n"
    )
    assert told(reading) == [
        (Event.DETAINED, "2017-10-03", None),
        (Event.SENTENCED, "2018-04", "12 years"),
        (Event.CONTACT_LOST, None, None),
    ]
    assert reading.statements[0].place == "Tekes camp"


def test_what_a_note_tells_of_a_relative_is_the_relatives():
    reading = read(
        "ФИО,Статус,Примечание\n"
        "Асанов Ерлан,в лагере,жена Гульнар задержана 31 января 2018. Тесть умер в 2016 году\n"
        "Асанова Айша,освобождена,сын говорит: отпустили в 2018\n"
    )
    assert told(reading) == [
        (Event.DETAINED, None, None),
        (Event.OTHER, "2016", "Тесть умер в 2016 году"),
    ]
    assert told(reading, "row 2 kin 1") == [(Event.DETAINED, "2018-01-31", None)]
    assert [(one.subject, one.relation) for one in reading.kin] == [("row 2 kin 1", Kin.WIFE)]


def test_an_export_of_a_survey_tool_is_read_by_the_last_part_of_each_field():
    reading = read(
        "start,victim/name,victim/address/county,case/date_detained,case/sentence_years,"
        "respondent/name,respondent/phone,_submission_time\n"
        "2019-03-02T10:11,Erlan Asan,Tekes,2017-10-01,12,Saule Asan,7.7010000012E+10,2019-03-02\n"
        "2019-03-03T10:11:00,Aisha Bek,Emin,2018-01-31,,Bolat Bek,7.701E+10,2019-03-03\n"
    )
    assert [column.role for column in reading.source.columns] == [
        *(Role.NONE, Role.NAME, Role.PLACE, Role.EVENT_DATE, Role.STATUS),
        *(Role.TESTIFIER, Role.PHONE, Role.NONE),
    ]
    assert told(reading) == [
        (Event.SENTENCED, None, "12 years"),
        (Event.DETAINED, "2017-10-01", None),
    ]
    testifiers = {one.names[0]: one.phones for one in reading.mentions if "testifier" in one.key}
    assert testifiers == {"Saule Asan": ("77010000012",), "Bolat Bek": ()}


def test_my_wife_says_what_the_person_is_to_the_one_who_writes():
    reading = read(
        "Full name (as in passport),What happened? When?,Your name,How are you related?\n"
        "Aisha Bek,Detained in January 2018,Bolat Bek,My wife\n"
        "Erlan Asan,We lost contact in spring 2018,Saule Asan,He is my brother\n"
    )
    assert [(one.subject, one.relation, one.object) for one in reading.kin] == [
        ("row 2", Kin.WIFE, "row 2 testifier"),
        ("row 3", Kin.BROTHER, "row 3 testifier"),
    ]


def test_beside_a_whole_name_the_fathers_name_is_the_father():
    reading = read("ئىسمى,دادىسىنىڭ ئىسمى,ياش\nمىسال مەمەت,سىناق,45\nئۈلگە گۈل,مىسال,38\n")
    assert [one.names for one in reading.mentions if one.key == "row 2"] == [("مىسال مەمەت",)]
    assert reading.kin[0].relation is Kin.FATHER


def test_papers_that_were_only_asked_for_were_not_granted():
    reading = read("ФИО,ВНЖ (дата),Дата прибытия\nАсанов Ерлан,подал,2016\nБек Айша,2018,2017\n")
    assert told(reading) == [
        (Event.RESIDENCY_APPLIED, None, None),
        (Event.ARRIVED, "2016", None),
    ]


def test_who_died_in_a_camp_died_on_that_day_and_was_held():
    reading = read("ФИО,Статус\nАсанов Ерлан,умер в лагере 5 мая 2018 г.\nБек Айша,не вышла\n")
    assert told(reading) == [(Event.DIED, "2018-05-05", None), (Event.DETAINED, None, None)]
    assert all(one.mode is Mode.ASSERTS for one in reading.statements)


def test_slashes_follow_the_other_columns_and_points_do_not():
    reading = read(
        "Name,Born,Detained date,Release date\nErlan Asan,12.03.1974,1/31/2018,4/2/2018\n"
    )
    assert reading.mentions[0].birth.edtf == "1974-03-12"
    assert told(reading) == [
        (Event.DETAINED, "2018-01-31", None),
        (Event.RELEASED, "2018-04-02", None),
    ]


def test_the_names_of_parquet_columns_are_always_the_header():
    import pyarrow as pa
    import pyarrow.parquet as pq

    held = io.BytesIO()
    pq.write_table(pa.table({"a": ["Name", "Erlan Asan"], "b": ["Born", "1974"]}), held)
    reading = next(iter(child.readings(held.getvalue(), "t.parquet", None, {}, None)))
    assert reading.source.header_row == 1
    assert [column.header for column in reading.source.columns] == ["a", "b"]
