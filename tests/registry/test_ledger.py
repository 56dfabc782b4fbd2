"""Whatever is altered behind the door's back is found, and named."""

from itertools import product

import pytest
from django.db import connection, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.registry import ledger
from tidings.registry.act import recording
from tidings.registry.models import (
    Act,
    Decision,
    Draft,
    Mention,
    MentionName,
    Reversal,
    Source,
    Statement,
    Undone,
    recorded_models,
)
from tidings.values import show_id
from tidings.vault.merkle import root

TABLES = [Source, Mention, MentionName, Draft, Statement, Decision]


@pytest.fixture
def told(registry):
    """Three acts, with rows in the tables that matter most, and no triggers left."""
    with recording("Worker", "add", "a letter came") as act:
        (source,) = act.insert(Source, [{"title": "Письмо", "published_lo": "2018-03-01"}])
        a, b = act.insert(
            Mention,
            [{"source_id": source, "locator": f"A{i}", "cells": {"born": "C1"}} for i in (1, 2)],
        )
        act.insert(MentionName, [{"mention_id": a, "written": "Айгүл"}])
        act.insert(Draft, [{"source_id": source, "payload": {"event": "detained", "n": 1.5}}])
    with recording("Worker", "accept") as act:
        act.insert(
            Statement,
            [{"source_id": source, "mention_id": a, "what": "detained", "figure_lo": 2001}],
        )
        act.insert(Decision, [{"a_id": a, "b_id": b, "verdict": "same", "weight": 7}])
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("PRAGMA ignore_check_constraints = ON")
    assert not ledger.verify().problem
    return registry


class tampering:
    """A change that is gone again after the block."""

    def __enter__(self):
        self._atomic = transaction.atomic()
        self._atomic.__enter__()
        return connection.cursor()

    def __exit__(self, *error):
        transaction.set_rollback(True)
        self._atomic.__exit__(*error)


def first_fault():
    return next(ledger.faults(), None)


def other(field, value):
    if isinstance(field, models.JSONField):
        return '{"event": "released"}'
    if isinstance(field, models.BinaryField):
        return bytes(byte ^ 1 for byte in value)
    if isinstance(field, models.DateField):
        return "1999-01-01"
    if isinstance(field, models.CharField | models.TextField):
        return f"{value}x"
    return (value or 0) + 1


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.db_table)
def test_a_change_in_any_column_of_any_table_is_found_and_the_row_named(told, model):
    row = model.objects.last()
    for field in model._meta.concrete_fields:
        if field.column in ({"id", "act_id"} | model.changing):
            continue
        with tampering() as cursor:
            value = other(field, getattr(row, field.attname))
            sql = f'UPDATE "{model._meta.db_table}" SET "{field.column}" = %s WHERE id = %s'
            cursor.execute(sql, [value, row.id])
            fault = first_fault()
            assert fault is not None, field.column
            assert (fault.act, fault.table, fault.row) == (
                row.act_id,
                model._meta.db_table,
                row.id,
            )
            assert show_id(row.id) in ledger.verify().problem
    assert not ledger.verify().problem


def test_a_row_that_is_gone_or_moved_to_another_act_is_found(told):
    for model, sql in product(TABLES, ["DELETE FROM {}", "UPDATE {} SET act_id = act_id - 1"]):
        with tampering() as cursor:
            cursor.execute(sql.format(model._meta.db_table))
            assert first_fault() is not None, model


def test_a_row_slipped_into_an_old_act_is_found_though_it_is_sealed(told):
    columns = ", ".join(f'"{field.column}"' for field in MentionName._meta.concrete_fields[1:])
    with tampering() as cursor:
        cursor.execute(
            f"INSERT INTO mention_name (id, {columns}) SELECT id + 1, {columns} FROM mention_name"
        )
        assert MentionName.objects.count() == 2
        assert {fault.act for fault in ledger.faults()} == {MentionName.objects.first().act_id}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("mention_name", "written", "CAST(x'ff' AS TEXT)"),
        ("source", "published_lo", "'the third of May'"),
        ("draft", "payload", "'{'"),
        ("statement", "figure_lo", "'many'"),
        ("act", "reason", "CAST(x'ff' AS TEXT)"),
    ],
)
def test_a_row_that_can_no_longer_be_read_is_named(told, table, column, value):
    with tampering() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = {value}")
        assert first_fault().table == table


