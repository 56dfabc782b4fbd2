"""Numbers that a text takes back: "34, not 40 as it said before"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tidings.values import Figure, FoundFigure

_NOT = re.compile(r",? (?:and |but )?(?:not|rather than|instead of) (?:the )?$")
_AS = re.compile(
    r"(?: \w+)?,? (?:as|that) (?:(?P<who>[\w' ]+?) )?(?:had |was |were |has "
    r")?(?:previously |earlier |first |wrongly )?"
    r"(?:claimed|said|reported|stated|wrote|alleged|announced|given|published)\b(?: by "
    r"(?P<by>[\w' ]+))?[^,.;]*"
)
_OWN = re.compile(r"\b(?:it|we|they|he|she|previously|earlier|the \w+ itself)\b|^$")


@dataclass(frozen=True)
class Correction:
    """`right` instead of `wrong`; the words about the wrong one stand at start..end. `whose`
    names somebody else who had given it, None when the speaker had."""

    right: Figure
    wrong: Figure
    start: int
    end: int
    whose: str | None = None


def correction_in(
    text: str, start: int, end: int, figures: Sequence[FoundFigure]
) -> Correction | None:
    """The correction inside text[start:end], if there is one."""
    own = [f for f in figures if start <= f.start and f.end <= end]
    for one, two in pairwise(own):
        between = text[one.end : two.start]
        link = _NOT.search(between)
        if link is None or len(between) > 60:
            continue
        tail = _AS.match(text, two.end, end)
        stop = tail.end() if tail is not None else two.end
        who = (tail["who"] or tail["by"] or "").strip() if tail is not None else ""
        whose = None if _OWN.search(who) else re.sub(r"^the ", "", who)
        if text[stop : stop + 1] == ",":
            stop += 1
        return Correction(one.figure, two.figure, one.end + link.start(), stop, whose)
    return None
