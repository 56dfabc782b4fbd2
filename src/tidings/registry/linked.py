"""What the report of a linking run tells, read from the decisions and questions that stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tidings.linkage import Evidence, explain_evidence
from tidings.publishing.linked import Borderline, LargePerson, Linked
from tidings.publishing.pictures.scores import ScoreBin
from tidings.registry import persons
from tidings.registry.linking import LinkReport
from tidings.registry.models import Decision, Doubt, Membership
from tidings.registry.persons import PERSON, SAME
from tidings.registry.questions import queue, waiting
from tidings.values import show_id

#: The scores, narrower where merges begin.
_EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1.0)
_LARGEST, _BORDERLINE = 10, 20


def linked(report: LinkReport, when: str) -> Linked:
    """All that the report tells; nobody's name."""
    standing = persons.standing_decisions().values()
    answered = [d for d in standing if d.by == PERSON and d.probability is not None]
    made = [d for d in standing if d.by != PERSON and d.verdict == SAME]
    asked = Doubt.objects.values_list("probability", flat=True)
    return Linked(
        when=when,
        act=None if report.act_id is None else show_id(report.act_id),
        mentions=report.mentions,
        persons=report.persons,
        merged=report.merged,
        parted=report.parted,
        by_people=sum(1 for d in standing if d.by == PERSON),
        waiting=waiting(),
        made=_bins((d.probability or 0.0 for d in made), ()),
        asked=_bins(asked, answered),
        largest=_largest(made),
        borderline=_borderline(),
    )


def _bins(scores: Iterable[float], answered: Sequence[Decision]) -> tuple[ScoreBin, ...]:
    """The bins from the first to the last that holds anything."""
    pairs = Counter(_bin(each) for each in scores)
    told = Counter(_bin(d.probability or 0.0) for d in answered)
    same = Counter(_bin(d.probability or 0.0) for d in answered if d.verdict == SAME)
    used = pairs.keys() | told.keys()
    return tuple(
        ScoreBin(_EDGES[n], _EDGES[n + 1], pairs[n], told[n], same[n])
        for n in range(len(_EDGES) - 1)
        if used and min(used) <= n <= max(used)
    )


def _bin(score: float) -> int:
    return sum(1 for edge in _EDGES[1:-1] if score >= edge)


def _largest(made: Iterable[Decision]) -> tuple[LargePerson, ...]:
    """The persons of most mentions, the oldest first where they are equal."""
    person_of = dict(Membership.objects.values_list("mention_id", "person_id"))
    size = Counter(person_of.values())
    weakest: dict[int, float] = {}
    for each in made:
        person = person_of.get(each.a_id)
        if person is not None and each.probability is not None:
            weakest[person] = min(weakest.get(person, 1.0), each.probability)
    ordered = sorted(size.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        LargePerson(show_id(person), mentions, weakest.get(person))
        for person, mentions in ordered[:_LARGEST]
        if mentions > 1
    )


def _borderline() -> tuple[Borderline, ...]:
    pairs = sorted(queue(1_000), key=lambda each: (abs(each.weight), each.a, each.b))
    return tuple(
        Borderline(show_id(each.a), show_id(each.b), each.probability, _reasons(each.evidence))
        for each in pairs[:_BORDERLINE]
    )


def _reasons(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """In words, without the lexemes: those are parts of names."""
    heaviest = sorted(evidence, key=lambda each: -abs(each.weight))
    return tuple(filter(None, (explain_evidence(each) for each in heaviest)))
