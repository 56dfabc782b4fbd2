"""One run: mentions in; weighed pairs, clusters and questions for a person out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2

from tidings.linkage.clusters import Clustering, Decision, Pair, cluster, latest
from tidings.linkage.evidence import Evidence, ScoredPair
from tidings.linkage.judging import REGISTRY, Policy
from tidings.linkage.mentions import LinkMention
from tidings.linkage.weighing import Neighbours, Scales
from tidings.linkage.weights import prior_weight

Progress = Callable[[str, float], None]
_DECIDED_WEIGHT = 99.0


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
    told = progress or (lambda step, share: None)
    rows = sorted(mentions, key=lambda m: m.id)
    known = {m.id for m in rows}
    standing = [d for d in decisions if d[0] in known and d[1] in known and d[0] != d[1]]
    if len(rows) < 2:
        return Linkage({m: m for m in known}, (), (), 0, prior_weight(len(rows)))
    told("load", 0.0)
    with Scales(rows, neighbours, frequencies, policy) as scales:
        told("find", 0.1)
        compared = scales.find()
        told("cluster", 0.7)
        clustering = _clustered(scales, standing, log2(policy.merge_from / (1 - policy.merge_from)))
        told("explain", 0.85)
        merges, review = _explained(scales, clustering, standing)
        prior = scales.model.prior
    told("explain", 1.0)
    clusters = {m.id: clustering.clusters.get(m.id, m.id) for m in rows}
    return Linkage(clusters, merges, review, compared, prior)


def _clustered(scales: Scales, decisions: Sequence[Decision], least: float) -> Clustering:
    clustering = cluster(scales.links(), decisions, least)
    while scales.weigh_within(clustering.clusters):
        clustering = cluster(scales.links(), decisions, least)
    return clustering


def _explained(
    scales: Scales, clustering: Clustering, decisions: Sequence[Decision]
) -> tuple[tuple[ScoredPair, ...], tuple[ScoredPair, ...]]:
    """The merges and the questions, each with its evidence."""
    decided = latest(decisions)
    asked = scales.asked(clustering.clusters, decided)
    made = [pair for pair in clustering.merges if pair not in decided]
    known = scales.explained([*made, *asked])
    merges = tuple(
        _decided(pair) if pair in decided else replace(known[pair], held=None)
        for pair in clustering.merges
    )
    review = tuple(
        replace(known[pair], held=clustering.held.get(pair) or known[pair].held) for pair in asked
    )
    return merges, review


def _decided(pair: Pair) -> ScoredPair:
    said = Evidence("decision", _DECIDED_WEIGHT, "same")
    return ScoredPair(*pair, _DECIDED_WEIGHT, 1.0, (said,))
