"""Which question to put to a person first: the one whose answer teaches most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import Protocol, TypeVar

from tidings.linkage.evidence import Evidence

#: What the evidence of a pair says, without how rare the names are: (kind, level), sorted.
Pattern = tuple[tuple[str, str], ...]


class Asked(Protocol):
    """Two mentions and what speaks for their being one person."""

    @property
    def a(self) -> int: ...
    @property
    def b(self) -> int: ...
    @property
    def probability(self) -> float: ...
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


Question = TypeVar("Question", bound=Asked)


def in_order(
    questions: Sequence[Question],
    persons: Mapping[int, int],
    sizes: Mapping[int, int],
    answered: Mapping[Pattern, int],
) -> list[Question]:
    """The questions by falling `worth`; equals by their mentions, so that the order is one.

    `persons`: mention -> person; `sizes`: person -> how many mentions it has, one where nothing
    is said; `answered`: how many questions of a pattern people answered before.
    """
    patterns = [pattern(each.evidence) for each in questions]
    alike = Counter(patterns)
    sides = [(persons.get(each.a, each.a), persons.get(each.b, each.b)) for each in questions]
    about = Counter(side for both in sides for side in both)
    worths = [
        worth(
            each.probability,
            joined=sizes.get(one, 1) * sizes.get(other, 1),
            beside=about[one] + about[other] - 2,
            alike=alike[shown],
            answered=answered.get(shown, 0),
        )
        for each, shown, (one, other) in zip(questions, patterns, sides, strict=True)
    ]
    ranked = sorted(zip(worths, questions, strict=True), key=lambda r: (-r[0], r[1].a, r[1].b))
    return [question for _, question in ranked]


def worth(probability: float, *, joined: int, beside: int, alike: int, answered: int) -> float:
    """What an answer teaches: how open it is, times how far it reaches, times how new it is.

    Open: the entropy of the probability in bits, 1 where it is even and 0 where it is certain.
    Reach: log2(1 + `joined` + `beside`); the pairs of mentions that the answer settles at once,
    and the other questions about the same two persons, which it narrows. By its logarithm: a
    person of forty mentions is not forty times as urgent as one of one.
    New: (1 + `alike`) / (1 + `alike` + `answered`), the share of the questions of this pattern,
    waiting and answered, that still wait. The model learns little from the hundredth answer to
    one and the same pattern.
    """
    new = (1 + alike) / (1 + alike + answered)
    return entropy(probability) * log2(1 + joined + beside) * new


def entropy(probability: float) -> float:
    """How open a yes or no is, in bits: -p log2 p - (1-p) log2 (1-p)."""
    if not 0 < probability < 1:
        return 0.0
    return -sum(p * log2(p) for p in (probability, 1 - probability))


def pattern(evidence: Iterable[Evidence]) -> Pattern:
    """What the evidence says but for how rare a name, place or relative is."""
    return tuple(
        sorted(
            (each.kind, "agree" if each.code.startswith("bits_") else each.code)
            for each in evidence
        )
    )
