"""Letters from a release: to a ministry for one person, for information about an announcement,
and the family's open letter; in Kazakh, Russian and English; as PDF and as DOCX.

    letter = compose(release, LetterOrder(LetterKind.APPEAL, "kk", Addressee("..."), today, ...))
    to_pdf(letter)                  # the copy to send: tagged, the same bytes every time
    to_docx(letter, draft=True)     # to work on: with the sources in the margin, and questions
"""

from __future__ import annotations

from tidings.publishing.letters.composing import compose
from tidings.publishing.letters.letter import (
    Addressee,
    Letter,
    LetterOrder,
    Paragraph,
    Particular,
    Sentence,
)
from tidings.publishing.letters.pages import to_pdf, to_png
from tidings.publishing.letters.paper import consent_paper
from tidings.publishing.letters.word import to_docx

__all__ = [
    "Addressee",
    "Letter",
    "LetterOrder",
    "Paragraph",
    "Particular",
    "Sentence",
    "compose",
    "consent_paper",
    "to_docx",
    "to_pdf",
    "to_png",
]
