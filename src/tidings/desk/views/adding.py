"""Add a list, a letter or an article: upload, look its columns over, add."""

from __future__ import annotations

import secrets
from pathlib import PurePath

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tidings.desk import intake, wording
from tidings.desk.intake import Upload
from tidings.desk.pages import DeskRequest, actor
from tidings.values import BadInput, TidingsError, clean, read_date

#: A visit holds so many files at once; the oldest makes room.
MOST_UPLOADS = 3
#: Long enough to see what is wrong, short enough to read.
MOST_UNREAD = 200


@require_http_methods(["GET", "POST"])
def upload(request: DeskRequest) -> HttpResponse:
    if request.method == "GET":
        return _ask(request)
    try:
        waiting = _received(request)
        intake.read(waiting)
    except TidingsError as error:
        return _ask(request, error)
    uploads = request.visit.uploads
    while len(uploads) >= MOST_UPLOADS:
        uploads.pop(next(iter(uploads)))
    token = secrets.token_hex(16)
    uploads[token] = waiting
    return redirect("look-over", token)


@require_http_methods(["GET", "POST"])
def look_over(request: DeskRequest, token: str) -> HttpResponse:
    """The columns and what they are taken to hold; read again, or added."""
    waiting = request.visit.uploads.get(token)
    if not isinstance(waiting, Upload):
        raise Http404
    problem = None
    if request.method == "POST" and waiting.added is None:
        try:
            _answered(request, waiting)
        except TidingsError as error:
            problem = error
        else:
            return redirect("look-over", token)
    unread = intake.unread(waiting)
    context = {
        "here": "add",
        "upload": waiting,
        "problem": problem,
        "unread": unread[:MOST_UNREAD],
        "unread_total": len(unread),
    }
    if waiting.added is not None:
        return render(request, "desk/added.html", context)
    context |= {"sheets": intake.sheets(waiting), "roles": wording.ROLES.items()}
    return render(request, "desk/look_over.html", context)


def _answered(request: HttpRequest, waiting: Upload) -> None:
    changed = intake.changes(waiting, request.POST)
    if changed:
        intake.correct(waiting, changed)
    if request.POST.get("action") == "add":
        intake.add(waiting, actor=actor(), accept="accept" in request.POST)
        waiting.data = b""


def _received(request: HttpRequest) -> Upload:
    """The posted file, which stays in memory. BadInput when there is none or it is too large."""
    posted = request.POST
    file = request.FILES.get("file")
    if file is None:
        if getattr(request, "upload_too_large", False):
            raise BadInput(_("The file is larger than 32 MB."), _("Use: tidings add FILE"))
        raise BadInput(_("No file was chosen."), _("Choose one, then press Read it."))
    published = read_date(clean(posted["published"])) if posted.get("published") else None
    name = clean(PurePath(file.name).name) or "file"
    return Upload(file.read(), name, clean(posted.get("origin", "")), published)


def _ask(request: HttpRequest, error: TidingsError | None = None) -> HttpResponse:
    context = {"here": "add", "error": error, "form": request.POST}
    return render(request, "desk/add.html", context, status=200 if error is None else 422)
