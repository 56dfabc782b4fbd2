"""Compare what the registry holds as said with what the sources say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tidings.example.building import Built
from tidings.example.mentions import Known
from tidings.example.tally import Table, tallied
from tidings.example.truth import TrueStatement, truth
from tidings.registry.models import Draft, Statement
from tidings.values import Dated, Event, parse_edtf

Verdicts = Iterator[tuple[str, str]]

BY_EVENT = "Statements, by event"
BY_FILE = "Statements, by kind of source"


@dataclass(frozen=True)
class Said:
    """One recorded statement or draft, as far as the truth can speak of it."""

    file: str
    person: str | None
    event: str
    mode: str
    held: Dated | None


def said(built: Built, mentions: Known) -> tuple[Table, Table]:
    """Right: said in this source of this person, in this mode, at no other time. Wrong: what
    no reader of the source would write. Missed: what was not drawn from it."""
    verdicts = list(_verdicts(list(_recorded(built, mentions.who()))))
    by_event = tallied(BY_EVENT, ((event, verdict) for _, event, verdict in verdicts))
    by_file = tallied(BY_FILE, ((file, verdict) for file, _, verdict in verdicts))
    return by_event, by_file


def _verdicts(recorded: list[Said]) -> Iterator[tuple[str, str, str]]:
    left = list(recorded)
    for true in truth().statements:
        meant = next((each for each in left if _same(each, true)), None)
        if meant is not None:
            left.remove(meant)
        yield _kind(true.file), true.event or true.mode, "right" if meant else "missed"
    repeated = {(true.file, true.person, true.event, true.mode) for true in truth().statements}
    for each in left:
        again = each.held is None and (each.file, each.person, each.event, each.mode) in repeated
        if not again and each.event != Event.OTHER:  # a note in the source's own words
            yield _kind(each.file), each.event or each.mode, "wrong"


def _same(each: Said, true: TrueStatement) -> bool:
    return (
        (each.file, each.person, each.event, each.mode)
        == (true.file, true.person, true.event or "", true.mode)
    ) and _at_no_other_time(each.held, true.date)


def _at_no_other_time(one: Dated | None, other: Dated | None) -> bool:
    """Whether both dates can be meant; a date that one of them lacks is no contradiction of
    the event, but a date that was there and was not drawn is not the whole statement."""
    if other is None:
        return True
    if one is None:
        return False
    starts = [each.first for each in (one, other) if each.first]
    ends = [each.last for each in (one, other) if each.last]
    return not starts or not ends or max(starts) <= min(ends)


def _recorded(built: Built, who: Mapping[int, str]) -> Iterator[Said]:
    files = {source: file.file for file in built.files for source in file.source_ids}
    for row in Statement.live.filter(source_id__in=list(files)).exclude(what="kin"):
        held = parse_edtf(row.held_edtf) if row.held_edtf else None
        person = who.get(row.mention_id) if row.mention_id else None
        yield Said(files[row.source_id], person, row.what, row.mode, held)
    yield from _open_drafts(files, who)


def _open_drafts(files: Mapping[int, str], who: Mapping[int, str]) -> Iterable[Said]:
    for draft in Draft.live.filter(source_id__in=list(files), state=Draft.OPEN):
        payload = draft.payload
        yield Said(
            files[draft.source_id],
            who.get(payload["mention"]) if payload["mention"] else None,
            payload["event"] or "",
            payload["mode"],
            parse_edtf(payload["date"]) if payload["date"] else None,
        )


def _kind(file: str) -> str:
    return file.partition("-")[0]
