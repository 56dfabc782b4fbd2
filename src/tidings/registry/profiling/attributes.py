"""The values that sources give for each particular, the best supported first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from tidings.registry.profiling.shape import Attribute, MentionView, NameForm, SaidIn, Value
from tidings.values import Dated, Script

#: The family's script first: how a relative writes the name before how a clerk spelled it.
SCRIPT_ORDER = (
    Script.CYRILLIC,
    Script.ARABIC,
    Script.LATIN,
    Script.HAN,
    Script.PINYIN,
    Script.OTHER,
)


def names_of(mentions: Sequence[MentionView]) -> tuple[NameForm, ...]:
    """Every way the name is written, the family's script and the most used form first."""
    sources: dict[tuple[str, Script], set[int]] = {}
    for mention in mentions:
        for written, script in mention.names:
            sources.setdefault((written, script), set()).add(mention.source.id)
    forms = [NameForm(written, script, len(ids)) for (written, script), ids in sources.items()]
    return tuple(
        sorted(
            forms,
            key=lambda form: (
                SCRIPT_ORDER.index(form.script),
                -form.sources,
                -len(form.written),
                form.written,
            ),
        )
    )


def attributes_of(mentions: Sequence[MentionView]) -> tuple[Attribute, ...]:
    """Born, sex, place, phone and id_number, each only where some source gives it."""
    found = (_born(mentions), _sex(mentions), _place(mentions), *_numbers(mentions))
    return tuple(attribute for attribute in found if attribute is not None)


def contradict(one: Dated, other: Dated) -> bool:
    """True when no day is in both; an approximate date is as wide as its interval says."""
    first, second = _days(one), _days(other)
    return first[1] < second[0] or second[1] < first[0]


def _days(dated: Dated) -> tuple[date, date]:
    return dated.first or date.min, dated.last or date.max


def _born(mentions: Sequence[MentionView]) -> Attribute | None:
    said = [(m.birth.edtf, m, m.birth) for m in mentions if m.birth is not None]
    births = {edtf: birth for edtf, _, birth in said}
    values = _values(((edtf, mention) for edtf, mention, _ in said), births)
    clash = any(contradict(a, b) for a, b in combinations(births.values(), 2))
    return Attribute("born", values, clash) if values else None


def _sex(mentions: Sequence[MentionView]) -> Attribute | None:
    values = _values((mention.sex.value, mention) for mention in mentions if mention.sex)
    return Attribute("sex", values, len(values) > 1) if values else None


def _place(mentions: Sequence[MentionView]) -> Attribute | None:
    # Two spellings of one county are no conflict, and the room has no gazetteer to tell.
    values = _values((mention.place, mention) for mention in mentions if mention.place)
    return Attribute("place", values, False) if values else None


def _numbers(mentions: Sequence[MentionView]) -> list[Attribute]:
    attributes = []
    for kind in ("id_number", "phone"):
        values = _values(
            (written, mention)
            for mention in mentions
            for number_kind, written in mention.numbers
            if number_kind == kind
        )
        if values:
            attributes.append(Attribute(kind, values, kind == "id_number" and len(values) > 1))
    return attributes


def _values(
    said: Iterable[tuple[str, MentionView]], births: dict[str, Dated] | None = None
) -> tuple[Value, ...]:
    places: dict[str, list[SaidIn]] = {}
    for shown, mention in said:
        places.setdefault(shown, []).append(SaidIn(mention.source, mention.locator, mention.id))
    values = [
        Value(shown, tuple(said_in), (births or {}).get(shown)) for shown, said_in in places.items()
    ]
    return tuple(sorted(values, key=_support))


def _support(value: Value) -> tuple[int, str, int, str]:
    sources = {said.source.id for said in value.said_in}
    grade = min(said.source.grade for said in value.said_in)
    width = 0
    if value.dated is not None:
        first, last = _days(value.dated)
        width = (last - first).days
    return -len(sources), grade, width, value.shown
