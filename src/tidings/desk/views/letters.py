"""Letters: what is overdue, what waits, what came; silence by one press."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tidings.casework import outcomes, tracking
from tidings.casework.tracking import LetterView
from tidings.desk import lettering, wording
from tidings.desk.downloads import download
from tidings.desk.pages import DeskRequest, actor, onward, page_of
from tidings.registry.folder import current
from tidings.registry.models import Evidence, Statement
from tidings.registry.profile import profiles, source_views, statement_view
from tidings.values import Outcome, WrongUse

GROUPS = {
    Outcome.OVERDUE: gettext_lazy("No answer, and the day has passed"),
    Outcome.WAITING: gettext_lazy("Waiting for an answer"),
}
DONE = gettext_lazy("Answered, refused, or silent")


@require_safe
def letters(request: DeskRequest) -> HttpResponse:
    """Every letter, what needs somebody first."""
    found = tracking.letters(timezone.localdate())
    page = page_of(request, found)
    context = {
        "here": "letters",
        "page": page,
        "groups": _grouped(page.object_list),
        "overdue": sum(each.outcome is Outcome.OVERDUE for each in found),
        "names": names_of(page.object_list),
    }
    return render(request, "desk/letters/list.html", context)


@require_safe
def letter(request: DeskRequest, letter: int) -> HttpResponse:
    """One letter: to whom, when, what came of it."""
    shown = _letter(letter)
    context = {
        "here": "letters",
        "letter": shown,
        "names": names_of([shown]),
        "said": _said(shown),
        "as_sent": _evidence(shown.source),
        "as_came": _evidence(shown.answer_source),
    }
    return render(request, "desk/letters/letter.html", context)


@require_POST
def silence(request: DeskRequest, letter: int) -> HttpResponse:
    """The body did not answer: said by one press, as a statement of today."""
    try:
        outcomes.silent(letter, on=timezone.localdate(), actor=actor())
    except WrongUse:
        return onward(request, "letters", note=_("What came of this letter is recorded already."))
    note = _("Recorded: they did not answer. The history can take this back.")
    return onward(request, "letters", note=note)


@require_http_methods(["GET", "POST"])
def answer(request: DeskRequest, letter: int) -> HttpResponse:
    """An answer or a refusal, in the words of the body and with its file."""
    shown = _letter(letter)
    form = lettering.fresh_reply()
    problems: dict[str, str] = {}
    if request.method == "POST":
        form = lettering.taken(request.POST, lettering.REPLY)
        paper = lettering.posted_paper(request.FILES.get("file"))
        if getattr(request, "upload_too_large", False):
            problems["file"] = _("The file is larger than 32 MB.")
        reply = lettering.read_reply(form, shown.sent_on, timezone.localdate(), paper, problems)
        if reply is not None:
            return _record(request, shown, reply)
    context = {
        "here": "letters",
        "letter": shown,
        "names": names_of([shown]),
        "form": form,
        "problems": problems,
        "modes": [(each, wording.MODES[each]) for each in outcomes.ANSWERING],
        "events": wording.EVENTS.items(),
        "channels": lettering.CHANNELS.items(),
    }
    status = 422 if problems else 200
    return render(request, "desk/letters/answer.html", context, status=status)


@require_safe
def paper(request: DeskRequest, letter: int, which: str) -> HttpResponse:
    """The letter as it was sent, or the answer as it came, under a name that tells nothing."""
    shown = _letter(letter)
    evidence = _evidence(shown.source if which == "sent" else shown.answer_source)
    if evidence is None:
        raise Http404
    data = current().blobs.get(evidence.blob_name, evidence.blob_key)
    return download(data, evidence.media_type, "letter" if which == "sent" else "answer")


def names_of(letters: Iterable[LetterView]) -> dict[int, Any]:
    """person -> the profile to take the name from."""
    return dict(profiles(sorted({each.person for each in letters if each.person is not None})))


def _record(request: DeskRequest, shown: LetterView, reply: outcomes.Reply) -> HttpResponse:
    act = outcomes.refused if "refused" in request.POST else outcomes.answered
    try:
        act(shown.id, reply, actor=actor())
    except WrongUse:
        return onward(request, "letters", note=_("What came of this letter is recorded already."))
    note = _("Recorded. What they say now stands with this answer as its source.")
    return onward(request, "letter", shown.id, note=note)


def _letter(identifier: int) -> LetterView:
    found = tracking.letter(identifier, timezone.localdate())
    if found is None:
        raise Http404
    return found


def _grouped(letters: Iterable[LetterView]) -> list[tuple[object, list[LetterView]]]:
    groups: dict[object, list[LetterView]] = {}
    for each in letters:
        groups.setdefault(GROUPS.get(each.outcome, DONE), []).append(each)
    return list(groups.items())


def _evidence(source: int | None) -> Evidence | None:
    return Evidence.live.filter(source_id=source, form="original").first() if source else None


def _said(shown: LetterView) -> list[object]:
    """The statements that the answer became."""
    if shown.answer_source is None:
        return []
    source = source_views([shown.answer_source]).get(shown.answer_source)
    rows = Statement.live.filter(source_id=shown.answer_source).order_by("id")
    return [statement_view(each, source) for each in rows] if source else []
