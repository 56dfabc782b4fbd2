"""What every answer carries, in which language it speaks, and who may pass."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation

from tidings.desk import gate

Answer = Callable[[HttpRequest], HttpResponse]

LANGUAGE_COOKIE = "tidings_language"
#: Pages that work while the registry is locked.
OPEN_PAGES = frozenset({"unlock", "language"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    # Not "no-referrer": with it browsers send no origin with our own forms, and those are checked.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Headers:
    """Nothing from elsewhere, nothing kept: on pages, errors and files alike."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response[name] = value
        if not request.path.startswith(settings.STATIC_URL):
            response["Cache-Control"] = "no-store"
        return response


class Language:
    """The language chosen by the visitor, else the browser's, else English; and the time of
    this machine, whose clock the visitor sees."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(LANGUAGE_COOKIE)
        if chosen not in dict(settings.LANGUAGES):
            chosen = translation.get_language_from_request(request)
        here = datetime.now().astimezone().tzinfo
        with translation.override(chosen), timezone.override(here):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", "en" if chosen == "en-rtl" else chosen)
        return response


class Gatekeeper:
    """Sends to the unlock page whoever has no visit; `request.visit` for the others."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        visit = gate.current().visit(request.COOKIES.get(cookie_name(request)))
        request.visit = visit
        match = request.resolver_match
        if visit is not None or (match is not None and match.url_name in OPEN_PAGES):
            return None
        response = HttpResponseRedirect(reverse("unlock"))
        # A live search that meets a locked desk loads the unlock page instead of a fragment.
        if request.headers.get("HX-Request"):
            response = HttpResponse(status=204, headers={"HX-Redirect": reverse("unlock")})
        return response


def cookie_name(request: HttpRequest) -> str:
    """One per port: cookies are shared between the ports of one host."""
    return f"tidings_{request.get_port()}"
