"""Words inside a drawing: how wide they are, where they break, and how they stay mere text.

A drawing cannot ask the browser how wide a word is. The widths here are those of a wide
interface font (DejaVu Sans), so that with any other font a label ends before its room does.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import escape
from math import ceil

from tidings.values import Script, language_of, script_of

#: Widths in parts of the font size, by kind of letter.
_NARROW, _DIGIT, _LOWER, _UPPER, _WIDE, _WIDEST, _FULL = 0.4, 0.64, 0.66, 0.79, 0.95, 1.1, 1.0
_KINDS = (
    (" iljtfrI.,:;'|!()[]-/·іІ’‘", _NARROW),
    ("mwMW@%жшщюыфъмЪ—…", _WIDE),
    ("ЖШЩЮЫФМ", _WIDEST),
    ("بپتسشصضفك", _WIDE),
)


class _Widths(dict[str, float]):
    """Width by character, found once."""

    def __missing__(self, character: str) -> float:
        found = self[character] = _width_of(character)
        return found


def _width_of(character: str) -> float:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return _FULL
    if category == "Nd":
        return _DIGIT
    if category == "Lu":
        return _UPPER
    return _LOWER if category in ("Ll", "Lo") else _UPPER


_WIDTHS = _Widths({each: width for letters, width in _KINDS for each in letters})

#: What no drawing may hold: controls, direction overrides, halves of pairs, non-characters.
#: White space that may break is a space.
_UNSEEN: dict[int, str | None] = {
    code: " " if chr(code).isspace() else None
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        0x1680,
        *range(0x2000, 0x200B),
        0x2028,
        0x2029,
        0x205F,
        0x3000,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
        0xFEFF,
        0xFFFE,
        0xFFFF,
    )
}

#: Where a long name is best cut: after the dot between its parts, before "son of", "daughter of".
_SEAM = re.compile(r"(?<=[·・‧])|(?=(?:ұлы|улы|uly|қызы|кызы|qyzy|kyzy|ۇلى|قىزى)$)")
_MARKUP = re.compile(r"[&<>\"']")


def clean(text: str) -> str:
    """The text without characters that cannot be seen, white space that may break as one space."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(filter(None, text.translate(_UNSEEN).split(" ")))


def escaped(text: str) -> str:
    """The signs of markup turned into entities, for text and attributes. `text` is clean."""
    return escape(text) if _MARKUP.search(text) else text


def lang_attribute(name: str) -> str:
    """The language of a name, for its letters to be drawn as its readers know them: ' lang="ug"',
    or nothing."""
    script = script_of(name)
    if script is Script.HAN:
        return ' lang="zh"'
    if script is Script.ARABIC:
        return f' lang="{"kk-Arab" if language_of(name) == "kk-Arab" else "ug"}"'
    return ""


@lru_cache(maxsize=8192)
def width(text: str, size: float) -> float:
    """How wide the text is at most, in the units of `size`."""
    return size * sum(map(_WIDTHS.__getitem__, text))


@lru_cache(maxsize=4096)
def wrapped(text: str, size: float, room: float, most: int = 3) -> tuple[str, ...]:
    """The cleaned text in at most `most` lines none of which is wider than `room`.

    Breaks at spaces, in a word only where the word alone is too wide; a last line that has no
    room for the rest ends in an ellipsis. Text without anything to see gives no line.
    """
    lines: list[str] = []
    for word in filter(None, clean(text).split(" ")):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines.extend(_broken(word, size, room))
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _shortened(lines[most - 1], size, room))


@lru_cache(maxsize=4096)
def widest_line(text: str, size: float, room: float) -> int:
    """How wide the text is at most when it is wrapped, in whole units."""
    return max([ceil(width(each, size)) for each in wrapped(text, size, room)], default=0)


def _broken(word: str, size: float, room: float) -> list[str]:
    """Pieces of the word that fit, cut at its seams where it has some."""
    if width(word, size) <= room:
        return [word]
    pieces = [""]
    for part in _SEAM.split(word):
        if pieces[-1] and width(pieces[-1] + part, size) > room:
            pieces.append("")
        for character in part:
            if pieces[-1] and width(pieces[-1] + character, size) > room:
                pieces.append("")
            pieces[-1] += character
    return pieces


def _shortened(line: str, size: float, room: float) -> str:
    while line and width(line + "…", size) > room:
        line = line[:-1]
    return line.rstrip() + "…"
