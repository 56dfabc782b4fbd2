"""A large world as the arrow tables that linkage reads, without one object a mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from benchmarks.linkage.generator import ABSENT, RELATIONS, Ints, World
from benchmarks.linkage.sources import MISSING
from benchmarks.linkage.written import SEXES, Written
from tidings.linkage.people import Vocabulary

ROLES = ("given", "surname", "patronymic", "unknown")
_GIVEN, _SURNAME, _PATRONYMIC, _UNKNOWN = range(4)


@dataclass(frozen=True)
class _Lists:
    """Many short lists in one: list i is `values[starts[i]:starts[i] + sizes[i]]`."""

    values: Ints
    starts: Ints
    sizes: Ints

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> _Lists:
        sizes = np.array([len(each) for each in lists], np.int64)
        values = np.array([value for each in lists for value in each], np.int64)
        return cls(values, np.concatenate([[0], np.cumsum(sizes)])[:-1], sizes)

    def at(self, which: Ints) -> tuple[Ints, Ints]:
        """(for each value the place in `which` it comes from, the values)."""
        sizes = self.sizes[which]
        row = np.repeat(np.arange(len(which)), sizes)
        begin = np.repeat(np.cumsum(sizes) - sizes, sizes)
        return row, self.values[self.starts[which][row] + np.arange(len(row)) - begin]


def tables(world: World, spelt: Written, vocabulary: Vocabulary) -> dict[str, pa.Table]:
    """As `tidings.linkage.mentions.as_tables` makes them of the same mentions; fills
    `vocabulary`. Numbers are told by person, not by keyed hash."""
    parts = [vocabulary.name(word) for word in spelt.words]
    lexemes = _Lists.of([[part.lexeme for part in name] for name in parts])
    roles = _Lists.of([[ROLES.index(part.role) for part in name] for name in parts])
    places = _Lists.of([sorted(set(vocabulary.place(place))) for place in spelt.places])
    count = len(world.mentions)
    placed = np.flatnonzero(spelt.place != ABSENT)
    row, place = places.at(spelt.place[placed])
    return {
        "mention": _mention(world),
        "part": _part(count, spelt, lexemes, roles),
        "place": pa.table({"mention": placed[row], "lexeme": place}),
        "relative": _relative(spelt, lexemes),
        "kin_of": _empty(a=pa.int64(), b=pa.int64()),
        "number": _number(world),
        "other": _empty(mention=pa.int64(), field=pa.int32(), value=pa.int64()),
    }


def _mention(world: World) -> pa.Table:
    said = world.mentions
    missing = said.told == MISSING
    sexes = pa.array([SEXES[n] for n in range(len(SEXES))], pa.string())
    return pa.table(
        {
            "id": pa.array(np.arange(len(said))),
            "source": pa.array(said.source),
            "born_first": pa.array(said.first.astype(np.int32), mask=missing),
            "born_last": pa.array(said.last.astype(np.int32), mask=missing),
            "sex": sexes.take(pa.array(said.sex)),
        }
    )


def _part(count: int, spelt: Written, lexemes: _Lists, roles: _Lists) -> pa.Table:
    mention, column = np.nonzero(spelt.names != ABSENT)
    word = spelt.names[mention, column]
    row, lexeme = lexemes.at(word)
    role = roles.at(word)[1]
    mention = mention[row]
    size = np.bincount(mention, minlength=count)
    begin = np.cumsum(size) - size
    unknown = np.bincount(mention[role == _UNKNOWN], minlength=count)
    told = np.zeros(count, bool)
    told[mention[(role == _SURNAME) | (role == _PATRONYMIC)]] = True
    role[(role == _UNKNOWN) & (unknown == 1)[mention] & told[mention]] = _GIVEN
    return pa.table(
        {
            "mention": mention,
            "name": np.zeros(len(mention), np.int32),
            "place": (np.arange(len(mention)) - begin[mention]).astype(np.int32),
            "lexeme": lexeme,
            "role": pa.array(ROLES).take(pa.array(role)),
            "size": size[mention].astype(np.int32),
        }
    )


def _relative(spelt: Written, lexemes: _Lists) -> pa.Table:
    named = spelt.kin[:, :, 0] != ABSENT
    number = np.cumsum(named, axis=1) - 1
    mention, relation, which = np.nonzero(spelt.kin != ABSENT)
    row, lexeme = lexemes.at(spelt.kin[mention, relation, which])
    rows = np.stack([mention[row], relation[row], number[mention, relation][row], lexeme], 1)
    mention, relation, n, lexeme = _distinct(rows)
    return pa.table(
        {
            "mention": mention,
            "relation": pa.array(RELATIONS).take(pa.array(relation)),
            "n": n.astype(np.int32),
            "lexeme": lexeme,
        }
    )


def _distinct(rows: Ints) -> NDArray[np.int64]:
    """The rows in order, each once, as columns."""
    ordered = rows[np.lexsort(rows.T[::-1])]
    new = np.ones(len(ordered), bool)
    new[1:] = (ordered[1:] != ordered[:-1]).any(1)
    return np.ascontiguousarray(ordered[new].T)


def _number(world: World) -> pa.Table:
    """A mistyped number fails its check: it is of no kind that we can check."""
    said = world.mentions
    numbered, phoned = np.flatnonzero(said.id_number != ABSENT), np.flatnonzero(said.phone >= 0)
    written = said.id_number[numbered]
    kinds = pa.array(np.where(written < 0, "id", "cn").tolist() + ["phone"] * len(phoned))
    return pa.table(
        {
            "mention": np.concatenate([numbered, phoned]),
            "kind": kinds.cast(pa.string()),
            "hash": pa.array(np.concatenate([written, said.phone[phoned]])).cast(pa.string()),
        }
    )


def _empty(**columns: pa.DataType) -> pa.Table:
    return pa.table({name: pa.array([], kind) for name, kind in columns.items()})
