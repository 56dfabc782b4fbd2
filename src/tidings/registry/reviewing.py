"""What people decide on persons: taking mentions out, the reasons for a merge step by step, and
decisions that contradict each other with the way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from tidings.linkage.contradictions import Contradiction as FoundContradiction
from tidings.linkage.contradictions import contradictions as found_among
from tidings.registry import linking, persons
from tidings.registry.act import recording
from tidings.registry.models import Decision
from tidings.registry.persons import DIFFERENT, PERSON, SAME, Pair
from tidings.registry.profile import mention_views, profiles
from tidings.registry.profiling.shape import KinTie, MentionView
from tidings.registry.questions import PairToReview
from tidings.values import WrongUse, show_id

#: What weighs less than this is no step of its own, in bits.
_HEARD = 0.05
#: Each mention taken out is told apart from each that stays: more pairs than these are no longer
#: somebody's mentions but a village joined by mistake.
MOST_PAIRS = 20_000


@dataclass(frozen=True)
class Face:
    """One side of a pair: the mention, the person it belongs to now, and the family that its own
    source names, for that is what is to be compared."""

    mention: MentionView
    person: int
    kin: tuple[KinTie, ...]


@dataclass(frozen=True)
class Contradiction:
    """Somebody decided that two mentions are `apart`, and a `chain` of decisions that each say
    "the same" leads from one to the other. All of them stand; taking back the act of any one of
    them is a way out. Of `chain`, those in `idle` do not count until then."""

    apart: Decision
    chain: tuple[Decision, ...]
    idle: tuple[Decision, ...]

    @property
    def acts(self) -> list[int]:
        """The acts any one of which can be taken back, the newest first."""
        return sorted({each.act_id for each in (self.apart, *self.chain)}, reverse=True)


@dataclass(frozen=True)
class Reason:
    """One step of a weighing: what speaks, in words, and by how many bits; above 0 for one
    person, below 0 for two."""

    words: str
    bits: float


@dataclass(frozen=True)
class Weighing:
    """How a pair was weighed, in bits: from `before` (two mentions of whom nothing is known) by
    each of `reasons` to `total`, which is the log2 of the odds of `probability`."""

    before: float
    reasons: tuple[Reason, ...]
    total: float
    probability: float


def split(person: int, mentions: Sequence[int], *, actor: str, reason: str = "") -> int:
    """Take these mentions out of the person, as one act, which can be undone; returns the act.

    Each is told apart from each that stays. Those taken out stay together, and those that stay,
    as far as something beside the others holds them. Raises WrongUse when none are named, when
    one is not the person's, and when none would stay.
    """
    person = persons.resolve(person)
    members = persons.mentions_of(person)
    out = sorted(set(mentions))
    stay = sorted(set(members) - set(out))
    _check_split(members, out, stay)
    pairs = sorted((min(a, b), max(a, b)) for a in out for b in stay)
    with recording(actor, "split", reason) as act:
        act.insert(Decision, linking.decision_rows(pairs, DIFFERENT))
        persons.refresh(linking.reconsider(act, members))
    return act.id


def faces(a: int, b: int) -> tuple[Face, Face]:
    """Two mentions, to be shown side by side. Raises WrongUse unless both stand."""
    people, mentions = persons.persons_of([a, b]), mention_views([a, b])
    if a == b or not {a, b} <= people.keys():
        raise WrongUse(
            "A pair is two mentions that stand.",
            "`tidings review --json` and `tidings person` give their ids.",
        )
    told = profiles(sorted(set(people.values())))

    def face(each: int) -> Face:
        source = mentions[each].source.id
        kin = tuple(tie for tie in told[people[each]].kin if tie.stated_in.id == source)
        return Face(mentions[each], people[each], kin)

    return face(a), face(b)


def contradictions(most: int = 20, act: int | None = None) -> list[Contradiction]:
    """Decisions of people that cannot all hold, at `most` so many of them; with `act`, of those
    the ones that this act has part in.

    What a run found is none: it yields to people and to the surer of its own.
    """
    decided = _decided()
    verdicts = {
        verdict: [pair for pair, each in decided.items() if each.verdict == verdict]
        for verdict in (SAME, DIFFERENT)
    }
    found = (
        each
        for each in found_among(verdicts[SAME], verdicts[DIFFERENT])
        if act is None or act in {decided[pair].act for pair in (each.apart, *each.chain)}
    )
    return _told_in_full(list(islice(found, most)), decided)


def told(contradiction: Contradiction) -> tuple[str, str]:
    """A contradiction in a sentence, and the way out in another. Ids only, no names."""
    chain = ", ".join(_said(each, "are one person") for each in contradiction.chain)
    ways = " or ".join(f"`tidings add --undo {show_id(act)}`" for act in contradiction.acts)
    return (
        f"Decisions contradict each other: {chain}, "
        f"but {_said(contradiction.apart, 'are two people')}.",
        f"Until one is taken back, the two are kept apart. Take back the one that is wrong: {ways}",
    )


def merges(person: int) -> list[Decision]:
    """The decisions that make one person of its mentions, the oldest first. One that joins
    somebody who is kept apart by another decision is none of them."""
    person = persons.resolve(person)
    members = set(persons.mentions_of(person))
    return [each for each in linking.why(person) if {each.a_id, each.b_id} <= members]


def weighing(pair: PairToReview, language: str = "en") -> Weighing:
    """The steps from knowing nothing to the weight of the pair, the heaviest first.

    What has no words of its own (that all parts of the names agree) counts with what it belongs
    to, and what weighs nothing is left out.
    """
    heard = [
        (each, "; ".join(linking.explained([each], language)))
        for each in sorted(pair.evidence, key=lambda each: -abs(each.weight))
    ]
    silent = [each for each, words in heard if not words]
    reasons = tuple(
        Reason(words, each.weight + sum(s.weight for s in silent if s.kind.startswith(each.kind)))
        for each, words in heard
        if words and abs(each.weight) >= _HEARD
    )
    before = pair.weight - sum(each.bits for each in reasons)
    return Weighing(before, reasons, pair.weight, pair.probability)


class _Said(NamedTuple):
    """What a person decided on a pair last: the row, its act, its verdict."""

    row: int
    act: int
    verdict: str


def _decided() -> dict[Pair, _Said]:
    """The latest decision of a person on each pair that somebody decided on."""
    rows = Decision.live.filter(by=PERSON).order_by("id")
    columns = ("a_id", "b_id", "id", "act_id", "verdict")
    return {(a, b): _Said(*said) for a, b, *said in rows.values_list(*columns).iterator()}


def _check_split(members: Sequence[int], out: Sequence[int], stay: Sequence[int]) -> None:
    if not out:
        raise WrongUse(
            "Which mentions are to be taken out?", "`tidings person` lists them with their ids."
        )
    if strange := sorted(set(out) - set(members)):
        raise WrongUse(
            f"{show_id(strange[0])} is no mention of this person.",
            "`tidings person` lists them with their ids.",
        )
    if not stay:
        raise WrongUse("Nobody would be left.", "Name those that are somebody else's.")
    if len(out) * len(stay) > MOST_PAIRS:
        raise WrongUse(
            f"{len(out)} of {len(members)} mentions are too many at once.",
            "Take out fewer, or undo the act that joined them.",
        )


def _told_in_full(
    found: Sequence[FoundContradiction], decided: Mapping[Pair, _Said]
) -> list[Contradiction]:
    pairs = {pair for each in found for pair in (each.apart, *each.chain)}
    rows = Decision.objects.select_related("act").in_bulk([decided[pair].row for pair in pairs])
    people = persons.persons_of(sorted({end for pair in pairs for end in pair}))
    decisions = {pair: rows[decided[pair].row] for pair in pairs}
    return [
        Contradiction(
            apart=decisions[each.apart],
            chain=tuple(decisions[pair] for pair in each.chain),
            idle=tuple(decisions[a, b] for a, b in each.chain if people.get(a) != people.get(b)),
        )
        for each in found
    ]


def _said(decision: Decision, verdict: str) -> str:
    ends = " and ".join(show_id(each) for each in (decision.a_id, decision.b_id))
    return f"{ends} {verdict} (act {show_id(decision.act_id)}, by {decision.act.actor})"
