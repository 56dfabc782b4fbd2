"""A person: names, where they stand, what happened, what is said of them and by whom."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tidings.desk import acts, drawing, standing, timeline, wording
from tidings.desk.pages import DeskRequest, actor, onward, page_of
from tidings.desk.quotations import quotations
from tidings.desk.templatetags.desk import worded_language
from tidings.registry import linking, questions, reviewing
from tidings.registry.models import Decision
from tidings.registry.persons import PERSON
from tidings.registry.profile import Profile, Status, profile
from tidings.values import Dated, NothingFound, WrongUse, read_id

#: Merges on one page, each with its picture: more would be slow to come over a weak line.
MERGES = 6


@require_safe
def person(request: DeskRequest, person: int) -> HttpResponse:
    shown = _profile(person)
    if shown.person != person:
        return redirect("person", shown.person)
    context = {
        "here": "find",
        "profile": shown,
        "status": wording.status_sentence(shown.status),
        "shape": _shape(shown),
        "since": _since(shown.status),
        "picture": timeline.picture(shown.timeline),
        "family": drawing.family(shown),
        "tellings": timeline.tellings(shown.timeline),
        "quotations": quotations(shown),
        "spoken": standing.spoken(shown.person, timezone.localdate()),
        "acts": acts.about(shown),
    }
    return render(request, "desk/person.html", context)


@require_http_methods(["GET", "POST"])
def joined(request: DeskRequest, person: int) -> HttpResponse:
    """Why these mentions are taken for one person, and ways to part them."""
    shown = _profile(person)
    if request.method == "POST":
        return _part(request, shown)
    mentions = {each.id: each for each in shown.mentions}
    page = page_of(request, reviewing.merges(shown.person), MERGES)
    merges = [
        {
            "a": mentions[each.a_id],
            "b": mentions[each.b_id],
            "act": each.act,
            "by_person": each.by == PERSON,
            "picture": _weighed(each, f"weighed-{number}"),
        }
        for number, each in enumerate(page.object_list)
    ]
    context = {"here": "find", "profile": shown, "merges": merges, "page": page}
    return render(request, "desk/joined.html", context)


@require_POST
def split(request: DeskRequest, person: int) -> HttpResponse:
    """Take the marked mentions out of the person."""
    try:
        marked = [read_id(each) for each in request.POST.getlist("mention")]
        reason = request.POST.get("reason", "")
        reviewing.split(person, marked, actor=actor(), reason=reason)
    except NothingFound:
        raise Http404 from None
    except WrongUse:
        note = _("Mark at least one mention, and leave at least one.")
        return onward(request, "joined", person, note=note)
    return onward(request, "person", person, note=_("Taken out. The history can take this back."))


def _weighed(decision: Decision, identifier: str) -> SafeString | None:
    """The picture of what a decision was made on; None where nothing was weighed."""
    pair = questions.shown_at(decision)
    if pair is None:
        return None
    return drawing.weighing(reviewing.weighing(pair, worded_language()), identifier)


def _part(request: DeskRequest, shown: Profile) -> HttpResponse:
    try:
        a, b = read_id(request.POST.get("a", "")), read_id(request.POST.get("b", ""))
    except WrongUse:
        raise Http404 from None
    linking.decide(a, b, "different", actor=actor(), reason=request.POST.get("reason", ""))
    note = _("Parted. The history can take this back.")
    return onward(request, "person", shown.person, note=note)


def _profile(identifier: int) -> Profile:
    try:
        return profile(identifier)
    except NothingFound:
        raise Http404 from None


def _since(status: Status) -> Dated | None:
    """When the status began, by the latest source that gives a date."""
    return status.since or next((s.held for s in reversed(status.statements) if s.held), None)


def _shape(shown: Profile) -> str:
    """How sure the status is, as a shape: full when agreed, half when contested, else a ring."""
    return {"agreed": "full", "contested": "half"}.get(shown.status.certainty, "ring")
