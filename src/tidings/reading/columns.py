"""Where the header of a sheet stands: under titles, over two rows, in two languages, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.reading.grids import Cell, Grid, Row, words_of
from tidings.reading.meanings import is_header_word, meaning_of
from tidings.values import clean

_SEARCHED_ROWS = 15
_LONGEST_HEADER = 80


@dataclass(frozen=True)
class Header:
    """`row` is the number of the last header row, None without one; `texts` has the words above
    each column, "" where there are none."""

    row: int | None
    texts: list[str]


def find_header(grid: Grid) -> Header:
    """The row, among the first ones, that names most columns; with what belongs to it above and
    below."""
    if grid.is_named and grid.rows:
        return Header(grid.rows[0].number, _joined(grid.rows[:1], grid.width))
    rows = grid.rows[:_SEARCHED_ROWS]
    scores = [_score(row) for row in rows]
    best = max(range(len(rows)), key=lambda at: (scores[at], -at), default=None)
    if best is None or scores[best] <= 0:
        return Header(None, [""] * grid.width)
    chosen = [rows[best]]
    if best + 1 < len(rows) and _continues(rows[best], rows[best + 1]):
        chosen.append(rows[best + 1])
    if best > 0 and _spans(rows[best - 1], rows[best]):
        chosen.insert(0, rows[best - 1])
    return Header(chosen[-1].number, _joined(chosen, grid.width))


def texts_of(row: Row) -> list[str]:
    """The cells of a row as clean words."""
    return [clean(words_of(cell)) for cell in row.cells]


def _score(row: Row) -> float:
    """How many columns the row names; 0 for a row of data or a title."""
    texts = [text for text in texts_of(row) if text]
    known = sum(1 for text in texts if is_header_word(text))
    data = sum(1 for cell in row.cells if _is_data(cell))
    if data > known / 2 or (known < 2 and known * 2 < len(texts)):
        return 0.0
    return known - data


def _is_data(cell: Cell) -> bool:
    """Whether the cell cannot be a heading: a number, a date, a long text."""
    if isinstance(cell, bool | int | float | date):
        return True
    text = clean(words_of(cell))
    digits = sum(character.isdigit() for character in text)
    return len(text) > _LONGEST_HEADER or digits * 2 > len(text) > 0


def _continues(header: Row, below: Row) -> bool:
    """Whether the row below is a second line of the header: another language, or the parts of a
    merged heading."""
    if below.number != header.number + 1 or any(_is_data(cell) for cell in below.cells):
        return False
    above, texts = texts_of(header), texts_of(below)
    known = [at for at, text in enumerate(texts) if is_header_word(text)]
    filled = [at for at, text in enumerate(texts) if text]
    if not known or len(known) * 2 < len(filled):
        return False
    return len(known) >= 2 or all(at >= len(above) or not above[at] for at in filled)


def _spans(above: Row, header: Row) -> bool:
    """Whether the row above holds headings that were merged over several columns."""
    texts = [text for text in texts_of(above) if text]
    if above.number != header.number - 1 or len(texts) < 2:
        return False
    if any(_is_data(cell) for cell in above.cells) or any(map(_is_remark, texts)):
        return False
    known = sum(1 for text in texts if meaning_of(text))
    return known * 2 >= len(texts) and len(texts) < known + len(
        list(filter(None, texts_of(header)))
    )


def _is_remark(text: str) -> bool:
    """Whether a text is a remark on the list, not a heading: it has a number or a colon."""
    return any(letter.isdigit() or letter in ":：" for letter in text)


def _joined(rows: list[Row], width: int) -> list[str]:
    """The words above each column. A heading of the first of several rows reaches to the right
    until the next one, over columns that have a heading of their own below."""
    texts = [(texts_of(row) + [""] * width)[:width] for row in rows]
    if len(texts) > 1:
        own = [any(below) for below in zip(*texts[1:], strict=True)]
        for at in range(1, width):
            if not texts[0][at] and own[at] and own[at - 1]:
                texts[0][at] = texts[0][at - 1]
    joined = []
    for column in zip(*texts, strict=True):
        words = [text for at, text in enumerate(column) if text and text not in column[:at]]
        joined.append(" ".join(words))
    return joined
