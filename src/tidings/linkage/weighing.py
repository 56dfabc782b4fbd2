"""One run's database: mentions loaded once, pairs found and weighed in it, evidence read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any

from tidings.linkage import candidates, levels, model
from tidings.linkage.engine import connect
from tidings.linkage.evidence import Evidence, ScoredPair
from tidings.linkage.learning import Model, learn
from tidings.linkage.mentions import LinkMention, as_tables
from tidings.linkage.weights import (
    OTHER_LEVELS,
    OTHER_MOST_BITS,
    REVIEW_FROM,
    WEIGHTS,
    prior_weight,
)

if TYPE_CHECKING:
    import pyarrow as pa

#: Lexeme neighbours as three sequences of one length: ids, ids, scores (higher is nearer).
Neighbours = tuple[Sequence[int], Sequence[int], Sequence[float]]

_COUNTS = """
create table count_name as
select lexeme, greatest(count(distinct mention), coalesce(any_value(f.n), 0)) as n
from (select mention, lexeme from part union all select mention, lexeme from relative) p
left join frequency f using (lexeme) group by lexeme;

create table count_place as
select lexeme, count(distinct mention) as n from place group by lexeme;

create table rare_value as
select field, value, least({most}, floor(log2(
    sum(count(*)) over (partition by field) / count(*))))::int as bits
from other group by field, value;

create table near_value as
with edge as (select a, b from neighbour union select b, a from neighbour)
select distinct e.a, e.b from edge e
join rare_value x on x.value = e.a join rare_value y on y.value = e.b and y.field = x.field;

