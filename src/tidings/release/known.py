"""What the registry knows of those who may appear, gathered before anything is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tidings.publishing.release import ReleasedLetter
from tidings.registry.consents import Standing
from tidings.registry.profiling.shape import MentionView, SourceView, StatementView
from tidings.values import Audience, Kin, Level


@dataclass(frozen=True)
class Origin:
    """A source beyond its view. `file_names` are those of its evidence: they never leave."""

    view: SourceView
    publisher: str = ""
    testifier: int | None = None
    file_names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Voice:
    """Who gave a testimony or a consent."""

    name: str
    contact: str


@dataclass(frozen=True)
class KinTold:
    """One source says what `other` (a person) is to this one. `level`: the highest of the
    statement, its source and both mentions. `names`: the other's, as all sources write them."""

    relation: Kin
    other: int
    source: int
    level: Level
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterSent:
    """A letter of the organisation's own about the person or announcement, and its source."""

    id: int
    source: int
    level: Level
    shown: ReleasedLetter


@dataclass(frozen=True)
class Known:
    """One person for whom some consent stands, with all that is known, covered or not.

    `key` is the id of their oldest mention ever; `consented` the sources that their standing
    consents open; `voices` by testifier id; `contacts` and `testifiers` are those of every
    source that names them.
    """

    person: int
    key: int
    standing: Standing
    consented: frozenset[int]
    mentions: tuple[MentionView, ...] = ()
    statements: tuple[StatementView, ...] = ()
    kin: tuple[KinTold, ...] = ()
    letters: tuple[LetterSent, ...] = ()
    voices: Mapping[int, Voice] = field(default_factory=dict)
    testifiers: tuple[Voice, ...] = ()


@dataclass(frozen=True)
class Gathered:
    """All that a release is decided from. `secret` keys its ids. `refusals`: statements about
    nobody by name, from published sources, that a body would not speak."""

    audience: Audience
    on: date
    organisation: str
    address: str
    contact: str
    invented: bool
    secret: bytes
    people: tuple[Known, ...]
    origins: Mapping[int, Origin]
    refusals: tuple[tuple[str, StatementView], ...] = ()
