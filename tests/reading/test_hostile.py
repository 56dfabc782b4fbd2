"""What strangers send: broken, huge, hidden or foreign files give an error with a remedy, keep
the good rows, and never a traceback."""

import io
import os
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tidings.reading import child, read_bytes, read_file, workbooks
from tidings.values import BadInput, UnreadableFile

ROWS = "ФИО;Год рождения\nАсанов Ерлан;1974\nБекенова Сауле;1980\n"


def read_here(data, name):
    """As the child does it, in this process: what the child adds is tested apart."""
    return list(child.readings(data, name, None, {}, None))


def names(readings):
    return [mention.names[0] for reading in readings for mention in reading.mentions]


def workbook(*rows, sheet="List") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866"],
)
def test_a_russian_list_is_read_in_whatever_encoding_it_was_saved(encoding):
    readings = read_here(ROWS.encode(encoding), "list.csv")
    assert names(readings) == ["Асанов Ерлан", "Бекенова Сауле"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_chinese_list_is_read_in_whatever_encoding_it_was_saved(encoding):
    text = "姓名,出生日期,籍贯\n买买提·吐尔逊,1970年1月5日,喀什\n阿依古丽,1980年,伊宁\n"
    readings = read_here(text.encode(encoding), "list.csv")
    assert names(readings) == ["买买提·吐尔逊", "阿依古丽"]
    assert readings[0].mentions[0].birth.edtf == "1970-01-05"


def test_a_kazakh_list_in_the_old_kazakh_code_page_keeps_its_letters():
    text = "Аты-жөні;Туған жылы\nҚайрат Нұрланұлы;1970\nӘсем Бөкенқызы;1980\n"
    readings = read_here(text.encode("kz1048"), "list.csv")
    assert names(readings) == ["Қайрат Нұрланұлы", "Әсем Бөкенқызы"]


def test_one_line_in_another_encoding_does_not_spoil_the_others():
    rows = [f"Асанов Ерлан;19{50 + i}" for i in range(40)]
    data = ("ФИО;Год рождения\n" + "\n".join(rows)).encode() + "\nБекенов;1980\n".encode("cp1251")
    reading = read_here(data, "list.csv")[0]
    assert len(reading.mentions) >= 40
    assert any("A42" in unread.locator for unread in reading.unread)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.csv"),
        (b"\n \n", "blank.csv"),
        (b"\x00" * 1000, "zeros.bin"),
        (os.urandom(5000), "noise.csv"),
        (b"%PDF-1.7 ...", "scan.pdf"),
        (b"\x89PNG\r\n\x1a\n....", "picture.png"),
        (b"PK\x03\x04" + b"x" * 500, "broken.xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000, "broken.xls"),
        (b"PAR1" + b"\x00" * 100, "broken.parquet"),
        (b"<!DOCTYPE html><html><table></table></html>", "page.xls"),
    ],
)
def test_what_is_no_table_and_no_text_is_refused_with_a_remedy(data, name):
    with pytest.raises(UnreadableFile) as caught:
        read_here(data, name)
    assert caught.value.file == name
    assert caught.value.remedy


def test_a_workbook_cut_short_is_refused():
    data = workbook(["Name", "Born"], ["Erlan Asan", 1974])
    with pytest.raises(UnreadableFile, match="damaged or cut short"):
        read_here(data[: len(data) // 2], "list.xlsx")


def test_a_workbook_locked_with_a_password_says_so():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    data += "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600
    with pytest.raises(UnreadableFile, match="password"):
        read_here(data, "list.xlsx")


def test_a_workbook_that_unpacks_without_end_is_refused_at_once(monkeypatch):
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 2**20)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 2**21)
    with pytest.raises(UnreadableFile, match="unpacks to"):
        read_here(out.getvalue(), "bomb.xlsx")


def test_hidden_marks_and_tags_in_names_are_taken_out_and_reported():
    reading = read_here(
        "Name,Born\n"
        "\u202eErlan\u202c As\u200ban,1974\n"
        "<script>alert(1)</script>Saule Bek,1980\n".encode(),
        "list.csv",
    )[0]
    assert names([reading]) == ["Erlan Asan", "Saule Bek"]
    assert [unread.locator for unread in reading.unread] == ["A2", "A3"]


