"""A made-up locale for trying pages out: English with marks on its letters, right to left.

Text that shows up unmarked was never given to translation; a page that looks wrong mirrored
uses left and right where it means start and end. Off unless TIDINGS_PSEUDO_LOCALE is 1.
"""

from __future__ import annotations

import gettext
import re

LANGUAGE = "en-rtl"

_MARKED = str.maketrans("aceinosuyzACEINOSUYZ", "àçéïñöšüýžÀÇÉÏÑÖŠÜÝŽ")
#: Placeholders, tags and entities stay as they are.
_KEPT = re.compile(r"(%\([^)]*\)[a-z]|%[sd%]|\{[^}]*\}|<[^>]*>|&[a-z]+;)")


def marked(message: str) -> str:
    """The message with marks on its letters, in brackets that show where it was cut."""
    if not message.strip():
        return message
    parts = _KEPT.split(message)
    return "⟦" + "".join(p if i % 2 else p.translate(_MARKED) for i, p in enumerate(parts)) + "⟧"


class Marked(gettext.NullTranslations):
    """Answers every message with its marked form."""

    plural = staticmethod(lambda n: int(n != 1))

    def to_language(self) -> str:
        return LANGUAGE

    def gettext(self, message: str) -> str:
        # Django asks for a message in a context as "context\x04message".
        return marked(message.rpartition("\x04")[2])

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return marked(msgid1 if n == 1 else msgid2)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)


def install() -> None:
    """Let Django find the locale among those that it has loaded."""
    from django.utils.translation import trans_real

    trans_real._translations[LANGUAGE] = Marked()
