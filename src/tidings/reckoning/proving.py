"""Which things known a bound rests on, and which contradict each other: a smallest set of them.

That a bound holds is shown by the clash of what is known with its contrary, so one search does
for both: take away one thing at a time, solve again, and leave out what was not needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tidings.reckoning.atoms import Atoms, atoms_of
from tidings.reckoning.problem import Problem
from tidings.reckoning.structure import Because
from tidings.reckoning.sums import Sums
from tidings.reckoning.system import Labels, Row

#: A proof of more pieces than this is not made smaller: that takes a solving for each.
MOST_PIECES = 40


@dataclass(frozen=True)
class Contrary:
    """That these announcements are of at most `high` or of at least `low` distinct people."""

    announcements: tuple[int, ...] = ()
    low: float = -np.inf
    high: float = np.inf


def smallest_clash(
    problem: Problem, contrary: Contrary = Contrary(), *, exact: bool
) -> tuple[Because, ...]:
    """Pieces of a problem that contradict each other and the contrary: a smallest set of them
    where the atoms can be counted (`exact`) and the pieces are not too many."""
    clash = _clash_of_sums(problem, contrary)
    if clash is None:
        clash = problem.pieces if exact else frozenset()
    if not exact or not clash or len(clash) > MOST_PIECES:
        return tuple(sorted(clash, key=_order))

    def clashes(pieces: Labels) -> bool:
        less = problem.only(pieces, contrary.announcements)
        sums = Sums(less)
        fits = sums.system(contrary.announcements, *_rows(contrary, sums)).fits_fractions()
        return not fits or not _feasible(less, contrary)

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
    return sums.system(contrary.announcements, *_rows(contrary, sums)).conflict()


def _feasible(problem: Problem, contrary: Contrary) -> bool:
    """Whether it all fits; yes, as far as can be seen, where the atoms are too many."""
    atoms = atoms_of(problem)
    if atoms is None:
        return True
    return atoms.system(contrary.announcements, *_rows(contrary, atoms)).feasible()


def _rows(contrary: Contrary, form: Atoms | Sums) -> tuple[Row, ...]:
    """The contrary as a row of a form."""
    if not contrary.announcements:
        return ()
    target = form.target(contrary.announcements)
    terms = {int(each): float(target[each]) for each in np.flatnonzero(target)}
    return (Row(terms, contrary.low, contrary.high),)


def _order(piece: Because) -> tuple[bool, int, str, int]:
    return piece.kind == "tie", piece.a, piece.kind, piece.b
