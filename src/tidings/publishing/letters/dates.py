"""Dates inside a sentence: "in March 2018", «в марте 2018 г.», «2018 жылғы наурызда»."""

from __future__ import annotations

import re
from datetime import date

from tidings.publishing.kazakh import Case, decline
from tidings.publishing.phrases import Language
from tidings.values import Dated, day, describe

_RU_MONTHS = (
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split()
)
_RU_SEASONS = "весной летом осенью зимой".split()
_KK_MONTHS = (
    "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда "
    "қарашада желтоқсанда".split()
)
_KK_SEASONS = "көктемде жазда күзде қыста".split()


def spoken_day(on: date, language: Language) -> str:
    """The day as a letter's date line has it: "24 November 2026", «2026 жылғы 24 қараша»."""
    return describe(day(on), language)


def until_day(on: date, language: Language) -> str:
    """The day as it stands after "by" or «до», or before «дейін»."""
    if language != "kk":
        return spoken_day(on, language)
    return describe(Dated(None, on, f"../{on.isoformat()}"), "kk").removesuffix(" дейін")


def on_day(on: date, language: Language) -> str:
    """The day as when something was done: "24 November 2026", «2026 жылғы 24 қарашада»."""
    if language == "kk":
        return f"{on.year} жылғы {on.day} {_KK_MONTHS[on.month - 1]}"
    return spoken_day(on, language)


def when(dated: Dated | None, language: Language) -> str:
    """The date as an adverb of time; "" for one that is not known."""
    if dated is None or (dated.first is None and dated.last is None):
        return ""
    if "/" in dated.edtf:
        return _span(dated, language)
    form = dated.edtf.rstrip("?~%")
    text = _simple(re.sub(r"(-XX)+$", "", form), language)
    return _hedged(text, dated.edtf[len(form) :], language)


def _span(dated: Dated, language: Language) -> str:
    words = describe(dated, language)
    if dated.first is None or dated.last is None:
        return words
    if language == "kk":
        first, _, last = words.partition(" — ")
        and_ = decline(first.strip("()"), Case.INSTRUMENTAL)[-3:]
        return f"{first} {and_} {last} аралығында"
    return f"в период {words}" if language == "ru" else words


def _hedged(text: str, mark: str, language: Language) -> str:
    if mark in ("~", "%"):
        text = {"en": f"about {text}", "ru": f"примерно {text}", "kk": f"шамамен {text}"}[language]
        text = re.sub(r"^about (?:in|on) ", "about ", text)
    if mark in ("?", "%"):
        text += {"en": " (uncertain)", "ru": " (неточно)", "kk": " (нақты емес)"}[language]
    return text


def _simple(form: str, language: Language) -> str:
    year, _, rest = form.partition("-")
    if "X" in year:
        return _decade(year.replace("X", "0"), language)
    year = year.lstrip("0")
    if not rest:
        return {"en": f"in {year}", "ru": f"в {year} г.", "kk": f"{year} жылы"}[language]
    month, _, day_of_month = rest.partition("-")
    if day_of_month:
        return _day(date(int(year), int(month), int(day_of_month)), language)
    return _month(year, int(month), language)


def _decade(year: str, language: Language) -> str:
    forms = {"en": f"in the {year}s", "ru": f"в {year}-х годах", "kk": f"{year}-жылдары"}
    return forms[language]


def _day(on: date, language: Language) -> str:
    words = on_day(on, language)
    return f"on {words}" if language == "en" else words


def _month(year: str, month: int, language: Language) -> str:
    season = month - 21 if month > 12 else None
    if language == "kk":
        return f"{year} жылғы {_KK_MONTHS[month - 1] if season is None else _KK_SEASONS[season]}"
    if language == "ru":
        words = f"в {_RU_MONTHS[month - 1]}" if season is None else _RU_SEASONS[season]
        return f"{words} {year} г."
    names = "spring summer autumn winter".split()
    spoken = date(2000, month, 1).strftime("%B") if season is None else names[season]
    return f"in {spoken} {year}"
