"""Several announcements together: the fewest and the most distinct people that fit them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tidings.reckoning.counting import Count
from tidings.values import Figure, Tie


class Because(NamedTuple):
    """One thing known that a bound rests on: that announcement `a` is `at_least` or `at_most`
    its figure, the people `named` against it, or its tie to `b`."""

    kind: Literal["at_least", "at_most", "named", "tie"]
    a: int
    b: int = 0
    tie: Tie | None = None


@dataclass(frozen=True)
class Together:
    """What an announcement comes to with all that it is tied to: its `figure` as narrow as they
    make it, and the `count` of that against the people named for it or for a part of it.
    `low_because`, `high_because`: what an end rests on that is narrower than announced."""

    figure: Figure
    count: Count
    low_because: tuple[Because, ...] = ()
    high_because: tuple[Because, ...] = ()


@dataclass(frozen=True)
class Component:
    """Announcements that ties connect. `chains`: those that are one announcement said several
    times. `people`: how many distinct ones they cover, None when they `clash`: then `clash` is a
    smallest set of things that cannot all be true. `exact`: nothing narrower follows from
    figures and ties; otherwise the bounds hold and may be wide."""

    announcements: tuple[int, ...]
    chains: tuple[tuple[int, ...], ...]
    people: Figure | None
    exact: bool = True
    low_because: tuple[Because, ...] = ()
    high_because: tuple[Because, ...] = ()
    clash: tuple[Because, ...] = ()
