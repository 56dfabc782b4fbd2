"""What is wrong is found, and said with what to do."""

import os
import time

import pytest
from django.db import connection

from tidings.registry import doctor, folder
from tidings.registry.act import recording
from tidings.registry.models import (
    Draft,
    Evidence,
    Membership,
    Mention,
    MentionName,
    NamePart,
    Source,
)


@pytest.fixture
def kept(registry):
    """A registry in order: a source with evidence, a mention, a draft, both key slots."""
    blob = registry.blobs.put(b"a letter")
    with recording("Worker", "add") as act:
        (source,) = act.insert(Source, [{"title": "A letter"}])
        row = {"blob_name": blob.name, "blob_key": blob.key, "sha256": blob.sha256}
        act.insert(Evidence, [row | {"source_id": source, "padded_size": blob.padded_size}])
        (mention,) = act.insert(Mention, [{"source_id": source}])
        act.insert(MentionName, [{"mention_id": mention, "written": "Айгүл"}])
        act.insert(Draft, [{"source_id": source, "payload": {}}])
    doctor.mend()
    registry.slots.add_recovery(folder.key_in_use())
    slot = registry.path / "keys" / "passphrase.age"
    slot.write_bytes(b"sealed")
    slot.chmod(0o600)
    return registry


def said():
    return " ".join(f"{finding.what} {finding.remedy}" for finding in doctor.check())


def problems():
    return [found for found in doctor.check() if found.severity == doctor.PROBLEM]


def age(path):
    long_ago = time.time() - 7200
    os.utime(path, (long_ago, long_ago))


def test_a_registry_in_order_has_no_problem(kept):
    assert problems() == []


def test_an_altered_and_a_missing_sealed_file_are_found(kept):
    blob = kept.blobs.path(Evidence.objects.get().blob_name)
    blob.write_bytes(blob.read_bytes() + b"x")
    assert "missing or was altered" in said()
    blob.unlink()
    assert "missing or was altered" in said()


def test_a_sealed_file_that_no_row_knows_is_removed_but_not_at_once(kept):
    orphan = kept.blobs.path(kept.blobs.put(b"cut off").name)
    assert "cut off" not in said()
    assert doctor.mend() == 0
    age(orphan)
    assert "cut off" in said()
    assert doctor.mend() == 1
    assert not orphan.exists()
    assert len(list(kept.blobs.names())) == 1


def test_leftovers_of_cut_off_runs_are_removed(kept):
    for name in ("snapshot.part", "keys/.passphrase.age.0000.part"):
        (kept.path / name).write_bytes(b"half")
        (kept.path / name).chmod(0o600)
        age(kept.path / name)
    assert "2 files are left" in said()
    assert doctor.mend() == 2
    assert problems() == []


def test_a_removed_guard_is_found(kept):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER mention_no_update")
    assert "mention_no_update" in said()


def test_an_altered_row_is_found(kept):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER source_no_update")
        cursor.execute("UPDATE source SET title = 'Another letter'")
    assert "content was changed" in said()


def test_projections_out_of_date_are_found_and_mended(kept):
    Membership.objects.all().delete()
    NamePart.objects.all().delete()
    Draft.objects.update(state="accepted")
    assert "list of persons" in said()
    assert "index of names" in said()
    assert "state of some drafts" in said()
    doctor.mend()
    assert problems() == []
    assert Draft.objects.get().state == "open"


def test_a_missing_key_slot_is_found(kept):
    (kept.path / "keys" / "recovery.age").unlink()
    assert "recovery.age is missing" in said()
    (kept.path / "keys" / "passphrase.age").unlink()
    assert "nobody can open" in said()


def test_a_file_that_others_can_read_is_found(kept):
    (kept.path / "settings.toml").chmod(0o644)
    assert "chmod" in said()


def test_a_damaged_database_is_found(kept):
    with recording("Worker", "add") as act:
        act.insert(Source, [{"title": "x" * 1000} for _ in range(200)])
    path, key = kept.path, folder.key_in_use()
    folder.lock()
    data = bytearray((path / "registry.db").read_bytes())
    data[-100] ^= 1  # in the last page: rows that opening does not read
    (path / "registry.db").write_bytes(data)
    folder.open_with_key(path, key)
    assert any(finding.what == "The database file is damaged." for finding in doctor.check())


def test_a_disk_that_memory_is_written_to_is_named(kept, tmp_path):
    swaps = tmp_path / "swaps"
    swaps.write_text("Filename Type Size Used Priority\n/dev/sda2 partition 1 0 -2\n")
    assert list(doctor._swap(kept, swaps))
    swaps.write_text("Filename Type Size Used Priority\n/dev/zram0 partition 1 0 100\n")
    assert not list(doctor._swap(kept, swaps))
