"""What is recorded is never changed or removed, through objects or through SQL."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, models

from tidings.registry.act import recording
from tidings.registry.models import (
    Act,
    AnnouncementTie,
    Answer,
    ColumnMapping,
    Consent,
    Correspondence,
    Coverage,
    Decision,
    Draft,
    DraftVerdict,
    Evidence,
    Mention,
    MentionName,
    MentionNumber,
    Organisation,
    Released,
    Reversal,
    Source,
    Statement,
    Testifier,
    recorded_models,
)

RECORDED = [Act, *recorded_models()]


@pytest.fixture
def filled(registry):
    """A registry with a row in every recorded table."""
    with recording("Worker", "add", "everything") as act:
        (testifier,) = act.insert(Testifier, [{"name": "T"}])
        (source,) = act.insert(Source, [{"title": "S", "testifier_id": testifier}])
        act.insert(
            Evidence,
            [
                {
                    "source_id": source,
                    "blob_name": "n",
                    "blob_key": "k",
                    "sha256": bytes(32),
                    "padded_size": 1,
                }
            ],
        )
        a, b = act.insert(Mention, [{"source_id": source}, {"source_id": source}])
        act.insert(MentionName, [{"mention_id": a, "written": "A"}])
        act.insert(MentionNumber, [{"mention_id": a, "kind": "phone", "written": "0"}])
        (draft,) = act.insert(Draft, [{"source_id": source, "payload": {"event": "detained"}}])
        act.insert(DraftVerdict, [{"draft_id": draft, "verdict": "accepted"}])
        detained = {"source_id": source, "mention_id": a, "what": "detained"}
        one, other = act.insert(Statement, [detained, detained])
        act.insert(Decision, [{"a_id": a, "b_id": b, "verdict": "same"}])
        act.insert(ColumnMapping, [{"origin": "o", "header": "h", "role": "name"}])
        fill_what_leaves(act, source, a, one, other)
        act.insert(Reversal, [{"undoes_id": Act.objects.get().id}])
    return act


def fill_what_leaves(act, source, mention, one, other):
    act.insert(Organisation, [{"name": "O"}])
    act.insert(Consent, [{"source_id": source, "mention_id": mention, "audience": "public"}])
    (letter,) = act.insert(Correspondence, [{"source_id": source, "body": "B"}])
    act.insert(Answer, [{"correspondence_id": letter, "outcome": "silent"}])
    blob = {"blob_name": "n", "blob_key": "k", "sha256": bytes(32), "padded_size": 1}
    act.insert(Released, [{"audience": "public", **blob}])
    act.insert(AnnouncementTie, [{"a_id": one, "b_id": other, "tie": "same"}])
    act.insert(Coverage, [{"announcement_id": one, "covered": "group_is_all"}])


def changed(field):
    if isinstance(field, models.BinaryField):
        return b"changed"
    if isinstance(field, models.CharField | models.TextField | models.JSONField):
        return "changed"
    if isinstance(field, models.BooleanField):
        return True
    if isinstance(field, models.DateTimeField):
        return "2001-02-03T00:00:00Z"
    return "2001-02-03" if isinstance(field, models.DateField) else 77


@pytest.mark.parametrize("model", RECORDED, ids=lambda model: model._meta.db_table)
def test_no_column_of_a_recorded_row_can_be_updated(filled, model):
    for field in model._meta.concrete_fields:
        if field.name in getattr(model, "changing", ()):
            continue
        with pytest.raises(DatabaseError, match="never changed"):
            model.objects.update(**{field.name: changed(field)})
        with pytest.raises(DatabaseError, match="never changed"), connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{model._meta.db_table}" SET "{field.column}" = 7')


@pytest.mark.parametrize("model", RECORDED, ids=lambda model: model._meta.db_table)
def test_no_recorded_row_can_be_saved_again_or_deleted(filled, model):
    row = model.objects.first()
    with pytest.raises(DatabaseError, match="never changed"):
        row.save()
    with pytest.raises((DatabaseError, models.ProtectedError)):
        row.delete()
    with pytest.raises(DatabaseError, match="never changed"), connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
    with pytest.raises(DatabaseError, match="never changed"):
        model.objects.all()._raw_delete(using="default")


@pytest.mark.parametrize("model", RECORDED, ids=lambda model: model._meta.db_table)
def test_no_recorded_row_can_be_replaced(filled, model):
    table = model._meta.db_table
    with pytest.raises(DatabaseError, match=r"never|closed"), connection.cursor() as cursor:
        cursor.execute(f'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}"')


def test_a_new_act_cannot_take_the_place_of_an_older_row(filled):
    table, old = Testifier._meta.db_table, Testifier.objects.get()
    columns = ", ".join(field.column for field in Testifier._meta.concrete_fields[2:])
    with (
        pytest.raises(DatabaseError, match="never changed"),
        recording("Worker", "add") as act,
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"INSERT OR REPLACE INTO {table} (id, act_id, {columns}) "
            f"SELECT id, {act.id}, {columns} FROM {table} WHERE id = {old.id}"
        )


@pytest.mark.parametrize("model", recorded_models(), ids=lambda model: model._meta.db_table)
def test_no_row_can_be_added_to_an_act_that_is_closed(filled, model):
    row = model.objects.first()
    row.id += 1
    with pytest.raises(DatabaseError, match="closed"):
        row.save(force_insert=True)


def test_only_the_state_of_a_draft_changes(filled):
    Draft.objects.update(state="accepted")
    Draft.objects.update(state="open")
    with pytest.raises(IntegrityError):
        Draft.objects.update(state="forgotten")
