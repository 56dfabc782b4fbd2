"""One encrypted file that holds the whole registry, and the way back from it.

What goes in is sealed already (the database under its key, evidence by age); the envelope around
it hides names, sizes and how many there are. It opens with the passphrase the registry had when
the backup was made, or with its recovery key.
"""

from __future__ import annotations

import os
import re
import shutil
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tidings.registry import folder as folders
from tidings.registry import key, ledger
from tidings.registry.folder import DATABASE, EVIDENCE, KEYS, SETTINGS, built_aside, current
from tidings.values import CheckFailed, WrongUse
from tidings.vault import envelope, files, open_sealed

_PURPOSE = "backup"
_CHUNK = 1 << 20
#: The only names that a backup holds: nothing else is ever written by `restore`.
_INSIDE = re.compile(
    rf"{re.escape(DATABASE)}|{re.escape(SETTINGS)}|{KEYS}/[a-z]+\.age"
    rf"|{EVIDENCE}/[0-9a-f]{{2}}/[0-9a-f]{{64}}"
)


@dataclass(frozen=True)
class Backup:
    """A backup file, its size in bytes, and how many pieces of evidence it holds."""

    file: Path
    size: int
    evidence: int


def backup(file: Path) -> Backup:
    """Write the open registry into one new file, as it is at this moment.

    Written aside and renamed: the file is there whole or not at all. Memory stays bounded
    whatever the evidence weighs. Raises WrongUse for a place that will not do.
    """
    registry = current()
    slots = registry.slots.sealed()
    if not slots:
        raise WrongUse("This registry has no key slot: nobody could open its backup.")
    if file.exists():
        raise WrongUse(f"'{file}' is there already.", "Name a file that is not.")
    if registry.path.resolve() in file.resolve().parents:
        raise WrongUse("A backup inside the registry is lost with it.", "Name another place.")
    aside = file.with_name(file.name + ".part")
    try:
        with _snapshot() as database, _written_anew(aside) as writer:
            inside = _Inside(registry.path, database)
            envelope.seal(inside, writer, slots, key.derived(_PURPOSE))
        size = aside.stat().st_size
        aside.rename(file)
        files.sync_folder(file.parent)
    except OSError as error:
        raise WrongUse(
            f"'{file}' cannot be written: {error}.", "Choose a place with room, that you may use."
        ) from None
    finally:
        aside.unlink(missing_ok=True)
    return Backup(file, size, inside.evidence)


def restore(file: Path, folder: Path, secret: str) -> None:
    """Make the registry that `file` holds, and leave it locked.

    Built aside, its ledger and its evidence checked, then renamed: the folder is there whole or
    not at all. Raises Locked for a wrong secret, CheckFailed for a file or content that is
    damaged, WrongUse for a folder that is not empty.
    """
    try:
        reader = file.open("rb")
    except OSError as error:
        raise WrongUse(f"'{file}' cannot be read: {error.strerror}.") from None
    with reader, built_aside(folder) as aside:
        head = envelope.read_head(reader)
        master = open_sealed(head.slots, secret)
        wrapping_key = key.derived(_PURPOSE, master)
        with _unsealing(head, reader, wrapping_key) as tar:
            _unpack(tar, aside)
        _check(aside, master)


