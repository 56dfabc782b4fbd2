"""Consent in words for a terminal, and as JSON for a program."""

from __future__ import annotations

from typing import Any

from tidings.registry.consenting import ConsentView, Standing, State, Why
from tidings.values import ConsentForm, ConsentVerb, PlaceLevel, show_id

FORMS = {
    ConsentForm.NAMED: "by name",
    ConsentForm.PSEUDONYM: "under another name",
    ConsentForm.SEEKER: "only that a relative is looking",
}
PLACES = {
    PlaceLevel.FULL: "with the place as known",
    PlaceLevel.DISTRICT: "with the district",
    PlaceLevel.NONE: "without a place",
}
WHY = {
    Why.NO_CONSENT: "nobody has allowed it",
    Why.NOT_YET: "a consent has not begun yet",
    Why.EXPIRED: "the consent has run out",
    Why.WITHDRAWN: "the consent was taken back",
    Why.OBJECTED: "a relative objects",
    Why.MAYBE_OBJECTED: "a relative objects for somebody who may be the same person: tidings serve",
    Why.STAYS_OUT: "it was decided that the person stays out",
    Why.NO_NAME: "no source that may be shown gives a name",
}
STATES = {
    State.STANDS: "stands",
    State.NOT_YET: "has not begun yet",
    State.EXPIRED: "has run out",
    State.WITHDRAWN: "was taken back",
    State.REPLACED: "was replaced by a later one",
    State.OBJECTED: "a relative objects",
    State.SETTLED: "was decided on",
}
VERBS = {
    ConsentVerb.ALLOWS: "allows",
    ConsentVerb.OBJECTS: "objects to",
    ConsentVerb.WITHDRAWS: "takes back the consent for",
    ConsentVerb.SETTLES: "decides for",
}


def stands_text(standing: Standing) -> str:
    """ "by name, with the district" or "nothing: a relative objects"."""
    if standing.form is None:
        return f"nothing: {WHY[standing.why_not or Why.NO_CONSENT]}"
    undecided = " (relatives do not agree: decide with --settle)" if standing.undecided else ""
    return f"{form_text(standing.form, standing.place_level)}{undecided}"


def form_text(form: ConsentForm, place: PlaceLevel) -> str:
    return FORMS[form] if form is ConsentForm.SEEKER else f"{FORMS[form]}, {PLACES[place]}"


def said_text(view: ConsentView) -> str:
    """One line: who said what, when, and what became of it."""
    said = view.said
    who = view.testifier or f"{view.actor} (worker)"
    relation = f" ({said.relation.replace('_', ' ')})" if said.relation else ""
    what = ""
    if view.verb in (ConsentVerb.ALLOWS, ConsentVerb.SETTLES):
        what = f": {form_text(said.form, said.place_level) if said.form else 'stays out'}"
    days = "".join(
        f" {word} {day}" for word, day in (("from", said.starts), ("until", said.ends)) if day
    )
    reason = f" ({said.reason})" if said.reason else ""
    return (
        f"{view.at:%Y-%m-%d}  {who}{relation} {VERBS[view.verb]} {view.audience or 'everybody'}"
        f"{what}{days}{reason}; {STATES[view.state]}   [{show_id(view.id)}]"
    )


def stands_json(standing: Standing) -> dict[str, Any]:
    return {
        "form": standing.form,
        "place": standing.place_level if standing.form else None,
        "why_not": standing.why_not,
        "undecided": standing.undecided,
    }


def said_json(view: ConsentView) -> dict[str, Any]:
    said = view.said
    return {
        "id": show_id(view.id),
        "verb": said.verb,
        "audience": view.audience or None,
        "form": said.form,
        "place": said.place_level,
        "by": view.testifier or None,
        "relation": said.relation,
        "from": said.starts.isoformat() if said.starts else None,
        "until": said.ends.isoformat() if said.ends else None,
        "recorded": view.at.isoformat(),
        "state": view.state,
    }
