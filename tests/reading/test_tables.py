"""Tables as volunteers keep them: every row a mention, every value with its cell."""

import csv
import io
from datetime import date, datetime

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.reading import child, read_bytes
from tidings.reading.tables import read_table
from tidings.values import BadInput, Event, Kin, Role, Sex, WrongUse, parse_edtf


def read(text: str, name: str = "list.csv", *, published=None, mapping=None):
    readings = list(child.readings(text.encode(), name, published, mapping or {}, None))
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


def workbook(*sheets):
    """Bytes of a workbook; each sheet is (title, rows)."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_each_sheet_that_lists_people_is_a_source_and_the_others_are_reported():
    data = workbook(
        ("Текес", [["ФИО", "Год рождения"], ["Асанов Ерлан", 1974]]),
        ("Пусто", []),
        ("Объяснения", [["Как заполнять"], ["Пишите разборчиво, пожалуйста"]]),
        ("Нылкы", [["ФИО", "Дата рождения"], ["Бекенова Сауле", date(1980, 6, 5)]]),
    )
    first, second = read_bytes(data, "list.xlsx")
    assert (first.source.sheet, second.source.sheet) == ("Текес", "Нылкы")
    assert first.mentions[0].locator == "Текес!A2"
    assert first.mentions[0].birth.edtf == "1974"
    assert second.mentions[0].birth.edtf == "1980-06-05"
    assert [unread.locator for unread in first.unread] == ["Объяснения!A1"]


def test_typed_cells_mean_what_they_show():
    data = workbook(
        (
            "List",
            [
                ["Name", "Born", "ID number", "Phone"],
                ["Erlan Asan", date(1905, 5, 27), 650102197001011234, 77010000001],
                ["Saule Bek", datetime(1980, 6, 5, 0, 0), "650102197001011239", None],
            ],
        )
    )
    (reading,) = read_bytes(data, "list.xlsx")
    erlan, saule = reading.mentions
    assert erlan.birth.edtf == "1974"
    assert erlan.phones == ("77010000001",)
    assert erlan.id_numbers == ()
    assert saule.birth.edtf == "1980-06-05"
    assert [unread.locator for unread in reading.unread][:1] == ["List!C2"]
    assert "rounded" in reading.unread[0].reason


def test_an_identity_number_that_disagrees_with_the_row_is_reported_and_overwrites_nothing():
    reading = read("Name,Sex,Born,ID number\nErlan Asan,F,1970,11010519491231002X\n")
    assert reading.mentions[0].birth.edtf == "1970"
    assert reading.mentions[0].id_numbers == ("11010519491231002X",)
    assert ["born 1949-12-31" in unread.reason for unread in reading.unread] == [True]
    alone = read("Name,ID number\nErlan Asan,11010519491231002X\n")
    assert alone.mentions[0].birth.edtf == "1949-12-31"
    assert alone.mentions[0].sex is Sex.FEMALE


def test_a_parquet_table_is_read_as_any_other():
    table = pa.table({"full_name": ["Erlan Asan", "Saule Bek"], "dob": ["1974-03-12", None]})
    out = io.BytesIO()
    pq.write_table(table, out)
    (reading,) = read_bytes(out.getvalue(), "list.parquet")
    assert [mention.names[0] for mention in reading.mentions] == ["Erlan Asan", "Saule Bek"]
    assert reading.mentions[0].birth.edtf == "1974-03-12"


def test_day_or_month_first_is_told_by_the_whole_column():
    text = "Name,Born\nErlan Asan,04/05/1974\nSaule Bek,{}\n"
    assert read(text.format("25/03/1980")).mentions[0].birth.edtf == "1974-05-04"
    assert read(text.format("03/25/1980")).mentions[0].birth.edtf == "1974-04-05"


def test_two_dates_of_one_event_that_disagree_both_stay():
    reading = read("Name,Status,Date of detention\nErlan Asan,detained in 2018,05.2017\n")
    dates = {statement.date.edtf for statement in reading.statements}
    assert dates == {"2018", "2017-05"}


def test_a_date_that_counts_from_an_unknown_day_is_said_to():
    reading = read("Name,Status\nErlan Asan,detained last month\n")
    assert reading.statements[0].date is None
    assert "--published" in reading.unread[0].reason
    dated = read("Name,Status\nErlan Asan,detained last month\n", published=parse_edtf("2019-01"))
    assert dated.statements[0].date.edtf == "2018-12"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=8))
def test_any_grid_gives_readings_or_bad_input_with_a_remedy(rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    readings, remedy = [], "none is needed"
    try:
        readings = read_table(out.getvalue().encode("utf-8", "replace"), "any.csv")
    except BadInput as error:
        remedy = error.remedy
    assert remedy
    assert all(mention.names for reading in readings for mention in reading.mentions)
