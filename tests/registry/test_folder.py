"""One folder, one key: made whole, opened by its secret only, locked for every thread."""

import sqlite3
import stat
import threading
from pathlib import Path

import pytest
from django.db import DatabaseError

from tidings.registry import folder, ledger
from tidings.registry.act import recording
from tidings.registry.models import Act, Source
from tidings.values import CheckFailed, Locked, WrongUse


def test_the_worker_named_at_the_start_is_known_when_it_opens(registry):
    assert registry.worker == "Worker"
    assert Act.objects.get().verb == "init"


def test_plain_sqlite_sees_no_database(registry):
    with recording("Worker", "add") as act:
        act.insert(Source, [{"title": "MARKER-7f3a"}])
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(registry.database).execute("SELECT * FROM sqlite_master")
    for file in registry.path.rglob("*"):
        assert file.is_dir() or b"MARKER-7f3a" not in file.read_bytes()


def test_only_the_owner_can_read_any_of_it(registry_template):
    for file in [registry_template, *registry_template.rglob("*")]:
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file


def test_a_wrong_key_is_refused_and_leaves_it_locked(registry):
    with pytest.raises(Locked):
        folder.open_with_key(registry.path, bytes(32))
    assert not folder.is_open()


def test_a_damaged_database_is_not_taken_for_a_wrong_passphrase(registry):
    recovery = registry.slots.add_recovery(folder.key_in_use())
    folder.lock()
    whole = registry.database.read_bytes()
    for position in (100, len(whole) // 2):
        data = bytearray(whole)
        data[position:] = bytes(len(whole) - position)
        registry.database.write_bytes(data)
        with pytest.raises(CheckFailed, match="damaged"):
            folder.open_registry(registry.path, recovery)
        assert not folder.is_open()


def test_a_locked_registry_answers_no_query_in_any_thread_until_it_is_opened(registry):
    path, key = registry.path, folder.key_in_use()
    turns, said = [threading.Event() for _ in range(3)], [threading.Event() for _ in range(3)]
    answers = []

    def ask():
        for turn, answered in zip(turns, said, strict=True):
            turn.wait(10)
            try:
                answers.append(Source.objects.count())
            except Locked:
                answers.append("locked")
            answered.set()

    thread = threading.Thread(target=ask)
    thread.start()
    for act, turn, answered in zip(
        (lambda: None, folder.lock, lambda: folder.open_with_key(path, key)),
        turns,
        said,
        strict=True,
    ):
        act()
        turn.set()
        answered.wait(10)
    thread.join()
    assert answers == [0, "locked", 0]


def test_a_locked_registry_is_closed_to_this_thread_too(registry):
    folder.lock()
    with pytest.raises(Locked):
        Source.objects.count()
    with pytest.raises(Locked):
        folder.current()


def test_a_lock_in_the_midst_of_an_act_takes_the_act_back(registry):
    path, key = registry.path, folder.key_in_use()
    begun, locked = threading.Event(), threading.Event()
    failures = []

    def write():
        try:
            with recording("Worker", "add") as act:
                act.insert(Source, [{"title": "half"}])
                begun.set()
                locked.wait(10)
                act.insert(Source, [{"title": "the other half"}])
        except (DatabaseError, Locked) as error:
            failures.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    begun.wait(10)
    folder.lock()
    locked.set()
    thread.join()
    assert len(failures) == 1
    folder.open_with_key(path, key)
    assert not Source.objects.exists()
    assert not ledger.verify().problem


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(WrongUse):
        folder.create_with_key(tmp_path, "Worker", bytes(32))
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_the_folder_one_stands_in_and_one_that_cannot_be_made_are_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    for path in (Path(), tmp_path / "file" / "registry"):
        with pytest.raises(WrongUse):
            folder.create_with_key(path, "Worker", bytes(32))


def test_a_registry_whose_database_is_gone_is_not_taken_for_an_empty_one(registry):
    path, key = registry.path, folder.key_in_use()
    folder.lock()
    for spoil in (lambda file: file.write_bytes(b""), lambda file: file.unlink()):
        spoil(path / "registry.db")
        with pytest.raises(CheckFailed):
            folder.open_with_key(path, key)


def test_a_registry_without_a_worker_is_not_made(tmp_path):
    with pytest.raises(WrongUse):
        folder.create_with_key(tmp_path / "new", " ", bytes(32))
    assert not list(tmp_path.iterdir())


def test_what_is_no_registry_is_said_to_be_none(tmp_path):
    with pytest.raises(WrongUse):
        folder.open_with_key(tmp_path, bytes(32))
