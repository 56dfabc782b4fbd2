"""Back in: the tables of an export become an encrypted registry, or nothing at all.

No row is taken on trust. Each is read in the one form in which an export writes it; then the
ledger computes every commitment, root and leaf again; then what is computed is computed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import IntegrityError, OperationalError, connection, transaction

from tidings.registry import drafts, ledger, lexicon, persons, undone
from tidings.registry.folder import Folder, creating
from tidings.registry.models import Act, Draft
from tidings.registry.tables.cells import JSON, TEXT, WORD
from tidings.registry.tables.csvfile import read_lines
from tidings.registry.tables.kept_files import kept_files, read_files
from tidings.registry.tables.layout import Column, Table, tables
from tidings.registry.tables.manifest import FILE, Manifest, read_manifest
from tidings.values import BadInput, WrongUse, show_id
from tidings.vault import new_key

Progress = Callable[[str, int, int], None]

#: Rows between two reports of progress.
_REPORT = 1_000
#: Longer cells are not repeated in a message.
_SHOWN = 40
_AGAIN = "Use another copy of this export, one that no other program has saved."


@dataclass(frozen=True)
class Imported:
    """What was read back. `recovery` is the new registry's recovery key, kept nowhere."""

    recovery: str
    worker: str
    acts: int
    rows: int
    files: int


@dataclass(frozen=True)
class Counts:
    """How much was read back and agrees with the ledger."""

    acts: int
    rows: int
    files: int


def create_from(
    source: Path, path: Path, passphrase: str, progress: Progress | None = None
) -> Imported:
    """Make a registry at `path` of the export `source`, under a new key, and leave it locked.

    Built aside, checked, then renamed: the folder is there whole or not at all. Raises BadInput,
    with file, row and column, for what is not as export wrote it; UnreadableFile if `source` is
    no export; WrongUse for a folder that is not empty or has no room.
    """
    about = read_manifest(source)
    key = new_key()
    try:
        with creating(
            path, key, example=about.example, evidence_names=about.evidence_names
        ) as registry:
            counts = read_back(source, registry, progress)
            worker = _worker()
            registry.slots.add_passphrase(key, passphrase)
            recovery = registry.slots.add_recovery(key)
    except (OSError, OperationalError) as error:
        raise WrongUse(
            f"'{path}' cannot be written: {getattr(error, 'strerror', None) or error}.",
            "Nothing of it was kept. Choose a place with room, that you may use.",
        ) from None
    return Imported(recovery, worker, counts.acts, counts.rows, counts.files)


def read_back(source: Path, registry: Folder, progress: Progress | None = None) -> Counts:
    """Fill the open registry, which is empty, with the export `source`, and check it.

    Raises BadInput for the first thing that is not as export wrote it: then the registry is to
    be thrown away.
    """
    report = progress or (lambda what, done, of: None)
    about = read_manifest(source)
    with transaction.atomic():
        _read_tables(source, about, report)
        undone.rebuild()
    verified = ledger.verify(
        about.checkpoint, lambda done, of: report("checking the ledger", done, of)
    )
    if verified.problem:
        raise _fault(source)
    _check_draft_states(source)
    files = _read_files(source, registry, report)
    with transaction.atomic():
        persons.rebuild()
        lexicon.rebuild()
    lexicon.scan_new(progress)
    return Counts(verified.acts, verified.rows, files)


def _read_tables(source: Path, about: Manifest, report: Progress) -> None:
    known = {table.name for table in tables()}
    if foreign := about.rows.keys() - known:
        raise BadInput(
            f"This tidings knows no table '{min(foreign)}'.",
            "Install the newest tidings.",
            file=FILE,
        )
    of, done = sum(about.rows.values()), 0
    # The row of an act closes it: it comes when all its rows are there.
    for table in sorted(tables(), key=lambda table: table.name == "act"):
        if table.name in about.rows:  # an older export has fewer tables
            done = _read_table(source, table, about.rows[table.name], done, of, report)
    for table in tables():
        _check_references(source, table)


def _read_table(
    source: Path, table: Table, expected: int, done: int, of: int, report: Progress
) -> int:
    reading = _Reading(source / table.file, table)

    def reported() -> Iterator[list[Any]]:
        for row in reading.rows():
            if reading.done % _REPORT == 0:
                report("reading the tables", done + reading.done, of)
            yield row

    try:
        with connection.cursor() as cursor:
            cursor.executemany(_insertion(table), reported())
    except IntegrityError:
        raise reading.error("This row breaks a rule of its table.") from None
    if reading.done != expected:
        raise BadInput(f"Found {reading.done} rows, expected {expected}.", _AGAIN, file=table.file)
    return done + reading.done


