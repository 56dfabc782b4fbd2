"""Where bars, ticks and words of a timeline stand: pure geometry, drawn by a template.

A date is drawn as exactly as it is known: a day is a short firm mark; a month, a season, a year
a bar with soft ends; an open end runs out in dots. What is denied is an empty dashed frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tidings.registry.profiling.shape import StatementView
from tidings.values import Dated, Event, Mode

Look = Literal["firm", "soft", "denied"]

DAY_WIDTH = 6.0
BAR = 14.0


@dataclass(frozen=True)
class Shape:
    """The measures of one drawing, in its own units."""

    width: float
    label_width: float
    row: float
    top: float
    bottom: float
    ticks: int
    labels_above: bool


WIDE = Shape(720, 190, 34, 8, 30, 8, labels_above=False)
#: For a phone: narrow, so that the same words come out larger, each above its bar.
NARROW = Shape(340, 0, 52, 4, 30, 4, labels_above=True)


@dataclass(frozen=True)
class Entry:
    """What is drawn in one row: the same event at the same time, by however many sources."""

    event: Event | None
    held: Dated
    sources: int
    denied: bool
    retracted: bool


@dataclass(frozen=True)
class Telling:
    """The same event at the same time, in the same mode, and every statement that says so."""

    event: Event | None
    mode: Mode
    held: Dated | None
    retracted: bool
    statements: tuple[StatementView, ...]


def tellings(timeline: Sequence[StatementView]) -> tuple[Telling, ...]:
    """The timeline in its order, one row for what several sources say alike."""
    grouped: dict[tuple[object, ...], list[StatementView]] = {}
    for each in timeline:
        key = (each.event, each.mode, each.held, each.retracted)
        grouped.setdefault(key, []).append(each)
    return tuple(
        Telling(said[0].event, said[0].mode, said[0].held, said[0].retracted, tuple(said))
        for said in grouped.values()
    )


@dataclass(frozen=True)
class Bar:
    """One row. `open_from`/`open_to` are x positions of the dots of an open end."""

    entry: Entry
    label_x: float
    label_y: float
    x: float
    y: float
    width: float
    look: Look
    dots: tuple[float, float] | None

    @property
    def middle(self) -> float:
        return self.y + BAR / 2


@dataclass(frozen=True)
class Tick:
    x: float
    year: int


@dataclass(frozen=True)
class Drawing:
    """A timeline ready to be drawn in `width` by `height` units."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    anchor: str
    grid_top: float
    grid_bottom: float
    tick_y: float

    @property
    def first_year(self) -> int:
        return min(tick.year for tick in self.ticks)

    @property
    def last_year(self) -> int:
        return max(tick.year for tick in self.ticks)


def entries(timeline: Sequence[StatementView]) -> tuple[Entry, ...]:
    """What can be drawn: every dated statement, the same ones of several sources as one."""
    grouped: dict[tuple[object, ...], set[int]] = {}
    helds: dict[str, Dated] = {}
    for each in timeline:
        if each.held is None or (each.held.first is None and each.held.last is None):
            continue
        denied = each.mode in (Mode.DENIES, Mode.RETRACTS)
        helds[each.held.edtf] = each.held
        key = (each.event, each.held.edtf, denied, each.retracted)
        grouped.setdefault(key, set()).add(each.source.id)
    found = [
        Entry(event, helds[edtf], len(sources), denied, retracted)
        for (event, edtf, denied, retracted), sources in grouped.items()
    ]
    return tuple(sorted(found, key=lambda each: (_start(each.held), _end(each.held))))


def draw(found: Sequence[Entry], shape: Shape, *, mirrored: bool = False) -> Drawing | None:
    """The drawing of these entries, None when there are none. `mirrored`: time runs leftward."""
    if not found:
        return None
    first = min(_start(each.held).year for each in found)
    last = max(_end(each.held).year for each in found) + 1
    scale = _Scale(shape, date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal(), mirrored)
    height = shape.top + shape.row * len(found) + shape.bottom
    step = max(1, -(-(last - first) // shape.ticks))
    return Drawing(
        width=shape.width,
        height=height,
        bars=tuple(_bar(each, number, shape, scale) for number, each in enumerate(found)),
        ticks=tuple(
            Tick(scale.x(date(year, 1, 1).toordinal()), year)
            for year in range(first, last + 1, step)
        ),
        anchor="end" if mirrored else "start",
        grid_top=shape.top,
        grid_bottom=height - shape.bottom + 6,
        tick_y=height - 6,
    )


@dataclass(frozen=True)
class _Scale:
    shape: Shape
    low: int
    high: int
    mirrored: bool

    def x(self, day: int) -> float:
        margin = 22.0
        start = self.shape.label_width + margin
        room = self.shape.width - start - margin
        along = start + room * (day - self.low) / (self.high - self.low)
        return round(self.shape.width - along if self.mirrored else along, 1)

    def edge(self, *, end: bool) -> float:
        """Where an open bar runs out: just beyond the first or last year."""
        inner = self.x(self.high if end else self.low)
        return inner + (12.0 if end != self.mirrored else -12.0)


def _bar(entry: Entry, number: int, shape: Shape, scale: _Scale) -> Bar:
    top = shape.top + shape.row * number
    start, end = _start(entry.held).toordinal(), _end(entry.held).toordinal() + 1
    left, right = sorted((scale.x(start), scale.x(end)))
    exact = entry.held.first == entry.held.last
    if right - left < DAY_WIDTH:
        middle = (left + right) / 2
        left, right = middle - DAY_WIDTH / 2, middle + DAY_WIDTH / 2
    dots = None
    if entry.held.last is None:
        dots = (scale.x(end), scale.edge(end=True))
    elif entry.held.first is None:
        dots = (scale.edge(end=False), scale.x(start))
    look: Look = "denied" if entry.denied or entry.retracted else "firm" if exact else "soft"
    return Bar(
        entry=entry,
        label_x=shape.width if scale.mirrored else 0.0,
        label_y=top + (17.0 if shape.labels_above else 22.0),
        x=round(left, 1),
        y=top + (25.0 if shape.labels_above else 10.0),
        width=round(right - left, 1),
        look=look,
        dots=dots,
    )


def _start(held: Dated) -> date:
    return held.first or held.last or date.min


def _end(held: Dated) -> date:
    return held.last or held.first or date.max
