"""Record what relatives allow, take back and object to, and ask what stands.

A consent is a statement of record: it has a source, somebody who gave it, and an act. Nothing
is edited: to take back is to record a withdrawal, which counts from that moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from tidings.registry import persons
from tidings.registry.act import Act, recording
from tidings.registry.columns import dated
from tidings.registry.consent_rows import said_near, said_of, standings
from tidings.registry.consents import Allowed, Giver, Said, State, Why, states
from tidings.registry.consents.pseudonyms import gives_away
from tidings.registry.models import Act as ActRow
from tidings.registry.models import Consent, Mention, MentionName, Source, Testifier
from tidings.values import (
    Audience,
    ConsentForm,
    ConsentVerb,
    Kin,
    Level,
    PlaceLevel,
    SourceKind,
    WrongUse,
    day,
)

__all__ = [
    "Allowed",
    "ConsentView",
    "Giver",
    "Standing",
    "State",
    "Why",
    "consents_of",
    "give",
    "give_apart",
    "object_",
    "object_apart",
    "rows",
    "settle",
    "standing",
    "views",
    "withdraw",
]


@dataclass(frozen=True)
class ConsentView:
    """One thing said, with what became of it, who said it, and who recorded it when.

    `audience` as it was written, "" for every audience.
    """

    said: Said
    state: State
    audience: str
    testifier: str
    actor: str
    at: datetime
    act: int

    @property
    def id(self) -> int:
        return self.said.id

    @property
    def verb(self) -> ConsentVerb:
        return self.said.verb


@dataclass(frozen=True)
class Standing:
    """What may be said of a person to one audience, and on whose word. See
    `consents.Standing`."""

    form: ConsentForm | None
    place_level: PlaceLevel
    why_not: Why | None
    consents: tuple[ConsentView, ...]
    objections: tuple[ConsentView, ...]
    settlement: ConsentView | None
    undecided: bool


def give(
    person_mention: int,
    *,
    source: int,
    testifier: int | None = None,
    relation: Kin | None = None,
    allowed: Allowed,
    actor: str,
) -> int:
    """Record a consent that was given in `source` for the person of this mention; returns the
    consent's id. Raises WrongUse for dates that end before they begin and for another name that
    leads to the person's own."""
    with recording(actor, "give consent") as act:
        return act.insert(Consent, rows(person_mention, source, testifier, relation, [allowed]))[0]


def give_apart(
    person_mention: int, *, giver: Giver, allowed: Iterable[Allowed], on: date, actor: str
) -> tuple[int, ...]:
    """Record consents given outside of a testimony, on the day `on`: they and the message in
    which they were given are one act."""
    given = list(allowed)
    with recording(actor, "give consent") as act:
        source, testifier = _message(act, "Consent", giver, on)
        return tuple(
            act.insert(Consent, rows(person_mention, source, testifier, giver.relation, given))
        )


def withdraw(consent: int, *, actor: str, reason: str = "") -> int:
    """Take a consent back, at once and for every later release; returns the withdrawal's id.
    Raises WrongUse for what is no consent or is taken back already."""
    row = Consent.objects.filter(pk=consent, verb=ConsentVerb.ALLOWS).first()
    if row is None:
        raise WrongUse("There is no such consent.", "`tidings consent ID` lists them.")
    if Consent.live.filter(verb=ConsentVerb.WITHDRAWS, withdraws=consent).exists():
        raise WrongUse("This consent is taken back already.")
    with recording(actor, "withdraw consent", reason) as act:
        return act.insert(
            Consent,
            [
                {
                    "verb": ConsentVerb.WITHDRAWS,
                    "source_id": row.source_id,
                    "mention_id": row.mention_id,
                    "testifier_id": row.testifier_id,
                    "relation": row.relation,
                    "audience": row.audience,
                    "withdraws_id": row.id,
                    "reason": reason,
                }
            ],
        )[0]


def object_(
    mention: int,
    *,
    source: int,
    testifier: int | None = None,
    relation: Kin | None = None,
    audience: Audience | None = None,
    actor: str,
    reason: str = "",
) -> int:
    """Record that a relative does not want the person to appear: before `audience`, or before
    anybody (None). It holds at once, until a person settles it. Returns its id."""
    with recording(actor, "object", reason) as act:
        return _object(act, mention, source, testifier, relation, audience, reason)


def object_apart(
    mention: int,
    *,
    giver: Giver,
    audience: Audience | None = None,
    on: date,
    actor: str,
    reason: str = "",
) -> int:
    """The same, with the message in which the relative said so on the day `on`, as one act."""
    with recording(actor, "object", reason) as act:
        source, testifier = _message(act, "Objection", giver, on)
        return _object(act, mention, source, testifier, giver.relation, audience, reason)


