"""Pairs that a run could not decide: side by side, with the reasons, one key each."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tidings.desk.pages import DeskRequest, actor, onward
from tidings.desk.reasons import reasons
from tidings.desk.templatetags.desk import worded_language
from tidings.registry import linking, questions, undoing
from tidings.registry.models import Draft
from tidings.registry.persons import persons_of
from tidings.registry.profile import mention_views, profiles
from tidings.registry.profiling.shape import KinTie, MentionView
from tidings.registry.questions import PairToReview
from tidings.values import WrongUse, read_id

VERDICTS = frozenset({"same", "different"})
#: As many pairs as one sitting may put aside before the queue is asked for more.
DEPTH = 500
LIKELY, UNLIKELY = 0.8, 0.2


@require_safe
def pair(request: DeskRequest) -> HttpResponse:
    """The next pair, or what else waits."""
    queue = questions.queue(DEPTH)
    waiting = [each for each in queue if (each.a, each.b) not in request.visit.set_aside]
    context = {
        "here": "review",
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
    mentions = mention_views([pair.a, pair.b])
    people = persons_of([pair.a, pair.b])
    shown = profiles(sorted(set(people.values())))
    return {
        "pair": pair,
        "a": mentions[pair.a],
        "b": mentions[pair.b],
        "a_kin": _told(shown[people[pair.a]].kin, mentions[pair.a]),
        "b_kin": _told(shown[people[pair.b]].kin, mentions[pair.b]),
        "reasons": reasons(pair.evidence, worded_language()),
        "together": _together(pair.probability),
    }


def _told(kin: tuple[KinTie, ...], mention: MentionView) -> list[KinTie]:
    """The family that the mention's own source names: that is what is to be compared."""
    return [tie for tie in kin if tie.stated_in.id == mention.source.id]


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
