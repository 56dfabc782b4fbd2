"""How dates, figures and spans lie in columns, and how they are read back."""

from __future__ import annotations

from datetime import date
from typing import Any

from tidings.values import Dated, Figure


def dated(prefix: str, value: Dated | None) -> dict[str, Any]:
    """`prefix`_lo, `prefix`_hi (days, None is an open end) and `prefix`_edtf ("" is no date)."""
    return {
        f"{prefix}_lo": value.first if value else None,
        f"{prefix}_hi": value.last if value else None,
        f"{prefix}_edtf": value.edtf if value else "",
    }


def to_dated(low: date | None, high: date | None, edtf: str) -> Dated | None:
    return Dated(low, high, edtf) if edtf else None


def figured(value: Figure | None) -> dict[str, Any]:
    """Both ends None is no figure: a figure without any end says nothing."""
    return {
        "figure_lo": value.low if value else None,
        "figure_hi": value.high if value else None,
    }


def to_figure(low: int | None, high: int | None) -> Figure | None:
    return None if low is None and high is None else Figure(low, high)


def spanned(span: tuple[int, int] | None) -> dict[str, Any]:
    start, end = span if span else (None, None)
    return {"span_start": start, "span_end": end}
