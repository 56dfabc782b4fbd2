"""What a person corrected about an organisation's columns, kept for its next file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tidings.reading import Reading, read_bytes
from tidings.registry.act import recording
from tidings.registry.models import ColumnMapping
from tidings.values import Dated, Role


def read_as_kept(
    data: bytes,
    file: str,
    *,
    origin: str,
    published: Dated | None = None,
    mapping: Mapping[str, Role] | None = None,
) -> list[Reading]:
    """Read a file of `origin` with its columns as they were corrected before.

    `mapping` (letter or header -> role) outranks what was kept. Raises as `read_bytes` does.
    """
    readings = read_bytes(data, file, published=published, mapping=mapping)
    headers = {column.header for reading in readings for column in reading.source.columns}
    known = {header: role for header, role in kept_mapping(origin).items() if header in headers}
    if known:
        readings = read_bytes(data, file, published=published, mapping={**known, **(mapping or {})})
    return [_owned(reading, origin) for reading in readings]


def keep_mapping(
    origin: str, mapping: Mapping[str, Role], readings: list[Reading], *, actor: str
) -> None:
    """Keep a person's corrections, by header: the next file's columns may have moved."""
    headers = {
        column.letter: column.header for reading in readings for column in reading.source.columns
    }
    rows = [
        {"origin": origin, "header": headers.get(column, column), "role": role}
        for column, role in mapping.items()
    ]
    with recording(actor, "map columns", "corrected by a person") as act:
        act.insert(ColumnMapping, rows)


def kept_mapping(origin: str) -> dict[str, Role]:
    """Header -> role as last corrected for this organisation."""
    rows = ColumnMapping.live.filter(origin=origin).order_by("id").values_list("header", "role")
    return {header: Role(role) for header, role in rows}


def _owned(reading: Reading, origin: str) -> Reading:
    if not origin or reading.source.origin:
        return reading
    return replace(reading, source=replace(reading.source, origin=origin))
