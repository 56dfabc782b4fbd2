"""The registry's figures: start, add, find, demo. `python -m benchmarks.registry_bench`"""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from benchmarks import people
from benchmarks.measuring import (
    TIDINGS,
    Figure,
    as_table,
    command,
    median_seconds,
    seconds,
    workplace,
)

ROWS = 10_000
MENTIONS = 100_000
QUERIES = 200


def main() -> list[Figure]:
    figures: list[Figure] = []
    for measure in (help_text, demo, first_page, add, first_index_and_find):
        figures += measure()
        print(f"{figures[-1].what}: {figures[-1].value}", flush=True)
    print(as_table(figures))
    return figures


def help_text() -> list[Figure]:
    ours = median_seconds(lambda: subprocess.run([TIDINGS, "--help"], capture_output=True), 7)
    python = median_seconds(lambda: subprocess.run([sys.executable, "-c", ""]), 7)
    return [
        Figure(
            "`tidings --help`",
            f"{ours:.2f} s",
            "under 0.3 s",
            f"{ours / python:.1f} x an empty Python",
        )
    ]


def demo() -> list[Figure]:
    with workplace() as place:
        taken = seconds(lambda: command(place, "demo", "--no-serve"))
    return [Figure("`tidings demo --no-serve`", f"{taken:.1f} s")]


def first_page() -> list[Figure]:
    """From the command to the bytes of the unlock page."""
    with workplace() as place:
        command(place, "init", "registry", "--worker", "Example Worker")
        taken = []
        for _ in range(3):
            began = time.perf_counter()
            server = subprocess.Popen(
                [TIDINGS, "serve", "--registry", "registry", "--port", "0"],
                cwd=place,
                stdout=subprocess.PIPE,
                text=True,
            )
            address = re.search(r"http\S+", server.stdout.readline()).group()
            urllib.request.urlopen(address).read()
            taken.append(time.perf_counter() - began)
            server.terminate()
            server.wait()
    return [Figure("start to first page", f"{statistics.median(taken):.2f} s", "under 3 s")]


def add() -> list[Figure]:
    text = people.table(ROWS)
    with workplace() as place:
        command(place, "init", "registry", "--worker", "Example Worker")
        (place / "list.csv").write_text(text, encoding="utf-8")
        whole = seconds(lambda: command(place, "add", "list.csv"))
        (place / "one.csv").write_text("\n".join(text.splitlines()[:2]) + "\n", encoding="utf-8")
        start = seconds(lambda: command(place, "add", "one.csv"))
        peer = seconds(lambda: _plain_insert(place / "plain.db", text))
    return [
        Figure(
            f"`add` of {ROWS:,} rows, all in",
            f"{ROWS / whole:,.0f} rows/s, start and unlocking included; "
            f"{ROWS / (whole - start):,.0f} without",
            "over 1,000 rows/s",
            f"{whole / peer:.0f} x the time of csv into plain sqlite3",
        )
    ]


def first_index_and_find() -> list[Figure]:
    from tidings.registry import folder

    folder.configure()
    from tidings.registry import searching
    from tidings.vault import new_key

    with workplace() as place:
        key = new_key()
        folder.create_with_key(place / "registry", "Example Worker", key)
        folder.open_with_key(place / "registry", key)
        _fill()
        index = seconds(searching.names_index)
        queries = people.names(QUERIES, seed=99)
        searching.find(queries[0])
        taken = sorted(seconds(lambda query=query: searching.find(query)) for query in queries)
        like = _like(queries)
        folder.lock()
    middle, slow = taken[QUERIES // 2], taken[int(QUERIES * 0.95)]
    return [
        Figure(f"first index of {MENTIONS:,} names", f"{index:.1f} s"),
        Figure(
            f"`find` at {MENTIONS:,} mentions",
            f"p50 {middle * 1000:.0f} ms, p95 {slow * 1000:.0f} ms",
            "p50 under 50 ms",
            f"{middle / like:.1f} x SQL LIKE on the same table, which crosses no script",
        ),
    ]


def _fill() -> None:
    from tidings.reading.reading import MentionDraft, Reading, SourceDraft
    from tidings.registry import adding
    from tidings.values import SourceKind

    every = people.names(MENTIONS)
    for start in range(0, MENTIONS, 10_000):
        mentions = tuple(
            MentionDraft(f"row {number}", f"A{number}", (name,))
            for number, name in enumerate(every[start : start + 10_000])
        )
        source = SourceDraft(SourceKind.LIST, f"list {start}", f"{start}.csv")
        adding.add_file([Reading(source, mentions)], str(start).encode(), actor="Example Worker")


def _like(queries: list[str]) -> float:
    from tidings.registry.models import MentionName

    taken = [
        seconds(lambda part=part: list(MentionName.objects.filter(written__contains=part)[:20]))
        for part in (query.split()[0] for query in queries)
    ]
    return statistics.median(taken)


def _plain_insert(file: Path, text: str) -> None:
    rows = list(csv.reader(io.StringIO(text)))
    with sqlite3.connect(file) as database:
        database.execute("create table list (name, sex, born, place, status, held)")
        database.executemany("insert into list values (?, ?, ?, ?, ?, ?)", rows)


if __name__ == "__main__":
    main()
