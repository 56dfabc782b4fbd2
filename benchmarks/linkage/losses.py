"""Where recall and precision are lost: pairs by what their two mentions tell, beside the oracle."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.linkage.generator import ABSENT, FULL, Ints, World, world
from benchmarks.linkage.oracle import oracle
from benchmarks.linkage.registries import linked
from benchmarks.linkage.sources import MISSING


def main(sizes: tuple[int, ...] = (2_000,), seed: int = 1) -> None:
    """Print a table for each size."""
    for size in sizes:
        of = world(size, seed)
        _print(of, linked(of))


def _print(of: World, found: Ints) -> None:
    truth, best = of.mentions.person, oracle(of).person
    a, b = _within(truth)
    kind = _kinds(of, a, b)
    c, d = _within(found)
    wrong = truth[c] != truth[d]
    wrong_kind = _kinds(of, c[wrong], d[wrong])
    print("names, births, places of the two     pairs   found  oracle  joined wrongly")
    for each in sorted(set(kind.tolist()) | set(wrong_kind.tolist())):
        mine = kind == each
        ours = (found[a] == found[b])[mine].mean() if mine.any() else 0
        theirs = (best[a] == best[b])[mine].mean() if mine.any() else 0
        print(
            f"{each:<34}{mine.sum():8,}{ours:8.3f}{theirs:8.3f}{(wrong_kind == each).sum():16,}",
            flush=True,
        )


def _within(labels: Ints) -> tuple[Ints, Ints]:
    """Every pair of rows with one label."""
    pairs = list(_pairs(labels))
    return tuple(np.concatenate(side) for side in zip(*pairs, strict=True))  # type: ignore


def _pairs(labels: Ints) -> Iterator[tuple[Ints, Ints]]:
    order = np.argsort(labels, kind="stable")
    step = 1
    while True:
        same = labels[order[step:]] == labels[order[:-step]]
        if not same.any():
            return
        yield order[:-step][same], order[step:][same]
        step += 1


def _kinds(of: World, a: Ints, b: Ints) -> np.ndarray:
    said = of.mentions
    one_part = (said.lexeme[:, 1] == ABSENT) & (said.role[:, 0] != FULL)
    told = [~one_part, said.told != MISSING, said.village != ABSENT]
    words = (("half", "one half", "whole"), ("no birth", "one birth", "births"),
             ("no place", "one place", "places"))  # fmt: skip
    chosen = [
        np.array(each)[has[a].astype(int) + has[b]] for each, has in zip(words, told, strict=True)
    ]
    return np.array([", ".join(row) for row in zip(*chosen, strict=True)])
