"""From lines and actors to the shared Reading."""

from __future__ import annotations

from tidings.reading.article.english import people
from tidings.reading.article.english.cast import Actor, Cast
from tidings.reading.article.english.dateline import dateline
from tidings.reading.article.english.drafts import Line
from tidings.reading.article.english.reader import lines
from tidings.reading.article.english.setting import setting
from tidings.reading.reading import KinDraft, MentionDraft, Reading, SourceDraft, StatementDraft
from tidings.values import Dated, Event, Kin, Sex


def read(text: str, file: str, published: Dated | None, writer: str | None = None) -> Reading:
    """Statements and mentions of an English text. `writer` names the one who speaks throughout,
    when the caller knows (a testimony with a header); else letterhead and signature tell. The
    day in a dateline or letterhead is the day the text counts from, passed or not."""
    own_day = dateline(text, published)
    kind = setting(text, writer)
    found, cast = lines(text, kind, published, own_day)
    keys = _keys(found, cast)
    source = SourceDraft(
        kind=kind.source,
        title=_title(text),
        file=file,
        origin=kind.voice,
        published=published or (own_day.dated if own_day is not None else None),
        language="en",
        text=text,
    )
    return Reading(
        source=source,
        mentions=tuple(_mention(actor, key) for actor, key in keys.items()),
        kin=tuple(_kin(keys, cast)),
        statements=tuple(_statement(line, text, keys, cast) for line in found),
    )


def _title(text: str) -> str:
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return first if len(first) <= 120 else first[:117].rsplit(" ", 1)[0] + "..."


def _keys(found: list[Line], cast: Cast) -> dict[Actor, str]:
    """Mention keys of all named persons whom a statement is about or who speak."""
    wanted = {id(line.actor) for line in found} | {id(v) for line in found for v in line.voices}
    named = [
        actor
        for actor in cast.actors
        if actor.kind == "person"
        and (id(actor) in wanted or (actor is cast.writer and actor.name != "writer"))
    ]
    return {actor: f"person {number}" for number, actor in enumerate(named, start=1)}


def _mention(actor: Actor, key: str) -> MentionDraft:
    sex = {"m": Sex.MALE, "f": Sex.FEMALE}.get(actor.sex)
    start, end = actor.place
    where = f"characters {start}-{end}" if end else "signature"
    return MentionDraft(key=key, locator=where, names=(actor.name,), sex=sex)


def _kin(keys: dict[Actor, str], cast: Cast) -> list[KinDraft]:
    """ "my brother Dovlet": a kin statement between two named people."""
    made = []
    for actor, key in keys.items():
        if actor.owner is None or actor.owner not in keys or actor.owner is actor:
            continue
        for role in sorted(actor.roles & people.KIN):
            relation = _RELATION.get(role)
            if relation is not None:
                start, end = actor.place
                made.append(KinDraft(key, relation, keys[actor.owner], f"characters {start}-{end}"))
    return made


_RELATION = {
    **{kin.value: kin for kin in Kin},
    "grandfather": Kin.GRANDPARENT,
    "grandmother": Kin.GRANDPARENT,
    "grandson": Kin.GRANDCHILD,
    "granddaughter": Kin.GRANDCHILD,
    "neighbor": Kin.NEIGHBOUR,
    **{
        f"{who}-in-law": Kin.IN_LAW
        for who in ("father", "mother", "brother", "sister", "son", "daughter")
    },
}


def _statement(line: Line, text: str, keys: dict[Actor, str], cast: Cast) -> StatementDraft:
    start, end = line.span
    quote = text[start:end]
    silent = line.event is None
    renamed = cast.renamed
    return StatementDraft(
        mode=line.mode,
        event=line.event,
        quote=quote,
        mention=keys.get(line.actor) if line.actor is not None else None,
        speaker=renamed.get(line.speaker or "", line.speaker),
        chain=() if silent else tuple(renamed.get(name, name) for name in line.chain),
        channel=None if silent else line.channel,
        person=renamed.get(line.person or "", line.person),
        group=line.group,
        figure=line.figure,
        date=line.date,
        value=quote if line.event is Event.OTHER else None,
        span=(start, end),
    )
