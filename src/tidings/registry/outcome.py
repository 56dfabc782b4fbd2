"""What became of a letter by a day: computed, never stored."""

from __future__ import annotations

from datetime import date

from tidings.values import Outcome


def outcome_by(on: date, due: date | None, recorded: str) -> Outcome:
    """What is `recorded` of it; with nothing recorded, whether the day it was `due` has passed."""
    if recorded:
        return Outcome(recorded)
    return Outcome.OVERDUE if due is not None and due < on else Outcome.WAITING
