"""The rows of tables, as people to match and as lines to write back with their own columns."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from tidings.cli.matched_columns import Chosen, choose
from tidings.linkage import Matched, Person
from tidings.linkage.columns import cleaned
from tidings.reading import NAMING, Listing, Use, Who, check_told, read_people
from tidings.values import BadInput, Dated, TidingsError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Written before and after the own columns.
_BEFORE, _AFTER = ("file", "row"), ("cluster", "score", "reason")
_NOBODY = "no name was found in this row, nor enough beside it"
#: A row without a name is a person when it says so many things that few share.
_INSTEAD_OF_A_NAME = 2


@dataclass(frozen=True)
class Row:
    """One row of a sheet: its own cells, and whom it names if anybody."""

    number: int
    cells: list[str]
    person: Person | None


@dataclass(frozen=True)
class Sheet:
    """`label` names the file, and the sheet where it has several; `understood` says which column
    was taken for what."""

    label: str
    understood: str
    headers: list[str]
    rows: list[Row]


def read_sheets(
    files: Sequence[Path], told: Mapping[str, str], published: Dated | None
) -> tuple[list[Sheet], list[BadInput]]:
    """The sheets of all files that can be read, and the errors of the others. Each file has a
    child process of its own, so they are read side by side. Raises WrongUse where `told` (a
    column -> what it is for) names no column of any file, or no use."""

    def read(file: Path) -> list[Listing] | BadInput:
        try:
            return _named(file, read_people(file, told=told, published=published))
        except BadInput as error:
            return error

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(read, files))
    read_ones = [
        (_label(file, files, listing, each), listing)
        for file, each in zip(files, found, strict=True)
        if not isinstance(each, BadInput)
        for listing in each
    ]
    listings = [listing for _, listing in read_ones]
    check_told(listings, told)
    chosen = choose(listings, dated=published is not None)
    sheets = [
        _sheet(label, listing, columns)
        for (label, listing), columns in zip(read_ones, chosen, strict=True)
    ]
    return sheets, [each for each in found if isinstance(each, BadInput)]


def _named(file: Path, listings: list[Listing]) -> list[Listing]:
    """The listings. Raises BadInput where none has a row, or a column of names."""
    if not any(listing.rows for listing in listings):
        raise BadInput("no row holds anything.", "Give the file with the rows.", file=file.name)
    columns = [column for listing in listings for column in listing.columns]
    if any(column.use in NAMING for column in columns):
        return [one if _has_names(one) else _silent(one) for one in listings]
    there = ", ".join(f"{column.letter} '{column.header}'" for column in columns[:20])
    raise BadInput(
        f"no column of names was found. The columns are: {there}.",
        "Say which column holds the names: --map COLUMN=name.",
        file=file.name,
    )


def _has_names(listing: Listing) -> bool:
    return any(column.use in NAMING for column in listing.columns)


def _silent(listing: Listing) -> Listing:
    """A sheet beside the list, such as a legend: its rows name nobody."""
    why = "this sheet has no column of names"
    columns = tuple(replace(column, use=Use.IGNORE, why=why) for column in listing.columns)
    return replace(listing, columns=columns, people=[Who()] * len(listing.rows))


def _label(file: Path, files: Sequence[Path], listing: Listing, beside: list[Listing]) -> str:
    alike = sum(file.name == other.name for other in files)
    label = file.name if alike == 1 else str(file)
    return f"{label}: {listing.sheet}" if len(beside) > 1 and listing.sheet else label


def _sheet(label: str, listing: Listing, columns: list[Chosen]) -> Sheet:
    used = [one.words for one in columns if not one.why]
    left = [one.words for one in columns if one.why]
    understood = ", ".join(used) + (f"; not compared: {', '.join(left)}" if left else "")
    rows = [
        Row(number, cells, _person(f"{label}, row {number}", who, cells, columns))
        for number, cells, who in zip(listing.numbers, listing.rows, listing.people, strict=True)
        if any(cell.strip() for cell in cells)
    ]
    headers = _distinct([one.column.header or one.column.letter for one in columns])
    return Sheet(label, understood, headers, rows)


def _distinct(headers: list[str]) -> list[str]:
    """Headers with none twice: the second "name" becomes "name (2)"."""
    seen: dict[str, int] = {}
    distinct = []
    for header in headers:
        seen[header] = seen.get(header, 0) + 1
        distinct.append(header if seen[header] == 1 else f"{header} ({seen[header]})")
    return distinct


def _person(label: str, who: Who, cells: list[str], columns: list[Chosen]) -> Person | None:
    """The person of the row; None where too little is said: no name, and not two things that
    could stand in for one."""
    fields = {one.column.use for one in columns if one.field}
    others = {
        one.field: value
        for one, cell in zip(columns, cells, strict=True)
        if one.field and (value := cleaned(cell))
    }
    numbers = () if Use.NUMBER in fields else who.numbers
    said = [who.birth, *who.phones, *numbers, *others]
    if not who.names and sum(map(bool, said)) < _INSTEAD_OF_A_NAME:
        return None
    return Person(
        label=label,
        names=who.names,
        birth=who.birth,
        sex=who.sex,
        place=None if Use.PLACE in fields else who.place,
        phones=who.phones,
        id_numbers=numbers,
        relatives=tuple((str(relation), name) for relation, name in who.relatives),
        others=tuple(others.items()),
    )


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
            said = _said(next(queue)) if row.person else ["", "", _NOBODY]
            line = [sheet.label, str(row.number), *(cells.get(header, "") for header in own), *said]
            yield [_harmless(cell) for cell in line]


def _said(answer: Matched) -> list[str]:
    score = "" if answer.score is None else f"{answer.score:.4f}"
    return [str(answer.cluster), score, answer.reason]


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet program would run as a formula gets an apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
