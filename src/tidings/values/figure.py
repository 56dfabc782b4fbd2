"""A count of people as a closed interval."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """From `low` to `high` people, both included; None is an open end ("more than 2,000":
    low 2001, high None)."""

    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a figure from {self.low} to {self.high} is empty")
