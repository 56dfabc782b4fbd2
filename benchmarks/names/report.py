"""The tables, on a screen or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from benchmarks.names.bars import Line, Peers, at, best_peer, first, in_ten, number, shown
from benchmarks.names.metrics import Result
from benchmarks.names.speed import Recall

Table = list[tuple[str, ...]]

#: So many pairs of different names make recall at one in a million worth printing.
ENOUGH: Final = 1_500_000

_DETAILS = (
    "data",
    "case",
    "pair",
    "queries",
    "pool",
    "R@1 ± se",
    "R@10",
    "1e-3",
    "1e-4",
    "1e-6",
    "best peer R@1",
    "best peer 1e-3",
)


def bars_table(lines: Iterable[Line]) -> Table:
    """Every bar, what was measured and the best peer."""
    rows = [
        (each.what, each.pair, each.measured, each.bar, "yes" if each.reached else "no", each.peer)
        for each in lines
    ]
    return [("what", "pair", "measured ± se", "bar", "reached", "best peer"), *rows]


def details_table(results: Sequence[Result], peers: Peers) -> Table:
    """Every task by pair of writings. Recall at 1e-6 is given where there are pairs enough."""
    return [_DETAILS, *(_details(result, peers) for result in results)]


def _details(result: Result, peers: Peers) -> tuple[str, ...]:
    task = result.task
    answers = peers.get((task.data, task.case, task.pair), {})
    return (
        task.data,
        task.case,
        task.pair,
        str(len(task.queries)),
        str(len(task.pool)),
        shown(first(result)),
        number(in_ten(result).value),
        number(at(1e-3)(result).value),
        number(at(1e-4)(result).value),
        number(at(1e-6)(result).value) if result.negatives >= ENOUGH else "",
        best_peer(answers, first),
        best_peer(answers, at(1e-3)),
    )


def peers_table(peers: Peers) -> Table:
    """Each peer by itself."""
    rows = [
        (
            name,
            *key,
            str(len(result.task.queries)),
            str(len(result.task.pool)),
            shown(result.first),
            number(result.recall[1e-3].value),
            number(result.recall[1e-4].value),
        )
        for key, answers in peers.items()
        for name, result in answers.items()
    ]
    header = ("peer", "data", "case", "pair", "queries", "pool", "R@1 ± se", "1e-3", "1e-4")
    return [header, *sorted(rows)]


def candidates_table(found: Sequence[Recall]) -> Table:
    """Recall of the right word by share of the vocabulary."""
    shares = list(found[0].kept)
    rows = [
        (f"han > {each.script}", f"{each.words:,}", *(shown(each.kept[share]) for share in shares))
        for each in found
    ]
    return [("pair", "words", *(f"at {share:g}" for share in shares)), *rows]


def reasons_table(results: Sequence[Result]) -> Table:
    """Why another name was first, by task."""
    reasons = list(dict.fromkeys(reason for result in results for reason in result.reasons))
    rows = [
        (
            result.task.data,
            result.task.case,
            result.task.pair,
            str(result.first.of - result.first.hits),
            *(str(result.reasons.get(reason, "")) for reason in reasons),
        )
        for result in results
        if result.reasons
    ]
    return [("data", "case", "pair", "not first", *reasons), *rows]


def failures_text(results: Sequence[Result]) -> Iterator[str]:
    """The worst failures of every task as tab-separated lines."""
    yield "\t".join(
        ("data", "case", "pair", "query", "right", "score", "best other", "its score", "why")
    )
    for result in results:
        task = result.task
        for bad in result.failures:
            scores = f"{bad.score:.2f}", f"{bad.winning:.2f}"
            yield "\t".join(
                (
                    task.data,
                    task.case,
                    task.pair,
                    bad.query,
                    bad.right,
                    scores[0],
                    bad.winner,
                    scores[1],
                    bad.why,
                )
            )


def written(table: Table, markdown: bool) -> str:
    """A table in columns, or as Markdown."""
    if markdown:
        head, *rows = table
        lines = [head, tuple("---" for _ in head), *rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in table
    )
