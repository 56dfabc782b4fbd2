"""The forms of a letter: what was typed becomes a letter wanted, a sending, a reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tidings.casework.letters import ANSWER_DAYS, Wanted
from tidings.casework.outcomes import ANSWERING, Reply
from tidings.casework.papers import Paper
from tidings.desk.typed import Form, typed_date
from tidings.publishing.phrases import LANGUAGES, Language
from tidings.values import Event, LetterKind, Mode, clean, day

CHANNELS = {
    "post": gettext_lazy("by post"),
    "email": gettext_lazy("by e-mail"),
    "by hand": gettext_lazy("by hand"),
    "web form": gettext_lazy("by a form on their site"),
}
#: Kinds that a letter about a person, or about an announcement, can have.
OF_PERSON = (LetterKind.APPEAL, LetterKind.OPEN_LETTER)
OF_ANNOUNCEMENT = (LetterKind.INFORMATION,)

WANTED = ("kind", "language", "body", "to_un", "addressee", "lines", "place", "signatory", "days")
REPLY = ("received", "mode", "event", "held", "words", "channel")
#: The longest that anybody is given to answer.
MOST_DAYS = 366


@dataclass(frozen=True)
class Sending:
    """That a letter was sent: when, how, and by when an answer is due."""

    sent_on: date
    channel: str
    answer_due: date | None


def fresh(language: str, kinds: tuple[LetterKind, ...], body: str = "") -> Form:
    """The form of a letter before anything is typed; `body` is whom it will likely go to."""
    return {"kind": kinds[0], "language": language, "body": body, "days": str(ANSWER_DAYS)}


def fresh_reply() -> Form:
    """The form of an answer before anything is typed."""
    return dict.fromkeys(REPLY, "") | {"mode": Mode.ASSERTS, "event": Event.OTHER}


def taken(posted: Mapping[str, str], names: tuple[str, ...]) -> Form:
    """The fields as typed, without what cannot be seen."""
    return {name: _kept(name, posted.get(name, "")) for name in names}


def read_wanted(
    form: Form, kinds: tuple[LetterKind, ...], problems: dict[str, str]
) -> Wanted | None:
    """The letter that the form asks for; None when `problems` say what is missing."""
    kind = LetterKind(form["kind"]) if form["kind"] in kinds else kinds[0]
    open_letter = kind is LetterKind.OPEN_LETTER
    if not form["body"] and not open_letter:
        problems["body"] = _("To whom does it go? Write the name of the body.")
    days = _days(form["days"], problems)
    if problems:
        return None
    return Wanted(
        kind=kind,
        language=_language(form["language"]),
        body=form["body"],
        to_un=bool(form["to_un"]),
        addressee=form["addressee"],
        lines=tuple(line for line in form["lines"].splitlines() if line),
        place=form["place"],
        signatory=form["signatory"] or None,
        answer_days=None if open_letter else days,
    )


def read_sending(form: Form, today: date, problems: dict[str, str]) -> Sending | None:
    """When and how a letter went out."""
    sent = _one_day("sent", form, today, problems) or today
    due = _one_day("due", form, today, problems)
    if sent > today:
        problems["sent"] = _("This day is still to come.")
    if due is not None and due < sent:
        problems["due"] = _("This day is before the letter was sent.")
    channel = form["channel"] if form["channel"] in CHANNELS else ""
    return None if problems else Sending(sent, channel, due)


def read_reply(
    form: Form, sent_on: date, today: date, paper: Paper | None, problems: dict[str, str]
) -> Reply | None:
    """What a body answered."""
    received = _one_day("received", form, today, problems) or today
    if received > today:
        problems["received"] = _("This day is still to come.")
    elif received < sent_on:
        problems["received"] = _("This day is before the letter was sent.")
    held = typed_date("held", form, {}, problems, day(received))
    if not form["words"] and paper is None:
        problems["words"] = _("Write what they say, or add their letter as a file.")
    if problems:
        return None
    return Reply(
        received_on=received,
        mode=Mode(form["mode"]) if form["mode"] in ANSWERING else Mode.ASSERTS,
        event=Event(form["event"]) if form["event"] in set(Event) else Event.OTHER,
        held=held,
        words=form["words"],
        channel=form["channel"] if form["channel"] in CHANNELS else "",
        paper=paper,
    )


def posted_paper(file: UploadedFile | None) -> Paper | None:
    """The file that was sent with a form, under a name that says nothing."""
    if file is None:
        return None
    return Paper(file.read(), "answer", file.content_type or "application/octet-stream")


def _one_day(name: str, form: Form, today: date, problems: dict[str, str]) -> date | None:
    """The one day that a field names; a month or a year is no day to count from."""
    dated = typed_date(name, form, {}, problems, day(today))
    if dated is None:
        return None
    if dated.first is None or dated.first != dated.last:
        problems[name] = _("Write the one day: 12.03.2019.")
        return None
    return dated.first


def _days(typed: str, problems: dict[str, str]) -> int | None:
    if not typed:
        return None
    if not typed.isdecimal() or not 1 <= int(typed) <= MOST_DAYS:
        problems["days"] = _("Write a number of days between 1 and 366, or leave it empty.")
        return None
    return int(typed)


def _language(typed: str) -> Language:
    return next((each for each in LANGUAGES if each == typed), "en")


def _kept(name: str, typed: str) -> str:
    if name in ("lines", "words"):
        rows = typed.replace("\r\n", "\n").split("\n")
        return "\n".join(clean(row) for row in rows).strip()
    return clean(typed)
