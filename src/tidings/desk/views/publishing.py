"""Publish: who would be seen by whom, who is left out and why, and the two ways out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tidings import release
from tidings.desk.downloads import download
from tidings.desk.pages import DeskRequest, actor, onward
from tidings.publishing.difference import Change, difference
from tidings.publishing.release import Release
from tidings.registry import organisation
from tidings.registry.folder import current
from tidings.registry.models import Consent
from tidings.registry.organisation import Speaker
from tidings.values import (
    PUBLIC,
    UN,
    Audience,
    BadInput,
    CheckFailed,
    ConsentForm,
    TidingsError,
    clean,
    read_audience,
)

#: Names shown at once of those who are left out, and of changes.
MOST_SHOWN = 200


@require_safe
def publish(request: DeskRequest) -> HttpResponse:
    """What this audience would be given today."""
    return _page(request)


@require_POST
def choose(request: DeskRequest) -> HttpResponse:
    """Whom the page is about; kept in the visit, for a partner's name is no part of an address."""
    typed = clean(request.POST.get("named", "")) or request.POST.get("audience", "")
    try:
        request.visit.audience = str(read_audience(typed))
    except BadInput as error:
        return _page(request, problem=error, typed=typed)
    return redirect("publish")


@require_POST
def give_out(request: DeskRequest) -> HttpResponse:
    """The signed file of this audience's release, recorded as given out."""
    data = release.give_out(current(), _audience(request), timezone.localdate(), actor=actor())
    return download(data, "application/json", "release")


@require_POST
def build(request: DeskRequest) -> HttpResponse:
    """The public site, into a folder of this machine."""
    typed = clean(request.POST.get("folder", ""))
    try:
        folder = _folder(typed)
        today = timezone.localdate()
        built = release.publish(current(), PUBLIC, today, folder, actor=actor()).built
    except TidingsError as error:
        return _page(request, site_problem=error, folder=typed)
    note = _(
        "The site is built: %(people)s people, %(files)s files. Open index.html in the folder."
    )
    shown = {"people": built.people, "files": built.files}
    return onward(request, "publish", note=note % shown)


@require_POST
def name(request: DeskRequest) -> HttpResponse:
    """Who speaks from now on."""
    fields = (clean(request.POST.get(each, "")) for each in ("name", "address", "contact"))
    speaker = Speaker(*fields)
    if not speaker.name:
        return _page(request, unnamed=True, speaker=speaker)
    if speaker != organisation.speaker():
        organisation.record(speaker, actor=actor())
    return onward(request, "publish", note=_("Letters and site now stand under this name."))


def _page(request: DeskRequest, **problems: Any) -> HttpResponse:  # noqa: ANN401 - a context
    audience = _audience(request)
    today = timezone.localdate()
    given = release.release(current(), audience, today)
    before, unreadable = _last(audience)
    left_out = release.left_out(current(), audience, today)
    changes = difference(before, given) if before else ()
    context = {
        "here": "publish",
        "audience": audience,
        "public": audience == PUBLIC,
        "audiences": _audiences(audience),
        "given": given,
        "forms": _by_form(given),
        "left_out": left_out[:MOST_SHOWN],
        "left_out_total": len(left_out),
        "before": before,
        "unreadable": unreadable,
        "changes": _named(changes[:MOST_SHOWN], before, given),
        "changes_total": len(changes),
        "speaker": organisation.speaker(),
        "folder": str(_usual_folder()),
    }
    return render(
        request, "desk/publish/publish.html", context | problems, status=422 if problems else 200
    )


def _last(audience: Audience) -> tuple[Release | None, CheckFailed | None]:
    """What was given out before, or why its file cannot be read any more."""
    try:
        return release.last(current(), audience), None
    except CheckFailed as error:
        return None, error


def _audience(request: DeskRequest) -> Audience:
    return read_audience(request.visit.audience)


def _audiences(chosen: Audience) -> list[Audience]:
    """Everybody to whom something was ever allowed, the public first."""
    said = Consent.live.exclude(audience="").values_list("audience", flat=True).distinct()
    named = {each.key: each for each in map(read_audience, said)}
    for each in (PUBLIC, UN, chosen):
        named.pop(each.key, None)
    first = [PUBLIC, UN] if chosen in (PUBLIC, UN) else [PUBLIC, UN, chosen]
    return [*first, *(named[key] for key in sorted(named))]


def _by_form(given: Release) -> list[tuple[ConsentForm, int]]:
    counts = Counter(each.form for each in given.people)
    return [(form, counts[form]) for form in reversed(ConsentForm) if counts[form]]


def _named(
    changes: tuple[Change, ...], before: Release | None, given: Release
) -> list[dict[str, Any]]:
    """Each change with the name under which that person is, or was, released."""
    known = {each.id: each for each in (*(before.people if before else ()), *given.people)}
    return [{"change": each, "person": known.get(each.id)} for each in changes]


def _folder(typed: str) -> Path:
    folder = Path(typed).expanduser()
    if not typed or not folder.is_absolute():
        raise BadInput(
            _("Write the whole path of a folder."), _("It is made if it is not there yet.")
        )
    return folder


def _usual_folder() -> Path:
    path = current().path
    return path.with_name(f"{path.name}-site")
