"""One byte form for one row, and a commitment to it that tells nothing without the salt."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256

SALT_BYTES = 16


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def commitment(salt: bytes, canonical_row: bytes) -> bytes:
    """SHA-256 over salt and row. The salt has a fixed length, so that the two cannot be shifted
    against one another; without it a guessed row cannot be confirmed."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes")
    return sha256(salt + canonical_row).digest()


def canonical(row: Mapping[str, object]) -> bytes:
    """The row as JSON in UTF-8: keys sorted, no spaces, dates in ISO 8601, moments in UTC, bytes
    as {"hex": ...}. Equal rows give equal bytes, whichever database they were read from."""
    return _ENCODER.encode(row).encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        return {"hex": bytes(value).hex()}
    raise TypeError(f"{type(value).__name__} has no canonical form")


_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_plain
)
