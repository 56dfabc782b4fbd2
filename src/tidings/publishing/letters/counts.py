"""A count of people in words, with its bounds: "more than 2,000 people", «2 000-нан астам адам»."""

from __future__ import annotations

import math

from tidings.publishing.kazakh import Case, decline
from tidings.publishing.phrases import Language, phrase
from tidings.values import Figure

_HELD = "\u00a0"
#: What floating point may add to a share.
_DUST = 1e-9


def number(value: int, language: Language) -> str:
    """With thousands set apart as the language does."""
    text = f"{value:,}"
    return text if language == "en" else text.replace(",", _HELD)


def people(figure: Figure, language: Language) -> str:
    """So many people, in words. A bound one above a round number is "more than" it."""
    low, high = figure.low, figure.high
    if high is None:
        if not low:
            return phrase("count.unknown", language)
        round_below = low > 10 and (low - 1) % 10 == 0
        return _filled("count.more", low - 1, language) if round_below else _least(low, language)
    if low == high:
        return _filled("count.exact", high, language)
    if not low:
        return _filled("count.most", high, language)
    return _filled("count.between", high, language, low=low)


def share(bounds: tuple[float, float], language: Language) -> str:
    """From so many to so many per cent: tenths, rounded away from each other."""
    low = _per_cent(math.floor(1000 * bounds[0] + _DUST), language)
    high = _per_cent(math.ceil(1000 * bounds[1] - _DUST), language)
    return f"{low}%" if low == high else f"{low}–{high}%"


def _per_cent(tenths: int, language: Language) -> str:
    text = f"{tenths / 10:g}"
    return text if language == "en" else text.replace(".", ",")


def _least(low: int, language: Language) -> str:
    return _filled("count.least", low, language)


def _filled(key: str, value: int, language: Language, low: int = 0) -> str:
    n = number(value, language)
    from_ = decline(n, Case.ABLATIVE) if language == "kk" else n
    word = _people(value, language, counted=key == "count.exact")
    return phrase(key, language, n=n, from_=from_, low=number(low, language), people=word)


def _people(value: int, language: Language, *, counted: bool) -> str:
    if language == "en":
        return "person" if value == 1 else "people"
    if language == "kk":
        return "адам"
    ones, teens = value % 10, value % 100 in range(11, 15)
    few = ones in (2, 3, 4) and counted
    return "человека" if not teens and (few or (ones == 1 and not counted)) else "человек"
