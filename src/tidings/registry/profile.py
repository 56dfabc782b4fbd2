"""One person's profile, from the rows that stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Q

from tidings.registry import persons
from tidings.registry.columns import to_dated, to_figure
from tidings.registry.models import Draft, Mention, MentionName, MentionNumber, Source, Statement
from tidings.registry.profiling.attributes import attributes_of, names_of
from tidings.registry.profiling.kinship import inverse
from tidings.registry.profiling.shape import (
    KinTie,
    MentionView,
    Profile,
    SourceView,
    StatementView,
    Status,
)
from tidings.registry.profiling.status import status_of, timeline_of
from tidings.values import Event, Kin, Level, Mode, Script, Sex, SourceKind, highest

__all__ = ["Profile", "Status", "profile", "profiles"]


def profile(identifier: int) -> Profile:
    """The profile of the person whom this id leads to. Raises NothingFound."""
    person = persons.resolve(identifier)
    return profiles([person])[person]


def profiles(people: Sequence[int]) -> dict[int, Profile]:
    """person -> profile, for some dozens of persons in a handful of queries."""
    members = persons.members_of(people)
    ids = [mention for mentions in members.values() for mention in mentions]
    mentions = mention_views(ids)
    statements = list(Statement.live.filter(Q(mention_id__in=ids) | Q(object_mention_id__in=ids)))
    sources = source_views(statement.source_id for statement in statements)
    ties = [each for each in statements if each.what == "kin"]
    others = _names_of_kin(ties)
    drafts = _open_drafts(ids)
    return {
        person: _assemble(
            person,
            [mentions[each] for each in own if each in mentions],
            [
                statement_view(each, sources[each.source_id])
                for each in statements
                if each.what != "kin" and each.mention_id in own
            ],
            _kin_ties(ties, set(own), others, sources),
            sum(drafts.get(each, 0) for each in own),
        )
        for person, own in members.items()
    }


def mention_views(ids: Sequence[int]) -> dict[int, MentionView]:
    """mention id -> the mention as its source gives it."""
    rows = list(Mention.live.filter(pk__in=ids).order_by("id"))
    sources = source_views(row.source_id for row in rows)
    names: dict[int, list[tuple[str, Script]]] = {}
    for name in MentionName.live.filter(mention_id__in=ids).order_by("id"):
        names.setdefault(name.mention_id, []).append((name.written, Script(name.script)))
    numbers: dict[int, list[tuple[str, str]]] = {}
    for number in MentionNumber.live.filter(mention_id__in=ids).order_by("id"):
        numbers.setdefault(number.mention_id, []).append((number.kind, number.written))
    return {
        row.id: MentionView(
            id=row.id,
            source=sources[row.source_id],
            locator=row.locator,
            names=tuple(names.get(row.id, ())),
            sex=Sex(row.sex) if row.sex else None,
            birth=to_dated(row.birth_lo, row.birth_hi, row.birth_edtf),
            place=row.place or None,
            numbers=tuple(numbers.get(row.id, ())),
            level=Level(row.level),
        )
        for row in rows
    }


def source_views(ids: Iterable[int]) -> dict[int, SourceView]:
    return {
        row.id: SourceView(
            id=row.id,
            title=row.title,
            kind=SourceKind(row.kind),
            origin=row.origin or None,
            published=to_dated(row.published_lo, row.published_hi, row.published_edtf),
            grade=row.grade or "F",
            level=Level(row.level),
        )
        for row in Source.live.filter(pk__in=set(ids))
    }


def statement_view(row: Statement, source: SourceView) -> StatementView:
    return StatementView(
        id=row.id,
        source=source,
        mention=row.mention_id,
        event=Event(row.what) if row.what else None,
        mode=Mode(row.mode),
        held=to_dated(row.held_lo, row.held_hi, row.held_edtf),
        place=row.place or None,
        figure=to_figure(row.figure_lo, row.figure_hi),
        value=row.value or None,
        speaker=row.speaker or None,
        chain=tuple(row.chain),
        channel=row.channel or None,
        credibility=row.credibility,
        quote=row.quote,
        span=None if row.span_start is None else (row.span_start, row.span_end),
        level=Level(row.level),
        act=row.act_id,
    )


def _assemble(
    person: int,
    mentions: list[MentionView],
    statements: list[StatementView],
    kin: tuple[KinTie, ...],
    open_drafts: int,
) -> Profile:
    timeline = timeline_of(statements)
    levels = [each.level for each in mentions] + [each.level for each in statements]
    return Profile(
        person=person,
        names=names_of(mentions),
        attributes=attributes_of(mentions),
        timeline=timeline,
        status=status_of(timeline),
        kin=kin,
        mentions=tuple(mentions),
        open_drafts=open_drafts,
        level=highest(levels),
    )


def _kin_ties(
    ties: Sequence[Statement],
    own: set[int],
    others: dict[int, tuple[int, str]],
    sources: dict[int, SourceView],
) -> tuple[KinTie, ...]:
    """Each tie once for each person and relation, seen from the person who has these mentions."""
    found: dict[tuple[Kin, int], KinTie] = {}
    for tie in ties:
        relation = Kin(tie.value)
        if tie.object_mention_id in own:
            other, seen_as = tie.mention_id, relation
        else:
            other, seen_as = tie.object_mention_id, inverse(relation)
        person, name = others[other]
        found.setdefault((seen_as, person), KinTie(seen_as, person, name, sources[tie.source_id]))
    return tuple(found.values())


def _names_of_kin(ties: Sequence[Statement]) -> dict[int, tuple[int, str]]:
    """mention -> (its person, its name as first written)."""
    ids = sorted({each for tie in ties for each in (tie.mention_id, tie.object_mention_id)})
    people = persons.persons_of(ids)
    names: dict[int, str] = {}
    for name in MentionName.live.filter(mention_id__in=ids).order_by("id"):
        names.setdefault(name.mention_id, name.written)
    return {each: (people.get(each, each), names.get(each, "")) for each in ids}


def _open_drafts(mentions: Sequence[int]) -> dict[int, int]:
    rows = Draft.live.filter(state=Draft.OPEN, mention_id__in=mentions)
    return dict(Counter(rows.values_list("mention_id", flat=True)))