create table others as select mention{fields} from other group by mention;
"""
_FIELD = ", max(value) filter (field = {n}) as other_{n}"
#: So many pairs drawn at random tell how often chance agrees; all pairs where there are fewer.
RANDOM_PAIRS = 500_000
_ALL_PAIRS = """
create or replace table candidate as
select x.id as a, y.id as b from mention x join mention y on y.id > x.id
"""
_SOME_PAIRS = """
create or replace table candidate as
with numbered as (select row_number() over (order by id) - 1 as n, id from mention),
drawn as (
    select hash(i) % {mentions} as x, hash(i + {pairs}) % {mentions} as y
    from range({pairs}) r(i)
)
select distinct least(p.id, q.id) as a, greatest(p.id, q.id) as b
from drawn join numbered p on p.n = drawn.x join numbered q on q.n = drawn.y where p.id <> q.id
"""

# The lexemes that agree, for each kind of evidence that has any.
_SHARED = """
select 'name' as kind, a, b, list([lexeme_a, lexeme_b] order by place_a) as pairs
from partner p join name_level using (a, b, name_a, name_b) semi join weighed using (a, b)
where not p.crossed group by all
union all
select 'place', c.a, c.b, list([x.lexeme, y.lexeme] order by x.lexeme, y.lexeme)
from weighed c
join place x on x.mention = c.a
join near_place n on n.lexeme = x.lexeme
join place y on y.mention = c.b and y.lexeme = n.other
group by all
union all
select 'kin', c.a, c.b, list(distinct [x.lexeme, y.lexeme] order by [x.lexeme, y.lexeme])
from weighed c
join relative x on x.mention = c.a
join near_name n on n.lexeme = x.lexeme
join relative y on y.mention = c.b and y.relation = x.relation and y.lexeme = n.other
group by all
"""


class Scales:
    """A database in memory with the mentions of one run. Use as a context manager."""

    def __init__(
        self,
        rows: Sequence[LinkMention],
        neighbours: Neighbours,
        frequencies: Mapping[int, int] | None,
    ) -> None:
        self._size = len(rows)
        self._connection = connect()
        for name, table in _tables(rows, neighbours, frequencies or {}).items():
            self._store(name, table)
        self._fields = 1 + max((field for row in rows for field, _ in row.others), default=-1)
        self.model = judged(self._size, self._fields)
        self._connection.execute(
            _COUNTS.format(
                most=OTHER_MOST_BITS,
                fields="".join(_FIELD.format(n=n) for n in range(self._fields)),
            )
        )
        candidates.prepare(self._connection, self._size)

    def __enter__(self) -> Scales:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def find(self) -> list[ScoredPair]:
        """Find what is worth comparing, learn the weights of it, and keep the pairs that are at
        all likely."""
        random = self._random()
        if not candidates.find(self._connection):
            return []
        levels.judge(self._connection, self._fields)
        patterns = self._counted(list(self.model.levels))
        drawn = sum(random["n"].to_pylist())
        self.model = learn(patterns, random, self.model, self._size, drawn)
        return self._weigh(REVIEW_FROM)

    def weigh(self, pairs: Iterable[tuple[int, int]]) -> list[ScoredPair]:
        """Weigh these pairs (a < b), however unlikely."""
        import pyarrow as pa

        a, b = zip(*sorted(pairs), strict=True)
        self._store(
            "candidate", pa.table({"a": pa.array(a, pa.int64()), "b": pa.array(b, pa.int64())})
        )
        levels.judge(self._connection, self._fields)
        return self._weigh(None)

    def _random(self) -> pa.Table:
        """How often chance pairs show each level, names left out."""
        few = self._size * (self._size - 1) // 2 <= RANDOM_PAIRS
        self._connection.execute(
            _ALL_PAIRS if few else _SOME_PAIRS.format(mentions=self._size, pairs=RANDOM_PAIRS)
        )
        levels.judge(self._connection, self._fields, named=False)
        return self._counted([kind for kind in self.model.levels if not kind.startswith("name")])

    def _counted(self, kinds: Sequence[str]) -> pa.Table:
        chosen = ", ".join(kinds)
        return self._connection.sql(
            f"select {chosen}, count(*) as n from level group by {chosen} order by all"  # noqa: S608
        ).to_arrow_table()

    def _store(self, name: str, table: pa.Table) -> None:
        self._connection.register("incoming", table)
        self._connection.execute(f"create or replace table {name} as from incoming")
        self._connection.unregister("incoming")

    def _weigh(self, keep_from: float | None) -> list[ScoredPair]:
        model.score(self._connection, self.model, keep_from)
        shared = {
            (k, a, b): pairs for k, a, b, pairs in self._connection.execute(_SHARED).fetchall()
        }
        rows = self._connection.sql("from weighed order by a, b").to_arrow_table()
        kinds = tuple(self.model.levels)
        return [
            _pair(row, shared, kinds) for batch in rows.to_batches() for row in batch.to_pylist()
        ]


def judged(mentions: int, fields: int) -> Model:
    """The model before anything is learned, for so many mentions and further columns."""
    others = {f"other_{n}": OTHER_LEVELS for n in range(fields)}
    return Model({**WEIGHTS, **others}, prior_weight(mentions))


def _tables(
    rows: Sequence[LinkMention], neighbours: Neighbours, frequencies: Mapping[int, int]
) -> dict[str, pa.Table]:
    import pyarrow as pa

    a, b, score = neighbours
    integer = pa.int64()
    near = {
        "a": pa.array(a, integer),
        "b": pa.array(b, integer),
        "score": pa.array(score, pa.float64()),
    }
    known = {
        "lexeme": pa.array(list(frequencies), integer),
        "n": pa.array(list(frequencies.values()), integer),
    }
    return {**as_tables(rows), "neighbour": pa.table(near), "frequency": pa.table(known)}


_Shared = Mapping[tuple[str, int, int], list[list[int]]]


def _pair(row: Mapping[str, Any], shared: _Shared, kinds: Sequence[str]) -> ScoredPair:
    weight, probability = row["match_weight"], row["match_probability"]
    return ScoredPair(row["a"], row["b"], weight, probability, tuple(_evidence(row, shared, kinds)))


def _evidence(row: Mapping[str, Any], shared: _Shared, kinds: Sequence[str]) -> Iterator[Evidence]:
    for kind in kinds:
        code = row[kind]
        if code is None:
            continue
        pairs = shared.get((kind, row["a"], row["b"])) if code.startswith("bits_") else None
        params: dict[str, Any] = {"pairs": tuple((x, y) for x, y in pairs)} if pairs else {}
        if kind == "name":
            params["names"] = (row["name_a"], row["name_b"])
        yield Evidence(kind, row[f"mw_{kind}"], code, params)
