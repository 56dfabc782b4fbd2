"""Every act, the latest first, each of which can be taken back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tidings.desk.acts import views
from tidings.desk.pages import DeskRequest, actor, onward, page_of
from tidings.registry import undoing
from tidings.registry.models import Act
from tidings.values import WrongUse


@require_safe
def acts(request: DeskRequest) -> HttpResponse:
    page = page_of(request, Act.objects.order_by("-id"))
    context = {"here": "history", "page": page, "acts": views(list(page.object_list))}
    return render(request, "desk/history.html", context)


@require_POST
def undo(request: DeskRequest, act: int) -> HttpResponse:
    try:
        undoing.undo(act, actor=actor(), reason=request.POST.get("reason", ""))
    except WrongUse:
        note = _("This was taken back already.")
    else:
        note = _("Taken back. To bring it back, undo the undo.")
    return onward(request, "history", note=note)
