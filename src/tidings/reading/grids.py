"""Bytes to grids: the rows of each sheet with their numbers, before anything is understood."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from tidings.reading.limits import MAX_CELL, MAX_COLUMNS, MAX_LINE, MAX_LINES_IN_CELL, MAX_ROWS
from tidings.reading.reading import Unread
from tidings.values import UnreadableFile

#: What a cell may hold: workbooks have typed ones.
Cell = str | int | float | bool | date | datetime | time | timedelta | None
_DELIMITERS = (",", ";", "\t", "|")
_SEPARATOR_LINE = re.compile(r"^sep=(.)$", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One row; `number` is 1-based, as the spreadsheet program shows it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """One sheet: only the rows that hold something, and what could not be read on the way.
    `is_named`: the format has names of columns, and they are the first row."""

    sheet: str | None
    rows: list[Row]
    unread: list[Unread] = field(default_factory=list)
    is_named: bool = False

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


@lru_cache(maxsize=1024)
def letter(column: int) -> str:
    """The letters of a column counted from 0: A, B, ... Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def words_of(cell: Cell) -> str:
    """The cell as a person sees it: whole numbers without a point, dates as year-month-day."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e21:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell if isinstance(cell, str) else str(cell)


def check_size(rows: int, columns: int, file: str) -> None:
    """Refuse a sheet beyond what one reading holds."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise UnreadableFile(
            f"more than {MAX_ROWS:,} rows or {MAX_COLUMNS} columns.",
            "Split it into several files.",
            file=file,
        )


def text_grid(text: str, file: str) -> Grid:
    """The grid of a table in text: commas, semicolons, tabs or bars between the cells."""
    lines = text.replace("\x00", "").split("\n")
    unread: list[Unread] = []
    if text.count("\x00"):
        unread.append(
            Unread("line 1", None, "zero bytes", "The file holds zero bytes; they were left out.")
        )
    first = 0
    delimiter = None
    if named := _SEPARATOR_LINE.match(lines[0].strip()):
        first, delimiter = 1, named.group(1)
    delimiter = delimiter or _delimiter(lines, file)
    rows: list[Row] = []
    for number, cells in enumerate(_records(lines, first, delimiter, unread), start=first + 1):
        if any(cell.strip() for cell in cells):
            rows.append(Row(number, tuple(cells)))
            check_size(len(rows), len(cells), file)
    return Grid(None, rows, unread)


def _delimiter(lines: list[str], file: str) -> str:
    """The mark that cuts most of the first lines into the same number of cells."""
    sample = [line for line in lines[:200] if line.strip() and len(line) <= MAX_LINE][:60]

    def evenness(delimiter: str) -> tuple[float, int]:
        widths = [
            len(cells) for cells in csv.reader(sample, delimiter=delimiter, strict=False) if cells
        ]
        wide = Counter(width for width in widths if width > 1)
        if not wide:
            return 0.0, 0
        width, count = wide.most_common(1)[0]
        return count / len(widths) + (0.5 if _is_named(file, delimiter) else 0.0), width

    return max(_DELIMITERS, key=evenness)


def _is_named(file: str, delimiter: str) -> bool:
    return delimiter == "\t" and file.lower().endswith((".tsv", ".tab"))


def _records(
    lines: list[str], first: int, delimiter: str, unread: list[Unread]
) -> Iterator[list[str]]:
    """The cells of each record. A quotation mark that is never closed costs its own line only,
    a line beyond all measure is left out; both are reported."""
    at = first
    number = first
    while at < len(lines):
        taken = _lines_of_record(lines, at, delimiter)
        record = "\n".join(lines[at : at + taken])
        at += taken
        lines_of_record = io.StringIO(record, newline="")
        if taken == 1 and _is_open(record):
            reader = csv.reader(lines_of_record, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        else:
            reader = csv.reader(lines_of_record, delimiter=delimiter)
        for cells in _bounded(reader, record, number + 1, unread):
            number += 1
            yield cells


def _lines_of_record(lines: list[str], at: int, delimiter: str) -> int:
    """How many lines the record at `at` takes: more than one while a quoted cell is open."""
    if not _is_open(lines[at]):
        return 1
    quotes = 0
    for taken, line in enumerate(lines[at : at + MAX_LINES_IN_CELL], start=1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return taken
    return 1


def _is_open(line: str) -> bool:
    return line.count('"') % 2 == 1


def _bounded(
    reader: Iterator[list[str]], record: str, number: int, unread: list[Unread]
) -> Iterator[list[str]]:
    if len(record) > MAX_LINE:
        unread.append(
            Unread(
                f"row {number}",
                None,
                f"a line of {len(record):,} characters",
                f"Expected at most {MAX_LINE:,}; the line was left out.",
            )
        )
        yield []
        return
    if not record:
        yield []
        return
    for cells in reader:
        for index, cell in enumerate(cells):
            if len(cell) > MAX_CELL:
                found = f"a cell of {len(cell):,} characters"
                reason = f"Expected at most {MAX_CELL:,}; the rest of it was left out."
                unread.append(Unread(f"{letter(index)}{number}", None, found, reason))
                cells[index] = cell[:MAX_CELL]
        yield cells
