"""Record a testimony, one question at a time; every step is saved."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tidings.desk import answers, asking, unfinished, wording
from tidings.desk.answers import STEPS, Understood
from tidings.desk.hits import hit
from tidings.desk.pages import DeskRequest, actor, onward
from tidings.registry import linking, searching, testimony
from tidings.registry.models import Mention, Unfinished
from tidings.registry.profile import profile
from tidings.values import BadInput, NothingFound, WrongUse, day, read_date, read_id

TITLES = {
    "consent": gettext_lazy("Consent"),
    "speaker": gettext_lazy("Who speaks"),
    "relation": gettext_lazy("Their relation"),
    "person": gettext_lazy("The person"),
    "happened": gettext_lazy("What happened"),
    "known": gettext_lazy("How they know"),
    "check": gettext_lazy("Look over"),
}
LANGUAGES = (
    ("kk", gettext_lazy("Kazakh")),
    ("ug", gettext_lazy("Uyghur")),
    ("ru", gettext_lazy("Russian")),
    ("zh", gettext_lazy("Chinese")),
    ("en", gettext_lazy("English")),
)
CHANNELS = (
    ("in person", gettext_lazy("face to face")),
    ("telephone", gettext_lazy("by telephone")),
    ("message", gettext_lazy("by message")),
    ("letter", gettext_lazy("by letter")),
)
MATCHES = 5
#: How the names of fields that hold a date begin.
DATED = ("when", "born", "given", "starts", "ends")
#: Presses that change the step itself: more rows, another language to ask in.
STAYING = {"stay", "more", "asked_in"}


@require_http_methods(["GET", "POST"])
def start(request: DeskRequest) -> HttpResponse:
    """The forms that wait to be finished, and a new one."""
    if request.method == "POST":
        form = _known_of(request.POST.get("person", ""))
        return redirect("step", unfinished.begin(actor(), form), STEPS[0])
    context = {"here": "record", "waiting_forms": unfinished.all_of(actor())}
    return render(request, "desk/record/start.html", context)


@require_http_methods(["GET", "POST"])
def step(request: DeskRequest, form: int, step: str) -> HttpResponse:
    if step not in STEPS:
        raise Http404
    kept = unfinished.load(form, actor())
    if request.method == "POST":
        unfinished.save(kept, answers.taken(step, request.POST))
        understood = _understand(kept)
        if step == "check":
            return _record(request, kept, understood)
        here = [name for name in _typed_only(kept, understood) if name in request.POST]
        if not here and not STAYING & set(request.POST):
            return redirect("step", form, STEPS[STEPS.index(step) + 1])
    return _ask(request, kept, step)


@require_POST
def drop(request: DeskRequest, form: int) -> HttpResponse:
    unfinished.drop(unfinished.load(form, actor()))
    return onward(request, "record", note=_("The form is gone."))


@require_POST
def hint(request: DeskRequest) -> HttpResponse:
    """How a date is understood, for the live hint beside its field."""
    typed = next(
        (
            v
            for k, v in request.POST.items()
            if k.startswith(("when", "born", "given", "starts", "ends"))
        ),
        "",
    )
    try:
        understood = read_date(typed, published=day(timezone.localdate())) if typed else None
    except BadInput:
        understood = None
    context = {"understood": understood, "typed": typed}
    return render(request, "desk/record/understood.html", context)


@require_http_methods(["GET", "POST"])
def matches(request: DeskRequest, mention: int) -> HttpResponse:
    """Whether the person of a new testimony is somebody whom other sources name."""
    if request.method == "POST":
        return _join(request, mention)
    shown = profile(mention)
    query = shown.name
    found = [
        each for each in searching.find(query, limit=MATCHES + 1) if each.person != shown.person
    ]
    hits = [hit(each, f"match-{at}") for at, each in enumerate(found[:MATCHES])]
    context = {"here": "record", "profile": shown, "mention": mention, "found": hits}
    return render(request, "desk/record/matches.html", context)


def _join(request: DeskRequest, mention: int) -> HttpResponse:
    try:
        other = read_id(request.POST.get("other", ""))
    except WrongUse:
        raise Http404 from None
    linking.decide(mention, other, "same", actor=actor(), reason="seen when it was recorded")
    return onward(request, "person", other, note=_("Joined. The history can take this back."))


def _ask(request: DeskRequest, kept: Unfinished, step: str) -> HttpResponse:
    understood = _understand(kept)
    context: dict[str, Any] = {
        "here": "record",
        "kept": kept,
        "form": kept.form,
        "step": step,
        "steps": TITLES.items(),
        "title": TITLES[step],
        "back": STEPS[STEPS.index(step) - 1] if step != STEPS[0] else None,
        "problems": understood.problems if step == "check" else _typed_only(kept, understood),
        "dates": understood.dates,
        "testimony": understood.testimony,
        "languages_told": LANGUAGES,
        "channels": CHANNELS,
        "relations": wording.KIN.items(),
        "sexes": wording.SEXES.items(),
        "events": wording.EVENTS.items(),
    }
    if step == "consent":
        context |= asking.shown(kept.form, wording.desk_language())
    elif step in answers.ROWS:
        spare = 0 if step == "known" else answers.SPARE_ROWS
        context["rows"] = answers.rows(kept.form, "happened" if step == "known" else step, spare)
    return render(request, f"desk/record/{step}.html", context)


def _understand(kept: Unfinished) -> Understood:
    return answers.understand(kept.form, timezone.localdate())


def _typed_only(kept: Unfinished, understood: Understood) -> dict[str, str]:
    """Problems of what was typed; what is only missing is said at the end."""
    return {name: text for name, text in understood.problems.items() if _is_of(name, kept)}


def _is_of(name: str, kept: Unfinished) -> bool:
    return bool(kept.form.get(name)) or name.startswith("audience_name_")


def _record(request: DeskRequest, kept: Unfinished, understood: Understood) -> HttpResponse:
    if understood.testimony is None:
        return _ask(request, kept, "check")
    added = testimony.record(understood.testimony, actor=actor())
    unfinished.drop(kept)
    (source,) = added.source_ids
    person = Mention.live.filter(source_id=source).order_by("id").first()
    return onward(request, "matches", person.id, note=_("Recorded. Thank you."))


def _known_of(typed: str) -> dict[str, str]:
    """What is known already of the person whom a testimony is to be about."""
    try:
        shown = profile(read_id(typed)) if typed else None
    except (WrongUse, NothingFound):
        raise Http404 from None
    if shown is None:
        return {}
    sex, place = shown.attribute("sex"), shown.attribute("place")
    return {
        "names": "\n".join(form.written for form in shown.names[:3]),
        "sex": sex.best.shown if sex else "",
        "place": place.best.shown if place else "",
    }
