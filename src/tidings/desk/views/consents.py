"""Consent for one person: given, taken back, objected to, decided; and what waits for anybody."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tidings.desk import allowing, asking, standing, watching, wording
from tidings.desk.giving import Given, given, taken
from tidings.desk.pages import DeskRequest, actor, onward
from tidings.desk.views.recording import STAYING
from tidings.registry import consenting
from tidings.registry.profile import Profile, profile
from tidings.values import (
    ConsentForm,
    ConsentVerb,
    NothingFound,
    PlaceLevel,
    WrongUse,
    clean,
    read_audience,
)

AT = "consent"


@require_safe
def overview(request: DeskRequest) -> HttpResponse:
    """What runs out, what waits for a decision, what was taken back lately."""
    today = timezone.localdate()
    context = {
        "here": "consents",
        "undecided": watching.undecided(today),
        "running_out": watching.running_out(today),
        "taken_back": watching.taken_back(),
        "paper_languages": allowing.ASKED_IN,
    }
    return render(request, "desk/consents/overview.html", context)


@require_safe
def paper(request: DeskRequest, language: str) -> HttpResponse:
    """The same questions on paper, to be filled in by hand."""
    if language not in allowing.ASKED_IN:
        raise Http404
    from tidings.publishing.letters import consent_paper
    from tidings.registry.organisation import speaker

    who = speaker()
    data = consent_paper(language, organisation=who.name, contact=who.contact)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="consent-form.pdf"'
    return response


@require_http_methods(["GET", "POST"])
def another(request: DeskRequest, person: int) -> HttpResponse:
    """A consent that somebody gives without a testimony."""
    shown = _profile(person)
    form = taken(request.POST)
    found = given(form, shown, timezone.localdate())
    if "record" in request.POST and not STAYING & set(request.POST) and found.complete:
        consenting.give_apart(
            found.mention, giver=found.giver, allowed=found.allowed, on=found.on, actor=actor()
        )
        return onward(request, "person", shown.person, note=_("Recorded. Thank you."), at=AT)
    context = _giving(shown, form, found) | asking.shown(form, wording.desk_language())
    context["problems"] = found.problems if "record" in request.POST else {}
    return render(request, "desk/consents/another.html", context)


@require_http_methods(["GET", "POST"])
def objection(request: DeskRequest, person: int) -> HttpResponse:
    """A relative does not want the person to appear, before anybody or before one audience."""
    shown = _profile(person)
    form = taken(request.POST)
    found = given(form, shown, timezone.localdate())
    audiences = [each.audience for each in standing.spoken(shown.person, timezone.localdate())]
    if request.method == "POST" and found.speaks:
        chosen = {str(each): each for each in audiences}.get(form["against"])
        consenting.object_apart(
            shown.mentions[0].id,
            giver=found.giver,
            audience=chosen,
            on=found.on,
            actor=actor(),
            reason=form["reason"],
        )
        note = _("Recorded. It counts from now on, until somebody decides.")
        return onward(request, "person", shown.person, note=note, at=AT)
    context = _giving(shown, form, found) | {"audiences": audiences}
    context["problems"] = found.problems if request.method == "POST" else {}
    return render(request, "desk/consents/objection.html", context)


@require_http_methods(["GET", "POST"])
def take_back(request: DeskRequest, person: int, consent: int) -> HttpResponse:
    """One page to be sure, then it counts at once."""
    shown = _profile(person)
    view = _view(shown, consent)
    if view.verb is not ConsentVerb.ALLOWS:
        raise Http404
    if request.method == "POST":
        try:
            reason = clean(request.POST.get("reason", ""))
            consenting.withdraw(consent, actor=actor(), reason=reason)
        except WrongUse:
            note = _("This was taken back already.")
        else:
            note = _("Taken back. From now on nothing that was allowed here is said.")
        return onward(request, "person", shown.person, note=note, at=AT)
    context = {"here": "find", "profile": shown, "view": view}
    return render(request, "desk/consents/take_back.html", context)


@require_http_methods(["GET", "POST"])
def decide(request: DeskRequest, person: int, consent: int) -> HttpResponse:
    """A worker decides what relatives do not agree on. `consent` names the audience: it is
    anything that was said about it."""
    shown = _profile(person)
    audience = read_audience(_view(shown, consent).audience)
    today = timezone.localdate()
    found = next(e for e in standing.spoken(shown.person, today) if e.audience.key == audience.key)
    forms, places = standing.bounds(found.standing)
    form, place = request.POST.get("form"), request.POST.get("place_level", PlaceLevel.NONE)
    reason = clean(request.POST.get("reason", ""))
    if form is not None and reason and form in ("", *forms) and place in set(PlaceLevel):
        consenting.settle(
            shown.mentions[0].id,
            audience=audience,
            form=ConsentForm(form) if form else None,
            place_level=PlaceLevel(place),
            actor=actor(),
            reason=reason,
        )
        note = _("Decided. A later objection counts again.")
        return onward(request, "person", shown.person, note=note, at=AT)
    context: dict[str, Any] = {
        "here": "find",
        "profile": shown,
        "spoken": found,
        "forms": forms,
        "places": places,
        "form": form,
        "place_level": place,
        "reason": reason,
        "asked_again": request.method == "POST",
    }
    return render(request, "desk/consents/decide.html", context)


def _giving(shown: Profile, form: allowing.Form, found: Given) -> dict[str, Any]:
    return {
        "here": "find",
        "profile": shown,
        "form": form,
        "dates": found.dates,
        "relations": wording.KIN.items(),
    }


def _profile(identifier: int) -> Profile:
    try:
        return profile(identifier)
    except NothingFound:
        raise Http404 from None


def _view(shown: Profile, consent: int) -> consenting.ConsentView:
    """Something that was said about this person and one audience, or no page."""
    for each in consenting.consents_of(shown.person):
        if each.id == consent and each.audience:
            return each
    raise Http404
