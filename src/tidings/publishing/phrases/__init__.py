"""The words of letters, pictures and site in English, Kazakh and Russian.

One table a subject: `key`, then a column a language. Kazakh and Russian were written without a
native reader's check.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import Literal

Language = Literal["en", "kk", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "kk", "ru")


def phrase(key: str, language: Language, **fillings: object) -> str:
    """The words for `key` ("event.released"), with its {fillings} put in. Raises KeyError."""
    words = _table()[key, language]
    return words.format(**fillings) if fillings else words


def has_phrase(key: str) -> bool:
    return (key, "en") in _table()


@cache
def _table() -> dict[tuple[str, Language], str]:
    found: dict[tuple[str, Language], str] = {}
    for file in sorted(resources.files(__name__).iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".tsv"):
            continue
        rows = csv.DictReader(
            file.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        for row in rows:
            for language in LANGUAGES:
                found[row["key"], language] = row[language]
    return found
