"""One run: every task, the peers, the speeds, the tables."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.names import bars, ours, report
from benchmarks.names.lists import LISTS
from benchmarks.names.metrics import Result, judged
from benchmarks.names.peers import PEERS, NoPeer, Peer, asked
from benchmarks.names.speed import candidate_recall, speeds
from benchmarks.names.tasks import QUALITY, Task

#: With --quick: so many queries of a task, and no task larger than so many pairs.
QUICK_QUERIES: Final = 200
QUICK_PAIRS: Final = 1_300_000


def main(arguments: Sequence[str] = ()) -> None:
    """Measure and print. Needs no network but for making the peers' environments."""
    options = _options(arguments)
    lines: list[bars.Line] = []
    if LISTS.is_dir():
        lines += _quality(options)
    else:
        print(f"quality: skipped, no lists in {LISTS}")
    if not options.quick:
        lines += bars.speed_lines(list(speeds()))
    print("\nBars\n")
    print(report.written(report.bars_table(lines), options.markdown))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a part of it, under a minute")
    parser.add_argument("--no-peers", action="store_true", help="leave the other matchers out")
    parser.add_argument("--markdown", action="store_true", help="print Markdown tables")
    parser.add_argument("--failures", type=Path, metavar="FILE", help="list the worst pairs there")
    return parser.parse_args(arguments)


def _quality(options: argparse.Namespace) -> list[bars.Line]:
    tasks = list(_tasks(options.quick))
    results = [judged(task, ours.scores(task)) for task in tasks]
    peers = {} if options.quick or options.no_peers else _peers(tasks)
    print("\nBy pair of writings (* by rule)\n")
    print(report.written(report.details_table(results, peers), options.markdown))
    print("\nWhy another name was first\n")
    print(report.written(report.reasons_table(results), options.markdown))
    if peers:
        print("\nPeers\n")
        print(report.written(report.peers_table(peers), options.markdown))
    if options.failures:
        options.failures.write_text("\n".join(report.failures_text(results)) + "\n", "utf-8")
    lines = list(bars.lines(results, peers))
    if not options.quick:
        found = list(candidate_recall())
        print("\nCandidates\n")
        print(report.written(report.candidates_table(found), options.markdown))
        lines += bars.candidate_lines(found)
    return lines


def _tasks(quick: bool) -> Iterator[Task]:
    for make in QUALITY:
        for task in make():
            if not quick:
                yield task
            elif len(task.queries) * len(task.pool) <= QUICK_PAIRS:
                yield task.only(QUICK_QUERIES)


def _peers(tasks: Sequence[Task]) -> bars.Peers:
    """What each peer that can be had makes of each task it is asked."""
    found: dict[tuple[str, str, str], dict[str, Result]] = {}
    sizes = {(task.data, task.case, task.pair): len(task.pool) for task in tasks}
    for peer in PEERS:
        print(f"asking {peer.name}", file=sys.stderr, flush=True)
        try:
            for task, scores in asked(peer, tasks):
                key = (task.data, task.case, task.pair)
                found.setdefault(key, {})[_label(peer, task, sizes[key])] = judged(task, scores)
        except NoPeer as reason:
            print(f"{peer.name}: skipped, {reason}")
    return found


def _label(peer: Peer, task: Task, whole: int) -> str:
    """The peer's name: with † when its task was made smaller, and so easier."""
    smaller = " †" if len(task.pool) < whole else ""
    return peer.name + smaller + (bars.LOOKED_UP if task.data == peer.knows else "")
