"""A unit by its name, for people."""

from __future__ import annotations

from typing import Final

from tidings.linkage.gazetteer.kinds import han_stem
from tidings.linkage.gazetteer.units import gazetteer

#: The writings that a reader of a language reads best, best first.
_READ: Final = {
    "kk": ("kk_cyrl", "ru", "en", "ug_latn", "pinyin", "han"),
    "kk-Arab": ("kk_arab", "ug_arab", "kk_cyrl", "han", "en", "pinyin"),
    "ru": ("ru", "kk_cyrl", "en", "ug_latn", "pinyin", "han"),
    "ug": ("ug_arab", "ug_latn", "en", "pinyin", "han"),
    "zh": ("han", "en", "ug_latn", "pinyin"),
}
_ELSE: Final = ("en", "ug_latn", "pinyin", "ru", "kk_cyrl", "han")


def unit_name(code: str, language: str = "en") -> str:
    """The unit's name as a reader of the language ("en", "ru", "kk", "ug", "zh", ...) knows it.

    Raises KeyError for a code that is no unit's.
    """
    names = gazetteer().units[code].names
    for writing in (*_READ.get(language, ()), *_ELSE, "former"):
        for name in names.get(writing, ()):
            if writing == "han" and language != "zh":
                return han_stem(name)
            return name.capitalize() if writing == "pinyin" else name
    return code