class _Inside:
    """The tar stream of a registry, made as it is read."""

    def __init__(self, path: Path, database: Path) -> None:
        self.evidence = 0
        self._chunks = self._stream(path, database)
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes at most; none at the end."""
        if not self._left:
            self._left = next(self._chunks, b"")
        chunk, self._left = self._left[:size], self._left[size:]
        return chunk

    def _stream(self, path: Path, database: Path) -> Iterator[bytes]:
        yield from _member(SETTINGS, path / SETTINGS)
        for slot in sorted((path / KEYS).glob("*.age")):
            yield from _member(f"{KEYS}/{slot.name}", slot)
        yield from _member(DATABASE, database)
        for blob in current().blobs.names():
            self.evidence += 1
            name = f"{EVIDENCE}/{blob[:2]}/{blob}"
            yield from _member(name, path / name)
        yield bytes(2 * tarfile.BLOCKSIZE)


def _member(name: str, file: Path) -> Iterator[bytes]:
    """One file as tar has it: a header, the content, zeros up to a whole block."""
    with file.open("rb") as content:
        info = tarfile.TarInfo(name)
        info.size, info.mode = os.fstat(content.fileno()).st_size, files.FILE_MODE
        yield info.tobuf(tarfile.PAX_FORMAT)
        left = info.size
        while left and (chunk := content.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk
        if left:
            raise OSError(f"a file of the registry became shorter: {name}")
        if rest := info.size % tarfile.BLOCKSIZE:
            yield bytes(tarfile.BLOCKSIZE - rest)


@contextmanager
def _snapshot() -> Iterator[Path]:
    """A copy of the database as it is now, under the same key, gone after the block."""
    from django.db import connection

    copy = current().path / "snapshot.part"
    copy.unlink(missing_ok=True)  # left by a backup that was cut off
    os.close(files.open_new(copy))
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        yield copy
    finally:
        copy.unlink(missing_ok=True)


@contextmanager
def _written_anew(path: Path) -> Iterator[BinaryIO]:
    """A file for its owner only, on the disk for good when the block ends."""
    path.unlink(missing_ok=True)
    with os.fdopen(files.open_new(path), "wb") as writer:
        yield writer
        writer.flush()
        os.fsync(writer.fileno())


@contextmanager
def _unsealing(
    head: envelope.Head, reader: BinaryIO, wrapping_key: bytes
) -> Iterator[tarfile.TarFile]:
    """The tar inside, unsealed by a thread as it is read. Raises CheckFailed at the end of the
    block if anything was altered, also behind the last file."""
    ours, theirs = os.pipe()
    failures: list[CheckFailed] = []

    def feed() -> None:
        try:
            with os.fdopen(theirs, "wb") as writer:
                envelope.unseal(head, reader, writer, wrapping_key)
        except (CheckFailed, OSError) as error:
            failures.append(error if isinstance(error, CheckFailed) else _damaged())

    thread = threading.Thread(target=feed, daemon=True)
    thread.start()
    try:
        with os.fdopen(ours, "rb") as stream, tarfile.open(fileobj=stream, mode="r|") as tar:
            yield tar
            while stream.read(_CHUNK):
                pass
    except tarfile.TarError:
        raise _damaged() from None
    finally:
        thread.join()
    if failures:
        raise failures[0]


def _unpack(tar: tarfile.TarFile, folder: Path) -> None:
    """Write the members, plain files of known names only, each for its owner only."""
    for member in tar:
        content = tar.extractfile(member) if member.isreg() else None
        if content is None or not _INSIDE.fullmatch(member.name):
            raise _damaged()
        target = folder / member.name
        files.make_folder(target.parent)
        with content, _written_anew(target) as writer:
            shutil.copyfileobj(content, writer, _CHUNK)


def _check(folder: Path, master: bytes) -> None:
    """Open what was restored: the ledger and every sealed file must be whole."""
    if not (folder / DATABASE).is_file() or not (folder / SETTINGS).is_file():
        raise _damaged()
    files.make_folder(folder / EVIDENCE)
    registry = folders.open_with_key(folder, master)
    try:
        problem = ledger.verify().problem
        altered = [name for name in registry.blobs.names() if not registry.blobs.is_whole(name)]
    finally:
        folders.lock()
    if problem or altered:
        raise CheckFailed(
            problem or f"The sealed file {altered[0][:12]}… was altered.",
            "Use another copy of this backup.",
        )


def _damaged() -> CheckFailed:
    return CheckFailed("This backup is damaged or incomplete.", "Use another copy of it.")
