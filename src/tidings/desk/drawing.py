"""Pictures of the publishing room as the desk shows them: for a laptop and for a phone."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tidings.desk import wording
from tidings.names import Match
from tidings.publishing.phrases import Language
from tidings.publishing.pictures import (
    NARROW,
    WIDE,
    AnnouncedBar,
    EvidenceStep,
    FamilyMember,
    Picture,
    Shape,
    alignment,
    announced_against_named,
    figure,
    waterfall,
)
from tidings.publishing.pictures import family as drawn_family
from tidings.registry.announcement_views import ReckonedAnnouncement
from tidings.registry.profiling.shape import Profile
from tidings.registry.reviewing import Weighing


class Draw(Protocol):
    """A picture but for its language, shape, direction and identifier."""

    def __call__(
        self, *, language: Language, shape: Shape, mirrored: bool, identifier: str
    ) -> Picture | None: ...


def drawn(draw: Draw, identifier: str, *, folded: bool = True) -> SafeString | None:
    """The picture for the visitor, as HTML; None where there is nothing to draw. `folded`: with
    its table, for where the page has none of its own."""
    language = wording.desk_language()
    mirrored = (get_language() or "").endswith("-rtl")
    wide, narrow = (
        draw(language=language, shape=shape, mirrored=mirrored, identifier=name)
        for shape, name in ((WIDE, identifier), (NARROW, f"{identifier}-narrow"))
    )
    if wide is None:
        return None
    html = figure(wide, narrow, language=language, folded=folded)
    return mark_safe(html)  # noqa: S308 - the pictures escape all that they are given


def announced(shown: ReckonedAnnouncement, label: str) -> SafeString | None:
    """The announcement against the people known by name; None for what is not reckoned with."""
    if shown.count is None:
        return None
    bar = AnnouncedBar(
        label=label,
        figure=shown.announcement.figure,
        certain=shown.count.certain,
        possible=shown.count.possible,
        unaccounted=shown.count.unaccounted,
        documented=shown.count.documented,
        contradiction=shown.count.contradiction,
    )
    return drawn(partial(announced_against_named, bar), "announced")


def family(shown: Profile) -> SafeString | None:
    """The person among those whom sources call their kin; the page lists them with links."""
    named = {(each.relation, each.person): each.name for each in shown.kin}
    members = [FamilyMember(relation, name) for (relation, _), name in named.items()]
    return drawn(partial(drawn_family, shown.name, members), "family", folded=False)


def weighing(shown: Weighing, identifier: str) -> SafeString | None:
    """How the evidence of a pair adds up."""
    steps = [EvidenceStep(each.words, each.bits) for each in shown.reasons]
    draw = partial(waterfall, shown.before, steps, shown.probability)
    return drawn(draw, identifier)


def letter_by_letter(match: Match, identifier: str) -> SafeString | None:
    """The two names above one another, drawn for a phone only where it needs another drawing."""
    draw = partial(alignment, match, language=wording.desk_language())
    wide = draw(identifier=identifier)
    if wide is None:
        return None
    fits = draw(shape=NARROW, identifier=identifier) == wide
    narrow = None if fits else draw(shape=NARROW, identifier=f"{identifier}-narrow")
    html = figure(wide, narrow, language=wording.desk_language())
    return mark_safe(html)  # noqa: S308 - the pictures escape all that they are given
