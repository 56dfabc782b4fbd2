"""Find a person by a name in any script. The name travels in a POST, never in an address."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tidings.desk import wording
from tidings.desk.hits import hit
from tidings.desk.pages import DeskRequest
from tidings.names.asking import lacking
from tidings.registry import persons, searching
from tidings.values import BadInput, Dated, Sex, between, read_date

FIELDS = ("query", "born_from", "born_to", "place", "sex", "more")
#: How many are shown at first, and how many more on request.
FIRST, MORE = 10, 40


@require_http_methods(["GET", "POST"])
def find(request: DeskRequest) -> HttpResponse:
    """The box, with the last search still in it: that is remembered until the desk is locked."""
    if request.method == "POST":
        _remember(request)
        return redirect("find")
    search = request.visit.search
    context = {
        "here": "find",
        "search": search,
        "filtered": any(search.get(name) for name in ("born_from", "born_to", "place", "sex")),
        "sexes": wording.SEXES.items(),
        **_found(search),
    }
    return render(request, "desk/find.html", context)


@require_POST
def results(request: DeskRequest) -> HttpResponse:
    """The results alone, for the live search."""
    _remember(request)
    context = {"live": True, **_found(request.visit.search)}
    return render(request, "desk/parts/results.html", context)


def _remember(request: DeskRequest) -> None:
    request.visit.search = {name: request.POST.get(name, "").strip() for name in FIELDS}


def _found(search: dict[str, str]) -> dict[str, Any]:
    query = search.get("query", "")
    context: dict[str, Any] = {"people": persons.count()}
    if not query:
        return context
    lack = lacking(query)
    if lack is not None:
        return {**context, "hint": wording.LACKS[lack]}
    try:
        born = _born(search)
    except BadInput:
        problem = _(
            "We do not understand the dates of birth. Write them as 1974 or 12.03.1974, the "
            "earlier one first."
        )
        return {**context, "problem": problem}
    limit = MORE if search["more"] else FIRST
    found = searching.find(
        query,
        sex=Sex(search["sex"]) if search["sex"] in set(Sex) else None,
        born=born,
        place=search["place"] or None,
        limit=limit,
        prefix=True,
    )
    return {
        **context,
        "searched": True,
        "found": [hit(each, f"match-{at}") for at, each in enumerate(found)],
        "perhaps_more": len(found) == FIRST == limit,
    }


def _born(search: dict[str, str]) -> Dated | None:
    """From the earliest to the latest birth asked for; an empty field is an open end. BadInput
    for what is no date, or the later one first."""
    earliest, latest = (
        read_date(search[name]) if search[name] else None for name in ("born_from", "born_to")
    )
    if earliest is None and latest is None:
        return None
    return between(earliest and earliest.first, latest and latest.last)
