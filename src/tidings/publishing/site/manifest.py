"""The signed list of every file of a site, by which anybody can tell that it is whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tidings.values import CheckFailed

MANIFEST: Final = "manifest.json"
KIND: Final = "tidings site"
FORMAT: Final = 1
#: Signed before the manifest's own bytes, so that no other signature of the key can stand in.
CONTEXT: Final = b"tidings site manifest 1\n"

Sign = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Manifest:
    """What a site says of itself; `files`: path -> (SHA-256 in hex, size in bytes)."""

    audience: str
    organisation: str
    on: str
    invented: bool
    people: int
    public_key: bytes
    files: Mapping[str, tuple[str, int]]
    signature: bytes = b""

    def signed(self, sign: Sign) -> bytes:
        """The manifest as a file, signed (Ed25519 over `CONTEXT` and all but the signature)."""
        said = self._said()
        body = said | {"signature": sign(CONTEXT + _canonical(said)).hex()}
        lined = (",\n", ": ")  # a line for each item; `indent` would be written five times slower
        return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=lined).encode()

    def is_signed_by(self, public_key: bytes) -> bool:
        """Whether the holder of this Ed25519 key signed it."""
        try:
            key = Ed25519PublicKey.from_public_bytes(public_key)
            key.verify(self.signature, CONTEXT + _canonical(self._said()))
        except (InvalidSignature, ValueError):
            return False
        return True

    def _said(self) -> dict[str, Any]:
        return {
            "audience": self.audience,
            "files": dict(self.files),
            "format": FORMAT,
            "invented": self.invented,
            "kind": KIND,
            "on": self.on,
            "organisation": self.organisation,
            "people": self.people,
            "public_key": self.public_key.hex(),
        }


def read_manifest(data: bytes) -> Manifest:
    """The manifest that `signed` wrote. Raises CheckFailed for anything else."""
    try:
        said = json.loads(data)
        if (said["kind"], said["format"]) != (KIND, FORMAT):
            raise CheckFailed("manifest.json is of another format.", "Use a newer tidings.")
        return Manifest(
            str(said["audience"]),
            str(said["organisation"]),
            str(said["on"]),
            bool(said["invented"]),
            int(said["people"]),
            bytes.fromhex(said["public_key"]),
            {str(path): (str(sha), int(size)) for path, (sha, size) in said["files"].items()},
            bytes.fromhex(said["signature"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise CheckFailed(
            "manifest.json cannot be read: it was changed or cut off.", "Publish the site again."
        ) from None


def _canonical(said: Mapping[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
