"""Articles, bulletins, replies and letters: statements drawn from prose, one reader a language.

A reader is a function `read(text, file, published) -> Reading`. It proposes drafts only, each
with its exact place in the text; it never fails on any text, and what it cannot read it leaves.
To add a language, write a package beside `english` and name it in `_READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from tidings.reading.reading import Reading, SourceDraft, Unread
from tidings.values import Dated, SourceKind, language_of

Reader = Callable[[str, str, Dated | None], Reading]

#: Language code -> the module whose `read` reads it.
_READERS = {"en": "tidings.reading.article.english"}

__all__ = ["Reader", "read_article"]


def read_article(text: str, file: str, published: Dated | None) -> Reading:
    """Everything proposed for one article or statement: a source, the people it names, what is
    said of them by whom. `published` resolves "last month"; spans count characters of `text`.
    A language without a reader gives the source alone, with the reason among the unread."""
    language = language_of(text) or "en"
    module = _READERS.get(language)
    if module is None:
        return _unread(text, file, published, language)
    reader: Reader = import_module(module).read
    return reader(text, file, published)


def _unread(text: str, file: str, published: Dated | None, language: str) -> Reading:
    source = SourceDraft(kind=SourceKind.ARTICLE, title=text.strip().split("\n")[0][:120], file=file,
                         published=published, language=language, text=text)  # fmt: skip
    reason = f"Statements are not yet drawn from prose in this language ({language})."
    return Reading(source, unread=(Unread("text", None, text.strip()[:80], reason),))
