"""The exact form: one variable for each way in which a person can be in some chains and not in
others (an atom of the Venn diagram) that the ties allow.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tidings.reckoning.problem import Problem
from tidings.reckoning.structure import Structure
from tidings.reckoning.system import Row, System

#: With more atoms or chains than this the problem is solved by sums instead.
MOST_ATOMS, MOST_CHAINS = 600, 40

Membership = NDArray[np.bool_]


@dataclass(frozen=True)
class Atoms:
    """`within[t, i]`: whether atom t lies in chain i."""

    problem: Problem
    within: Membership

    def target(self, announcements: Collection[int]) -> NDArray[np.float64]:
        """Counts the distinct people of these announcements together."""
        chains = self.problem.chains_of(announcements)
        return self._in_any(chains).astype(np.float64)

    def system(self, announcements: Collection[int], *extra: Row) -> System:
        """All that is known, and of the distinct people of these announcements together."""
        chains = self.problem.chains_of(announcements)
        if len(chains) < 2 and not extra:
            return self._base
        union = _at_least(self._in_any(chains), self.problem.surely_in(chains))
        return System(len(self.within), [*self._always, union, *extra])

    @cached_property
    def _always(self) -> list[Row]:
        return [*self._figures(), *self._people()]

    @cached_property
    def _base(self) -> System:
        return System(len(self.within), self._always)

    def _in_any(self, chains: Sequence[int]) -> NDArray[np.bool_]:
        return np.asarray(self.within[:, chains].any(axis=1))

    def _figures(self) -> list[Row]:
        place, figures = self.problem.structure.place, self.problem.figures
        rows = []
        for piece in (*self.problem.of("at_least"), *self.problem.of("at_most")):
            terms = _terms(self.within[:, place[piece.a]])
            figure = figures[piece.a]
            low = float(figure.low or 0) if piece.kind == "at_least" else -np.inf
            high = float(figure.high or 0) if piece.kind == "at_most" else np.inf
            rows.append(Row(terms, low, high))
        return rows

    def _people(self) -> list[Row]:
        """Named people: at least the certain are in a chain, and whoever is surely in one and not
        in another is in the one alone."""
        everyone = range(len(self.problem.structure.chains))
        rows = [
            _at_least(self.within[:, i], count)
            for i in everyone
            if (count := self.problem.surely_in([i]))
        ]
        rows += [
            _at_least(self.within[:, i] & ~self.within[:, j], int(self.problem.beyond[i, j]))
            for i, j in np.argwhere(self.problem.beyond)
        ]
        return rows


def atoms_of(problem: Problem) -> Atoms | None:
    """The atoms that the ties allow; None when they are too many."""
    if len(problem.structure.chains) > MOST_CHAINS:
        return None
    within = _allowed(problem.structure)
    return None if within is None else Atoms(problem, within)


def _allowed(structure: Structure) -> Membership | None:
    """Every membership that the ties allow, that in no chain at all too: (atoms, chains)."""
    size = len(structure.chains)
    # Wholes before their parts: what is not in the whole need not be tried in the part.
    order = np.argsort(-structure.inside.sum(axis=0), kind="stable")
    found = np.zeros((1, size), bool)
    for done, chain in enumerate(order):
        added = found.copy()
        added[:, chain] = True
        before = order[:done]
        allowed = ~(found & structure.apart[chain]).any(axis=1)
        allowed &= not structure.apart[chain, chain]
        allowed &= (found[:, before] | ~structure.inside[chain, before]).all(axis=1)
        # An equal chain before this one holds it in turn.
        kept = (~found[:, before] | ~structure.inside[before, chain]).all(axis=1)
        found = np.concatenate([found[kept], added[allowed]])
        if len(found) > 8 * MOST_ATOMS:
            return None
    for whole, shares in structure.families:
        found = found[~found[:, whole] | found[:, list(shares)].any(axis=1)]
    return None if len(found) > MOST_ATOMS else found


def _terms(atoms: NDArray[np.bool_]) -> dict[int, float]:
    return {int(each): 1.0 for each in np.flatnonzero(atoms)}


def _at_least(atoms: NDArray[np.bool_], count: int) -> Row:
    return Row(_terms(atoms), float(count), np.inf)
