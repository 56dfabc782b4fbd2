"""Pictures of the publishing room as the desk shows them: for a laptop and for a phone."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tidings.desk import wording
from tidings.publishing.pictures import (
    NARROW,
    WIDE,
    AnnouncedBar,
    announced_against_named,
    figure,
)
from tidings.registry.announcement_views import ReckonedAnnouncement


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
    language = wording.desk_language()
    mirrored = (get_language() or "").endswith("-rtl")
    wide, narrow = (
        announced_against_named(
            bar, language=language, shape=shape, mirrored=mirrored, identifier=identifier
        )
        for shape, identifier in ((WIDE, "announced"), (NARROW, "announced-narrow"))
    )
    return mark_safe(figure(wide, narrow, language=language))  # noqa: S308 - escaped by its room
