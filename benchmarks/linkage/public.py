"""`tidings match` with its defaults on public lists: nothing mapped, nothing tuned."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.linkage.generator import Ints
from benchmarks.linkage.measures import pairwise
from benchmarks.linkage.public_lists import (
    LISTS,
    PUBLIC,
    PublicList,
    rows_of,
    truth_of,
    write_without_truth,
)
from benchmarks.linkage.running import Run, run
from benchmarks.measuring import TIDINGS


def main(names: tuple[str, ...] = ()) -> None:
    """Print a line for each list that is here."""
    print("list             precision recall     F1    bar  best seen  clock s  cpu s  peak MiB")
    for which in PUBLIC:
        if names and which.name not in names:
            continue
        if all((LISTS / file).is_file() for file in which.files):
            _print(which)
        else:
            print(f"{which.name:<16} skipped: not in {LISTS}")


def _print(which: PublicList) -> None:
    files = rows_of(which)
    with tempfile.TemporaryDirectory(prefix="tidings-bench-") as name:
        place = Path(name)
        found, taken = matched(write_without_truth(which, files, place), place)
    if len(found) == 0:
        print(f"{which.name:<16} failed with code {taken.code}: {taken.text[-300:].strip()}")
        return
    quality = pairwise(found, truth_of(which, files))
    print(
        f"{which.name:<16}{quality.precision:10.4f}{quality.recall:7.4f}{quality.f1:7.4f}"
        f"{which.bar:7.3f}{which.best:11.3f}{taken.clock:9.1f}{taken.processor:7.1f}"
        f"{taken.peak:10.0f}",
        flush=True,
    )


def matched(files: list[Path], place: Path) -> tuple[Ints, Run]:
    """The cluster of each row of each file, in order; a row that names nobody stands alone.
    Empty when the command wrote nothing."""
    out = place / "clusters.csv"
    taken = run([TIDINGS, "match", *files, "--out", out], place)
    if not out.is_file():
        return np.array([], np.int64), taken
    with out.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    order = {file.name: number for number, file in enumerate(files)}
    rows.sort(key=lambda row: (order[row["file"].rpartition("/")[2]], int(row["row"])))
    labels = [row["cluster"] or f"alone {number}" for number, row in enumerate(rows)]
    return np.unique(labels, return_inverse=True)[1].astype(np.int64), taken
