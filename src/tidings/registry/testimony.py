"""Record a testimony: what a person came to say becomes a document, and the document a source.

The words are kept as they were taken down; the form's answers become mentions and statements,
recorded and not drafted, because a person gave them one by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from tidings.reading.reading import (
    KinDraft,
    MentionDraft,
    Reading,
    SourceDraft,
    StatementDraft,
    TestifierDraft,
)
from tidings.registry.act import Act, recording
from tidings.registry.adding import Added, add_file
from tidings.registry.consenting import Allowed, rows
from tidings.registry.models import Consent, Mention
from tidings.values import Dated, Event, Kin, Mode, Sex, SourceKind

#: Where in the form the person is named.
PERSON = "the person"


@dataclass(frozen=True)
class Happening:
    """One thing that happened, as told. `told_by` is whom the testifier has it from; empty
    when they saw it themselves."""

    event: Event
    words: str
    when: Dated | None = None
    place: str | None = None
    told_by: tuple[str, ...] = ()
    mode: Mode = Mode.ASSERTS


@dataclass(frozen=True)
class Testimony:
    """The answers of the form. `relation`: what the testifier is to the person ("sister")."""

    testifier: str
    names: tuple[str, ...]
    words: str
    relation: Kin | None = None
    contact: str | None = None
    sex: Sex | None = None
    birth: Dated | None = None
    place: str | None = None
    given_on: Dated | None = None
    language: str | None = None
    channel: str | None = None
    happenings: tuple[Happening, ...] = ()
    kin: tuple[tuple[Kin, str], ...] = ()
    consents: tuple[Allowed, ...] = ()


def record(testimony: Testimony, *, actor: str) -> Added:
    """Seal the testimony as a document and record its source, mentions and statements, and in
    the same act the consents given with it.

    A testimony that is there already is not recorded again, but consents that it had not are.
    Raises WrongUse for a consent that cannot be, and then records nothing.
    """
    text = document(testimony)
    added = add_file(
        [_reading(testimony, text)],
        text.encode(),
        actor=actor,
        accept=True,
        more=partial(_consents, testimony),
    )
    if added.already and testimony.consents:
        with recording(actor, "give consent") as act:
            _consents(testimony, act, added.source_ids[0])
    return added


def _consents(testimony: Testimony, act: Act, source: int) -> None:
    """Record those consents that this source has not, even taken back: a form sent twice says
    nothing twice."""
    if not testimony.consents:
        return
    mention = Mention.live.filter(source=source, locator=PERSON).get()
    testifier = mention.source.testifier_id
    given = rows(mention.id, source, testifier, testimony.relation, testimony.consents)
    columns = given[0].keys()
    there = list(Consent.objects.filter(source=source, mention=mention.id).values(*columns))
    act.insert(Consent, [each for each in given if _plain(each) not in map(_plain, there)])


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as it is stored: what is not said is empty text."""
    return {name: "" if value is None else value for name, value in row.items()}


def document(testimony: Testimony) -> str:
    """The testimony as the text file that `tidings add` reads too: a header, then the words."""
    header = [
        ("Kind", SourceKind.TESTIMONY),
        ("Testifier", testimony.testifier),
        ("Contact", testimony.contact),
        ("Relation", testimony.relation),
        ("Person", " / ".join(testimony.names)),
        ("Sex", testimony.sex),
        ("Born", testimony.birth),
        ("Place", testimony.place),
        ("Kin", "; ".join(f"{relation} {name}" for relation, name in testimony.kin)),
        ("Date", testimony.given_on),
        ("Language", testimony.language),
        ("Channel", testimony.channel),
    ]
    lines = [f"{key}: {value}" for key, value in header if value]
    told = [_told(each) for each in testimony.happenings]
    return "\n".join([*lines, "", testimony.words.strip(), "", *told]).rstrip() + "\n"


def _told(happening: Happening) -> str:
    parts = [happening.event.replace("_", " ")]
    if happening.when is not None:
        parts.append(happening.when.edtf)
    if happening.place:
        parts.append(happening.place)
    if happening.told_by:
        parts.append("told by " + ", ".join(happening.told_by))
    return f"- {', '.join(parts)}: {happening.words}"


def _reading(testimony: Testimony, text: str) -> Reading:
    person = MentionDraft(
        key="person 1",
        locator=PERSON,
        names=testimony.names,
        sex=testimony.sex,
        birth=testimony.birth,
        place=testimony.place,
    )
    phones = (testimony.contact,) if testimony.contact else ()
    testifier = MentionDraft("testifier", "the testifier", (testimony.testifier,), phones=phones)
    relatives = [
        MentionDraft(f"kin {number}", "kin", (name,))
        for number, (_, name) in enumerate(testimony.kin, start=1)
    ]
    ties = [
        KinDraft(mention.key, relation, person.key, "kin")
        for mention, (relation, _) in zip(relatives, testimony.kin, strict=True)
    ]
    if testimony.relation is not None:
        ties.insert(0, KinDraft(testifier.key, testimony.relation, person.key, "relation"))
    return Reading(
        source=SourceDraft(
            kind=SourceKind.TESTIMONY,
            title="Testimony",
            file="testimony.txt",
            channel=testimony.channel,
            published=testimony.given_on,
            language=testimony.language,
            testifier=TestifierDraft(testimony.testifier, testimony.contact),
            text=text,
        ),
        mentions=(person, testifier, *relatives),
        kin=tuple(ties),
        statements=tuple(_statement(each, testimony, text) for each in testimony.happenings),
    )


def _statement(happening: Happening, testimony: Testimony, text: str) -> StatementDraft:
    line = _told(happening)
    start = text.index(line) + len(line) - len(happening.words)
    return StatementDraft(
        mode=happening.mode,
        event=happening.event,
        quote=happening.words,
        mention="person 1",
        speaker=testimony.testifier,
        chain=happening.told_by,
        channel=testimony.channel,
        person=testimony.names[0],
        date=happening.when,
        place=happening.place,
        value=happening.words if happening.event is Event.OTHER else None,
        span=(start, start + len(happening.words)),
    )
