"""Finding one person among a million: `python -m benchmarks.find_bench [NAMES]`.

The names are invented (`benchmarks.invented`); times are by the clock, since the scans are shared
out among the cores: run it on a quiet machine. The peer is what one would write in an afternoon:
every name romanised once, then rapidfuzz over all of them; it is timed on a part and scaled up.
"""

from __future__ import annotations

import ctypes
import gc
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.invented import SCRIPTS, Inventor, Someone, slipped
from benchmarks.measuring import Figure, as_table
from tidings.names import NameIndex, prepare, search

NAMES = 1_000_000
QUERIES = 60
WARMING = 500
PEER_NAMES = 50_000
LIMIT = 20
#: Short and long beginnings of a name, as they are typed.
TYPED = (1, 2, 3, 5, 8)


@dataclass(frozen=True)
class Asked:
    """A query, how it was made, and whether a person found is one that it may mean."""

    kind: str
    query: str
    right: Callable[[Someone], bool]


def main(names: int = NAMES) -> list[Figure]:
    prepare()
    people: list[Someone] = list(Inventor.seeded(5).people(names))
    index, figures = built(people)
    chance = random.Random(17)
    writer = Inventor.seeded(5)
    writer.chance = chance
    for someone in chance.sample(people, min(WARMING, names)):
        search(writer.written(someone), index, LIMIT)
    asked = [
        query for someone in chance.sample(people, QUERIES) for query in queries(someone, writer)
    ]
    figures += [*found(index, people, asked), *as_you_type(index, asked), *peer(people, asked)]
    print(as_table(figures))
    return figures


def built(people: Sequence[Someone]) -> tuple[NameIndex, list[Figure]]:
    """The index, its time and what the process grew by, all caches of the matcher included."""
    writer = Inventor.seeded(5)
    began = time.perf_counter()
    for someone in people:
        writer.written(someone)
    writing = time.perf_counter() - began
    writer = Inventor.seeded(5)
    before, began = memory(), time.perf_counter()
    index = NameIndex.from_rows((at, writer.written(each)) for at, each in enumerate(people))
    search("first question", index)
    taken = time.perf_counter() - began - writing
    each = (memory() - before) / len(people)
    return index, [
        Figure(
            f"index of {len(people):,} names, {len(index.tokens):,} distinct parts",
            f"{taken:.0f} s",
            "under 3 minutes",
        ),
        Figure("memory", f"{each:.0f} bytes a name", "under 300"),
    ]


def memory() -> int:
    """Bytes of this process in memory (Linux), what was freed given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def queries(someone: Someone, writer: Inventor) -> list[Asked]:
    """One person asked for as written, in another script, with a slip, a part less or wrong."""
    chance = writer.chance
    other = chance.choice([script for script in SCRIPTS if script != someone.script])
    given, father, wrong = someone.given, someone.father, writer.lexeme()
    whole = writer.written(someone)
    first = writer.word(given, someone.script)

    def both(each: Someone) -> bool:
        return (each.given, each.father) == (given, father)

    def one(each: Someone) -> bool:
        return given in (each.given, each.father)

    return [
        Asked("as written", whole, both),
        Asked("in another script", writer.written(someone, other), both),
        Asked("one letter wrong", slipped(whole, chance), both),
        Asked("one part missing", first, one),
        Asked("one part wrong", f"{first} {writer.word(wrong, someone.script)}", one),
    ]


def found(index: NameIndex, people: Sequence[Someone], asked: Sequence[Asked]) -> list[Figure]:
    """Latency of all, and for each kind of query how often one who may be meant is first."""
    taken, first, ten, kinds = [], dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0), len(KINDS)
    for each in asked:
        began = time.perf_counter()
        hits = search(each.query, index, LIMIT)
        taken.append(time.perf_counter() - began)
        right = [each.right(people[hit.key]) for hit in hits]
        first[each.kind] += any(right[:1])
        ten[each.kind] += any(right[:10])
    count = len(asked) // kinds
    explaining = sorted(explained(index, each.query) for each in asked[:: len(asked) // 50])
    return [
        Figure(f"`search`, {len(asked)} queries, warm", quantiles(taken), "p50 10 ms, p99 40 ms"),
        Figure("reasons for ten hits", quantiles(explaining)),
        *(
            Figure(f"{kind}: first / in the first ten of {count}", f"{first[kind]} / {ten[kind]}")
            for kind in KINDS
        ),
    ]


KINDS = (
    "as written",
    "in another script",
    "one letter wrong",
    "one part missing",
    "one part wrong",
)


def explained(index: NameIndex, query: str) -> float:
    hits = search(query, index, 10)
    began = time.perf_counter()
    for hit in hits:
        _ = hit.match
    return time.perf_counter() - began


def as_you_type(index: NameIndex, asked: Sequence[Asked]) -> list[Figure]:
    """Every tenth query typed letter by letter."""
    taken = []
    for each in asked[::10]:
        for length in (*TYPED, len(each.query)):
            began = time.perf_counter()
            search(each.query[:length].strip(), index, LIMIT, prefix=True)
            taken.append(time.perf_counter() - began)
    return [Figure("as you type, each letter", quantiles(taken), "p50 10 ms, p99 40 ms")]


def peer(people: Sequence[Someone], asked: Sequence[Asked]) -> list[Figure]:
    """anyascii and rapidfuzz over all names, where both are installed."""
    try:
        from anyascii import anyascii
        from rapidfuzz import fuzz, process
    except ImportError:
        return [Figure("peer: anyascii, rapidfuzz `process.extract`", "not installed: skipped")]
    writer = Inventor.seeded(5)
    part = [anyascii(writer.written(each)).lower() for each in people[:PEER_NAMES]]
    few, taken = asked[:: len(asked) // 20], []
    for each in few:
        began = time.perf_counter()
        process.extract(anyascii(each.query).lower(), part, scorer=fuzz.token_sort_ratio, limit=20)
        taken.append((time.perf_counter() - began) * len(people) / len(part))
    return [Figure("peer: anyascii, rapidfuzz `process.extract`", f"{quantiles(taken)}, scaled up")]


def quantiles(taken: Sequence[float]) -> str:
    ordered = sorted(taken)
    middle, slow = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    return f"p50 {middle * 1e3:.1f} ms, p99 {slow * 1e3:.1f} ms"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
