"""What a reader proposed, and what a person made of it: accept, correct, reject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tidings.registry.act import recording
from tidings.registry.models import Draft, DraftVerdict, Source, Statement
from tidings.registry.payload import corrected, to_statement
from tidings.values import Level, WrongUse

OPEN, ACCEPTED, REJECTED = Draft.OPEN, Draft.ACCEPTED, Draft.REJECTED


def accepted_rows(
    drafts: Iterable[tuple[int, Mapping[str, Any]]], source_id: int, level: Level
) -> list[dict[str, Any]]:
    """The statement rows for (draft id, payload) pairs of one source."""
    return [
        to_statement(payload, source_id=source_id, draft_id=draft_id, level=level)
        for draft_id, payload in drafts
    ]


def accept(draft_id: int, *, actor: str, corrections: Mapping[str, Any] | None = None) -> int:
    """Record the draft as a statement, with a person's corrections; returns the statement's id.

    The draft itself stays as the reader proposed it. Raises WrongUse for a draft that is not
    open or a field that cannot be corrected, BadInput for a value that cannot be.
    """
    draft = _open_draft(draft_id)
    payload = corrected(draft.payload, corrections or {})
    reason = "corrected" if corrections else ""
    with recording(actor, "accept draft", reason) as act:
        rows = accepted_rows([(draft.id, payload)], draft.source_id, Level(draft.source.level))
        (statement_id,) = act.insert(Statement, rows)
        act.insert(DraftVerdict, [{"draft_id": draft.id, "verdict": ACCEPTED}])
        _set_state([draft.id], ACCEPTED)
    return statement_id


def reject(draft_id: int, *, actor: str, reason: str = "") -> int:
    """Set the draft aside; returns the act's id, which can be undone."""
    draft = _open_draft(draft_id)
    with recording(actor, "reject draft", reason) as act:
        act.insert(DraftVerdict, [{"draft_id": draft.id, "verdict": REJECTED}])
        _set_state([draft.id], REJECTED)
    return act.id


def accept_all(source_id: int, *, actor: str) -> int:
    """Record every open draft of a source as one act; returns how many there were."""
    source = Source.live.get(pk=source_id)
    drafts = list(Draft.live.filter(source_id=source_id, state=OPEN).order_by("id"))
    if not drafts:
        return 0
    pairs = [(draft.id, draft.payload) for draft in drafts]
    ids = [draft.id for draft in drafts]
    with recording(actor, "accept drafts") as act:
        act.insert(Statement, accepted_rows(pairs, source_id, Level(source.level)))
        act.insert(DraftVerdict, [{"draft_id": each, "verdict": ACCEPTED} for each in ids])
        _set_state(ids, ACCEPTED)
    return len(ids)


def refresh_states(draft_ids: Iterable[int]) -> None:
    """Set each draft's state to what its latest verdict that still stands says."""
    for draft_id in draft_ids:
        verdict = DraftVerdict.live.filter(draft_id=draft_id).order_by("-id").first()
        _set_state([draft_id], verdict.verdict if verdict else OPEN)


def wrong_states() -> list[int]:
    """Drafts in force whose state is not that of their newest verdict in force."""
    verdicts = DraftVerdict.live.order_by("id").values_list("draft_id", "verdict")
    decided = dict(verdicts.iterator())
    states = Draft.live.order_by("id").values_list("id", "state")
    return [draft for draft, state in states.iterator() if state != decided.get(draft, OPEN)]


def _open_draft(draft_id: int) -> Draft:
    draft = Draft.live.select_related("source").filter(pk=draft_id).first()
    if draft is None:
        raise WrongUse("There is no such draft.", "Its import may have been undone.")
    if draft.state != OPEN:
        raise WrongUse(f"This draft is already {draft.state}.", "Undo that first to change it.")
    return draft


def _set_state(draft_ids: list[int], state: str) -> None:
    Draft.objects.filter(pk__in=draft_ids).update(state=state)
