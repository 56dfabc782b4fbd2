"""The extract that linkage reads: one row per mention, in ids, intervals and keyed hashes."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

#: Relations that say the same of two people, whatever the sex.
RELATION_GROUPS = {
    "uncle": "aunt",
    "nephew": "niece",
    "husband": "spouse",
    "wife": "spouse",
    "son": "child",
    "daughter": "child",
    "brother": "sibling",
    "sister": "sibling",
}
ID_WEIGHTS_CN = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_WEIGHTS_KZ = ((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2))


@dataclass(frozen=True)
class NamePart:
    """One part of a name as written: its lexeme id and what it is taken to be ("given",
    "surname", "patronymic" or "unknown"). Leave out titles, suffixes and initials."""

    lexeme: int
    role: str = "unknown"


@dataclass(frozen=True)
class Relative:
    """A relative named beside a mention: `relation` is what the relative is to the mention
    ("father": its father). `mention` is the relative's own mention, when there is one: it can
    never be the same person."""

    relation: str
    lexemes: tuple[int, ...] = ()
    mention: int | None = None


@dataclass(frozen=True)
class LinkMention:
    """One person as one source names them, without any name.

    `names` holds each name as written (one per script or variant). `birth` is the first and
    last possible day, in days since 1970-01-01, None where unknown. `sex` is "male", "female",
    or None unless certain. `numbers` come from `number_key`. Mentions of one `source` are
    taken for different people unless much says otherwise: where a list may name a person
    twice, give each row a source id of its own. `others`: what further columns say, as (number
    of the column from 0, id of the value), one value a column.
    """

    id: int
    source: int
    names: tuple[tuple[NamePart, ...], ...] = ()
    birth: tuple[int | None, int | None] = (None, None)
    sex: str | None = None
    place: tuple[int, ...] = ()
    relatives: tuple[Relative, ...] = ()
    numbers: frozenset[str] = frozenset()
    others: tuple[tuple[int, int], ...] = ()


def number_key(number: str, key: bytes, kind: str = "id") -> str:
    """A phone or document number as `kind:keyed hash`, None of it readable without `key`.

    `kind` is "id" or "phone". A document number whose check digit is right becomes kind
    "cn" (Chinese resident number, GB 11643-1999) or "kz" (Kazakh individual number): two
    different ones of the same kind are then two people, and not a slip of the pen. A phone
    keeps its last nine digits, so that country and trunk codes do not matter.
    """
    digits = "".join(c for c in number.upper() if c.isalnum())
    if kind == "phone":
        digits = "".join(c for c in digits if c.isdigit())[-9:]
    elif _is_chinese_id(digits):
        kind = "cn"
    elif _is_kazakh_id(digits):
        kind = "kz"
    return f"{kind}:{hmac.new(key, f'{kind}:{digits}'.encode(), sha256).hexdigest()[:24]}"


def _is_chinese_id(text: str) -> bool:
    if len(text) != 18 or not text[:17].isdecimal():
        return False
    total = sum(w * int(c) for w, c in zip(ID_WEIGHTS_CN, text[:17], strict=True))
    return text[17] == "10X98765432"[total % 11]


def _is_kazakh_id(text: str) -> bool:
    if len(text) != 12 or not text.isdecimal():
        return False
    for weights in ID_WEIGHTS_KZ:
        check = sum(w * int(c) for w, c in zip(weights, text[:11], strict=True)) % 11
        if check < 10:
            return check == int(text[11])
    return False


def as_tables(mentions: Sequence[LinkMention]) -> dict[str, pa.Table]:
    """Arrow tables for DuckDB: `mention`, `part`, `place`, `relative`, `kin_of` (one is the
    other's relative), `number`, `other`."""
    import pyarrow as pa

    ids = pa.int64()
    mention = [(m.id, m.source, *m.birth, m.sex) for m in mentions]
    part = [
        (m.id, n, p, part.lexeme, part.role, len(name))
        for m in mentions
        for n, name in enumerate(_with_father(m))
        for p, part in enumerate(_with_given(name))
    ]
    place = [(m.id, lexeme) for m in mentions for lexeme in sorted(set(m.place))]
    relative = [
        (m.id, RELATION_GROUPS.get(r.relation, r.relation), n, lexeme)
        for m in mentions
        for n, r in enumerate(m.relatives)
        for lexeme in sorted(set(r.lexemes))
    ]
    kin_of = sorted(
        {
            (min(m.id, r.mention), max(m.id, r.mention))
            for m in mentions
            for r in m.relatives
            if r.mention is not None
        }
    )
    number = [(m.id, *_split(key)) for m in mentions for key in sorted(m.numbers)]
    other = [(m.id, *each) for m in mentions for each in m.others]
    integer, text = pa.int32(), pa.string()
    return {
        "mention": _table(
            mention, id=ids, source=ids, born_first=integer, born_last=integer, sex=text
        ),
        "part": _table(
            part, mention=ids, name=integer, place=integer, lexeme=ids, role=text, size=integer
        ),
        "place": _table(place, mention=ids, lexeme=ids),
        "relative": _table(relative, mention=ids, relation=text, n=integer, lexeme=ids),
        "kin_of": _table(kin_of, a=ids, b=ids),
        "number": _table(number, mention=ids, kind=text, hash=text),
        "other": _table(other, mention=ids, field=integer, value=ids),
    }


def _with_father(mention: LinkMention) -> Iterator[tuple[NamePart, ...]]:
    """The names, and those of one part once more with the father's name: many write it so."""
    fathers = [r.lexemes[0] for r in mention.relatives if r.relation == "father" and r.lexemes]
    for name in mention.names:
        yield name
        if len(name) == 1 and fathers and fathers[0] != name[0].lexeme:
            yield (*name, NamePart(fathers[0], "patronymic"))


def _with_given(name: tuple[NamePart, ...]) -> tuple[NamePart, ...]:
    """Beside a father's name or a surname, the one part that is neither is the given name."""
    unknown = [part for part in name if part.role == "unknown"]
    if len(unknown) != 1 or not any(p.role in ("patronymic", "surname") for p in name):
        return name
    return tuple(NamePart(p.lexeme, "given") if p is unknown[0] else p for p in name)


def _split(key: str) -> tuple[str, str]:
    kind, _, digest = key.partition(":")
    return kind, digest


def _table(rows: Sequence[tuple[object, ...]], **columns: pa.DataType) -> pa.Table:
    import pyarrow as pa

    values = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    return pa.table(
        {
            name: pa.array(column, kind)
            for (name, kind), column in zip(columns.items(), values, strict=True)
        }
    )
