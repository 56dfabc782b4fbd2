"""A registry is one folder: the encrypted database, sealed evidence, key slots, settings.

One registry is open at a time. Its key is held in memory only; `lock` drops it and closes
every connection, in whichever thread.
"""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tidings.registry import key as held
from tidings.values import CheckFailed, Locked, WrongUse
from tidings.vault import BlobStore, Slots, files, new_key

FORMAT = 1
DATABASE, EVIDENCE, KEYS, SETTINGS = "registry.db", "evidence", "keys", "settings.toml"


@dataclass(frozen=True)
class Folder:
    """The open registry. `worker` is the actor of every act; `example`: all in it is invented."""

    path: Path
    worker: str
    example: bool
    blobs: BlobStore

    @property
    def database(self) -> Path:
        return self.path / DATABASE

    @property
    def slots(self) -> Slots:
        return Slots(self.path / KEYS)


_current: list[Folder] = []
_forgetting: list[Callable[[], None]] = []


def create(path: Path, worker: str, passphrase: str, *, example: bool = False) -> str:
    """Make a registry and leave it locked. Returns the recovery key, which is kept nowhere.

    Built aside and renamed: there is a whole registry or none. Raises WrongUse when something
    is there already.
    """
    key = new_key()
    with built_aside(path) as aside:
        slots = Slots(aside / KEYS)
        slots.add_passphrase(key, passphrase)
        recovery = slots.add_recovery(key)
        _fill(aside, key, worker, example)
    return recovery


def create_with_key(path: Path, worker: str, key: bytes, *, example: bool = False) -> None:
    """Make a registry without slots: only who holds `key` can open it, as the example's is."""
    with built_aside(path) as aside:
        _fill(aside, key, worker, example)


@contextmanager
def creating(path: Path, key: bytes, *, example: bool, evidence_names: bytes) -> Iterator[Folder]:
    """An open registry without a row, not even a first act, that takes its place at `path` when
    the block that fills it ends well. Left locked.

    `evidence_names` is the key under which the sealed files that come into it were named. It may
    be read: whoever sees a sealed file and its name learns nothing by it.
    """
    names = f'evidence_names = "{evidence_names.hex()}"\n'
    with built_aside(path) as aside:
        _lay_out(aside, example, names)
        _opened(aside / DATABASE, key)
        try:
            yield _hold(aside, "")
        finally:
            lock()


def open_registry(path: Path, secret: str) -> Folder:
    """Open a registry by passphrase or recovery key. Raises Locked for a wrong one, CheckFailed
    if the database is damaged."""
    read_settings(path)
    key = Slots(path / KEYS).open(secret)
    try:
        return open_with_key(path, key)
    except Locked:  # the slot vouches for the key
        raise _damaged() from None


def open_with_key(path: Path, key: bytes) -> Folder:
    """Open a registry by its key, and bring its tables up to date. Raises Locked for a wrong
    one, CheckFailed if the database is damaged or cannot be reached."""
    read_settings(path)
    database = (path / DATABASE).resolve()
    if not database.is_file() or not database.stat().st_size:
        raise _damaged()  # SQLite would make an empty one
    return _hold(path, _opened(database, key))


def lock() -> None:
    """Drop the key and close every connection: from here on no query can be made."""
    held.drop()
    _current.clear()
    for forget in _forgetting:
        forget()
    from django.conf import settings

    if not settings.configured:
        return
    from django.db import connections

    from tidings.registry.sqlcipher import dbapi

    connections.close_all()
    dbapi.close_all()
    connections.settings["default"]["NAME"] = ""


def key_in_use() -> bytes:
    """The master key of the open registry, for a new slot. Raises Locked."""
    return held.master()


def when_locked(forget: Callable[[], None]) -> None:
    """Have `forget` called at every lock: whoever keeps private words in memory drops them."""
    _forgetting.append(forget)


def is_open() -> bool:
    return bool(_current)


def current() -> Folder:
    """The open registry. Raises Locked."""
    if not _current:
        raise Locked("No registry is open.", "Unlock it first.")
    return _current[0]


