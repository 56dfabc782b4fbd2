"""One sealed stream that carries its own key slots: what a backup file is.

Layout: a line that names the format; four bytes, the length of the head; the head, JSON with the
key slots as they lie in the registry and an age identity made for this file, wrapped by AES-256-GCM
under a key that only who opens a slot can derive, and bound to the slots; then one age file for
that identity. So a passphrase or a recovery key opens it, and names, sizes and number of what is
inside cannot be told.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tidings.values import CheckFailed, UnreadableFile

_MAGIC = b"tidings backup 1\n"
_LENGTH_BYTES = 4
_LARGEST_HEAD = 1 << 20
_NONCE_BYTES = 12


class Reader(Protocol):
    """Where a stream comes from."""

    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True)
class Head:
    """The start of a sealed stream: key slots by file name, and the wrapped identity."""

    slots: dict[str, bytes]
    wrapped: bytes


def seal(reader: Reader, writer: BinaryIO, slots: dict[str, bytes], wrapping_key: bytes) -> None:
    """Seal all that `reader` gives into `writer`, in bounded memory. Raises OSError if either
    fails."""
    identity = pyrage.x25519.Identity.generate()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    wrapped = nonce + AESGCM(wrapping_key).encrypt(nonce, str(identity).encode(), _bound(slots))
    head = json.dumps({"slots": _in_text(slots), "wrapped": b64encode(wrapped).decode()}).encode()
    writer.write(_MAGIC + len(head).to_bytes(_LENGTH_BYTES, "big") + head)
    try:
        pyrage.encrypt_io(reader, writer, [identity.to_public()])
    except pyrage.EncryptError as error:
        raise OSError(str(error)) from None


def read_head(reader: Reader) -> Head:
    """The head of a sealed stream, leaving `reader` at its body. Raises UnreadableFile."""
    if reader.read(len(_MAGIC)) != _MAGIC:
        raise UnreadableFile("This is not a backup of tidings.", "Name a file that `backup` made.")
    length = int.from_bytes(reader.read(_LENGTH_BYTES), "big")
    try:
        head = json.loads(reader.read(min(length, _LARGEST_HEAD)))
        slots = {str(name): b64decode(slot) for name, slot in head["slots"].items()}
        return Head(slots, b64decode(head["wrapped"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _damaged() from None


def unseal(head: Head, reader: Reader, writer: BinaryIO, wrapping_key: bytes) -> None:
    """Write what was sealed into `writer`. Raises CheckFailed if a bit of it changed: what was
    written until then must be thrown away."""
    nonce, sealed = head.wrapped[:_NONCE_BYTES], head.wrapped[_NONCE_BYTES:]
    try:
        identity = AESGCM(wrapping_key).decrypt(nonce, sealed, _bound(head.slots)).decode()
        pyrage.decrypt_io(reader, writer, [pyrage.x25519.Identity.from_str(identity)])
    except (InvalidTag, ValueError, OSError, pyrage.DecryptError):
        raise _damaged() from None


def _bound(slots: dict[str, bytes]) -> bytes:
    return _MAGIC + json.dumps(_in_text(slots), sort_keys=True).encode()


def _in_text(slots: dict[str, bytes]) -> dict[str, str]:
    return {name: b64encode(slot).decode() for name, slot in slots.items()}


def _damaged() -> CheckFailed:
    return CheckFailed("This backup is damaged or incomplete.", "Use another copy of it.")
