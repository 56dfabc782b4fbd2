"""Dates cut to the year or the decade: never finer, and never narrower than they were."""

from __future__ import annotations

import re
from datetime import date

from tidings.values import Dated, parse_edtf

_YEARS = re.compile(r"(?:[\dX]{4}[?~%]?|\.\.|)(?:/(?:[\dX]{4}[?~%]?|\.\.|))?")


def to_year(dated: Dated | None) -> Dated | None:
    """2018-03-12 is 2018; winter 2017 is 2017/2018; what is no finer than a year stays."""
    if dated is None or _YEARS.fullmatch(dated.edtf):
        return dated
    return _spanned(_year(dated.first), _year(dated.last))


def to_decade(dated: Dated | None) -> Dated | None:
    """1974-05 is 197X; about 1970 is 196X/197X."""
    if dated is None:
        return None
    return _spanned(_decade(dated.first), _decade(dated.last))


def _year(day: date | None) -> str:
    return f"{day.year:04d}" if day else ".."


def _decade(day: date | None) -> str:
    return f"{day.year // 10:03d}X" if day else ".."


def _spanned(first: str, last: str) -> Dated | None:
    if first == last:
        return None if first == ".." else parse_edtf(first)
    return parse_edtf(f"{first}/{last}")
