"""Whom one announcement covers in the light of those that it is tied to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tidings.reckoning.announcement import Announcement
from tidings.reckoning.covering import Coverer, Reason
from tidings.reckoning.standing import states
from tidings.reckoning.structure import Because, joined, structure_of
from tidings.reckoning.ties import find_ties
from tidings.values import Tie

Reasons = NDArray[np.uint8]


def reasons_together(
    wanted: int,
    announcements: Sequence[Announcement],
    coverer: Coverer,
    decided: Iterable[tuple[int, int, Tie]] = (),
) -> Reasons:
    """A `Reason` for each of the people. What the announcement itself says of a person comes
    first; then who is in a part is in it, who is not in a whole that holds it is not, nor who is
    in one that is apart from it; and a repeat of it says what it says.
    """
    by_id = {each.id: each for each in announcements}
    codes = coverer.reasons(by_id[wanted])
    ties = _ties_around(wanted, announcements, decided)
    members = sorted({end for tie in ties for end in (tie.a, tie.b)} | {wanted})
    structure = structure_of(members, ties, ())
    own = structure.place[wanted]
    for each in members:
        at = structure.place[each]
        if each == wanted or not (
            structure.inside[at, own] or structure.inside[own, at] or structure.apart[own, at]
        ):
            continue
        theirs = coverer.reasons(by_id[each])
        if at == own:
            _fill(codes, theirs, _certain(theirs) | _impossible(theirs))
        elif structure.inside[at, own]:
            _fill(codes, Reason.COUNTED_IN_A_PART, _certain(theirs))
        elif structure.inside[own, at]:
            _fill(codes, Reason.OUTSIDE_THE_WHOLE, _impossible(theirs))
        if structure.apart[own, at]:
            _fill(codes, Reason.COUNTED_APART, _certain(theirs))
    return codes


def _ties_around(
    wanted: int, announcements: Sequence[Announcement], decided: Iterable[tuple[int, int, Tie]]
) -> list[Because]:
    """The ties that hold among the announcements connected with this one."""
    state = states(announcements)
    reckoned = [each for each in announcements if state[each.id].reckoned]
    ties = [each for each in find_ties(reckoned, decided) if each.tie is not Tie.UNRELATED]
    groups = joined([each.id for each in announcements], [(each.a, each.b) for each in ties])
    around = next(group for group in groups if wanted in group)
    return [Because("tie", each.a, each.b, each.tie) for each in ties if each.a in around]


def _certain(codes: Reasons) -> NDArray[np.bool_]:
    return (codes >= Reason.SAID_WITHIN) & ~_impossible(codes)


def _impossible(codes: Reasons) -> NDArray[np.bool_]:
    return codes >= Reason.DIED_BEFORE


def _fill(codes: Reasons, reasons: Reasons | Reason, where: NDArray[np.bool_]) -> None:
    """Where nothing is certain yet, what another announcement makes certain."""
    free = where & (codes < Reason.SAID_WITHIN)
    codes[free] = reasons[free] if isinstance(reasons, np.ndarray) else reasons
