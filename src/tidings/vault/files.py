"""Files that are there whole or not at all, readable by their owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; raises FileExistsError if it is."""
    aside = _written_aside(path, data)
    try:
        if path.exists():
            raise FileExistsError(path.name)
        aside.rename(path)
    finally:
        aside.unlink(missing_ok=True)
    sync_folder(path.parent)


def replace(path: Path, data: bytes) -> None:
    """Write a file, in place of what was there: readers see the old or the new."""
    _written_aside(path, data).replace(path)
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder and those above it for their owner only; those that are there stay."""
    if not path.exists():
        make_folder(path.parent)
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync_folder(path.parent)


def open_new(path: Path) -> int:
    """A descriptor of a fresh file for its owner only; raises FileExistsError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, FILE_MODE)


def sync_folder(path: Path) -> None:
    """Make names in the folder survive a power cut, where the system can (not on Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _written_aside(path: Path, data: bytes) -> Path:
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with os.fdopen(open_new(aside), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return aside
