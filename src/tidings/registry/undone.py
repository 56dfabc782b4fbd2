"""Which acts are not in force: those that a reversal in force takes back."""

from __future__ import annotations

from collections.abc import Iterable

from tidings.registry.models import Reversal, Undone


def rebuild() -> None:
    """Compute the table `undone` again. Reversals are few."""
    Undone.objects.all().delete()
    Undone.objects.bulk_create([Undone(act_id=act) for act in sorted(computed())])


def computed() -> set[int]:
    """The acts not in force, from the recorded reversals alone."""
    return taken_back(Reversal.objects.order_by("-id").values_list("act_id", "undoes_id"))


def taken_back(reversals: Iterable[tuple[int, int]]) -> set[int]:
    """From (reversing act, act it takes back), newest first: an undo that was itself undone
    takes nothing back. A reversal is always newer than what it reverses, so one pass does."""
    gone: set[int] = set()
    for act, undoes in reversals:
        if act not in gone:
            gone.add(undoes)
    return gone
