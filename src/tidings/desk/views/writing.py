"""Write a letter: what is wanted, how it reads, and that it was sent."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tidings.casework import letters
from tidings.casework.letters import NoConsent, Offered, Wanted
from tidings.casework.papers import DOCX, PDF, Paper
from tidings.desk import lettering, wording
from tidings.desk.downloads import download
from tidings.desk.pages import DeskRequest, actor, onward
from tidings.desk.templatetags.desk import worded_language
from tidings.desk.typed import Form
from tidings.publishing.phrases import LANGUAGES
from tidings.registry.consenting import consents_of, standing
from tidings.registry.models import Statement
from tidings.registry.organisation import speaker
from tidings.registry.profile import Profile, profile
from tidings.values import Audience, ConsentForm, NothingFound, TidingsError, read_audience

#: A visit holds so many composed letters at once; the oldest makes room.
MOST_LETTERS = 5


@dataclass
class Composed:
    """A letter of this visit, as its form asked for it and as it was last composed."""

    form: Form
    wanted: Wanted
    offered: Offered


@require_http_methods(["GET", "POST"])
def for_person(request: DeskRequest, person: int) -> HttpResponse:
    """What kind of letter, to whom, in which language."""
    try:
        shown = profile(person)
    except NothingFound:
        raise Http404 from None
    return _write(request, shown, None)


@require_http_methods(["GET", "POST"])
def for_announcement(request: DeskRequest, statement: int) -> HttpResponse:
    """A request for information about an announcement."""
    if not Statement.live.filter(pk=statement).exists():
        raise Http404
    return _write(request, None, statement)


@require_safe
def preview(request: DeskRequest, token: str) -> HttpResponse:
    """The letter as it reads, each sentence with its source beside it."""
    composed = _composed(request, token)
    try:
        offered = _offer(composed.wanted, composed.offered.person, composed.offered.announcement)
    except TidingsError as error:
        return _not_possible(request, composed, error)
    composed.offered = offered
    context = {
        "here": "letters",
        "token": token,
        "letter": offered.letter,
        "questions": offered.questions,
        "wanted": composed.wanted,
        "back": _back(offered),
        "channels": lettering.CHANNELS.items(),
        "today": timezone.localdate(),
    }
    return render(request, "desk/letters/preview.html", context)


@require_safe
def paper(request: DeskRequest, token: str, which: str) -> HttpResponse:
    """The letter as a file, composed again now: a consent may have been withdrawn since."""
    composed = _composed(request, token)
    try:
        offered = _offer(composed.wanted, composed.offered.person, composed.offered.announcement)
        if which == "docx":
            return download(offered.docx(), DOCX, "letter")
        draft = which == "draft"
        return download(offered.pdf(draft=draft), PDF, "draft" if draft else "letter")
    except TidingsError as error:
        return _not_possible(request, composed, error)


@require_http_methods(["POST"])
def sent(request: DeskRequest, token: str) -> HttpResponse:
    """The letter went out: it becomes correspondence with an answer due."""
    composed = _composed(request, token)
    form = lettering.taken(request.POST, ("sent", "channel", "due"))
    problems: dict[str, str] = {}
    sending = lettering.read_sending(form, timezone.localdate(), problems)
    if sending is None:
        request.visit.notes.extend(problems.values())
        return redirect("letter-preview", token)
    correspondence = letters.send(
        composed.offered,
        actor=actor(),
        sent_on=sending.sent_on,
        channel=sending.channel,
        answer_due=sending.answer_due,
        as_sent=_as_sent(request),
    )
    del request.visit.letters[token]
    note = _("Recorded: the letter was sent. When the day has passed it stands first in the list.")
    return onward(request, "letter", correspondence, note=note)


def _write(request: DeskRequest, shown: Profile | None, statement: int | None) -> HttpResponse:
    kinds = lettering.OF_PERSON if shown else lettering.OF_ANNOUNCEMENT
    form = lettering.fresh(worded_language(), kinds, _likely(statement))
    problems: dict[str, str] = {}
    error: TidingsError | None = None
    if request.method == "POST":
        form = lettering.taken(request.POST, lettering.WANTED)
        wanted = lettering.read_wanted(form, kinds, problems)
        try:
            if wanted is not None:
                offered = _offer(wanted, shown.person if shown else None, statement)
                return redirect("letter-preview", _kept(request, form, wanted, offered))
        except TidingsError as found:
            error = found
    allowed = _allowed(shown)
    context = {
        "here": "letters",
        "profile": shown,
        "announcement": statement,
        "form": form,
        "problems": problems,
        "error": error,
        "missing": _missing(error, shown.person if shown else None),
        "kinds": [(each, wording.LETTERS[each]) for each in kinds],
        "allowed": allowed,
        "bodies": _bodies(allowed),
        "languages_offered": LANGUAGES,
        "speaker": speaker(),
    }
    status = 422 if problems or error else 200
    return render(request, "desk/letters/write.html", context, status=status)


def _likely(statement: int | None) -> str:
    """The body that announced the number, where the letter asks about one."""
    row = Statement.live.filter(pk=statement).first() if statement else None
    return row.speaker if row else ""


def _offer(wanted: Wanted, person: int | None, statement: int | None) -> Offered:
    today = timezone.localdate()
    if person is not None:
        return letters.about_person(person, wanted, on=today)
    if statement is None:
        raise Http404
    return letters.about_announcement(statement, wanted, on=today)


def _kept(request: DeskRequest, form: Form, wanted: Wanted, offered: Offered) -> str:
    waiting = request.visit.letters
    while len(waiting) >= MOST_LETTERS:
        waiting.pop(next(iter(waiting)))
    token = secrets.token_hex(16)
    waiting[token] = Composed(form, wanted, offered)
    return token


def _composed(request: DeskRequest, token: str) -> Composed:
    found = request.visit.letters.get(token)
    if not isinstance(found, Composed):
        raise Http404
    return found


def _not_possible(request: DeskRequest, composed: Composed, error: TidingsError) -> HttpResponse:
    """The letter is allowed no more, or cannot be set."""
    context = {
        "here": "letters",
        "error": error,
        "missing": _missing(error, composed.offered.person),
        "back": _back(composed.offered),
    }
    return render(request, "desk/letters/not_possible.html", context, status=422)


def _missing(error: TidingsError | None, person: int | None) -> dict[str, Any] | None:
    """Whose consent a letter needs, and why there is none."""
    if not isinstance(error, NoConsent):
        return None
    return {
        "why": error.why,
        "who": error.missing,
        "audience": error.audience,
        "person": person,
    }


def _bodies(allowed: list[Audience]) -> list[str]:
    """Names to choose from: bodies that a consent names, then those written to before."""
    consented = [each.name for each in allowed if each.kind == "body"]
    return list(dict.fromkeys([*consented, *letters.bodies()]))


def _allowed(shown: Profile | None) -> list[Audience]:
    """To whom this person may be named today."""
    if shown is None:
        return []
    told = {each.audience for each in consents_of(shown.person) if each.audience}
    audiences = {each.key: each for each in map(read_audience, sorted(told))}
    return [
        each
        for each in audiences.values()
        if standing(shown.person, each).form is ConsentForm.NAMED
    ]


def _back(offered: Offered) -> str:
    if offered.person is not None:
        return reverse("letter-write", args=[offered.person])
    return reverse("letter-ask", args=[offered.announcement])


def _as_sent(request: DeskRequest) -> Paper | None:
    found = lettering.posted_paper(request.FILES.get("file"))
    return None if found is None else Paper(found.data, "letter", found.media_type)
