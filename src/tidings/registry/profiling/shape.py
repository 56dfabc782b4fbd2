"""The profile and its parts: the computed view of one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tidings.values import Dated, Event, Figure, Kin, Level, Mode, Script, Sex, SourceKind

Certainty = Literal["agreed", "contested", "single", "unknown"]


@dataclass(frozen=True)
class SourceView:
    """A source as a profile names it."""

    id: int
    title: str
    kind: SourceKind
    origin: str | None
    published: Dated | None
    grade: str
    level: Level


@dataclass(frozen=True)
class MentionView:
    """One mention with its source; `names` are (written, script) in the order given."""

    id: int
    source: SourceView
    locator: str
    names: tuple[tuple[str, Script], ...]
    sex: Sex | None
    birth: Dated | None
    place: str | None
    numbers: tuple[tuple[str, str], ...]
    level: Level


@dataclass(frozen=True)
class StatementView:
    """One recorded statement about this person, as the timeline shows it.

    `retracted` is set when the same speaker took it back later; the statement stays visible.
    """

    id: int
    source: SourceView
    mention: int | None
    event: Event | None
    mode: Mode
    held: Dated | None
    place: str | None
    figure: Figure | None
    value: str | None
    speaker: str | None
    chain: tuple[str, ...]
    channel: str | None
    credibility: int | None
    quote: str
    span: tuple[int, int] | None
    level: Level
    act: int
    retracted: bool = False


@dataclass(frozen=True)
class SaidIn:
    """Where one value of an attribute stands."""

    source: SourceView
    locator: str
    mention: int


@dataclass(frozen=True)
class Value:
    """One value of an attribute and every place that gives it; `dated` for births."""

    shown: str
    said_in: tuple[SaidIn, ...]
    dated: Dated | None = None


@dataclass(frozen=True)
class Attribute:
    """All values that sources give for `name` (born, sex, place, phone, id_number), the
    best supported first. `conflict` when two of them cannot both be true."""

    name: str
    values: tuple[Value, ...]
    conflict: bool

    @property
    def best(self) -> Value:
        return self.values[0]


@dataclass(frozen=True)
class Status:
    """Where the person stands, as far as the sources say.

    `supporting` of `asked` sources say so; `against` are the statements that say otherwise.
    """

    event: Event | None
    since: Dated | None
    supporting: int
    asked: int
    certainty: Certainty
    statements: tuple[StatementView, ...] = ()
    against: tuple[StatementView, ...] = ()


@dataclass(frozen=True)
class KinTie:
    """`relation`: what the other person is to this one ("sister"). `stated_in` the source."""

    relation: Kin
    person: int
    name: str
    stated_in: SourceView


@dataclass(frozen=True)
class NameForm:
    """One way the name is written, and how many sources write it so."""

    written: str
    script: Script
    sources: int


@dataclass(frozen=True)
class Profile:
    """The computed view of a person; its level is the highest of all that it shows."""

    person: int
    names: tuple[NameForm, ...]
    attributes: tuple[Attribute, ...]
    timeline: tuple[StatementView, ...]
    status: Status
    kin: tuple[KinTie, ...]
    mentions: tuple[MentionView, ...]
    open_drafts: int
    level: Level

    @property
    def name(self) -> str:
        """The name in the family's script where a source has it."""
        return self.names[0].written if self.names else ""

    def attribute(self, name: str) -> Attribute | None:
        return next((each for each in self.attributes if each.name == name), None)
