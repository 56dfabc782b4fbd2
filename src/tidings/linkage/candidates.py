"""Which pairs are worth scoring: equi-joins on lexeme ids through the neighbour table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.linkage.weights import PART_M, PART_MOST_BITS

if TYPE_CHECKING:
    import duckdb

# How rare an agreement is: the share of people who bear this lexeme or one at least as near.
# `mass` sums the counts from the nearest neighbour outward, so a weak likeness counts for less.
_NEAR = """
create or replace table near_{kind} as
with known as (select lexeme, n from count_{kind}),
edge as (
    select lexeme, lexeme as other, 1e9 as score from known
    union all
    select a as lexeme, b as other, max(score) as score
    from (select a, b, score from neighbour union all select b, a, score from neighbour)
    where a <> b group by all
),
mass as (
    select e.lexeme, e.other, e.score,
        sum(o.n) over (partition by e.lexeme order by e.score desc) as n
    from edge e join known k on k.lexeme = e.lexeme join known o on o.lexeme = e.other
)
select x.lexeme, x.other, x.score,
    least({most}, greatest(0.0, log2({m} * ({total} + {people}) / (greatest(x.n, y.n) + 1))))
        as bits
from mass x join mass y on y.lexeme = x.other and y.other = x.lexeme
"""

_MEETINGS = """
create or replace table meeting as
select a.mention as a, b.mention as b, a.name as name_a, b.name as name_b,
    a.place as place_a, b.place as place_b, a.role as role_a, b.role as role_b,
    a.size as size_a, b.size as size_b, a.lexeme as lexeme_a, b.lexeme as lexeme_b, n.bits
from part a
join near_name n on n.lexeme = a.lexeme
join part b on b.lexeme = n.other and a.mention < b.mention
"""

_CANDIDATES = """
create or replace table candidate as
select distinct a, b from (
    select a, b from meeting
    union all
    select x.mention as a, y.mention as b from number x
    join number y on y.hash = x.hash and y.kind = x.kind and x.mention < y.mention
)
"""


def find(connection: duckdb.DuckDBPyConnection, mentions: int) -> int:
    """Build `meeting` (name parts that meet) and `candidate` (a < b); return how many pairs."""
    for kind, people in (("name", 500), ("place", 50)):
        connection.execute(
            _NEAR.format(kind=kind, people=people, total=mentions, m=PART_M, most=PART_MOST_BITS)
        )
    connection.execute(_MEETINGS)
    connection.execute(_CANDIDATES)
    row = connection.execute("select count(*) from candidate").fetchone()
    return int(row[0]) if row else 0
