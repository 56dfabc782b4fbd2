"""A drafted statement as the JSON that the draft table keeps, and back to a statement's row.

The keys are those of the reader's JSON lines, with `mention` as the id of a recorded mention.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tidings.reading.reading import StatementDraft
from tidings.registry.columns import dated, figured, spanned
from tidings.values import Event, Figure, Level, Mode, WrongUse, parse_edtf

#: What a person may correct before accepting.
CORRECTABLE = (
    "mode",
    "event",
    "speaker",
    "chain",
    "channel",
    "person",
    "group",
    "figure",
    "date",
    "place",
    "value",
    "mention",
)


def to_payload(draft: StatementDraft, mention_id: int | None) -> dict[str, Any]:
    return {
        "mode": draft.mode,
        "event": draft.event,
        "mention": mention_id,
        "speaker": draft.speaker,
        "chain": list(draft.chain),
        "channel": draft.channel,
        "person": draft.person,
        "group": draft.group,
        "figure": [draft.figure.low, draft.figure.high] if draft.figure else None,
        "date": draft.date.edtf if draft.date else None,
        "place": draft.place,
        "value": draft.value,
        "quote": draft.quote,
        "span": list(draft.span) if draft.span else None,
        "locator": draft.locator,
    }


def corrected(payload: Mapping[str, Any], corrections: Mapping[str, Any]) -> dict[str, Any]:
    """The payload with a person's corrections. Raises WrongUse for a field that has none."""
    unknown = sorted(set(corrections) - set(CORRECTABLE))
    if unknown:
        raise WrongUse(f"'{unknown[0]}' cannot be corrected.", f"Fields: {', '.join(CORRECTABLE)}.")
    return {**payload, **corrections}


def to_statement(
    payload: Mapping[str, Any], *, source_id: int, draft_id: int | None, level: Level
) -> dict[str, Any]:
    """The statement row that accepting this payload records. Raises BadInput for a date, mode
    or event that is none."""
    event = Event(payload["event"]) if payload["event"] else None
    figure = Figure(*payload["figure"]) if payload["figure"] else None
    held = parse_edtf(payload["date"]) if payload["date"] else None
    return {
        "source_id": source_id,
        "mention_id": payload["mention"],
        "body": "" if payload["mention"] else payload.get("person") or "",
        "group": payload["group"],
        "what": event,
        "value": payload["value"],
        "place": payload["place"],
        "speaker": payload["speaker"],
        "chain": list(payload["chain"]),
        "channel": payload["channel"],
        "mode": Mode(payload["mode"]),
        "credibility": 6,
        "level": level,
        "quote": payload["quote"],
        "locator": payload["locator"],
        "draft_id": draft_id,
        **figured(figure),
        **dated("held", held),
        **spanned(tuple(payload["span"]) if payload["span"] else None),
    }
