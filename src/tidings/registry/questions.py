"""The pairs of mentions that a run left to a person, the one whose answer teaches most first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery

from tidings.linkage import Evidence, ScoredPair
from tidings.linkage.asking import Pattern, in_order, pattern
from tidings.registry import persons
from tidings.registry.models import Decision, Doubt, Membership
from tidings.registry.persons import PERSON, RUN, Pair

#: So many questions from the head are put in order again each time that they are asked for, and
#: so many of the latest answers say what is known already.
HEAD, ANSWERS = 500, 1_000


@dataclass(frozen=True)
class PairToReview:
    """Two mentions of whom a run could not say whether they are one person."""

    a: int
    b: int
    weight: float
    probability: float
    evidence: tuple[Evidence, ...]


def keep(questions: Sequence[ScoredPair], clusters: Mapping[int, int]) -> None:
    """Keep a run's questions for `queue`, in place of those of the run before. `clusters`:
    mention -> person, of every mention."""
    ordered = in_order(questions, clusters, Counter(clusters.values()), answered())
    doubts = [
        Doubt(
            a_id=each.a,
            b_id=each.b,
            weight=each.weight,
            probability=each.probability,
            evidence=stored(each.evidence),
        )
        for each in ordered
    ]
    with transaction.atomic():
        Doubt.objects.all().delete()
        Doubt.objects.bulk_create(doubts, batch_size=2_000)


def queue(limit: int = 50) -> list[PairToReview]:
    """The pairs that wait for a person, the one whose answer teaches most first.

    A run puts all of them in order; what was answered since moves those at the head.
    """
    doubts = list(_unanswered().order_by("id")[: max(limit, HEAD)])
    people = {m: p for d in doubts for m, p in ((d.a_id, d.person), (d.b_id, d.other))}
    found = [
        PairToReview(each.a_id, each.b_id, each.weight, each.probability, read(each.evidence))
        for each in doubts
    ]
    return in_order(found, people, _sizes(sorted(set(people.values()))), answered())[:limit]


def waiting() -> int:
    """How many pairs wait for a person, by one query."""
    return _unanswered().count()


def shown(pairs: Sequence[Pair]) -> dict[Pair, PairToReview]:
    """The pairs (a < b) as a run weighed them last, whether they wait or were merged; those that
    no run compared are left out."""
    ends = sorted({end for pair in pairs for end in pair})
    weighed: dict[Pair, Decision | Doubt] = {}
    for ids in persons.batches(ends):
        for decision in Decision.live.filter(a__in=ids, b__in=ends, by=RUN).order_by("id"):
            weighed[decision.a_id, decision.b_id] = decision
        for doubt in Doubt.objects.filter(a__in=ids, b__in=ends):
            weighed[doubt.a_id, doubt.b_id] = doubt
    return {
        pair: PairToReview(*pair, found.weight, found.probability, read(found.evidence))
        for pair in pairs
        if (found := weighed.get(pair)) is not None and found.evidence
    }


def shown_at(decision: Decision) -> PairToReview | None:
    """What was weighed when this was decided; None where nothing was."""
    if not decision.evidence or decision.weight is None or decision.probability is None:
        return None
    evidence = read(decision.evidence)
    return PairToReview(
        decision.a_id, decision.b_id, decision.weight, decision.probability, evidence
    )


def stored(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    """Evidence as rows keep it."""
    return [asdict(each) for each in evidence]


def read(rows: Sequence[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    """Evidence as `stored` wrote it."""
    return tuple(Evidence(**each) for each in rows)


def answered() -> Counter[Pattern]:
    """How many of the latest answers of people were to each pattern of evidence."""
    rows = Decision.live.filter(by=PERSON).exclude(evidence=[]).order_by("-id")
    return Counter(
        pattern(read(each)) for each in rows.values_list("evidence", flat=True)[:ANSWERS]
    )


def _unanswered() -> QuerySet[Any]:
    """Doubts with the `person` of a and the `other` of b, two who are not decided on yet."""
    decided = Decision.live.filter(a_id=OuterRef("a_id"), b_id=OuterRef("b_id"), by=PERSON)
    person = Membership.objects.filter(mention_id=OuterRef("a_id")).values("person_id")
    other = Membership.objects.filter(mention_id=OuterRef("b_id")).values("person_id")
    return (
        Doubt.objects.annotate(person=Subquery(person), other=Subquery(other))
        .filter(person__isnull=False, other__isnull=False)
        .exclude(person=F("other"))
        .exclude(Exists(decided))
    )


def _sizes(people: Sequence[int]) -> dict[int, int]:
    """person -> how many mentions it has."""
    return {
        person: size
        for ids in persons.batches(people)
        for person, size in Membership.objects.filter(person_id__in=ids)
        .values_list("person_id")
        .annotate(Count("mention_id"))
    }
