"""A cluster read as one mention: what its sources say together, so that it meets what none of
them alone would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

#: Of a large cluster so many different names and relatives are kept.
_MOST = 12

# The births that all sources allow; where they contradict, the most exact.
_MENTION = """
create or replace table gathered_mention as
select root as id,
    case when count(*) = 1 then any_value(source) else -root end as source, count(*) > 1 as fresh,
    case when max(born_first) <= min(born_last) then max(born_first)
        else arg_min(born_first, (born_last - born_first, id)) end as born_first,
    case when max(born_first) <= min(born_last) then min(born_last)
        else arg_min(born_last, (born_last - born_first, id)) end as born_last,
    min(sex) filter (sex is not null) as sex
from mention join root_of using (id) group by root
"""
_PART = """
create or replace table gathered_part as
with name as (
    select root, p.mention, p.name, list((lexeme, role) order by place) as parts
    from part p join root_of on root_of.id = p.mention group by all
),
kept as (
    select root, min((mention, name)) as first,
        row_number() over (partition by root order by min((mention, name))) - 1 as number
    from name group by root, parts
)
select k.root as mention, k.number::int as name, p.place, p.lexeme, p.role, p.size
from kept k join part p on (p.mention, p.name) = k.first where k.number < {most}
"""
_RELATIVE = """
create or replace table gathered_relative as
with naming as (
    select root, r.mention, r.n, relation, list(lexeme order by lexeme) as lexemes
    from relative r join root_of on root_of.id = r.mention group by all
),
kept as (
    select root, relation, lexemes,
        row_number() over (partition by root order by min((mention, n))) - 1 as number
    from naming group by root, relation, lexemes
)
select root as mention, relation, number::int as n, unnest(lexemes) as lexeme
from kept where number < {most}
"""
_REST = """
create or replace table gathered_place as
select distinct root as mention, lexeme from place join root_of on id = mention;
create or replace table gathered_number as
select distinct root as mention, kind, hash from number join root_of on id = mention;
create or replace table gathered_other as
select root as mention, field, mode(value order by value) as value
from other join root_of on id = mention group by all;
create or replace table gathered_kin_of as
select distinct least(x.root, y.root) as a, greatest(x.root, y.root) as b
from kin_of k join root_of x on x.id = k.a join root_of y on y.id = k.b where x.root <> y.root
"""
# What two mentions left open stays open when all that their sources say is put together: twins
# are told apart by a letter, and what one's family forbids must not be done to either.
_LEFT_OPEN = """
insert into left_open
select a, b, weight from weighed where weight >= {least} and coalesce(held, '') <> 'impossible';
create or replace table left_open as
select least(x.root, y.root) as a, greatest(x.root, y.root) as b, max(weight) as weight
from left_open l join root_of x on x.id = l.a join root_of y on y.id = l.b
where x.root <> y.root group by all
"""
_WEIGHED = """
delete from weighed w using gathered_mention m where m.fresh and m.id in (w.a, w.b);
delete from weighed w where w.a not in (select id from gathered_mention)
    or w.b not in (select id from gathered_mention)
"""
_TABLES = ("mention", "part", "relative", "place", "number", "other", "kin_of")


def gather(connection: duckdb.DuckDBPyConnection, least: float) -> None:
    """Put in the place of the mentions of each cluster (table `cluster`: mention, root) one
    mention, called by its root. How rare names are stays as it was counted; what was `weighed` of
    mentions that stay as they are stays too, and pairs worth `least` bits stay in `left_open`."""
    connection.execute(
        "create or replace temp table root_of as "
        "select id, coalesce(c.root, id) as root from mention left join cluster c on c.mention = id"
    )
    for step in (_MENTION, _PART, _RELATIVE, _REST):
        connection.execute(step.format(most=_MOST))
    connection.execute(_LEFT_OPEN.format(least=least))
    connection.execute(_WEIGHED)
    for name in _TABLES:
        connection.execute(f"drop table {name}; alter table gathered_{name} rename to {name}")
