"""How values are shown in every template: names, ids, dates, words of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from tidings.desk import wording
from tidings.desk.answers import FIELDS, ROWS, STEPS
from tidings.registry.profiling.shape import Profile, SourceView, StatementView, Status, Value
from tidings.values import (
    Dated,
    Script,
    describe,
    is_right_to_left,
    language_of,
    parse_edtf,
    script_of,
    show_id,
)

register = template.Library()

Part = dict[str, object]

register.filter("id", show_id)

#: Languages that the words of dates and reasons are written in.
WORDED = ("en", "ru", "kk")


def worded_language() -> str:
    """The language for texts that the lower rooms write: one of WORDED."""
    language = (get_language() or "en").split("-")[0]
    return language if language in WORDED else "en"


@register.filter
def name(written: str, script: Script | str = "") -> SafeString:
    """A name or text as a source writes it, with its language and direction for fonts and
    screen readers."""
    known = Script(script) if script else script_of(written)
    language = _language(written, known)
    direction = "rtl" if is_right_to_left(known) else "ltr"
    if language:
        return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction, written)
    return format_html('<bdi dir="{}">{}</bdi>', direction, written)


@register.filter
def direction(written: str) -> str:
    return "rtl" if is_right_to_left(script_of(written)) else "ltr"


def _language(written: str, script: Script) -> str | None:
    if script is Script.HAN:
        return "zh"
    if script is Script.PINYIN:
        return "zh-Latn"
    if script is Script.ARABIC:
        found = language_of(written)
        return found if found in ("ug", "kk-Arab") else "ug"
    if script is Script.CYRILLIC:
        return language_of(written) or "kk"
    return None


@register.filter
def words(dated: Dated | None) -> SafeString:
    """A date in words, of one piece in text of either direction; "unknown" is a word too."""
    shown = describe(dated, worded_language()) if dated else gettext("no date told")
    return format_html("<bdi>{}</bdi>", shown)


@register.filter
def days(dated: Dated) -> str:
    """From which day to which, where it is more than one: "1 March 2018 – 31 March 2018"."""
    if dated.first == dated.last:
        return ""
    return " – ".join(date_format(each) if each else "…" for each in (dated.first, dated.last))


@register.filter
def edtf(text: str) -> SafeString:
    """An EDTF string of a draft in words."""
    return words(parse_edtf(text) if text else None)


@register.filter
def figure(ends: tuple[int | None, int | None]) -> str:
    """A figure's ends in words: "at least 2,001", "200 to 999"."""
    low, high = (
        None if each is None else number_format(each, force_grouping=True) for each in ends
    )
    if low is None:
        return gettext("at most %(high)s") % {"high": high}
    if high is None:
        return gettext("at least %(low)s") % {"low": low}
    return low if low == high else gettext("%(low)s to %(high)s") % {"low": low, "high": high}


@register.filter
def event(value: str | None) -> str:
    return str(wording.EVENTS[value]) if value else gettext("nothing named")


@register.filter
def short_event(value: str | None) -> str:
    """The event without its explanation, for where there is little room."""
    return event(value).split(":")[0]


@register.filter
def mode(value: str) -> str:
    return str(wording.MODES[value])


@register.filter
def kin(value: str) -> str:
    return str(wording.KIN.get(value, value))


@register.filter
def kind(value: str) -> str:
    return str(wording.SOURCES.get(value, value))


@register.filter
def level(value: str) -> str:
    return str(wording.LEVELS[value])


@register.filter
def sex(value: str) -> str:
    return str(wording.SEXES.get(value, value))


@register.filter
def role(value: str) -> str:
    return str(wording.ROLES[value])


@register.filter
def attribute(value: str) -> str:
    return str(wording.ATTRIBUTES[value])


@register.filter
def best(profile: Profile, attribute: str) -> Value | None:
    """The best supported value of an attribute, None where no source gives one."""
    found = profile.attribute(attribute)
    return found.best if found else None


@register.filter
def sentence(status: Status) -> str:
    return wording.status_sentence(status)


@register.filter
def at(values: Mapping[str, object], key: str) -> object:
    """The value under a key that is made in the template, None where there is none."""
    return values.get(key)


@register.filter
def step_of(field: str) -> str:
    """The step of the testimony form that asks for a field."""
    stem = field.rstrip("0123456789").rstrip("_")
    for step in STEPS:
        if stem in (*FIELDS[step], *ROWS.get(step, ())):
            return step
    return STEPS[0]


@register.filter
def language_itself(code: str) -> str:
    """A language in its own words, so that whoever needs it can find it."""
    return {"en": "English", "ru": "Русский", "kk": "Қазақша"}.get(code, code)


@register.filter
def verb(value: str) -> str:
    return str(wording.VERBS.get(value, value))


@register.inclusion_tag("desk/parts/source.html")
def source_link(source: SourceView, locator: str = "", mention: int | None = None) -> Part:
    """Who says so, always in this form: one tap from the very place in its source."""
    return {"source": source, "locator": locator, "mention": mention}


@register.inclusion_tag("desk/parts/source.html")
def statement_link(statement: StatementView) -> Part:
    return {"source": statement.source, "statement": statement.id}
