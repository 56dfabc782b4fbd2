"""Announced numbers against the people of the site, and how bodies answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tidings.publishing.pictures import NARROW, WIDE
from tidings.publishing.pictures.of_release import announced_of, silence_of
from tidings.publishing.release import Release, ReleasedAnnouncement, ReleasedLetter
from tidings.publishing.site.happenings import figure_of, said_in, told_table
from tidings.publishing.site.pages import Page, Press, announcement_path
from tidings.publishing.site.people import letters_table
from tidings.publishing.site.wording import Words
from tidings.publishing.site.written import plain, safe, text
from tidings.values import Figure

#: The counts of a `BodySilence`, as columns.
COUNTED = ("letters", "answered", "refused", "silent", "overdue", "waiting")


@dataclass(frozen=True)
class Summary:
    """An announcement in a list: its number, the sentence under it, and where it leads."""

    path: str
    figure: str
    sentence: Markup


@dataclass(frozen=True)
class Answers:
    """How one body answered: its counts, its letters, what published sources report of it."""

    body: Markup
    counts: tuple[str, ...]
    letters: Markup | None
    refusals: Markup


def announcement_pages(release: Release, press: Press) -> Iterator[Page]:
    words = press.words
    summaries = {each.id: summary(each, words) for each in release.announcements}
    figures = {each.id: each.figure for each in release.announcements}
    yield press.render(
        "announcements",
        "announcements.html",
        heading=words.phrase("site.announcements"),
        summaries=list(summaries.values()),
    )
    for announcement in release.announcements:
        yield _announcement_page(announcement, summaries, figures, press)


def summary(announcement: ReleasedAnnouncement, words: Words) -> Summary:
    parts: list[str] = [plain(words.begun(f"event.{announcement.event}"))]
    if announcement.group:
        parts.append(text(announcement.group))
    if announcement.period:
        parts.append(plain(words.date(announcement.period)))
    return Summary(
        announcement_path(announcement.id),
        words.figure(announcement.figure),
        safe(f"{', '.join(parts)} — {_speaker(announcement, words)}"),
    )


def silence_page(release: Release, press: Press) -> Page:
    """To whom was written and what came back, body by body."""
    words = press.words
    letters = letters_by_body(release)
    found = [
        Answers(
            text(each.body),
            tuple(words.number(getattr(each, kind)) for kind in COUNTED),
            letters_table(letters.get(each.body, ()), press, with_body=False),
            told_table([said_in(one)[words.language] for one in each.refusals], words.language),
        )
        for each in release.silences
    ]
    return press.render(
        "silence",
        "silence.html",
        heading=words.phrase("site.silence"),
        counted=[words.phrase(f"site.counts.{kind}") for kind in COUNTED],
        found=found,
        picture=figure_of(
            silence_of(release.silences, language=words.language),
            silence_of(
                release.silences,
                language=words.language,
                shape=NARROW,
                identifier="silence-narrow",
            ),
        ),
        written_to=[
            each for each, body in zip(found, release.silences, strict=True) if body.letters
        ],
        reported=[each for each in found if each.refusals],
    )


def letters_by_body(release: Release) -> Mapping[str, list[ReleasedLetter]]:
    """Every letter of the release once, the oldest first: one letter may be about several."""
    about = (
        *(each.letters for each in release.people),
        *(each.letters for each in release.announcements),
    )
    every = dict.fromkeys(letter for letters in about for letter in letters)
    bodies: dict[str, list[ReleasedLetter]] = {}
    for letter in sorted(every, key=lambda each: (each.sent_on, each.kind)):
        bodies.setdefault(letter.body, []).append(letter)
    return bodies


def _announcement_page(
    announcement: ReleasedAnnouncement,
    summaries: Mapping[str, Summary],
    figures: Mapping[str, Figure],
    press: Press,
) -> Page:
    words, count = press.words, announcement.count
    same = [each for each in announcement.same_as if each in figures]
    agreeing = [each for each in same if _overlap(announcement.figure, figures[each])]
    return press.render(
        "announcement",
        announcement_path(announcement.id),
        heading=summaries[announcement.id].figure,
        picture=_drawing(announcement, words),
        summary=summaries[announcement.id],
        speaker=_speaker(announcement, words),
        group=text(announcement.group) if announcement.group else None,
        period=words.date(announcement.period) if announcement.period else None,
        event=words.begun(f"event.{announcement.event}"),
        source=words.source(announcement.source),
        certain=words.number(count.certain),
        possible=words.number(count.possible),
        documented=words.share(*count.documented),
        unaccounted=words.figure(count.unaccounted),
        contradiction=count.contradiction,
        same_as=[summaries[each] for each in agreeing],
        not_both=[summaries[each] for each in same if each not in agreeing],
        part_of=[summaries[each] for each in announcement.part_of if each in summaries],
        letters=letters_table(announcement.letters, press),
    )


def _overlap(one: Figure, other: Figure) -> bool:
    """Whether one number of people can be in both."""
    lows = [each.low or 0 for each in (one, other)]
    highs = [each.high for each in (one, other) if each.high is not None]
    return not highs or max(lows) <= min(highs)


def _drawing(announcement: ReleasedAnnouncement, words: Words) -> Markup:
    wide, narrow = (
        announced_of(announcement, language=words.language, shape=shape, identifier=name)
        for shape, name in ((WIDE, "wide"), (NARROW, "narrow"))
    )
    return figure_of(wide, narrow)


def _speaker(announcement: ReleasedAnnouncement, words: Words) -> Markup:
    """Who announced it, through whom."""
    name = announcement.speaker
    who = text(name) if name else plain(words.phrase("site.no_speaker"))
    return safe(f"{who}{words.chain(announcement.chain)}")
