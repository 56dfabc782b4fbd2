"""Which pairs are worth comparing: mentions that share a key, found by equi-joins.

Spellings of one name fall under a few hubs, the commonest lexemes near to them, so that two
spellings meet without every neighbour being tried. A key is a part of a name, or two; a number; two
further columns, or one with the day of birth; a day or a further value that few share. A key that a
crowd shares is narrowed by what else is said, and a pair that could not come near to being likely,
whatever its names, is not looked at.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from tidings.linkage.weights import (
    ATTESTED,
    PART_M,
    PART_MOST_BITS,
    PLACE_PRIOR_PLACES,
    PRIOR_PEOPLE,
    REVIEW_FROM,
    SOUND_FROM,
    WEIGHTS,
    prior_weight,
)

if TYPE_CHECKING:
    import duckdb

#: A lexeme is filed under so many hubs: two parts by three each, one part by two.
HUBS, HUBS_OF_ONE = 3, 2
#: More mentions than this behind one key: it is narrowed by what else they say.
CROWD = 30
#: What fewer mentions than this say is never too common to narrow a crowd.
COMMON_FROM = 500
#: Of a crowd each mention meets so many.
NEXT = 3
#: A date or a further value that no more mentions share is a key on its own.
RARE = 10
#: What else a pair may say for itself, in bits, when both name kin or give numbers, and for
#: each further column.
_KIN_BITS, _NUMBER_BITS, _OTHER_BITS = 12.0, 20.0, 16.0
#: A pair this far below a question is not looked at; what is known of it before may be too little.
_SLACK = 2.0

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

_HUB = """
create or replace table hub as
with ranked as (
    select n.lexeme, n.other as hub,
        row_number() over (partition by n.lexeme order by k.n desc, n.other) as rank
    from near_name n join count_name k on k.lexeme = n.other
)
select r.lexeme, r.hub, r.rank, own.bits
from ranked r join near_name own on own.lexeme = r.lexeme and own.other = r.lexeme
where rank <= {hubs}
"""

# What a mention says beside its name, each as one number: `thing`.
_THINGS = """
create or replace table thing as
with year as (
    select id as mention, unnest(range(
        year(date '1970-01-01' + born_first), year(date '1970-01-01' + born_last) + 1)) as value
    from mention where born_last - born_first <= 11 * 366
),
day as (
    select id as mention, born_first as value, date '1970-01-01' + born_first as born
    from mention where born_first = born_last
)
select mention, 'day' as kind, hash('day', value) as thing from day
union all
select mention, 'day', hash('in year', month(born) * 100 + day(born)) from day
union all
select mention, 'year', hash('year', value) from year
union all
select distinct r.mention, 'kin', hash('kin', h.hub)
from relative r join hub h using (lexeme) where h.rank <= {hubs_of_one}
union all
select mention, 'place', hash('place', lexeme) from place
union all
select mention, 'other', hash(field, value) from other
"""

# What a sixteenth of all say narrows nothing.
_TELLING = """
delete from thing using (
    select thing from thing group by thing having count(*) > {common}
) common where thing.thing = common.thing
"""
_FILED = """
create or replace table filed as
select p.mention, p.name, p.place, h.hub, h.rank, h.bits from part p join hub h using (lexeme)
"""
_ONE_PART = """
create or replace table key as
select mention, hash(hub) as key, max(bits) as bits from filed where rank <= {hubs_of_one}
group by all
"""
_MORE_KEYS = """
insert into key
select p.mention, hash(least(p.hub, q.hub), greatest(p.hub, q.hub)), max(p.bits + q.bits)
from filed p join filed q on q.mention = p.mention and q.name = p.name and q.place > p.place
group by all
union all
select mention, hash(kind, hash), {number_bits} from number
union all
select x.mention, hash(least(x.thing, y.thing), greatest(x.thing, y.thing)), 0
from thing x join thing y using (mention)
where x.thing <> y.thing and x.kind in ('other', 'day') and y.kind = 'other'
union all
select mention, thing, 0 from thing
join (
    select thing from thing where kind in ('other', 'day')
    group by thing having count(*) between 2 and {rare}
) using (thing)
"""

# `around` is what a mention brings to each of its pairs.
_AROUND = """
create or replace table around as
select m.id as mention, m.sex, m.born_first, m.born_last,
    m.fresh, m.born_first = m.born_last as exact,
    case when m.born_first = m.born_last
        then month(date '1970-01-01' + m.born_first) * 100 + day(date '1970-01-01' + m.born_first)
        end as day_of_year,
    coalesce(p.bits, 0) as place_bits, k.mention is not null as kin,
    n.mention is not null as number
