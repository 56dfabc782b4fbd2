"""Pairs that a run could not decide: side by side, with the reasons, one key each."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tidings.desk import drawing
from tidings.desk.pages import DeskRequest, actor, onward
from tidings.desk.templatetags.desk import worded_language
from tidings.registry import linking, persons, questions, reviewing, undoing
from tidings.registry.models import Draft
from tidings.registry.profile import mention_views
from tidings.registry.questions import PairToReview
from tidings.values import WrongUse, read_id

VERDICTS = frozenset({"same", "different"})
#: As many pairs as one sitting may put aside before the queue is asked for more.
DEPTH = 500
LIKELY, UNLIKELY = 0.8, 0.2
#: So many contradictions are shown at once: with one put right others often go.
SHOWN = 3


@require_safe
def pair(request: DeskRequest) -> HttpResponse:
    """The next pair, or what else waits."""
    queue = questions.queue(DEPTH)
    waiting = [each for each in queue if (each.a, each.b) not in request.visit.set_aside]
    context = {
        "here": "review",
        "contradictions": _contradictions(),
        "count": len(waiting),
        "set_aside": len(queue) - len(waiting),
        "drafts": Draft.live.filter(state=Draft.OPEN).count(),
        "can_undo": bool(request.visit.decided),
    }
    if waiting:
        context |= _faces(waiting[0])
    return render(request, "desk/review.html", context)


@require_POST
def decide(request: DeskRequest) -> HttpResponse:
    a, b = _posted(request)
    verdict = request.POST.get("verdict", "")
    if verdict == "unsure":
        request.visit.set_aside.add((a, b))
        return onward(request, "review", note=_("Put aside until the desk is locked."))
    if verdict not in VERDICTS:
        raise Http404
    try:
        act = linking.decide(a, b, verdict, actor=actor(), reason=request.POST.get("reason", ""))
    except WrongUse:
        return onward(request, "review", note=_("One of the two was taken back meanwhile."))
    request.visit.decided.append(act)
    return onward(request, "review", note=_("Joined.") if verdict == "same" else _("Kept apart."))


@require_POST
def undo(request: DeskRequest) -> HttpResponse:
    """Take back the last decision of this sitting."""
    if not request.visit.decided:
        return onward(request, "review", note=_("Nothing to take back."))
    try:
        undoing.undo(request.visit.decided.pop(), actor=actor(), reason="undone at review")
    except WrongUse:
        return onward(request, "review", note=_("This was taken back already."))
    return onward(request, "review", note=_("The last decision is taken back."))


def _faces(pair: PairToReview) -> dict[str, object]:
    one, other = reviewing.faces(pair.a, pair.b)
    weighed = reviewing.weighing(pair, worded_language())
    return {
        "pair": pair,
        "a": one.mention,
        "b": other.mention,
        "a_kin": one.kin,
        "b_kin": other.kin,
        "picture": drawing.weighing(weighed, "weighed"),
        "together": _together(pair.probability),
    }


def _contradictions() -> list[list[dict[str, object]]]:
    """Decisions that cannot all hold: of each such ring, every decision with its two mentions,
    the newest first, for that is the one most easily remembered."""
    found = [[each.apart, *each.chain] for each in reviewing.contradictions(SHOWN)]
    mentions = mention_views(
        sorted({end for ring in found for each in ring for end in (each.a_id, each.b_id)})
    )
    return [
        [
            {
                "act": each.act,
                "a": mentions[each.a_id],
                "b": mentions[each.b_id],
                "same": each.verdict == persons.SAME,
            }
            for each in sorted(ring, key=lambda each: -each.id)
        ]
        for ring in found
    ]


def _together(probability: float) -> str:
    """How the evidence adds up, in words: what waits here is by its nature not certain."""
    if probability >= LIKELY:
        return _("Together, much speaks for one person. Look at what speaks against it.")
    if probability <= UNLIKELY:
        return _("Together, much speaks for two people. Look at what speaks against it.")
    return _("Together, it is open. If you know nothing more, leave it for later.")


def _posted(request: DeskRequest) -> tuple[int, int]:
    try:
        return read_id(request.POST.get("a", "")), read_id(request.POST.get("b", ""))
    except WrongUse:
        raise Http404 from None
