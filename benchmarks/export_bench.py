"""The whole registry out as tables and back in. `python -m benchmarks.export_bench [MENTIONS]`"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import people
from benchmarks.measuring import Figure, as_table
from tidings.registry import folder
from tidings.vault import new_key

MENTIONS = 100_000
ACTS = 20


def main(mentions: int = MENTIONS) -> list[Figure]:
    folder.configure()
    with tempfile.TemporaryDirectory(prefix="tidings-bench-") as name:
        figures = measure(Path(name), mentions)
    print(as_table(figures))
    return figures


def measure(place: Path, mentions: int) -> list[Figure]:
    from tidings.registry.tables import export, read_back, read_manifest

    key = new_key()
    folder.create_with_key(place / "registry", "Worker", key)
    folder.open_with_key(place / "registry", key)
    for act in range(ACTS):
        fill(mentions // ACTS, seed=act)
    base = peak()
    out, done = timed(lambda: export(place / "out"))
    grew_out = peak() - base
    folder.lock()
    about = read_manifest(place / "out")

    def back() -> int:
        with folder.creating(
            place / "back", key, example=False, evidence_names=about.evidence_names
        ) as registry:
            return read_back(place / "out", registry).rows

    back_seconds, rows = timed(back)
    grew_back = peak() - base
    return [
        Figure(
            f"export, {mentions:,} mentions ({done.rows:,} rows)",
            f"{out:.1f} s, {done.rows / out:,.0f} rows/s, {grew_out} MiB more memory",
        ),
        Figure(
            f"`init --from` of it, ledger checked, {rows:,} rows",
            f"{back_seconds:.1f} s, {rows / back_seconds:,.0f} rows/s, {grew_back} MiB more memory",
        ),
    ]


def fill(mentions: int, seed: int) -> None:
    """One act: invented people with a name, a number and two statements each."""
    from tidings.registry.act import recording
    from tidings.registry.models import Mention, MentionName, MentionNumber, Source, Statement

    names = people.names(mentions, seed)
    with recording("Worker", "add", "benchmark") as act:
        (source,) = act.insert(Source, [{"kind": "list", "title": f"list {seed}"}])
        ids = act.insert(
            Mention, [{"source_id": source, "sex": "male", "place": "Тоққұзтара"}] * mentions
        )
        act.insert(
            MentionName,
            [
                {"mention_id": i, "written": n, "script": "Cyrl"}
                for i, n in zip(ids, names, strict=True)
            ],
        )
        act.insert(
            MentionNumber, [{"mention_id": i, "kind": "phone", "written": "+7 701"} for i in ids]
        )
        for what in ("detained", "sentenced"):
            act.insert(
                Statement,
                [
                    {"source_id": source, "mention_id": i, "what": what, "quote": "ұсталған"}
                    for i in ids
                ],
            )


def timed(work: Callable[[], object]) -> tuple[float, object]:
    began = time.perf_counter()
    done = work()
    return time.perf_counter() - began, done


def peak() -> int:
    """The most memory this process had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
