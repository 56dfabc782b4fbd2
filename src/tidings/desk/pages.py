"""What every page shares: its frame, notes to the reader, who is at work."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language

from tidings.casework import tracking
from tidings.desk import gate
from tidings.desk.gate import Visit
from tidings.registry import questions
from tidings.registry.folder import current

PAGE_SIZE = 50


class DeskRequest(HttpRequest):
    """A request that passed the gate."""

    visit: Visit


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template: language and direction, the example's mark, what waits for review."""
    language = get_language() or "en"
    shared: dict[str, Any] = {
        "language": language.split("-")[0],
        "chosen_language": language,
        "languages": settings.LANGUAGES,
        "direction": "rtl" if language.endswith("-rtl") else "ltr",
        "unchecked_words": language in ("ru", "kk"),
        "example": gate.shows_example(),
    }
    visit = getattr(request, "visit", None)
    if visit is not None:
        shared["unlocked"] = True
        shared["waiting"] = questions.waiting()
        shared["overdue_letters"] = tracking.overdue_count(timezone.localdate())
        shared["notes"], visit.notes = visit.notes, []
    return shared


def actor() -> str:
    """The worker whom acts are recorded under."""
    return current().worker


def onward(
    request: DeskRequest, to: str, *args: object, note: str = "", at: str = ""
) -> HttpResponse:
    """To the next page, with a note to show there and the id of the part to look at."""
    if note:
        request.visit.notes.append(note)
    response = redirect(to, *args)
    if at:
        response["Location"] += f"#{at}"
    return response


def page_of(
    request: HttpRequest,
    items: Any,  # noqa: ANN401 - a list or a queryset
    size: int = PAGE_SIZE,
) -> Page:
    return Paginator(items, size).get_page(request.GET.get("page"))
