"""Numbers: what was announced, held against the people whose names are known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tidings.casework import tracking
from tidings.desk import drawing, numbering, wording
from tidings.desk.pages import DeskRequest, actor, onward, page_of
from tidings.registry import announcing
from tidings.registry.announcing import CoveredPerson
from tidings.registry.profile import profiles
from tidings.values import (
    BadInput,
    Covered,
    NothingFound,
    Tie,
    WrongUse,
    clean,
    day,
    read_date,
    read_id,
)

RANKS = (
    gettext_lazy("Certainly among them"),
    gettext_lazy("Possibly among them: something is said"),
    gettext_lazy("Not among them"),
    gettext_lazy("Possibly among them: nothing is said"),
)


#: Few enough that what belongs to the announcement stays in sight.
PEOPLE_A_PAGE = 20


@require_safe
def numbers(request: DeskRequest) -> HttpResponse:
    """Every announcement, as of today or of an earlier day."""
    as_of, problem = _as_of(request)
    found = announcing.reckoned(as_of=as_of)
    page = page_of(request, found.announcements)
    context = {
        "here": "numbers",
        "reckoned": found,
        "page": page,
        "on": request.GET.get("on", ""),
        "as_of": as_of,
        "problem": problem,
        "clashing": {one for each in found.components if each.clash for one in each.announcements},
    }
    status = 422 if problem else 200
    return render(request, "desk/numbers/list.html", context, status=status)


@require_safe
def announcement(request: DeskRequest, statement: int) -> HttpResponse:
    """One announcement: the figure, who is covered and why, and how it stands to the others."""
    as_of, problem = _as_of(request)
    found = announcing.reckoned(as_of=as_of)
    try:
        shown = found.of(statement)
    except KeyError:
        raise Http404 from None
    covered = announcing.covering(statement, as_of=as_of)
    groups = _groups(covered)
    rank = _rank(request, groups)
    page = page_of(request, groups[rank] if groups else (), PEOPLE_A_PAGE)
    context = {
        "here": "numbers",
        "each": shown,
        "reckoned": found,
        "others": [other for other in found.announcements if other.id != statement],
        "picture": drawing.announced(shown, numbering.in_short(shown.announcement)),
        "ties_here": numbering.ties(shown, found),
        "together": numbering.together(shown, found),
        "page": page,
        "groups": [(each, RANKS[each], len(people)) for each, people in groups.items()],
        "rank": rank,
        "names": profiles([person.person for person in page.object_list]),
        "letters": tracking.about_announcement(statement, timezone.localdate()),
        "ties": wording.TIES.items(),
        "on": request.GET.get("on", ""),
        "as_of": as_of,
        "problem": problem,
    }
    return render(request, "desk/numbers/announcement.html", context)


@require_POST
def rule(request: DeskRequest, statement: int) -> HttpResponse:
    """Whom the announcement covers, in the worker's judgement."""
    posted = request.POST
    covered = posted.get("covered", "")
    if covered not in list(Covered):
        raise Http404
    mention = _id(posted["person"]) if posted.get("person") else None
    reason = clean(posted.get("reason", ""))
    try:
        announcing.rule(statement, Covered(covered), mention=mention, actor=actor(), reason=reason)
    except (NothingFound, WrongUse):
        raise Http404 from None
    return onward(request, "announcement", statement, note=_decided(), at="covered")


@require_POST
def tie(request: DeskRequest, statement: int) -> HttpResponse:
    """How the announcement stands to another one."""
    posted = request.POST
    if posted.get("tie") not in list(Tie):
        raise Http404
    other, reason = _id(posted.get("other", "")), clean(posted.get("reason", ""))
    try:
        announcing.tie(statement, other, Tie(posted["tie"]), actor=actor(), reason=reason)
    except (NothingFound, WrongUse):
        raise Http404 from None
    return onward(request, "announcement", statement, note=_decided(), at="ties")


def _decided() -> str:
    return _("Recorded, and reckoned with. The history can take this back.")


def _as_of(request: HttpRequest) -> tuple[date | None, str]:
    """The day asked for, the last one of a month or year; what is wrong with it, in words."""
    typed = clean(request.GET.get("on", ""))
    if not typed:
        return None, ""
    try:
        found = read_date(typed, published=day(timezone.localdate()))
    except BadInput:
        return None, _("We do not understand “%(typed)s” as a date.") % {"typed": typed}
    return found.last or found.first, ""


def _groups(covered: Iterable[CoveredPerson]) -> dict[int, list[CoveredPerson]]:
    """How they stand to the announcement, as a place in `RANKS` -> the people, in that order."""
    groups: dict[int, list[CoveredPerson]] = {}
    for each in covered:
        groups.setdefault(each.rank, []).append(each)
    return dict(sorted(groups.items()))


def _rank(request: HttpRequest, groups: dict[int, list[CoveredPerson]]) -> int:
    """The group asked for, else the first of those there are."""
    typed = request.GET.get("group", "")
    asked = int(typed) if typed.isdecimal() else -1
    return asked if asked in groups else next(iter(groups), 0)


def _id(typed: str) -> int:
    try:
        return read_id(typed)
    except WrongUse:
        raise Http404 from None
