"""Find a person by a name in any script. The name travels in a POST, never in an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tidings.desk import wording
from tidings.desk.chips import Chip, chips
from tidings.desk.pages import DeskRequest
from tidings.desk.templatetags.desk import worded_language
from tidings.registry import persons, searching
from tidings.registry.profile import Profile
from tidings.values import BadInput, Sex, read_date

FIELDS = ("query", "born", "place", "sex")
LIMIT = 20


@dataclass(frozen=True)
class Hit:
    """One result as the page shows it."""

    matched_name: str
    profile: Profile
    chips: tuple[Chip, ...]


@require_http_methods(["GET", "POST"])
def find(request: DeskRequest) -> HttpResponse:
    """The box, with the last search still in it: that is remembered until the desk is locked."""
    if request.method == "POST":
        _remember(request)
        return redirect("find")
    context = {
        "here": "find",
        "search": request.visit.search,
        "sexes": wording.SEXES.items(),
        **_found(request.visit.search),
    }
    return render(request, "desk/find.html", context)


@require_POST
def results(request: DeskRequest) -> HttpResponse:
    """The results alone, for the live search."""
    _remember(request)
    return render(request, "desk/parts/results.html", _found(request.visit.search))


def _remember(request: DeskRequest) -> None:
    request.visit.search = {name: request.POST.get(name, "").strip() for name in FIELDS}


def _found(search: dict[str, str]) -> dict[str, Any]:
    query = search.get("query", "")
    context: dict[str, Any] = {"people": persons.count(), "searched": bool(query)}
    if not query:
        return context
    try:
        born = read_date(search["born"]) if search["born"] else None
    except BadInput:
        problem = _("We do not understand the date of birth. Write it as 1974 or 12.03.1974.")
        return {**context, "problem": problem}
    found = searching.find(
        query,
        sex=Sex(search["sex"]) if search["sex"] in set(Sex) else None,
        born=born,
        place=search["place"] or None,
        limit=LIMIT,
    )
    return {**context, "found": [_hit(each) for each in found]}


def _hit(found: searching.Found) -> Hit:
    return Hit(found.name, found.profile, chips(found.match, worded_language()))
