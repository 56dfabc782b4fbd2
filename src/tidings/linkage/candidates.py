"""Which pairs are worth scoring: equi-joins on lexeme ids through the neighbour table.

Two mentions are compared when two parts of their names meet; or one part, and the day of birth
or a relative's name; or one part, where a source gives no more than one, and the year of birth
or the place; or a number. Keys that too many share say too little and are left out, and so are
pairs of different sex or of births years apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.linkage.weights import (
    ATTESTED,
    PART_M,
    PART_MOST_BITS,
    PLACE_PRIOR_PLACES,
    PRIOR_PEOPLE,
    SOUND_FROM,
)

if TYPE_CHECKING:
    import duckdb

#: More mentions than this behind one key: the key alone does not make a pair.
CROWD = 300
#: Born more days apart than this, a pair is not looked at, unless day and month are the same or a
#: number is: nobody would be asked about it.
APART = 3 * 366

# How rare an agreement is: the share of people who bear this lexeme or one at least as near.
# `mass` sums the counts from the nearest neighbour outward, so a weak likeness counts for less.
_NEAR = """
create or replace table near_{kind} as
with edge as (
    select lexeme, lexeme as other, 1e9 as score from count_{kind}
    union all
    select a as lexeme, b as other, max(score) as score
    from (select a, b, score from neighbour union all select b, a, score from neighbour)
    where a <> b group by all
),
mass as (
    select e.lexeme, e.other, e.score, k.n as own,
        sum(o.n) over (partition by e.lexeme order by e.score desc) as n
    from edge e join count_{kind} k on k.lexeme = e.lexeme join count_{kind} o on o.lexeme = e.other
)
select x.lexeme, x.other,
    x.score < {sound_from}
        and (least(x.own, y.own) > 1 or greatest(x.own, y.own) < {attested}) as slip,
    least({most}, greatest(0.0, log2({m} * ({total} + {people}) / (greatest(x.n, y.n) + 1))))
        as bits
from mass x join mass y on y.lexeme = x.other and y.other = x.lexeme
"""

# Two parts of one name, the smaller lexeme first, and how many mentions bear both.
_TWO_PARTS = """
create or replace table two_parts as
select distinct p.mention, least(p.lexeme, q.lexeme) as x, greatest(p.lexeme, q.lexeme) as y
from part p join part q on q.mention = p.mention and q.name = p.name and q.place > p.place;

create or replace table two as
select row_number() over (order by x, y) as id, x, y, count(*) as n from two_parts group by x, y;

create or replace table two_near as
with reach as materialized (
    select t.id, t.n, least(f.other, g.other) as x, greatest(f.other, g.other) as y
    from two t join near_name f on f.lexeme = t.x join near_name g on g.lexeme = t.y
)
select distinct r.id, t.id as other, r.n::bigint * t.n as pairs
from reach r join two t on t.x = r.x and t.y = r.y
where t.id >= r.id
"""

# A name part within reach of a mention's own, with each second thing that it can be keyed by.
_KEYED = """
create or replace table keyed as
with known as (
    select p.mention, p.lexeme, p.size, m.born_first, m.born_last,
        (m.born_first is not null and m.born_first = m.born_last) as exact
    from part p join mention m on m.id = p.mention
),
key as (
    select mention, lexeme, 'day' as kind, born_first::bigint as value from known where exact
    union
    select mention, known.lexeme, 'kin', r.lexeme from known join relative r using (mention)
    union
    select mention, known.lexeme, case when size = 1 then 'place1' else 'place' end, q.lexeme
    from known join place q using (mention)
    union
    select mention, lexeme, case when size = 1 then 'year1' else 'year' end,
        unnest(range(year(date '1970-01-01' + born_first), year(date '1970-01-01' + born_last) + 1))
    from known where born_last - born_first <= 3 * 366
)
select * from key
"""
_CANDIDATES = """
create or replace table candidate as
with near_two as (select id, other from two_near where pairs <= {crowd} * {crowd}),
wide_two as (select id, other from two_near where pairs > {crowd} * {crowd}),
bearer as (select t.mention, w.id from two_parts t join two w using (x, y)),
born as (
    select b.mention, b.id, k.kind, k.value,
        count(*) over (partition by b.id, k.kind, k.value) as n
    from bearer b
    join (select distinct mention, left(kind, 4) as kind, value from keyed
          where kind in ('year', 'place')) k using (mention)
),
single as (
    select k.*, count(distinct mention) over (partition by kind, lexeme, value) as n from keyed k
),
found as (
    select a.mention as a, b.mention as b
    from near_two w join bearer a on a.id = w.id join bearer b on b.id = w.other
    union all
    select a.mention, b.mention
    from wide_two w join born a on a.id = w.id
    join born b on b.id = w.other and b.kind = a.kind and b.value = a.value
    where a.n * b.n <= {crowd} * {crowd}
    union all
    select x.mention, y.mention
    from single x join near_name n on n.lexeme = x.lexeme
    join single y on y.lexeme = n.other and y.kind = x.kind and y.value = x.value
    where x.kind = 'day' and x.n <= {crowd}
    union all
    select x.mention, y.mention
    from single x join near_name n on n.lexeme = x.lexeme
    join near_name k on k.lexeme = x.value
    join single y on y.lexeme = n.other and y.kind = 'kin' and y.value = k.other
    where x.kind = 'kin' and x.n <= {crowd}
    union all
    select x.mention, y.mention
    from single x join near_name n on n.lexeme = x.lexeme
    join single y on y.lexeme = n.other and y.value = x.value and left(y.kind, 4) = left(x.kind, 4)
    where x.kind in ('year1', 'place1') and x.n <= {crowd} and y.n <= {crowd}
),
numbered as (
    select x.mention as a, y.mention as b
    from (select *, count(*) over (partition by kind, hash) as n from number) x
    join number y on y.hash = x.hash and y.kind = x.kind
    where x.n <= {crowd}
),
pair as (select distinct least(a, b) as a, greatest(a, b) as b from found where a <> b)
select a, b from pair p join mention x on x.id = p.a join mention y on y.id = p.b
where (x.sex is null or y.sex is null or x.sex = y.sex)
  and (coalesce(greatest(x.born_first - y.born_last, y.born_first - x.born_last), 0) <= {apart}
    or x.born_first = x.born_last and y.born_first = y.born_last
      and strftime(date '1970-01-01' + x.born_first, '%m%d')
        = strftime(date '1970-01-01' + y.born_first, '%m%d'))
union
select least(a, b), greatest(a, b) from numbered where a <> b
"""


def prepare(connection: duckdb.DuckDBPyConnection, mentions: int) -> None:
    """Build `near_name` and `near_place`: which lexemes meet, and how many bits that is worth."""
    for kind, people in (("name", PRIOR_PEOPLE), ("place", PLACE_PRIOR_PLACES)):
        connection.execute(
            _NEAR.format(
                kind=kind,
                people=people,
                total=mentions,
                m=PART_M,
                most=PART_MOST_BITS,
                sound_from=SOUND_FROM,
                attested=ATTESTED,
            )
        )


def find(connection: duckdb.DuckDBPyConnection) -> int:
    """Build `candidate` (a < b); return how many pairs."""
    connection.execute(_TWO_PARTS)
    connection.execute(_KEYED)
    connection.execute(_CANDIDATES.format(crowd=CROWD, apart=APART))
    row = connection.execute("select count(*) from candidate").fetchone()
    return int(row[0]) if row else 0
