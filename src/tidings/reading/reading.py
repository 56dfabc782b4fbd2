"""What every reader returns: a source, the people it mentions, what it says of them, and what
was not understood. Drafts only: nothing here is a record yet.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tidings.values import Dated, Event, Figure, Kin, Mode, Role, Sex, SourceKind


@dataclass(frozen=True)
class Column:
    """One column of a table and what it was taken to hold."""

    letter: str
    header: str
    role: Role


@dataclass(frozen=True)
class TestifierDraft:
    """Who gave a testimony. `contact` is always private."""

    name: str
    contact: str | None = None


@dataclass(frozen=True)
class SourceDraft:
    """The thing received. `text` is the decoded prose (spans count its characters), None for
    tables; `sheet`, `header_row` (1-based) and `columns` are a table's."""

    kind: SourceKind
    title: str
    file: str
    origin: str | None = None
    publisher: str | None = None
    channel: str | None = None
    published: Dated | None = None
    language: str | None = None
    testifier: TestifierDraft | None = None
    text: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True)
class MentionDraft:
    """One person as this source names them.

    `key` is unique in the reading ("row 14", "row 14 kin 1", "testifier", "person 2");
    `locator` says where it stands ("Sheet1!A14"); `cells` gives the cell of each particular
    ("born": "C14").
    """

    key: str
    locator: str
    names: tuple[str, ...]
    sex: Sex | None = None
    birth: Dated | None = None
    place: str | None = None
    phones: tuple[str, ...] = ()
    id_numbers: tuple[str, ...] = ()
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class KinDraft:
    """`subject` is the `relation` of `object`: subject "testifier", relation sister, object
    "row 14". Both are mention keys of the same reading."""

    subject: str
    relation: Kin
    object: str
    locator: str


@dataclass(frozen=True)
class StatementDraft:
    """One assertion, by the conventions of docs/statements: who says it, quoting whom, in
    which mode, what happened to whom, when.

    `mention` is the key of the person it is about, or None for a body or group. `span` is
    (start, end) in `SourceDraft.text`; `locator` the cell of a table. `value` is the source's
    own words for an event that the vocabulary lacks.
    """

    mode: Mode
    event: Event | None
    quote: str
    mention: str | None = None
    speaker: str | None = None
    chain: tuple[str, ...] = ()
    channel: str | None = None
    person: str | None = None
    group: str | None = None
    figure: Figure | None = None
    date: Dated | None = None
    place: str | None = None
    value: str | None = None
    span: tuple[int, int] | None = None
    locator: str | None = None


@dataclass(frozen=True)
class Unread:
    """One thing that was not understood, and why, and what would help."""

    locator: str
    field: str | None
    found: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """All that one reader proposes for one source."""

    source: SourceDraft
    mentions: tuple[MentionDraft, ...] = ()
    kin: tuple[KinDraft, ...] = ()
    statements: tuple[StatementDraft, ...] = ()
    unread: tuple[Unread, ...] = ()
