"""A Reading as JSON lines and back: what `tidings read` prints and what the child sends.

The source comes first, then each mention, each kin, each statement, each thing not understood;
the key `kind` says which. A source begins the next reading. Nothing is lost on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from tidings.reading.reading import (
    Column,
    KinDraft,
    MentionDraft,
    Reading,
    SourceDraft,
    StatementDraft,
    TestifierDraft,
    Unread,
)
from tidings.values import (
    BadInput,
    Dated,
    Event,
    Figure,
    Kin,
    Mode,
    Role,
    Sex,
    SourceKind,
    parse_edtf,
)

Json = dict[str, Any]
_ROW = re.compile(r"(?:^row |[A-Z])(\d+)")


def to_json_lines(reading: Reading) -> Iterator[Json]:
    """One dictionary for each line, ready for `json.dumps`."""
    yield _source(reading.source)
    for mention in reading.mentions:
        yield _mention(mention)
    for kin in reading.kin:
        yield {
            "kind": "kin",
            "subject": kin.subject,
            "relation": kin.relation.value,
            "object": kin.object,
            "locator": kin.locator,
        }
    for statement in reading.statements:
        yield _statement(statement)
    for unread in reading.unread:
        yield {
            "kind": "unread",
            "row": row_of(unread.locator),
            "locator": unread.locator,
            "field": unread.field,
            "found": unread.found,
            "reason": unread.reason,
        }


def from_json_lines(lines: Iterable[Mapping[str, Any]]) -> list[Reading]:
    """The readings that these lines hold. Raises BadInput where a line is not one of ours."""
    readings: list[Reading] = []
    parts: dict[str, list[Any]] = {}
    try:
        for line in lines:
            kind = line["kind"]
            if kind == "source":
                readings += _finished(parts)
                parts = {"source": [_read_source(line)]}
            else:
                parts.setdefault(kind, []).append(_READERS[kind](line))
        return readings + _finished(parts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput("a line is not one that `tidings read` prints.") from error


def row_of(locator: str) -> int | None:
    """The row that a locator names: "row 14", "C14", "Sheet1!C14"; None for spans."""
    found = _ROW.search(locator.rpartition("!")[2])
    return int(found.group(1)) if found else None


def _finished(parts: dict[str, list[Any]]) -> list[Reading]:
    if not parts:
        return []
    return [
        Reading(
            parts["source"][0],
            *(tuple(parts.get(kind, ())) for kind in ("mention", "kin", "statement", "unread")),
        )
    ]


def _edtf(dated: Dated | None) -> str | None:
    return dated.edtf if dated else None


def _source(source: SourceDraft) -> Json:
    testifier = source.testifier
    return {
        "kind": "source",
        "file": source.file,
        "source_kind": source.kind.value,
        "title": source.title,
        "origin": source.origin,
        "publisher": source.publisher,
        "channel": source.channel,
        "published": _edtf(source.published),
        "language": source.language,
        "testifier": {"name": testifier.name, "contact": testifier.contact} if testifier else None,
        "sheet": source.sheet,
        "header_row": source.header_row,
        "columns": [
            {"letter": column.letter, "header": column.header, "role": column.role.value}
            for column in source.columns
        ],
        "text": source.text,
    }


def _mention(mention: MentionDraft) -> Json:
    return {
        "kind": "mention",
        "key": mention.key,
        "row": row_of(mention.locator),
        "locator": mention.locator,
        "names": list(mention.names),
        "sex": mention.sex.value if mention.sex else None,
        "birth": _edtf(mention.birth),
        "place": mention.place,
        "phones": list(mention.phones),
        "id_numbers": list(mention.id_numbers),
        "cells": dict(mention.cells),
    }


def _statement(statement: StatementDraft) -> Json:
    figure = statement.figure
    return {
        "kind": "statement",
        "speaker": statement.speaker,
        "chain": list(statement.chain),
        "channel": statement.channel,
        "mode": statement.mode.value,
        "event": statement.event.value if statement.event else None,
        "person": statement.person,
        "group": statement.group,
        "figure": [figure.low, figure.high] if figure else None,
        "date": _edtf(statement.date),
        "quote": statement.quote,
        "span": list(statement.span) if statement.span else None,
        "row": row_of(statement.locator) if statement.locator else None,
        "locator": statement.locator,
        "mention": statement.mention,
        "value": statement.value,
        "place": statement.place,
    }


def _dated(line: Mapping[str, Any], key: str) -> Dated | None:
    return _edtf_read(line[key]) if line.get(key) else None


@lru_cache(maxsize=16384)
def _edtf_read(text: str) -> Dated:
    return parse_edtf(text)


def _text(line: Mapping[str, Any], key: str) -> str | None:
    value = line.get(key)
    return None if value is None else str(value)


def _texts(line: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(item) for item in line.get(key) or ())


def _read_source(line: Mapping[str, Any]) -> SourceDraft:
    testifier = line.get("testifier")
    return SourceDraft(
        kind=SourceKind(line["source_kind"]),
        title=str(line["title"]),
        file=str(line["file"]),
        origin=_text(line, "origin"),
        publisher=_text(line, "publisher"),
        channel=_text(line, "channel"),
        published=_dated(line, "published"),
        language=_text(line, "language"),
        testifier=TestifierDraft(str(testifier["name"]), _text(testifier, "contact"))
        if testifier
        else None,
        text=_text(line, "text"),
        sheet=_text(line, "sheet"),
        header_row=int(line["header_row"]) if line.get("header_row") else None,
        columns=tuple(
            Column(str(column["letter"]), str(column["header"]), Role(column["role"]))
            for column in line.get("columns") or ()
        ),
    )


def _read_mention(line: Mapping[str, Any]) -> MentionDraft:
    return MentionDraft(
        key=str(line["key"]),
        locator=str(line["locator"]),
        names=_texts(line, "names"),
        sex=Sex(line["sex"]) if line.get("sex") else None,
        birth=_dated(line, "birth"),
        place=_text(line, "place"),
        phones=_texts(line, "phones"),
        id_numbers=_texts(line, "id_numbers"),
        cells={str(field): str(cell) for field, cell in (line.get("cells") or {}).items()},
    )


def _read_kin(line: Mapping[str, Any]) -> KinDraft:
    return KinDraft(
        str(line["subject"]), Kin(line["relation"]), str(line["object"]), str(line["locator"])
    )


def _read_statement(line: Mapping[str, Any]) -> StatementDraft:
    figure, span = line.get("figure"), line.get("span")
    return StatementDraft(
        mode=Mode(line["mode"]),
        event=Event(line["event"]) if line.get("event") else None,
        quote=str(line["quote"]),
        mention=_text(line, "mention"),
        speaker=_text(line, "speaker"),
        chain=_texts(line, "chain"),
        channel=_text(line, "channel"),
        person=_text(line, "person"),
        group=_text(line, "group"),
        figure=Figure(*figure) if figure else None,
        date=_dated(line, "date"),
        place=_text(line, "place"),
        value=_text(line, "value"),
        span=(int(span[0]), int(span[1])) if span else None,
        locator=_text(line, "locator"),
    )


def _read_unread(line: Mapping[str, Any]) -> Unread:
    return Unread(
        str(line["locator"]), _text(line, "field"), str(line["found"]), str(line["reason"])
    )


_READERS = {
    "mention": _read_mention,
    "kin": _read_kin,
    "statement": _read_statement,
    "unread": _read_unread,
}
