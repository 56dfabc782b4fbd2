"""A letter as a value: what is asked for, and what `compose` makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tidings.publishing.phrases import Language
from tidings.publishing.release import ReleasedSource
from tidings.values import LetterKind

Style = Literal["text", "items", "numbered", "quote"]


@dataclass(frozen=True)
class Addressee:
    """To whom: the name as it stands in an address (nominative), the lines beneath it, and how
    to greet them if not by the usual words."""

    name: str
    lines: tuple[str, ...] = ()
    salutation: str | None = None


@dataclass(frozen=True)
class LetterOrder:
    """What kind of letter, about whom, to whom. `person` and `announcement` are ids of the
    release; `answer_days` is how long the addressee has, from `written_on`. `signatory` signs for
    the organisation, or an open letter for the family; None: the seekers who may be named."""

    kind: LetterKind
    language: Language
    addressee: Addressee
    written_on: date
    place: str = ""
    signatory: str | None = None
    person: str | None = None
    announcement: str | None = None
    answer_days: int | None = None


@dataclass(frozen=True)
class Sentence:
    """`source` is what a sentence made from a statement rests on; `cited` says it in words."""

    text: str
    source: ReleasedSource | None = None
    cited: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Sentences under one thought. `items` and `numbered`: a line each; `quote`: the family's
    own words."""

    sentences: tuple[Sentence, ...]
    heading: str | None = None
    style: Style = "text"


@dataclass(frozen=True)
class Particular:
    """One line of the table of particulars."""

    label: str
    value: str


@dataclass(frozen=True)
class Letter:
    """A letter ready to be set. `addressee` is as it is written on the letter, case ending and
    all; the particulars stand after the first paragraph. `questions` are for the family, and on
    the draft copy only; `invented` says that everything in it is an example."""

    kind: LetterKind
    language: Language
    written_on: date
    letterhead: tuple[str, ...]
    dateline: str
    addressee: tuple[str, ...]
    subject: str
    salutation: str
    paragraphs: tuple[Paragraph, ...]
    particulars: tuple[Particular, ...]
    closing: str
    signature: tuple[str, ...]
    questions: tuple[str, ...]
    invented: bool = False

    @property
    def text(self) -> str:
        """The whole letter in plain text."""
        return "\n".join(line for _, line in self.lines())

    def lines(self) -> Iterator[tuple[str, str]]:
        """Every line of text, with a word for where in the letter it stands."""
        yield from (("the letterhead", line) for line in self.letterhead)
        yield "the date line", self.dateline
        yield from (("the addressee", line) for line in self.addressee)
        yield "the subject", self.subject
        yield "the greeting", self.salutation
        for number, paragraph in enumerate(self.paragraphs):
            if paragraph.heading:
                yield "a heading", paragraph.heading
            where = "the family's words" if paragraph.style == "quote" else "the text"
            yield from ((where, sentence.text) for sentence in paragraph.sentences)
            if number == 0:
                yield from (
                    (f"the line '{each.label}'", f"{each.label}: {each.value}")
                    for each in self.particulars
                )
        yield "the closing", self.closing
        yield from (("the signature", line) for line in self.signature)
