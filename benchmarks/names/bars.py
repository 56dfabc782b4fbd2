"""The bars: what each figure should reach, and which figure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.names.metrics import Result, Share
from benchmarks.names.speed import Recall, Speed

#: A direction may be this much worse than its mirror.
MIRROR: Final = 0.03

#: Follows a peer's name where the list was made from a table that it carries.
LOOKED_UP: Final = " (looked up)"

Pick = Callable[[Result], Share]
#: (data, case, pair) -> what each peer made of it.
Peers = Mapping[tuple[str, str, str], Mapping[str, Result]]


@dataclass(frozen=True)
class Line:
    """One bar: what was measured, what it should be, what the best peer has."""

    what: str
    pair: str
    measured: str
    bar: str
    reached: bool
    peer: str = ""


def first(result: Result) -> Share:
    return result.first


def in_ten(result: Result) -> Share:
    return result.in_ten


def at(rate: float) -> Pick:
    return lambda result: result.recall[rate]


_PICKS: Final[Mapping[str, Pick]] = {
    "R@1": first,
    "R@10": in_ten,
    "recall at FPR 1e-3": at(1e-3),
    "recall at FPR 1e-4": at(1e-4),
    "recall at FPR 1e-6": at(1e-6),
}
#: (data, case) -> metric -> pair -> bar.
_EACH: Final[Mapping[tuple[str, str], Mapping[str, Mapping[str, float]]]] = {
    ("wikidata_dev", "one token"): {
        "R@1": {"han > latn": 0.92, "han > cyrl": 0.91, "han > arab": 0.89},
        "R@10": {"han > latn": 0.99, "han > cyrl": 0.99, "han > arab": 0.985},
        "recall at FPR 1e-4": {"han > latn": 0.92, "han > cyrl": 0.90, "han > arab": 0.75},
    },
    ("xinjiang_attested_dev", "signed: own"): {
        "R@1": {"han > latn": 1.0},
        "recall at FPR 1e-3": {"han > latn": 0.98},
        "recall at FPR 1e-4": {"han > latn": 0.92},
    },
    ("xinjiang_attested_dev", "signed: pinyin"): {"R@1": {"han > latn": 1.0}},
}
#: (data, case) -> metric -> the bar of its worst pair.
_WORST: Final[Mapping[tuple[str, str], Mapping[str, float]]] = {
    ("kk_given_dev", "given names"): {"R@1": 1.0, "recall at FPR 1e-3": 0.95},
    ("ug_given_dev", "given names"): {"R@1": 1.0, "recall at FPR 1e-3": 0.95},
    ("public_figures_dev", "full names"): {"R@1": 1.0},
    ("public_figures_dev", "one part missing"): {"R@1": 0.99},
    ("public_figures_dev", "parts swapped"): {"R@1": 0.99},
    ("ug_given_dev", "given + father, any order"): {"recall at FPR 1e-6": 0.85},
    ("ug_given_dev", "given + father, in order"): {"recall at FPR 1e-6": 0.85},
    ("kk_given_dev", "given + father, any order"): {"recall at FPR 1e-6": 0.85},
    ("kk_given_dev", "given + father, in order"): {"recall at FPR 1e-6": 0.85},
}
_CANDIDATES: Final = {"latn": 0.985, "arab": 0.965}


def lines(results: Sequence[Result], peers: Peers) -> Iterator[Line]:
    """Every bar that these results can be held against."""
    by_task: dict[tuple[str, str], list[Result]] = {}
    for result in results:
        by_task.setdefault((result.task.data, result.task.case), []).append(result)
    for key, measured in by_task.items():
        for metric, bars in _EACH.get(key, {}).items():
            for result in measured:
                if result.task.pair in bars:
                    yield _line(metric, result, bars[result.task.pair], peers)
        if key == ("wikidata_dev", "one token"):
            yield from _mirrors(measured)
        for metric, bar in _WORST.get(key, {}).items():
            yield from _worst(metric, measured, bar, peers)


def _line(metric: str, result: Result, bar: float, peers: Peers, which: str = "") -> Line:
    share = _PICKS[metric](result)
    task = result.task
    return Line(
        f"{task.data}, {task.case}: {metric}{which}",
        task.pair,
        shown(share),
        number(bar),
        share.value >= bar,
        best_peer(peers.get((task.data, task.case, task.pair), {}), _PICKS[metric]),
    )


def _worst(metric: str, results: Sequence[Result], bar: float, peers: Peers) -> Iterator[Line]:
    """The worst pair among those of the list's own columns, and among those made by rule."""
    for by_rule, which in ((False, ", worst pair"), (True, ", worst pair with a column by rule")):
        chosen = [result for result in results if ("*" in result.task.pair) is by_rule]
        if chosen:
            worst = min(chosen, key=lambda result: _PICKS[metric](result).value)
            yield _line(metric, worst, bar, peers, which)


def _mirrors(results: Sequence[Result]) -> Iterator[Line]:
    """Each direction that is worse than its mirror, and by how much at rank 1."""
    by_pair = {(result.task.asked, result.task.found): result for result in results}
    for (asked, found), result in by_pair.items():
        mirror = by_pair.get((found, asked))
        if mirror is None or (mirror.first.value, found) <= (result.first.value, asked):
            continue
        less = mirror.first.value - result.first.value
        yield Line(
            "wikidata_dev, one token: R@1 below its mirror by",
            result.task.pair,
            f"{number(less)} ({number(result.first.value)}, mirror {number(mirror.first.value)})",
            f"at most {number(MIRROR)}",
            less <= MIRROR + 1e-9,
        )


def candidate_lines(found: Sequence[Recall]) -> Iterator[Line]:
    """Recall among a thousandth of the vocabulary."""
    for recall in found:
        share, bar = recall.kept[1e-3], _CANDIDATES[recall.script]
        yield Line(
            f"candidate recall at a share of 1e-3 of {recall.words:,} words",
            f"han > {recall.script}",
            shown(share),
            number(bar),
            share.value >= bar,
        )


def speed_lines(found: Sequence[Speed]) -> Iterator[Line]:
    """Each speed against its bar; a rate should be high, a time low."""
    for speed in found:
        fast = speed.value >= 3 if speed.unit == "M/s" else speed.value < 20
        bar = "3 M/s" if speed.unit == "M/s" else "under 20 ms"
        yield Line(speed.what, "", f"{speed.value:.1f} {speed.unit}", bar, fast)


def best_peer(answers: Mapping[str, Result], pick: Pick) -> str:
    """The best peer's figure and name, of those that do not look the answer up."""
    fair = [(name, result) for name, result in answers.items() if not name.endswith(LOOKED_UP)]
    if not fair:
        return ""
    name, result = max(fair, key=lambda each: pick(each[1]).value)
    return f"{number(pick(result).value)} {name}"


def shown(share: Share) -> str:
    """A share with its standard error."""
    return f"{number(share.value)} ± {number(share.error)}"


def number(value: float) -> str:
    """Three digits, without the leading zero: .917, 1.000."""
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"
