"""Announcements and lists for the tests, through the door by which sources come in."""

from __future__ import annotations

from tidings.reading.reading import MentionDraft, Reading, SourceDraft, StatementDraft
from tidings.registry import adding, announcing
from tidings.values import Event, Figure, Mode, SourceKind, parse_edtf

WORKER = "Example Worker"


def announced(
    figure: Figure,
    *,
    event: Event = Event.RELEASED,
    when: str | None = None,
    mode: Mode = Mode.ASSERTS,
    speaker: str = "Example Ministry",
    group: str | None = None,
    chain: tuple[str, ...] = (),
) -> StatementDraft:
    return StatementDraft(
        mode=mode,
        event=event,
        quote=f"{figure.low} {figure.high} {when} {mode}",
        speaker=speaker,
        chain=chain,
        group=group,
        figure=figure,
        date=parse_edtf(when) if when else None,
    )


def told(key: str, event: Event, when: str | None = None, **given) -> StatementDraft:
    return StatementDraft(
        mode=given.get("mode", Mode.ASSERTS),
        event=event,
        quote=f"{key} {event} {when}",
        mention=key,
        speaker=given.get("speaker", "The list"),
        date=parse_edtf(when) if when else None,
    )


def notice(*statements: StatementDraft, published: str | None = "2019-02-01") -> Reading:
    source = SourceDraft(
        SourceKind.OFFICIAL,
        "A notice",
        "notice.txt",
        published=parse_edtf(published) if published else None,
    )
    return Reading(source, (), (), statements)


def listing(*statements: StatementDraft, published: str = "2019-06-01", born=None) -> Reading:
    keys = sorted({each.mention for each in statements} | set(born or ()))
    mentions = tuple(
        MentionDraft(
            key,
            key,
            (f"Example {key}",),
            birth=parse_edtf(born[key]) if key in (born or {}) else None,
        )
        for key in keys
    )
    source = SourceDraft(SourceKind.LIST, "A list", "list.csv", published=parse_edtf(published))
    return Reading(source, mentions, (), statements)


def add(reading: Reading) -> adding.Added:
    data = repr(reading).encode()
    return adding.add_file([reading], data, actor=WORKER, accept=True)


def only(reckoned: announcing.Reckoned):
    (found,) = reckoned.announcements
    return found
