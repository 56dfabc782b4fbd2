"""The one write door: whole acts, in order, with their rows sealed."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connections

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
    Testifier,
)
from tidings.values import SourceKind, WrongUse


def add_mentions(count=3, **source):
    with recording("Worker", "add", "a list came") as act:
        (source_id,) = act.insert(Source, [{"kind": SourceKind.LIST, "title": "A list", **source}])
        ids = act.insert(
            Mention, [{"source_id": source_id, "locator": f"A{i}"} for i in range(count)]
        )
    return act.id, source_id, ids


def undo(act_id):
    with recording("Worker", "undo", "a mistake") as act:
        act.insert(Reversal, [{"undoes_id": act_id}])
    return act.id


def test_rows_keep_the_order_in_which_they_were_given(registry):
    _, _, ids = add_mentions(500)
    assert ids == sorted(set(ids))
    assert list(Mention.objects.values_list("locator", flat=True)) == [f"A{i}" for i in range(500)]


def test_a_row_is_read_back_as_it_was_recorded(registry):
    with recording("Worker", "add") as act:
        act.insert(
            Source,
            [
                {
                    "kind": SourceKind.ARTICLE,
                    "title": "Новости “日报” – خەۋەر",
                    "publisher": None,
                    "published_lo": date(2018, 12, 1),
                    "published_hi": "2018-12-31",
                    "published_edtf": "2018-12",
                    "columns": [{"letter": "A", "role": "name"}],
                }
            ],
        )
    source = Source.objects.get()
    assert source.kind == "article"
    assert source.title == "Новости “日报” – خەۋەر"
    assert source.publisher == ""
    assert (source.published_lo, source.published_hi) == (date(2018, 12, 1), date(2018, 12, 31))
    assert source.columns == [{"letter": "A", "role": "name"}]
    assert source.level == "team"
    assert source.act.reason == ""


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"tilte": "x"}, "tilte"),
        ({"kind": "rumour"}, "rumour"),
        ({"id": 5}, "id"),
        ({"salt": b"0" * 16}, "salt"),
    ],
)
def test_a_row_that_the_table_does_not_know_is_refused_by_name(registry, row, word):
    with pytest.raises(WrongUse, match=word), recording("Worker", "add") as act:
        act.insert(Source, [row])


def test_a_missing_column_is_named(registry):
    with pytest.raises(WrongUse, match="source_id"), recording("Worker", "add") as act:
        act.insert(Mention, [{"place": "Emin"}])


def test_an_act_that_fails_leaves_nothing(registry):
    before = ledger.checkpoint()
    with pytest.raises(WrongUse), recording("Worker", "add") as act:
        act.insert(Source, [{"title": "half"}, {"titel": "the other half"}])
    assert not Source.objects.exists()
    assert ledger.checkpoint() == before


def test_a_row_that_refers_to_nothing_fails_its_whole_act(registry):
    with pytest.raises(IntegrityError), recording("Worker", "add") as act:
        act.insert(Mention, [{"source_id": 12345}])
    assert Act.objects.count() == 1


def test_a_row_outside_an_act_is_refused(registry):
    with pytest.raises(IntegrityError):
        Testifier.objects.create(act_id=99, salt=b"0" * 16, commitment=b"0" * 32)


def test_the_words_of_drafts_and_decisions_are_kept_by_the_database(registry):
    _, source_id, (a, b, _) = add_mentions()
    with pytest.raises(IntegrityError), recording("Worker", "add") as act:
        act.insert(Draft, [{"source_id": source_id, "payload": {}, "state": "perhaps"}])
    with pytest.raises(IntegrityError), recording("Worker", "decide") as act:
        act.insert(Decision, [{"a_id": b, "b_id": a, "verdict": "same"}])


def test_an_act_within_an_act_is_refused(registry):
    with (
        pytest.raises(WrongUse),
        recording("Worker", "add"),
        recording("Worker", "add"),
    ):
        pass


def test_an_undone_act_is_out_of_force_with_all_that_stands_on_it(registry):
    act_id, source_id, (a, *_) = add_mentions()
    with recording("Worker", "accept") as later:
        later.insert(MentionName, [{"mention_id": a, "written": "Айгүл"}])
        later.insert(Statement, [{"source_id": source_id, "mention_id": a, "what": "detained"}])
    undoing = undo(act_id)
    for model in (Source, Mention, MentionName, Statement):
        assert model.objects.exists()
        assert not model.live.exists()
    undo(undoing)
    assert Mention.live.count() == 3
    assert MentionName.live.count() == Statement.live.count() == 1


def test_an_undo_of_an_undo_of_an_undo_takes_the_act_back(registry):
    act_id, _, _ = add_mentions()
    undo(undo(undo(act_id)))
    assert not Mention.live.exists()


def test_a_replaced_row_is_out_of_force_until_the_newer_is_taken_back(registry):
    _, source_id, (old, *_) = add_mentions(1)
    with recording("Worker", "correct") as act:
        act.insert(MentionName, [{"mention_id": old, "written": "Айгул"}])
        (new,) = act.insert(Mention, [{"source_id": source_id, "replaces_id": old}])
        act.insert(MentionName, [{"mention_id": new, "written": "Айгүл"}])
    assert [name.written for name in MentionName.live.all()] == ["Айгүл"]
    assert [mention.id for mention in Mention.live.all()] == [new]
    undo(act.id)
    assert [mention.id for mention in Mention.live.all()] == [old]


def test_acts_keep_their_order_when_the_clock_goes_back(registry, monkeypatch):
    add_mentions()
    last = Act.objects.last().id
    monkeypatch.setattr("tidings.registry.act.new_id", lambda: last - 1_000_000)
    with recording("Worker", "note"):
        pass
    assert Act.objects.last().verb == "note"
    assert not ledger.verify().problem


def test_two_threads_that_write_wait_for_one_another(registry):
    failures = []

    def write():
        try:
            for _ in range(20):
                add_mentions(2)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert Mention.objects.count() == 80
    assert ledger.verify().acts == 41
