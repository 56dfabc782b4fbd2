"""One run's database: mentions loaded once, pairs found, weighed and judged in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log2
from types import TracebackType
from typing import TYPE_CHECKING

from tidings.linkage import candidates, judging, levels, model
from tidings.linkage.clusters import Links, Pair
from tidings.linkage.engine import connect
from tidings.linkage.evidence import ScoredPair
from tidings.linkage.explaining import explained
from tidings.linkage.gathering import gather
from tidings.linkage.judging import Policy
from tidings.linkage.learning import Model, learn
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

# Nothing was compared yet.
_FRESH = """
create or replace table mention as
select id, source, born_first, born_last, sex, true as fresh from mention
"""
# Where a place is named with a larger one by most who name anything beside it, the others mean
# that too: a village by its name alone.
_IMPLIED = """
insert into place
with beside as (
    select p.mention, p.lexeme, q.lexeme as other
    from place p join place q on q.mention = p.mention and q.lexeme <> p.lexeme
),
told as (select lexeme, count(distinct mention) as n from beside group by lexeme),
named as (select lexeme, count(*) as n from place group by lexeme),
implied as (
    select b.lexeme, b.other from beside b
    join told using (lexeme) join named x using (lexeme) join named y on y.lexeme = b.other
    where y.n > x.n
    group by b.lexeme, b.other, told.n having count(*) >= 2 and count(*) > 0.6 * told.n
)
select distinct p.mention, i.other from place p join implied i using (lexeme)
anti join place q on q.mention = p.mention and q.lexeme = i.other
"""
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
join rare_value x on x.value = e.a join rare_value y on y.value = e.b and y.field = x.field
"""
_OTHERS = "create or replace table others as select mention{fields} from other group by mention"
_FIELD = ", max(value) filter (field = {n}) as other_{n}"
#: Of each cluster the likeliest few others are asked about, and no more than this in all.
ASK_EACH, ASK_MOST = 8, 20_000
#: Each mention of a cluster is weighed against so many others of it at least.
NEXT = 30
_LEAST_ASKED = log2(REVIEW_FROM / (1 - REVIEW_FROM))
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

# Whose names meet may be one person, and would pass for chance.
_STRANGERS = """
create or replace table candidate as
with met as (
    select distinct c.a, c.b from candidate c
    join part p on p.mention = c.a
    join near_name n on n.lexeme = p.lexeme
    join part q on q.mention = c.b and q.lexeme = n.other
)
select a, b from candidate anti join met using (a, b)
"""
# Every weighed pair; one that only the names bar is free of the bar where a third mention gives
# both names: whoever writes 沙吉达 and Sajide side by side says that they are one.
_LINKS = """
with spelt as (
    select a as mention, b as third, name_b as name from weighed where whole
    union all
    select b, a, name_a from weighed where whole
),
bridged as (
    select distinct w.a, w.b from weighed w
    join spelt x on x.mention = w.a
    join spelt y on y.mention = w.b and y.third = x.third and y.name <> x.name
    where w.by_name
)
select w.a, w.b, w.weight, w.against, w.barred and b.a is null as barred, w.held is null as free
from weighed w left join bridged b using (a, b)
"""
# Pairs of one cluster that were never weighed: what speaks against them counts too. Of a large
# cluster each mention meets the next few.
_UNMET = """
create or replace table candidate as
with placed as (
    select mention, root, row_number() over (partition by root order by mention) as at from cluster
)
select x.mention as a, y.mention as b
from placed x join placed y on y.root = x.root and y.at > x.at and y.at <= x.at + {next}
anti join weighed w on w.a = x.mention and w.b = y.mention
"""
# For each two clusters the likeliest pair between them, the likeliest of each mention first.
_ASKED = """
with open as (
    select a, b, weight from weighed where coalesce(held, '') <> 'impossible' and weight >= {least}
    union all
    select a, b, -100 from left_open
),
sided as (
    select w.a, w.b, w.weight,
        coalesce(x.root, w.a) as root_a, coalesce(y.root, w.b) as root_b
    from open w left join cluster x on x.mention = w.a left join cluster y on y.mention = w.b
),
best as (
    select * from sided where root_a <> root_b
    qualify row_number() over (
        partition by least(root_a, root_b), greatest(root_a, root_b)
        order by weight desc, a, b) = 1
)
select a, b from best
anti join decided d on d.a = least(root_a, root_b) and d.b = greatest(root_a, root_b)
qualify row_number() over (partition by root_a order by weight desc, a, b) <= {each}
    or row_number() over (partition by root_b order by weight desc, a, b) <= {each}
order by weight desc, a, b limit {most}
"""


