"""A letter: offered as consent allows, and recorded once it was sent.

What is composed comes from a release for the very body it goes to; without a consent for that
body there is no letter, and the error says whose consent is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tidings import release
from tidings.casework.papers import PDF, Paper, enclose, sealed
from tidings.publishing import letters as composing
from tidings.publishing.letters import Addressee, Letter, LetterOrder
from tidings.publishing.phrases import Language
from tidings.registry import consenting, persons
from tidings.registry.act import recording
from tidings.registry.columns import dated
from tidings.registry.consents import Why
from tidings.registry.folder import current
from tidings.registry.models import Correspondence, Source, Statement
from tidings.registry.organisation import speaker
from tidings.release import Missing
from tidings.values import (
    PUBLIC,
    UN,
    Audience,
    ConsentForm,
    Event,
    LetterKind,
    Level,
    Mode,
    NotAllowed,
    SourceKind,
    WrongUse,
    day,
)

#: Days that a body is given when nobody says otherwise.
ANSWER_DAYS = 30

TITLES = {
    LetterKind.APPEAL: "Appeal",
    LetterKind.INFORMATION: "Request for information",
    LetterKind.OPEN_LETTER: "Open letter",
}


@dataclass(frozen=True)
class Wanted:
    """A letter as a worker asks for it.

    `body` is the name under which consents were given for it; `to_un` that consents for the
    United Nations count. `addressee` is the name on the letter, where it differs (the body's
    name in the letter's language), `lines` what stands beneath it.
    """

    kind: LetterKind
    language: Language
    body: str
    to_un: bool = False
    addressee: str = ""
    lines: tuple[str, ...] = ()
    place: str = ""
    signatory: str | None = None
    answer_days: int | None = ANSWER_DAYS

    @property
    def audience(self) -> Audience:
        """Whose consent counts: everybody's eyes for an open letter, else the body's alone."""
        if self.kind is LetterKind.OPEN_LETTER:
            return PUBLIC
        return UN if self.to_un else Audience("body", self.body)


class NoConsent(NotAllowed):
    """Nobody allowed this letter: `why` not, and whose word is `missing`. `why` is None where
    the addressee may hear of the person, but not by name."""

    def __init__(self, audience: Audience, why: Why | None, missing: Sequence[Missing]) -> None:
        reason = why.replace("_", " ") if why else "not by name"
        super().__init__(
            f"No standing consent lets this person be named to '{audience}' ({reason}).",
            "Ask the family, and record what they allow. Who was not asked or did not agree: "
            f"tidings release '{audience}' --left-out",
        )
        self.audience, self.why, self.missing = audience, why, tuple(missing)


@dataclass(frozen=True)
class Offered:
    """A composed letter that was not sent yet, about a `person` or an `announcement`.

    `mention` is the person as the consent's source names them: the letter stands with it.
    """

    wanted: Wanted
    letter: Letter
    on: date
    person: int | None = None
    mention: int | None = None
    announcement: int | None = None

    @property
    def questions(self) -> tuple[str, ...]:
        """What the family should be asked, in the letter's language."""
        return self.letter.questions

    def pdf(self, *, draft: bool = False) -> bytes:
        return composing.to_pdf(self.letter, draft=draft)

    def docx(self, *, draft: bool = False) -> bytes:
        return composing.to_docx(self.letter, draft=draft)


def about_person(person: int, wanted: Wanted, *, on: date) -> Offered:
    """The letter for this person, as of this day. Raises NoConsent, NothingFound, and what
    `compose` raises when a letter cannot be made of what is released."""
    person = persons.resolve(person)
    _check(wanted)
    given = release.release(current(), wanted.audience, on)
    ids = {own: shown for shown, own in release.person_ids(current(), wanted.audience, on).items()}
    if person not in ids:
        raise _no_consent(person, wanted.audience, on)
    if given.person(ids[person]).form is not ConsentForm.NAMED:
        raise NoConsent(wanted.audience, None, ())
    letter = composing.compose(given, _order(wanted, on, person=ids[person]))
    told = consenting.standing(person, wanted.audience, on).consents
    mention = told[-1].said.mention if told else person
    return Offered(wanted, letter, on, person=person, mention=mention)


def about_announcement(statement: int, wanted: Wanted, *, on: date) -> Offered:
    """The letter that asks about an announcement. Raises WrongUse when this audience may not
    know of it."""
    _check(wanted)
    given = release.release(current(), wanted.audience, on)
    shown = release.announcement_ids(current(), wanted.audience, on).get(statement)
    if shown is None:
        raise WrongUse(
            "This announcement comes from no published source.",
            "A letter may speak of what was published, or of what a consent covers.",
        )
    letter = composing.compose(given, _order(wanted, on, announcement=shown))
    return Offered(wanted, letter, on, announcement=statement)


def send(
    offered: Offered,
    *,
    actor: str,
    sent_on: date,
    channel: str = "",
    answer_due: date | None = None,
    as_sent: Paper | None = None,
    reason: str = "",
) -> int:
    """Record that the letter was sent; returns the correspondence.

    One act: the source with the letter as sealed evidence (`as_sent` where the file that went
    out is another than our PDF), the statement that it was sent, the day an answer is due. An
    open letter expects none unless `answer_due` says so.
    """
    due = answer_due or _due(offered.wanted, sent_on)
    if due is not None and due < sent_on:
        raise WrongUse("The answer is due before the letter is sent.", "Give a later day.")
    paper = as_sent or Paper(offered.pdf(), "letter.pdf", PDF)
    blob = sealed(paper)
    with recording(actor, "send letter", reason) as act:
        (source,) = act.insert(Source, [_source(offered.wanted, sent_on, channel)])
        enclose(act, source, paper, blob)
        (statement,) = act.insert(Statement, [_sent(offered, source, sent_on, channel)])
        row = {
            "source_id": source,
            "mention_id": offered.mention,
            "announcement_id": offered.announcement,
            "statement_id": statement,
            "kind": offered.wanted.kind,
            "body": offered.wanted.body,
            "language": offered.wanted.language,
            "channel": channel,
            "sent_on": sent_on,
            "answer_due": due,
        }
        (correspondence,) = act.insert(Correspondence, [row])
    return correspondence


def bodies() -> tuple[str, ...]:
    """The bodies that letters went to, the latest first."""
    rows = Correspondence.live.exclude(body="").order_by("-id").values_list("body", flat=True)
    return tuple(dict.fromkeys(rows))


def _check(wanted: Wanted) -> None:
    if not wanted.body.strip() and wanted.kind is not LetterKind.OPEN_LETTER:
        raise WrongUse("The letter has no addressee.", "Say to whom it goes.")
    if not speaker().name:
        raise WrongUse(
            "Nobody stands under the letter: the organisation has no name yet.",
            "Give it on the page Publish, or with: tidings organisation --name NAME",
        )


def _order(
    wanted: Wanted, on: date, *, person: str | None = None, announcement: str | None = None
) -> LetterOrder:
    return LetterOrder(
        kind=wanted.kind,
        language=wanted.language,
        addressee=Addressee(wanted.addressee or wanted.body, wanted.lines),
        written_on=on,
        place=wanted.place,
        signatory=wanted.signatory,
        person=person,
        announcement=announcement,
        answer_days=wanted.answer_days,
    )


def _no_consent(person: int, audience: Audience, on: date) -> NoConsent:
    for each in release.left_out(current(), audience, on):
        if each.person == person:
            return NoConsent(audience, each.why, each.missing)
    return NoConsent(audience, Why.NO_CONSENT, ())


def _due(wanted: Wanted, sent_on: date) -> date | None:
    if wanted.kind is LetterKind.OPEN_LETTER or wanted.answer_days is None:
        return None
    return sent_on + timedelta(days=wanted.answer_days)


def _source(wanted: Wanted, sent_on: date, channel: str) -> dict[str, Any]:
    """The title says nothing of whom the letter is about."""
    return {
        "kind": SourceKind.LETTER,
        "title": TITLES[wanted.kind],
        "origin": speaker().name,
        "publisher": speaker().name,
        "channel": channel,
        "language": wanted.language,
        "grade": "A",
        "level": Level.TEAM,
        **dated("published", day(sent_on)),
    }


def _sent(offered: Offered, source: int, sent_on: date, channel: str) -> dict[str, Any]:
    about_person = offered.person is not None
    return {
        "source_id": source,
        "mention_id": offered.mention,
        "body": "" if about_person else offered.wanted.body,
        "what": Event.LETTER_SENT,
        "mode": Mode.ASSERTS,
        "value": offered.wanted.body,
        "speaker": speaker().name,
        "channel": channel,
        "level": Level.TEAM,
        **dated("held", day(sent_on)),
    }
