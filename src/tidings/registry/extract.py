"""Extracts for linkage: ids, intervals and keyed hashes of what stands; never a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from tidings.linkage import LinkMention, Relative, number_key
from tidings.linkage import NamePart as LinkPart
from tidings.registry import key
from tidings.registry.lexicon import TELLING
from tidings.registry.models import (
    Mention,
    MentionNumber,
    NamePart,
    Neighbour,
    PlacePart,
    Statement,
)
from tidings.registry.persons import batches
from tidings.registry.profiling.kinship import inverse
from tidings.values import Kin

EPOCH = date(1970, 1, 1).toordinal()
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Extract:
    """What a linkage run reads. `neighbours`: lexeme ids, lexeme ids, scores; `frequencies`:
    in how many mentions of the registry a lexeme stands."""

    mentions: tuple[LinkMention, ...]
    neighbours: tuple[list[int], list[int], list[float]]
    frequencies: dict[int, int]


def extract(only: Sequence[int] | None = None) -> Extract:
    """Every standing mention, or `only` these; the frequencies are the whole registry's."""
    parts = _names(only)
    lexemes = {each.lexeme for names in parts.values() for name in names for each in name}
    places, numbers, relatives = _places(only), _numbers(only), _relatives(only, parts)
    for ids in places.values():
        lexemes.update(ids)
    for each in relatives.values():
        lexemes.update(lexeme for relative in each for lexeme in relative.lexemes)
    mentions = tuple(
        LinkMention(
            id=row.id,
            source=row.source_id,
            names=parts.get(row.id, ()),
            birth=(_days(row.birth_lo), _days(row.birth_hi)),
            sex=row.sex or None,
            place=tuple(sorted(places.get(row.id, ()))),
            relatives=tuple(relatives.get(row.id, ())),
            numbers=frozenset(numbers.get(row.id, ())),
        )
        for row in _rows(Mention.live.order_by("id"), "id", only)
    )
    return Extract(mentions, _neighbours(lexemes), _frequencies())


def _rows(query: QuerySet[Row], column: str, only: Sequence[int] | None) -> Iterable[Row]:
    if only is None:
        yield from query.iterator(chunk_size=5_000)
        return
    for ids in batches(only):
        yield from query.filter(**{f"{column}__in": ids})


def _days(day: date | None) -> int | None:
    """Days since 1970-01-01."""
    return None if day is None else day.toordinal() - EPOCH


def _names(only: Sequence[int] | None) -> dict[int, tuple[tuple[LinkPart, ...], ...]]:
    """mention -> its names as written, each as its telling parts in order."""
    names: dict[int, dict[int, list[LinkPart]]] = defaultdict(lambda: defaultdict(list))
    query = NamePart.objects.filter(role__in=TELLING).order_by("name_id", "position")
    for part in _rows(query, "mention_id", only):
        names[part.mention_id][part.name_id].append(LinkPart(part.lexeme_id, part.role))
    return {
        mention: tuple(tuple(parts) for parts in forms.values()) for mention, forms in names.items()
    }


def _places(only: Sequence[int] | None) -> dict[int, set[int]]:
    places: dict[int, set[int]] = defaultdict(set)
    for part in _rows(PlacePart.objects.order_by("id"), "mention_id", only):
        places[part.mention_id].add(part.lexeme_id)
    return places


def _numbers(only: Sequence[int] | None) -> dict[int, set[str]]:
    secret = key.derived("numbers")
    numbers: dict[int, set[str]] = defaultdict(set)
    for row in _rows(MentionNumber.live.order_by("id"), "mention_id", only):
        kind = "phone" if row.kind == "phone" else "id"
        numbers[row.mention_id].add(number_key(row.written, secret, kind))
    return numbers


def _relatives(
    only: Sequence[int] | None, parts: dict[int, tuple[tuple[LinkPart, ...], ...]]
) -> dict[int, list[Relative]]:
    """mention -> who is named as its relative, from the kin statements of either side."""
    ties = Statement.live.filter(what="kin").order_by("id")
    if only is not None:
        ties = ties.filter(Q(mention_id__in=only) | Q(object_mention_id__in=only))
    told = list(ties.values_list("mention_id", "value", "object_mention_id"))
    missing = sorted({each for a, _, b in told for each in (a, b)} - parts.keys())
    known = parts if only is None else parts | _names(missing)
    relatives: dict[int, list[Relative]] = defaultdict(list)
    for subject, relation, of in told:
        relatives[of].append(_relative(relation, subject, known))
        relatives[subject].append(_relative(inverse(Kin(relation)), of, known))
    return relatives


def _relative(
    relation: str, mention: int, parts: dict[int, tuple[tuple[LinkPart, ...], ...]]
) -> Relative:
    lexemes = {part.lexeme for name in parts.get(mention, ()) for part in name}
    return Relative(str(relation), tuple(sorted(lexemes)), mention)


def _neighbours(lexemes: set[int]) -> tuple[list[int], list[int], list[float]]:
    found: list[tuple[int, int, float]] = []
    for ids in batches(sorted(lexemes)):
        rows = Neighbour.objects.filter(lexeme_id__in=ids)
        found += rows.values_list("lexeme_id", "other_id", "score")
    kept = sorted(row for row in found if row[1] in lexemes)
    return [row[0] for row in kept], [row[1] for row in kept], [row[2] for row in kept]


def _frequencies() -> dict[int, int]:
    pairs = NamePart.objects.values_list("lexeme_id", "mention_id").distinct()
    return dict(Counter(lexeme for lexeme, _ in pairs.iterator(chunk_size=10_000)))
