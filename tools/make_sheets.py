"""Make the four spreadsheets of the invented archive from `tools/example/list-*.tsv`.

    python tools/make_sheets.py

The same input gives the same bytes. The columns `person`, `kin`, `testifier` and `facts` are
for the truth file only and stay out of the sheets. A cell `date:1998-06-21` becomes a typed date.
"""

from __future__ import annotations

import csv
import io
import zipfile
from codecs import BOM_UTF16_LE
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

HERE = Path(__file__).parent / "example"
ARCHIVE = Path(__file__).parents[1] / "src" / "tidings" / "example" / "archive"
MARK = "INVENTED EXAMPLE — no such person"
KEYS = frozenset({"person", "kin", "testifier", "facts"})
A_DAY = datetime(2019, 7, 1)

Row = list[str]


def rows_of(name: str) -> list[Row]:
    """Header and rows of one list as they will stand in its sheet."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file, delimiter="\t"))
    kept = [place for place, header in enumerate(table[0]) if header not in KEYS]
    return [[row[place] for place in kept] for row in table]


def workbook(title: str, sheet_name: str, above: list[str], rows: list[Row]) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_name
    for line in [title, *above]:
        sheet.append([line])
    for row in rows:
        sheet.append([typed(cell) for cell in row])
    book.properties.creator = MARK
    book.properties.created = book.properties.modified = A_DAY
    buffer = io.BytesIO()
    book.save(buffer)
    return without_clock(buffer.getvalue())


def typed(cell: str) -> str | int | datetime | None:
    if cell.startswith("date:"):
        return datetime.fromisoformat(cell.removeprefix("date:"))
    if cell.isdigit():
        return int(cell)
    return cell or None


def without_clock(data: bytes) -> bytes:
    """The same archive with every member's time set, so that the bytes never change."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, A_DAY.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, steady(member.filename, old.read(member)))
    return out.getvalue()


def steady(name: str, content: bytes) -> bytes:
    """openpyxl stamps the moment of saving over `modified`; put the fixed day back."""
    if name != "docProps/core.xml":
        return content
    head, tag, tail = content.partition(b"<dcterms:modified")
    start, end = tail.index(b">") + 1, tail.index(b"<")
    stamp = A_DAY.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return head + tag + tail[:start] + stamp + tail[end:]


def lines(rows: list[Row], delimiter: str, end: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator=end).writerows(rows)
    return buffer.getvalue()


def main() -> None:
    ARCHIVE.mkdir(exist_ok=True)
    chinese = workbook(f"{MARK} 虚构示例", "登记表", ["失联人员登记表"], rows_of("list-1-zh"))
    (ARCHIVE / "list-1-zh.xlsx").write_bytes(chinese)
    russian = f"{MARK};;;;;;;;;\r\n" + lines(rows_of("list-2-ru"), ";", "\r\n")
    (ARCHIVE / "list-2-ru.csv").write_bytes(russian.encode("cp1251"))
    english = workbook(MARK, "People", [], rows_of("list-3-en"))
    (ARCHIVE / "list-3-en.xlsx").write_bytes(english)
    kazakh = f"{MARK}\n" + lines(rows_of("list-4-kk"), "\t", "\n")
    (ARCHIVE / "list-4-kk.tsv").write_bytes(BOM_UTF16_LE + kazakh.encode("utf-16-le"))


if __name__ == "__main__":
    main()
