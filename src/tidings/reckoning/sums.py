"""The short form: one variable for the size of each chain, and what ties say of their sums.

Every row is true of any sets of people that the ties allow, so its bounds hold; where announcements
overlap in ways that no tie orders they may be wider than those of the exact form. Each row knows
the pieces that it rests on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tidings.reckoning.problem import Problem
from tidings.reckoning.system import Labels, Row, System


@dataclass(frozen=True)
class Sums:
    """Variable i is the size of chain i; the last one counts the distinct people asked for."""

    problem: Problem

    @property
    def size(self) -> int:
        return len(self.problem.structure.chains) + 1

    def target(self, announcements: Collection[int]) -> NDArray[np.float64]:
        """Counts the distinct people of these announcements together."""
        target = np.zeros(self.size)
        chains = self.problem.chains_of(announcements)
        target[chains[0] if len(chains) == 1 else -1] = 1
        return target

    def system(self, announcements: Collection[int], *extra: Row) -> System:
        """All that is known, and of the distinct people of these announcements together."""
        chains = self.problem.chains_of(announcements)
        if len(chains) < 2 and not extra:
            return self._base
        union = self._union(chains) if len(chains) > 1 else ()
        return System(self.size, [*self._always, *union, *extra])

    @cached_property
    def _base(self) -> System:
        return System(self.size, self._always)

    @cached_property
    def _always(self) -> list[Row]:
        return [*self._figures(), *self._nested(), *self._families(), *self._people()]

    def _figures(self) -> Iterator[Row]:
        structure, figures = self.problem.structure, self.problem.figures
        for piece in (*self.problem.of("at_least"), *self.problem.of("at_most")):
            chain = structure.place[piece.a]
            figure = figures[piece.a]
            low = float(figure.low or 0) if piece.kind == "at_least" else -np.inf
            high = float(figure.high or 0) if piece.kind == "at_most" else np.inf
            yield Row({chain: 1.0}, low, high, self._ties([chain]) | {piece})

    def _nested(self) -> Iterator[Row]:
        """A part is no larger than the whole, nor are parts that are apart, together."""
        structure = self.problem.structure
        for inner, outer in self._steps():
            yield Row({outer: 1.0, inner: -1.0}, 0, np.inf, self._ties([inner, outer]))
        for whole in range(self.size - 1):
            parts = np.flatnonzero(structure.inside[:, whole])
            for clique in _cliques(structure.apart[np.ix_(parts, parts)]):
                some = [int(parts[each]) for each in clique]
                # They may be apart by ties to announcements elsewhere: it rests on all ties.
                yield self._sum(some, whole, high=np.inf, labels=self._ties())

    def _families(self) -> Iterator[Row]:
        for whole, shares in self.problem.structure.families:
            yield self._sum(shares, whole, high=0, labels=self._ties([whole, *shares]))

    def _people(self) -> Iterator[Row]:
        for chain in range(self.size - 1):
            if count := self.problem.surely_in([chain]):
                below = self._below([chain])
                yield Row({chain: 1.0}, count, np.inf, self._ties(below) | self._named(below))
        beyond = self.problem.beyond
        labels = frozenset((*self.problem.of("tie"), *self.problem.of("named")))
        if beyond.diagonal().any():  # surely in it and surely not: nothing fits
            yield Row({0: 0.0}, 1, np.inf, labels)
        for inner, outer in self._steps():
            if more := int(beyond[outer, inner]):
                yield Row({outer: 1.0, inner: -1.0}, more, np.inf, labels)

    def _union(self, chains: Sequence[int]) -> Iterator[Row]:
        """The distinct people of several chains: no fewer than of any, or of those apart; no more
        than of all, each counted with the largest whole that holds it."""
        structure, union = self.problem.structure, self.size - 1
        below = self._below(chains)
        for chain in chains:
            yield Row({union: 1.0, chain: -1.0}, 0, np.inf)
        for clique in _cliques(structure.apart[np.ix_(chains, chains)]):
            some = [chains[each] for each in clique]
            yield Row({union: 1.0, **dict.fromkeys(some, -1.0)}, 0, np.inf, self._ties())
        wholes = [j for j in range(union) if structure.inside[chains, j].all()]
        for whole in wholes:
            yield Row({whole: 1.0, union: -1.0}, 0, np.inf, self._ties())
        outer = _outermost(chains, structure.inside)
        terms = {union: -1.0, **dict.fromkeys(outer, 1.0)}
        yield Row(terms, 0, np.inf, self._ties(below))
        if count := self.problem.surely_in(chains):
            yield Row({union: 1.0}, count, np.inf, self._ties(below) | self._named(below))

    def _steps(self) -> list[tuple[int, int]]:
        """(part, whole) for each tie that says so, each once."""
        place, inside = self.problem.structure.place, self.problem.structure.inside
        pairs = {(place[each.a], place[each.b]) for each in self.problem.of("tie")}
        return sorted((i, j) for i, j in pairs if i != j and inside[i, j])

    def _sum(self, parts: Iterable[int], whole: int, *, high: float, labels: Labels) -> Row:
        """The whole less its parts: 0, or more."""
        terms = dict.fromkeys(parts, -1.0)
        terms[whole] = terms.get(whole, 0.0) + 1.0
        return Row(terms, 0, high, labels)

    def _below(self, chains: Sequence[int]) -> list[int]:
        """The chains that lie in one of these, with themselves."""
        return [
            int(each)
            for each in np.flatnonzero(self.problem.structure.inside[:, chains].any(axis=1))
        ]

    def _ties(self, chains: Sequence[int] | None = None) -> Labels:
        """The ties among these chains, or all."""
        ties, place = self.problem.of("tie"), self.problem.structure.place
        if chains is None:
            return frozenset(ties)
        some = set(chains)
        return frozenset(each for each in ties if {place[each.a], place[each.b]} <= some)

    def _named(self, chains: Sequence[int]) -> Labels:
        some, place = set(chains), self.problem.structure.place
        return frozenset(each for each in self.problem.of("named") if place[each.a] in some)


def _cliques(apart: NDArray[np.bool_]) -> list[list[int]]:
    """Groups of pairwise apart chains, greedily, until every pair that is apart is in one."""
    left, found = np.triu(apart, 1), []
    while left.any():
        clique = [int(each) for each in np.argwhere(left)[0]]
        for each in range(len(apart)):
            if each not in clique and apart[each, clique].all():
                clique.append(each)
        left[np.ix_(clique, clique)] = False
        found.append(sorted(clique))
    return found


def _outermost(chains: Sequence[int], inside: NDArray[np.bool_]) -> list[int]:
    """Of these chains those that lie in no other of them; of equal ones the first."""
    return [
        i
        for i in chains
        if not any(inside[i, j] and (not inside[j, i] or j < i) for j in chains if j != i)
    ]
