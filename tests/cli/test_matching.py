"""`tidings match` on the tables of a stranger, as a user runs it. The people are invented."""

import csv
import os
import stat
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from tidings.cli.app import app
from tidings.values import BadInput, WrongUse

OURS = """name,born,village,phone,remark
Erlan Sultanov,12.03.1972,Tekes,+7 701 234 56 78,=HYPERLINK("http://x")
Aigul Sultanova,1975,Tekes,,
Nurlan Abenov,31.02.1970,Zhaosu,,
,,Tekes,,nobody
Bolat Serikov,1960,Emin,,
Bolat Serikov,1979,Emin,,
"""
THEIRS = """序号;姓名;出生日期;籍贯
1;叶尔兰·苏力坦;1972-03-12;特克斯县
2;波拉提·谢力克;1979年;额敏县
"""


def two_tables(folder: Path) -> list[Path]:
    ours, theirs = folder / "ours.csv", folder / "theirs.csv"
    ours.write_text(OURS, encoding="utf-8")
    theirs.write_text(THEIRS, encoding="gb18030")
    return [ours, theirs]


@pytest.fixture
def tables(tmp_path) -> list[Path]:
    return two_tables(tmp_path)


def run(*arguments: object, error: type[Exception] | None = None):
    """The command's answer; its own errors come up as they are."""
    result = CliRunner().invoke(app, ["match", *map(str, arguments)])
    if error is None and isinstance(result.exception, Exception):
        raise result.exception
    return result


def rows_of(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> Path:
    """A folder in which the two tables were matched."""
    folder = tmp_path_factory.mktemp("matched")
    assert run(*two_tables(folder), "--out", folder / "out.csv").exit_code == 3
    return folder


@pytest.fixture(scope="module")
def matched(done) -> list[dict[str, str]]:
    return rows_of(done / "out.csv")


def cluster_of(rows: list[dict[str, str]], file: str, row: int) -> str:
    return next(r["cluster"] for r in rows if (r["file"], r["row"]) == (file, str(row)))


def test_two_lists_in_two_scripts_find_the_same_person_and_say_why(matched):
    assert cluster_of(matched, "ours.csv", 2) == cluster_of(matched, "theirs.csv", 2)
    found = next(r for r in matched if r["name"] == "Erlan Sultanov")
    assert found["reason"].startswith("same as theirs.csv, row 2: the names agree")
    assert "born on the same day" in found["reason"]
    assert float(found["score"]) > 0.99


def test_two_of_one_name_and_village_stay_two_by_their_years(matched):
    assert cluster_of(matched, "ours.csv", 6) != cluster_of(matched, "ours.csv", 7)
    assert cluster_of(matched, "ours.csv", 6) != cluster_of(matched, "theirs.csv", 3)


def test_every_row_comes_back_with_its_own_columns(matched):
    assert [(r["file"], r["row"]) for r in matched] == [
        *(("ours.csv", str(n)) for n in range(2, 8)),
        *(("theirs.csv", str(n)) for n in (2, 3)),
    ]
    assert matched[0]["village"] == "Tekes"
    assert matched[-1]["姓名"] == "波拉提·谢力克"
    assert list(matched[0])[:2] == ["file", "row"]
    assert list(matched[0])[-3:] == ["cluster", "score", "reason"]


def test_a_row_that_names_nobody_is_there_and_says_so(matched):
    nobody = matched[3]
    assert (nobody["remark"], nobody["cluster"], nobody["score"]) == ("nobody", "", "")
    assert "name" in nobody["reason"].lower()


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(matched):
    assert matched[0]["remark"] == '\'=HYPERLINK("http://x")'
    assert matched[0]["phone"] == "'+7 701 234 56 78"


def test_the_result_is_for_its_owner_only_and_nothing_is_left_beside_it(done):
    if os.name == "posix":
        assert stat.S_IMODE((done / "out.csv").stat().st_mode) == 0o600
    assert sorted(p.name for p in done.iterdir()) == ["ours.csv", "out.csv", "theirs.csv"]


def test_own_columns_of_our_names_are_kept_under_another(tmp_path):
    table = tmp_path / "own.csv"
    table.write_text("name,cluster,file\nErlan Sultanov,A,x\nAigul Sultanova,B,y\n")
    assert run(table, "--out", tmp_path / "out.csv").exit_code == 0
    assert [(r["own_cluster"], r["own_file"]) for r in rows_of(tmp_path / "out.csv")] == [
        ("A", "x"),
        ("B", "y"),
    ]


def test_parquet_and_a_column_mapped_by_hand(tmp_path):
    table = tmp_path / "people.parquet"
    columns = {"name": ["Erlan Sultanov"] * 2, "sex": ["m"] * 2, "note": ["1972-03-12"] * 2}
    pq.write_table(pa.table(columns), table)
    out = tmp_path / "out.csv"
    run(table, "--out", out, "--map", "note=born")
    assert {r["cluster"] for r in rows_of(out)} == {"1"}


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(tables, tmp_path):
    missing = tmp_path / "missing.csv"
    result = run(*tables, missing, "--out", tmp_path / "out.csv")
    assert result.exit_code == 3
    assert "missing.csv" in result.output
    assert len(rows_of(tmp_path / "out.csv")) == 8


def test_the_output_may_not_be_one_of_the_tables(tables):
    result = run(tables[0], "--out", tables[0], error=WrongUse)
    assert isinstance(result.exception, WrongUse)
    assert tables[0].read_text(encoding="utf-8") == OURS


def test_no_table_that_can_be_read_is_bad_input(tmp_path):
    result = run(tmp_path / "none.csv", "--out", tmp_path / "out.csv", error=BadInput)
    assert isinstance(result.exception, BadInput)
    assert not (tmp_path / "out.csv").exists()


def test_the_columns_are_shown_as_they_were_understood(tables, tmp_path):
    said = run(tables[1], "--out", tmp_path / "out.csv").output
    assert "theirs.csv: 姓名 = name, 出生日期 = birth, 籍贯 = place" in said
    assert "not compared: 序号 (a row number)" in said


def test_a_column_that_is_not_there_is_refused_with_the_columns_that_there_are(tables, tmp_path):
    out = tmp_path / "out.csv"
    result = run(*tables, "--out", out, "--map", "birthplace=place", error=WrongUse)
    assert "no column 'birthplace'" in str(result.exception)
    assert "D 'phone'" in str(result.exception)
    assert not out.exists()


def test_a_word_that_is_no_role_is_refused_with_the_roles_that_there_are(tables, tmp_path):
    result = run(*tables, "--out", tmp_path / "o.csv", "--map", "born=brth", error=WrongUse)
    assert "no role 'brth'" in str(result.exception)
    assert "birth_year" in str(result.exception)


def test_a_mapped_column_need_not_be_in_every_file(tables, tmp_path):
    said = run(*tables, "--out", tmp_path / "out.csv", "--map", "remark=other").output
    assert "remark = other" in said


def test_tables_without_rows_or_without_names_are_said_to_be_so(tables, tmp_path):
    empty, nameless = tmp_path / "empty.csv", tmp_path / "nameless.csv"
    empty.write_text("name,born\n")
    nameless.write_text("a,b\n1,2\n3,4\n")
    result = run(*tables, empty, nameless, "--out", tmp_path / "out.csv")
    assert result.exit_code == 3
    assert "empty.csv: no row holds anything" in result.output
    assert "nameless.csv: no column of names was found" in result.output
    assert len(rows_of(tmp_path / "out.csv")) == 8
