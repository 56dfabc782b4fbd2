"""One run's database: mentions loaded once, pairs found and weighed in it, evidence read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any

from tidings.linkage import candidates, levels, model
from tidings.linkage.engine import connect
from tidings.linkage.evidence import Evidence, ScoredPair
from tidings.linkage.mentions import LinkMention, as_tables
from tidings.linkage.weights import REVIEW_FROM, WEIGHTS

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
        self._connection.execute(_COUNTS)
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
        """Find what is worth comparing, and keep the pairs that are at all likely."""
        return self._weigh(REVIEW_FROM) if candidates.find(self._connection) else []

    def weigh(self, pairs: Iterable[tuple[int, int]]) -> list[ScoredPair]:
        """Weigh these pairs (a < b), however unlikely."""
        import pyarrow as pa

        a, b = zip(*sorted(pairs), strict=True)
        self._store(
            "candidate", pa.table({"a": pa.array(a, pa.int64()), "b": pa.array(b, pa.int64())})
        )
        return self._weigh(None)

    def _store(self, name: str, table: pa.Table) -> None:
        self._connection.register("incoming", table)
        self._connection.execute(f"create or replace table {name} as from incoming")
        self._connection.unregister("incoming")

    def _weigh(self, keep_from: float | None) -> list[ScoredPair]:
        levels.judge(self._connection)
        model.score(self._connection, self._size, keep_from)
        shared = {
            (k, a, b): pairs for k, a, b, pairs in self._connection.execute(_SHARED).fetchall()
        }
        rows = self._connection.sql("from weighed order by a, b").to_arrow_table()
        return [_pair(row, shared) for batch in rows.to_batches() for row in batch.to_pylist()]


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


def _pair(row: Mapping[str, Any], shared: _Shared) -> ScoredPair:
    weight, probability = row["match_weight"], row["match_probability"]
    return ScoredPair(row["a"], row["b"], weight, probability, tuple(_evidence(row, shared)))


def _evidence(row: Mapping[str, Any], shared: _Shared) -> Iterator[Evidence]:
    for kind in WEIGHTS:
        code = row[kind]
        if code is None:
            continue
        pairs = shared.get((kind, row["a"], row["b"])) if code.startswith("bits_") else None
        params: dict[str, Any] = {"pairs": tuple((x, y) for x, y in pairs)} if pairs else {}
        if kind == "name":
            params["names"] = (row["name_a"], row["name_b"])
        yield Evidence(kind, row[f"mw_{kind}"], code, params)
