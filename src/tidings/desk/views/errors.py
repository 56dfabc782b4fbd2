"""Error pages: what happened and what to do, without a value of the request in them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        400,
        _("That could not be read"),
        _("Go back, and send the form again."),
    )


def forbidden(
    request: HttpRequest, exception: Exception | None = None, reason: str = ""
) -> HttpResponse:
    return _page(
        request,
        403,
        _("This form is too old"),
        _("Nothing was saved. Open the page again and send the form from there."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        404,
        _("There is no such page"),
        _("The address may be wrong, or what was here was taken back."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        500,
        _("Something broke on our side"),
        _("Nothing half-done was saved. Try again; if it stays, run tidings doctor."),
    )


def _page(request: HttpRequest, status: int, heading: str, remedy: str) -> HttpResponse:
    return render(request, "desk/error.html", {"heading": heading, "remedy": remedy}, status=status)
