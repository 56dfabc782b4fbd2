"""What the families of the example allow, the letters that were written for them, and what the
worker says of the announcements: recorded as a worker would record it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tidings.casework import letters, outcomes
from tidings.casework.letters import Wanted
from tidings.example.mentions import Known
from tidings.example.truth import Announced, TrueConsent, TrueLetter, TrueNumber, truth
from tidings.registry import announcing, consenting, organisation
from tidings.registry.consenting import Allowed, Giver
from tidings.registry.models import Consent, Source, Statement
from tidings.registry.organisation import Speaker
from tidings.values import ConsentVerb, Covered, Kin, Outcome, read_audience

SPEAKER = Speaker(
    name="Steppe Registry (invented)",
    address="1 Example Street, Almaty",
    contact="correct@example.invalid",
)
#: The day on which what was said outside of a testimony was said.
SAID_ON = date(2019, 2, 1)


@dataclass(frozen=True)
class Spoken:
    """How much was recorded: what was said about consent, letters, and announcements judged."""

    consents: int
    letters: int
    judged: int


class Example:
    """The example's sources and mentions, found by the truth's own names for them."""

    def __init__(self, sources: Mapping[str, tuple[int, ...]], mentions: Known) -> None:
        self.sources = sources
        self._mentions = {(true.person, true.file): id_ for true, id_ in mentions.ids.items()}

    def mention(self, person: str, file: str) -> int:
        return self._mentions[person, file]

    def mentions(self, person: str) -> list[int]:
        """Every mention of this person, the oldest first."""
        return sorted(id_ for (key, _), id_ in self._mentions.items() if key == person)

    def announcement(self, announced: Announced) -> int:
        return Statement.live.get(
            source__in=self.sources[announced.file],
            mention=None,
            what=announced.event,
            figure_lo=announced.figure.low,
            figure_hi=announced.figure.high,
        ).id


def speak(example: Example, *, actor: str) -> Spoken:
    """Record all of it, in the order in which the truth tells it."""
    organisation.record(SPEAKER, actor=actor)
    for consent in truth().consents:
        _say(consent, example, actor)
    for letter in truth().letters:
        _send(letter, example, actor)
    for number in truth().numbers:
        _judge(number, example, actor)
    return Spoken(len(truth().consents), len(truth().letters), len(truth().numbers))


def _say(told: TrueConsent, example: Example, actor: str) -> None:
    mention = example.mention(told.person, told.file)
    source = Source.live.get(pk=example.sources[told.file][0])
    audience = read_audience(told.audience) if told.audience else None
    if told.verb is ConsentVerb.SETTLES:
        consenting.settle(
            mention,
            audience=audience,
            form=told.form,
            place_level=told.place_level,
            actor=actor,
            reason=told.reason,
        )
    elif told.verb is ConsentVerb.WITHDRAWS:
        given = Consent.live.get(mention__in=example.mentions(told.person), audience=told.audience)
        consenting.withdraw(given.id, actor=actor, reason=told.reason)
    elif told.verb is ConsentVerb.OBJECTS:
        name = next(iter(truth().people[told.by].forms.values()))
        giver = Giver(name, _relation(told, example))
        consenting.object_apart(
            mention, giver=giver, audience=audience, on=SAID_ON, actor=actor, reason=told.reason
        )
    else:
        consenting.give(
            mention,
            source=source.id,
            testifier=source.testifier_id,
            relation=_relation(told, example),
            allowed=_allowed(told),
            actor=actor,
        )


def _allowed(told: TrueConsent) -> Allowed:
    return Allowed(
        audience=read_audience(told.audience),
        form=told.form,
        place_level=told.place_level,
        pseudonym=told.pseudonym,
        own_name=told.own_name,
        starts=told.starts,
        ends=told.ends,
        how=told.how,
        asks=told.asks,
        words=told.words,
    )


def _relation(told: TrueConsent, example: Example) -> Kin | None:
    """What the relative is to the person, as the same file says."""
    tie = Statement.live.filter(
        what="kin",
        mention=example.mention(told.by, told.file),
        object_mention=example.mention(told.person, told.file),
    ).first()
    return Kin(tie.value) if tie else None


def _send(told: TrueLetter, example: Example, actor: str) -> None:
    wanted = Wanted(
        kind=told.kind, language=told.language, body=told.body, answer_days=told.answer_days
    )
    person, *_ = example.mentions(told.person)
    offered = letters.about_person(person, wanted, on=told.sent_on)
    sent = letters.send(offered, actor=actor, sent_on=told.sent_on, channel="post")
    if told.outcome is Outcome.SILENT:
        outcomes.silent(sent, on=told.outcome_on, actor=actor)


def _judge(told: TrueNumber, example: Example, actor: str) -> None:
    """What the worker says of an announcement: whom its group leaves out, what it stands beside."""
    announcement = example.announcement(told.announced)
    if told.everybody:
        reason = "it speaks of the whole province"
        announcing.rule(announcement, Covered.GROUP_IS_ALL, actor=actor, reason=reason)
    if told.tie and told.other:
        other = example.announcement(told.other)
        announcing.tie(
            announcement, other, told.tie, actor=actor, reason="the same people, the same year"
        )