class _Reading:
    """One file while it is read. `row` is where we are, as a spreadsheet program counts."""

    def __init__(self, path: Path, table: Table) -> None:
        self._path, self._table = path, table
        self.row = 1

    @property
    def done(self) -> int:
        """Rows read so far."""
        return self.row - 1

    def rows(self) -> Iterator[list[Any]]:
        """The rows as the driver takes them. Raises BadInput."""
        lines = read_lines(self._path)
        _check_header(self._table, next(lines, (1, []))[1])
        columns, before = self._table.columns, -1
        for self.row, cells in lines:
            if len(cells) != len(columns):
                raise self.error(f"Found {len(cells)} cells, expected {len(columns)}.")
            values = []
            for column, cell in zip(columns, cells, strict=True):
                try:
                    values.append(column.read(cell))
                except ValueError as error:
                    raise self.error(_found(column, cell) + f"{error}.", column.name) from None
            if values[0] <= before:
                raise self.error("This id does not follow the one above it.", "id")
            before = values[0]
            yield values

    def error(self, message: str, field: str | None = None) -> BadInput:
        return BadInput(message, _AGAIN, file=self._path.name, row=self.row, field=field)


def _found(column: Column, cell: str) -> str:
    """What was found, but for the words of a person."""
    if column.kind in (TEXT, WORD, JSON) or len(cell) > _SHOWN:
        return "Found something else, "
    return f"Found '{cell}', " if cell else "Found nothing, "


def _check_header(table: Table, found: list[str]) -> None:
    expected = table.header
    if found == expected:
        return
    if missing := [name for name in expected if name not in found]:
        what = f"The column '{missing[0]}' is missing."
    elif extra := [name for name in found if name not in expected]:
        what = f"The column '{extra[0]}' is none of this table."
    else:
        what = "The columns are not in the order in which they were written."
    raise BadInput(what, _AGAIN, file=table.file, row=1)


def _insertion(table: Table) -> str:
    quote = connection.ops.quote_name
    names = ", ".join(quote(name) for name in table.header)
    places = ", ".join(["%s"] * len(table.columns))
    return f"INSERT INTO {quote(table.name)} ({names}) VALUES ({places})"  # noqa: S608 - our names


def _check_references(source: Path, table: Table) -> None:
    """Every row that a row refers to is there."""
    with connection.cursor() as cursor:
        cursor.execute(f'PRAGMA foreign_key_check("{table.name}")')
        broken = cursor.fetchone()
        if broken is None:
            return
        _, row, parent, number = broken
        cursor.execute(f'PRAGMA foreign_key_list("{table.name}")')
        column = next(found[3] for found in cursor.fetchall() if found[0] == number)
    raise _at(source, table.name, row, f"No row of '{parent}' has this id.", column)


def _fault(source: Path) -> BadInput:
    """What the ledger found, by file and row."""
    fault = next(ledger.faults(), None)
    if fault is None:
        return BadInput(
            "The acts are not those that the export says it has.", _AGAIN, file="act.csv"
        )
    return _at(source, fault.table, fault.row or fault.act, f"{fault.what.capitalize()}.")


def _check_draft_states(source: Path) -> None:
    """Whether a draft was accepted is kept beside it and not committed to: its verdicts say."""
    for draft in drafts.wrong_states():
        raise _at(source, Draft._meta.db_table, draft, "Its verdicts say otherwise.", "state")


def _at(source: Path, table: str, row_id: int, message: str, field: str | None = None) -> BadInput:
    """An error at the row that has this id."""
    file = f"{table}.csv"
    shown = show_id(row_id)
    row = next((row for row, cells in read_lines(source / file) if cells[0] == shown), None)
    return BadInput(message, _AGAIN, file=file, row=row, field=field)


def _read_files(source: Path, registry: Folder, report: Progress) -> int:
    of = sum(1 for _ in kept_files())
    for done, _ in enumerate(read_files(registry, source), start=1):
        report("reading the files", done, of)
    return of


def _worker() -> str:
    """Whoever made the registry that was exported."""
    return Act.objects.order_by("id").values_list("actor", flat=True).first() or ""
