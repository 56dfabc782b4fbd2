"""Announcements held against statements that do not stand any more."""

from __future__ import annotations

from announced import WORKER, add, announced, listing, notice, only, told

from tidings.registry import announcing, undoing
from tidings.registry.act import recording
from tidings.registry.columns import dated
from tidings.registry.models import Statement
from tidings.values import Event, Figure, parse_edtf


def test_what_was_undone_or_corrected_says_nothing_of_a_person(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    listed = add(listing(told("A", Event.RELEASED, "2018-05")))
    assert only(announcing.reckoned()).count.certain == 1
    first = Statement.live.get(what=Event.RELEASED, mention__isnull=False)
    second = corrected(first, "2019")
    assert only(announcing.reckoned()).count.certain == 0
    third = corrected(second, "2020")
    assert only(announcing.reckoned()).count.certain == 0
    undoing.undo(third.act_id, actor=WORKER, reason="a slip")
    undoing.undo(second.act_id, actor=WORKER, reason="a slip")
    assert only(announcing.reckoned()).count.certain == 1
    undoing.undo(listed.act_id, actor=WORKER, reason="the wrong file")
    assert only(announcing.reckoned()).count.certain == 0


def corrected(statement: Statement, when: str) -> Statement:
    """The same said of another time, in place of what was recorded first."""
    row = {
        "source_id": statement.source_id,
        "mention_id": statement.mention_id,
        "what": statement.what,
        "mode": statement.mode,
        "replaces_id": statement.id,
        **dated("held", parse_edtf(when)),
    }
    with recording(WORKER, "correct") as act:
        (found,) = act.insert(Statement, [row])
    return Statement.objects.get(pk=found)
