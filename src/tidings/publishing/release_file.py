"""The signed file of a release: lines of JSON that a person can read and a diff can compare.

    {"tidings":"release","format":1,"public_key":"…","signature":"…"}
    {"audience":"public","on":"2026-03-01", …,"people":2,"announcements":0,"silences":0}
    {"id":"…","form":"named", …}                                    one line a person
    …

The signature is Ed25519 (RFC 8032) over SHA-256 of a label, the public key and every line after
the first. A release has one form only: reading and writing again gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tidings.publishing.plain import from_plain, to_plain
from tidings.publishing.release import (
    FORMAT,
    BodySilence,
    Release,
    ReleasedAnnouncement,
    ReleasedPerson,
)
from tidings.values import Audience, BadInput, CheckFailed

_LABEL = b"tidings release 1\n"
_MARK = {"tidings": "release", "format": FORMAT}
_REMEDY = "Ask whoever gave it to you for the file again, and for their public key."

Item = TypeVar("Item")


@dataclass(frozen=True)
class _Head:
    """The second line: for whom and when, who speaks, and how many lines of each kind follow."""

    audience: Audience
    on: date
    organisation: str
    address: str
    contact: str
    invented: bool
    people: int
    announcements: int
    silences: int


def to_bytes(release: Release, sign: Callable[[bytes], bytes], public_key: bytes) -> bytes:
    """The release as a signed file. `sign` takes the 32 bytes of the digest and gives the 64 of
    an Ed25519 signature that `public_key` (32 bytes) checks."""
    lists = (release.people, release.announcements, release.silences)
    counts = {"people": len(lists[0]), "announcements": len(lists[1]), "silences": len(lists[2])}
    shared = {each.name: getattr(release, each.name) for each in fields(_Head)} | counts
    body = b"".join(map(_line, [_Head(**shared), *(each for part in lists for each in part)]))
    seal = {
        **_MARK,
        "public_key": public_key.hex(),
        "signature": sign(_digest(public_key, body)).hex(),
    }
    return _json(seal) + body


def read_release(data: bytes, public_key: bytes | None = None) -> Release:
    """The release in a file, its signature checked, against `public_key` if that is given.

    Raises BadInput for what is no release file or one of another version, CheckFailed when it
    was altered, cut short or signed with another key.
    """
    seal, newline, body = data.partition(b"\n")
    key, signature = _seal(seal if newline else b"")
    if public_key is not None and key != public_key:
        raise CheckFailed("This release is signed with another key than expected.", _REMEDY)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _digest(key, body))
    except (InvalidSignature, ValueError):
        raise CheckFailed(
            "This release was altered, or a part of it is missing.", _REMEDY
        ) from None
    release = _release(body)
    if not _is_written_so(release, signature, key, data):
        raise BadInput("This release is not written as releases are.", _REMEDY)
    return release


def signed_by(data: bytes) -> bytes:
    """The public key (32 bytes) that a release file names. Raises BadInput."""
    return _seal(data.partition(b"\n")[0])[0]


def _is_written_so(release: Release, signature: bytes, key: bytes, data: bytes) -> bool:
    try:
        return to_bytes(release, lambda digest: signature, key) == data
    except UnicodeEncodeError:  # half a character
        return False


def _seal(line: bytes) -> tuple[bytes, bytes]:
    found = _parsed(line)
    if not isinstance(found, dict) or found.get("tidings") != "release":
        raise BadInput("This is no release of tidings.", "Name a file that `tidings release` made.")
    if found.get("format") != FORMAT:
        raise BadInput("This release is of another version.", "Install the newest tidings.")
    try:
        return bytes.fromhex(found["public_key"]), bytes.fromhex(found["signature"])
    except (KeyError, TypeError, ValueError):
        raise CheckFailed("This release is not signed.", _REMEDY) from None


def _digest(public_key: bytes, body: bytes) -> bytes:
    return sha256(_LABEL + public_key + body).digest()


def _release(body: bytes) -> Release:
    lines = iter(body.removesuffix(b"\n").split(b"\n"))
    head = from_plain(_Head, _parsed(next(lines)))
    release = Release(
        audience=head.audience,
        on=head.on,
        organisation=head.organisation,
        address=head.address,
        contact=head.contact,
        invented=head.invented,
        people=_items(ReleasedPerson, lines, head.people),
        announcements=_items(ReleasedAnnouncement, lines, head.announcements),
        silences=_items(BodySilence, lines, head.silences),
    )
    if next(lines, None) is not None:
        raise BadInput("This release holds more lines than it says.", _REMEDY)
    return release


def _items(kind: type[Item], lines: Iterator[bytes], count: int) -> tuple[Item, ...]:
    found = []
    for _ in range(count):
        line = next(lines, None)
        if line is None:
            raise BadInput("This release holds fewer lines than it says.", _REMEDY)
        found.append(from_plain(kind, _parsed(line)))
    return tuple(found)


def _line(value: object) -> bytes:
    return _json(to_plain(value))


def _json(plain: object) -> bytes:
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode() + b"\n"


def _parsed(line: bytes) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadInput(
            "This is no release of tidings: a line of it is not JSON.", _REMEDY
        ) from None


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number of JSON")
