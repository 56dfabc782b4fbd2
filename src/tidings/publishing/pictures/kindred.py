"""Where the people of a family drawing stand, and the lines between them.

Rows of cells of one width, so that no two people can overlap however many they are. Lines run
between rows and, where a generation needs several rows, along the margins.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tidings.publishing.pictures.picture import Shape
from tidings.publishing.pictures.text import escaped, lang_attribute, wrapped

_MARGIN, _GAP, _LINE, _RADIUS, _LARGE = 16.0, 34.0, 17.0, 8.0, 11.0
_NAME, _WORD, _PERSON = 14.0, 13.0, 16.0
_RAIL, _ABOVE, _NARROWEST = 6.0, 11.0, 100.0
_THIN = 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-opacity=".55"'
_RING = 'class="frame" fill="none" stroke="currentColor" stroke-width="1.5"'


class Node(NamedTuple):
    """Somebody's name, empty where it is not said, and what they are to the person."""

    name: str
    relation: str


class Bands(NamedTuple):
    """The person and the rows of kin, from the top of the drawing to its bottom."""

    person: str
    far_above: tuple[Node, ...]
    parents: tuple[Node, ...]
    siblings: tuple[Node, ...]
    spouses: tuple[Node, ...]
    children: tuple[Node, ...]
    far_below: tuple[Node, ...]
    others: tuple[Node, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everybody but the person, near kin first."""
        near = (*self.parents, *self.spouses, *self.siblings, *self.children)
        return (*near, *self.far_above, *self.far_below, *self.others)


class _Cell(NamedTuple):
    """One person on the page: the middle and radius of the circle, the end of the words."""

    x: float
    y: float
    radius: float
    bottom: float


class _Page:
    """The drawing as it grows from top to bottom; `y` is where the next row begins."""

    def __init__(self, shape: Shape, mirrored: bool) -> None:
        room = shape.width - 2 * _MARGIN
        columns = int(room // _NARROWEST)
        self.columns = columns if columns % 2 else columns - 1
        self.cell = room / self.columns
        self.width, self.mirrored, self.middle = shape.width, mirrored, shape.width / 2
        self.y = 4.0
        self.shapes: list[str] = []
        self.names: list[str] = []
        self.words: list[str] = []

    def rows(self, nodes: Sequence[Node]) -> list[list[_Cell]]:
        """Everybody in as few rows as hold them, each about as long as the others."""
        count = -(-len(nodes) // self.columns)
        placed = []
        for n in range(count):
            row = nodes[n * len(nodes) // count : (n + 1) * len(nodes) // count]
            start = self.middle - (len(row) - 1) / 2 * self.cell
            y = self.y + _RADIUS
            cells = [self.cell_of(each, start + m * self.cell, y) for m, each in enumerate(row)]
            placed.append(cells)
            self.y = max(each.bottom for each in cells) + _GAP
        return placed

    def cell_of(self, node: Node, x: float, y: float) -> _Cell:
        bottom = self.write(node.name, x, y + _RADIUS + 16, _NAME, self.cell - 8, self.names)
        bottom = self.write(node.relation, x, bottom, _WORD, self.cell - 8, self.words)
        look = 'class="solid"' if node.name else _RING
        self.circle(x, y, _RADIUS, look)
        return _Cell(x, y, _RADIUS, bottom - _LINE + 5)

    def person(self, name: str, room: float) -> _Cell:
        y = self.y + _LARGE
        self.circle(self.middle, y, _LARGE, _RING)
        self.circle(self.middle, y, _RADIUS - 1, 'class="solid"')
        bottom = self.write(name, self.middle, y + _LARGE + 18, _PERSON, room, self.names)
        return _Cell(self.middle, y, _LARGE, bottom - _LINE + 5)

    def write(
        self, text: str, x: float, y: float, size: float, room: float, into: list[str]
    ) -> float:
        """Lines of text from the baseline `y` on; gives the baseline after the last."""
        large = f' font-size="{size:g}" font-weight="600"' if size == _PERSON else ""
        for line in wrapped(text, size, room):
            into.append(
                f'<text x="{self.x(x):.1f}" y="{y:.1f}"{large}{lang_attribute(line)}>'
                f"{escaped(line)}</text>"
            )
            y += _LINE
        return y

    def x(self, x: float) -> float:
        return self.width - x if self.mirrored else x

    def circle(self, x: float, y: float, radius: float, look: str) -> None:
        self.shapes.append(f'<circle cx="{self.x(x):.1f}" cy="{y:.1f}" r="{radius:g}" {look}/>')

    def line(self, *points: tuple[float, float]) -> None:
        path = "L".join(f"{self.x(x):.1f} {y:.1f}" for x, y in points)
        self.shapes.append(f'<path class="tie" d="M{path}" {_THIN}/>')

    def rule(self) -> None:
        """A quiet line between near kin and those further off."""
        y = self.y - _GAP / 2
        self.shapes.append(
            f'<path class="grid" d="M{_MARGIN:g} {y:.1f}H{self.width - _MARGIN:g}" fill="none"'
            ' stroke="currentColor" stroke-opacity=".18"/>'
        )


def drawn(bands: Bands, shape: Shape, mirrored: bool) -> tuple[str, float]:
    """The SVG of everybody, and its height."""
    page = _Page(shape, mirrored)
    if bands.far_above:
        page.rows(bands.far_above)
        page.rule()
    parents = page.rows(bands.parents)
    side = page.columns // 2
    beside = len(bands.siblings) <= side and len(bands.spouses) <= side
    person = _middle_row(page, bands, beside)
    _tie_parents(page, parents, person)
    if not beside:
        _tie_beside(page, page.rows((*bands.spouses, *bands.siblings)), person)
    _tie_children(page, page.rows(bands.children), person, around=not beside)
    for band in (bands.far_below, bands.others):
        if band:
            page.rule()
            page.rows(band)
    body = (
        f'{"".join(page.shapes)}<g class="label" text-anchor="middle" font-size="{_NAME:g}">'
        f'{"".join(page.names)}</g><g class="less" text-anchor="middle" font-size="{_WORD:g}"'
        f' fill-opacity=".8">{"".join(page.words)}</g>'
    )
    return body, page.y - _GAP + 8


def _middle_row(page: _Page, bands: Bands, beside: bool) -> _Cell:
    """The person, with brothers and sisters at one side and spouses at the other where both fit."""
    alone = not beside or not (bands.siblings or bands.spouses)
    person = page.person(bands.person, page.cell * (3 if alone else 1) - 6)
    bottom = person.bottom
    if beside:
        for nodes, step in ((bands.siblings, -page.cell), (bands.spouses, page.cell)):
            near = person
            for n, node in enumerate(nodes, start=1):
                cell = page.cell_of(node, page.middle + n * step, person.y)
                _tie_side(page, near, cell, double=nodes is bands.spouses)
                bottom = max(bottom, cell.bottom)
                near = cell
    page.y = bottom + _GAP
    return person


def _tie_side(page: _Page, one: _Cell, other: _Cell, *, double: bool) -> None:
    """From circle to circle; two lines for a marriage."""
    sign = 1 if other.x > one.x else -1
    start, end = one.x + sign * (one.radius + 2), other.x - sign * (other.radius + 2)
    for y in (one.y - 2, one.y + 2) if double else (one.y,):
        page.line((start, y), (end, y))


def _tie_parents(page: _Page, rows: Sequence[Sequence[_Cell]], person: _Cell) -> None:
    """From each under their words to a common line, and from the last of these to the person."""
    if not rows:
        return
    buses = [max(each.bottom for each in row) + 8 for row in rows]
    for row, bus in zip(rows, buses, strict=True):
        for each in row:
            page.line((each.x, each.bottom + 2), (each.x, bus))
        ends = [each.x for each in row] + [page.middle] + [_RAIL] * (len(rows) > 1)
        page.line((min(ends), bus), (max(ends), bus))
    page.line((_RAIL, buses[0]), (_RAIL, buses[-1]))
    page.line((page.middle, buses[-1]), (page.middle, person.y - person.radius - 3))


def _tie_beside(page: _Page, rows: Sequence[Sequence[_Cell]], person: _Cell) -> None:
    """Many brothers and sisters: from the person's side along the margin to their rows."""
    last = _tie_rows(page, rows, _RAIL)
    page.line((person.x - person.radius - 3, person.y), (_RAIL, person.y), (_RAIL, last))


def _tie_children(
    page: _Page, rows: Sequence[Sequence[_Cell]], person: _Cell, *, around: bool
) -> None:
    """From the person down to the row of children; along the margin to more rows, or where
    brothers and sisters stand between."""
    if not rows:
        return
    rail = page.width - _RAIL
    below = person.bottom + 2
    if around:
        last = _tie_rows(page, rows, rail)
        turn = below + 8
        page.line((page.middle, below), (page.middle, turn), (rail, turn), (rail, last))
    elif len(rows) == 1:
        first = _tie_rows(page, rows, page.middle)
        page.line((page.middle, below), (page.middle, first))
    else:
        last = _tie_rows(page, rows, rail)
        first = rows[0][0].y - _RADIUS - _ABOVE
        page.line((page.middle, below), (page.middle, first))
        page.line((rail, first), (rail, last))


def _tie_rows(page: _Page, rows: Sequence[Sequence[_Cell]], rail: float) -> float:
    """From `rail` over each row and down to everybody in it. Gives the height of the last."""
    bus = 0.0
    for row in rows:
        bus = row[0].y - _RADIUS - _ABOVE
        for each in row:
            page.line((each.x, bus), (each.x, each.y - each.radius - 2))
        ends = [each.x for each in row] + [rail]
        page.line((min(ends), bus), (max(ends), bus))
    return bus