def test_a_cell_that_looks_like_a_formula_is_only_text():
    reading = read_here(
        b"Name,Born,Status\n=cmd|' /C calc'!A0,1974,released\nSaule Bek,=1+1,=HYPERLINK(1)\n",
        "list.csv",
    )[0]
    assert names([reading]) == ["Saule Bek"]
    assert [unread.locator for unread in reading.unread] == ["A2", "B3"]
    assert reading.unread[0].found.startswith("=cmd")


def test_zero_bytes_are_left_out_and_reported():
    data = b"Name,Born\nErl\x00an Asan,1974\nSaule Bek,1980\n"
    reading = read_here(data, "list.csv")[0]
    assert names([reading]) == ["Erlan Asan", "Saule Bek"]
    assert "zero bytes" in reading.unread[0].found


def test_a_quotation_mark_that_is_never_closed_costs_its_own_line_only():
    rows = "\n".join(f"Erlan Asan,19{50 + at % 50}" for at in range(90))
    reading = read_here(f'Name,Born\n"Saule Bek,1980\n{rows}\n'.encode(), "list.csv")[0]
    assert len(reading.mentions) == 91


def test_a_line_of_fifty_megabytes_is_left_out_and_the_other_rows_are_kept():
    data = b"Name,Born\nErlan Asan,1974\n" + b"x" * (50 * 2**20) + b",1\nSaule Bek,1980\n"
    started = time.monotonic()
    reading = read_bytes(data, "list.csv")[0]
    assert names([reading]) == ["Erlan Asan", "Saule Bek"]
    assert reading.unread[0].locator == "row 3"
    assert time.monotonic() - started < 60


def test_a_folder_a_pipe_a_device_and_a_link_are_refused(tmp_path):
    real = tmp_path / "list.csv"
    real.write_text(ROWS, encoding="utf-8")
    cases = [tmp_path, tmp_path / "missing.csv"]
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.csv")
        (tmp_path / "link.csv").symlink_to(real)
        cases += [tmp_path / "pipe.csv", tmp_path / "link.csv", Path("/dev/zero")]
    for path in cases:
        with pytest.raises(UnreadableFile) as caught:
            read_file(path)
        assert caught.value.remedy
    assert len(read_file(real)[0].mentions) == 2


def test_a_file_that_cannot_be_opened_says_so(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_file(tmp_path / ("x" * 300 + ".csv"))


def test_a_cell_at_the_far_corner_of_a_sheet_ends_in_an_error_not_in_a_crash():
    corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(long_workbook(0, last=corner), "list.xlsx")
    assert caught.value.remedy


def test_a_table_of_nothing_but_a_header_is_said_to_hold_nothing():
    with pytest.raises(BadInput, match="no row"):
        read_bytes(b"Name,Born\n", "list.csv")


@pytest.mark.slow
def test_a_sheet_of_a_million_empty_rows_is_read_within_the_limits():
    started = time.monotonic()
    reading = read_bytes(long_workbook(1_000_000), "list.xlsx")[0]
    assert names([reading]) == ["Erlan Asan", "Saule Bek"]
    assert time.monotonic() - started < 60


def long_workbook(empty: int, last: str = "") -> bytes:
    """A workbook with two people, that many empty rows between them and a last row as given."""
    named = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c></row>'
    rows = [named.format(1, "Name"), named.format(2, "Erlan Asan")]
    rows += [f'<row r="{at}"><c r="A{at}"/><c r="J{at}"/></row>' for at in range(3, 3 + empty)]
    rows += [named.format(3 + empty, "Saule Bek"), last]
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = io.BytesIO(workbook(["Name"]))
    out = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            data = old.read(item)
            if item.startswith("xl/worksheets/"):
                body = "".join(rows)
                data = f'<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'
            new.writestr(item, data)
    return out.getvalue()
