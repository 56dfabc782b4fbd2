"""Any tables: which of their rows are one person, how sure that is, and why, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tidings.linkage.evidence import Evidence, ScoredPair, explain_evidence
from tidings.linkage.judging import TABLES
from tidings.linkage.linking import Linkage, Progress, link
from tidings.linkage.people import Person, Vocabulary, mentions_of


@dataclass(frozen=True)
class Matched:
    """What became of one row. `cluster` counts from 1, in the order of the rows; `score` is the
    probability of the pair that joined the row, or of the likeliest that did not; `joined` says
    whether the cluster holds another row; `asked` whether a person should look."""

    cluster: int
    score: float | None
    reason: str
    joined: bool
    asked: bool


_ALONE = "no other row is alike enough"
_HELD = {
    "impossible": "but the two cannot be one person",
    "ambiguous": "but another row fits as well, and the two exclude each other",
    "barred": "but it would join two different people",
    "unsure": "but that is not enough",
}


def match_people(
    people: Sequence[Person],
    progress: Progress | None = None,
    threshold: float = TABLES.merge_from,
) -> list[Matched]:
    """Which rows are one person: one answer a row, in the order given. `threshold`: the
    probability from which two rows are joined."""
    if progress:
        progress("names", 0.0)
    vocabulary = Vocabulary()
    mentions = mentions_of(people, vocabulary)
    policy = replace(TABLES, merge_from=threshold)
    linkage = link(mentions, vocabulary.neighbours(), progress=progress, policy=policy)
    return _answers(people, linkage, vocabulary)


def _answers(people: Sequence[Person], linkage: Linkage, vocabulary: Vocabulary) -> list[Matched]:
    numbers: dict[int, int] = {}
    merged, asked = _best(linkage.merges), _best(linkage.review)
    answers = []
    for at in range(len(people)):
        cluster = numbers.setdefault(linkage.clusters[at], len(numbers) + 1)
        pair = merged.get(at) or asked.get(at)
        reason = _reason(at, pair, people, vocabulary) if pair else _ALONE
        score = round(pair.probability, 4) if pair else None
        answers.append(Matched(cluster, score, reason, at in merged, at in asked))
    return answers


def _best(pairs: Sequence[ScoredPair]) -> dict[int, ScoredPair]:
    """The heaviest pair of each row."""
    best: dict[int, ScoredPair] = {}
    for pair in sorted(pairs, key=lambda p: (-p.weight, p.a, p.b)):
        best.setdefault(pair.a, pair)
        best.setdefault(pair.b, pair)
    return best


def _reason(at: int, pair: ScoredPair, people: Sequence[Person], vocabulary: Vocabulary) -> str:
    """Why, with each name as its own row writes it, this row's first."""
    row, other = people[at], people[pair.b if pair.a == at else pair.a]
    ours, theirs = vocabulary.written(row, other), vocabulary.written(other, row)
    said = [
        explain_evidence(_seen_from(at, pair, evidence), "en", ours, theirs, vocabulary.columns)
        for evidence in pair.evidence
    ]
    what = "; ".join(filter(None, said))
    if pair.held is None:
        return f"same as {other.label}: {what}"
    return f"perhaps {other.label}: {what}; {_HELD[pair.held]}"


def _seen_from(at: int, pair: ScoredPair, evidence: Evidence) -> Evidence:
    """The evidence with the lexemes of row `at` first."""
    if pair.a == at or "pairs" not in evidence.params:
        return evidence
    turned = tuple((y, x) for x, y in evidence.params["pairs"])
    return replace(evidence, params={**evidence.params, "pairs": turned})
