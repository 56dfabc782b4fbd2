"""Articles, bulletins, replies and letters: statements drawn from prose, one reader a language.

A reader is a function `read(text, file, published, writer) -> Reading`. It proposes drafts only,
each with its exact place in the text; it never fails on any text, and what it cannot read it
leaves. To add a language, write a package beside `english` and name it in `_READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from tidings.reading.reading import Reading, SourceDraft, Unread
from tidings.values import Dated, SourceKind, language_of

Reader = Callable[[str, str, Dated | None, str | None], Reading]

#: Longer texts are no articles; the rest of one is left, and said to be.
MOST_CHARACTERS = 100_000

#: Language code -> the module whose `read` reads it.
_READERS = {"en": "tidings.reading.article.english"}

__all__ = ["MOST_CHARACTERS", "Reader", "read_article"]


def read_article(
    text: str, file: str, published: Dated | None, writer: str | None = None
) -> Reading:
    """Everything proposed for one article or statement: a source, the people it names, what is
    said of them by whom. `published` resolves "last month"; spans count characters of `text`.
    `writer` is who speaks throughout, where the caller knows (a letter with a header).
    A language without a reader gives the source alone, with the reason among the unread."""
    language = language_of(text[:20_000]) or "en"
    module = _READERS.get(language)
    if module is None:
        return _unread(text, file, published, language)
    reader: Reader = import_module(module).read
    reading = reader(text[:MOST_CHARACTERS], file, published, writer)
    return reading if len(text) <= MOST_CHARACTERS else _cut(reading, text)


def _cut(reading: Reading, text: str) -> Reading:
    reason = f"Only the first {MOST_CHARACTERS:,} characters were read. Divide the text."
    rest = Unread("text", None, text[MOST_CHARACTERS : MOST_CHARACTERS + 80], reason)
    return replace(reading, source=replace(reading.source, text=text), unread=(rest,))


def _unread(text: str, file: str, published: Dated | None, language: str) -> Reading:
    source = SourceDraft(
        kind=SourceKind.ARTICLE,
        title=text.strip().split("\n")[0][:120],
        file=file,
        published=published,
        language=language,
        text=text,
    )
    reason = f"Statements are not yet drawn from prose in this language ({language})."
    return Reading(source, unread=(Unread("text", None, text.strip()[:80], reason),))
