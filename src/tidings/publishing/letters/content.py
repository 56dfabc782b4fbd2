"""What the kinds of letters differ in."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.publishing.letters.dates import on_day
from tidings.publishing.letters.letter import Paragraph, Particular, Sentence
from tidings.publishing.letters.named import readable
from tidings.publishing.phrases import Language, phrase
from tidings.publishing.release import ReleasedLetter
from tidings.values import Dated, LetterKind, describe


@dataclass(frozen=True)
class Content:
    """The part of a letter that its kind makes."""

    subject: str
    paragraphs: tuple[Paragraph, ...]
    particulars: tuple[Particular, ...]
    questions: tuple[str, ...]
    signature: tuple[str, ...]
    closing: tuple[str, ...] = ()


def plain(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(text) for text in texts)


def earlier(letters: tuple[ReleasedLetter, ...], language: Language) -> tuple[Paragraph, ...]:
    """What was written before, and what came of it."""
    lines = [
        phrase(
            "earlier.line",
            language,
            body=readable(each.body, language),
            date=on_day(each.sent_on, language),
            outcome=phrase(f"outcome.{each.outcome}", language),
        )
        for each in letters
        if each.kind is not LetterKind.OPEN_LETTER
    ]
    if not lines:
        return ()
    return (Paragraph(plain(*lines), phrase("head.earlier", language), "items"),)


def dated(value: Dated | None, language: Language) -> str:
    return describe(value, language) if value is not None else ""
