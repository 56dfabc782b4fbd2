"""From scored pairs to clusters: strongest first, and never across what forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tidings.linkage.evidence import Evidence, ScoredPair
from tidings.linkage.impossible import why_impossible
from tidings.linkage.mentions import LinkMention
from tidings.linkage.weights import (
    AMBIGUOUS_WITHIN,
    LEVELS,
    LIFTS,
    MERGE_FROM,
    REVIEW_FROM,
    SUPPORT_BITS,
    SUPPORTS,
    SUPPORTS_OF_ORDER,
)

#: A person's verdict on two mentions: (a, b, "same" | "different"), oldest first.
Decision = tuple[int, int, str]
_DECIDED_WEIGHT = 99.0


@dataclass(frozen=True)
class Clustering:
    """`clusters`: mention -> smallest id of its cluster; `merges`: the pairs that joined them;
    `weighed`: every other pair, with the reason it was held back if it was."""

    clusters: dict[int, int]
    merges: tuple[ScoredPair, ...]
    weighed: tuple[ScoredPair, ...]


def cluster(
    mentions: Mapping[int, LinkMention], pairs: Sequence[ScoredPair], decisions: Sequence[Decision]
) -> Clustering:
    """Join mentions: a person's decisions first, then the pairs by falling weight.

    Two clusters join only when no mention of one is barred from a mention of the other: by a
    decision "different", by what `why_impossible` says, or by a pair with a veto.
    """
    verdicts = latest(decisions)
    forest = _Forest(mentions, _bars(pairs, verdicts))
    merges, rest = [], []
    for (a, b), verdict in verdicts.items():
        apart = forest.root(a) != forest.root(b)
        if verdict == "same" and apart and forest.join(a, b, decided=True):
            merges.append(_decided(a, b))
    judged = _hold_ambiguous([_judge(mentions, p, verdicts) for p in pairs], mentions)
    for pair in sorted(judged, key=lambda p: (-p.weight, p.a, p.b)):
        if pair.held or forest.root(pair.a) == forest.root(pair.b):
            rest.append(pair)
        elif forest.join(pair.a, pair.b):
            merges.append(pair)
        else:
            rest.append(replace(pair, held="barred"))
    clusters = {mention: forest.root(mention) for mention in sorted(mentions)}
    return Clustering(clusters, tuple(merges), tuple(rest))


def review(clustering: Clustering) -> tuple[ScoredPair, ...]:
    """The questions for a person, most likely first: one for each two clusters, and none that
    is impossible or already decided."""
    best: dict[tuple[int, int], ScoredPair] = {}
    for pair in clustering.weighed:
        sides = sorted((clustering.clusters[pair.a], clustering.clusters[pair.b]))
        if pair.held in ("impossible", "decided") or pair.probability < REVIEW_FROM:
            continue
        if sides[0] != sides[1]:
            best.setdefault((sides[0], sides[1]), pair)
    return tuple(sorted(best.values(), key=lambda p: (-p.weight, p.a, p.b)))


def latest(decisions: Iterable[Decision]) -> dict[tuple[int, int], str]:
    """The standing verdict of each pair, newest first: where two contradict, the newer wins."""
    verdicts: dict[tuple[int, int], str] = {}
    for a, b, verdict in reversed(list(decisions)):
        verdicts.setdefault((min(a, b), max(a, b)), verdict)
    return verdicts


def _decided(a: int, b: int) -> ScoredPair:
    said = Evidence("decision", _DECIDED_WEIGHT, "same")
    return ScoredPair(a, b, _DECIDED_WEIGHT, 1.0, (said,))


def _bars(
    pairs: Sequence[ScoredPair], verdicts: Mapping[tuple[int, int], str]
) -> dict[int, dict[int, bool]]:
    """For each mention those it may not meet, and whether a person said so."""
    bars: dict[int, dict[int, bool]] = defaultdict(dict)
    spelt = _spelt_alike(pairs)
    for pair in pairs:
        if _vetoed(pair) and not _is_bridged(pair, spelt):
            bars[pair.a][pair.b] = bars[pair.b][pair.a] = False
    for (a, b), verdict in verdicts.items():
        if verdict == "different":
            bars[a][b] = bars[b][a] = True
    return bars


def _spelt_alike(pairs: Iterable[ScoredPair]) -> dict[int, dict[int, int]]:
    """mention -> {other: which of the other's names wholly agrees with one of its own}."""
    spelt: dict[int, dict[int, int]] = defaultdict(dict)
    for pair in pairs:
        evidence = {e.kind: e for e in pair.evidence}
        if "name_rest" in evidence and evidence["name_rest"].code in ("all", "order"):
            name_a, name_b = evidence["name"].params["names"]
            spelt[pair.a][pair.b], spelt[pair.b][pair.a] = name_b, name_a
    return spelt


def _is_bridged(pair: ScoredPair, spelt: Mapping[int, Mapping[int, int]]) -> bool:
    """Whether only the names speak against the pair, and a third mention gives both: whoever
    writes 沙吉达 and Sajide side by side says that they are one."""
    if any(_vetoes(e, pair) for e in pair.evidence if e.kind != "name_rest"):
        return False
    ours, theirs = spelt.get(pair.a, {}), spelt.get(pair.b, {})
    return any(ours[third] != theirs[third] for third in ours.keys() & theirs.keys())


def _vetoed(pair: ScoredPair) -> bool:
    return any(_vetoes(e, pair) for e in pair.evidence)


def _vetoes(evidence: Evidence, pair: ScoredPair) -> bool:
    """Whether this forbids a merge by machine, and no shared number answers it."""
    level = LEVELS.get((evidence.kind, evidence.code))
    if level is None or not level.veto:
        return False
    number = next((e.code for e in pair.evidence if e.kind == "number"), "")
    return f"{evidence.kind}:{evidence.code}" not in LIFTS.get(number, ())


def _is_supported(pair: ScoredPair) -> bool:
    """Whether anything beside the name speaks for one person."""
    codes = {e.kind: e.code for e in pair.evidence}
    counted = SUPPORTS_OF_ORDER if codes.get("name_rest") == "order" else SUPPORTS
    return sum(e.weight for e in pair.evidence if e.kind in counted) >= SUPPORT_BITS


def _judge(
    mentions: Mapping[int, LinkMention],
    pair: ScoredPair,
    verdicts: Mapping[tuple[int, int], str],
) -> ScoredPair:
    """The pair with the reason that holds it back, if one does."""
    if (pair.a, pair.b) in verdicts:
        return replace(pair, held="decided")
    if why_impossible(mentions[pair.a], mentions[pair.b]):
        return replace(pair, held="impossible")
    if _vetoed(pair):
        return replace(pair, held="veto")
    if pair.probability < MERGE_FROM:
        return replace(pair, held="unsure")
    if all(e.kind != "name" for e in pair.evidence):
        return replace(pair, held="no_name")
    if not _is_supported(pair):
        return replace(pair, held="name_alone")
    return pair


def _hold_ambiguous(
    pairs: Sequence[ScoredPair], mentions: Mapping[int, LinkMention]
) -> list[ScoredPair]:
    """Hold a mention's pairs with two mentions that exclude each other and weigh alike."""
    around: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    for n, pair in enumerate(pairs):
        if pair.held is None:
            around[pair.a].append((pair.weight, pair.b, n))
            around[pair.b].append((pair.weight, pair.a, n))
    ambiguous: set[int] = set()
    for found in around.values():
        found.sort(key=lambda f: (-f[0], f[1]))
        for i, (weight, other, n) in enumerate(found):
            for rival_weight, rival, m in found[i + 1 :]:
                if weight - rival_weight > AMBIGUOUS_WITHIN:
                    break
                if why_impossible(mentions[other], mentions[rival]):
                    ambiguous |= {n, m}
    return [replace(p, held="ambiguous") if n in ambiguous else p for n, p in enumerate(pairs)]


class _Forest:
    """Disjoint clusters named by their smallest mention id, with what bars a join."""

    def __init__(
        self, mentions: Mapping[int, LinkMention], bars: Mapping[int, Mapping[int, bool]]
    ) -> None:
        self._mentions, self._bars = mentions, bars
        self._root: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}

    def root(self, mention: int) -> int:
        return self._root.get(mention, mention)

    def join(self, a: int, b: int, *, decided: bool = False) -> bool:
        """Join the two clusters of a and b unless barred. A decision yields to decisions alone."""
        one, other = sorted((self.root(a), self.root(b)))
        ours = self._members.get(one, [one])
        theirs = self._members.get(other, [other])
        if any(self._barred(x, y, decided) for x in ours for y in theirs):
            return False
        self._members[one] = ours + theirs
        self._members.pop(other, None)
        self._root.update(dict.fromkeys(self._members[one], one))
        return True

    def _barred(self, a: int, b: int, decided: bool) -> bool:
        by_person = self._bars.get(a, {}).get(b)
        if decided:
            return by_person is True
        if by_person is not None:
            return True
        return why_impossible(self._mentions[a], self._mentions[b]) is not None
