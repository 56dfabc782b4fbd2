"""What is known of announcements that are tied together, piece by piece."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tidings.reckoning.named import Named
from tidings.reckoning.structure import Because, Structure, joined, structure_of
from tidings.values import Figure, Tie


@dataclass(frozen=True)
class Problem:
    """Announcements `members` with their `figures` and the people `named`, of all of which only
    the `pieces` are taken to be known. `wholes`: all share ties of each whole."""

    members: tuple[int, ...]
    figures: Mapping[int, Figure]
    named: Named
    pieces: frozenset[Because]
    wholes: tuple[frozenset[Because], ...]

    def only(self, pieces: Iterable[Because], keep: Collection[int] = ()) -> Problem:
        """The same with less known; announcements of which nothing is known are left out, but
        those to `keep`."""
        pieces = frozenset(pieces)
        about = {end for each in pieces for end in _ends(each)}.union(keep)
        members = tuple(each for each in self.members if each in about)
        return replace(self, members=members, pieces=pieces)

    def of(self, kind: str) -> list[Because]:
        """The pieces of one kind."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> dict[str, list[Because]]:
        found: dict[str, list[Because]] = {}
        for each in sorted(self.pieces):
            found.setdefault(each.kind, []).append(each)
        return found

    @cached_property
    def structure(self) -> Structure:
        return structure_of(self.members, self.of("tie"), self.wholes)

    @cached_property
    def people(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """(certain, impossible) of each chain, (chains, groups)."""
        return self.named.by_chain(self.structure, (each.a for each in self.of("named")))

    @cached_property
    def beyond(self) -> NDArray[np.int64]:
        """[i, j]: how many people are surely in chain i and surely not in j."""
        certain, impossible = self.people
        weighed = certain.astype(np.float64) * self.named.weight
        found: NDArray[np.int64] = np.rint(weighed @ impossible.T.astype(np.float64)).astype(
            np.int64
        )
        return found

    def chains_of(self, announcements: Iterable[int]) -> list[int]:
        """The places of the chains of these announcements, as far as they are members."""
        place = self.structure.place
        return sorted({place[each] for each in announcements if each in place})

    def surely_in(self, chains: Sequence[int]) -> int:
        """How many people are surely in at least one of these chains."""
        return self.named.people(np.asarray(self.people[0][chains].any(axis=0)))


def whole_problem(
    members: Sequence[int],
    figures: Mapping[int, Figure],
    named: Named,
    ties: Iterable[Because],
) -> Problem:
    """The problem in which everything is known."""
    ties = frozenset(ties)
    pieces = set(ties)
    for each in members:
        if figures[each].low:
            pieces.add(Because("at_least", each))
        if figures[each].high is not None:
            pieces.add(Because("at_most", each))
        if named.certain[named.rows[each]].any() or named.impossible[named.rows[each]].any():
            pieces.add(Because("named", each))
    return Problem(tuple(members), figures, named, frozenset(pieces), _wholes(members, ties))


def _wholes(members: Sequence[int], ties: frozenset[Because]) -> tuple[frozenset[Because], ...]:
    """The share ties of each whole, however many times that was announced."""
    same = ((each.a, each.b) for each in ties if each.tie is Tie.SAME)
    chains = joined(members, same)
    return tuple(
        shares
        for chain in chains
        if (shares := frozenset(t for t in ties if t.tie is Tie.SHARE_OF and t.b in chain))
    )


def _ends(piece: Because) -> tuple[int, ...]:
    return (piece.a, piece.b) if piece.kind == "tie" else (piece.a,)
