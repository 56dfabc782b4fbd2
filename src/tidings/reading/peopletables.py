"""A table file as its rows and the people of each, in lines for the parent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tidings.reading.columns import Header, find_header, texts_of
from tidings.reading.grids import Cell, Grid, words_of
from tidings.reading.listings import Json, UsedColumn, column_line, who_line
from tidings.reading.rowpeople import Columns, people_of
from tidings.reading.sniffing import grids
from tidings.reading.tablerows import TOTALS
from tidings.reading.uses import used_columns
from tidings.reading.words import plain
from tidings.values import Dated

_SEARCHED_ROWS = 2000


def listing_lines(
    data: bytes, file: str, told: Mapping[str, str], published: Dated | None
) -> Iterator[Json]:
    """Lines for each sheet and each of its rows. Raises WrongUse for a use in `told` that
    there is not, UnreadableFile for what is no table."""
    sheets = [_Sheet.of(grid, told) for grid in grids(data, file)]
    for sheet in sheets:
        columns = [column_line(one) for one in sheet.used]
        yield {"kind": "sheet", "sheet": sheet.name, "columns": columns}
        people = people_of(Columns(sheet.used, sheet.cells, published))
        headings = [plain(one.header) for one in sheet.used]
        for number, row, who in zip(sheet.numbers, sheet.rows, people, strict=True):
            words = [words_of(cell) for cell in row]
            known = {} if _is_no_person(words, headings) else who_line(who)
            yield {"kind": "row", "number": number, "cells": words, **known}


@dataclass(frozen=True)
class _Sheet:
    """The rows below the header, as wide as the sheet, and the same cells by columns."""

    name: str | None
    used: list[UsedColumn]
    numbers: list[int]
    rows: list[tuple[Cell, ...]]
    cells: list[tuple[Cell, ...]]

    @classmethod
    def of(cls, grid: Grid, told: Mapping[str, str]) -> _Sheet:
        header, width = _header(grid), grid.width
        below = [row for row in grid.rows if header.row is None or row.number > header.row]
        rows = [row.cells + (None,) * (width - len(row.cells)) for row in below]
        cells = list(zip(*rows, strict=True)) or [()] * width
        used = used_columns(header, cells, told)
        return cls(grid.sheet, used, [row.number for row in below], rows, cells)


def _header(grid: Grid) -> Header:
    """The header that readers know, else a first row that can be nothing else."""
    header = find_header(grid)
    if header.row is not None or not grid.rows:
        return header
    first = grid.rows[0]
    texts = texts_of(first)
    below = [texts_of(row) for row in grid.rows[1:_SEARCHED_ROWS]]
    is_heading = len(set(texts)) == grid.width > 1 and all(
        text
        and not any(map(str.isdigit, text))
        and all(row[at : at + 1] != [text] for row in below)
        for at, text in enumerate(texts)
    )
    return Header(first.number, texts) if is_heading and below else header


def _is_no_person(words: list[str], headings: list[str]) -> bool:
    """Whether the row is the header again, or counts the others."""
    first = next((at for at, word in enumerate(words) if word.strip()), None)
    if first is None:
        return True
    said = plain(words[first])
    if said.partition(" ")[0] in TOTALS:
        return True
    filled = (
        [at for at, word in enumerate(words) if word.strip()] if said == headings[first] else []
    )
    return len(filled) > 1 and all(plain(words[at]) == headings[at] for at in filled)
