"""A source: its text with what was drawn from it marked, or its rows; drafts to decide on."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tidings.desk import corrections, wording
from tidings.desk.pages import PAGE_SIZE, DeskRequest, actor, onward, page_of
from tidings.desk.texts import Span, pieces, text_of
from tidings.registry import drafts
from tidings.registry.models import Draft, Evidence, Mention, Source, Statement
from tidings.registry.persons import persons_of
from tidings.registry.profile import mention_views, source_views, statement_view
from tidings.values import BadInput, WrongUse, read_id, show_id


@require_safe
def source(request: DeskRequest, source: int) -> HttpResponse:
    view = source_views([source]).get(source)
    if view is None:
        raise Http404
    mentions = _mentions(request, source)
    open_drafts = list(Draft.live.filter(source_id=source, state=Draft.OPEN).order_by("id"))
    statements = Statement.live.filter(source_id=source).exclude(what="kin").order_by("id")
    text = text_of(source)
    people = persons_of([each.id for each in mentions.object_list])
    shown = mention_views([each.id for each in mentions.object_list])
    said = page_of(request, statements)
    context = {
        "source": view,
        "row": Source.live.get(pk=source),
        "evidence": Evidence.live.filter(source_id=source, form="original").first(),
        "pieces": pieces(text, _spans(statements, open_drafts)) if text else None,
        "page": mentions,
        "mentions": [(each, people.get(each.id)) for each in shown.values()],
        "drafts": open_drafts[:PAGE_SIZE],
        "drafts_total": len(open_drafts),
        "statements": [statement_view(each, view) for each in said.object_list],
    }
    return render(request, "desk/source.html", context)


@require_safe
def waiting(request: DeskRequest) -> HttpResponse:
    """The sources whose drafts wait for a person."""
    rows = Draft.live.filter(state=Draft.OPEN).values("source_id").annotate(n=Count("id"))
    counts = {row["source_id"]: row["n"] for row in rows}
    views = source_views(counts)
    context = {
        "here": "review",
        "sources": [(views[each], counts[each]) for each in sorted(views)],
    }
    return render(request, "desk/drafts.html", context)


@require_POST
def decide(request: DeskRequest, draft: int) -> HttpResponse:
    """Accept or set aside one draft, and on to the next."""
    found = _draft(draft)
    following = Draft.live.filter(source_id=found.source_id, state=Draft.OPEN, id__gt=draft)
    verdict = request.POST.get("verdict")
    if verdict not in ("accept", "reject"):
        raise Http404
    try:
        if verdict == "accept":
            drafts.accept(draft, actor=actor())
        else:
            drafts.reject(draft, actor=actor())
    except (WrongUse, BadInput):
        note = _("This draft could not be recorded as it is. Correct it, or set it aside.")
        return onward(request, "source", found.source_id, note=note, at=f"d-{show_id(draft)}")
    after = following.order_by("id").first()
    at = f"d-{show_id(after.id)}" if after else "drafts"
    return onward(request, "source", found.source_id, at=at)


@require_http_methods(["GET", "POST"])
def correct(request: DeskRequest, draft: int) -> HttpResponse:
    """One draft as a form: what is right stays, what is wrong is set right, then accepted."""
    found = _draft(draft)
    names = _names(found.source_id)
    problems: dict[str, str] = {}
    form = corrections.form_of(found.payload)
    if request.method == "POST":
        form = corrections.taken(request.POST)
        published = source_views([found.source_id])[found.source_id].published
        changed, problems = corrections.read(form, found.payload, published, set(names))
        if not problems:
            drafts.accept(draft, actor=actor(), corrections=changed)
            note = _("Corrected and recorded. The draft stays as it was proposed.")
            return onward(request, "source", found.source_id, note=note, at="drafts")
    context = {
        "draft": found,
        "form": form,
        "problems": problems,
        "people": names.items(),
        "events": wording.EVENTS.items(),
        "modes": wording.MODES.items(),
    }
    return render(request, "desk/correct.html", context)


@require_POST
def accept_all(request: DeskRequest, source: int) -> HttpResponse:
    try:
        count = drafts.accept_all(source, actor=actor())
    except (Source.DoesNotExist, BadInput):
        raise Http404 from None
    return onward(request, "source", source, note=_("%(n)s drafts recorded.") % {"n": count})


def _draft(identifier: int) -> Draft:
    found = Draft.live.filter(pk=identifier, state=Draft.OPEN).first()
    if found is None:
        raise Http404
    return found


def _mentions(request: DeskRequest, source: int) -> Any:  # noqa: ANN401 - a page of mentions
    """The page of mentions that is asked for, or that holds the mention that is asked for."""
    rows = Mention.live.filter(source_id=source).order_by("id")
    page = page_of(request, rows)
    if "at" in request.GET:
        try:
            before = rows.filter(id__lt=read_id(request.GET["at"])).count()
        except WrongUse:
            raise Http404 from None
        page = page.paginator.get_page(before // PAGE_SIZE + 1)
    return page


def _names(source: int) -> dict[int, str]:
    ids = list(Mention.live.filter(source_id=source).values_list("id", flat=True)[:500])
    return {
        each.id: each.names[0][0] if each.names else each.locator
        for each in mention_views(ids).values()
    }


def _spans(statements: Any, open_drafts: list[Draft]) -> list[Span]:  # noqa: ANN401
    marked = [
        Span(each.span_start, each.span_end, f"s-{show_id(each.id)}", waits=False)
        for each in statements
        if each.span_start is not None
    ]
    return marked + [
        Span(*each.payload["span"], f"d-{show_id(each.id)}", waits=True)
        for each in open_drafts
        if each.payload.get("span")
    ]
