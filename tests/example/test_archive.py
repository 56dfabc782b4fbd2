"""The invented archive by itself: marked, counted, and in agreement with its truth file."""

import csv
import io
import re
import runpy
from codecs import BOM_UTF16_LE
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tidings.example.archive import sources
from tidings.example.truth import truth
from tidings.values import Event

MARK = "INVENTED EXAMPLE — no such person"
ROOT = Path(__file__).parents[2]
SCRIPTS = {"kk", "ru", "latin", "arab", "tote", "han", "pinyin"}


def text_of(path: Path) -> str:
    """The words of a source, a row of a workbook to a line."""
    if path.suffix == ".xlsx":
        rows = load_workbook(path).active.iter_rows(values_only=True)
        return "\n".join(
            "\t".join("" if cell is None else str(cell) for cell in row) for row in rows
        )
    data = path.read_bytes()
    if data.startswith(BOM_UTF16_LE):
        return data.decode("utf-16")
    return data.decode("cp1251" if path.name == "list-2-ru.csv" else "utf-8")


TEXTS = {path.name: text_of(path) for path in sources()}


@pytest.mark.parametrize("file", TEXTS)
def test_every_source_is_marked_invented_in_its_first_line(file):
    assert MARK in TEXTS[file].splitlines()[0]


def test_the_archive_is_as_large_as_promised():
    people = truth().people.values()
    kinds = Counter(file.partition("-")[0] for file in TEXTS)
    assert len(TEXTS) >= 40
    assert kinds["list"] == 4
    assert kinds["article"] == 7
    assert kinds["testimony"] + kinds["letter"] >= 30
    assert len(people) >= 80
    assert len({person.family for person in people}) == 25
    assert len(truth().mentions) >= 200


def test_names_are_written_in_seven_ways_and_each_way_often():
    written = Counter(script for mention in truth().mentions for script in mention.scripts)
    assert set(written) == SCRIPTS
    assert min(written.values()) >= 15


def test_every_person_is_named_somewhere():
    assert {mention.person for mention in truth().mentions} == set(truth().people)


@pytest.mark.parametrize("file", TEXTS)
def test_a_name_of_the_truth_stands_where_the_truth_says(file):
    lines = TEXTS[file].splitlines()
    for mention in (each for each in truth().mentions if each.file == file):
        row = re.match(r"row (\d+)", mention.key)
        place = lines[int(row[1]) - 1] if row else TEXTS[file]
        assert [name for name in mention.names if name not in place] == [], mention.key


def test_no_two_mentions_share_a_place():
    places = Counter((mention.file, mention.key) for mention in truth().mentions)
    assert [place for place, times in places.items() if times > 1] == []


def test_people_of_one_name_are_declared_as_lookalikes():
    declared = {frozenset((pair.one, pair.other)) for pair in truth().lookalikes}
    for one, other in combinations(truth().people.values(), 2):
        if set(one.forms.values()) & set(other.forms.values()):
            assert frozenset((one.key, other.key)) in declared


def test_the_hard_cases_are_there():
    people = truth().people
    twins, neighbours = ("f02.aibar", "f02.aibek"), ("f03.bolat", "f04.bolat")
    assert people[twins[0]].born == people[twins[1]].born
    assert people[neighbours[0]].forms["kk"] == people[neighbours[1]].forms["kk"]
    assert people[neighbours[0]].place == people[neighbours[1]].place
    assert any("han_other" in person.forms for person in people.values())
    assert any(statement.mode == "retracts" for statement in truth().statements)
    assert any(statement.mode == "denies" for statement in truth().statements)
    assert any(statement.mode == "did_not_respond" for statement in truth().statements)
    assert len(truth().conflicts) >= 4


def test_both_chinese_spellings_of_one_man_are_in_the_sources():
    person = truth().people["f16.memetniyaz"]
    written = {
        name
        for mention in truth().mentions
        if mention.person == person.key
        for name in mention.names
    }
    assert {person.forms["han"], person.forms["han_other"]} <= written


def test_contradictory_years_stand_in_the_sources_that_are_named():
    for conflict in truth().conflicts:
        years = {value[:4] for value in conflict.values}
        assert len(years) > 1
        assert all(any(year in text for text in TEXTS.values()) for year in years)


def test_what_nobody_can_read_stands_in_its_row():
    for unread in truth().unread:
        row = int(unread.key.removeprefix("row "))
        assert unread.found in TEXTS[unread.file].splitlines()[row - 1]


def test_every_kind_of_status_happens_to_somebody():
    told = {statement.event for statement in truth().statements}
    assert told >= {
        Event.DETAINED,
        Event.SENTENCED,
        Event.TRANSFERRED,
        Event.RESTRICTED,
        Event.RELEASED,
        Event.CONTACT_LOST,
        Event.CONTACT_RESTORED,
        Event.DIED,
        Event.ARRIVED,
        Event.WARNED,
    }


def test_phone_numbers_cannot_be_anybodys():
    for file, text in TEXTS.items():
        for number in re.findall(r"\+\d[\d ]{8,}", text):
            zeros = re.sub(r"\D", "", number)
            assert "0000000" in zeros, (file, number)


def test_the_sheets_are_those_that_their_maker_makes(tmp_path):
    before = {path.name: path.read_bytes() for path in sources() if path.name.startswith("list")}
    maker = runpy.run_path(str(ROOT / "tools" / "make_sheets.py"))
    maker["main"].__globals__["ARCHIVE"] = tmp_path
    maker["main"]()
    made = {path.name: text_of(path) for path in tmp_path.iterdir()}
    assert made == {name: TEXTS[name] for name in before}


def test_the_truth_file_is_the_one_that_its_maker_makes(tmp_path):
    maker = runpy.run_path(str(ROOT / "tools" / "make_truth.py"))
    maker["main"].__globals__["PACKAGE"] = tmp_path
    maker["main"]()
    shipped = ROOT / "src" / "tidings" / "example" / "truth.json"
    assert (tmp_path / "truth.json").read_text("utf-8") == shipped.read_text("utf-8")


def test_the_russian_list_is_old_and_the_kazakh_one_is_wide():
    files = {path.name: path.read_bytes() for path in sources()}
    assert "ФИО" in files["list-2-ru.csv"].decode("cp1251")
    assert files["list-4-kk.tsv"].startswith(BOM_UTF16_LE)
    rows = list(csv.reader(io.StringIO(TEXTS["list-4-kk.tsv"]), delimiter="\t"))
    assert rows[1][0] == "Аты-жөні"