def settle(
    mention: int,
    *,
    audience: Audience,
    form: ConsentForm | None,
    place_level: PlaceLevel = PlaceLevel.NONE,
    actor: str,
    reason: str,
) -> int:
    """A worker decides what relatives do not agree on; `form` None: the person stays out.

    It never lets more be said than some standing consent does, and decides about nothing that
    is said later. Returns its id. Raises WrongUse without a reason.
    """
    if not reason.strip():
        raise WrongUse("A decision between relatives needs a reason.", "Say why, in a line.")
    source = _mention(mention).source_id
    with recording(actor, "settle consent", reason) as act:
        return act.insert(
            Consent,
            [
                {
                    "verb": ConsentVerb.SETTLES,
                    "source_id": source,
                    "mention_id": mention,
                    "audience": str(audience),
                    "form": form,
                    "place_level": place_level if form else PlaceLevel.NONE,
                    "reason": reason,
                }
            ],
        )[0]


def standing(person: int, audience: Audience, on: date | None = None) -> Standing:
    """What may be said of the person to `audience` on the day `on` (today)."""
    on = on or timezone.localdate()
    near = said_near(person)
    said, found = near[person], standings(near, audience, on)[person]
    shown = {each.id: each for each in views(said, on)}
    return Standing(
        form=found.form,
        place_level=found.place_level,
        why_not=found.why_not,
        consents=tuple(shown[each.id] for each in found.consents),
        objections=tuple(shown[each.id] for each in found.objections),
        settlement=shown[found.settlement.id] if found.settlement else None,
        undecided=found.undecided,
    )


def consents_of(person: int, on: date | None = None) -> tuple[ConsentView, ...]:
    """Everything that was ever said about the consent for a person, the oldest first, with
    what became of it by the day `on` (today)."""
    return views(said_of([person])[person], on or timezone.localdate())


def views(said: Iterable[Said], on: date) -> tuple[ConsentView, ...]:
    """These rows of one person as a worker reads them."""
    said = list(said)
    became = states(said, on)
    ids = [each.id for each in said]
    recorded: Mapping[int, Consent] = {
        row.id: row for row in Consent.objects.filter(pk__in=ids).select_related("testifier")
    }
    acts = ActRow.objects.in_bulk([row.act_id for row in recorded.values()])
    return tuple(
        ConsentView(
            said=each,
            state=became[each.id],
            audience=row.audience,
            testifier=row.testifier.name if row.testifier else "",
            actor=acts[row.act_id].actor,
            at=acts[row.act_id].at,
            act=row.act_id,
        )
        for each in said
        for row in [recorded[each.id]]
    )


def rows(
    mention: int,
    source: int,
    testifier: int | None,
    relation: Kin | None,
    allowed: Iterable[Allowed],
) -> list[dict[str, Any]]:
    """The rows that record these consents. Raises WrongUse as `give` does."""
    person = persons.persons_of([_mention(mention).id])[mention]
    names = MentionName.live.filter(mention_id__in=persons.mentions_of(person))
    written = list(names.values_list("written", flat=True))
    return [_row(mention, source, testifier, relation, each, written) for each in allowed]


def _row(
    mention: int,
    source: int,
    testifier: int | None,
    relation: Kin | None,
    allowed: Allowed,
    names: list[str],
) -> dict[str, Any]:
    if allowed.starts and allowed.ends and allowed.starts > allowed.ends:
        raise WrongUse("This consent would end before it begins.", "Put the earlier day first.")
    if allowed.pseudonym and gives_away(allowed.pseudonym, names):
        raise WrongUse(
            f"'{allowed.pseudonym}' is too near to the person's own name.",
            "Choose another, or leave it empty and one is made.",
        )
    return {
        "verb": ConsentVerb.ALLOWS,
        "source_id": source,
        "mention_id": mention,
        "testifier_id": testifier,
        "relation": relation,
        "audience": str(allowed.audience),
        "form": allowed.form,
        "place_level": allowed.place_level,
        "pseudonym": allowed.pseudonym,
        "own_name": allowed.own_name,
        "starts": allowed.starts,
        "ends": allowed.ends,
        "how": allowed.how,
        "asks": [each.value for each in allowed.asks],
        "words": allowed.words,
    }


def _object(
    act: Act,
    mention: int,
    source: int,
    testifier: int | None,
    relation: Kin | None,
    audience: Audience | None,
    reason: str,
) -> int:
    row = {
        "verb": ConsentVerb.OBJECTS,
        "source_id": source,
        "mention_id": _mention(mention).id,
        "testifier_id": testifier,
        "relation": relation,
        "audience": str(audience) if audience else "",
        "reason": reason,
    }
    return act.insert(Consent, [row])[0]


def _message(act: Act, title: str, giver: Giver, on: date) -> tuple[int, int]:
    """The message in which somebody said so, and who: (source, testifier)."""
    if not giver.name.strip():
        raise WrongUse("It is not said who speaks.", "Give the relative's name.")
    (testifier,) = act.insert(Testifier, [{"name": giver.name, "contact": giver.contact}])
    (source,) = act.insert(
        Source,
        [
            {
                "kind": SourceKind.MESSAGE,
                "title": title,
                "grade": "F",
                "level": Level.TEAM,
                "testifier_id": testifier,
                **dated("published", day(on)),
            }
        ],
    )
    return source, testifier


def _mention(mention: int) -> Mention:
    row = Mention.live.filter(pk=mention).first()
    if row is None:
        raise WrongUse("There is no such mention of a person.", "It may have been corrected.")
    return row
