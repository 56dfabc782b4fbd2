"""The words of consent: questions in the testifier's language, answers in the worker's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tidings.desk import wording
from tidings.desk.templatetags.desk import name as shown_name
from tidings.publishing.phrases import phrase
from tidings.registry.consents import Allowed, Said, Standing, State, Why
from tidings.values import Audience

register = template.Library()


@register.simple_tag(takes_context=True)
def asked(context: Mapping[str, Any], key: str) -> SafeString:
    """The words of a question as the testifier hears them, and beneath them in the language of
    whoever asks, where it is another."""
    theirs, ours = context["asked_in"], wording.desk_language()
    words = format_html('<bdi lang="{}" dir="ltr">{}</bdi>', theirs, phrase(key, theirs))
    if theirs == ours:
        return words
    also = '{}<small class="also"><bdi lang="{}" dir="ltr">{}</bdi></small>'
    return format_html(also, words, ours, phrase(key, ours))


@register.simple_tag
def in_words(key: str) -> str:
    """A phrase in the language of the desk."""
    return wording.in_words(key)


@register.filter
def audience(value: Audience | str | None) -> SafeString | str:
    """To whom: "the public", or the name of a body or partner as it was written."""
    kind, _, name = str(value or "").partition(":")
    return shown_name(name) if name else str(wording.AUDIENCES[kind])


@register.filter
def extent(value: Allowed | Said) -> str:
    """In which form and how exactly: "by name, the district only"."""
    return wording.extent(value.form, value.place_level, own_name=value.own_name)


@register.filter
def verdict(standing: Standing) -> str:
    """What may be said now, as a short sentence."""
    words = wording.extent(standing.form, standing.place_level)
    return words[:1].upper() + words[1:] + "."


@register.filter
def why_not(value: Why) -> str:
    return str(wording.WHY_NOT[value])


@register.filter
def state(value: State) -> str:
    return str(wording.STATES[value])


@register.filter
def prefixed(value: str, prefix: str) -> str:
    """The key of a phrase about a word of the vocabulary."""
    return prefix + value
