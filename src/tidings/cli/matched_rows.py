"""The rows of tables, as people to match and as lines to write back with their own columns."""

from __future__ import annotations

import csv
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tidings.linkage import Matched, Person
from tidings.reading import RawTable, Reading, read_file, read_rows
from tidings.reading.reading import MentionDraft
from tidings.values import BadInput, Dated, Role, TidingsError

_ROW = re.compile(r"row (\d+)")
_LAST_NUMBER = re.compile(r"(\d+)\D*$")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Written before and after the own columns.
_BEFORE, _AFTER = ("file", "row"), ("cluster", "score", "reason")
_NOBODY = "no name was found in this row"


@dataclass(frozen=True)
class Row:
    """One row of a sheet: its own cells, whom it names, and why it names nobody if so."""

    number: int
    cells: list[str]
    person: Person | None
    trouble: str = ""


@dataclass(frozen=True)
class Sheet:
    """`label` names the file, and the sheet where it has several; `understood` says which column
    was taken for what."""

    label: str
    understood: str
    headers: list[str]
    rows: list[Row]


def read_sheets(
    files: Sequence[Path], mapping: Mapping[str, Role], published: Dated | None
) -> tuple[list[Sheet], list[BadInput]]:
    """The sheets of all files that can be read, and the errors of the others. Each file has a
    child process of its own, so they are read side by side."""

    def read(file: Path) -> list[Sheet] | BadInput:
        try:
            readings = read_file(file, mapping=mapping, published=published)
            return list(_sheets(_label(file, files), readings, read_rows(file)))
        except BadInput as error:
            return error

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(read, files))
    sheets = [sheet for each in found if not isinstance(each, BadInput) for sheet in each]
    return sheets, [each for each in found if isinstance(each, BadInput)]


def _label(file: Path, files: Sequence[Path]) -> str:
    alike = sum(file.name == other.name for other in files)
    return file.name if alike == 1 else str(file)


def _sheets(label: str, readings: list[Reading], tables: list[RawTable]) -> Iterator[Sheet]:
    by_sheet = {reading.source.sheet: reading for reading in readings}
    for table in tables:
        name = f"{label}: {table.sheet}" if len(tables) > 1 and table.sheet else label
        reading = by_sheet.get(table.sheet)
        headers = _distinct(table.headers)
        yield Sheet(name, _understood(reading), headers, _rows(name, table, reading))


def _understood(reading: Reading | None) -> str:
    if reading is None:
        return "no column of names"
    used = [column for column in reading.source.columns if column.role is not Role.NONE]
    return ", ".join(f"{column.header or column.letter} = {column.role}" for column in used)


def _distinct(headers: list[str]) -> list[str]:
    """Headers with none twice: the second "name" becomes "name (2)"."""
    seen: dict[str, int] = {}
    distinct = []
    for header in headers:
        seen[header] = seen.get(header, 0) + 1
        distinct.append(header if seen[header] == 1 else f"{header} ({seen[header]})")
    return distinct


def _rows(label: str, table: RawTable, reading: Reading | None) -> list[Row]:
    people = _people(label, reading) if reading else {}
    trouble = _trouble(reading) if reading else {}
    return [
        Row(number, cells, people.get(number), trouble.get(number, _NOBODY))
        for number, cells in zip(table.numbers, table.rows, strict=True)
        if any(cell.strip() for cell in cells)
    ]


def _people(label: str, reading: Reading) -> dict[int, Person]:
    """Row number -> the person whom the row is about."""
    mentions = {mention.key: mention for mention in reading.mentions}
    relatives: dict[str, list[tuple[str, str]]] = {}
    for kin in reading.kin:
        if subject := mentions.get(kin.subject):
            known = relatives.setdefault(kin.object, [])
            known += [(str(kin.relation), name) for name in subject.names]
    return {
        int(found[1]): _person(f"{label}, row {found[1]}", mention, relatives.get(key, []))
        for key, mention in mentions.items()
        if (found := _ROW.fullmatch(key))
    }


def _person(label: str, mention: MentionDraft, relatives: list[tuple[str, str]]) -> Person:
    return Person(
        label=label,
        names=mention.names,
        birth=mention.birth,
        sex=mention.sex,
        place=mention.place,
        phones=mention.phones,
        id_numbers=mention.id_numbers,
        relatives=tuple(relatives),
    )


def _trouble(reading: Reading) -> dict[int, str]:
    return {
        int(found[1]): f"{unread.field or 'row'}: {unread.reason}"
        for unread in reading.unread
        if (found := _LAST_NUMBER.search(unread.locator))
    }


def write(out: Path, sheets: Sequence[Sheet], answers: Sequence[Matched]) -> None:
    """Write all rows to `out`, aside first and renamed when whole; only the owner may read it."""
    own = list(dict.fromkeys(header for sheet in sheets for header in sheet.headers))
    handle, aside = tempfile.mkstemp(dir=out.resolve().parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*_BEFORE, *map(_own_header, own), *_AFTER])
            writer.writerows(_lines(sheets, answers, own))
        os.replace(aside, out)
    except OSError as error:
        Path(aside).unlink(missing_ok=True)
        raise TidingsError(
            f"{out} cannot be written ({error.strerror}).", "See whether there is room."
        ) from None


def _own_header(header: str) -> str:
    return _harmless(f"own_{header}" if header in _BEFORE + _AFTER else header)


def _lines(
    sheets: Sequence[Sheet], answers: Sequence[Matched], own: list[str]
) -> Iterator[list[str]]:
    queue = iter(answers)
    for sheet in sheets:
        for row in sheet.rows:
            cells = dict(zip(sheet.headers, row.cells, strict=False))
            said = _said(next(queue)) if row.person else ["", "", row.trouble]
            line = [sheet.label, str(row.number), *(cells.get(header, "") for header in own), *said]
            yield [_harmless(cell) for cell in line]


def _said(answer: Matched) -> list[str]:
    score = "" if answer.score is None else f"{answer.score:.4f}"
    return [str(answer.cluster), score, answer.reason]


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet program would run as a formula gets an apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
