"""How many pairs linkage compares, how many of the right ones are among them, and whether what it
says of a pair is as often right as it says."""

from __future__ import annotations

from itertools import pairwise as pairwise_of

import numpy as np

from benchmarks.linkage.attainable import EACH, attainable
from benchmarks.linkage.generator import Ints, World, world
from benchmarks.linkage.measures import candidate_recall, pairwise
from benchmarks.linkage.registries import prepared
from tidings.linkage import ScoredPair, link
from tidings.linkage.judging import REGISTRY
from tidings.linkage.weighing import Scales

EDGES = (0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999, 1.0001)


def main(sizes: tuple[int, ...] = (2_000,), seed: int = 1) -> None:
    """Print both for each size."""
    for size in sizes:
        of = world(size, seed)
        a, b = candidates(of)
        print(
            f"{size:,} mentions: {2 * len(a) / size:.1f} candidates a mention (bar 30), recall "
            f"{candidate_recall(a, b, of.mentions.person):.4f} (bar 0.98; {EACH} a mention that "
            f"know every name: {attainable(of):.4f})",
            flush=True,
        )
        reliability(of)


def candidates(of: World) -> tuple[Ints, Ints]:
    """The pairs that are compared before any cluster is made."""
    mentions, neighbours = prepared(of)
    with Scales(mentions, neighbours, None, REGISTRY) as scales:
        scales.find()
        found = scales._connection.sql("select distinct a, b from candidate").to_arrow_table()
    return found["a"].to_numpy(), found["b"].to_numpy()


def reliability(of: World) -> None:
    """Print how often pairs of each probability are right: those merged and those asked about."""
    mentions, neighbours = prepared(of)
    linkage = link(mentions, neighbours)
    truth = of.mentions.person
    said = (*linkage.merges, *linkage.review)
    score = np.array([pair.probability for pair in said])
    right = np.array([truth[pair.a] == truth[pair.b] for pair in said])
    for low, high in pairwise_of(EDGES):
        mine = (score >= low) & (score < high)
        if mine.any():
            print(
                f"  said {low:.3f} to {min(high, 1):.3f}: {mine.sum():6,} pairs, mean "
                f"{score[mine].mean():.3f}, right {right[mine].mean():.3f}"
            )
    answered = _answered(linkage.clusters, list(linkage.review), truth)
    quality = pairwise(answered, truth)
    print(f"  with every question answered rightly: F1 {quality.f1:.4f}", flush=True)


def _answered(clusters: dict[int, int], review: list[ScoredPair], truth: Ints) -> Ints:
    """The clusters after a person answered each question."""
    root = {name: name for name in clusters.values()}

    def of(name: int) -> int:
        while root[name] != name:
            name = root[name]
        return name

    for pair in review:
        if truth[pair.a] == truth[pair.b]:
            low, high = sorted((of(clusters[pair.a]), of(clusters[pair.b])))
            root[high] = low
    return np.array([of(clusters[row]) for row in range(len(truth))])