def test_a_change_to_any_act_even_the_newest_is_found(told):
    fields = [field for field in Act._meta.concrete_fields if field.column != "id"]
    for act, field in product(Act.objects.all(), fields):
        value = other(field, getattr(act, field.attname))
        if isinstance(field, models.DateTimeField):
            value = "1999-01-01 00:00:00"
        with tampering() as cursor:
            cursor.execute(f'UPDATE act SET "{field.column}" = %s WHERE id = %s', [value, act.id])
            assert first_fault().act == act.id, field.column


def test_an_act_that_was_cut_out_is_found_by_the_next(told):
    middle = Act.objects.all()[1].id
    with tampering() as cursor:
        cursor.execute("DELETE FROM act WHERE id = %s", [middle])
        assert "removed" in " ".join(fault.what for fault in ledger.faults())


def test_acts_cut_off_at_the_end_are_found_by_whoever_noted_a_checkpoint(told):
    noted = ledger.checkpoint()
    last = Act.objects.last().id
    with tampering() as cursor:
        for model in recorded_models():
            cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE act_id = {last}")
        cursor.execute(f"DELETE FROM act WHERE id = {last}")
        assert ledger.verify().acts == noted.acts - 1
        assert "checkpoint" in ledger.verify(noted).problem


def test_a_checkpoint_holds_when_acts_are_added(told):
    noted = ledger.checkpoint()
    with recording("Worker", "note"):
        pass
    assert ledger.verify(noted).acts == noted.acts + 1
    assert ledger.root() == root([bytes(act.leaf) for act in Act.objects.all()]) != noted.root


def test_an_act_brought_back_in_secret_is_found(told):
    undone = Act.objects.all()[1].id
    with recording("Worker", "undo") as act:
        act.insert(Reversal, [{"undoes_id": undone}])
    assert not ledger.verify().problem
    Undone.objects.all().delete()
    assert show_id(undone) in ledger.verify().problem


def test_a_row_that_cannot_be_read_hides_no_other_fault(told, monkeypatch):
    monkeypatch.setattr(ledger, "_ROWS_AT_ONCE", 4)
    with recording("Worker", "add") as act:
        act.insert(Source, [{"title": f"Source {i}"} for i in range(30)])
    ids = list(Source.objects.values_list("id", flat=True))
    with tampering() as cursor:
        for i in (9, 20):
            cursor.execute(f"UPDATE source SET title = CAST(x'ff' AS TEXT) WHERE id = {ids[i]}")
        cursor.execute(f"UPDATE source SET title = 'other' WHERE id = {ids[25]}")
        found = [fault.row for fault in ledger.faults() if fault.row]
        assert found == [ids[9], ids[20], ids[25]]
        assert [f.what for f in ledger.faults() if not f.row] == [
            "a row of it was changed, added or removed"
        ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_one_flipped_bit_anywhere_in_a_text_is_found(told, data):
    model = data.draw(st.sampled_from([Source, Mention, MentionName, Statement]))
    row = model.objects.first()
    field = data.draw(
        st.sampled_from(
            [
                each
                for each in model._meta.concrete_fields
                if isinstance(each, models.CharField | models.TextField)
                and getattr(row, each.attname)
            ]
        )
    )
    content = bytearray(getattr(row, field.attname).encode())
    bit = data.draw(st.integers(0, len(content) * 8 - 1))
    content[bit // 8] ^= 1 << bit % 8
    with tampering() as cursor:
        cursor.execute(
            f'UPDATE "{model._meta.db_table}" SET "{field.column}" = CAST(%s AS TEXT) '
            "WHERE id = %s",
            [bytes(content), row.id],
        )
        fault = first_fault()
        assert (fault.table, fault.row) == (model._meta.db_table, row.id)
