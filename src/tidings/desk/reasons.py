"""What speaks for a pair being one person and what against: words, and bars to draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tidings.linkage import Evidence
from tidings.registry import linking

MIDDLE = 200.0
#: Bits that fill half of the drawing; what weighs more is cut off there.
FULL = 14.0


@dataclass(frozen=True)
class Reason:
    """One piece of evidence: a bar from the middle, towards "for" or "against"."""

    words: str
    x: float
    width: float
    against: bool


def reasons(evidence: Iterable[Evidence | Mapping[str, Any]], language: str) -> list[Reason]:
    """The evidence in words and bars, the heaviest first."""
    items = [each if isinstance(each, Evidence) else Evidence(**each) for each in evidence]
    items.sort(key=lambda each: -abs(each.weight))
    found = []
    for each in items:
        for words in linking.explained([each], language):
            width = round(max(3.0, min(abs(each.weight) / FULL, 1.0) * MIDDLE), 1)
            against = each.weight < 0
            found.append(Reason(words, MIDDLE - width if against else MIDDLE, width, against))
    return found
