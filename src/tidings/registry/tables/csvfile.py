"""CSV files as an export has them: UTF-8 with a byte order mark, without which Excel garbles
Cyrillic; lines end in CR LF (RFC 4180); for their owner only.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tidings.values import BadInput
from tidings.vault import files

#: The largest cell, in characters: Windows takes no larger number. Python's own is 131,072.
_LARGEST_CELL = (1 << 31) - 1
_CUT_OFF = "The file may have been cut off or changed. Use another copy of this export."


def write_lines(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> int:
    """Write a new file, on the disk for good when this returns; returns the number of lines
    below the header."""
    written = 0
    with os.fdopen(files.open_new(path), "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for written, line in enumerate(lines, start=1):  # noqa: B007 - the count is returned
            writer.writerow(line)
        file.flush()
        os.fsync(file.fileno())
    return written


def read_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Every line with its number as a spreadsheet program shows it: the header is row 1.

    Raises BadInput, with the file and the row, for what is no CSV or was cut off.
    """
    row = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file, _large_cells():
            for row, cells in enumerate(csv.reader(file, strict=True), start=1):
                yield row, cells
    except FileNotFoundError:
        raise BadInput("This file is missing.", _CUT_OFF, file=path.name) from None
    except OSError as error:
        raise BadInput(f"This file cannot be read: {error.strerror}.", file=path.name) from None
    except UnicodeDecodeError:
        raise BadInput(
            "The text is not UTF-8.",
            "A spreadsheet program may have saved it. Use another copy of this export.",
            file=path.name,
            row=row + 1,
        ) from None
    except csv.Error:
        raise BadInput(
            "The quotation marks of a cell do not close.", _CUT_OFF, file=path.name, row=row + 1
        ) from None


@contextmanager
def _large_cells() -> Iterator[None]:
    """The limit of Python's reader is one for the whole process: it is put back."""
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
