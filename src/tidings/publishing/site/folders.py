"""A site is put in place whole: built aside, then switched by renames.

Beside the folder NAME a build keeps `.NAME.new`, and for the instant of the switch `.NAME.old`.
A kill leaves NAME as it was or as it is to be; between the two renames NAME is missing and
`settle` puts the old one back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tidings.publishing.site.manifest import MANIFEST
from tidings.values import WrongUse
from tidings.vault.files import sync_folder


@contextmanager
def built_aside(folder: Path) -> Iterator[Path]:
    """An empty folder to build in, which takes the place of `folder` when the block ends and is
    removed when it raises. Raises WrongUse when something other than a site is in the way."""
    folder = folder.resolve()
    check_target(folder)
    new, old = _beside(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    new.mkdir()
    try:
        yield new
        _sync(new)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
        sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        settle(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def settle(folder: Path) -> None:
    """Put back what a cut-off switch took away, and sweep up what cut-off builds left."""
    folder = folder.resolve()
    new, old = _beside(folder)
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (new, old):
        if left.exists():
            shutil.rmtree(left)


def _beside(folder: Path) -> tuple[Path, Path]:
    folder = folder.resolve()
    return folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")


def check_target(folder: Path) -> None:
    """Sweep up beside the folder, and see that a site may be put there. Raises WrongUse when
    something other than a site is in the way."""
    if not folder.resolve().name:
        raise WrongUse(f"{folder} is a whole disk.", "Name a folder for the site.")
    settle(folder)
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
