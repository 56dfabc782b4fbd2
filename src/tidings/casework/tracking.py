"""Which letters wait, which are overdue, and what a case still needs. Computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tidings.registry import persons
from tidings.registry.models import Answer, Correspondence
from tidings.registry.outcome import outcome_by
from tidings.registry.profile import Profile, profiles
from tidings.values import LetterKind, Outcome

#: What is still to come, in the order in which it needs somebody.
OPEN = (Outcome.OVERDUE, Outcome.WAITING)


@dataclass(frozen=True)
class LetterView:
    """A letter and what became of it. `person` or `announcement` (a statement) is what it is
    about; `act` sent it, `answer_act` recorded what came."""

    id: int
    kind: LetterKind
    body: str
    language: str
    channel: str
    sent_on: date
    answer_due: date | None
    outcome: Outcome
    person: int | None
    announcement: int | None
    source: int
    act: int
    answered_on: date | None = None
    answer_source: int | None = None
    answer_act: int | None = None


@dataclass(frozen=True)
class Case:
    """The work on one person: letters sent, the next day on which something is due, and
    `missing`: what a letter would need and no source tells ("born", "place", "happened",
    "when")."""

    person: int
    name: str
    letters: tuple[LetterView, ...]
    next_due: date | None
    missing: tuple[str, ...]


def letters(on: date) -> tuple[LetterView, ...]:
    """Every letter that stands: the longest overdue first, then by the day an answer is due,
    then what is done, the latest first."""
    views = _views(Correspondence.live.order_by("id"), on)
    open_ones = [each for each in views if each.outcome in OPEN]
    done = [each for each in views if each.outcome not in OPEN]
    open_ones.sort(key=lambda each: (each.answer_due or date.max, each.id))
    done.sort(key=lambda each: (each.answered_on or each.sent_on, each.id), reverse=True)
    return (*open_ones, *done)


def overdue(on: date) -> tuple[LetterView, ...]:
    """Letters whose answer was due before this day and did not come."""
    return tuple(each for each in letters(on) if each.outcome is Outcome.OVERDUE)


def overdue_count(on: date) -> int:
    """How many letters `overdue` holds, by one query."""
    answered = Answer.live.values("correspondence_id")
    return Correspondence.live.filter(answer_due__lt=on).exclude(pk__in=answered).count()


def waiting(on: date) -> tuple[LetterView, ...]:
    """Letters whose answer is not due yet."""
    return tuple(each for each in letters(on) if each.outcome is Outcome.WAITING)


def letter(correspondence: int, on: date) -> LetterView | None:
    """One letter; None when it does not stand."""
    return next(iter(_views(Correspondence.live.filter(pk=correspondence), on)), None)


def about_announcement(statement: int, on: date) -> tuple[LetterView, ...]:
    """The letters that ask about an announcement, the oldest first."""
    return tuple(_views(Correspondence.live.filter(announcement_id=statement).order_by("id"), on))


def cases(on: date, people: Iterable[int] | None = None) -> tuple[Case, ...]:
    """A case for each of these persons, or for everybody about whom a letter was sent; what is
    due soonest first."""
    sent: dict[int, list[LetterView]] = {} if people is None else {each: [] for each in people}
    for each in letters(on):
        if each.person is not None and (people is None or each.person in sent):
            sent.setdefault(each.person, []).append(each)
    shown = profiles(sorted(sent))
    found = [_case(shown[person], own) for person, own in sent.items() if shown[person].mentions]
    return tuple(sorted(found, key=lambda case: (case.next_due or date.max, case.person)))


def missing(profile: Profile) -> tuple[str, ...]:
    """What a letter about this person would need and no source tells."""
    wanted = [
        ("born", profile.attribute("born") is not None),
        ("place", profile.attribute("place") is not None),
        ("happened", profile.status.event is not None),
        ("when", any(each.held for each in profile.status.statements)),
    ]
    return tuple(code for code, told in wanted if not told)


def _case(profile: Profile, own: Sequence[LetterView]) -> Case:
    due = [each.answer_due for each in own if each.outcome in OPEN and each.answer_due]
    by_day = sorted(own, key=lambda each: (each.sent_on, each.id))
    return Case(
        profile.person, profile.name, tuple(by_day), min(due, default=None), missing(profile)
    )


def _views(letters: QuerySet[Correspondence], on: date) -> list[LetterView]:
    rows = list(letters)
    said = Answer.live.filter(correspondence__in=letters.order_by().values("pk")).order_by("id")
    answers = {answer.correspondence_id: answer for answer in said}
    people = persons.persons_of([each.mention_id for each in rows if each.mention_id])
    return [_view(each, answers.get(each.id), people.get(each.mention_id), on) for each in rows]


def _view(row: Correspondence, answer: Answer | None, person: int | None, on: date) -> LetterView:
    return LetterView(
        id=row.id,
        kind=LetterKind(row.kind),
        body=row.body,
        language=row.language,
        channel=row.channel,
        sent_on=row.sent_on,
        answer_due=row.answer_due,
        outcome=outcome_by(on, row.answer_due, answer.outcome if answer else ""),
        person=person,
        announcement=row.announcement_id,
        source=row.source_id,
        act=row.act_id,
        answered_on=answer.received_on if answer else None,
        answer_source=answer.source_id if answer else None,
        answer_act=answer.act_id if answer else None,
    )
