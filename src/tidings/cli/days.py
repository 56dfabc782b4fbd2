"""Days as they are typed on the command line."""

from __future__ import annotations

from datetime import date

from tidings.values.errors import WrongUse


def typed_day(text: str | None, option: str) -> date | None:
    """The day of an option, None when it was not given. Raises WrongUse."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WrongUse(f"{option} {text}: expected a day such as 2026-03-01.") from None
