"""`dictionary.csv`: what every table and column means, in words.

The meanings are written by hand in `meanings.tsv`; all else is taken from the tables themselves.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tidings.registry.tables.layout import Column, Table, tables

FILE = "dictionary.csv"
HEADER = ("table", "column", "type", "meaning", "words", "refers to", "may be empty", "private")
#: In `meanings.tsv`: columns that every table has, and the line about a table itself.
EVERY, ITSELF = "*", "-"


@dataclass(frozen=True)
class Meaning:
    """`private`: it may tell who somebody is, where they are or who spoke."""

    words: str
    private: bool


@cache
def meanings() -> dict[tuple[str, str], Meaning]:
    """(table, column) -> what it means."""
    text = (resources.files(__package__) / "meanings.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {
        (row["table"], row["column"]): Meaning(row["meaning"], row["private"] == "yes")
        for row in rows
    }


def lines() -> Iterator[tuple[str, ...]]:
    """As it is written: a line for each table, and under it one for each of its columns."""
    for table in tables():
        about = meanings()[table.name, ITSELF]
        yield table.name, "", "table", about.words, "", "", "", _yes(about.private)
        for column in table.columns:
            yield _line(table, column)


def _line(table: Table, column: Column) -> tuple[str, ...]:
    known = meanings()
    about = known.get((table.name, column.name)) or known[EVERY, column.name]
    return (
        table.name,
        column.name,
        column.kind.name,
        about.words,
        " ".join(column.words),
        column.refers_to,
        _yes(column.empty),
        _yes(about.private),
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"
