"""One encrypted file, and the registry back from it."""

import os
import resource
import secrets
import signal
import stat
import subprocess
import sys
import time

import pytest

from tidings.registry import folder, ledger
from tidings.registry.act import recording
from tidings.registry.backup import backup, restore
from tidings.registry.models import Evidence, Source
from tidings.values import CheckFailed, Locked, UnreadableFile, WrongUse

MARKER = "MARKER-нұрлан-51c2"


@pytest.fixture
def recovery(registry):
    """A registry with a sealed file and a recovery key, which is returned."""
    blob = registry.blobs.put(MARKER.encode() * 1000)
    with recording("Worker", "add") as act:
        (source,) = act.insert(Source, [{"title": MARKER}])
        row = {"blob_name": blob.name, "blob_key": blob.key, "sha256": blob.sha256}
        row |= {"source_id": source, "padded_size": blob.padded_size, "file_name": MARKER}
        act.insert(Evidence, [row])
    return registry.slots.add_recovery(folder.key_in_use())


def test_a_restored_registry_is_the_one_that_was_backed_up(registry, recovery, tmp_path):
    before = ledger.checkpoint()
    done = backup(tmp_path / "b.tidings")
    assert done.evidence == 1
    assert done.size == (tmp_path / "b.tidings").stat().st_size
    restore(tmp_path / "b.tidings", tmp_path / "new", recovery)
    assert not folder.is_open()
    opened = folder.open_registry(tmp_path / "new", recovery)
    assert ledger.checkpoint() == before
    evidence = Evidence.objects.get()
    data = opened.blobs.get(evidence.blob_name, evidence.blob_key)
    assert data == MARKER.encode() * 1000
    assert opened.worker == "Worker"


def test_a_passphrase_opens_a_backup_too(registry, recovery, tmp_path):
    registry.slots.add_passphrase(folder.key_in_use(), "five words one by one")
    backup(tmp_path / "b.tidings")
    restore(tmp_path / "b.tidings", tmp_path / "new", "five words one by one\n")
    assert (tmp_path / "new").is_dir()


def test_a_backup_holds_nothing_that_can_be_read(registry, recovery, tmp_path):
    backup(tmp_path / "b.tidings")
    data = (tmp_path / "b.tidings").read_bytes()
    name = Evidence.objects.get().blob_name
    for known in (MARKER.encode(), name.encode(), b"registry.db", b"Worker", recovery.encode()):
        assert known not in data
    assert stat.S_IMODE((tmp_path / "b.tidings").stat().st_mode) == 0o600
    assert {file.name for file in registry.path.iterdir()} <= {
        "registry.db", "registry.db-wal", "registry.db-shm", "evidence", "keys", "settings.toml",
    }  # fmt: skip


def test_a_wrong_secret_restores_nothing(registry, recovery, tmp_path):
    backup(tmp_path / "b.tidings")
    other = registry.slots.add_recovery(bytes(32))
    with pytest.raises(Locked):
        restore(tmp_path / "b.tidings", tmp_path / "new", other)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tidings", "registry"]


def test_a_damaged_backup_restores_nothing(registry, recovery, tmp_path):
    file = tmp_path / "b.tidings"
    backup(file)
    whole = file.read_bytes()
    damaged = [whole[:-1], whole[: len(whole) // 2], whole + b"x", whole[:300], whole[:19]]
    for position in [18, 200, *(secrets.randbelow(len(whole)) for _ in range(20))]:
        altered = bytearray(whole)
        altered[position] ^= 1
        damaged.append(bytes(altered))
    for content in damaged:
        file.write_bytes(content)
        with pytest.raises((CheckFailed, Locked, UnreadableFile)):
            restore(file, tmp_path / "new", recovery)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tidings", "registry"]


def test_evidence_that_was_altered_is_found_when_restoring(registry, recovery, tmp_path):
    blob = next((registry.path / "evidence").glob("??/*"))
    *whole, last = blob.read_bytes()
    blob.write_bytes(bytes([*whole, last ^ 1]))
    backup(tmp_path / "b.tidings")
    with pytest.raises(CheckFailed, match="altered"):
        restore(tmp_path / "b.tidings", tmp_path / "new", recovery)
    assert not (tmp_path / "new").exists()


def test_nothing_is_overwritten(registry, recovery, tmp_path):
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(WrongUse):
        backup(tmp_path / "mine")
    with pytest.raises(WrongUse):
        backup(registry.path / "inside")
    with pytest.raises(WrongUse):
        backup(tmp_path / "no such folder" / "b")
    backup(tmp_path / "b.tidings")
    with pytest.raises(WrongUse):
        restore(tmp_path / "b.tidings", registry.path, recovery)
    assert (tmp_path / "mine").read_text() == "mine"


def test_what_a_cut_off_backup_left_is_swept_away_by_the_next(registry, recovery, tmp_path):
    (tmp_path / "b.tidings.part").write_bytes(b"half")
    (registry.path / "snapshot.part").write_bytes(b"half")
    backup(tmp_path / "b.tidings")
    assert not (tmp_path / "b.tidings.part").exists()
    assert not (registry.path / "snapshot.part").exists()


@pytest.mark.slow
def test_memory_stays_bounded_whatever_the_evidence_weighs(registry, recovery, tmp_path):
    for _ in range(8):
        registry.blobs.put(secrets.token_bytes(24 << 20))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    backup(tmp_path / "b.tidings")
    restore(tmp_path / "b.tidings", tmp_path / "new", recovery)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert after - before < 64 * 1024  # KiB; the evidence is 192 MiB


BACKER = """
import sys
from pathlib import Path
from tidings.registry import folder
folder.configure()
folder.open_with_key(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
from tidings.registry.backup import backup
print("begins", flush=True)
backup(Path(sys.argv[3]))
"""


@pytest.mark.scale
def test_a_killed_backup_leaves_a_whole_file_or_none_and_the_next_one_works(
    registry, recovery, tmp_path
):
    for _ in range(4):
        registry.blobs.put(secrets.token_bytes(16 << 20))
    path, key, file = registry.path, folder.key_in_use(), tmp_path / "b.tidings"
    folder.lock()
    for turn in range(10):
        backer = subprocess.Popen(
            [sys.executable, "-c", BACKER, str(path), key.hex(), str(file)],
            stdout=subprocess.PIPE,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "tidings.registry.settings"},
        )
        backer.stdout.readline()
        time.sleep(0.03 * turn)
        backer.send_signal(signal.SIGKILL)
        backer.communicate()
        if file.exists():
            restore(file, tmp_path / f"new{turn}", recovery)
            file.unlink()
    folder.open_with_key(path, key)
    assert not ledger.verify().problem
    assert backup(file).evidence == 5
    restore(file, tmp_path / "new", recovery)
    assert not (tmp_path / "b.tidings.part").exists()
