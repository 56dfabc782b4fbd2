"""The `Release`: all that leaves a registry for one audience at one time, as a frozen value.

Letters, site, pictures and exports are built from it and from nothing else. It holds what
consents allow and no other field; ids in it are its own and lead to nothing in the registry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.values import (
    Asked,
    Audience,
    ConsentForm,
    Dated,
    Event,
    Figure,
    Kin,
    LetterKind,
    Mode,
    Outcome,
    Script,
    Sex,
    SourceKind,
)

FORMAT = 1


@dataclass(frozen=True)
class ReleasedSource:
    """A source as far as this audience may know it. `title` and `publisher` are given of
    published sources only; of a testimony no more than its kind, its year and what the testifier
    is to the person."""

    kind: SourceKind
    published: Dated | None = None
    title: str | None = None
    publisher: str | None = None
    relation: Kin | None = None


@dataclass(frozen=True)
class ReleasedName:
    """One way the name is written."""

    written: str
    script: Script


@dataclass(frozen=True)
class ReleasedStatement:
    """One statement about the person. `speaker`, `chain`, `channel` and `value` are given of
    published sources only."""

    event: Event
    mode: Mode
    source: ReleasedSource
    held: Dated | None = None
    place: str | None = None
    value: str | None = None
    speaker: str | None = None
    chain: tuple[str, ...] = ()
    channel: str | None = None
    retracted: bool = False


@dataclass(frozen=True)
class ReleasedStatus:
    """Where the person stands: by `supporting` of `asked` sources. `certainty`: "agreed",
    "contested", "single" or "unknown"."""

    event: Event | None
    since: Dated | None
    supporting: int
    asked: int
    certainty: str


@dataclass(frozen=True)
class ReleasedKin:
    """`relation`: what the other person, who is in this release too, is to this one."""

    relation: Kin
    person: str


@dataclass(frozen=True)
class ReleasedLetter:
    """A letter about the person or an announcement, and what became of it."""

    body: str
    kind: LetterKind
    sent_on: date
    answer_due: date | None
    outcome: Outcome


@dataclass(frozen=True)
class Seeker:
    """A relative who seeks the person: what they are to them; `name` if they allow it."""

    relation: Kin | None
    name: str | None = None


@dataclass(frozen=True)
class ReleasedPerson:
    """One person as the consents for this audience allow.

    Of a `seeker` nothing is filled but `id`, `form` and `seekers`; a `pseudonym` has no `names`,
    `kin`, `words` or letters, sources by kind only, and dates no finer than a year.
    """

    id: str
    form: ConsentForm
    names: tuple[ReleasedName, ...] = ()
    pseudonym: str | None = None
    sex: Sex | None = None
    born: Dated | None = None
    place: str | None = None
    status: ReleasedStatus | None = None
    timeline: tuple[ReleasedStatement, ...] = ()
    kin: tuple[ReleasedKin, ...] = ()
    letters: tuple[ReleasedLetter, ...] = ()
    seekers: tuple[Seeker, ...] = ()
    asks: tuple[Asked, ...] = ()
    words: str | None = None


@dataclass(frozen=True)
class ReleasedCount:
    """One announcement held against the people of this release.

    `certain` and `possible` count them (`possible` includes the certain). `documented` is the
    share, `unaccounted` the number of people whom nobody in this release names; of each the
    lowest and the highest, the latter None where the announcement has no upper end.
    """

    certain: int
    possible: int
    documented: tuple[float, float]
    unaccounted: Figure
    contradiction: bool


@dataclass(frozen=True)
class ReleasedAnnouncement:
    """A number of unnamed people, as announced. `same_as`, `part_of`: ids of announcements in
    this release that it repeats or is a part of."""

    id: str
    speaker: str | None
    chain: tuple[str, ...]
    mode: Mode
    event: Event
    group: str | None
    period: Dated | None
    figure: Figure
    source: ReleasedSource
    count: ReleasedCount
    same_as: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    letters: tuple[ReleasedLetter, ...] = ()


@dataclass(frozen=True)
class BodySilence:
    """How a body answered the letters of this release, and the `refusals` (declined to say, did
    not respond) that published sources report of it."""

    body: str
    letters: int
    answered: int
    refused: int
    silent: int
    overdue: int
    waiting: int
    refusals: tuple[ReleasedStatement, ...] = ()


@dataclass(frozen=True)
class Release:
    """Everything that one audience is given on one day. `invented`: all of it is an example."""

    audience: Audience
    on: date
    organisation: str
    address: str
    contact: str
    invented: bool
    people: tuple[ReleasedPerson, ...]
    announcements: tuple[ReleasedAnnouncement, ...]
    silences: tuple[BodySilence, ...]

    def person(self, identifier: str) -> ReleasedPerson:
        """The person of this id. Raises KeyError."""
        for each in self.people:
            if each.id == identifier:
                return each
        raise KeyError(identifier)
