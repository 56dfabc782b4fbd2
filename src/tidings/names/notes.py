"""What had to be left out or put right before a name could be read, as codes for `explain`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from tidings.names.lookalikes import is_mixed
from tidings.names.parts import MOST_LETTERS, MOST_PARTS, SEPARATORS, parts_of
from tidings.names.sounds import sounds_of
from tidings.values import clean

#: So many words are named in notes of one kind.
_MOST_NAMED: Final = 3
#: A word is named by no more of its letters than these.
_SHOWN: Final = 20
_TONE: Final = re.compile(r"(?<=[A-Za-zü])[1-5](?![0-9])")
_SEPARATOR: Final = re.compile(f"[{SEPARATORS}]+")
#: Joiners are part of how Arabic letters are written, the soft hyphen of how lines are broken.
_HARMLESS: Final = "\u200c\u200d\u00ad\n\r\t"


@lru_cache(maxsize=8192)
def notes_of(name: str) -> tuple[str, ...]:
    """Codes, in a fixed order: "empty", "hidden", "digits", "signs", "long", "many", and with the
    word they are about "mixed:…" (letters of two alphabets) and "unread:…" (unknown ones)."""
    parts = parts_of(name)
    words = [word for word in _SEPARATOR.split(clean(name)) if word]
    kinds = {unicodedata.category(c) for c in _TONE.sub("", name) if c not in _HARMLESS}
    found = {
        "empty": not parts,
        "hidden": not kinds.isdisjoint(("Cc", "Cf", "Cs")),
        "digits": "Nd" in kinds,
        "signs": not kinds.isdisjoint(("So", "Sc", "Co", "Cn")),
        "long": any(len(word) > MOST_LETTERS for word in words),
        "many": sum(part.role != "title" for part in parts) > MOST_PARTS,
    }
    mixed = [f"mixed:{word[:_SHOWN]}" for word in words if is_mixed(word)]
    unread = [f"unread:{part.written[:_SHOWN]}" for part in parts if not sounds_of(part.token)]
    plain = [code for code, holds in found.items() if holds]
    return (*plain, *mixed[:_MOST_NAMED], *unread[:_MOST_NAMED])
