"""From candidate pairs to levels: for each pair and feature, which level of `weights` holds.

NULL where a source is silent: silence speaks neither for nor against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.linkage.weights import FAR_BITS, NAME_MOST_BITS

if TYPE_CHECKING:
    import duckdb

# Parts that are each other's best partner; a given name and a father's name are no partners.
_PARTNERS = """
create or replace table partner as
with meeting as (
    select c.a, c.b, p.name as name_a, q.name as name_b, p.place as place_a, q.place as place_b,
        p.role as role_a, q.role as role_b, p.size as size_a, q.size as size_b,
        p.lexeme as lexeme_a, q.lexeme as lexeme_b, n.bits, n.slip
    from candidate c
    join part p on p.mention = c.a
    join part q on q.mention = c.b
    join near_name n on n.lexeme = p.lexeme and n.other = q.lexeme
),
ranked as (
    select *,
        row_number() over (
            partition by a, b, name_a, name_b, place_a
            order by bits desc, role_a <> role_b, abs(place_a - place_b), place_b) as best_a,
        row_number() over (
            partition by a, b, name_a, name_b, place_b
            order by bits desc, role_a <> role_b, abs(place_a - place_b), place_a) as best_b
    from meeting
)
select *, {crossed} as crossed from ranked where best_a = 1 and best_b = 1
"""
_CROSSED = """
(role_a = 'given' and role_b in ('patronymic', 'surname')
    or role_b = 'given' and role_a in ('patronymic', 'surname'))
"""
# Where a part stands in a name written own name first.
_RANK = (
    "case {role} when 'given' then 0 when 'patronymic' then 10 when 'surname' then 20 else {at} end"
)
# The own name: what is known to be one, or stands first and may be.
_FIRST = "({role} = 'given' or {role} = 'unknown' and {at} = 0)"

# The best pair of names of each candidate, and what is left over of them.
_NAME = """
create or replace table name_level as
with named as (
    select a, b, name_a, name_b,
        sum(bits) filter (not crossed) as bits, count(*) filter (not crossed) as met,
        bool_or(crossed) as crossed, bool_or(slip) as slip,
        covar_pop({rank_a}, {rank_b}) < 0 as turned,
        any_value(size_a) as size_a, any_value(size_b) as size_b,
        bool_or(role_a = 'given' and role_b = 'given') as given_met,
        bool_or({first_a} and {first_b} and not crossed and not slip) as first_met
    from partner group by all
),
given as (select distinct mention, name from part where role = 'given'),
known as (
    select n.*, not given_met and x.mention is not null and y.mention is not null as other_given
    from named n
    left join given x on x.mention = n.a and x.name = n.name_a
    left join given y on y.mention = n.b and y.name = n.name_b
),
judged as (
    select *, case
        when crossed then 'swapped'
        when slip and (met = size_a or met = size_b) then 'slip'
        when turned and (met = size_a or met = size_b) then 'order'
        when met = size_a and met = size_b then 'all'
        when met = size_a or met = size_b then 'missing'
        when other_given then 'other_given'
        when first_met then 'other_after'
        else 'other_part' end as rest
    from known
)
select a, b, name_a, name_b,
    'bits_' || lpad(least({most}, floor(coalesce(bits, 0)))::int::text, 2, '0') as name,
    rest as name_rest
from judged
qualify row_number() over (
    partition by a, b
    order by (rest in ('all', 'missing')) desc, (rest in ('order', 'slip')) desc,
        bits desc nulls last, name_a, name_b) = 1
"""

# Two places of which both are exact, and which share no more than a province, are two.
_PLACE = """
create or replace table place_level as
with exact as (
    select p.mention, max(n.bits) as bits
    from place p join near_place n on n.lexeme = p.lexeme and n.other = p.lexeme group by all
),
shared as (
    select c.a, c.b, max(n.bits) as bits
    from candidate c
    join place p on p.mention = c.a
    join near_place n on n.lexeme = p.lexeme
    join place q on q.mention = c.b and q.lexeme = n.other
    group by all
)
select c.a, c.b, s.bits,
    coalesce(s.bits < {far} and least(x.bits, y.bits) >= s.bits + {far}, s.bits is null)
        as other
