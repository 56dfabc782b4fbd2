"""A unit by its name, for people."""

from __future__ import annotations

from typing import Final

from tidings.linkage.gazetteer.kinds import Kind, han_stem
from tidings.linkage.gazetteer.units import Unit, gazetteer

#: The writings that a reader of a language reads best, best first.
_READ: Final = {
    "kk": ("kk_cyrl", "ru", "en", "ug_latn", "pinyin", "han"),
    "kk-Arab": ("kk_arab", "ug_arab", "kk_cyrl", "han", "en", "pinyin"),
    "ru": ("ru", "kk_cyrl", "en", "ug_latn", "pinyin", "han"),
    "ug": ("ug_arab", "ug_latn", "en", "pinyin", "han"),
    "zh": ("han", "en", "ug_latn", "pinyin"),
}
_ELSE: Final = ("en", "ug_latn", "pinyin", "ru", "kk_cyrl", "han")
#: In Xinjiang many a city and county are called alike.
_TITLES: Final = {
    "en": {Kind.CITY: "{} city", Kind.COUNTY: "{} county", Kind.PREFECTURE: "{} prefecture"},
    "ru": {Kind.CITY: "город {}", Kind.COUNTY: "уезд {}", Kind.PREFECTURE: "округ {}"},
    "kk": {Kind.CITY: "{} қаласы", Kind.COUNTY: "{} ауданы", Kind.PREFECTURE: "{} аймағы"},
}


def unit_name(code: str, language: str = "en") -> str:
    """The unit's name as a reader of the language ("en", "ru", "kk", "ug", "zh", ...) knows it.

    Raises KeyError for a code that is no unit's.
    """
    return _name(gazetteer().units[code], language)


def unit_title(code: str, language: str = "en") -> str:
    """The unit's name, in Xinjiang with its kind: "Yining city" and "Yining county" are two.

    Raises KeyError for a code that is no unit's.
    """
    unit = gazetteer().units[code]
    name = _name(unit, language)
    if language == "zh":
        return name
    titles = _TITLES.get(language, _TITLES["en"])
    told = unit.level in ("prefecture", "county")
    kind = next((each for each in titles if told and each in unit.kinds), None)
    return titles[kind].format(name) if kind else name


def _name(unit: Unit, language: str) -> str:
    for writing in (*_READ.get(language, ()), *_ELSE, "former"):
        for name in unit.names.get(writing, ()):
            if writing == "han" and language != "zh":
                return han_stem(name)
            return name.capitalize() if writing == "pinyin" else name
    return unit.code
