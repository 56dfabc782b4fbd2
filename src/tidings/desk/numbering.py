"""What a reckoning says, in sentences: how announcements stand to one another, and what each
bound rests on."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tidings.desk import wording
from tidings.publishing.pictures.words import figure_words
from tidings.reckoning import Because
from tidings.registry.announcement_views import AnnouncementView, Reckoned, ReckonedAnnouncement
from tidings.values import Figure, Tie


@dataclass(frozen=True)
class TieView:
    """One tie as a sentence, and the announcement at its other end. `decided`: a person said
    so."""

    words: str
    other: AnnouncementView
    decided: bool


@dataclass(frozen=True)
class TogetherView:
    """What an announcement comes to with the others: its figure, where that is narrower than
    announced, and what each end rests on; `clash`: what cannot all be true."""

    figure: Figure | None
    low_because: tuple[str, ...]
    high_because: tuple[str, ...]
    people: Figure | None
    announcements: int
    clash: tuple[str, ...]
    exact: bool


def how_many(figure: Figure) -> str:
    return figure_words(figure, wording.desk_language())


def in_short(said: AnnouncementView) -> str:
    """An announcement in one line: "2,001 or more, allowed to leave (the ministry)"."""
    event = str(wording.EVENTS[said.event]).split(":")[0]
    speaker = said.speaker or said.source.origin or said.source.title
    return (
        f"{how_many(said.figure)}, {event} ({speaker})"
        if speaker
        else (f"{how_many(said.figure)}, {event}")
    )


def ties(shown: ReckonedAnnouncement, reckoned: Reckoned) -> list[TieView]:
    """How the announcement stands to each other one."""
    return [
        TieView(
            words=_tied(each.a, each.tie, each.b, reckoned),
            other=reckoned.of(each.b if each.a == shown.id else each.a).announcement,
            decided=each.decided,
        )
        for each in shown.ties
    ]


def together(shown: ReckonedAnnouncement, reckoned: Reckoned) -> TogetherView | None:
    """What follows from all announcements that ties connect with this one."""
    component = next((each for each in reckoned.components if shown.id in each.announcements), None)
    if component is None or len(component.announcements) < 2:
        return None
    own = shown.together
    narrower = own is not None and own.figure != shown.announcement.figure
    return TogetherView(
        figure=own.figure if own is not None and narrower else None,
        low_because=_sentences(own.low_because if own else (), reckoned),
        high_because=_sentences(own.high_because if own else (), reckoned),
        people=component.people,
        announcements=len(component.announcements),
        clash=_sentences(component.clash, reckoned),
        exact=component.exact,
    )


def _sentences(because: tuple[Because, ...], reckoned: Reckoned) -> tuple[str, ...]:
    return tuple(_sentence(each, reckoned) for each in because)


def _sentence(each: Because, reckoned: Reckoned) -> str:
    """One thing known, in words."""
    said = in_short(reckoned.of(each.a).announcement)
    if each.kind == "named":
        return _("The people named for: %(said)s") % {"said": said}
    if each.kind == "tie" and each.tie is not None:
        return _tied(each.a, each.tie, each.b, reckoned)
    if each.kind == "at_least":
        return _("At least as many as announced: %(said)s") % {"said": said}
    return _("At most as many as announced: %(said)s") % {"said": said}


def _tied(a: int, tie: Tie, b: int, reckoned: Reckoned) -> str:
    """How one announcement stands to another, as a sentence that names both."""
    words = {
        Tie.SAME: _("“%(said)s” and “%(other)s” are one announcement."),
        Tie.PART_OF: _("“%(said)s” is a part of “%(other)s”."),
        Tie.SHARE_OF: _("“%(said)s” is a share of “%(other)s”."),
        Tie.APART: _("“%(said)s” and “%(other)s” count different people."),
        Tie.EARLIER: _("“%(said)s” was counted before “%(other)s”."),
        Tie.UNRELATED: _("“%(said)s” and “%(other)s” have nothing to do with each other."),
    }[tie]
    said, other = (in_short(reckoned.of(each).announcement) for each in (a, b))
    return words % {"said": said, "other": other}
