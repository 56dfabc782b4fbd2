"""What every picture is: a drawing, and the same in words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.text import clean, escaped, widest_line
from tidings.values import WrongUse

#: The folder that holds the style sheet of all pictures.
STYLE = Path(__file__).parent / "style"
_LEAST_LABEL = 56
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*", re.ASCII)


class Shape(NamedTuple):
    """The room of a drawing: `width` units, `label` of them for words beside the bars (0: the
    words stand above), text of `size` and `small` units."""

    width: float
    label: float
    size: float
    small: float

    def for_labels(self, labels: Iterable[str]) -> Shape:
        """The same with no more room for these words beside the bars than they need."""
        if not self.label:
            return self
        room = self.label - 4
        widest = max([widest_line(each, self.size, room) for each in labels], default=0)
        return Shape(self.width, max(_LEAST_LABEL, widest + 4), self.size, self.small)


#: For a page, a laptop, paper: about as many units as it has pixels.
WIDE = Shape(660, 184, 15, 13)
#: For a phone: narrow, so that the same words come out larger, each above its bar.
NARROW = Shape(340, 0, 15, 13)


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, its name, what it says as one text, and the same as a table.

    `legend` explains the shapes that this drawing uses. The SVG holds neither styles nor
    scripts nor links; without a style sheet it is drawn in the colour of the text around it.
    """

    svg: str
    title: str
    description: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: str = ""


def document(
    body: str,
    *,
    shape: Shape,
    height: float,
    title: str,
    description: str,
    identifier: str,
    defs: str = "",
) -> str:
    """The SVG around a drawing. `identifier` starts every id in it: two pictures on a page need
    two. Raises WrongUse for an identifier that is not a plain word."""
    if not _IDENTIFIER.fullmatch(identifier):
        raise WrongUse(f"'{identifier}' cannot name a picture.", "Use letters, digits and hyphens.")
    return (
        f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" width="{shape.width:g}"'
        f' height="{height:g}" viewBox="0 0 {shape.width:g} {height:g}" role="img"'
        f' aria-labelledby="{identifier}-title {identifier}-desc" direction="ltr"'
        f' fill="currentColor" font-size="{shape.size:g}">'
        f'<title id="{identifier}-title">{escaped(title)}</title>'
        f'<desc id="{identifier}-desc">{escaped(description)}</desc>{defs}{body}</svg>'
    )


@lru_cache(maxsize=256)
def legend(known: tuple[str, ...], used: frozenset[str], language: Language) -> str:
    """What the used ones of these shapes mean, in the order in which they are known."""
    return " ".join([phrase(f"picture.legend.{each}", language) for each in known if each in used])


def soft_ends(identifier: str) -> str:
    """The gradient for a bar whose two ends are not known, as `{identifier}-soft`."""
    return (
        f'<defs><linearGradient id="{identifier}-soft"><stop class="stop" offset="0"'
        ' stop-color="currentColor" stop-opacity="0"/><stop class="stop" offset=".3"'
        ' stop-color="currentColor"/><stop class="stop" offset=".7" stop-color="currentColor"/>'
        '<stop class="stop" offset="1" stop-color="currentColor" stop-opacity="0"/>'
        "</linearGradient></defs>"
    )


def figure(
    picture: Picture,
    narrow: Picture | None = None,
    *,
    language: Language = "en",
    folded: bool = True,
) -> str:
    """HTML: the drawing and its legend, and with `folded` its table, folded, beneath. `narrow`:
    the same drawn for a phone; the style sheet shows one of the two."""
    parts = [_with_legend(picture)]
    if narrow is not None:
        shapes = (("wide", picture), ("narrow", narrow))
        parts = [f'<div class="picture-{name}">{_with_legend(each)}</div>' for name, each in shapes]
    if folded:
        summary = escaped(phrase("picture.as_table", language))
        parts.append(f"<details><summary>{summary}</summary>{table(picture)}</details>")
    return f'<figure class="picture">{"".join(parts)}</figure>'


def _with_legend(picture: Picture) -> str:
    if not picture.legend:
        return picture.svg
    return f'{picture.svg}<p class="legend">{escaped(picture.legend)}</p>'


def table(picture: Picture) -> str:
    """HTML: the picture's table, with its title as the caption."""
    header = "".join(f'<th scope="col">{escaped(clean(each))}</th>' for each in picture.header)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escaped(clean(cell))}</td>" for cell in row) + "</tr>"
        for row in picture.rows
    )
    return (
        f"<table><caption>{escaped(clean(picture.title))}</caption><thead><tr>{header}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def styles() -> str:
    """The style sheet of all pictures: colours from the page's own (`--ink`, `--soft`, `--line`,
    `--accent`, `--caution`, `--card`), and which of two drawings a phone shows."""
    return (STYLE / "pictures.css").read_text(encoding="utf-8")
