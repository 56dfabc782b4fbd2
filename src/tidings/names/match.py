"""What a comparison of two names says, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Verdict = Literal["same", "sounds_same", "near", "other", "missing"]

#: A part that only one of the names has: sources often leave one out.
MISSING: Final = -0.7
#: A part of each name that the other does not have.
OTHER: Final = -5.0
#: The same when the two parts say different things (a father's name, a surname).
OTHER_KIND: Final = -1.5
#: A part that stands in the same place of both names, where both have several: the order of
#: parts is free, but more often kept than not.
IN_PLACE: Final = 0.02
#: An initial that fits, and one that does not.
INITIAL_FITS: Final = 1.2
INITIAL_OTHER: Final = -3.5
#: ln of the pool in which a score of 0 is to mean even odds: a few hundred people.
POOL: Final = 5.7
#: From these log-likelihood ratios on, two tokens sound the same, or nearly.
SOUNDS_SAME: Final = 5.0
NEAR: Final = 2.0


@dataclass(frozen=True)
class PartMatch:
    """One part against one part, or against nothing (verdict "missing").

    `score` is the log-likelihood ratio it adds; `reason` a code that `explain` puts into words;
    `steps` the letters that stand for one another, as written; `tags` the endings found in
    either that only say whose child someone is.
    """

    a: str | None
    b: str | None
    verdict: Verdict
    score: float
    reason: str
    steps: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """Two names compared. `score` is the natural log of the odds that they are one name, in a
    pool of a few hundred people: above 0 speaks for the same person, below against. `notes` are
    codes for what was left out or put right before the names could be read (see `notes`)."""

    score: float
    parts: tuple[PartMatch, ...]
    notes: tuple[str, ...] = ()
