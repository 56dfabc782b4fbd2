"""The raw rows of a table file, for those who need its own columns beside what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class RawTable:
    """One sheet: every cell as its words. `header_row` (1-based) is None where there is none,
    then `headers` are the column letters; `numbers` are the 1-based numbers of `rows`."""

    sheet: str | None
    header_row: int | None
    headers: list[str]
    rows: list[list[str]]
    numbers: list[int]


def rows_to_json(data: bytes, file: str) -> Iterator[dict[str, Any]]:
    """Lines for each sheet and each of its rows below the header."""
    from tidings.reading.columns import find_header
    from tidings.reading.grids import letter, words_of
    from tidings.reading.sniffing import grids

    for grid in grids(data, file):
        header = find_header(grid)
        headers = [header.texts[at] or letter(at) for at in range(grid.width)]
        yield {
            "kind": "sheet",
            "sheet": grid.sheet,
            "header_row": header.row,
            "headers": headers,
        }
        for row in grid.rows:
            if header.row is None or row.number > header.row:
                cells = [words_of(cell) for cell in row.cells]
                cells += [""] * (grid.width - len(cells))
                yield {"kind": "row", "number": row.number, "cells": cells}


def rows_from_json(lines: Iterable[Mapping[str, Any]]) -> list[RawTable]:
    """The sheets that these lines hold."""
    tables: list[RawTable] = []
    for line in lines:
        if line["kind"] == "sheet":
            headers = [str(header) for header in line["headers"]]
            tables.append(RawTable(line["sheet"], line["header_row"], headers, [], []))
        else:
            tables[-1].rows.append([str(cell) for cell in line["cells"]])
            tables[-1].numbers.append(int(line["number"]))
    return tables
