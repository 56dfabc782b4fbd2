"""A pair to review in a terminal: two mentions side by side, and how the evidence adds up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tidings.registry.questions import PairToReview
from tidings.registry.reviewing import Face, Weighing
from tidings.values import describe, show_id

FOR, AGAINST, MIDDLE = "█", "░", "│"
#: Columns of the bars; half of a narrow terminal.
BARS = 36


def side_by_side(one: Face, other: Face, weighed: Weighing | None) -> RenderableType:
    """Both mentions as their sources name them, and the evidence step by step."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    for label, left, right in zip(_LABELS, _facts(one), _facts(other), strict=True):
        table.add_row(label, Text(left), Text(right))
    return Group(table, Text(), *([_waterfall(weighed)] if weighed else []))


def pair_json(one: Face, other: Face, weighed: Weighing, pair: PairToReview) -> dict[str, Any]:
    """The pair as plain JSON values; ids in the form that `tidings review A B` takes."""
    return {
        "a": _face_json(one),
        "b": _face_json(other),
        "probability": round(pair.probability, 4),
        "bits": round(weighed.total, 2),
        "bits_before": round(weighed.before, 2),
        "reasons": [{"words": each.words, "bits": round(each.bits, 2)} for each in weighed.reasons],
    }


def steps(weighed: Weighing) -> list[tuple[str, float, float]]:
    """(words, sum before, sum after) of every step, the first and the last included."""
    sums = list(accumulate((each.bits for each in weighed.reasons), initial=weighed.before))
    return [
        ("before anything is compared", 0.0, weighed.before),
        *(
            (each.words, before, after)
            for each, (before, after) in zip(weighed.reasons, pairwise(sums), strict=True)
        ),
        (f"together: {_percent(weighed.probability)} one person", 0.0, weighed.total),
    ]


def bars(spans: Sequence[tuple[float, float]], room: int = BARS) -> list[str]:
    """A line of at most `room` columns for each step from one sum to another: full where it
    leads towards one person, pale where it leads away, with a stroke at even odds."""
    low = min(min(span) for span in spans)
    scale = (room - 1) / ((max(max(span) for span in spans) - low) or 1.0)
    middle = round(-low * scale)
    lines = []
    for before, after in spans:
        start, end = sorted((round((before - low) * scale), round((after - low) * scale)))
        line = [" "] * room
        line[middle] = MIDDLE
        for column in range(start, max(end, start + 1)):
            line[column] = FOR if after >= before else AGAINST
        lines.append("".join(line).rstrip())
    return lines


def plain(text: str) -> str:
    """The text without what a terminal would obey: controls and marks of direction."""
    return "".join(
        each if each.isprintable() else "" if unicodedata.category(each) == "Cf" else " "
        for each in text
    )


def _waterfall(weighed: Weighing) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True, width=BARS)
    told = steps(weighed)
    drawn = bars([(before, after) for _, before, after in told])
    for (words, before, after), bar in zip(told, drawn, strict=True):
        table.add_row(Text(plain(words)), f"{after - before:+.1f}", bar)
    return table


_LABELS = ("Named in", "Id", "Names", "Born", "Sex", "From", "Family")


def _facts(face: Face) -> Iterator[str]:
    mention = face.mention
    published = f", {mention.source.published.edtf}" if mention.source.published else ""
    yield plain(f"{mention.source.title}{published}, {mention.locator}")
    yield show_id(mention.id)
    yield "\n".join(plain(written) for written, _ in mention.names) or "not told"
    yield describe(mention.birth) if mention.birth else "not told"
    yield mention.sex or "not told"
    yield plain(mention.place) if mention.place else "not told"
    kin = [f"{tie.relation.replace('_', ' ')} {plain(tie.name)}" for tie in face.kin]
    yield ", ".join(kin) or "not told"


def _percent(probability: float) -> str:
    """In whole per cent, but never 0% or 100%: nothing here is certain."""
    if probability < 0.01:
        return "under 1%"
    return "over 99%" if probability > 0.99 else f"{probability:.0%}"


def _face_json(face: Face) -> dict[str, Any]:
    mention = face.mention
    return {
        "mention": show_id(mention.id),
        "person": show_id(face.person),
        "names": [{"written": written, "script": script} for written, script in mention.names],
        "born": mention.birth.edtf if mention.birth else None,
        "sex": mention.sex,
        "place": mention.place,
        "kin": [{"relation": tie.relation, "name": tie.name} for tie in face.kin],
        "source": mention.source.title,
        "locator": mention.locator,
    }
