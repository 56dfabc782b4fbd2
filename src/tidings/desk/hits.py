"""Somebody found by a name, as pages show them: who it is, and why the name matched."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from tidings.desk.chips import Chip, chips
from tidings.desk.drawing import letter_by_letter
from tidings.desk.templatetags.desk import worded_language
from tidings.names.explain import notes
from tidings.registry.profile import Profile
from tidings.registry.searching import Found

#: Only parts in unlike letters are worth drawing.
DRAWN = frozenset({"sounds_same", "near"})


@dataclass(frozen=True)
class Hit:
    """One person found. `chips` are the reasons, part by part; `notes` what was left out or put
    right before the names could be read; `letters` the two names drawn one above the other, None
    where they are written in the same letters."""

    matched_name: str
    profile: Profile
    chips: tuple[Chip, ...]
    notes: tuple[str, ...]
    letters: SafeString | None


def hit(found: Found, identifier: str) -> Hit:
    """`identifier` starts every id of the drawing: each hit on a page needs another."""
    unlike = any(part.verdict in DRAWN for part in found.match.parts)
    return Hit(
        found.name,
        found.profile,
        chips(found.match, worded_language()),
        tuple(notes(found.match, worded_language())),
        letter_by_letter(found.match, identifier) if unlike else None,
    )
