"""One run: mentions in; weighed pairs, clusters and questions for a person out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2
from typing import TYPE_CHECKING

from tidings.linkage.clusters import Clustering, Decision, Pair, cluster, latest
from tidings.linkage.evidence import Evidence, ScoredPair
from tidings.linkage.judging import REGISTRY, Policy
from tidings.linkage.mentions import LinkMention, as_tables
from tidings.linkage.weighing import Neighbours, Scales
from tidings.linkage.weights import prior_weight

if TYPE_CHECKING:
    import pyarrow as pa

Progress = Callable[[str, float], None]
_DECIDED_WEIGHT = 99.0
#: How often clusters are read as one mention each and linked again, and the share of the work
#: that is done before each.
GATHERINGS = (0.5, 0.7)


@dataclass(frozen=True)
class Linkage:
    """`clusters`: mention -> smallest id of its cluster; `merges`: the pairs that built them,
    decisions among them; `review`: questions for a person, most likely first; `compared`: how
    many pairs were looked at; `prior`: bits for two mentions of whom nothing is known."""

    clusters: dict[int, int]
    merges: tuple[ScoredPair, ...]
    review: tuple[ScoredPair, ...]
    compared: int
    prior: float


def link(
    mentions: Iterable[LinkMention],
    neighbours: Neighbours = ((), (), ()),
    frequencies: Mapping[int, int] | None = None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
    policy: Policy = REGISTRY,
) -> Linkage:
    """Who is the same. The same input gives the same output, in whatever order it comes.

    `frequencies`: how many people bear each name lexeme, where more is known than these
    mentions tell; `decisions`: (a, b, "same" | "different"), oldest first, each outranks the
    machine; `progress` is told the step and the share done.
    """
    rows = sorted(mentions, key=lambda m: m.id)
    return link_tables(as_tables(rows), neighbours, frequencies, decisions, progress, policy)


def link_tables(
    tables: Mapping[str, pa.Table],
    neighbours: Neighbours = ((), (), ()),
    frequencies: Mapping[int, int] | None = None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
    policy: Policy = REGISTRY,
) -> Linkage:
    """`link` for mentions that are too many for an object each: `tables` as `as_tables` makes
    them, the mentions by id."""
    told = progress or (lambda step, share: None)
    ids = tables["mention"]["id"].to_pylist()
    known = set(ids)
    standing = [d for d in decisions if d[0] in known and d[1] in known and d[0] != d[1]]
    if len(ids) < 2:
        return Linkage({m: m for m in ids}, (), (), 0, prior_weight(len(ids)))
    told("load", 0.0)
    with Scales(tables, neighbours, frequencies, policy) as scales:
        told("find", 0.1)
        compared = scales.find()
        told("cluster", 0.4)
        clusters = {each: each for each in ids}
        clustering, merges = _joined(scales, standing, policy)
        for share in GATHERINGS:
            told("gather", share)
            clusters = {each: clustering.clusters.get(at, at) for each, at in clusters.items()}
            compared += scales.gather(clustering.clusters)
            clustering, more = _joined(scales, _between(standing, clusters), policy)
            merges += more
            if not more:
                break
        told("explain", 0.9)
        clusters = {each: clustering.clusters.get(at, at) for each, at in clusters.items()}
        review = _asked(scales, clustering, _between(standing, clusters))
        prior = scales.model.prior
    told("explain", 1.0)
    return Linkage(clusters, merges, review, compared, prior)


def _between(decisions: Sequence[Decision], clusters: Mapping[int, int]) -> list[Decision]:
    """The decisions as they stand between clusters; those that are carried out are left out."""
    told = [(clusters[a], clusters[b], verdict) for a, b, verdict in decisions]
    return [each for each in told if each[0] != each[1] and each[2] == "different"]


def _joined(
    scales: Scales, decisions: Sequence[Decision], policy: Policy
) -> tuple[Clustering, tuple[ScoredPair, ...]]:
    """The clusters that the weighed pairs make, and the merges that made them."""
    least = log2(policy.merge_from / (1 - policy.merge_from))
    clustering = cluster(scales.links(), decisions, least)
    while scales.weigh_within(clustering.clusters):
        clustering = cluster(scales.links(), decisions, least)
    decided = latest(decisions)
    known = scales.explained(pair for pair in clustering.merges if pair not in decided)
    return clustering, tuple(
        _decided(pair) if pair in decided else replace(known[pair], held=None)
        for pair in clustering.merges
    )


def _asked(
    scales: Scales, clustering: Clustering, decisions: Sequence[Decision]
) -> tuple[ScoredPair, ...]:
    """The questions for a person, most likely first."""
    asked = scales.asked(clustering.clusters, latest(decisions))
    known = scales.explained(asked)
    return tuple(
        replace(known[pair], held=clustering.held.get(pair) or known[pair].held) for pair in asked
    )


def _decided(pair: Pair) -> ScoredPair:
    said = Evidence("decision", _DECIDED_WEIGHT, "same")
    return ScoredPair(*pair, _DECIDED_WEIGHT, 1.0, (said,))