from candidate c join exact x on x.mention = c.a join exact y on y.mention = c.b
left join shared s on s.a = c.a and s.b = c.b
"""

# Two relatives agree when each part of the shorter naming meets one of the other, and differ when
# none does. What the person's own name says already (a father's name, a surname) is not counted.
_KIN = """
create or replace table kin_level as
with kin as (
    select r.*, count(*) over (partition by mention, n) as size,
        lexeme in (select o.other from part p join near_name o on o.lexeme = p.lexeme
                   where p.mention = r.mention) as known
    from relative r
),
pair as (
    select distinct c.a, c.b, r.relation, r.n as na, s.n as nb, r.size as size_a, s.size as size_b
    from candidate c
    join kin r on r.mention = c.a
    join kin s on s.mention = c.b and s.relation = r.relation
),
hit as (
    select p.*, r.lexeme as x, s.lexeme as y, r.known or s.known as known,
        case when r.known or s.known then 0 else o.bits end as bits
    from pair p
    join kin r on r.mention = p.a and r.n = p.na
    join kin s on s.mention = p.b and s.n = p.nb
    join near_name o on o.lexeme = r.lexeme and o.other = s.lexeme
    where not o.slip
),
side as (
    select a, b, na, nb, size_a = count(*) as whole, sum(bits) as bits
    from (select a, b, na, nb, size_a, x, max(bits) as bits from hit group by all)
    group by a, b, na, nb, size_a
    union all
    select a, b, na, nb, size_b = count(*), sum(bits)
    from (select a, b, na, nb, size_b, y, max(bits) as bits from hit group by all)
    group by a, b, na, nb, size_b
),
met as (select a, b, na, nb, min(bits) as bits from side where whole group by all),
told as (
    select p.a, p.b, p.relation, max(m.bits) as bits, bool_or(m.bits is not null) as met,
        bool_or(h.a is not null) as in_part
    from pair p
    left join met m using (a, b, na, nb)
    left join (select distinct a, b, na, nb from hit where not known) h using (a, b, na, nb)
    group by all
)
select a, b, max(bits) as bits,
    bool_or(relation in ('father', 'mother', 'spouse') and not met and not in_part) as other
from told group by all
"""

_NUMBER = """
create or replace table number_level as
with kinds as (
    select c.a, c.b, x.kind, bool_or(x.hash = y.hash) as same
    from candidate c
    join number x on x.mention = c.a
    join number y on y.mention = c.b and y.kind = x.kind
    group by all
)
select a, b, case
    when bool_or(same and kind in ('cn', 'kz')) then 'same_own'
    when bool_or(not same and kind in ('cn', 'kz')) then 'other_id'
    when bool_or(same and kind = 'id') then 'same_id'
    when bool_or(same) then 'same_phone'
    when bool_or(kind = 'id') then 'unlike_id' end as number
from kinds group by all
"""

# Gap and width in days; a day of 1 January is often only a year.
_TOLD = """
create or replace table told as
select m.id, m.source, m.sex, m.born_first, m.born_last, {named} and p.mention is not null as named,
    m.born_first = m.born_last as exact, year(born) as y, month(born) as m, day(born) as d,
    m.born_last - m.born_first as width, dayofyear(born) = 1 as new_year
from (select *, date '1970-01-01' + born_first as born from mention) m
left join (select distinct mention from part) p on p.mention = m.id
"""
_BIRTH = """
case
    when x.born_first is null and x.born_last is null then null
    when y.born_first is null and y.born_last is null then null
    when x.exact and y.exact then case
        when x.born_first = y.born_first then 'same_day'
        when x.y = y.y and (x.new_year or y.new_year) then 'same_year'
        when x.y = y.y and x.m = y.d and x.d = y.m then 'swapped_day_month'
        when (x.y = y.y)::int + (x.m = y.m)::int + (x.d = y.d)::int = 2 then 'one_part_off'
        else 'other_day' end
    when {gap} > 5 * 366 then 'far_apart'
    when {gap} > 366 then 'years_off'
    when {gap} > 0 then 'year_off'
    when {width} <= 31 then 'same_month'
    when {width} <= 366 then 'same_year'
    when {width} <= 3 * 366 then 'same_years'
    when {width} <= 3660 then 'same_decade' end
