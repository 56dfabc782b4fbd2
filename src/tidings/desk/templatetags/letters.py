"""Letters and numbers in the visitor's language."""

from __future__ import annotations

from django import template
from django.utils import timezone
from django.utils.translation import gettext

from tidings.casework import tracking
from tidings.casework.tracking import Case
from tidings.desk import lettering, wording
from tidings.publishing.difference import Change

register = template.Library()


@register.filter
def letter_kind(value: str) -> str:
    return str(wording.LETTERS[value])


@register.filter
def outcome(value: str) -> str:
    return str(wording.OUTCOMES[value])


@register.filter
def sent_by(value: str) -> str:
    """How a letter went out, in words; as written where it is another way."""
    return str(lettering.CHANNELS.get(value, value))


@register.filter
def still_missing(value: str) -> str:
    return str(wording.MISSING[value])


@register.filter
def form_words(value: str) -> str:
    return wording.in_words(f"form.{value}")


@register.filter
def change_words(change: Change) -> str:
    """What a release says that the one before it did not."""
    if change.kind == "came":
        return gettext("is new")
    if change.kind == "left":
        return gettext("is gone")
    fields = ", ".join(str(wording.FIELDS.get(each, each)) for each in change.fields)
    return gettext("changed: %(fields)s") % {"fields": fields}


@register.simple_tag
def case_of(person: int) -> Case | None:
    """The letters about a person, and what one would still need."""
    return next(iter(tracking.cases(timezone.localdate(), [person])), None)
