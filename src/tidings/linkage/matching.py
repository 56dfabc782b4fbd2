"""Any tables: which of their rows are one person, how sure that is, and why, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tidings.linkage.evidence import ScoredPair, explain_evidence
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
    "name_alone": "but nothing else speaks for it",
    "no_name": "but the names do not agree",
    "veto": "but too much speaks against it",
    "ambiguous": "but another row fits as well, and the two exclude each other",
    "barred": "but it would join two different people",
    "unsure": "but that is not enough",
}


def match_people(people: Sequence[Person], progress: Progress | None = None) -> list[Matched]:
    """Which rows are one person: one answer a row, in the order given."""
    if progress:
        progress("names", 0.0)
    vocabulary = Vocabulary()
    mentions = mentions_of(people, vocabulary)
    linkage = link(mentions, vocabulary.neighbours(), progress=progress)
    return _answers(people, linkage, vocabulary.words)


def _answers(people: Sequence[Person], linkage: Linkage, words: Mapping[int, str]) -> list[Matched]:
    numbers: dict[int, int] = {}
    merged, asked = _best(linkage.merges), _best(linkage.review)
    answers = []
    for at in range(len(people)):
        cluster = numbers.setdefault(linkage.clusters[at], len(numbers) + 1)
        pair = merged.get(at) or asked.get(at)
        reason = _reason(at, pair, people, words) if pair else _ALONE
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


def _reason(at: int, pair: ScoredPair, people: Sequence[Person], words: Mapping[int, str]) -> str:
    other = people[pair.b if pair.a == at else pair.a].label
    said = "; ".join(filter(None, (explain_evidence(e, "en", words) for e in pair.evidence)))
    if pair.held is None:
        return f"same as {other}: {said}"
    return f"perhaps {other}: {said}; {_HELD.get(pair.held, 'a person should look')}"
