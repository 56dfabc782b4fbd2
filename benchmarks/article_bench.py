"""How well articles are read: recall and precision of lines, accuracy of each key, time.

    python -m benchmarks.article_bench [--set dev|held|fresh|all|real] [-v]

A proposed line and a gold line match when event and mode are the same and their quotes overlap;
of several, those that agree in most other keys. A text without a date passed has its own
dateline. The texts are invented; "real" is the article
beside a checkout, if there is one.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tidings.reading.article import read_article
from tidings.reading.reading import StatementDraft
from tidings.values import parse_edtf

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "tests" / "reading" / "articles"
KEYS = ("speaker", "chain", "channel", "person", "group", "figure", "date")
LOOSE = frozenset("the a an of his her their in on and former two three one".split())


@dataclass
class Score:
    gold: int = 0
    proposed: int = 0
    matched: int = 0
    right: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    texts: int = 0

    def add(self, other: Score) -> None:
        self.gold += other.gold
        self.proposed += other.proposed
        self.matched += other.matched
        self.right += other.right
        self.seconds += other.seconds
        self.texts += other.texts

    def table(self) -> str:
        keys = "  ".join(f"{key} {self.right[key] / max(self.matched, 1):.2f}" for key in KEYS)
        return (
            f"recall {self.matched / max(self.gold, 1):.2f}  "
            f"precision {self.matched / max(self.proposed, 1):.2f}  ({self.matched} of "
            f"{self.gold} gold, "
            f"{self.proposed} proposed)  {1000 * self.seconds / max(self.texts, 1):.0f} ms a text\n"
            f"  of the matched: {keys}"
        )


def shared() -> Path:
    return Path(os.environ.get("TIDINGS_SHARED", ROOT.parent / "shared"))


def texts(which: str) -> list[tuple[str, Path, str]]:
    """(name, text file, published) of one set."""
    if which == "real":
        return [(p.stem, p, "2019-01") for p in sorted((shared() / "data/articles").glob("*.txt"))]
    with (TEXTS / "index.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    return [(row["name"], TEXTS / f"{row['name']}.txt", row["published"]) for row in rows
            if which in {"all", row["set"]}]  # fmt: skip


def gold_of(path: Path) -> list[dict[str, Any]]:
    """The careful reader's lines for one text."""
    rows = path.with_suffix(".gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row) for row in rows]


def line(draft: StatementDraft) -> dict[str, Any]:
    figure = [draft.figure.low, draft.figure.high] if draft.figure else None
    return {
        "speaker": draft.speaker, "chain": list(draft.chain), "channel": draft.channel,
        "mode": draft.mode.value, "event": draft.event.value if draft.event else None,
        "person": draft.person, "group": draft.group, "figure": figure,
        "date": draft.date.edtf if draft.date else None, "quote": draft.quote,
    }  # fmt: skip


def words(value: object) -> set[str]:
    text = re.sub(r"'s\b", "", str(value).lower().replace("’", "'"))
    return set(re.findall(r"[^\W_]+", text)) - LOOSE


def alike(gold: Any, mine: Any) -> bool:
    """The same thing named: one's words are among the other's, or more than half are shared."""
    if not gold or not mine:
        return not gold and not mine
    a, b = words(gold), words(mine)
    if not a or not b:
        return a == b
    return len(a & b) / len(a | b) >= 0.5 or a <= b or b <= a


def same(key: str, gold: Any, mine: Any) -> bool:
    if key == "chain":
        one, two = list(gold or []), list(mine or [])
        return len(one) == len(two) and all(alike(g, m) for g, m in zip(one, two, strict=True))
    if key == "figure":
        return [v or None for v in gold or [None] * 2] == [v or None for v in mine or [None] * 2]
    if key == "date":
        return gold == mine
    return alike(gold, mine)


def overlap(text: str, one: str, two: str) -> bool:
    a, b = text.find(one), text.find(two)
    shared_part = min(a + len(one), b + len(two)) - max(a, b)
    return a >= 0 and b >= 0 and shared_part >= 0.5 * min(len(one), len(two))


def score(text: str, gold: list[dict[str, Any]], mine: list[dict[str, Any]], talk: bool) -> Score:
    result = Score(len(gold), len(mine), texts=1)
    pairs = []
    for i, g in enumerate(gold):
        for j, m in enumerate(mine):
            if g["mode"] == m["mode"] and g["event"] == m["event"] and overlap(
                text, str(g["quote"]), str(m["quote"])
            ):  # fmt: skip
                agree = sum(same(key, g[key], m[key]) for key in KEYS)
                pairs.append((-agree - 2 * same("person", g["person"], m["person"]), i, j))
    used_gold: set[int] = set()
    used_mine: set[int] = set()
    for _, i, j in sorted(pairs):
        if i in used_gold or j in used_mine:
            continue
        used_gold.add(i)
        used_mine.add(j)
        result.matched += 1
        for key in KEYS:
            right = same(key, gold[i][key], mine[j][key])
            result.right[key] += right
            if talk and not right:
                print(
                    f"    ~ {key}: {mine[j][key]!r} for {gold[i][key]!r}   "
                    f"[{gold[i]['event']}] {str(gold[i]['quote'])[:60]}"
                )
    if talk:
        for i, g in enumerate(gold):
            if i not in used_gold:
                print(f"    - {g['mode']} {g['event']} {g['person'] or g['group']}: {g['quote']}")
        for j, m in enumerate(mine):
            if j not in used_mine:
                print(
                    f"    + {m['mode']} {m['event']} {m['person'] or m['group']} by "
                    f"{m['speaker']}: {m['quote']}"
                )
    return result


def measure(which: str, talk: bool = False) -> Score:
    total = Score()
    for name, path, published in texts(which):
        text = path.read_text(encoding="utf-8")
        gold = gold_of(path)
        began = time.perf_counter()
        reading = read_article(text, path.name, parse_edtf(published) if published else None)
        spent = time.perf_counter() - began
        if talk:
            print(name)
        one = score(text, gold, [line(draft) for draft in reading.statements], talk)
        one.seconds = spent
        total.add(one)
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="", choices=["", "dev", "held", "fresh", "all", "real"])
    parser.add_argument("-v", action="store_true", help="print every difference")
    arguments = parser.parse_args()
    for which in [arguments.set] if arguments.set else ["dev", "held", "fresh", "real"]:
        print(f"{which}: {measure(which, arguments.v).table()}")


if __name__ == "__main__":
    main()