class Scales:
    """A database in memory with the mentions of one run. Use as a context manager."""

    def __init__(
        self,
        tables: Mapping[str, pa.Table],
        neighbours: Neighbours,
        frequencies: Mapping[int, int] | None,
        policy: Policy,
    ) -> None:
        self._policy = policy
        self._size = tables["mention"].num_rows
        self._connection = connect()
        for name, table in {**tables, **_lexemes(neighbours, frequencies or {})}.items():
            self._store(name, table)
        fields = tables["other"]["field"].unique().to_pylist()
        self._fields = 1 + max(fields, default=-1)
        self.model = judged(self._size, self._fields)
        self._connection.execute(_FRESH)
        self._connection.execute("create table left_open (a bigint, b bigint, weight double)")
        self._connection.execute(_IMPLIED)
        self._connection.execute(_COUNTS.format(most=OTHER_MOST_BITS))
        self._connection.execute(_OTHERS.format(fields=self._columns()))
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

    def find(self) -> int:
        """Find what is worth comparing, learn the weights of it, and keep the pairs that are at
        all likely. Returns how many were compared."""
        random = self._random()
        compared = candidates.find(self._connection, self._size, self._fields)
        levels.judge(self._connection, self._fields)
        if compared:
            patterns = model.patterns(self._connection, list(self.model.levels))
            families = self._policy.careful
            self.model = learn(patterns, random, self.model, self._size, families=families)
        model.weigh_levels(self._connection, self.model)
        self._score(REVIEW_FROM)
        self._connection.execute("create or replace table weighed as from judged")
        return compared

    def gather(self, clusters: Mapping[int, int]) -> int:
        """Read each cluster as one mention from here on, and find what these are worth comparing
        with. Returns how many pairs were compared."""
        self._store("cluster", _two(clusters.items(), "mention", "root"))
        gather(self._connection, _LEAST_ASKED)
        self._connection.execute(_OTHERS.format(fields=self._columns()))
        compared = candidates.find(self._connection, self._size, self._fields)
        levels.judge(self._connection, self._fields)
        self._score(REVIEW_FROM)
        self._connection.execute("insert into weighed from judged")
        return compared

    def links(self) -> Links:
        """The pairs weighed so far."""
        found = self._connection.sql(_LINKS).to_arrow_table()
        return Links(*(column.to_numpy() for column in found.columns))

    def weigh_within(self, clusters: Mapping[int, int]) -> bool:
        """Weigh those pairs of each cluster that were not; False if there are none."""
        self._store("cluster", _two(clusters.items(), "mention", "root"))
        self._connection.execute(_UNMET.format(next=NEXT))
        if not self._connection.execute("from candidate limit 1").fetchall():
            return False
        levels.judge(self._connection, self._fields)
        self._score(None)
        self._connection.execute("insert into weighed from judged")
        return True

    def explained(self, pairs: Iterable[Pair]) -> dict[Pair, ScoredPair]:
        """These pairs with their evidence."""
        self._store("candidate", _two(sorted(set(pairs)), "a", "b"))
        levels.judge(self._connection, self._fields)
        self._score(None)
        found = explained(self._connection, tuple(self.model.levels))
        return {(each.a, each.b): each for each in found}

    def asked(self, clusters: Mapping[int, int], decided: Iterable[Pair]) -> list[Pair]:
        """The pairs to ask a person about, likeliest first: one for each two clusters, a few for
        each cluster, none of two clusters that are `decided`, and none that is impossible."""
        self._store("cluster", _two(clusters.items(), "mention", "root"))
        self._store("decided", _two(decided, "a", "b"))
        asked = _ASKED.format(each=ASK_EACH, most=ASK_MOST, least=_LEAST_ASKED)
        return self._connection.execute(asked).fetchall()

    def _random(self) -> pa.Table:
        """How often strangers show each level, names left out."""
        few = self._size * (self._size - 1) // 2 <= RANDOM_PAIRS
        self._connection.execute(
            _ALL_PAIRS if few else _SOME_PAIRS.format(mentions=self._size, pairs=RANDOM_PAIRS)
        )
        self._connection.execute(_STRANGERS)
        levels.judge(self._connection, self._fields, named=False)
        kinds = [kind for kind in self.model.levels if not kind.startswith("name")]
        return model.patterns(self._connection, kinds)

    def _columns(self) -> str:
        return "".join(_FIELD.format(n=n) for n in range(self._fields))

    def _store(self, name: str, table: pa.Table) -> None:
        self._connection.register("incoming", table)
        self._connection.execute(f"create or replace table {name} as from incoming")
        self._connection.unregister("incoming")

    def _score(self, keep_from: float | None) -> None:
        model.score(self._connection, self.model, keep_from)
        judging.judge(self._connection, self.model.levels, self.model.prior, self._policy)


def _two(rows: Iterable[Pair], first: str, second: str) -> pa.Table:
    import pyarrow as pa

    x, y = zip(*rows, strict=True) if (rows := list(rows)) else ((), ())
    return pa.table({first: pa.array(x, pa.int64()), second: pa.array(y, pa.int64())})


def judged(mentions: int, fields: int) -> Model:
    """The model before anything is learned, for so many mentions and further columns."""
    others = {f"other_{n}": OTHER_LEVELS for n in range(fields)}
    return Model({**WEIGHTS, **others}, prior_weight(mentions))


def _lexemes(neighbours: Neighbours, frequencies: Mapping[int, int]) -> dict[str, pa.Table]:
    """The tables of lexemes: which are near to each other, and how often they are borne."""
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
    return {"neighbour": pa.table(near), "frequency": pa.table(known)}
