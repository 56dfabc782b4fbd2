"""What a file is, by its first bytes and its words, not by its name alone."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from tidings.reading.decoding import decode
from tidings.reading.grids import Grid, text_grid
from tidings.reading.header import has_header
from tidings.reading.workbooks import parquet_grid, workbook_grids
from tidings.values import SourceKind, UnreadableFile

_TABLE_NAMES = (".csv", ".tsv", ".tab", ".xlsx", ".xls", ".xlsb", ".xlsm", ".ods", ".parquet")
_PROSE_NAMES = (".txt", ".text", ".md")
_SAVE_AS_TEXT = "Copy its words into a .txt file, or its table into a .csv file, and give that."
#: First bytes of what we do not read, and what to call it.
_FOREIGN = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text document"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)


class Shape(StrEnum):
    """What kind of reader a file needs."""

    TABLE = "table"
    TESTIMONY = "testimony"
    ARTICLE = "article"


def sniff(data: bytes, file: str, kind: SourceKind | None = None) -> Shape:
    """The shape of a file. `kind`, when the user says it, decides; else bytes and words do.

    Raises UnreadableFile for what is none of the three, and says what it is.
    """
    _refuse_foreign(data, file)
    if kind is SourceKind.LIST or _is_workbook(data):
        return Shape.TABLE
    if kind in (SourceKind.TESTIMONY, SourceKind.LETTER):
        return Shape.TESTIMONY
    if kind is not None:
        return Shape.ARTICLE
    if file.lower().endswith(_TABLE_NAMES):
        return Shape.TABLE
    text = decode(data, file)
    if has_header(text):
        return Shape.TESTIMONY
    if not file.lower().endswith(_PROSE_NAMES) and _looks_like_table(text, file):
        return Shape.TABLE
    return Shape.ARTICLE


def grids(data: bytes, file: str) -> list[Grid]:
    """The sheets of any kind of table, empty ones left out."""
    _refuse_foreign(data, file)
    if data.startswith(b"PAR1"):
        return [parquet_grid(data, file)]
    if _is_workbook(data):
        return workbook_grids(data, file)
    grid = text_grid(decode(data, file), file)
    return [grid] if grid.rows or grid.unread else []


def _is_workbook(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"PAR1"))


def _refuse_foreign(data: bytes, file: str) -> None:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnreadableFile("the file is empty.", "Give the file that holds the rows.", file=file)
    if what := _foreign(data):
        raise UnreadableFile(
            f"this is {what}, not a table or plain text.", _SAVE_AS_TEXT, file=file
        )


def _foreign(data: bytes) -> str | None:
    for start, what in _FOREIGN:
        if data.startswith(start):
            return what
    if data.startswith(b"PK") and b"word/document.xml" in data:
        return "a Word document"
    if data[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "a web page"
    return None


def _looks_like_table(text: str, file: str) -> bool:
    """Whether most lines fall into the same number of cells, at least two."""
    rows = text_grid(text[:100_000], file).rows[:40]
    widths = Counter(len(row.cells) for row in rows)
    if len(rows) < 2:
        return False
    width, count = widths.most_common(1)[0]
    return width > 1 and count * 10 >= len(rows) * 8
