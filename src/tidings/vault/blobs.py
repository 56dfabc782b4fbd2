"""Sealed files, written once. Each has a key of its own, so that one can be made unreadable
without touching another.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyrage

from tidings.values import CheckFailed
from tidings.vault import files

_SIZE_BYTES = 8
_SMALLEST = 4096


@dataclass(frozen=True)
class Blob:
    """What finds and opens a sealed file again: `name` in the store, `key` (an age identity).

    `padded_size` is what its length gives away, in bytes; `sha256` is of the plain data.
    """

    name: str
    key: str
    padded_size: int
    sha256: bytes


class BlobStore:
    """Sealed files in a folder. Their names tell nothing without the vault key, `name_key`.

    A name is HMAC-SHA256 under the vault key over the hash of the sealed file: whoever holds a
    candidate file cannot confirm that it is here, whoever holds the vault key can check every
    file without opening one, and the same data put twice is two files with two keys.
    """

    def __init__(self, folder: Path, vault_key: bytes) -> None:
        self.folder = folder
        self.name_key = vault_key

    def put(self, data: bytes) -> Blob:
        """Seal and keep `data`. On return it is on the disk for good."""
        identity = pyrage.x25519.Identity.generate()
        padded = pad(data)
        sealed = pyrage.encrypt(padded, [identity.to_public()])
        name = self._name(sealed)
        files.make_folder(self.path(name).parent)
        files.write_new(self.path(name), sealed)
        return Blob(name, str(identity), len(padded), sha256(data).digest())

    def get(self, name: str, key: str) -> bytes:
        """The plain data. Raises CheckFailed if the file is gone, altered or not for this key."""
        path = self.path(name)
        try:
            padded = pyrage.decrypt(path.read_bytes(), [pyrage.x25519.Identity.from_str(key)])
        except FileNotFoundError:
            raise _lost(name, "is missing") from None
        except (pyrage.DecryptError, pyrage.IdentityError):
            raise _lost(name, "was altered") from None
        return unpad(padded)

    def is_whole(self, name: str) -> bool:
        """Whether the sealed file is there and not a bit of it changed."""
        path = self.path(name)
        return path.is_file() and self._name(path.read_bytes()) == name

    def names(self) -> Iterator[str]:
        """Every file in the store, whether or not a row knows it."""
        return (path.name for path in sorted(self.folder.glob("??/*")) if path.suffix != ".part")

    def remove(self, name: str) -> None:
        """Take away a file that no row knows."""
        self.path(name).unlink(missing_ok=True)

    def _name(self, sealed: bytes) -> str:
        return hmac.digest(self.name_key, sha256(sealed).digest(), "sha256").hex()

    def path(self, name: str) -> Path:
        return self.folder / name[:2] / name


def pad(data: bytes) -> bytes:
    """Length, data and zeros up to a size that many files share.

    Padmé (Nikitin et al., "Reducing metadata leakage from encrypted files", PETS 2019): at most
    12 % longer, and the length tells O(log log n) bits; 4 KiB at least.
    """
    framed = len(data).to_bytes(_SIZE_BYTES, "big") + data
    size = max(len(framed), _SMALLEST)
    exponent = size.bit_length() - 1
    kept_bits = exponent.bit_length()
    step = 1 << exponent - kept_bits
    return framed.ljust(-(-size // step) * step, b"\0")


def unpad(padded: bytes) -> bytes:
    size = int.from_bytes(padded[:_SIZE_BYTES], "big")
    if size > len(padded) - _SIZE_BYTES:
        raise CheckFailed("A sealed file is shorter than it says.", "Restore it from a backup.")
    return padded[_SIZE_BYTES : _SIZE_BYTES + size]


def _lost(name: str, what: str) -> CheckFailed:
    return CheckFailed(
        f"The sealed file {name[:12]}… {what}.", "Restore it from a backup; see `tidings doctor`."
    )