def configure() -> None:
    """Make Django ready, once; with the registry's own settings unless others were chosen."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tidings.registry.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def read_settings(path: Path) -> dict[str, object]:
    """What settings.toml says: nothing private. Raises WrongUse if this is no registry."""
    try:
        settings = tomllib.loads((path / SETTINGS).read_text("utf-8"))
    except (OSError, ValueError):
        raise WrongUse(
            f"'{path}' is not a registry.", "Name its folder, or make one: `tidings init DIR`."
        ) from None
    if settings.get("format") != FORMAT:
        raise WrongUse(f"'{path}' is a registry of another version.", "Install the newest tidings.")
    return settings


@contextmanager
def built_aside(path: Path) -> Iterator[Path]:
    """A fresh folder beside `path` that takes its place when the block ends well."""
    path = path.resolve()
    if path.exists() and (not path.is_dir() or any(path.iterdir()) or path == Path.cwd()):
        raise WrongUse(f"'{path}' is in use already.", "Name a folder that is not there yet.")
    aside = path.with_name(path.name + ".part")
    try:
        if aside.exists():
            shutil.rmtree(aside)  # left by an attempt that was cut off
        files.make_folder(aside)
    except OSError as error:
        raise WrongUse(f"'{path}' cannot be made: {error.strerror}.", "Name another.") from None
    try:
        yield aside
        if path.exists():
            path.rmdir()
        aside.rename(path)
        files.sync_folder(path.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _opened(database: Path, key: bytes) -> str:
    """Connect to the database, bring its tables up to date and say who its worker is. Whatever
    goes wrong leaves it locked."""
    lock()
    configure()
    from django.db import DatabaseError, OperationalError, connections

    held.hold(key)
    connections.settings["default"]["NAME"] = str(database)
    connected = False
    try:
        connections["default"].ensure_connection()
        connected = True
        _migrate()
        return _first_actor()
    except OperationalError as error:
        lock()
        raise CheckFailed(
            f"The database cannot be used: {error}.",
            "Is the folder yours to write in, and does no other program hold it?",
        ) from None
    except DatabaseError:
        lock()
        raise _damaged() if connected else _wrong_key() from None


def _wrong_key() -> Locked:
    return Locked("This key does not open the registry.")


def _fill(path: Path, key: bytes, worker: str, example: bool) -> None:
    """Settings, database and the first act, whose actor is the worker. Leaves it locked."""
    if not worker.strip():
        raise WrongUse("The worker has no name.", "Every act is recorded under a name.")
    _lay_out(path, example)
    _opened(path / DATABASE, key)
    try:
        from tidings.registry.act import recording

        with recording(worker.strip(), "init", "a new registry"):
            pass
    finally:
        lock()


def _lay_out(path: Path, example: bool, more: str = "") -> None:
    """Settings, a place for evidence, and a file that becomes the database."""
    files.make_folder(path / EVIDENCE)
    settings = f"format = {FORMAT}\nexample = {str(example).lower()}\n{more}"
    files.write_new(path / SETTINGS, settings.encode())
    os.close(files.open_new(path / DATABASE))


def _hold(path: Path, worker: str) -> Folder:
    """The registry whose database is connected, as the open one. Raises WrongUse."""
    settings = read_settings(path)
    blobs = BlobStore(path / EVIDENCE, _name_key(settings))
    _current[:] = [Folder(path, worker, settings.get("example") is True, blobs)]
    return _current[0]


def _name_key(settings: Mapping[str, object]) -> bytes:
    """Under which sealed files are named: a registry read back from an export keeps the names
    of the one that was exported, for its record commits to them."""
    try:
        return bytes.fromhex(str(settings["evidence_names"]))
    except (KeyError, ValueError):
        return held.derived("evidence names")


def _damaged() -> CheckFailed:
    return CheckFailed(
        "The database of this registry is damaged.",
        "Keep the folder as it is, and restore the last good backup beside it.",
    )


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def _first_actor() -> str:
    """The worker: whoever made the registry. Empty while it is being made."""
    from tidings.registry.models import Act

    return Act.objects.order_by("id").values_list("actor", flat=True).first() or ""
