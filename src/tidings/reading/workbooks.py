"""Workbooks to grids: XLSX, XLS, XLSB, ODS (python-calamine) and parquet (pyarrow)."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tidings.reading.grids import Cell, Grid, Row, check_size
from tidings.reading.limits import MAX_CELL, MAX_UNPACKED
from tidings.values import UnreadableFile

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_SAVE_AGAIN = "Open it in a spreadsheet program and save it again as .xlsx or as CSV."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The stream of a compound document that holds a workbook locked with a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def workbook_grids(data: bytes, file: str) -> list[Grid]:
    """One grid for each sheet that holds something.

    Raises UnreadableFile for a workbook that is damaged, locked or far too large.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise _locked(file)
    _check_zip(data, file)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = [_sheet(book.get_sheet_by_name(name), name, file) for name in book.sheet_names]
    except PasswordError:
        raise _locked(file) from None
    except (CalamineError, OSError, ValueError):
        raise UnreadableFile(
            "the workbook is damaged, cut short or of a kind that we do not know.",
            _SAVE_AGAIN,
            file=file,
        ) from None
    return [grid for grid in grids if grid.rows]


def _locked(file: str) -> UnreadableFile:
    return UnreadableFile(
        "the workbook is locked with a password.",
        "Open it, take the password off, save it and give it again.",
        file=file,
    )


def _check_zip(data: bytes, file: str) -> None:
    """Refuse a zip whose list of contents is broken or promises more than we unpack."""
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(item.file_size for item in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        raise UnreadableFile(
            "the workbook is damaged or cut short.", _SAVE_AGAIN, file=file
        ) from None
    if unpacked > MAX_UNPACKED:
        raise UnreadableFile(
            f"the workbook unpacks to {unpacked / 2**20:,.0f} MB; "
            f"at most {MAX_UNPACKED // 2**20} MB are read.",
            "Copy the rows that matter into a new sheet, or save it as CSV.",
            file=file,
        )


def _sheet(sheet: CalamineSheet, name: str, file: str) -> Grid:
    before: tuple[Cell, ...] = (None,) * (sheet.start[1] if sheet.start else 0)
    rows: list[Row] = []
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells = before + tuple(_cell(value) for value in values)
        if any(cell is not None for cell in cells):
            rows.append(Row(number, cells))
            check_size(len(rows), len(cells), file)
    return Grid(name, rows)


def _cell(value: Cell) -> Cell:
    if isinstance(value, str):
        return value[:MAX_CELL] if value.strip() else None
    return value


def parquet_grid(data: bytes, file: str) -> Grid:
    """The grid of a parquet file: its column names are row 1."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        source = pq.ParquetFile(pa.BufferReader(data))
        check_size(source.metadata.num_rows, source.metadata.num_columns, file)
        table = source.read(use_threads=False)
    except (pa.ArrowException, OSError, ValueError):
        raise UnreadableFile("the parquet file is damaged.", "Write it again.", file=file) from None
    columns = [column.to_pylist() for column in table.columns]
    rows = [Row(1, tuple(table.column_names))]
    for number, values in enumerate(zip(*columns, strict=True), start=2):
        rows.append(Row(number, tuple(_plain(value) for value in values)))
    return Grid(None, rows, is_named=True)


def _plain(value: object) -> Cell:
    """A value of parquet as a cell; lists and the like as their words."""
    if value is None or isinstance(value, Cell):
        return value
    if isinstance(value, list | tuple | set):
        return "; ".join(str(item) for item in value)
    return str(value)
