"""The fonts that letters are set in, and which characters they can draw.

Noto Serif (Latin, Cyrillic), Noto Naskh Arabic, and Noto Serif SC cut to the characters of Chinese
national standards and names; SIL Open Font License 1.1, texts beside them. `tools/make_fonts.py`
made them and `coverage.txt`, the ranges of characters that at least one of them has.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources
from pathlib import Path

__all__ = ["covered", "folder", "missing_glyphs"]

#: White space and marks that steer the line but are not drawn.
_UNDRAWN_KINDS = ("Zs", "Zl", "Zp", "Cf")


def folder() -> Path:
    """Where the font files lie."""
    return Path(str(resources.files(__name__)))


def missing_glyphs(text: str) -> str:
    """The characters of the text that no font here can draw, each once, in their order."""
    missing = dict.fromkeys(each for each in text if each not in covered())
    return "".join(each for each in missing if not _is_undrawn(each))


@cache
def covered() -> frozenset[str]:
    """Every character that some font can draw."""
    lines = resources.files(__name__).joinpath("coverage.txt").read_text("ascii").split()
    spans = (line.split("-") for line in lines)
    return frozenset(
        chr(code) for first, last in spans for code in range(int(first, 16), int(last, 16) + 1)
    )


def _is_undrawn(character: str) -> bool:
    return character in "\n\t" or unicodedata.category(character) in _UNDRAWN_KINDS
