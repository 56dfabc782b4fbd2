"""The flow *link*: which mentions are one person, as decisions that can be explained and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tidings.linkage import Evidence, ScoredPair, explain_evidence, place_words
from tidings.linkage import link as run
from tidings.registry import lexicon, persons, questions
from tidings.registry.act import Act, recording
from tidings.registry.extract import extract
from tidings.registry.models import Decision, Lexeme, Mention
from tidings.registry.persons import DIFFERENT, PERSON, RUN, SAME, UNDONE, Pair
from tidings.values import WrongUse

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class LinkReport:
    """What a run changed. `act_id` is None when it changed nothing."""

    act_id: int | None
    mentions: int
    persons: int
    merged: int
    parted: int
    to_review: int


def link(*, actor: str, progress: Progress | None = None) -> LinkReport:
    """Link every standing mention. What a person decided outranks the run and stays.

    One act holds all that changed, so that one undo brings back exactly what was before.
    """
    lexicon.scan_new(progress)
    merges, review, clusters = _run(None, progress)
    standing = persons.standing_decisions()
    new, gone = _difference(merges, standing)
    act_id = None
    if new or gone:
        with recording(actor, "link") as act:
            touched = _record(act, new, gone)
            persons.refresh(touched)
        act_id = act.id
    questions.keep(review, clusters)
    return LinkReport(
        act_id=act_id,
        mentions=len(clusters),
        persons=persons.count(),
        merged=len(new),
        parted=len(gone),
        to_review=len(review),
    )


def decide(a: int, b: int, verdict: str, *, actor: str, reason: str = "") -> int:
    """Record a person's decision on two mentions and returns the act, which can be undone.

    Deciding that they differ parts them now: the run is repeated for their person alone, and
    its merges that no longer hold are withdrawn in the same act.
    """
    if verdict not in (SAME, DIFFERENT):
        raise WrongUse(f"'{verdict}' is no verdict.", f"Verdicts: {SAME}, {DIFFERENT}.")
    older, younger = _ordered(a, b)
    with recording(actor, f"decide {verdict}", reason) as act:
        act.insert(Decision, decision_rows([(older, younger)], verdict))
        touched = {older, younger}
        if verdict == DIFFERENT:
            touched |= _part(act, older, younger)
        persons.refresh(touched)
    return act.id


def why(person: int) -> list[Decision]:
    """The standing decisions that make one person of its mentions, the oldest first."""
    members = persons.mentions_of(person)
    decisions = persons.standing_decisions(members).values()
    return sorted((each for each in decisions if each.verdict == SAME), key=lambda each: each.id)


def explained(evidence: Iterable[Evidence | Mapping[str, Any]], language: str = "en") -> list[str]:
    """The evidence of a decision or of a pair to review, in words, the heaviest first."""
    items = [each if isinstance(each, Evidence) else Evidence(**each) for each in evidence]
    lexemes = {lexeme for each in items for pair in each.params.get("pairs", ()) for lexeme in pair}
    tokens = dict(Lexeme.objects.filter(pk__in=lexemes).values_list("id", "token"))
    words = place_words(tokens, language)
    items.sort(key=lambda each: -abs(each.weight))
    sentences = [explain_evidence(each, language, words) for each in items]
    return [sentence for sentence in sentences if sentence]


def _run(
    only: Sequence[int] | None, progress: Progress | None = None
) -> tuple[dict[Pair, ScoredPair], tuple[ScoredPair, ...], dict[int, int]]:
    """The merges that a run over these mentions makes, its questions, and the clusters."""
    data = extract(only)
    decided = [
        (a, b, each.verdict)
        for (a, b), each in sorted(
            persons.standing_decisions(only).items(), key=lambda item: item[1].id
        )
        if each.by == PERSON
    ]

    def told(step: str, share: float) -> None:
        if progress is not None:
            progress(step, round(share * 100), 100)

    linkage = run(data.mentions, data.neighbours, data.frequencies, decided, told)
    by_person = {(a, b) for a, b, verdict in decided if verdict == SAME}
    merges = {(each.a, each.b): each for each in linkage.merges}
    return (
        {pair: each for pair, each in merges.items() if pair not in by_person},
        linkage.review,
        linkage.clusters,
    )


def _difference(
    merges: Mapping[Pair, ScoredPair], standing: Mapping[Pair, Decision]
) -> tuple[list[ScoredPair], list[Pair]]:
    """(merges that are new, standing merges of earlier runs that this run no longer makes)."""
    made = {pair for pair, each in standing.items() if each.by == RUN and each.verdict == SAME}
    new = [each for pair, each in sorted(merges.items()) if pair not in made]
    return new, sorted(made - merges.keys())


def _record(act: Act, new: Sequence[ScoredPair], gone: Sequence[Pair]) -> set[int]:
    rows: list[dict[str, Any]] = [
        {
            "a_id": each.a,
            "b_id": each.b,
            "verdict": SAME,
            "weight": each.weight,
            "probability": each.probability,
            "evidence": questions.stored(each.evidence),
            "by": RUN,
        }
        for each in new
    ]
    rows += [{"a_id": a, "b_id": b, "verdict": UNDONE, "by": RUN} for a, b in gone]
    act.insert(Decision, rows)
    return {each for row in rows for each in (row["a_id"], row["b_id"])}


def decision_rows(pairs: Sequence[Pair], verdict: str) -> list[dict[str, Any]]:
    """What a person decides on pairs of mentions (a < b), with what spoke for and against each
    when it was decided."""
    shown = questions.shown(pairs)
    rows: list[dict[str, Any]] = []
    for a, b in pairs:
        rows.append({"a_id": a, "b_id": b, "verdict": verdict, "by": PERSON})
        if (pair := shown.get((a, b))) is not None:
            evidence = questions.stored(pair.evidence)
            weighed = {"weight": pair.weight, "probability": pair.probability}
            rows[-1] |= weighed | {"evidence": evidence}
    return rows


def _part(act: Act, a: int, b: int) -> set[int]:
    """Withdraw the merges that keep the two together, where they are; returns whom it touches."""
    people = set(persons.persons_of([a, b]).values())
    return reconsider(act, persons.mentions_of(people.pop())) if len(people) == 1 else set()


def reconsider(act: Act, members: Sequence[int]) -> set[int]:
    """Run again over these mentions alone, in an act that told some of them apart: merges that no
    longer hold are withdrawn. Returns whom that touches."""
    merges, _, _ = _run(members)
    standing = persons.standing_decisions(members)
    new, gone = _difference(merges, standing)
    return _record(act, new, gone) | set(members)


def _ordered(a: int, b: int) -> Pair:
    if a == b or Mention.live.filter(pk__in=[a, b]).count() != 2:
        raise WrongUse(
            "A decision needs two mentions that stand.", "Take them from the review list."
        )
    return (a, b) if a < b else (b, a)
