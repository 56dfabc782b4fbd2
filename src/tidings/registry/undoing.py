"""Take an act back. Nothing is deleted: its rows cease to count, and the act that took it back
stands beside it.
"""

from __future__ import annotations

from tidings.registry import drafts, persons
from tidings.registry.act import recording
from tidings.registry.models import Act, DraftVerdict, Reversal
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
        touched = _drafts_touched(act_id)
        drafts.refresh_states(touched)
        persons.rebuild()
    return act.id


def _drafts_touched(act_id: int) -> list[int]:
    """The drafts that an act decided on, following a chain of undone undos to its first act."""
    while (reversal := Reversal.objects.filter(act_id=act_id).first()) is not None:
        act_id = reversal.undoes_id
    return list(DraftVerdict.objects.filter(act_id=act_id).values_list("draft_id", flat=True))
