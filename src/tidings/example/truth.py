"""The truth file: who is who in the invented archive, and what is so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from tidings.values import Dated, Event, Figure, Kin, Mode, Sex, parse_edtf


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
