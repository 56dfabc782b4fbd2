"""One run: mentions in; weighed pairs, clusters and questions for a person out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tidings.linkage.clusters import Clustering, Decision, cluster, review
from tidings.linkage.evidence import ScoredPair
from tidings.linkage.mentions import LinkMention
from tidings.linkage.weighing import Neighbours, Scales
from tidings.linkage.weights import prior_weight

Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Linkage:
    """`pairs`: every pair kept, by a and b; `merges`: those that built the clusters, decisions
    among them; `clusters`: mention -> smallest id of its cluster; `review`: questions for a
    person, most likely first; `prior`: bits for two mentions of whom nothing is known."""

    pairs: tuple[ScoredPair, ...]
    merges: tuple[ScoredPair, ...]
    clusters: dict[int, int]
    review: tuple[ScoredPair, ...]
    prior: float


def link(
    mentions: Iterable[LinkMention],
    neighbours: Neighbours = ((), (), ()),
    frequencies: Mapping[int, int] | None = None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Linkage:
    """Who is the same. The same input gives the same output, in whatever order it comes.

    `frequencies`: how many people bear each name lexeme, where more is known than these
    mentions tell; `decisions`: (a, b, "same" | "different"), oldest first, each outranks the
    machine; `progress` is told the step and the share done.
    """
    told = progress or (lambda step, share: None)
    rows = sorted(mentions, key=lambda m: m.id)
    known = {m.id: m for m in rows}
    standing = [d for d in decisions if d[0] in known and d[1] in known and d[0] != d[1]]
    if len(rows) < 2:
        return _linkage(cluster(known, [], standing), prior_weight(len(rows)))
    told("load", 0.0)
    with Scales(rows, neighbours, frequencies) as scales:
        told("find", 0.1)
        pairs = scales.find()
        told("cluster", 0.8)
        clustering = cluster(known, pairs, standing)
        while unweighed := _unweighed(clustering, pairs):
            pairs = pairs + scales.weigh(unweighed)
            clustering = cluster(known, pairs, standing)
        prior = scales.model.prior
    told("cluster", 1.0)
    return _linkage(clustering, prior)


def _unweighed(clustering: Clustering, pairs: Iterable[ScoredPair]) -> set[tuple[int, int]]:
    """Pairs that share a cluster and were never compared: what speaks against them counts too."""
    members: dict[int, list[int]] = defaultdict(list)
    for mention, name in clustering.clusters.items():
        members[name].append(mention)
    together = {pair for group in members.values() for pair in combinations(sorted(group), 2)}
    return together - {(pair.a, pair.b) for pair in pairs}


def _linkage(clustering: Clustering, prior: float) -> Linkage:
    kept = sorted((*clustering.weighed, *clustering.merges), key=lambda p: (p.a, p.b))
    return Linkage(tuple(kept), clustering.merges, clustering.clusters, review(clustering), prior)
