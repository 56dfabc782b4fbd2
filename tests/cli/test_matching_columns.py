"""`tidings match` on tables that never were a list of people: every role, every kind of column."""

import csv
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from tidings.cli.app import app

GIVEN = "Erlan Aibek Nurlan Serik Bolat Aigul Saule Dinara Gulnar Marat Kairat Askar".split()
SURNAMES = "Sultanov Abenov Tursynov Kasenov Mamyrov Toktarov Orazbekov Kydyrov".split()
TRADES = "teacher driver shepherd nurse cook".split()
HEADER = "list,first_name,last_name,dob,email,postcode,street,trade,remark".split(",")
SMALL = 40


def person(chance: random.Random, number: int) -> list[str]:
    given, surname = chance.choice(GIVEN), chance.choice(SURNAMES)
    born = f"{chance.randint(1940, 2004)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    street = f"{chance.randint(1, 90)} {chance.choice(SURNAMES)} street"
    return [
        *("A", given, surname, born, f"{given}.{number}@mail.invalid".lower()),
        *(f"{chance.randint(1000, 9999)}", street, chance.choice(TRADES)),
        "seen by the well on the road to the old town that morning with three of her neighbours",
    ]


def write(file: Path, rows: list[list[str]], header: list[str] = HEADER) -> Path:
    with file.open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened).writerows([header, *rows])
    return file


def run(*arguments: object) -> str:
    """What the command says; its own errors come up as they are."""
    result = CliRunner().invoke(app, ["match", *map(str, arguments)])
    if isinstance(result.exception, Exception):
        raise result.exception
    return " ".join(result.output.split())


