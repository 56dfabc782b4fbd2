"""The truth file: who is who in the invented archive, and what is so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from tidings.values import (
    Asked,
    ConsentForm,
    ConsentVerb,
    Dated,
    Event,
    Figure,
    Kin,
    LetterKind,
    Mode,
    Outcome,
    PlaceLevel,
    Sex,
    Tie,
    parse_edtf,
)


@dataclass(frozen=True)
class TruePerson:
    """One invented person. `forms`: way of writing (kk, ru, latin, arab, tote, han, han_other,
    pinyin) -> the name."""

    key: str
    family: str
    sex: Sex
    born: Dated
    place: str
    forms: Mapping[str, str]


@dataclass(frozen=True)
class TrueMention:
    """A place where a source names a person. `key` is the reader's own ("row 14 kin 1");
    articles name people in prose: there it is "name" and the name. `scripts` goes with
    `names`."""

    file: str
    key: str
    person: str
    names: tuple[str, ...]
    scripts: tuple[str, ...]


@dataclass(frozen=True)
class TrueStatement:
    """What one source says: of a person, or of people without names (person None)."""

    file: str
    person: str | None
    event: Event | None
    mode: Mode
    date: Dated | None
    figure: Figure | None


@dataclass(frozen=True)
class TrueKin:
    """`subject` is the `relation` of `object`."""

    subject: str
    relation: Kin
    object: str


@dataclass(frozen=True)
class TrueConflict:
    """Sources give different `values` for what is asked `about` a person."""

    person: str
    about: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Lookalikes:
    """Two people whom a careless matcher would take for one."""

    one: str
    other: str
    why: str


@dataclass(frozen=True)
class KnownUnread:
    """A cell that nobody can understand, and must be told of."""

    file: str
    key: str
    found: str


@dataclass(frozen=True)
class TrueConsent:
    """What the relative `by` said in this file of a person; `by` None: the worker settles it.
    `audience` "" is every audience."""

    person: str
    file: str
    verb: ConsentVerb
    by: str | None
    audience: str
    form: ConsentForm | None
    place_level: PlaceLevel
    own_name: bool
    starts: date | None
    ends: date | None
    how: str
    asks: tuple[Asked, ...]
    pseudonym: str
    words: str
    reason: str


@dataclass(frozen=True)
class TrueRelease:
    """How a person may appear to an audience; `form` None: not at all, and `why`."""

    person: str
    audience: str
    form: ConsentForm | None
    why: str


@dataclass(frozen=True)
class TrueLetter:
    """A letter that was sent about a person; `outcome` None: nothing came of it yet."""

    person: str
    kind: LetterKind
    body: str
    language: str
    sent_on: date
    answer_days: int
    outcome: Outcome | None
    outcome_on: date | None


@dataclass(frozen=True)
class Announced:
    """An announced number: which statement of `file` it is, by event and figure."""

    file: str
    event: Event
    figure: Figure


@dataclass(frozen=True)
class TrueNumber:
    """An announcement that is not so: the `true` number, how many people of the archive are
    `certain` to belong to it, and (`tie`) the announcement that it contradicts. `everybody`: its
    group leaves nobody of the archive out."""

    announced: Announced
    everybody: bool
    true: int
    certain: int
    tie: Tie | None
    other: Announced | None


@dataclass(frozen=True)
class Truth:
    """All that is so in the archive.

    `left_open`: files whose drafts wait for a person. `bystanders`: spokespeople and the like,
    named but sought by nobody. `origins` and `published`: by file, where it does not say so
    itself.
    """

    people: Mapping[str, TruePerson]
    mentions: tuple[TrueMention, ...]
    statements: tuple[TrueStatement, ...]
    kin: tuple[TrueKin, ...]
    conflicts: tuple[TrueConflict, ...]
    lookalikes: tuple[Lookalikes, ...]
    unread: tuple[KnownUnread, ...]
    left_open: frozenset[str]
    bystanders: frozenset[str]
    origins: Mapping[str, str]
    published: Mapping[str, Dated]
    consents: tuple[TrueConsent, ...]
    released: tuple[TrueRelease, ...]
    letters: tuple[TrueLetter, ...]
    numbers: tuple[TrueNumber, ...]


@cache
def truth() -> Truth:
    """The truth file as shipped."""
    text = resources.files("tidings.example").joinpath("truth.json").read_text(encoding="utf-8")
    told = json.loads(text)
    return Truth(
        people={key: _person(key, entry) for key, entry in told["people"].items()},
        mentions=tuple(_mention(entry) for entry in told["mentions"]),
        statements=tuple(_statement(entry) for entry in told["statements"]),
        kin=tuple(
            TrueKin(entry["subject"], Kin(entry["relation"]), entry["object"])
            for entry in told["kin"]
        ),
        conflicts=tuple(
            TrueConflict(entry["person"], entry["about"], tuple(entry["values"]))
            for entry in told["conflicts"]
        ),
        lookalikes=tuple(Lookalikes(**entry) for entry in told["lookalikes"]),
        unread=tuple(KnownUnread(**entry) for entry in told["unread"]),
        left_open=frozenset(told["left_open"]),
        bystanders=frozenset(entry["name"] for entry in told["bystanders"]),
        origins={entry["file"]: entry["origin"] for entry in told["sources"]},
        published={entry["file"]: parse_edtf(entry["published"]) for entry in told["sources"]},
        consents=tuple(_consent(entry) for entry in told["consents"]),
        released=tuple(
            TrueRelease(entry["person"], entry["audience"], _form(entry["form"]), entry["why"])
            for entry in told["released"]
        ),
        letters=tuple(_letter(entry) for entry in told["letters"]),
        numbers=tuple(_number(entry) for entry in told["announced"]),
    )


def _person(key: str, entry: Mapping[str, Any]) -> TruePerson:
    return TruePerson(
        key,
        entry["family"],
        Sex(entry["sex"]),
        parse_edtf(entry["born"]),
        entry["place"],
        entry["forms"],
    )


def _mention(entry: Mapping[str, Any]) -> TrueMention:
    return TrueMention(
        entry["file"],
        entry["key"],
        entry["person"],
        tuple(entry["names"]),
        tuple(entry["scripts"]),
    )


def _statement(entry: Mapping[str, Any]) -> TrueStatement:
    low_high = entry.get("figure")
    return TrueStatement(
        entry["file"],
        entry["person"],
        Event(entry["event"]) if entry["event"] else None,
        Mode(entry["mode"]),
        parse_edtf(entry["date"]) if entry["date"] else None,
        Figure(*low_high) if low_high else None,
    )


def _consent(entry: Mapping[str, str]) -> TrueConsent:
    return TrueConsent(
        person=entry["person"],
        file=entry["file"],
        verb=ConsentVerb(entry["verb"]),
        by=entry["by"] or None,
        audience=entry["audience"],
        form=_form(entry["form"]),
        place_level=PlaceLevel(entry["place_level"] or PlaceLevel.NONE),
        own_name=entry["own_name"] == "yes",
        starts=_day(entry["starts"]),
        ends=_day(entry["ends"]),
        how=entry["how"],
        asks=tuple(Asked(word) for word in entry["asks"].split()),
        pseudonym=entry["pseudonym"],
        words=entry["words"],
        reason=entry["reason"],
    )


def _form(word: str) -> ConsentForm | None:
    return ConsentForm(word) if word else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _letter(entry: Mapping[str, str]) -> TrueLetter:
    return TrueLetter(
        person=entry["person"],
        kind=LetterKind(entry["kind"]),
        body=entry["body"],
        language=entry["language"],
        sent_on=date.fromisoformat(entry["sent_on"]),
        answer_days=int(entry["answer_days"]),
        outcome=Outcome(entry["outcome"]) if entry["outcome"] else None,
        outcome_on=_day(entry["outcome_on"]),
    )


def _number(entry: Mapping[str, str]) -> TrueNumber:
    figure = Figure(int(entry["low"]), int(entry["high"]))
    announced = Announced(entry["file"], Event(entry["event"]), figure)
    other = None
    if entry["tie"]:
        count = int(entry["other_count"])
        other = Announced(entry["other_file"], Event(entry["other_event"]), Figure(count, count))
    return TrueNumber(
        announced,
        entry["everybody"] == "yes",
        int(entry["true"]),
        int(entry["certain"]),
        Tie(entry["tie"]) if entry["tie"] else None,
        other,
    )
