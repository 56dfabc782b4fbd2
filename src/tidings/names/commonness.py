"""How much a shared name part can say: little when many people bear it."""

from __future__ import annotations

from functools import cache
from importlib import resources
from math import log
from typing import Final

from tidings.names.costs import MOST
from tidings.names.parts import normalised

#: What a better score still counts for above what a common name can say.
CLOSER: Final = 2e-4


def most_it_says(token: str) -> float:
    """The highest log-likelihood ratio that sharing this token may count for: minus the log of
    the share of people who bear it, for the common names we know of."""
    return caps().get(token, MOST)


def capped(score: float, a: str, b: str) -> float:
    """What two tokens add to a name's score: theirs, or the most that either says. Of two that
    say no more, the closer spelling still comes first."""
    most = min(score, most_it_says(a), most_it_says(b))
    return most + CLOSER * (score - most + MOST * (a == b))


@cache
def caps() -> dict[str, float]:
    """Every known spelling of a common part, normalised -> the most it says."""
    text = resources.files("tidings.names").joinpath("data", "common.tsv").read_text("utf-8")
    found: dict[str, float] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            percent, forms = line.split("\t")
            cap = -log(float(percent) / 100)
            found.update((normalised(form), cap) for form in forms.split("|"))
    return found
