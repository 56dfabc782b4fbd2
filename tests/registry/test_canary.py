"""A marker in every private column appears in no file of the registry, nor anywhere else."""

import tempfile
from pathlib import Path

import pytest
from django.db import connection, models

from tidings.registry import folder
from tidings.registry.act import recording
from tidings.registry.backup import backup
from tidings.registry.models import Act, Mention, Statement, Unfinished, recorded_models
from tidings.registry.rows import shape_of
from tidings.values import Locked

MARKER = "CANARY-ерлан-叶尔兰-9b41"
FORMS = [
    MARKER.encode(),
    MARKER.encode("utf-16-le"),
    MARKER.encode("ascii", "backslashreplace"),
    b"CANARY",
]

OTHERWISE = {
    "evidence": {"padded_size": 1},
    "draft_verdict": {"verdict": "accepted"},
    "decision": {"verdict": "same"},
    "released": {"padded_size": 1, "audience": MARKER},
    "consent": {"audience": MARKER},
}
#: Rows need an earlier row of their own table for these, or two of another.
SELF = ("replaces_id", "withdraws_id")


def filled_row(model, ids):
    """A row with the marker in each column that may hold any text, and links that hold."""
    row = {}
    for field in model._meta.concrete_fields:
        if field.column not in shape_of(model).checks or field.column in SELF:
            continue
        if field.is_relation:
            row[field.column] = ids[field.related_model._meta.db_table]
        elif isinstance(field, models.JSONField):
            row[field.column] = [MARKER]
        elif isinstance(field, models.TextField):
            row[field.column] = MARKER
    return row | OTHERWISE.get(model._meta.db_table, {})


@pytest.fixture
def marked(registry):
    """A registry with a marked row in every recorded table, evidence and an unfinished form."""
    blob = registry.blobs.put(MARKER.encode() * 100)
    sealed = {"blob_name": blob.name, "blob_key": blob.key, "sha256": blob.sha256}
    ids = {"act": Act.objects.get().id}
    with recording(MARKER, "add", MARKER) as act:
        for model in recorded_models():
            table = model._meta.db_table
            row = filled_row(model, ids) | (sealed if "blob_name" in shape_of(model).checks else {})
            if table == "announcement_tie":
                row["b_id"] = act.insert(Statement, [filled_row(Statement, ids)])[0]
            if table == "decision":
                row["b_id"] = act.insert(Mention, [filled_row(Mention, ids)])[0]
            (ids[table],) = act.insert(model, [row])
    Unfinished.objects.create(worker=MARKER, form={"told": MARKER})
    return registry


def assert_unmarked(path):
    for file in Path(path).rglob("*"):
        assert "CANARY" not in file.name
        if file.is_file():
            data = file.read_bytes()
            for form in FORMS:
                assert form not in data, file


def test_no_file_holds_what_was_recorded(marked, tmp_path, monkeypatch, capfd):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setenv("SQLITE_TMPDIR", str(scratch))
    assert (marked.path / "registry.db-wal").stat().st_size > 0
    assert_unmarked(tmp_path)
    with connection.cursor() as cursor:  # large sorts and rebuilds spill, if anything does
        cursor.execute("SELECT count(*) FROM (SELECT title FROM source ORDER BY title)")
        cursor.execute("VACUUM")
    marked.slots.add_recovery(folder.key_in_use())
    backup(tmp_path / "b.tidings")
    assert_unmarked(tmp_path)
    path = marked.path
    folder.lock()
    with pytest.raises(Locked):
        folder.open_with_key(path, bytes(32))
    assert_unmarked(tmp_path)
    assert capfd.readouterr() == ("", "")
