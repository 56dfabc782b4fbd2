"""All that was ever said about consent, by person, from the rows in force.

An objection, a withdrawal and the word that somebody stays out count as long as nobody took
back the act that recorded them: they outlive the mention that they were said of, and follow it
through corrections and merges. A consent counts only while all that it stands on is in force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from django.db.models import Q

from tidings.registry.consents import Said, Standing, held_back, kept_out, standing
from tidings.registry.models import Consent, Decision, Doubt, Membership, Mention, Undone
from tidings.registry.persons import (
    SAME,
    batches,
    components,
    members_of,
    persons_of,
    standing_decisions,
)
from tidings.values import Asked, Audience, ConsentForm, ConsentVerb, Kin, PlaceLevel, read_audience

#: Two mentions that are one person, and the id of the row that says so.
Tie = tuple[int, int, int]


def said_of(people: Sequence[int] | None = None) -> dict[int, tuple[Said, ...]]:
    """person -> what was said about them, the oldest first; of `people`, or of all."""
    if people is None:
        rows = _rows(None)
        leads = leading_to({each.mention for each in rows})
    else:
        members = Membership.objects.filter(person_id__in=people)
        rows = _rows(sorted(_beside(set(members.values_list("mention_id", flat=True)))))
        leads = leading_to({each.mention for each in rows})
    found: dict[int, list[Said]] = defaultdict(list)
    for each in rows:
        owners = leads.get(each.mention, frozenset())
        if _allows(each) and len(owners) != 1:
            continue
        for person in owners:
            found[person].append(each)
    wanted = found if people is None else {person: found.get(person, []) for person in people}
    return _with_decided(wanted)


def leading_to(mentions: Iterable[int]) -> dict[int, frozenset[int]]:
    """mention -> the persons whom it leads to now: its own, or for one that was corrected or
    taken back those with whom it was one."""
    wanted = set(mentions)
    persons = persons_of(sorted(wanted))
    leads = {mention: frozenset({person}) for mention, person in persons.items()}
    gone = wanted - leads.keys()
    if gone:
        beside = _beside(gone)
        persons |= persons_of(sorted(beside))
        leads |= {each: _owners(each, beside, persons) for each in gone}
    return leads


def said_near(person: int) -> dict[int, tuple[Said, ...]]:
    """What was said about a person, and about those who may be the same."""
    return said_of([person, *doubted([person]).get(person, ())])


def standings(
    said: Mapping[int, Sequence[Said]], audience: Audience, on: date
) -> dict[int, Standing]:
    """person -> what stands for the audience on the day `on`, of all that was `said`: the one
    rule for the desk and for every release."""
    found = {person: standing(each, audience, on) for person, each in said.items()}
    return held_back(found, doubted(sorted(kept_out(found))))


def doubted(people: Sequence[int]) -> dict[int, set[int]]:
    """person -> those who may be one person with them, as long as nobody has said: every pair
    with one of `people` in it, from both sides."""
    own = sorted(chain.from_iterable(members_of(people).values()))
    waiting = [
        pair
        for ids in batches(own)
        for pair in Doubt.objects.filter(Q(a__in=ids) | Q(b__in=ids)).values_list("a_id", "b_id")
    ]
    mentions = sorted(set(chain.from_iterable(waiting)))
    persons, decided = persons_of(mentions), standing_decisions(mentions)
    found: dict[int, set[int]] = defaultdict(set)
    for a, b in set(waiting) - decided.keys():
        one, other = persons.get(a), persons.get(b)
        if one is not None and other is not None and one != other:
            found[one].add(other)
            found[other].add(one)
    return found


def _owners(
    gone: int, beside: Mapping[int, Iterable[int]], persons: Mapping[int, int]
) -> frozenset[int]:
    """The persons at the ends of every way from this mention through others that are gone."""
    reached, edge = {gone}, [gone]
    while edge:
        for each in beside.get(edge.pop(), ()):
            if each not in reached:
                reached.add(each)
                edge += [each] if each not in persons else []
    return frozenset(persons[each] for each in reached if each in persons)


def _beside(start: set[int]) -> dict[int, set[int]]:
    """mention -> those that a correction or decision makes one with it: of these mentions, and
    on from there as long as only mentions lie between that are no longer in force."""
    beside: dict[int, set[int]] = {each: set() for each in start}
    edge = set(start)
    while edge:
        for a, b, _ in _ties(sorted(edge)):
            beside.setdefault(a, set()).add(b)
            beside.setdefault(b, set()).add(a)
        found = {other for each in edge for other in beside[each]} - edge
        fresh = {each for each in found if each not in start}
        start = start | fresh
        edge = fresh - set(persons_of(sorted(fresh)))
    return beside


def _ties(mentions: Sequence[int]) -> list[Tie]:
    """Corrections, whatever became of them, and standing decisions that touch these mentions."""
    undone = Undone.objects.values("act_id")
    ties: list[Tie] = []
    for ids in batches(mentions):
        replaced = Mention.objects.filter(Q(pk__in=ids) | Q(replaces_id__in=ids))
        pairs = replaced.exclude(replaces=None).values_list("replaces_id", "id")
        ties += [(old, new, new) for old, new in pairs]
        latest: dict[tuple[int, int], tuple[int, str]] = {}
        decisions = Decision.objects.exclude(act__in=undone).filter(Q(a__in=ids) | Q(b__in=ids))
        for number, a, b, verdict in decisions.order_by("id").values_list(
            "id", "a_id", "b_id", "verdict"
        ):
            latest[a, b] = (number, verdict)
        ties += [(a, b, by) for (a, b), (by, verdict) in latest.items() if verdict == SAME]
    return ties


def _rows(mentions: Sequence[int] | None) -> list[Said]:
    undone = Undone.objects.values("act_id")
    recorded = Consent.objects.exclude(act__in=undone)
    chosen = [Q()] if mentions is None else [Q(mention__in=ids) for ids in batches(mentions)]
    rows = [
        _said(row)
        for query in chosen
        for row in recorded.filter(query).values_list(*_COLUMNS).iterator(chunk_size=5_000)
    ]
    live = {
        each for query in chosen for each in Consent.live.filter(query).values_list("id", flat=True)
    }
    return sorted(
        (each for each in rows if not _allows(each) or each.id in live),
        key=lambda each: each.id,
    )


def _allows(each: Said) -> bool:
    """Whether the row lets something be said; all others keep something from being said."""
    return each.verb is ConsentVerb.ALLOWS or (
        each.verb is ConsentVerb.SETTLES and each.form is not None
    )


#: Columns of a consent, in the order of the fields of `Said` that they fill.
_COLUMNS = (
    "id", "verb", "mention_id", "source_id", "audience", "testifier_id", "relation", "form",
    "place_level", "pseudonym", "own_name", "starts", "ends", "how", "asks", "words", "reason",
    "withdraws_id",
)  # fmt: skip


def _said(row: tuple[Any, ...]) -> Said:
    number, verb, mention, source, audience, testifier, relation, form, place, *rest = row
    pseudonym, own_name, starts, ends, how, asks, words, reason, withdraws = rest
    return Said(
        id=number,
        verb=ConsentVerb(verb),
        mention=mention,
        source=source,
        audience=_key(audience),
        testifier=testifier,
        relation=Kin(relation) if relation else None,
        form=ConsentForm(form) if form else None,
        place_level=PlaceLevel(place or PlaceLevel.NONE),
        pseudonym=pseudonym,
        own_name=own_name,
        starts=starts,
        ends=ends,
        how=how,
        asks=tuple(Asked(each) for each in asks),
        words=words,
        reason=reason,
        withdraws=withdraws,
    )


@cache
def _key(audience: str) -> str:
    return read_audience(audience).key if audience else ""


def _with_decided(said: Mapping[int, Sequence[Said]]) -> dict[int, tuple[Said, ...]]:
    """The same, where each settlement knows what lay before whoever made it."""
    settled = {
        person
        for person, rows in said.items()
        if any(each.verb is ConsentVerb.SETTLES for each in rows)
    }
    return {
        person: _decided(person, rows) if person in settled else tuple(rows)
        for person, rows in said.items()
    }


def _decided(person: int, rows: Sequence[Said]) -> tuple[Said, ...]:
    members = set(Membership.objects.filter(person_id=person).values_list("mention_id", flat=True))
    members |= {each.mention for each in rows}
    ties = _ties(sorted(members)) if len(members) > 1 else []
    return tuple(
        replace(each, decided=_before(each, rows, members, ties))
        if each.verb is ConsentVerb.SETTLES
        else each
        for each in rows
    )


def _before(
    settlement: Said, rows: Sequence[Said], members: set[int], ties: Sequence[Tie]
) -> frozenset[int]:
    """The older rows about mentions that were this person's when it was settled."""
    then = components(members, [(a, b) for a, b, by in ties if by < settlement.id])
    return frozenset(
        each.id
        for each in rows
        if each.id < settlement.id and then[each.mention] == then[settlement.mention]
    )
