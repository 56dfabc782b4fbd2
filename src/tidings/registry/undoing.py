"""Take an act back. Nothing is deleted: its rows cease to count, and the act that took it back
stands beside it.
"""

from __future__ import annotations

from itertools import chain

from tidings.registry import drafts, persons
from tidings.registry.act import recording
from tidings.registry.models import Act, Decision, DraftVerdict, Mention, Reversal, Source
from tidings.values import WrongUse


def undo(act_id: int, *, actor: str, reason: str) -> int:
    """Take back the act and return the id of the act that did so.

    What was known before it is known again, exactly: persons, drafts and profiles are computed
    from rows whose act still stands. Undoing an undo brings the first act back. Raises WrongUse
    when there is no such act or it is already undone.
    """
    undone = Act.objects.filter(pk=act_id).first()
    if undone is None:
        raise WrongUse("There is no such act.", "The history lists the acts and their ids.")
    if Reversal.live.filter(undoes_id=act_id).exists():
        raise WrongUse(
            "This act is already undone.", "To bring it back, undo the act that undid it."
        )
    with recording(actor, "undo", reason) as act:
        act.insert(Reversal, [{"undoes_id": act_id}])
        first = _first(act_id)
        verdicts = DraftVerdict.objects.filter(act_id=first)
        drafts.refresh_states(list(verdicts.values_list("draft_id", flat=True)))
        if any(model.objects.filter(act_id=first).exists() for model in (Source, Mention)):
            persons.rebuild()
        else:
            decided = Decision.objects.filter(act_id=first).values_list("a_id", "b_id")
            persons.refresh(chain.from_iterable(decided))
    return act.id


def _first(act_id: int) -> int:
    """The act that a chain of undone undos began with."""
    while (reversal := Reversal.objects.filter(act_id=act_id).first()) is not None:
        act_id = reversal.undoes_id
    return act_id