def answers(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def are_one(out: Path, first: int, second: int) -> bool:
    """Whether two rows, counted from 0 over all files, are in one cluster."""
    rows = answers(out)
    return bool(rows[first]["cluster"]) and rows[first]["cluster"] == rows[second]["cluster"]


def changed(row: list[str], **cells: str) -> list[str]:
    return [cells.get(name, cell) for name, cell in zip(HEADER, row, strict=True)]


@pytest.fixture(scope="module")
def people() -> list[list[str]]:
    chance = random.Random(3)
    return [person(chance, number) for number in range(SMALL)]


@pytest.fixture(scope="module")
def done(tmp_path_factory, people) -> tuple[str, Path]:
    """What was said, and the answer, for the list and some of its people written otherwise."""
    folder = tmp_path_factory.mktemp("columns")
    again = [
        changed(people[0], first_name="", last_name=""),
        changed(people[1], first_name=people[1][2], last_name=people[1][1]),
        changed(people[2], email=people[2][4].replace("mail", "post"), dob=""),
        changed(people[3], street=people[3][6].replace("street", "str."), dob="", email=""),
        changed(people[4], dob="1901-01-01", email="", postcode="", street="", trade=""),
    ]
    out = folder / "out.csv"
    one = write(folder / "one.csv", people)
    return run(one, write(folder / "two.csv", again), "--out", out), out


def test_each_column_is_said_to_be_compared_or_why_not(done):
    said, _ = done
    for words in (
        *("first_name = given", "last_name = surname", "dob = birth", "email = other (e-mail)"),
        *("postcode = other (number)", "street = place", "trade = other (word)"),
        "not compared: list (the same in every row), remark",
    ):
        assert words in said


def test_a_row_without_a_name_is_found_by_what_else_it_says(done):
    assert are_one(done[1], 0, SMALL)


def test_given_name_and_surname_in_each_others_columns_are_one_person(done):
    assert are_one(done[1], 1, SMALL + 1)


def test_an_e_mail_at_another_host_and_a_street_cut_short_still_speak_for_one_person(done):
    assert are_one(done[1], 2, SMALL + 2)
    assert are_one(done[1], 3, SMALL + 3)


def test_a_name_alone_against_another_birth_joins_nobody(done):
    assert not are_one(done[1], 4, SMALL + 4)


def test_the_reason_names_the_columns_that_speak(done):
    reason = answers(done[1])[SMALL + 3]["reason"]
    assert "the same postcode" in reason
    assert "the same trade" in reason


def test_a_threshold_near_certainty_joins_fewer(tmp_path, people):
    year = people[5][3][:4]
    rows = [*people, changed(people[5], email="", street="", postcode="", trade="", dob=year)]
    table, out = write(tmp_path / "table.csv", rows), tmp_path / "out.csv"
    run(table, "--out", out, "--threshold", "0.6")
    assert are_one(out, 5, SMALL)
    run(table, "--out", out, "--threshold", "0.9999")
    assert not are_one(out, 5, SMALL)


def test_a_column_to_ignore_says_nothing(tmp_path, people):
    rows = [*people, changed(people[0], first_name="", last_name="", dob="", street="", trade="")]
    table, out = write(tmp_path / "table.csv", rows), tmp_path / "out.csv"
    said = run(table, "--out", out, "--map", "email=ignore", "--map", "postcode=ignore")
    assert "email (as you said)" in said
    assert answers(out)[SMALL]["cluster"] == ""


def test_birth_in_parts_a_father_a_number_and_a_phone_by_roles_given_by_hand(tmp_path):
    header = ["who", "y", "m", "d", "f", "doc", "tel"]
    row = ["Erlan Sultanov", "1972", "3", "12", "Marat Sultanov", "N 1234567", "8 701 2345678"]
    other = ["Erlan Sultanov", "1981", "5", "2", "Askar Sultanov", "N 7654321", "8 702 7654321"]
    roles = "who=name y=birth_year m=birth_month d=birth_day f=father doc=number tel=phone".split()
    mapped = [argument for role in roles for argument in ("--map", role)]
    out = tmp_path / "out.csv"
    run(write(tmp_path / "t.csv", [row, other, row], header), "--out", out, *mapped)
    reason = answers(out)[0]["reason"]
    for words in ("born on the same day", "the same relative", "the same document number"):
        assert words in reason
    assert are_one(out, 0, 2)
    assert not are_one(out, 0, 1)


def test_csv_xlsx_and_parquet_are_matched_together(tmp_path, people):
    book = Workbook()
    for row in ([*HEADER], people[0]):
        book.active.append(row)
    book.save(tmp_path / "b.xlsx")
    columns = {name: [cell] for name, cell in zip(HEADER, people[0], strict=True)}
    pq.write_table(pa.table(columns), tmp_path / "c.parquet")
    files = [write(tmp_path / "a.csv", people), tmp_path / "b.xlsx", tmp_path / "c.parquet"]
    out = tmp_path / "out.csv"
    run(*files, "--out", out)
    assert are_one(out, 0, SMALL)
    assert are_one(out, 0, SMALL + 1)


def test_an_answer_may_be_matched_again_and_is_no_evidence(tmp_path, people):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    run(write(tmp_path / "a.csv", people), "--out", first)
    assert "cluster (a column of an answer)" in run(first, "--out", second)


def test_a_legend_beside_the_list_names_nobody(tmp_path, people):
    book = Workbook()
    for row in ([*HEADER], people[0], people[1]):
        book.active.append(row)
    legend = book.create_sheet("legend")
    for row in (["code", "level"], ["x1", "17"], ["x1", "17"]):
        legend.append(row)
    book.save(tmp_path / "book.xlsx")
    out = tmp_path / "out.csv"
    said = run(tmp_path / "book.xlsx", "--out", out)
    assert "this sheet has no column of names" in said
    assert [bool(row["cluster"]) for row in answers(out)] == [True, True, False, False]


@pytest.mark.slow
def test_in_a_long_list_numbers_and_places_are_compared_as_they_are_written(tmp_path):
    chance = random.Random(11)
    header = [*HEADER, "passport", "town"]
    rows = [
        [*person(chance, at), f"{chance.randint(10**6, 10**7)}", f"{chance.choice(SURNAMES)}tau"]
        for at in range(600)
    ]
    slip = rows[0].copy()
    slip[9] = slip[9][:3] + slip[9][4] + slip[9][3] + slip[9][5:]
    out = tmp_path / "out.csv"
    said = run(write(tmp_path / "long.csv", [*rows, slip], header), "--out", out)
    assert "passport = other" in said
    assert "town = other (word)" in said
    assert are_one(out, 0, 600)
    assert "passport: a letter or two differ" in answers(out)[600]["reason"]
