"""Right, wrong, missed: how the example registry compares with the truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """One line: what was asked for and found, what was claimed and is not so, what was not
    found."""

    label: str
    right: int = 0
    wrong: int = 0
    missed: int = 0


@dataclass(frozen=True)
class Table:
    """One question to the registry, answered line by line."""

    title: str
    counts: tuple[Count, ...]

    @property
    def total(self) -> Count:
        return Count(
            "all",
            sum(count.right for count in self.counts),
            sum(count.wrong for count in self.counts),
            sum(count.missed for count in self.counts),
        )


@dataclass(frozen=True)
class Report:
    """Every table of the check; `faults` are in words what must never be, `notes` what
    deserves a look."""

    tables: tuple[Table, ...]
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def table(self, title: str) -> Table:
        return next(table for table in self.tables if table.title == title)


def tallied(title: str, verdicts: Iterable[tuple[str, str]]) -> Table:
    """Count (label, "right" | "wrong" | "missed") verdicts, one line for each label."""
    counts: dict[str, dict[str, int]] = {}
    for label, verdict in verdicts:
        line = counts.setdefault(label, {})
        line[verdict] = line.get(verdict, 0) + 1
    return Table(title, tuple(Count(label, **counts[label]) for label in sorted(counts)))
