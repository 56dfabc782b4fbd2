"""Numbers of people, and who is among them, in the visitor's language."""

from __future__ import annotations

from django import template

from tidings.desk import numbering, wording
from tidings.publishing.pictures.words import share_words
from tidings.reckoning import Reason, explain
from tidings.registry.announcing import AnnouncementView
from tidings.values import Figure

register = template.Library()


@register.filter
def how_many(value: Figure) -> str:
    return numbering.how_many(value)


@register.filter
def share(value: tuple[float, float]) -> str:
    return share_words(value, wording.desk_language())


@register.filter
def in_short(value: AnnouncementView) -> str:
    return numbering.in_short(value)


@register.filter
def state_words(value: str) -> str:
    """Why an announcement is reckoned with in another way, or not; nothing for most."""
    return str(wording.ANNOUNCED.get(value, ""))


@register.filter
def reason_words(value: Reason) -> str:
    return explain(value, wording.desk_language())
