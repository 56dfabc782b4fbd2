"""A pair to review in a terminal: two mentions side by side, and how the evidence adds up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.words import chance_words
from tidings.registry.reviewing import Face, Weighing
from tidings.values import describe, show_id

FOR, AGAINST, MIDDLE = "█", "░", "│"
#: Columns of the bars; half of a narrow terminal.
BARS = 36
#: Bits that fill the bars at least: what is less weighs nothing.
_LEAST = 0.1


def side_by_side(
    one: Face, other: Face, weighed: Weighing | None, language: Language = "en"
) -> RenderableType:
    """Both mentions as their sources name them, and the evidence step by step."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    for label, left, right in zip(_LABELS, _facts(one), _facts(other), strict=True):
        table.add_row(label, Text(left), Text(right))
    return Group(table, Text(), *([_waterfall(weighed, language)] if weighed else []))


def pair_json(one: Face, other: Face, weighed: Weighing | None) -> dict[str, Any]:
    """The pair as plain JSON values; ids in the form that `tidings review A B` takes. Without a
    weighing, the two alone."""
    faces = {"a": _face_json(one), "b": _face_json(other)}
    if weighed is None:
        return faces
    return {
        **faces,
        "probability": round(weighed.probability, 4),
        "bits": round(weighed.total, 2),
        "bits_before": round(weighed.before, 2),
        "reasons": [{"words": each.words, "bits": round(each.bits, 2)} for each in weighed.reasons],
    }


def steps(weighed: Weighing, language: Language) -> list[tuple[str, float, float]]:
    """(words, sum before, sum after) of every step, the first and the last included: the words
    of the picture that the desk draws."""
    share = chance_words(weighed.probability, language)
    sums = list(accumulate((each.bits for each in weighed.reasons), initial=weighed.before))
    return [
        (phrase("picture.waterfall.before", language), 0.0, weighed.before),
        *(
            (each.words, before, after)
            for each, (before, after) in zip(weighed.reasons, pairwise(sums), strict=True)
        ),
        (phrase("picture.waterfall.together", language, share=share), 0.0, weighed.total),
    ]


def bars(spans: Sequence[tuple[float, float]], room: int = BARS) -> list[str]:
    """A line of at most `room` columns for each step from one sum to another: full where it
    leads towards one person, pale where it leads away, with a stroke at even odds."""
    sums = [0.0, *chain.from_iterable(spans)]
    low = min(sums)
    scale = (room - 1) / max(max(sums) - low, _LEAST)
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


def _waterfall(weighed: Weighing, language: Language) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True, width=BARS)
    told = steps(weighed, language)
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
