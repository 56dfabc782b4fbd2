"""A letter as PDF."""

from __future__ import annotations

import re

from tidings.publishing import typesetting
from tidings.publishing.letters.letter import Letter, Paragraph
from tidings.publishing.phrases import phrase
from tidings.values import is_right_to_left, language_of, script_of

_TEMPLATE = "letters/letter.typ"
_AFTER_NUMBER = re.compile(r"(?<=\d) (?=[^\W\d_])")


def to_pdf(letter: Letter, *, draft: bool = False) -> bytes:
    """The letter as a tagged PDF (PDF/UA-1). The draft copy carries the source of each sentence
    in the margin and ends with the questions for the family. Raises BadInput when a character
    cannot be printed."""
    return typesetting.pdf(_TEMPLATE, _checked(letter, draft), letter.written_on)


def to_png(letter: Letter, *, draft: bool = False, ppi: float = 110) -> list[bytes]:
    """The pages as pictures. Raises as `to_pdf` does."""
    return typesetting.pngs(_TEMPLATE, _checked(letter, draft), letter.written_on, ppi)


def numbered_sources(letter: Letter) -> dict[str, int]:
    """Each source in words, with its number by first mention."""
    every = (each.cited for paragraph in letter.paragraphs for each in paragraph.sentences)
    return {cited: at for at, cited in enumerate(dict.fromkeys(filter(None, every)), start=1)}


def _checked(letter: Letter, draft: bool) -> dict[str, object]:
    typesetting.check_glyphs(letter.lines())
    return _data(letter, draft)


def _data(letter: Letter, draft: bool) -> dict[str, object]:
    language = letter.language
    return {
        "language": language,
        "title": letter.subject,
        "author": letter.letterhead[0] if letter.letterhead else "",
        "date": [letter.written_on.year, letter.written_on.month, letter.written_on.day],
        "letterhead": letter.letterhead,
        "invented": phrase("invented.note", language) if letter.invented else "",
        "dateline": letter.dateline,
        "addressee": [line for line in letter.addressee if line],
        "subject": letter.subject,
        "salutation": letter.salutation,
        "paragraphs": [_paragraph(letter, each, draft) for each in letter.paragraphs],
        "particulars": [[each.label, each.value] for each in letter.particulars],
        "closing": _held(letter.closing),
        "signature": letter.signature,
        "pages": phrase("page.number", language),
        "draft": _draft(letter) if draft else None,
    }


def _held(text: str) -> str:
    """A number and the word after it never part at the end of a line: "24 December"."""
    return _AFTER_NUMBER.sub("\u00a0", text)


def _draft(letter: Letter) -> dict[str, object]:
    language = letter.language
    return {
        "word": phrase("page.draft", language),
        "heading": phrase("page.questions", language),
        "questions": letter.questions,
    }


def _paragraph(letter: Letter, paragraph: Paragraph, draft: bool) -> dict[str, object]:
    numbers = numbered_sources(letter) if draft else {}
    cited = [numbers.get(each.cited, 0) for each in paragraph.sentences]
    text = " ".join(each.text for each in paragraph.sentences)
    quoted = paragraph.style == "quote"
    return {
        "style": paragraph.style,
        "heading": paragraph.heading or "",
        "language": (quoted and language_of(text)) or letter.language,
        "rtl": quoted and is_right_to_left(script_of(text)),
        "sentences": [
            [_held(each.text), number]
            for each, number in zip(paragraph.sentences, cited, strict=True)
        ],
        "notes": [
            [number, each.cited] if number else []
            for each, number in zip(paragraph.sentences, cited, strict=True)
        ],
    }
