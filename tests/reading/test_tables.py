"""Tables as volunteers keep them: every row a mention, every value with its cell."""

import pytest

from tidings.reading import read_bytes
from tidings.values import BadInput, Event, Kin, Role, Sex, WrongUse, parse_edtf


def read(text: str, name: str = "list.csv", **options):
    readings = read_bytes(text.encode(), name, **options)
    assert len(readings) == 1
    return readings[0]


def test_a_plain_list_becomes_mentions_statements_kin_and_a_testifier():
    reading = read(
        "№;ФИО;Пол;Год рождения;Место жительства;Статус;Дата задержания;Заявитель;Кем приходится\n"
        "1;Асанов Ерлан;м;12.03.1974;Текес;осужден на 15 лет;05.2017;Асанова Сауле;жена\n"
    )
    assert [column.role for column in reading.source.columns] == [
        Role.ROW_ID,
        Role.NAME,
        Role.SEX,
        Role.BORN,
        Role.PLACE,
        Role.STATUS,
        Role.EVENT_DATE,
        Role.TESTIFIER,
        Role.TESTIFIER_RELATION,
    ]
    person, testifier = reading.mentions
    assert (person.key, person.names, person.sex) == ("row 2", ("Асанов Ерлан",), Sex.MALE)
    assert (person.birth.edtf, person.place) == ("1974-03-12", "Текес")
    assert person.cells["born"] == "D2"
    assert (testifier.key, testifier.names) == ("row 2 testifier", ("Асанова Сауле",))
    assert [(kin.subject, kin.relation, kin.object) for kin in reading.kin] == [
        ("row 2 testifier", Kin.WIFE, "row 2")
    ]
    told = {statement.event: statement for statement in reading.statements}
    assert told[Event.SENTENCED].value == "15 лет"
    assert told[Event.DETAINED].date.edtf == "2017-05"
    assert {one.speaker for one in reading.statements} == {"Асанова Сауле"}
    assert reading.unread == ()


def test_a_row_with_an_impossible_date_is_reported_and_the_row_is_kept():
    reading = read("Name,Born\nErlan Asan,31.02.1970\nSaule Bek,1980\n")
    assert [mention.names[0] for mention in reading.mentions] == ["Erlan Asan", "Saule Bek"]
    assert reading.mentions[0].birth is None
    (unread,) = reading.unread
    assert (unread.locator, unread.field, unread.found) == ("B2", "Born", "31.02.1970")
    assert "Expected" in unread.reason


def test_a_mapping_by_letter_or_heading_outranks_what_was_guessed():
    text = "Name,Remarks\nErlan Asan,Tekes\n"
    for column in ("B", "remarks"):
        reading = read(text, mapping={column: Role.PLACE})
        assert reading.mentions[0].place == "Tekes"


def test_a_mapping_that_names_no_column_says_which_there_are():
    with pytest.raises(WrongUse, match="A 'Name', B 'Born'"):
        read("Name,Born\nErlan Asan,1970\n", mapping={"Surname": Role.SURNAME})


def test_a_table_without_names_is_refused_with_the_remedy():
    with pytest.raises(BadInput, match="--map COLUMN=name") as caught:
        read("A1,A2\n1,2\n3,4\n")
    assert caught.value.file == "list.csv"


def test_an_age_counts_from_the_year_of_its_heading_or_from_the_day_of_the_list():
    by_heading = read("Name,Age in 2018\nErlan Asan,40\n")
    assert by_heading.mentions[0].birth.edtf == "1977/1978"
    by_list = read("Name,Age\nErlan Asan,40\n", published=parse_edtf("2018"))
    assert by_list.mentions[0].birth.edtf == "1977/1978"
    unknown = read("Name,Age\nErlan Asan,40\n")
    assert unknown.mentions[0].birth is None
    assert "--published" in unknown.unread[0].reason
