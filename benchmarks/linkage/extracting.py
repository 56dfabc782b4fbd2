"""A world's extract on disk, made once: what linkage reads, and the truth beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet

from benchmarks.linkage.extracts import tables
from benchmarks.linkage.generator import Ints, world
from benchmarks.linkage.kept import CACHE, neighbours_of
from benchmarks.linkage.oracle import oracle
from benchmarks.linkage.running import run
from benchmarks.linkage.written import written
from tidings.linkage.people import Vocabulary

TABLES = ("mention", "part", "place", "relative", "kin_of", "number", "other", "neighbour")
#: Files beside the tables: who each mention is, who the oracle says, and how sure it is.
TRUTH, ORACLE, SURE = "truth.npy", "oracle.npy", "sure.npy"


def extract(size: int, seed: int) -> Path:
    """The folder of this world's extract; made in a process of its own, that its memory goes."""
    folder = CACHE / f"world-{size}-{seed}"
    if not (folder / SURE).is_file():
        folder.mkdir(parents=True, exist_ok=True)
        asked = [sys.executable, "-m", "benchmarks.linkage", "extract", str(size), str(seed)]
        made = run(asked, folder, env={"PYTHONPATH": str(Path(__file__).parents[2])})
        if made.code:
            raise RuntimeError(made.text[-2000:])
        print(f"extract of {size:,}: {made.processor:.0f} cpu s, {made.peak:,.0f} MiB", flush=True)
    return folder


def make(size: int, seed: int) -> None:
    """Write the extract of a world into its folder."""
    folder = CACHE / f"world-{size}-{seed}"
    of = world(size, seed)
    vocabulary = Vocabulary()
    for name, table in tables(of, written(of), vocabulary).items():
        _write(table, folder / f"{name}.parquet")
    a, b, score = neighbours_of(vocabulary)
    _write(pa.table({"a": a, "b": b, "score": score}), folder / "neighbour.parquet")
    answer = oracle(of)
    np.save(folder / TRUTH, of.mentions.person)
    np.save(folder / ORACLE, answer.person)
    np.save(folder / SURE, answer.probability)


def read(folder: Path) -> dict[str, pa.Table]:
    """The tables of an extract, `neighbour` among them."""
    return {name: parquet.read_table(folder / f"{name}.parquet") for name in TABLES}


def truth(folder: Path) -> Ints:
    """Who each mention is."""
    return np.asarray(np.load(folder / TRUTH), np.int64)


def _write(table: pa.Table, file: Path) -> None:
    unfinished = file.with_suffix(".new")
    parquet.write_table(table, unfinished)
    os.replace(unfinished, file)