"""
_BIRTH_TERMS = {
    "gap": "coalesce(greatest(x.born_first - y.born_last, y.born_first - x.born_last, 0), 0)",
    "width": "coalesce(greatest(x.width, y.width), 99999)",
}

_LEVELS = """
create or replace table level as
select c.a, c.b,
    n.name_a, n.name_b, n.name,
    coalesce(n.name_rest, case when x.named and y.named then 'none' end) as name_rest,
    {birth} as birth,
    case when x.sex is null or y.sex is null then null
        when x.sex = y.sex then 'same' else 'other' end as sex,
    case when p.other then 'other' when p.bits is not null
            then 'bits_' || lpad(least(8, floor(p.bits))::int::text, 2, '0') end as place,
    case when k.other then 'other' when k.bits is not null
            then 'bits_' || lpad(least(16, floor(k.bits))::int::text, 2, '0')
        end as kin,
    m.number,
    case when x.source = y.source then 'same' end as source{others}
from candidate c
join told x on x.id = c.a
join told y on y.id = c.b
left join name_level n on n.a = c.a and n.b = c.b
left join place_level p on p.a = c.a and p.b = c.b
left join kin_level k on k.a = c.a and k.b = c.b
left join number_level m on m.a = c.a and m.b = c.b
{joins}
"""
# A further column: the same value by how rare it is, a slip away, or another.
_OTHER = """,
    case when ox.other_{n} is null or oy.other_{n} is null then null
        when ox.other_{n} = oy.other_{n} then 'bits_' || lpad(r{n}.bits::text, 2, '0')
        when s{n}.a is not null then 'near' else 'differs' end as other_{n}"""
_OTHER_JOIN = """
left join rare_value r{n} on r{n}.value = ox.other_{n} and r{n}.field = {n}
left join near_value s{n} on s{n}.a = ox.other_{n} and s{n}.b = oy.other_{n}"""
_BOTH_OTHERS = """
left join others ox on ox.mention = c.a
left join others oy on oy.mention = c.b"""
_NO_NAMES = """
create or replace table name_level as
select null::bigint as a, null::bigint as b, null::int as name_a, null::int as name_b,
    null::text as name, null::text as name_rest where false
"""


def judge(connection: duckdb.DuckDBPyConnection, fields: int, *, named: bool = True) -> None:
    """Build `level`: one row per candidate, one level code per feature of `weights.WEIGHTS` and
    of each of the `fields` further columns; without names where those are not asked for."""
    if named:
        connection.execute(_PARTNERS.format(crossed=_CROSSED))
        connection.execute(
            _NAME.format(
                most=NAME_MOST_BITS,
                rank_a=_RANK.format(role="role_a", at="place_a"),
                rank_b=_RANK.format(role="role_b", at="place_b"),
                first_a=_FIRST.format(role="role_a", at="place_a"),
                first_b=_FIRST.format(role="role_b", at="place_b"),
            )
        )
    else:
        connection.execute(_NO_NAMES)
    connection.execute(_PLACE.format(far=FAR_BITS))
    for step in (_KIN, _NUMBER):
        connection.execute(step)
    others = "".join(_OTHER.format(n=n) for n in range(fields))
    joins = "".join(_OTHER_JOIN.format(n=n) for n in range(fields))
    connection.execute(_TOLD.format(named=named))
    connection.execute(
        _LEVELS.format(
            birth=_BIRTH.format(**_BIRTH_TERMS),
            others=others,
            joins=_BOTH_OTHERS + joins if fields else "",
        )
    )
