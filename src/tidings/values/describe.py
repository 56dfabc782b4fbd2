"""A date in words, in English, Russian and Kazakh."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.values.dated import Dated


@dataclass(frozen=True)
class _Words:
    """The words of one language in the three cases that the sentences need: on its own, after
    "about", "since" and after "until"."""

    months: tuple[tuple[str, str, str], ...]
    seasons: tuple[tuple[str, str, str], ...]
    year: tuple[str, str, str]
    decade: tuple[str, str, str]
    month: str
    day: str
    about: str
    about_end: str
    doubtful: str
    since: str
    until: str
    between: str
    unknown: str


def _cases(*columns: str) -> tuple[tuple[str, str, str], ...]:
    first, second, third = (column.split() for column in columns)
    return tuple(zip(first, second, third, strict=True))


_EN_MONTHS = "January February March April May June July August September October November December"
_EN_SEASONS = "spring summer autumn winter"
_RU_MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
_RU_MONTHS_OF = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_KK_MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"

_LANGUAGES = {
    "en": _Words(
        months=_cases(_EN_MONTHS, _EN_MONTHS, _EN_MONTHS),
        seasons=_cases(_EN_SEASONS, _EN_SEASONS, _EN_SEASONS),
        year=("{y}", "{y}", "{y}"),
        decade=("the {y}s", "the {y}s", "the {y}s"),
        month="{m} {y}",
        day="{d} {m} {y}",
        about="about {}",
        about_end="about {}",
        doubtful="{} (uncertain)",
        since="since {}",
        until="until {}",
        between="between {} and {}",
        unknown="unknown",
    ),
    "ru": _Words(
        months=_cases(_RU_MONTHS, _RU_MONTHS_OF, _RU_MONTHS_OF),
        seasons=_cases("весна лето осень зима", "весны лета осени зимы", "весны лета осени зимы"),
        year=("{y} г.", "{y} г.", "{y} г."),
        decade=("{y}-е годы", "{y}-х годов", "{y}-х годов"),
        month="{m} {y} г.",
        day="{d} {m} {y} г.",
        about="около {}",
        about_end="примерно {}",
        doubtful="{} (неточно)",
        since="с {}",
        until="до {}",
        between="{} — {}",
        unknown="неизвестно",
    ),
    "kk": _Words(
        months=_cases(
            _KK_MONTHS,
            "қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан "
            "қыркүйектен қазаннан қарашадан желтоқсаннан",
            "қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке "
            "қазанға қарашаға желтоқсанға",
        ),
        seasons=_cases(
            "көктем жаз күз қыс", "көктемнен жаздан күзден қыстан", "көктемге жазға күзге қысқа"
        ),
        year=("{y} жыл", "{y} жылдан", "{y} жылға"),
        decade=("{y}-жылдар", "{y}-жылдардан", "{y}-жылдарға"),
        month="{y} жылғы {m}",
        day="{y} жылғы {d} {m}",
        about="шамамен {}",
        about_end="шамамен {}",
        doubtful="{} (нақты емес)",
        since="{} бері",
        until="{} дейін",
        between="{} — {}",
        unknown="белгісіз",
    ),
}
_ALONE, _FROM, _TO = 0, 1, 2
_UNKNOWN_ENDS = ("", "..")


def describe(dated: Dated, language: str = "en") -> str:
    """The date in plain words: "spring 2018", "about 1972", "12 March 2018", "between May 2018
    and 2019", "since 2017", "unknown". Languages without words of their own get English."""
    words = _LANGUAGES.get(language, _LANGUAGES["en"])
    first, slash, last = dated.edtf.partition("/")
    if not slash:
        return _simple(first, words, _ALONE)
    if first in _UNKNOWN_ENDS and last in _UNKNOWN_ENDS:
        return words.unknown
    if last in _UNKNOWN_ENDS:
        return words.since.format(_simple(first, words, _FROM))
    if first in _UNKNOWN_ENDS:
        return words.until.format(_simple(last, words, _TO))
    return words.between.format(_simple(first, words, _ALONE), _simple(last, words, _ALONE))


def _simple(form: str, words: _Words, case: int) -> str:
    bare = form.rstrip("?~%")
    mark = form[len(bare) :]
    about = words.about if case == _ALONE else words.about_end
    if mark in ("~", "%") and words is _LANGUAGES["ru"]:
        case = _FROM  # "около" is followed by the genitive
    text = _plain(re.sub(r"(-XX)+$", "", bare), words, case)
    if mark in ("~", "%"):
        text = about.format(text)
    return words.doubtful.format(text) if mark in ("?", "%") else text


def _plain(form: str, words: _Words, case: int) -> str:
    y, _, rest = form.partition("-")
    if "X" in y:
        return words.decade[case].format(y=y.replace("X", "0"))
    y = y.lstrip("0")
    if not rest:
        return words.year[case].format(y=y)
    m, _, d = rest.partition("-")
    if d:
        # Russian says "12 марта" in every case; Kazakh puts the ending on the month.
        spoken = words.months[int(m) - 1][_FROM if words is _LANGUAGES["ru"] else case]
        return words.day.format(y=y, m=spoken, d=int(d))
    name = words.months[int(m) - 1] if int(m) <= 12 else words.seasons[int(m) - 21]
    return words.month.format(y=y, m=name[case])
