"""What the consent step shows: the words in the testifier's language, the choices, the rows."""

from __future__ import annotations

from typing import Any, cast

from tidings.desk import allowing
from tidings.desk.typed import Form
from tidings.publishing.phrases import Language, phrase
from tidings.registry.models import Consent, Correspondence
from tidings.values import Asked, ConsentForm, PlaceLevel

#: What is said before anything is asked, in this order.
EXPLAINED = ("keep", "ask", "no", "risk", "back", "relatives")
FORMS = (
    ("", "consent.nothing", ""),
    *((each.value, f"form.{each}", f"consent.means.{each}") for each in ConsentForm),
)
PLACES = tuple((each.value, f"place_level.{each}") for each in PlaceLevel)
ASKS = tuple((each.value, f"asked.{each}") for each in Asked)


def shown(form: Form, ours: Language) -> dict[str, Any]:
    """For the templates of the step; `ours` is the language of whoever asks."""
    theirs = cast(Language, form.get("asked_in", ""))
    return {
        "asked_in": theirs,
        "asked_languages": allowing.ASKED_IN,
        "explained": _explained(theirs) if theirs else (),
        "explained_here": _explained(ours) if theirs and theirs != ours else (),
        "audiences": allowing.rows(form),
        "named_kinds": allowing.NAMED,
        "forms": FORMS,
        "places": PLACES,
        "asks": ASKS,
        "hows": allowing.HOW,
        "names_used": _names_used() if theirs else (),
    }


def _explained(language: Language) -> tuple[str, ...]:
    return tuple(phrase(f"consent.{each}", language) for each in EXPLAINED)


def _names_used() -> list[str]:
    """Bodies and partners whom consent or a letter named before: one name, written one way."""
    audiences = Consent.live.values_list("audience", flat=True).distinct()
    names = {each.partition(":")[2] for each in audiences}
    names |= set(Correspondence.live.values_list("body", flat=True).distinct())
    return sorted(names - {""})
