"""Announced numbers held against the people of the registry, and a worker's word on both."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from tidings.reckoning import Coverer, Reason, State, reasons_together
from tidings.registry.act import recording
from tidings.registry.announcement_rows import Extract, Scope
from tidings.registry.announcement_views import (
    AnnouncementView,
    CoveredPerson,
    Reckoned,
    reckoned_of,
    views_of,
)
from tidings.registry.models import AnnouncementTie, Coverage, Mention, Statement
from tidings.values import Covered, NothingFound, Tie, WrongUse

__all__ = [
    "AnnouncementView",
    "CoveredPerson",
    "Reason",
    "Reckoned",
    "State",
    "announcements",
    "covering",
    "reckoned",
    "rule",
    "tie",
]


def announcements(as_of: date | None = None) -> tuple[AnnouncementView, ...]:
    """Every number of unnamed people that was announced by `as_of`, the oldest record first;
    what was denied or taken back too, marked by its state."""
    return views_of(Extract(Scope(as_of)))


def reckoned(
    *,
    as_of: date | None = None,
    people: Collection[int] | None = None,
    statements: Collection[int] | None = None,
    mentions: Collection[int] | None = None,
    explain: bool = True,
    progress: Callable[[str, int, int], None] | None = None,
) -> Reckoned:
    """Each announcement held against the named people, and all against each other.

    With `as_of` only what sources said by then (published, or recorded where nobody knows when).
    A release gives the `people`, `statements` and `mentions` that it covers: nothing else is
    looked at then, and without `mentions` no birth. `explain`: say what each bound rests on.
    """
    scope = Scope(as_of, _frozen(people), _frozen(statements), _frozen(mentions))
    return reckoned_of(Extract(scope), explain=explain, progress=progress)


def covering(announcement: int, *, as_of: date | None = None) -> tuple[CoveredPerson, ...]:
    """Each person with the reason why the announcement, in the light of those that it is tied to,
    certainly, possibly or impossibly covers them: the certain first, then the possible of whom
    something is said, the impossible, and those of whom nothing is said. Raises NothingFound."""
    extract = Extract(Scope(as_of))
    if announcement not in {each.id for each in extract.announcements}:
        raise _no_announcement()
    coverer = Coverer(extract.people, extract.facts)
    reasons = reasons_together(announcement, extract.announcements, coverer, extract.ties)
    found = [
        CoveredPerson(int(person), Reason(int(reason)))
        for person, reason in zip(extract.people.ids, reasons, strict=True)
    ]
    return tuple(sorted(found, key=lambda each: (each.rank, each.person)))


def tie(a: int, b: int, how: Tie, *, actor: str, reason: str = "") -> int:
    """Record how announcement `a` stands to `b`; the newest word on a pair holds. Returns the
    act, which can be undone. Raises NothingFound, WrongUse."""
    _check_announcements(a, b)
    if a == b:
        raise WrongUse("An announcement cannot be tied to itself.", "Name another one.")
    with recording(actor, f"tie {how}", reason) as act:
        act.insert(AnnouncementTie, [{"a_id": a, "b_id": b, "tie": how, "reason": reason}])
    return act.id


def rule(
    announcement: int,
    covered: Covered,
    *,
    mention: int | None = None,
    actor: str,
    reason: str = "",
) -> int:
    """Record whom an announcement covers, in a worker's judgement. Returns the act.

    `group_is_all` is about the whole group and names nobody, `covered` names a person by one of
    their mentions; `not_covered` is about the person named, or without one takes back that the
    group is everybody. Raises NothingFound, WrongUse.
    """
    _check_announcements(announcement)
    if covered is Covered.GROUP_IS_ALL and mention is not None:
        raise WrongUse("That the group is everybody is not about one person.", "Name nobody.")
    if covered is Covered.COVERED and mention is None:
        raise WrongUse("Whom does it cover?", "Name a person, or say that the group is everybody.")
    if mention is not None and not Mention.live.filter(pk=mention).exists():
        raise NothingFound("No person has this id.", "Find the person by name: `tidings find`.")
    row = {"announcement_id": announcement, "mention_id": mention, "covered": covered}
    with recording(actor, f"rule {covered}", reason) as act:
        act.insert(Coverage, [{**row, "reason": reason}])
    return act.id


def _check_announcements(*ids: int) -> None:
    standing = Statement.live.filter(pk__in=ids, mention=None, body="").exclude(
        figure_lo=None, figure_hi=None
    )
    if standing.count() != len(set(ids)):
        raise _no_announcement()


def _no_announcement() -> NothingFound:
    return NothingFound(
        "No announcement has this id.", "`tidings reckon` lists the announcements and their ids."
    )


def _frozen(ids: Collection[int] | None) -> frozenset[int] | None:
    return None if ids is None else frozenset(ids)
