"""Out: every table as it is at one moment, every file, and what one needs to understand them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from django.db import connection

from tidings.registry import ledger
from tidings.registry.folder import Folder, built_aside, current
from tidings.registry.ledger import Checkpoint
from tidings.registry.tables import dictionary, manifest
from tidings.registry.tables.csvfile import write_lines
from tidings.registry.tables.kept_files import KeptFile, kept_files, write_files
from tidings.registry.tables.layout import Table, tables
from tidings.registry.tables.manifest import Manifest
from tidings.values import WrongUse
from tidings.vault import files

Progress = Callable[[str, int, int], None]

README = "README.txt"
#: Rows between two reports of progress.
_REPORT = 1_000


@dataclass(frozen=True)
class Exported:
    """What was written: acts, the rows of all other tables, files; and the files that could not
    be, for their sealed form is missing or was altered."""

    folder: Path
    acts: int
    rows: int
    files: int
    lost: tuple[KeptFile, ...]


def export(folder: Path, progress: Progress | None = None) -> Exported:
    """Write the open registry, whole and NOT encrypted, into a new folder.

    Written aside and renamed: the folder is there whole or not at all; others may go on working
    meanwhile. Memory stays bounded whatever the registry weighs. Raises WrongUse for a place
    that will not do or has no room.
    """
    registry = current()
    if registry.path.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise WrongUse("An export does not go into the registry itself.", "Name another place.")
    report = progress or (lambda what, done, of: None)
    try:
        with built_aside(folder) as aside, _one_moment():
            return _write(registry, folder, aside, report)
    except OSError as error:
        raise WrongUse(
            f"'{folder}' cannot be written: {error.strerror or error}.",
            "Nothing of it was kept. Choose a place with room, that you may use.",
        ) from None


def _write(registry: Folder, folder: Path, aside: Path, report: Progress) -> Exported:
    rows = _write_tables(aside, report)
    kept = _write_files(registry, aside, report)
    about = Manifest(registry.example, ledger.checkpoint(), registry.blobs.name_key, rows)
    write_lines(aside / manifest.FILE, manifest.HEADER, about.lines())
    write_lines(aside / dictionary.FILE, dictionary.HEADER, dictionary.lines())
    files.write_new(aside / README, _readme(about.checkpoint))
    lost = tuple(file for file, whole in kept if not whole)
    return Exported(
        folder, about.checkpoint.acts, sum(rows.values()) - rows["act"], len(kept) - len(lost), lost
    )


def _write_tables(aside: Path, report: Progress) -> dict[str, int]:
    """Write every table; returns how many rows each has."""
    of = sum(table.count() for table in tables())
    written: dict[str, int] = {}
    for table in tables():
        before = sum(written.values())
        lines = _reported(_lines(table), before, of, report)
        written[table.name] = write_lines(aside / table.file, table.header, lines)
    return written


def _lines(table: Table) -> Iterator[list[str]]:
    writers = [column.write for column in table.columns]
    for row in table.rows():
        yield [write(value) for write, value in zip(writers, row, strict=True)]


def _reported(
    lines: Iterator[list[str]], before: int, of: int, report: Progress
) -> Iterator[list[str]]:
    for done, line in enumerate(lines, start=before):
        if done % _REPORT == 0:
            report("writing the tables", done, of)
        yield line


def _write_files(registry: Folder, aside: Path, report: Progress) -> list[tuple[KeptFile, bool]]:
    of = sum(1 for _ in kept_files())
    kept = []
    for done, file in enumerate(write_files(registry, aside), start=1):
        kept.append(file)
        report("writing the files", done, of)
    return kept


def _readme(checkpoint: Checkpoint) -> bytes:
    text = (resources.files(__package__) / README).read_text(encoding="utf-8")
    lines = text.format(acts=checkpoint.acts, root=checkpoint.root.hex()).splitlines()
    # Windows' own editor shows the lines of a text only if they end so.
    return ("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode()


@contextmanager
def _one_moment() -> Iterator[None]:
    """Everything read in the block is as it was at one moment, while others go on writing: a
    transaction that reads only takes no lock from them."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
