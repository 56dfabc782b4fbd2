"""The small header of a testimony or letter: lines of `Key: value`, then an empty line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tidings.reading.words import plain, rows_of
from tidings.values import clean

_COLONS = (":", "：", "∶", "﹕")
_LONGEST_KEY = 40
#: A title may stand above the header.
_TITLE_LINES = 3


@dataclass(frozen=True)
class Line:
    """One header line: the field it names (None: a key that we do not know), the key as it is
    written, its value and its number, counted from 1."""

    field: str | None
    key: str
    value: str
    number: int


@dataclass(frozen=True)
class Header:
    """The header's lines, and where the prose begins in the text."""

    lines: tuple[Line, ...]
    prose: int

    def all(self, field: str) -> list[Line]:
        """The lines of a field that say something."""
        return [line for line in self.lines if line.field == field and line.value]

    def first(self, field: str) -> Line | None:
        return next(iter(self.all(field)), None)

    def value(self, field: str) -> str | None:
        line = self.first(field)
        return line.value if line else None


@cache
def _keys() -> dict[str, str]:
    return {plain(word): field for field, words in rows_of("keys") for word in words.split("|")}


def split_header(text: str) -> Header:
    """The header at the head of the text; without one, no lines and `prose` 0."""
    lines: list[Line] = []
    at = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        if not clean(raw):
            at += len(raw) + 1
            if lines:
                break
            continue
        line = _line(raw, number)
        if line is None and (lines or number > _TITLE_LINES):
            break
        if line is not None:
            lines.append(line)
        at += len(raw) + 1
    if not any(line.field in ("testifier", "person") for line in lines):
        return Header((), 0)
    return Header(tuple(lines), min(at, len(text)))


def has_header(text: str) -> bool:
    """Whether the text begins as a testimony or letter does: two known keys or more."""
    known = {line.field for line in split_header(text[:20_000]).lines} - {None}
    return len(known) >= 2


def _line(raw: str, number: int) -> Line | None:
    seen = clean(raw)
    cuts = [at for colon in _COLONS if 0 < (at := seen.find(colon)) <= _LONGEST_KEY]
    if not cuts:
        return None
    key, value = seen[: min(cuts)], seen[min(cuts) + 1 :]
    return Line(_keys().get(plain(key)), key.strip(), value.strip(), number)
