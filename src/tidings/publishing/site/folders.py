"""A site is put in place whole: built aside, then switched by renames, by one publisher at a time.

Beside the folder NAME a build keeps `.NAME.new` and `.NAME.lock`, and for the instant of the
switch `.NAME.old`. A kill leaves NAME as it was or as it is to be; between the two renames NAME
is missing and `settle` puts the old one back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from pathlib import Path

from tidings.publishing.site.lock import Held, held
from tidings.publishing.site.manifest import MANIFEST
from tidings.values import TidingsError, WrongUse
from tidings.vault.files import sync_folder


@dataclass(frozen=True)
class Place:
    """The folder of a site, and what may stand beside it while one is built."""

    folder: Path

    @classmethod
    def of(cls, folder: Path) -> Place:
        return cls(folder.resolve())

    @property
    def new(self) -> Path:
        return self.folder.with_name(f".{self.folder.name}.new")

    @property
    def old(self) -> Path:
        return self.folder.with_name(f".{self.folder.name}.old")

    @property
    def lock(self) -> Path:
        return self.folder.with_name(f".{self.folder.name}.lock")

    def swept(self) -> None:
        """Put back what a cut-off switch took away, and remove what cut-off builds left."""
        if self.old.exists() and not self.folder.exists():
            self.old.rename(self.folder)
        for left in (self.new, self.old):
            if left.exists():
                shutil.rmtree(left)


@contextmanager
def reserved(folder: Path) -> Iterator[Place]:
    """The place for a site, where nobody else builds until the block ends. Raises WrongUse when
    something other than a site is in the way, TidingsError while somebody else builds there, and
    when the disk is full; what was there is untouched then."""
    if not folder.resolve().name:
        raise WrongUse(f"{folder} is a whole disk.", "Name a folder for the site.")
    place = Place.of(folder)
    try:
        place.folder.parent.mkdir(parents=True, exist_ok=True)
        with held(place.lock):
            place.swept()
            _check(folder)
            yield place
    except Held:
        raise TidingsError(
            f"Somebody is publishing into {folder} at this moment.",
            "Wait until that is done, then publish again.",
        ) from None
    except OSError as error:
        if error.errno not in (ENOSPC, EDQUOT):
            raise
        raise TidingsError(
            "The disk is full: the site was not built, and what was there is untouched.",
            "Make room, or name a folder on another disk.",
        ) from None


@contextmanager
def built_aside(place: Place) -> Iterator[Path]:
    """An empty folder to build in, which takes the place of the site that is there when the
    block ends and is removed when it raises. The place is reserved."""
    place.new.mkdir()
    try:
        yield place.new
        _sync(place.new)
        if place.folder.exists():
            place.folder.rename(place.old)
        place.new.rename(place.folder)
        sync_folder(place.folder.parent)
    except BaseException:
        shutil.rmtree(place.new, ignore_errors=True)
        place.swept()
        raise
    shutil.rmtree(place.old, ignore_errors=True)


def settle(folder: Path) -> None:
    """Put back what a cut-off switch took away, and sweep up what cut-off builds left; nothing
    while somebody builds."""
    place = Place.of(folder)
    if any(each.exists() for each in (place.new, place.old, place.lock)):
        with suppress(Held), held(place.lock):
            place.swept()


def _check(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise WrongUse(f"{folder} is not a folder.", "Name a folder for the site.")
    if any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise WrongUse(
            f"{folder} holds something that is not a site of tidings.",
            "Name a new folder, or an empty one: publishing replaces all that is in it.",
        )


def _sync(new: Path) -> None:
    """Make every file survive a power cut before it takes the old one's place."""
    if hasattr(os, "sync"):
        os.sync()  # one call for all: a hundred thousand single ones take minutes
        return
    for path in new.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
