"""The flow *add*: what a reader proposes becomes a source, evidence, mentions and drafts.

Blob first, row second; all rows of one file are one act, so that one reversal takes the whole
import back.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from tidings.reading.reading import MentionDraft, Reading, SourceDraft, Unread
from tidings.registry import lexicon, persons
from tidings.registry.act import Act, recording
from tidings.registry.columns import dated
from tidings.registry.drafts import ACCEPTED, OPEN, accepted_rows
from tidings.registry.folder import current
from tidings.registry.models import (
    Draft,
    DraftVerdict,
    Evidence,
    Mention,
    MentionName,
    MentionNumber,
    Source,
    Statement,
    Testifier,
)
from tidings.registry.payload import to_payload
from tidings.values import Level, SourceKind, script_of
from tidings.vault import Blob

#: What anybody may read already; everything else stays with the team until consent says more.
PUBLISHED = frozenset({SourceKind.ARTICLE, SourceKind.OFFICIAL})


@dataclass(frozen=True)
class Added:
    """What one import recorded. `already` is True when the same file was there before and
    nothing was recorded; act_id is then the act that did."""

    act_id: int
    source_ids: tuple[int, ...]
    mentions: int = 0
    statements: int = 0
    drafts: int = 0
    unread: tuple[Unread, ...] = ()
    already: bool = False


@dataclass(frozen=True)
class _Counts:
    """How many rows one source made."""

    mentions: int
    statements: int
    drafts: int


def add_file(
    readings: Sequence[Reading],
    data: bytes,
    *,
    actor: str,
    reason: str = "",
    accept: bool = False,
    more: Callable[[Act, int], None] | None = None,
) -> Added:
    """Record everything that was read from one file, as one act.

    `data` is the file itself and becomes sealed evidence. With `accept` the worker vouches for
    what was read: its drafts become statements in the same act. `more` records what else
    belongs to the act, once for each source.
    """
    unread = tuple(each for reading in readings for each in reading.unread)
    before = Evidence.live.filter(sha256=sha256(data).digest()).order_by("id").first()
    if before is not None:
        return Added(before.act_id, (before.source_id,), unread=unread, already=True)
    blob = current().blobs.put(data)
    source_ids, counts = [], []
    with recording(actor, "add", reason) as act:
        for reading in readings:
            source_id = _add_source(act, reading.source)
            _add_evidence(act, source_id, reading.source, blob)
            source_ids.append(source_id)
            counts.append(_add_rows(act, source_id, reading, accept))
            if more is not None:
                more(act, source_id)
    return Added(
        act_id=act.id,
        source_ids=tuple(source_ids),
        mentions=sum(each.mentions for each in counts),
        statements=sum(each.statements for each in counts),
        drafts=sum(each.drafts for each in counts),
        unread=unread,
    )


def level_of(kind: SourceKind) -> Level:
    return Level.PUBLIC if kind in PUBLISHED else Level.TEAM


def _add_source(act: Act, source: SourceDraft) -> int:
    testifier_id = None
    if source.testifier is not None:
        testifier = {"name": source.testifier.name, "contact": source.testifier.contact}
        (testifier_id,) = act.insert(Testifier, [testifier])
    columns = [[each.letter, each.header, each.role.value] for each in source.columns]
    row = {
        "kind": source.kind,
        "title": source.title,
        "origin": source.origin,
        "publisher": source.publisher,
        "channel": source.channel,
        "language": source.language,
        "grade": "F",
        "level": level_of(source.kind),
        "testifier_id": testifier_id,
        "sheet": source.sheet,
        "header_row": source.header_row,
        "columns": columns,
        **dated("published", source.published),
    }
    return act.insert(Source, [row])[0]


def _add_evidence(act: Act, source_id: int, source: SourceDraft, blob: Blob) -> None:
    """The file itself, and beside it the prose as it was decoded, which the spans count in."""
    level = level_of(source.kind)
    media_type = mimetypes.guess_type(source.file)[0] or "application/octet-stream"
    rows = [evidence_row(source_id, source.file, media_type, blob, level)]
    if source.text is not None:
        prose = current().blobs.put(source.text.encode())
        row = evidence_row(source_id, "", "text/plain", prose, level)
        # Only by the file itself is it known that it was received before.
        rows.append(row | {"form": "text", "sha256": bytes(32)})
    act.insert(Evidence, rows)


def evidence_row(
    source_id: int, name: str, media_type: str, blob: Blob, level: Level
) -> dict[str, Any]:
    """A sealed file as evidence of a source."""
    return {
        "source_id": source_id,
        "file_name": name,
        "blob_name": blob.name,
        "blob_key": blob.key,
        "sha256": blob.sha256,
        "media_type": media_type,
        "padded_size": blob.padded_size,
        "level": level,
    }


def _add_rows(act: Act, source_id: int, reading: Reading, accept: bool) -> _Counts:
    level = level_of(reading.source.kind)
    ids = act.insert(Mention, [_mention(source_id, draft, level) for draft in reading.mentions])
    persons.add_alone(ids)
    keys = dict(zip((draft.key for draft in reading.mentions), ids, strict=True))
    _add_names(act, reading.mentions, ids)
    ties = _add_kin(act, source_id, reading, keys, level)
    payloads = [to_payload(each, keys.get(each.mention or "")) for each in reading.statements]
    draft_ids = _add_drafts(act, source_id, payloads, accept)
    accepted = 0
    if accept:
        pairs = zip(draft_ids, payloads, strict=True)
        accepted = len(act.insert(Statement, accepted_rows(pairs, source_id, level)))
        act.insert(DraftVerdict, [{"draft_id": each, "verdict": ACCEPTED} for each in draft_ids])
    return _Counts(len(ids), ties + accepted, 0 if accept else len(draft_ids))


def _mention(source_id: int, draft: MentionDraft, level: Level) -> dict[str, object]:
    return {
        "source_id": source_id,
        "locator": draft.locator,
        "sex": draft.sex,
        "place": draft.place,
        "level": level,
        "cells": draft.cells,
        **dated("birth", draft.birth),
    }


def _add_names(act: Act, drafts: Sequence[MentionDraft], ids: Sequence[int]) -> None:
    names = [
        {
            "mention_id": mention_id,
            "written": written,
            "script": script_of(written),
            "role": "name_other_script" if position else "name",
        }
        for draft, mention_id in zip(drafts, ids, strict=True)
        for position, written in enumerate(draft.names)
    ]
    numbers = [
        {"mention_id": mention_id, "kind": kind, "written": written}
        for draft, mention_id in zip(drafts, ids, strict=True)
        for kind, found in (("phone", draft.phones), ("id_number", draft.id_numbers))
        for written in found
    ]
    name_ids = act.insert(MentionName, names)
    act.insert(MentionNumber, numbers)
    lexicon.add_names(
        (row["mention_id"], name_id, row["written"])
        for name_id, row in zip(name_ids, names, strict=True)
    )
    lexicon.add_places(
        (mention_id, draft.place)
        for draft, mention_id in zip(drafts, ids, strict=True)
        if draft.place
    )


def _add_kin(
    act: Act, source_id: int, reading: Reading, keys: Mapping[str, int], level: Level
) -> int:
    speaker = reading.source.testifier.name if reading.source.testifier else ""
    rows = [
        {
            "source_id": source_id,
            "mention_id": keys[kin.subject],
            "object_mention_id": keys[kin.object],
            "what": "kin",
            "value": kin.relation,
            "speaker": speaker,
            "level": level,
            "locator": kin.locator,
        }
        for kin in reading.kin
        if kin.subject in keys and kin.object in keys
    ]
    return len(act.insert(Statement, rows))


def _add_drafts(
    act: Act, source_id: int, payloads: Sequence[Mapping[str, Any]], accept: bool
) -> list[int]:
    return act.insert(
        Draft,
        [
            {
                "source_id": source_id,
                "mention_id": payload["mention"],
                "payload": payload,
                "state": ACCEPTED if accept else OPEN,
            }
            for payload in payloads
        ],
    )
