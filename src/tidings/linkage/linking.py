"""One run: mentions in; weighed pairs, clusters and questions for a person out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tidings.linkage.clusters import Decision, cluster, review
from tidings.linkage.evidence import Evidence, ScoredPair
from tidings.linkage.mentions import LinkMention, as_tables
from tidings.linkage.weights import WEIGHTS

if TYPE_CHECKING:
    import duckdb

#: Lexeme neighbours as three arrays of one length: ids, ids, scores (higher is nearer).
Neighbours = tuple[Sequence[int], Sequence[int], Sequence[float]]
Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Linkage:
    """`pairs`: every pair kept, by a and b; `merges`: those that built the clusters, decisions
    among them; `clusters`: mention -> smallest id of its cluster; `review`: questions for a
    person, most likely first."""

    pairs: tuple[ScoredPair, ...]
    merges: tuple[ScoredPair, ...]
    clusters: dict[int, int]
    review: tuple[ScoredPair, ...]


def link(
    mentions: Iterable[LinkMention],
    neighbours: Neighbours = ((), (), ()),
    frequencies: Mapping[int, int] | None = None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Linkage:
    """Who is the same. The same input gives the same output, in whatever order it comes.

    `frequencies`: how many people bear each name lexeme, where more is known than these
    mentions tell; `decisions`: (a, b, "same" | "different"), oldest first, each outranks the
    machine; `progress` is told the step and the share done.
    """
    told = progress or (lambda step, share: None)
    rows = sorted(mentions, key=lambda m: m.id)
    told("candidates", 0.0)
    pairs = _weigh(rows, neighbours, frequencies, told) if len(rows) > 1 else ()
    told("clusters", 0.8)
    known = {m.id: m for m in rows}
    standing = [d for d in decisions if d[0] in known and d[1] in known and d[0] != d[1]]
    clustering = cluster(known, pairs, standing)
    told("clusters", 1.0)
    kept = sorted((*clustering.held, *clustering.merges), key=lambda p: (p.a, p.b))
    return Linkage(tuple(kept), clustering.merges, clustering.clusters, review(clustering))


def _weigh(
    rows: Sequence[LinkMention],
    neighbours: Neighbours,
    frequencies: Mapping[int, int] | None,
    told: Progress,
) -> tuple[ScoredPair, ...]:
    from tidings.linkage import candidates, engine, levels, model

    connection = engine.connect()
    try:
        load(connection, rows, neighbours, frequencies)
        if not candidates.find(connection, len(rows)):
            return ()
        told("weights", 0.3)
        levels.judge(connection)
        table = model.score(connection, len(rows))
        told("evidence", 0.6)
        return _pairs(table.to_pylist(), _shared(connection))
    finally:
        connection.close()


def load(
    connection: duckdb.DuckDBPyConnection,
    rows: Sequence[LinkMention],
    neighbours: Neighbours,
    frequencies: Mapping[int, int] | None,
) -> None:
    """Fill the tables of `as_tables`, `neighbour`, `count_name` and `count_place`."""
    import pyarrow as pa

    a, b, score = neighbours
    tables = as_tables(rows)
    tables["neighbour"] = pa.table(
        {
            "a": pa.array(a, pa.int64()),
            "b": pa.array(b, pa.int64()),
            "score": pa.array(score, pa.float64()),
        }
    )
    known = frequencies or {}
    tables["frequency"] = pa.table(
        {
            "lexeme": pa.array(list(known), pa.int64()),
            "n": pa.array(list(known.values()), pa.int64()),
        }
    )
    for name, table in tables.items():
        connection.register("incoming", table)
        connection.execute(f"create table {name} as from incoming")
        connection.unregister("incoming")
    connection.execute(_COUNT_NAMES)
    connection.execute(_COUNT_PLACES)


_COUNT_NAMES = """
create table count_name as
select lexeme, greatest(count(distinct mention), coalesce(any_value(f.n), 0)) as n
from (select mention, lexeme from part union all select mention, lexeme from relative) p
left join frequency f using (lexeme) group by lexeme
"""
_COUNT_PLACES = """
create table count_place as
select lexeme, count(distinct mention) as n from place group by lexeme
"""

_SHARED = """
select 'name' as kind, p.a, p.b, list([lexeme_a, lexeme_b] order by place_a) as pairs
from partner p join name_level using (a, b, name_a, name_b)
where not p.crossed group by all
union all
select 'place', c.a, c.b, list([x.lexeme, y.lexeme] order by x.lexeme, y.lexeme)
from candidate c
join place x on x.mention = c.a
join near_place n on n.lexeme = x.lexeme
join place y on y.mention = c.b and y.lexeme = n.other
group by all
union all
select 'kin', c.a, c.b, list(distinct [x.lexeme, y.lexeme] order by [x.lexeme, y.lexeme])
from candidate c
join relative x on x.mention = c.a
join near_name n on n.lexeme = x.lexeme
join relative y on y.mention = c.b and y.relation = x.relation and y.lexeme = n.other
group by all
"""

_Shared = dict[tuple[str, int, int], list[list[int]]]


def _shared(connection: duckdb.DuckDBPyConnection) -> _Shared:
    """The lexemes that agree, for each kind of evidence that has any."""
    found = connection.execute(_SHARED).fetchall()
    return {(kind, a, b): pairs for kind, a, b, pairs in found}


def _pairs(rows: list[dict[str, Any]], shared: _Shared) -> tuple[ScoredPair, ...]:
    return tuple(
        ScoredPair(
            row["a"],
            row["b"],
            row["match_weight"],
            row["match_probability"],
            tuple(_evidence(row, shared)),
        )
        for row in rows
    )


def _evidence(row: dict[str, Any], shared: _Shared) -> Iterable[Evidence]:
    for kind in WEIGHTS:
        code = row[f"{kind}_l"]
        if code is None:
            continue
        pairs = shared.get((kind, row["a"], row["b"])) if code.startswith("bits_") else None
        params = {"pairs": tuple((x, y) for x, y in pairs)} if pairs else {}
        yield Evidence(kind, row[f"mw_{kind}"], code, params)
