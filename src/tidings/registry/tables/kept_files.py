"""The files of a registry in an export: sealed as they are, to be read back; and plain, to be
opened by whoever they belong to.

A file that several sources share (the sheets of one workbook) lies once, under the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tidings.registry.folder import Folder
from tidings.registry.tables.layout import Table, blob_tables
from tidings.values import BadInput, CheckFailed, show_id
from tidings.vault import BlobStore, files

SEALED = "sealed"

_AGAIN = "Use another copy of this export."
_BLOB_NAME = re.compile("[0-9a-f]{64}")
#: What some system takes for more than a letter of a name, and what nobody sees.
_SPECIAL = re.compile(
    '[<>:"/\\\\|?*\\x00-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]'
)
#: Names of devices on Windows, whatever follows the point.
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
#: Bytes of a name: all systems take 255, and encrypted home folders 143.
_LONGEST = 120


@dataclass(frozen=True)
class KeptFile:
    """A sealed file that a row knows: what finds and opens it, and where it lies plain."""

    table: str
    row: int
    name: str
    key: str
    plain: str


def kept_files() -> Iterator[KeptFile]:
    """Every sealed file once, by the first row that knows it."""
    seen: set[str] = set()
    for table in blob_tables():
        for row, name, key, plain in _rows(table):
            if name not in seen:
                seen.add(name)
                yield KeptFile(
                    table.name, row, name, key, f"{table.name}/{show_id(row)}/{safe_name(plain)}"
                )


def write_files(registry: Folder, aside: Path) -> Iterator[tuple[KeptFile, bool]]:
    """Write every file sealed and plain. Gives each file with whether it was whole; one that is
    missing or was altered is left out."""
    sealed = BlobStore(aside / SEALED, b"")
    for file in kept_files():
        whole = registry.blobs.is_whole(file.name)
        if whole:
            _write(sealed.path(file.name), registry.blobs.path(file.name).read_bytes())
            _write(aside / file.plain, registry.blobs.get(file.name, file.key))
        yield file, whole


def read_files(registry: Folder, source: Path) -> Iterator[KeptFile]:
    """Put every sealed file that a row knows back in its place. Raises BadInput for one that is
    missing or was altered."""
    sealed = BlobStore(source / SEALED, b"")
    for file in kept_files():
        # A name that leads elsewhere is none that a blob store gave.
        if not _BLOB_NAME.fullmatch(file.name):
            raise BadInput(
                "No sealed file has such a name.", file=f"{file.table}.csv", field="blob_name"
            )
        came = sealed.path(file.name)
        where = came.relative_to(source).as_posix()
        try:
            data = came.read_bytes()
        except FileNotFoundError:
            raise BadInput("This file is missing.", _AGAIN, file=where) from None
        except OSError as error:
            raise BadInput(f"This file cannot be read: {error.strerror}.", file=where) from None
        _write(registry.blobs.path(file.name), data)
        try:
            whole = registry.blobs.is_whole(file.name)
            registry.blobs.get(file.name, file.key)
        except CheckFailed:
            whole = False
        if not whole:
            raise BadInput("This file was altered.", _AGAIN, file=where)
        yield file


def safe_name(name: str) -> str:
    """A name that every system takes and that leads nowhere else: "../a:b.txt" -> "a_b.txt"."""
    plain = _SPECIAL.sub("_", re.split(r"[/\\]", name)[-1]).strip(" .")
    if _DEVICE.match(plain):
        plain = "_" + plain
    stem, point, ending = plain.rpartition(".")
    if not stem or len(ending) > 10:
        stem, point, ending = plain, "", ""
    room = _LONGEST - len((point + ending).encode())
    short = stem.encode()[:room].decode("utf-8", "ignore")
    return (short + point + ending).strip(" .") or "file"


def _rows(table: Table) -> Iterator[tuple[int, str, str, str]]:
    rows = table.model._default_manager.order_by("id")
    if "file_name" not in table.header:
        found = rows.values_list("id", "blob_name", "blob_key")
        return ((*row, table.name) for row in found.iterator())
    found = rows.values_list("id", "blob_name", "blob_key", "file_name", "form")
    return ((*row[:3], row[3] or f"{row[4]}.txt") for row in found.iterator())


def _write(path: Path, data: bytes) -> None:
    files.make_folder(path.parent)
    files.write_new(path, data)
