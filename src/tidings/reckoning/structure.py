"""What ties make of announcements: chains of repeats, and which chain lies in or beside which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tidings.values import Tie

#: Ties by which everybody of `a` is counted in `b`.
_INSIDE = frozenset({Tie.PART_OF, Tie.SHARE_OF, Tie.EARLIER})


class Because(NamedTuple):
    """One thing known that a bound rests on: that announcement `a` is `at_least` or `at_most`
    its figure, the people `named` for and against it, or its `tie` to `b`."""

    kind: Literal["at_least", "at_most", "named", "tie"]
    a: int
    b: int = 0
    tie: Tie | None = None


@dataclass(frozen=True)
class Structure:
    """Chains by their place: `inside[i, j]`: all of i is in j (of itself too); `apart[i, j]`:
    nobody is in both; `families`: a chain and the shares that make up the whole of it."""

    chains: tuple[tuple[int, ...], ...]
    place: dict[int, int]
    inside: NDArray[np.bool_]
    apart: NDArray[np.bool_]
    families: tuple[tuple[int, tuple[int, ...]], ...]


def structure_of(
    members: Sequence[int], ties: Iterable[Because], wholes: Iterable[frozenset[Because]]
) -> Structure:
    """The structure of these announcements under ties among them.

    `wholes`: all share ties of each whole. Shares make up the whole only where every one of them
    is among `ties`; otherwise they are no more than parts that are apart.
    """
    ties = sorted(ties)
    chains = joined(members, ((each.a, each.b) for each in ties if each.tie is Tie.SAME))
    place = {each: at for at, chain in enumerate(chains) for each in chain}
    inside = np.eye(len(chains), dtype=bool)
    apart = np.zeros_like(inside)
    shares: dict[int, set[int]] = {}
    for each in ties:
        a, b = place[each.a], place[each.b]
        if each.tie in _INSIDE:
            inside[a, b] = True
        if each.tie is Tie.APART:
            apart[a, b] = apart[b, a] = True
        if each.tie is Tie.SHARE_OF:
            shares.setdefault(b, set()).add(a)
    for some in shares.values():
        parts = np.array(sorted(some))
        apart[np.ix_(parts, parts)] |= ~np.eye(len(parts), dtype=bool)
    inside = _closed(inside)
    return Structure(
        chains=chains,
        place=place,
        inside=inside,
        # Whatever lies in two that are apart is apart.
        apart=_product(_product(inside, apart), inside.T),
        families=tuple(_families(shares, place, frozenset(ties), wholes)),
    )


def _families(
    shares: Mapping[int, set[int]],
    place: Mapping[int, int],
    ties: frozenset[Because],
    wholes: Iterable[frozenset[Because]],
) -> Iterator[tuple[int, tuple[int, ...]]]:
    for whole in wholes:
        if whole <= ties and len({place[each.b] for each in whole}) == 1:
            chain = place[next(iter(whole)).b]
            if chain in shares:
                yield chain, tuple(sorted(shares[chain]))


def joined(members: Sequence[int], pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The members that pairs connect, group by group, in the order of `members`."""
    root = {each: each for each in members}

    def find(each: int) -> int:
        while root[each] != each:
            root[each] = root[root[each]]
            each = root[each]
        return each

    for a, b in pairs:
        root[find(a)] = find(b)
    groups: dict[int, list[int]] = {}
    for each in members:
        groups.setdefault(find(each), []).append(each)
    return tuple(tuple(group) for group in groups.values())


def _closed(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """With everything that follows from a ⊆ b ⊆ c."""
    while True:
        wider = _product(inside, inside)
        if np.array_equal(wider, inside):
            return inside
        inside = wider


def _product(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.asarray(a.astype(np.float32) @ b.astype(np.float32) > 0)
