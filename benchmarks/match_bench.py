"""How well and how fast `tidings match` finds the same people: `python -m benchmarks.match_bench`.

Speed is measured on invented people. Quality needs public test lists that are not shipped
(`TIDINGS_SHARED`, else a folder `shared` beside the checkout); without them that half is skipped,
and says so. The weights are judgements and were not fitted, but misses of FEBRL 4 were looked at
while the rules for slips and shared numbers were written. The columns that tell the truth are
dropped first.
"""

from __future__ import annotations

import csv
import os
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from math import comb
from pathlib import Path

from benchmarks.measuring import command, seconds

SHARED = Path(os.environ.get("TIDINGS_SHARED", Path(__file__).parents[2] / "shared"))
LISTS = SHARED / "data" / "linkage"
ROWS = 5_000
GIVEN = "Erlan Aibek Nurlan Serik Bolat Aigul Saule Dinara Gulnar Marat Kairat Askar Zhanar".split()
STEMS = "Sultan Serik Bolat Aben Tursyn Zhuma Kasen Orazbek Mamyr Toktar Kydyr Beisen".split()
ENDS = "ov aev bekov khanov baev kulov zhanov aliev".split()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _speed(place)
        if LISTS.is_dir():
            _quality(place)
        else:
            print("Quality: skipped, the public test lists are not here.")


def _speed(place: Path) -> None:
    """Two lists of invented people, half of them in both."""
    chance = random.Random(7)
    people = [_person(chance) for _ in range(ROWS * 3 // 2)]
    ours = _write(place / "ours.csv", people[:ROWS])
    theirs = _write(place / "theirs.csv", people[-ROWS:])
    out = place / "speed.csv"
    taken = seconds(lambda: command(place, "match", ours.name, theirs.name, "--out", out.name))
    print(f"match, two lists of {ROWS:,} rows: {taken:.1f} s (bar: under 10 s)")


def _person(chance: random.Random) -> list[str]:
    born = f"{chance.randint(1940, 2005)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    name = f"{chance.choice(GIVEN)} {chance.choice(STEMS)}{chance.choice(ENDS)}"
    return [name, born, f"{chance.choice(STEMS)}tau"]


def _write(file: Path, rows: Sequence[Sequence[str]]) -> Path:
    with file.open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened).writerows([["name", "born", "place"], *rows])
    return file


def _quality(place: Path) -> None:
    print("list              precision  recall     F1  recall with what is asked  seconds")
    fake = LISTS / "fake_1000.csv"
    told = {row["unique_id"]: row["cluster"] for row in csv.DictReader(fake.open())}
    _measure("fake_1000", [_without(fake, "cluster", place)], lambda row: told[row["unique_id"]])
    for name, files in (
        ("febrl3", ["dataset3.csv"]),
        ("febrl4, both lists", ["dataset4a.csv", "dataset4b.csv"]),
    ):
        _measure(name, [_without(LISTS / f, "rec_id", place) for f in files], None)


def _without(file: Path, column: str, place: Path) -> Path:
    """A copy whose truth stands in a file of its own, where `match` does not look."""
    rows = list(csv.reader(file.open(), skipinitialspace=True))
    at = rows[0].index(column)
    copy = place / file.name
    with copy.open("w", newline="") as opened:
        csv.writer(opened).writerows([row[:at] + row[at + 1 :] for row in rows])
    (place / f"{file.name}.truth").write_text("\n".join(row[at] for row in rows))
    return copy


def _measure(
    name: str, files: list[Path], truth_of: Callable[[dict[str, str]], str] | None
) -> None:
    place = files[0].parent
    out = place / "out.csv"
    taken = seconds(
        lambda: command(place, "match", *(file.name for file in files), "--out", out.name)
    )
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    truth = [truth_of(row) if truth_of else _entity(place, row) for row in rows]
    found = [row["cluster"] or f"alone {n}" for n, row in enumerate(rows)]
    right = _pairs(list(zip(found, truth, strict=True)))
    precision, recall = right / max(1, _pairs(found)), right / _pairs(truth)
    both = _pairs(_with_asked(rows, found, truth)) / _pairs(truth)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name:<18}{precision:9.4f}{recall:8.4f}{f1:7.4f}{both:27.4f}{taken:9.1f}")


def _entity(place: Path, row: dict[str, str]) -> str:
    """The number that the febrl lists give to one person: rec-12-org, rec-12-dup-0."""
    told = _lines(place / f"{row['file']}.truth")[int(row["row"]) - 1]
    return re.sub(r"\D*(\d+).*", r"\1", told)


@cache
def _lines(file: Path) -> list[str]:
    return file.read_text().split("\n")


def _with_asked(
    rows: list[dict[str, str]], found: list[str], truth: list[str]
) -> list[tuple[str, str]]:
    """The clusters after a person answered each question rightly."""
    number = {(row["file"], row["row"]): n for n, row in enumerate(rows)}
    joined = list(zip(found, truth, strict=True))
    for n, row in enumerate(rows):
        asked = re.match(r"perhaps (.+), row (\d+):", row["reason"])
        other = number[asked[1], asked[2]] if asked else n
        if truth[n] == truth[other]:
            old, new = joined[n], joined[other]
            joined = [new if each == old else each for each in joined]
    return joined


def _pairs(labels: Sequence[object]) -> int:
    return sum(comb(count, 2) for count in Counter(labels).values())


if __name__ == "__main__":
    main()
