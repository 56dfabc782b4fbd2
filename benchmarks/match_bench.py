"""How fast `tidings match` finds the same people: `python -m benchmarks.match_bench`.

How well it does is measured by `python -m benchmarks.linkage`.
"""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import command, seconds

ROWS = 5_000
GIVEN = "Erlan Aibek Nurlan Serik Bolat Aigul Saule Dinara Gulnar Marat Kairat Askar Zhanar".split()
STEMS = "Sultan Serik Bolat Aben Tursyn Zhuma Kasen Orazbek Mamyr Toktar Kydyr Beisen".split()
ENDS = "ov aev bekov khanov baev kulov zhanov aliev".split()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _speed(Path(folder))


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


if __name__ == "__main__":
    main()
