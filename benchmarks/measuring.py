"""How things are timed, and how figures are printed."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TIDINGS = Path(sys.executable).parent / "tidings"
PASSPHRASE = "five words for the benchmark"


@dataclass(frozen=True)
class Figure:
    """One line of the table. `bar` is what the figure should reach, in words."""

    what: str
    value: str
    bar: str = ""
    peer: str = ""


def median_seconds(work: Callable[[], object], times: int) -> float:
    """The median of `times` runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def command(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `tidings` with a home of its own; its registry is `place`/registry."""
    environment = os.environ | {
        "HOME": str(place),
        "XDG_CONFIG_HOME": str(place / "config"),
        "TIDINGS_REGISTRY": str(place / "registry"),
        "TIDINGS_PASSPHRASE_FILE": str(place / "passphrase"),
    }
    return subprocess.run(
        [TIDINGS, *arguments], env=environment, cwd=place, capture_output=True, text=True
    )


@contextmanager
def workplace() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="tidings-bench-") as name:
        place = Path(name)
        (place / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
        yield place


def as_table(figures: list[Figure]) -> str:
    """A Markdown table."""
    lines = ["| what | measured | bar | peer, same run |", "|---|---|---|---|"]
    lines += [f"| {each.what} | {each.value} | {each.bar} | {each.peer} |" for each in figures]
    return "\n".join(lines)
