"""From weighed pairs to clusters: strongest first, and never across what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tidings.linkage.weights import CONFLICT_BITS

if TYPE_CHECKING:
    Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    Integers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

#: A person's verdict on two mentions: (a, b, "same" | "different"), oldest first.
Decision = tuple[int, int, str]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Links:
    """Weighed pairs, as columns of one length: mention ids `a` < `b`; `weight` and what speaks
    `against` (0 or less), in bits; `barred`: the two may not share a cluster; `free`: nothing
    holds the machine back from merging them."""

    a: Integers
    b: Integers
    weight: Floats
    against: Floats
    barred: Flags
    free: Flags


@dataclass(frozen=True)
class Clustering:
    """`clusters`: mention -> smallest id of its cluster, for those that share one; `merges`: the
    pairs that joined them, decisions among them; `held`: free pairs that did not, and why:
    "ambiguous" or "barred"."""

    clusters: dict[int, int]
    merges: tuple[Pair, ...]
    held: dict[Pair, str]


def cluster(links: Links, decisions: Sequence[Decision], least: float) -> Clustering:
    """Join mentions: a person's decisions first, then the free links by falling weight.

    Two clusters join when the link, less the worst that speaks against any pair across them, is
    worth `least` bits; never where a pair across them is barred; and not when one of them fits a
    third cluster nearly as well that cannot be the other. This is the greedy contraction of
    correlation clustering (Keuper and others 2015), with the strongest link in place of the sum:
    what sources repeat of each other is not counted twice.
    """
    from tidings.linkage.contraction import AMBIGUOUS, BARRED, JOINED, PERSON, contract

    verdicts = latest(decisions)
    told = np.array(list(verdicts), dtype=np.int64).reshape(-1, 2)
    same = np.array([verdict == "same" for verdict in verdicts.values()], dtype=bool)
    ids, (one, other) = _numbered(np.append(links.a, told[:, 0]), np.append(links.b, told[:, 1]))
    known = len(links.a)
    bars = np.append(links.barred.astype(np.int8), np.where(same, 0, PERSON).astype(np.int8))
    decided = _among(links, told)
    free = np.flatnonzero(links.free & ~decided)
    order = free[np.lexsort((links.b[free], links.a[free], -links.weight[free]))]
    silent = np.zeros(len(told))
    tried = np.append(known + np.flatnonzero(same), order)
    roots, became = contract(
        len(ids),
        one,
        other,
        np.append(np.where(decided | links.barred, -np.inf, links.weight), silent - np.inf),
        np.append(np.where(decided, 0.0, links.against), silent),
        np.where(np.append(decided, silent > 0), 0, bars).astype(np.int8),
        tried,
        int(same.sum()),
        least,
        CONFLICT_BITS,
    )
    pairs = np.stack([ids[one], ids[other]], axis=1)
    return Clustering(
        _named(ids, roots),
        tuple(map(_pair, pairs[tried[became == JOINED]].tolist())),
        {
            _pair(pair): reason
            for code, reason in ((AMBIGUOUS, "ambiguous"), (BARRED, "barred"))
            for pair in pairs[tried[became == code]].tolist()
        },
    )


def _named(ids: Integers, roots: Integers) -> dict[int, int]:
    """mention -> smallest id of its cluster, for those not alone."""
    smallest = np.full(len(ids), len(ids))
    np.minimum.at(smallest, roots, np.arange(len(ids)))
    shared = np.flatnonzero(np.bincount(roots, minlength=len(ids))[roots] > 1)
    names = ids[smallest[roots[shared]]]
    return dict(zip(ids[shared].tolist(), names.tolist(), strict=True))


def latest(decisions: Iterable[Decision]) -> dict[Pair, str]:
    """The standing verdict of each pair, newest first: where two contradict, the newer wins."""
    verdicts: dict[Pair, str] = {}
    for a, b, verdict in reversed(list(decisions)):
        verdicts.setdefault((min(a, b), max(a, b)), verdict)
    return verdicts


def _pair(ids: Sequence[int]) -> Pair:
    return ids[0], ids[1]


def _numbered(*columns: Integers) -> tuple[Integers, list[Integers]]:
    """The distinct ids, sorted, and each column as places among them."""
    ids = np.unique(np.concatenate(columns))
    return ids, [np.searchsorted(ids, column) for column in columns]


def _among(links: Links, pairs: Integers) -> Flags:
    """Which links are one of these pairs."""
    if not len(pairs):
        return np.zeros(len(links.a), dtype=bool)
    near = np.isin(links.a, pairs[:, 0]) & np.isin(links.b, pairs[:, 1])
    wanted = set(map(tuple, pairs.tolist()))
    for n in np.flatnonzero(near):
        near[n] = (int(links.a[n]), int(links.b[n])) in wanted
    return near
