"""A world's extract on disk, made once: what linkage reads, and the truth beside it."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet

import tidings.linkage
import tidings.names
from benchmarks.linkage.extracts import tables
from benchmarks.linkage.generator import Ints, world
from benchmarks.linkage.kept import CACHE, neighbours_of
from benchmarks.linkage.oracle import oracle
from benchmarks.linkage.running import run
from benchmarks.linkage.written import written
from tidings.linkage.people import Vocabulary

ROOT = Path(__file__).parents[2]
TABLES = ("mention", "part", "place", "relative", "kin_of", "number", "other", "neighbour")
#: Files beside the tables: who each mention is, who the oracle says, and how sure it is.
TRUTH, ORACLE, SURE = "truth.npy", "oracle.npy", "sure.npy"
#: Tells the code that made the extract.
CODE = "code.txt"


def extract(size: int, seed: int) -> Path:
    """The folder of this world's extract; made in a process of its own, that its memory goes. One
    that older code made is used as it is, and that is said."""
    folder = CACHE / f"world-{size}-{seed}"
    if not (folder / CODE).is_file():
        folder.mkdir(parents=True, exist_ok=True)
        asked = [sys.executable, "-m", "benchmarks.linkage", "extract", str(size), str(seed)]
        made = run(asked, folder, env={"PYTHONPATH": str(ROOT)})
        if made.code:
            raise RuntimeError(made.text[-2000:])
        print(f"extract of {size:,}: {made.processor:.0f} cpu s, {made.peak:,.0f} MiB", flush=True)
    elif (folder / CODE).read_text() != _code():
        print(f"{folder} was made by other code; delete it to have it made again.", flush=True)
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
    (folder / CODE).write_text(_code())


def read(folder: Path) -> dict[str, pa.Table]:
    """The tables of an extract, `neighbour` among them."""
    return {name: parquet.read_table(folder / f"{name}.parquet") for name in TABLES}


def truth(folder: Path) -> Ints:
    """Who each mention is."""
    return np.asarray(np.load(folder / TRUTH), np.int64)


def _code() -> str:
    own = Path(__file__).parent
    rooms = (Path(tidings.linkage.__file__).parent, Path(tidings.names.__file__).parent)
    files = [*own.glob("*.py"), *own.glob("data/*"), *(f for r in rooms for f in r.rglob("*.py"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(files))).hexdigest()


def _write(table: pa.Table, file: Path) -> None:
    unfinished = file.with_suffix(".new")
    parquet.write_table(table, unfinished)
    os.replace(unfinished, file)
