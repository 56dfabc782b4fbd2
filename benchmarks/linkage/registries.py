"""Invented registries: how near linkage comes to an oracle, over several seeds."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.linkage.generator import Ints, World, world
from benchmarks.linkage.kept import Neighbours, neighbours_of
from benchmarks.linkage.measures import Quality, b_cubed, pairwise
from benchmarks.linkage.oracle import oracle
from benchmarks.linkage.written import people, written
from tidings.linkage import Linkage, LinkMention, link
from tidings.linkage.people import Vocabulary, mentions_of

SEEDS = (1, 2, 3, 4, 5)
SIZES = (2_000, 60_000)
#: The bar: this share of the oracle's F1, at this precision.
SHARE, PRECISION = 0.9, 0.97


@dataclass(frozen=True)
class Result:
    """One world: what linkage reached, what the oracle did (`careful`: who leaves alone whom it
    is not sure of), and seconds of processor time."""

    ours: Quality
    each: Quality
    oracle: Quality
    careful: Quality
    seconds: float

    @property
    def share(self) -> float:
        return self.ours.f1 / self.oracle.f1


def main(sizes: tuple[int, ...] = SIZES, seeds: tuple[int, ...] = SEEDS) -> None:
    """Print a line for each world, and for each size the mean and the spread of F1."""
    print("mentions seed  precision recall    F1 B3 F1   oracle (sure)  share  cpu s")
    for size in sizes:
        results = []
        for seed in seeds:
            each = measured(world(size, seed))
            results.append(each)
            print(
                f"{size:8,} {seed:4} {each.ours.precision:10.4f} {each.ours.recall:6.4f} "
                f"{each.ours.f1:6.4f} {each.each.f1:5.3f} {each.oracle.f1:7.4f} "
                f"{each.careful.f1:6.4f} {each.share:6.3f} {each.seconds:6.1f}",
                flush=True,
            )
        f1 = [each.ours.f1 for each in results]
        share = statistics.mean(each.share for each in results)
        print(
            f"{size:8,} mean F1 {statistics.mean(f1):.4f}, from {min(f1):.4f} to {max(f1):.4f}; "
            f"of the oracle {share:.3f} (bar {SHARE}); least precision "
            f"{min(each.ours.precision for each in results):.4f} (bar {PRECISION})",
            flush=True,
        )


def measured(of: World) -> Result:
    """Link this world and compare with the truth and the oracle."""
    ready = prepared(of)
    began = time.process_time()
    found = _clusters(link(*ready))
    taken = time.process_time() - began
    truth = of.mentions.person
    answer = oracle(of)
    return Result(
        pairwise(found, truth),
        b_cubed(found, truth),
        pairwise(answer.person, truth),
        pairwise(answer.sure(0.5), truth),
        taken,
    )


def linked(of: World) -> Ints:
    """The cluster of each mention."""
    return _clusters(link(*prepared(of)))


def _clusters(linkage: Linkage) -> Ints:
    return np.array([linkage.clusters[row] for row in range(len(linkage.clusters))])


def prepared(of: World) -> tuple[list[LinkMention], Neighbours]:
    """What linkage reads: mentions with the list each stands in, and which lexemes are near."""
    vocabulary = Vocabulary()
    mentions = mentions_of(list(people(of, written(of))), vocabulary)
    sources = of.mentions.source.tolist()
    mentions = [
        replace(each, source=source) for each, source in zip(mentions, sources, strict=True)
    ]
    return mentions, neighbours_of(vocabulary)
