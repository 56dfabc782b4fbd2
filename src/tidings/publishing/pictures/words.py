"""Numbers and counted things in words, as pictures need them."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from tidings.publishing.phrases import Language, phrase
from tidings.values import Dated, Figure, describe


@lru_cache(maxsize=4096)
def when(held: Dated | None, language: Language) -> str:
    """The date in words; that no date was told is a word too."""
    return describe(held, language) if held else phrase("picture.undated", language)


def number(value: int, language: Language) -> str:
    """A whole number with its thousands apart: "12,050"; Kazakh and Russian "12 050"."""
    return f"{value:,}" if language == "en" else f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")


def figure_words(figure: Figure, language: Language) -> str:
    """In words: "2,001 or more", "200 to 999", "up to 500", "12", "not known"."""
    low, high = figure.low or 0, figure.high
    if high is None:
        form = "at_least" if low else "unknown"
    elif low == high:
        form = "exact"
    else:
        form = "between" if low else "at_most"
    ends = {
        "low": number(low, language),
        "high": number(high if high is not None else 0, language),
    }
    return phrase(f"picture.figure.{form}", language, **ends)


def share_words(share: tuple[float, float], language: Language) -> str:
    """A share from its lowest to its highest, rounded outward to tenths of a per cent:
    "0.6% to 2%", "up to 2%", "75%"."""
    low, high = floor(share[0] * 1000) / 10, ceil(share[1] * 1000) / 10
    if low == high:
        return _per_cent(low, language)
    form = "between" if low else "at_most"
    ends = {"low": _per_cent(low, language), "high": _per_cent(high, language)}
    return phrase(f"picture.figure.{form}", language, **ends)


def _per_cent(value: float, language: Language) -> str:
    if language == "en":
        return f"{value:g}%"
    return f"{value:g}".replace(".", ",") + ("%" if language == "kk" else "\N{NO-BREAK SPACE}%")


@lru_cache(maxsize=4096)
def counted(key: str, n: int, language: Language) -> str:
    """The phrase for `n` things: `key`.one, .few or .many by the language's rule."""
    return phrase(f"{key}.{_form(n, language)}", language, n=number(n, language))


def _form(n: int, language: Language) -> str:
    """Plural rules of CLDR for whole numbers; Kazakh nouns stay as they are after a number."""
    if language != "ru":
        return "one" if n == 1 else "many"
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def chance_words(probability: float, language: Language) -> str:
    """A probability in whole per cent, never 0% or 100%: "97%", "under 1%", "over 99%"."""
    for key, end, beyond in (("under", 1, probability < 0.01), ("over", 99, probability > 0.99)):
        if beyond:
            share = _per_cent(end, language)
            return phrase(f"picture.waterfall.{key}", language, share=share)
    return _per_cent(round(probability * 100), language)
