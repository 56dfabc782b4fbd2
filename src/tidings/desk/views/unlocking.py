"""Opening and locking the registry; the visitor's language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tidings.desk import gate
from tidings.desk.middleware import LANGUAGE_COOKIE, cookie_name
from tidings.values import Locked

A_YEAR = 365 * 24 * 3600


@require_http_methods(["GET", "POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return redirect("find") if request.visit else render(request, "desk/unlock.html")
    try:
        token = gate.current().unlock(request.POST.get("secret", ""))
    except gate.TryLater as error:
        words = _("Too many wrong tries. Try again in %(seconds)s seconds.")
        return _refuse(request, words % {"seconds": error.seconds}, 429)
    except Locked:
        return _refuse(request, _("That does not open this registry. Look for a typing slip."), 403)
    response = redirect("find")
    response.set_cookie(cookie_name(request), token, httponly=True, samesite="Strict")
    return response


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    gate.current().lock()
    response = redirect("unlock")
    response.delete_cookie(cookie_name(request), samesite="Strict")
    return response


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = redirect(back)
    chosen = request.POST.get("language")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            LANGUAGE_COOKIE, chosen, max_age=A_YEAR, httponly=True, samesite="Strict"
        )
    return response


def _refuse(request: HttpRequest, problem: str, status: int) -> HttpResponse:
    return render(request, "desk/unlock.html", {"problem": problem}, status=status)
