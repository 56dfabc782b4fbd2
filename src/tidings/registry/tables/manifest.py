"""`registry.csv`: what the export as a whole says of itself, for whoever reads it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tidings.registry.ledger import Checkpoint
from tidings.registry.tables.csvfile import read_lines
from tidings.values import BadInput, UnreadableFile

FILE = "registry.csv"
HEADER = ("name", "value")
FORMAT = "1"
_ROWS = "rows of "
_KEY_BYTES = 32
_AGAIN = "Use another copy of this export."

Read = TypeVar("Read")


@dataclass(frozen=True)
class Manifest:
    """`rows` is how many each table has; `checkpoint` is the ledger's; `evidence_names` is the
    32 bytes under which sealed files are named, which open nothing."""

    example: bool
    checkpoint: Checkpoint
    evidence_names: bytes
    rows: Mapping[str, int]

    def lines(self) -> Iterator[tuple[str, str]]:
        """As it is written: name and value."""
        yield "format", FORMAT
        yield "example", "yes" if self.example else "no"
        yield "acts", str(self.checkpoint.acts)
        yield "root", self.checkpoint.root.hex()
        yield "evidence names", self.evidence_names.hex()
        for table, rows in self.rows.items():
            yield _ROWS + table, str(rows)


def read_manifest(folder: Path) -> Manifest:
    """What an export says of itself. Raises UnreadableFile if `folder` is none, BadInput if it
    is damaged or of another version."""
    file = folder / FILE
    if not file.is_file():
        raise UnreadableFile(
            f"'{folder}' is no export of tidings: it has no {FILE}.",
            "Name a folder that `tidings export` made.",
        )
    lines = read_lines(file)
    if next(lines, (0, []))[1] != list(HEADER):
        raise BadInput("Expected the columns 'name' and 'value'.", _AGAIN, file=FILE, row=1)
    values: dict[str, tuple[int, str]] = {}
    for row, cells in lines:
        if len(cells) != len(HEADER) or cells[0] in values:
            raise BadInput("Expected a name of its own and its value.", _AGAIN, file=FILE, row=row)
        values[cells[0]] = row, cells[1]
    return _manifest(values)


def _manifest(values: Mapping[str, tuple[int, str]]) -> Manifest:
    if (version := _value(values, "format", str)) != FORMAT:
        raise BadInput(
            f"This export has the format {version}; this tidings reads {FORMAT}.",
            "Install the newest tidings.",
            file=FILE,
        )
    return Manifest(
        example=_value(values, "example", {"yes": True, "no": False}.__getitem__),
        checkpoint=Checkpoint(_value(values, "acts", int), _value(values, "root", _key)),
        evidence_names=_value(values, "evidence names", _key),
        rows={
            name.removeprefix(_ROWS): _value(values, name, int)
            for name in values
            if name.startswith(_ROWS)
        },
    )


def _value(values: Mapping[str, tuple[int, str]], name: str, read: Callable[[str], Read]) -> Read:
    if name not in values:
        raise BadInput(f"The line '{name}' is missing.", _AGAIN, file=FILE)
    row, text = values[name]
    try:
        return read(text)
    except (ValueError, KeyError):
        raise BadInput(
            f"'{text}' is no value for '{name}'.", _AGAIN, file=FILE, row=row, field="value"
        ) from None


def _key(text: str) -> bytes:
    key = bytes.fromhex(text)
    if len(key) != _KEY_BYTES:
        raise ValueError
    return key
