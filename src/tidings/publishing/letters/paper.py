"""The printable form for a consent given on paper."""

from __future__ import annotations

from datetime import date

from tidings.publishing import typesetting
from tidings.publishing.phrases import Language, phrase
from tidings.values import Asked, clean

#: The form's wording is of this day; its file bears it, so that it is the same every time.
_WORDED_ON = date(2026, 11, 24)
_ASKED = tuple(Asked)


def consent_paper(language: Language, *, organisation: str, contact: str) -> bytes:
    """One A4 page in plain words (PDF): who consents, about whom, to whom it may be said, how,
    how exact a place, until when, what is asked, and how to take it back. Raises BadInput when
    a character cannot be printed."""
    return typesetting.pdf(
        "letters/consent.typ", _data(language, organisation, contact), _WORDED_ON
    )


def consent_paper_png(language: Language, *, organisation: str, contact: str) -> list[bytes]:
    """The same as pictures."""
    return typesetting.pngs(
        "letters/consent.typ", _data(language, organisation, contact), _WORDED_ON
    )


def _data(language: Language, organisation: str, contact: str) -> dict[str, object]:
    by, write_to = clean(organisation), clean(contact)
    typesetting.check_glyphs((("the organisation's name", by), ("the contact", write_to)))

    def words(*keys: str) -> list[str]:
        return [phrase(f"paper.{key}", language) for key in keys]

    return {
        "language": language,
        "date": [_WORDED_ON.year, _WORDED_ON.month, _WORDED_ON.day],
        "title": phrase("paper.title", language),
        "organisation": by,
        "intro": phrase("paper.intro", language),
        "who": phrase("paper.who", language),
        "blanks": words("me", "relation", "person", "born"),
        "sections": [
            [phrase("paper.audience", language), words("public", "un", "body", "partner")],
            [phrase("paper.form", language), words("named", "pseudonym", "seeker")],
            [phrase("paper.place", language), words("full", "district", "none")],
            [phrase("paper.own", language), words("own_yes", "own_no")],
            [
                phrase("paper.asks", language),
                [_capital(phrase(f"asked.{each}", language)) for each in _ASKED],
            ],
        ],
        "until": phrase("paper.until", language),
        "back": phrase("paper.back", language, contact=write_to or by),
        "signature": words("place_date", "signature", "worker"),
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
