"""The evidence of scored pairs, read back from a run's database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tidings.linkage.evidence import Evidence, ScoredPair

if TYPE_CHECKING:
    import duckdb

# The lexemes that agree, for each kind of evidence that has any.
_SHARED = """
select 'name' as kind, a, b, list([lexeme_a, lexeme_b] order by place_a) as pairs
from partner p join name_level using (a, b, name_a, name_b) semi join scored using (a, b)
where not p.crossed group by all
union all
select 'place', c.a, c.b, list([x.lexeme, y.lexeme] order by x.lexeme, y.lexeme)
from scored c
join place x on x.mention = c.a
join near_place n on n.lexeme = x.lexeme
join place y on y.mention = c.b and y.lexeme = n.other
group by all
union all
select 'kin', c.a, c.b, list(distinct [x.lexeme, y.lexeme] order by [x.lexeme, y.lexeme])
from scored c
join relative x on x.mention = c.a
join near_name n on n.lexeme = x.lexeme
join relative y on y.mention = c.b and y.relation = x.relation and y.lexeme = n.other
group by all
"""


def explained(connection: duckdb.DuckDBPyConnection, kinds: Sequence[str]) -> list[ScoredPair]:
    """Every row of `scored`, by a and b, with its evidence of these kinds in this order."""
    shared = {(k, a, b): pairs for k, a, b, pairs in connection.execute(_SHARED).fetchall()}
    rows = connection.sql(
        "select s.*, j.held from scored s join judged j using (a, b) order by a, b"
    ).to_arrow_table()
    return [_pair(row, shared, kinds) for batch in rows.to_batches() for row in batch.to_pylist()]


_Shared = Mapping[tuple[str, int, int], list[list[int]]]


def _pair(row: Mapping[str, Any], shared: _Shared, kinds: Sequence[str]) -> ScoredPair:
    weight, probability = row["match_weight"], row["match_probability"]
    evidence = tuple(_evidence(row, shared, kinds))
    return ScoredPair(row["a"], row["b"], weight, probability, evidence, row["held"])


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
