"""Two names one above the other, with a line between the letters that stand for one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from tidings.names import Match, PartMatch
from tidings.names.explain import reasons
from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.letters import Row, one_word, row
from tidings.publishing.pictures.picture import WIDE, Picture, Shape, document, legend
from tidings.publishing.pictures.text import clean

_SIZE, _SMALLEST = 21.0, 9.0
_EDGE, _BETWEEN, _INSIDE = 8.0, 26.0, 6.0
#: From the top of a band: where the two names stand; from the lower one to the next band.
_UPPER, _LOWER, _LOWER_CROSSED, _BELOW = 26.0, 84.0, 106.0, 26.0
_FROM, _TO = 10.0, 24.0
_NOWHERE = 20.0

_LOOKS: Final = {
    "same": "firm",
    "sounds_same": "firm",
    "near": "dotted",
    "other": "dashed",
    "missing": "alone",
}
_LINES: Final = {
    "firm": 'class="frame" fill="none" stroke="currentColor" stroke-width="1.5"',
    "dotted": 'class="frame" fill="none" stroke="currentColor" stroke-width="2"'
    ' stroke-dasharray=".1 5" stroke-linecap="round"',
    "dashed": 'class="differ" fill="none" stroke="currentColor" stroke-width="1.5"'
    ' stroke-dasharray="6 4"',
    "alone": 'class="tie" fill="none" stroke="currentColor" stroke-width="1.5"'
    ' stroke-dasharray="3 3"',
}
_KNOWN: Final = ("firm", "dotted", "dashed", "alone", "rest")


class _Block(NamedTuple):
    """One part of each name and the room of each of its pieces. Where both names run the same
    way their letters stand in columns; else each keeps its own order, and the lines cross."""

    upper: Row
    lower: Row
    look: str
    size: float
    rooms: tuple[tuple[float, ...], tuple[float, ...]]

    @property
    def lower_at(self) -> float:
        both = bool(self.upper.letters and self.lower.letters)
        crossed = both and self.upper.right_to_left != self.lower.right_to_left
        return _LOWER_CROSSED if crossed else _LOWER

    @property
    def width(self) -> float:
        return max(map(sum, self.rooms))


def alignment(
    match: Match,
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    identifier: str = "alignment",
) -> Picture | None:
    """The parts of the name that was asked for, each above the part of the name that was found
    which stands for it; what only one has at the end. None for a match without parts.

    The drawing is as wide as its names need and at most as `shape`. Raises WrongUse for an
    identifier that is not a plain word.
    """
    if not match.parts:
        return None
    room = shape.width - 2 * _EDGE
    blocks = [_block(part, room) for part in _unmatched_last(match.parts)]
    page = _Page(_bands(blocks, room))
    body = page.drawn()
    title = _title(match, language)
    rows = _rows(match, language)
    description = " ".join(f"{asked} – {found}: {why}." for asked, found, _, why in rows)
    header = ("asked", "found", "letters", "why")
    return Picture(
        svg=document(
            body,
            shape=Shape(page.width, 0, _SIZE, shape.small),
            height=page.height,
            title=title,
            description=description,
            identifier=identifier,
        ),
        title=title,
        description=description,
        header=tuple(phrase(f"picture.alignment.{each}", language) for each in header),
        rows=rows,
        legend=legend(tuple(f"letters.{each}" for each in _KNOWN), _used(blocks), language),
    )


def _title(match: Match, language: Language) -> str:
    asked = clean(" ".join(part.a for part in match.parts if part.a))
    found = clean(" ".join(part.b for part in match.parts if part.b))
    return phrase("picture.alignment.title", language, asked=asked, found=found)


def _rows(match: Match, language: Language) -> tuple[tuple[str, str, str, str], ...]:
    """A row for each part: what was asked for, what was found, letter by letter, why."""
    return tuple(
        (clean(part.a or "–"), clean(part.b or "–"), _pairs(part), why)
        for part, why in zip(match.parts, reasons(match, language), strict=True)
    )


def _unmatched_last(parts: tuple[PartMatch, ...]) -> list[PartMatch]:
    return sorted(parts, key=lambda part: part.verdict == "missing")


def _pairs(part: PartMatch) -> str:
    return ", ".join(f"{a or '–'} {b or '–'}" for a, b in part.steps)


def _used(blocks: list[_Block]) -> frozenset[str]:
    used = {block.look for block in blocks}
    if any(block.upper.rest or block.lower.rest for block in blocks):
        used.add("rest")
    return frozenset(f"letters.{each}" for each in used)


def _block(part: PartMatch, room: float) -> _Block:
    """The part as large as it fits; with too many letters, as two words with one line."""
    a, b = part.a or "", part.b or ""
    steps = part.steps if part.verdict != "other" else ()
    if part.reason == "initial":
        steps = ((a[:1].lower(), b[:1].lower()),)
    upper, lower = row(a, [step[0] for step in steps]), row(b, [step[1] for step in steps])
    look = _LOOKS[part.verdict]
    size = min(_SIZE, _SIZE * room / _measured(upper, lower, look, _SIZE).width)
    if size < _SMALLEST:
        size = _SIZE
        upper, lower = (one_word(each, size, room - 2 * _INSIDE) for each in (a, b))
    return _measured(upper, lower, look, size)


def _measured(upper: Row, lower: Row, look: str, size: float) -> _Block:
    gap = _INSIDE * size / _SIZE
    above, below = (
        [piece + gap if piece else 0.0 for piece in each.widths(size)] for each in (upper, lower)
    )
    if upper.right_to_left == lower.right_to_left and len(above) == len(below):
        columns = tuple(map(max, above, below))
        return _Block(upper, lower, look, size, (columns, columns))
    wide = max(sum(above), sum(below))
    return _Block(upper, lower, look, size, (_spread(above, wide), _spread(below, wide)))


def _spread(rooms: Sequence[float], wide: float) -> tuple[float, ...]:
    """The same, those that are not empty widened alike, so that all fill `wide`."""
    more = (wide - sum(rooms)) / (sum(each > 0 for each in rooms) or 1)
    return tuple(each + more if each else 0.0 for each in rooms)


def _bands(blocks: list[_Block], room: float) -> list[list[_Block]]:
    """The blocks in as many bands as they need, none wider than `room`."""
    bands: list[list[_Block]] = [[]]
    taken = 0.0
    for block in blocks:
        if bands[-1] and taken + _BETWEEN + block.width > room:
            bands.append([])
            taken = 0.0
        taken += block.width + (_BETWEEN if bands[-1] else 0)
        bands[-1].append(block)
    return bands


def _wide(band: list[_Block]) -> float:
    return sum(block.width for block in band) + _BETWEEN * (len(band) - 1)


@dataclass
class _Page:
    """Bands of blocks, which run as the name that was asked for is read."""

    bands: list[list[_Block]]

    def __post_init__(self) -> None:
        self.width = ceil(round(max(map(_wide, self.bands)), 3) + 2 * _EDGE)
        self.height = 0.0
        self.lines: dict[str, list[str]] = {look: [] for look in _LINES}
        self.words: list[str] = []

    def drawn(self) -> str:
        for band in self.bands:
            lower = self.height + max(block.lower_at for block in band)
            self._band(band, self.height + _UPPER, lower)
            self.height = lower + _BELOW
        lines = "".join(
            f'<path d="{"".join(paths)}" {_LINES[look]}/>'
            for look, paths in self.lines.items()
            if paths
        )
        return f'{lines}<g text-anchor="middle">{"".join(self.words)}</g>'

    def _band(self, band: list[_Block], upper: float, lower: float) -> None:
        mirrored = (band[0].upper if band[0].upper.letters else band[0].lower).right_to_left
        left = self.width - _EDGE if mirrored else _EDGE
        for block in band:
            left -= block.width if mirrored else 0
            self._block(block, left, upper, lower)
            left += -_BETWEEN if mirrored else block.width + _BETWEEN

    def _block(self, block: _Block, left: float, upper: float, lower: float) -> None:
        above = self._row(block, block.upper, block.rooms[0], left, upper)
        below = self._row(block, block.lower, block.rooms[1], left, lower)
        start, end = upper + _FROM, lower - _TO
        if above and below:
            pairs = zip(above, below, strict=True)
            lines = [
                f"M{a:.1f} {start:g}L{b:.1f} {end:g}"
                for a, b in pairs
                if a is not None and b is not None
            ]
        else:
            start = start if above else end - _NOWHERE
            lines = [f"M{left + block.width / 2:.1f} {start:g}v{_NOWHERE:g}"]
        self.lines[block.look] += lines

    def _row(
        self, block: _Block, row: Row, rooms: Sequence[float], left: float, y: float
    ) -> list[float | None]:
        """Write one part of one name; the middle of each letter, None where there is none."""
        size = "" if block.size == _SIZE else f' font-size="{block.size:.1f}"'
        x = left + block.width if row.right_to_left else left
        middles: list[float | None] = []
        for at, (piece, room) in enumerate(zip(row.pieces, rooms, strict=True)):
            middle = x - room / 2 if row.right_to_left else x + room / 2
            x += -room if row.right_to_left else room
            middles.append(middle if piece else None)
            if piece:
                self.words.append(row.text(at, middle, y, size))
        return middles[: len(row.letters)]
