"""Rows in bulk as the values that a release is decided from. Quotes, spans, locators and contact
lists of sources are not even read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import Manager, QuerySet
from django.db.models.expressions import RawSQL

from tidings.publishing.release import ReleasedLetter
from tidings.registry.models import (
    Answer,
    Correspondence,
    Evidence,
    Mention,
    MentionName,
    MentionNumber,
    Source,
    Statement,
    Testifier,
)
from tidings.registry.outcome import outcome_by
from tidings.registry.profiling.shape import MentionView, SourceView, StatementView
from tidings.release.known import LetterSent, Origin, Voice
from tidings.values import (
    Dated,
    Event,
    LetterKind,
    Level,
    Mode,
    Script,
    Sex,
    SourceKind,
    highest,
    parse_edtf,
)

#: Modes by which a body keeps something back.
REFUSING = (Mode.DECLINES_TO_SAY, Mode.DID_NOT_RESPOND)

Rows = list[tuple[Any, ...]]
Word = TypeVar("Word", bound=StrEnum)


def _words(kind: type[Word]) -> Callable[[str], Word]:
    """A word as it is stored -> the word; a quarter of the time that calling the type takes."""
    return {each.value: each for each in kind}.__getitem__


_level, _event, _mode = _words(Level), _words(Event), _words(Mode)
_script, _sex, _kind = _words(Script), _words(Sex), _words(SourceKind)


@dataclass(frozen=True)
class KinRow:
    """Mention `a` is the `relation` of mention `b`, as a source says; both mentions' levels are
    in `level`."""

    source: int
    a: int
    b: int
    relation: str
    level: Level


def chosen(
    query: QuerySet[Any, Any] | Manager[Any], column: str, ids: Collection[int], *columns: str
) -> Iterator[tuple[Any, ...]]:
    """The rows of `query` whose `column` is one of these ids, by their own id.

    The ids go over as one text: a hundred thousand parameters took longer than the rows.
    """
    listed = RawSQL("SELECT value FROM json_each(%s)", [str(sorted(ids))])
    rows = query.filter(**{f"{column}__in": listed}).order_by("pk").values_list(*columns)
    yield from rows.iterator(chunk_size=5_000)


def mention_rows(ids: Collection[int]) -> Rows:
    columns = ("id", "source_id", "sex", "birth_edtf", "place", "level")
    return list(chosen(Mention.live, "pk", ids, *columns))


def statement_rows(ids: Collection[int]) -> Rows:
    """What is said of these mentions to have happened."""
    return list(chosen(Statement.live.exclude(what="kin"), "mention", ids, *_SAID))


def refusal_rows() -> Rows:
    """That a body would not speak, of nobody by name; each with the body behind the rest."""
    query = Statement.live.filter(mode__in=REFUSING, mention=None).order_by("id")
    return list(query.values_list(*_SAID, "body"))


def kin_rows(ids: Collection[int]) -> list[KinRow]:
    """Each kin statement that touches one of these mentions, once."""
    query = Statement.live.filter(what="kin")
    columns = (
        "id", "source_id", "mention_id", "object_mention_id", "value",
        "level", "source__level", "mention__level", "object_mention__level",
    )  # fmt: skip
    found = {
        row[0]: row
        for column in ("mention", "object_mention")
        for row in chosen(query, column, ids, *columns)
    }
    return [
        KinRow(source, a, b, value, highest([_level(level) for level in levels]))
        for _, source, a, b, value, *levels in found.values()
    ]


def letters(ids: Collection[int], on: date, column: str) -> dict[int, list[LetterSent]]:
    """mention or announcement -> the letters sent about it by this day."""
    columns = ("id", f"{column}_id", "source_id", "source__level", *_LETTER)
    rows = list(chosen(Correspondence.live.filter(sent_on__lte=on), column, ids, *columns))
    outcomes = _outcomes([row[0] for row in rows], on)
    found: dict[int, list[LetterSent]] = defaultdict(list)
    for letter, about, source, level, body, kind, sent_on, due in rows:
        outcome = outcome_by(on, due, outcomes.get(letter, ""))
        shown = ReleasedLetter(body, LetterKind(kind), sent_on, due, outcome)
        found[about].append(LetterSent(letter, source, _level(level), shown))
    return found


def _outcomes(ids: Collection[int], on: date) -> dict[int, str]:
    """letter -> what came of it by this day, the newest record last."""
    rows = chosen(Answer.live, "correspondence", ids, "correspondence_id", "outcome", "received_on")
    return {
        letter: outcome for letter, outcome, received in rows if received is None or received <= on
    }


def origins(ids: Collection[int]) -> dict[int, Origin]:
    """source -> what may have to be said of it, as far as its level lets it."""
    columns = (
        "id", "title", "kind", "origin", "publisher", "published_edtf", "grade", "level",
        "testifier_id",
    )  # fmt: skip
    rows = list(chosen(Source.live, "pk", ids, *columns))
    public = [row[0] for row in rows if row[7] == Level.PUBLIC]
    names: dict[int, set[str]] = defaultdict(set)
    for source, name in chosen(Evidence.live, "source", public, "source_id", "file_name"):
        names[source].add(name)
    return {
        source: Origin(
            SourceView(
                source, title, _kind(kind), origin or None, dated(published),
                grade or "F", _level(level),
            ),
            publisher,
            testifier,
            frozenset(names.get(source, ())),
        )
        for source, title, kind, origin, publisher, published, grade, level, testifier in rows
    }  # fmt: skip


def mention_views(
    rows: Iterable[tuple[Any, ...]], known: Mapping[int, Origin], with_numbers: Collection[int]
) -> dict[int, MentionView]:
    """mention -> its view; the numbers are read only where they are asked for."""
    rows = [row for row in rows if row[1] in known]
    names: dict[int, list[tuple[str, Script]]] = defaultdict(list)
    ids = [row[0] for row in rows]
    for mention, written, script in chosen(
        MentionName.live, "mention", ids, "mention_id", "written", "script"
    ):
        names[mention].append((written, _script(script)))
    numbers: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for mention, kind, written in chosen(
        MentionNumber.live, "mention", with_numbers, "mention_id", "kind", "written"
    ):
        numbers[mention].append((kind, written))
    return {
        mention: MentionView(
            id=mention,
            source=known[source].view,
            locator="",
            names=tuple(names.get(mention, ())),
            sex=_sex(sex) if sex else None,
            birth=dated(birth),
            place=place or None,
            numbers=tuple(numbers.get(mention, ())),
            level=_level(level),
        )
        for mention, source, sex, birth, place, level in rows
    }


def statement_view(row: tuple[Any, ...], source: SourceView) -> StatementView:
    """The view of one row of `statement_rows`; what never leaves is empty in it."""
    number, _, mention, what, mode, held, place, value, speaker, chain, channel, level = row[:12]
    return StatementView(
        id=number,
        source=source,
        mention=mention,
        event=_event(what) if what else None,
        mode=_mode(mode),
        held=dated(held),
        place=place or None,
        figure=None,
        value=value or None,
        speaker=speaker or None,
        chain=tuple(chain),
        channel=channel or None,
        credibility=None,
        quote="",
        span=None,
        level=_level(level),
        act=0,
    )


def names_of(mentions: Collection[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for mention, written in chosen(MentionName.live, "mention", mentions, "mention_id", "written"):
        names[mention].append(written)
    return names


def voices(testifiers: Collection[int]) -> dict[int, Voice]:
    rows = chosen(Testifier.objects, "pk", testifiers, "id", "name", "contact")
    return {number: Voice(name, contact) for number, name, contact in rows}


def oldest(members: Mapping[int, list[int]]) -> dict[int, int]:
    """person -> the id of their oldest mention ever: a correction does not make them another."""
    before: dict[int, int] = {}
    edge: Collection[int] = [each for mentions in members.values() for each in mentions]
    while edge:
        corrected = Mention.objects.exclude(replaces=None)
        found = dict(chosen(corrected, "pk", edge, "id", "replaces_id"))
        before |= found
        edge = found.values()
    return {person: min(_first(each, before) for each in own) for person, own in members.items()}


def _first(mention: int, before: Mapping[int, int]) -> int:
    while mention in before:
        mention = before[mention]
    return mention


@lru_cache(50_000)
def dated(edtf: str) -> Dated | None:
    return parse_edtf(edtf) if edtf else None


_LETTER = ("body", "kind", "sent_on", "answer_due")
_SAID = (
    "id", "source_id", "mention_id", "what", "mode", "held_edtf", "place", "value",
    "speaker", "chain", "channel", "level",
)  # fmt: skip
