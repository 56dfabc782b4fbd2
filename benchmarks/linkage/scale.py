"""A million mentions and more: seconds, memory, and how right it is beside the oracle.

The extract is made first and kept; what is measured is a process of its own that reads it, links
and writes the clusters.
"""

from __future__ import annotations

import json
import sys
from math import log2
from pathlib import Path

import numpy as np

from benchmarks.linkage import extracting
from benchmarks.linkage.measures import pairwise
from benchmarks.linkage.running import run
from tidings.linkage import link_tables

SIZES = (60_000, 1_000_000)
#: Seconds and MiB that a size may take on two cores.
BARS = {1_000_000: (120, 6_144), 10_000_000: (1_800, 16_384)}
CLUSTERS, TOLD = "clusters.npy", "told.json"


def main(sizes: tuple[int, ...] = SIZES, seed: int = 1) -> None:
    """Print a line for each size."""
    print(
        "  mentions precision recall     F1 oracle  share  compared each"
        "  clock s   cpu s  peak MiB  cpu us / n log2 n"
    )
    for size in sizes:
        _measure(size, extracting.extract(size, seed))


def _measure(size: int, folder: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.linkage", "linked", folder]
    taken = run(command, folder, env={"PYTHONPATH": str(extracting.ROOT)})
    if taken.code:
        print(f"{size:10,} failed with code {taken.code}: {taken.text[-400:].strip()}", flush=True)
        return
    truth = extracting.truth(folder)
    quality = pairwise(np.load(folder / CLUSTERS), truth)
    best = pairwise(np.load(folder / extracting.ORACLE), truth).f1
    growth = 1e6 * taken.processor / size / log2(size)
    told = json.loads((folder / TOLD).read_text())
    print(
        f"{size:10,}{quality.precision:10.4f}{quality.recall:7.4f}{quality.f1:7.4f}{best:7.4f}"
        f"{quality.f1 / best:7.3f}{2 * told['compared'] / size:15.1f}{taken.clock:9.0f}"
        f"{taken.processor:8.0f}{taken.peak:10,.0f}{growth:19.2f}",
        flush=True,
    )
    if size in BARS:
        print("           bar: {:,} s, {:,} MiB, share .9".format(*BARS[size]))


def linked(folder: Path) -> None:
    """Link an extract and write beside it what became of it."""
    tables = extracting.read(folder)
    near = tables.pop("neighbour")
    neighbours = tuple(near[name].to_numpy() for name in ("a", "b", "score"))
    linkage = link_tables(tables, neighbours)
    clusters = linkage.clusters
    found = np.fromiter((clusters[row] for row in range(len(clusters))), np.int64, len(clusters))
    np.save(folder / CLUSTERS, found)
    (folder / TOLD).write_text(json.dumps({"compared": linkage.compared}))
