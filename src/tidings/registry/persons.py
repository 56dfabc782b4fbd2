"""Persons: what the standing decisions make of the mentions.

A person's id is the id of its oldest mention. So a merge keeps the older id, and the younger
one still leads to the same person; a part that is split off is known by its own oldest mention;
and the whole can be computed again from the decisions at any time.

What a person decided outranks every run, and that two differ outranks what would join them by
way of others: of decisions that contradict each other all stay recorded, and `reviewing` finds
them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from django.db.models import Q

from tidings.registry.models import Decision, Membership, Mention
from tidings.values import NothingFound

SAME, DIFFERENT, UNDONE = "same", "different", "undone"
#: Who made a decision.
RUN, PERSON = "run", "person"

#: SQLite takes 32,766 parameters; two lists of this size fit with room to spare.
BATCH = 10_000

Pair = tuple[int, int]
Item = TypeVar("Item")


def batches(items: Sequence[Item], size: int = BATCH) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def standing_decisions(
    mentions: Sequence[int] | None = None, *, evidence: bool = True
) -> dict[Pair, Decision]:
    """The decision that holds on each pair of mentions, of those whose act stands: a person's
    latest, and where there is none a run's latest.

    With `mentions`, only pairs that touch one of them. Pairs whose verdict is `undone` are left
    out. `evidence`: False leaves it in the database, where it weighs most.
    """
    latest: dict[str, dict[Pair, Decision]] = {RUN: {}, PERSON: {}}
    queries = (
        [Q()] if mentions is None else [Q(a__in=ids) | Q(b__in=ids) for ids in batches(mentions)]
    )
    rows = Decision.live.all() if evidence else Decision.live.defer("evidence")
    for query in queries:
        for decision in rows.filter(query).order_by("id").iterator():
            by = RUN if decision.by == RUN else PERSON
            latest[by][decision.a_id, decision.b_id] = decision
    # However late a run ends, what a person said meanwhile outranks it.
    holding = {by: _not_withdrawn(found) for by, found in latest.items()}
    return {**holding[RUN], **holding[PERSON]}


def components(
    mentions: Iterable[int], merged: Iterable[Pair], apart: Iterable[Pair] = ()
) -> dict[int, int]:
    """mention -> the oldest mention that the merged pairs connect it with.

    Of merged pairs that together would make one of two who are `apart`, those that come first
    count, and the one that would close the ring does not.
    """
    root = {mention: mention for mention in mentions}
    foes: dict[int, set[int]] = defaultdict(set)
    for a, b in apart:
        if a in root and b in root:
            foes[a].add(b)
            foes[b].add(a)

    def find(mention: int) -> int:
        while root[mention] != mention:
            root[mention] = root[root[mention]]
            mention = root[mention]
        return mention

    for a, b in merged:
        if a not in root or b not in root:
            continue
        older, younger = sorted((find(a), find(b)))
        fewer, other = sorted((older, younger), key=lambda each: len(foes.get(each, ())))
        if any(find(foe) == other for foe in foes.get(fewer, ())):
            continue
        root[younger] = older
        if younger in foes:
            foes[older] |= foes.pop(younger)
    return {mention: find(mention) for mention in root}


def rebuild() -> None:
    """Compute every membership again from the decisions that stand."""
    mentions = list(Mention.live.values_list("id", flat=True))
    standing = standing_decisions(evidence=False).values()
    Membership.objects.all().delete()
    _write(_made_of(mentions, standing))


def refresh(mentions: Iterable[int]) -> None:
    """Compute the memberships again of all whom decisions connect with these mentions.

    Call it inside the act that changed a decision or added a mention.
    """
    touched = set(mentions)
    persons = Membership.objects.filter(mention_id__in=touched).values_list("person_id", flat=True)
    touched |= set(
        Membership.objects.filter(person_id__in=list(persons)).values_list("mention_id", flat=True)
    )
    edge, standing = touched, dict[Pair, Decision]()
    while edge:
        found = standing_decisions(sorted(edge), evidence=False)
        standing |= found
        edge = {each for pair in found if found[pair].verdict == SAME for each in pair} - touched
        touched |= edge
    live = [
        each
        for ids in batches(sorted(touched))
        for each in Mention.live.filter(pk__in=ids).values_list("id", flat=True)
    ]
    for ids in batches(sorted(touched)):
        Membership.objects.filter(mention_id__in=ids).delete()
    _write(_made_of(live, standing.values()))


def add_alone(mentions: Iterable[int]) -> None:
    """New mentions are persons of their own until a decision says otherwise."""
    _write({mention: mention for mention in mentions})


def resolve(identifier: int) -> int:
    """The person whom this id leads to now: its own, or the one it was merged into.

    Raises NothingFound when no mention has it.
    """
    person = Membership.objects.filter(mention_id=identifier).values_list("person_id", flat=True)
    if not person:
        raise NothingFound("No person has this id.", "Find the person by name: `tidings find`.")
    return person[0]


def persons_of(mentions: Sequence[int]) -> dict[int, int]:
    """mention -> person."""
    return {
        mention: person
        for ids in batches(mentions)
        for mention, person in Membership.objects.filter(mention_id__in=ids).values_list(
            "mention_id", "person_id"
        )
    }


def mentions_of(person: int) -> list[int]:
    """The person's mentions, the oldest first."""
    return members_of([person])[person]


def members_of(people: Sequence[int]) -> dict[int, list[int]]:
    """person -> mentions, the oldest first."""
    members: dict[int, list[int]] = {person: [] for person in people}
    rows = Membership.objects.filter(person_id__in=people).order_by("mention_id")
    for mention, person in rows.values_list("mention_id", "person_id"):
        members[person].append(mention)
    return members


def count() -> int:
    """How many persons the registry knows."""
    return Membership.objects.values("person_id").distinct().count()


def _not_withdrawn(latest: Mapping[Pair, Decision]) -> dict[Pair, Decision]:
    return {pair: each for pair, each in latest.items() if each.verdict != UNDONE}


def _made_of(mentions: Iterable[int], standing: Iterable[Decision]) -> dict[int, int]:
    """mention -> person: what people said first, the newest of it before the older, then what
    runs found, the surest first; never two together of whom a person said that they differ."""
    decisions = list(standing)
    same = sorted((each for each in decisions if each.verdict == SAME), key=_rank)
    apart = [(each.a_id, each.b_id) for each in decisions if each.verdict == DIFFERENT]
    return components(mentions, [(each.a_id, each.b_id) for each in same], apart)


def _rank(decision: Decision) -> tuple[bool, float, int]:
    if decision.by == PERSON:
        return (False, 0.0, -decision.id)
    return (True, -(decision.weight or 0.0), decision.id)


def _write(memberships: Mapping[int, int]) -> None:
    rows = [
        Membership(mention_id=mention, person_id=person) for mention, person in memberships.items()
    ]
    Membership.objects.bulk_create(rows, batch_size=5_000)
