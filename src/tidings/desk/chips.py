"""Why a name matches, part by part, as small pairs: what was asked, what was found, in words."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.names import Match
from tidings.names.explain import reasons

LOOKS = {
    "same": "",
    "sounds_same": "",
    "near": "near",
    "other": "off",
    "missing": "off",
}


@dataclass(frozen=True)
class Chip:
    """`asked` or `found` is empty where only one of the two names has this part. `look` is the
    style of the line between the two: firm, dotted (near) or dashed (off)."""

    asked: str
    found: str
    look: str
    words: str


def chips(match: Match, language: str) -> tuple[Chip, ...]:
    """One chip for each part of the match; the words in `language` (en, ru, kk)."""
    return tuple(
        Chip(part.a or "", part.b or "", LOOKS[part.verdict], words)
        for part, words in zip(match.parts, reasons(match, language), strict=True)
    )