from mention m
left join (
    select p.mention, max(near.bits) as bits
    from place p join near_place near on near.lexeme = p.lexeme and near.other = p.lexeme
    group by all
) p on p.mention = m.id
left join (select distinct mention from relative) k on k.mention = m.id
left join (select distinct mention from number) n on n.mention = m.id
"""

# The most that two births can say for one person.
_BIRTH = """
case
    when x.born_first is null or y.born_first is null or x.born_last is null or y.born_last is null
        then 0
    when x.born_first = y.born_first and x.exact and y.exact then {same_day}
    when x.day_of_year = y.day_of_year then {one_part_off}
    when x.exact and y.exact and {gap} <= 366 then {swapped}
    when {gap} > 5 * 366 then {far_apart}
    when {gap} > 366 then {years_off}
    when {gap} > 0 then {year_off}
    when {width} <= 31 then {same_month}
    when {width} <= 366 then {same_year}
    else {same_years} end
"""
_GAP = "coalesce(greatest(x.born_first - y.born_last, y.born_first - x.born_last, 0), 0)"
_WIDTH = "greatest(x.born_last - x.born_first, y.born_last - y.born_first)"

# What names, births, places, kin and numbers can say at their best. Two of whom nothing is new
# were compared before.
_LIKELY = """
(x.fresh or y.fresh) and
least(x.bits, y.bits) + least(x.place_bits, y.place_bits) + {birth}
    + case when x.sex <> y.sex then {other_sex} else 0 end
    + case when x.kin and y.kin then {kin_bits} else 0 end
    + case when x.number and y.number then {number_bits} else 0 end + {other_bits} >= {least_bits}
"""
# Keys behind which the very same mentions stand are one key.
_SHARED = """
create or replace table shared as
with block as (
    select key, count(*) as n, bit_xor(hash(mention)) as members, max(bits) as bits
    from key group by key having count(*) > 1
)
select arg_max(key, (bits, key)) as key, n from block group by n, members
"""
_FOUND = """
insert into found
with told as (
    select k.key, k.bits, a.* from key k
    join shared using (key) join around a using (mention) where shared.n <= {crowd}
)
select x.mention, y.mention
from told x join told y on y.key = x.key and y.mention > x.mention
where {likely}
"""
# Behind a key that a crowd shares, each meets the next few in the order of birth.
_NEXT = """
insert into found
with told as (
    select k.key, k.bits, a.*,
        row_number() over (
            partition by k.key order by a.born_first, a.born_last, a.sex, a.mention) as at
    from key k
    join shared using (key) join around a using (mention) where shared.n > {crowd}
)
select least(x.mention, y.mention), greatest(x.mention, y.mention)
from told x join told y on y.key = x.key and y.at > x.at and y.at <= x.at + {next}
where {likely}
"""
_NARROWED = """
create or replace table key as
select k.mention, hash(k.key, t.thing) as key, max(k.bits) as bits
from key k join shared using (key) join thing t using (mention)
where shared.n > {crowd}
group by all
"""
_CANDIDATE = """
create or replace table candidate as select distinct a, b from found;
drop table found; drop table key; drop table shared; drop table around; drop table thing;
drop table filed
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
    connection.execute(_HUB.format(hubs=HUBS))


def find(connection: duckdb.DuckDBPyConnection, mentions: int, fields: int) -> int:
    """Build `candidate` (a < b); return how many pairs. `fields`: how many further columns."""
    terms = _terms(mentions, fields)
    connection.execute(_THINGS.format(**terms))
    connection.execute(_TELLING.format(**terms))
    connection.execute(_AROUND)
    connection.execute(_FILED)
    connection.execute("create or replace table found (a bigint, b bigint)")
    for step in (_ONE_PART, _NARROWED + ";" + _MORE_KEYS, _NARROWED):
        connection.execute(step.format(**terms))
        connection.execute(_SHARED)
        connection.execute(_FOUND.format(**terms))
    connection.execute(_NEXT.format(**terms))
    connection.execute(_CANDIDATE)
    ((found,),) = connection.execute("select count(*) from candidate").fetchall()
    return int(found)


def _terms(mentions: int, fields: int) -> dict[str, object]:
    births = {level.code: level.weight for level in WEIGHTS["birth"]}
    births["swapped"] = births["swapped_day_month"]
    least_bits = log2(REVIEW_FROM / (1 - REVIEW_FROM)) - prior_weight(mentions) - _SLACK
    birth = _BIRTH.format(gap=_GAP, width=_WIDTH, **births)
    return {
        "hubs_of_one": HUBS_OF_ONE,
        "crowd": CROWD,
        "next": NEXT,
        "rare": RARE,
        "common": max(COMMON_FROM, mentions // 16),
        "number_bits": _NUMBER_BITS,
        "likely": _LIKELY.format(
            birth=birth,
            other_sex=next(level.weight for level in WEIGHTS["sex"] if level.code == "other"),
            kin_bits=_KIN_BITS,
            number_bits=_NUMBER_BITS,
            other_bits=fields * _OTHER_BITS,
            least_bits=least_bits,
        ),
    }
