"""Why a name matches, part by part, as small pairs: what was asked, what was found, in words."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.names import Match, explain

LOOKS = {"same": "", "sounds_same": "", "near": "near", "other": "off", "missing": "off"}


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
    words = explain(match, language)
    return tuple(
        Chip(part.a or "", part.b or "", LOOKS[part.verdict], _reason(sentence))
        for part, sentence in zip(match.parts, words, strict=True)
    )


def _reason(sentence: str) -> str:
    """The sentence without the names that it begins with: the chip shows them above it."""
    return sentence.partition(": ")[2] or sentence
