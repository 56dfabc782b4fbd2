"""An objection holds for whoever may be the person it is about.

Two mentions that may be one person wait for somebody to say so. Until then a relative's objection
to the one keeps the other out too: a link that is missing must not undo what a family asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from tidings.registry.consents.said import Why
from tidings.registry.consents.standing import Standing
from tidings.values import PlaceLevel

_KEPT_OUT = frozenset({Why.OBJECTED, Why.STAYS_OUT})


def held_back(
    found: Mapping[int, Standing], doubted: Mapping[int, Collection[int]]
) -> dict[int, Standing]:
    """`found` (person -> what stands), with everybody left out who may be one person with
    somebody who is kept out. `doubted`: person -> those who may be the same."""
    out = kept_out(found)
    return {
        person: _held(each) if each.form and out & set(doubted.get(person, ())) else each
        for person, each in found.items()
    }


def kept_out(found: Mapping[int, Standing]) -> set[int]:
    """The persons whom an objection, or a decision after one, keeps out."""
    return {person for person, each in found.items() if each.why_not in _KEPT_OUT}


def _held(standing: Standing) -> Standing:
    return replace(
        standing,
        form=None,
        place_level=PlaceLevel.NONE,
        why_not=Why.MAYBE_OBJECTED,
        undecided=False,  # who is who has to be decided, and then perhaps this
    )
