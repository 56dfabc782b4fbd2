"""Which things known a bound rests on, and which contradict each other: a smallest set of them.

That a bound holds is shown by the clash of what is known with its contrary, so one search does
for both: take away one thing at a time, solve again, and leave out what was not needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.reckoning.atoms import atoms_of
from tidings.reckoning.problem import Problem
from tidings.reckoning.structure import Because
from tidings.reckoning.sums import Sums
from tidings.reckoning.system import Labels, Row

#: A proof of more pieces than this is not made smaller: it would take a solving for each.
MOST_PIECES = 40


@dataclass(frozen=True)
class Contrary:
    """That these announcements are of at most `high` or of at least `low` distinct people."""

    announcements: tuple[int, ...] = ()
    low: float = -np.inf
    high: float = np.inf

    def row(self, target: NDArray[np.float64]) -> tuple[Row, ...]:
        if not self.announcements:
            return ()
        return (
            Row({int(each): target[each] for each in np.flatnonzero(target)}, self.low, self.high),
        )


def smallest_clash(
    problem: Problem, contrary: Contrary = Contrary(), *, exact: bool
) -> tuple[Because, ...]:
    """A smallest set of pieces of a problem that contradict each other and the contrary; of
    none smaller is tried where that would take too long. `exact`: the atoms can be counted."""
    clash = _clash_of_sums(problem, contrary)
    if clash is None:
        clash = problem.pieces if exact else frozenset()
    if not clash or len(clash) > MOST_PIECES:
        return tuple(sorted(clash, key=_order))

    def clashes(pieces: Labels) -> bool:
        less = problem.only(pieces, contrary.announcements)
        return _clash_of_sums(less, contrary) is not None or (
            exact and not _feasible(less, contrary)
        )

    return tuple(sorted(_thinned(clash, clashes), key=_order))


def _thinned(pieces: Labels, clashes: Callable[[Labels], bool]) -> Labels:
    """The pieces that remain when each that is not needed is left out; ties go first, so that
    the figures that are named are those that need the fewest."""
    for each in sorted(pieces, key=_order, reverse=True):
        if clashes(pieces - {each}):
            pieces = pieces - {each}
    return pieces


def _clash_of_sums(problem: Problem, contrary: Contrary) -> Labels | None:
    sums = Sums(problem)
    extra = contrary.row(sums.target(contrary.announcements)) if contrary.announcements else ()
    return sums.system(contrary.announcements, *extra).conflict()


def _feasible(problem: Problem, contrary: Contrary) -> bool:
    """Whether it all fits; yes, as far as can be seen, where the atoms are too many."""
    atoms = atoms_of(problem)
    if atoms is None:
        return True
    extra = contrary.row(atoms.target(contrary.announcements)) if contrary.announcements else ()
    return atoms.system(contrary.announcements, *extra).feasible()


def _order(piece: Because) -> tuple[bool, int, str, int]:
    return piece.kind == "tie", piece.a, piece.kind, piece.b
