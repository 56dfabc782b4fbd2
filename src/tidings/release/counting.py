"""What a release says of numbers: announcements held against its people, and who kept silent.

Counted are the people of the release who appear by name, and of them what is covered: whoever
is left out is in no number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from tidings.publishing.release import (
    BodySilence,
    ReleasedAnnouncement,
    ReleasedCount,
    ReleasedLetter,
    ReleasedStatement,
)
from tidings.reckoning import FoundTie
from tidings.registry import announcing
from tidings.registry.announcement_views import AnnouncementView, ReckonedAnnouncement
from tidings.release import rows
from tidings.release.covering import may_leave
from tidings.release.deciding import Decided
from tidings.release.forms import named_source, named_statement
from tidings.release.ids import released_id
from tidings.release.known import Gathered, Origin
from tidings.values import Audience, Level, Outcome, PlaceLevel, Tie

#: Ties that a reader of two announcements has to know.
SAME, PART_OF = (Tie.SAME,), (Tie.PART_OF, Tie.SHARE_OF)


def announcements(gathered: Gathered, decided: Decided) -> tuple[ReleasedAnnouncement, ...]:
    """The announcements that the audience may know, the oldest first, each held against the
    people of the release."""
    views = [each for each in announcing.announcements() if _may_know(each, gathered.audience)]
    if not views:
        return ()
    statements = {each.id for known in decided.named for each in known.statements}
    found = announcing.reckoned(
        people={each.person for each in decided.named},
        statements=statements | {each.id for each in views},
        mentions={each.id for known in decided.named for each in known.mentions},
        explain=False,
    )
    counted = [each for each in found.announcements if each.count is not None]
    ids = {each.id: announcement_id(gathered, each.id) for each in counted}
    letters = rows.letters(ids, gathered.on, "announcement")
    origins = rows.origins({each.announcement.source.id for each in counted})
    return tuple(
        _shown(
            each,
            ids,
            origins,
            [sent.shown for sent in letters.get(each.id, ()) if sent.level is not Level.SEALED],
        )
        for each in counted
    )


def announcement_id(gathered: Gathered, statement: int) -> str:
    return released_id(gathered.secret, gathered.audience, "announcement", [statement])


def silences(
    gathered: Gathered, decided: Decided, announced: Sequence[ReleasedAnnouncement]
) -> tuple[BodySilence, ...]:
    """How each body answered the letters of this release, and what is published of its silence."""
    letters: dict[str, list[ReleasedLetter]] = defaultdict(list)
    told: dict[str, list[ReleasedStatement]] = defaultdict(list)
    sent = [each.letters for each in decided.people] + [each.letters for each in announced]
    for letter in chain.from_iterable(sent):
        letters[letter.body].append(letter)
    for body, statement in _refusals(gathered, decided):
        told[body].append(statement)
    return tuple(
        _silence(body, letters.get(body, []), tuple(told.get(body, ())))
        for body in sorted({*letters, *told} - {""})
    )


def _may_know(each: AnnouncementView, audience: Audience) -> bool:
    return may_leave([each.level, each.source.level], each.source.id, frozenset(), audience)


def _shown(
    each: ReckonedAnnouncement,
    ids: Mapping[int, str],
    origins: Mapping[int, Origin],
    letters: Iterable[ReleasedLetter],
) -> ReleasedAnnouncement:
    view, count = each.announcement, each.count
    assert count is not None  # noqa: S101 - the caller leaves those out
    published = view.source.level is Level.PUBLIC
    return ReleasedAnnouncement(
        id=ids[each.id],
        speaker=view.speaker if published else None,
        chain=view.chain if published else (),
        mode=view.mode,
        event=view.event,
        group=view.group if published else None,
        period=rows.dated(view.period.edtf) if view.period else None,
        figure=view.figure,
        source=named_source(origins[view.source.id].view, origins, {}),
        count=ReleasedCount(
            certain=count.certain,
            possible=count.possible,
            documented=count.documented,
            unaccounted=count.unaccounted,
            contradiction=count.contradiction,
        ),
        same_as=_tied(each.id, each.ties, SAME, ids),
        part_of=_tied(each.id, each.ties, PART_OF, ids),
        letters=tuple(letters),
    )


def _tied(
    announcement: int, ties: Iterable[FoundTie], kinds: Sequence[Tie], ids: Mapping[int, str]
) -> tuple[str, ...]:
    """The other ends; a part names its whole, and not the other way round."""
    others = {
        tie.b if tie.a == announcement else tie.a
        for tie in ties
        if tie.tie in kinds and (tie.a == announcement or kinds == SAME)
    }
    return tuple(ids[each] for each in sorted(others) if each in ids)


def _refusals(gathered: Gathered, decided: Decided) -> Iterable[tuple[str, ReleasedStatement]]:
    """From published sources only: about nobody by name, or about somebody of this release; of
    these neither the place nor through whom it was heard, which are theirs to allow."""
    about_people = (
        (each.speaker or "", replace(each, place=None, chain=()))
        for known in decided.named
        for each in known.statements
        if each.mode in rows.REFUSING
    )
    for body, each in (*gathered.refusals, *about_people):
        if each.source.level is Level.PUBLIC and each.level is Level.PUBLIC:
            shown = named_statement(each, PlaceLevel.DISTRICT, gathered.origins, {})
            yield body, shown


def _silence(
    body: str, letters: Sequence[ReleasedLetter], refusals: tuple[ReleasedStatement, ...]
) -> BodySilence:
    came = [each.outcome for each in letters]
    return BodySilence(
        body=body,
        letters=len(letters),
        answered=came.count(Outcome.ANSWERED),
        refused=came.count(Outcome.REFUSED),
        silent=came.count(Outcome.SILENT),
        overdue=came.count(Outcome.OVERDUE),
        waiting=came.count(Outcome.WAITING),
        refusals=refusals,
    )
