"""A draft as a form, and the corrections that the form makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from tidings.values import (
    BadInput,
    Dated,
    Event,
    Mode,
    WrongUse,
    clean,
    read_date,
    read_id,
    show_id,
)

TEXTS = ("speaker", "place", "value")
FIELDS = ("event", "mode", "date", "mention", *TEXTS)


def form_of(payload: Mapping[str, Any]) -> dict[str, str]:
    """The draft's values as the form shows them."""
    form = {name: str(payload.get(name) or "") for name in FIELDS}
    if payload.get("mention"):
        form["mention"] = show_id(payload["mention"])
    return form


def taken(posted: Mapping[str, str]) -> dict[str, str]:
    return {name: clean(posted.get(name, "")) for name in FIELDS}


def read(
    form: Mapping[str, str],
    payload: Mapping[str, Any],
    published: Dated | None,
    mentions: set[int],
) -> tuple[dict[str, Any], dict[str, str]]:
    """(what the form changes, field -> what is wrong). Fields left as they were change nothing."""
    before = form_of(payload)
    changed: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name in FIELDS:
        if form[name] == before[name]:
            continue
        try:
            changed[name] = _value(name, form[name], published, mentions)
        except (BadInput, WrongUse, ValueError):
            problems[name] = _("We do not understand this. Write it another way.")
    return changed, problems


def _value(name: str, typed: str, published: Dated | None, mentions: set[int]) -> Any:  # noqa: ANN401
    if name == "mode":
        return Mode(typed)
    if not typed:
        return None
    if name == "event":
        return Event(typed)
    if name == "date":
        return read_date(typed, published=published).edtf
    if name == "mention":
        chosen = read_id(typed)
        if chosen not in mentions:
            raise WrongUse("This person is not named in the source.")
        return chosen
    return typed
