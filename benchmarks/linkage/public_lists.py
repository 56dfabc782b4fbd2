"""Public lists with known truth, as Splink's `splink_datasets` offers them to everyone.

FEBRL 3 and 4 (Christen 2008), `fake_1000` and `historical_50k` (people of Wikidata with errors
put in by rule) are not shipped. They lie in `data/linkage` of `TIDINGS_SHARED`, else of a folder
`shared` beside the checkout; `splink_datasets.febrl3` and so on fetch them.
"""

from __future__ import annotations

import csv
import os
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.linkage.generator import Ints

SHARED = Path(os.environ.get("TIDINGS_SHARED", Path(__file__).parents[3] / "shared"))
LISTS = SHARED / "data" / "linkage"
Row = dict[str, str]


@dataclass(frozen=True)
class PublicList:
    """A list in one or more files; `secret` columns tell the truth and are dropped before anybody
    sees the list; `truth` reads it from a row; `best` is the best F1 seen of others."""

    name: str
    files: tuple[str, ...]
    secret: tuple[str, ...]
    truth: Callable[[Row], str]
    bar: float
    best: float


def _cluster(row: Row) -> str:
    return row["cluster"]


def _record(row: Row) -> str:
    """The number of one person in "rec-12-org" and "rec-12-dup-0"."""
    return re.sub(r"\D*(\d+).*", r"\1", row["rec_id"])


PUBLIC = (
    PublicList(
        "historical_50k", ("historical_figures_with_errors_50k.parquet",),
        ("unique_id", "cluster"), _cluster, 0.87, 0.829,
    ),
    PublicList("febrl3", ("dataset3.csv",), ("rec_id",), _record, 0.998, 0.996),
    PublicList(
        "febrl4", ("dataset4a.csv", "dataset4b.csv"), ("rec_id",), _record, 0.998, 0.996
    ),
    PublicList("fake_1000", ("fake_1000.csv",), ("unique_id", "cluster"), _cluster, 0.80, 0.717),
)  # fmt: skip


def rows_of(which: PublicList, seed: int = 5) -> list[list[Row]]:
    """The rows of each file, shuffled: their order tells who is who."""
    files = [_read(LISTS / file) for file in which.files]
    for rows in files:
        random.Random(seed).shuffle(rows)
    return files


def write_without_truth(which: PublicList, files: list[list[Row]], place: Path) -> list[Path]:
    """The files as CSV with the columns that tell the truth left out."""
    written = []
    for name, rows in zip(which.files, files, strict=True):
        columns = [column for column in rows[0] if column not in which.secret]
        written.append(place / f"{Path(name).stem}.csv")
        with written[-1].open("w", newline="", encoding="utf-8") as opened:
            table = csv.DictWriter(opened, columns, extrasaction="ignore")
            table.writeheader()
            table.writerows(rows)
    return written


def truth_of(which: PublicList, files: Sequence[list[Row]]) -> Ints:
    """A number for each row of each file, in order: who it is."""
    names = [which.truth(row) for rows in files for row in rows]
    return np.unique(names, return_inverse=True)[1].astype(np.int64)


def _read(file: Path) -> list[Row]:
    if file.suffix == ".parquet":
        import pyarrow.parquet as parquet

        rows = parquet.read_table(file).to_pylist()
        return [{key: value or "" for key, value in row.items()} for row in rows]
    with file.open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened, skipinitialspace=True))
