"""Is a folder the site that was signed: nothing changed, nothing missing, nothing added."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from tidings.publishing.site.folders import settle
from tidings.publishing.site.manifest import MANIFEST, Manifest, read_manifest
from tidings.values import CheckFailed


@dataclass(frozen=True)
class Checked:
    """What a check found; `problems` in words, () when the site is whole and signed by
    `public_key`."""

    public_key: bytes
    on: str
    organisation: str
    people: int
    files: int
    problems: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not self.problems


def verify(folder: Path, public_key: bytes | None = None) -> Checked:
    """Compare a site with its manifest, and the manifest with its signature.

    Without a `public_key` the one that the manifest names is taken: this shows that the site is
    whole, not whose it is. Raises CheckFailed when there is no manifest that can be read.
    """
    settle(folder)
    try:
        manifest = read_manifest((folder / MANIFEST).read_bytes())
    except OSError:
        raise CheckFailed(
            f"{folder} holds no site of tidings: its manifest.json is missing.",
            "Name the folder that `tidings publish` wrote, or publish again.",
        ) from None
    return Checked(
        manifest.public_key,
        manifest.on,
        manifest.organisation,
        manifest.people,
        len(manifest.files),
        tuple(_problems(folder, manifest, public_key)),
    )


def _problems(folder: Path, manifest: Manifest, public_key: bytes | None) -> Iterator[str]:
    if public_key is not None and public_key != manifest.public_key:
        yield "The site is signed with another key than the one given."
    if not manifest.is_signed_by(public_key or manifest.public_key):
        yield "The signature does not hold: the manifest was changed after it was signed."
    there = set(_files(folder)) - {MANIFEST}
    for path in sorted(set(manifest.files) - there):
        yield f"{path} is missing."
    for path in sorted(there - set(manifest.files)):
        yield f"{path} was added."
    for path in sorted(there & set(manifest.files)):
        if _state(folder / path) != manifest.files[path]:
            yield f"{path} was changed."


def _files(folder: Path) -> Iterator[str]:
    """Every file's path from the folder, with forward slashes; links are not followed."""
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
        for name in (*names, *links):
            yield Path(parent, name).relative_to(folder).as_posix()


def _state(path: Path) -> tuple[str, int] | None:
    """SHA-256 and size of a plain file; None of anything else."""
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest(), path.stat().st_size
