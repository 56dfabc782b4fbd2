"""The key of the open registry, held in this process's memory and nowhere else.

From the one master key, which the slots guard, come keys for single uses, so that none says
anything of another (HKDF-SHA256, RFC 5869).
"""

from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tidings.values import Locked

_held: list[bytes] = []


def hold(master: bytes) -> None:
    """Keep the master key until `drop`."""
    _held[:] = [master]


def drop() -> None:
    _held.clear()


def is_held() -> bool:
    return bool(_held)


def master() -> bytes:
    """The master key. Raises Locked."""
    if not _held:
        raise Locked("The registry is locked.", "Unlock it first.")
    return _held[0]


def derived(purpose: str, key: bytes | None = None) -> bytes:
    """32 bytes for one purpose, from the master key `key` or the one held. Raises Locked."""
    source = master() if key is None else key
    return HKDF(SHA256(), 32, salt=None, info=b"tidings 1 " + purpose.encode()).derive(source)


def database_key() -> bytes:
    """What SQLCipher is given. Raises Locked."""
    return derived("database")
