"""The text of a source, from its sealed evidence, cut where spans begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tidings.registry.folder import current
from tidings.registry.models import Evidence


@dataclass(frozen=True)
class Span:
    """A marked stretch of the text: `target` is the id of what was drawn from it."""

    start: int
    end: int
    target: str
    waits: bool


@dataclass(frozen=True)
class Piece:
    """A stretch of text, marked or plain."""

    text: str
    span: Span | None = None


def text_of(source_id: int) -> str | None:
    """The prose that spans count in; None for tables and pictures."""
    evidence = Evidence.live.filter(source_id=source_id, form="text").first()
    if evidence is None:
        return None
    return current().blobs.get(evidence.blob_name, evidence.blob_key).decode("utf-8")


def pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The text in order, cut into marked and plain pieces.

    Where two spans overlap the earlier keeps its whole length and the later what is left, so
    that no letter is shown twice.
    """
    found: list[Piece] = []
    at = 0
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        start, end = max(span.start, at), min(span.end, len(text))
        if start >= end:
            continue
        if at < start:
            found.append(Piece(text[at:start]))
        found.append(Piece(text[start:end], span))
        at = end
    if at < len(text):
        found.append(Piece(text[at:]))
    return tuple(found)
