"""What holds a weighed pair back from being merged by machine, and what bars two clusters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidings.linkage.weights import (
    LIFTS,
    MERGE_FROM,
    SUPPORT_BITS,
    SUPPORTS,
    SUPPORTS_OF_ORDER,
    Levels,
)

if TYPE_CHECKING:
    import duckdb

TOO_FAR_DAYS = 10 * 366


@dataclass(frozen=True)
class Policy:
    """When a machine may merge. `merge_from`: the probability it needs. `careful`: what is at
    stake is a person's freedom: some differences forbid a merge whatever else agrees, and a name
    alone, or no name at all, is not enough."""

    merge_from: float
    careful: bool


#: A registry of people, whom a wrong merge can hurt; and any table, where the odds decide.
REGISTRY = Policy(MERGE_FROM, careful=True)
TABLES = Policy(MERGE_FROM, careful=False)

_JUDGED = """
create or replace temp view judged as
select w.a, w.b, w.match_weight as weight,
    least(0, w.match_weight - {prior}) as against,
    w.name_a, w.name_b, coalesce(w.name_rest in ('all', 'order'), false) as whole,
    {impossible} or {veto} as barred,
    not {impossible} and not {hard} and {veto} as by_name,
    case
        when {impossible} then 'impossible'
        when {veto} then 'veto'
        when w.match_probability < {merge_from} then 'unsure'
        when {no_name} then 'no_name'
        when {alone} then 'name_alone'
    end as held
from scored w join mention x on x.id = w.a join mention y on y.id = w.b
left join kin_of k on k.a = w.a and k.b = w.b
"""
_CERTAIN = "coalesce(w.number = 'other_id', false) or k.a is not null"
_CAREFUL = """
or coalesce(w.sex = 'other', false)
or coalesce(greatest(x.born_first - y.born_last, y.born_first - x.born_last), 0) > {too_far}
    and coalesce(w.number not in ('same_own', 'same_id'), true)
"""


def judge(
    connection: duckdb.DuckDBPyConnection, levels: Levels, prior: float, policy: Policy
) -> None:
    """Make `judged` of `scored`: weight, `against` (bits, 0 or less, whatever the prior), `barred`
    (may not share a cluster), `by_name` (barred by the names alone), `held` (why it is not merged
    on its own, or null)."""
    careful = policy.careful
    connection.execute(
        _JUDGED.format(
            prior=prior,
            merge_from=policy.merge_from,
            impossible=f"({_CERTAIN}{_CAREFUL.format(too_far=TOO_FAR_DAYS) if careful else ''})",
            veto=_vetoed(levels) if careful else "false",
            hard=_vetoed({k: v for k, v in levels.items() if k != "name_rest"})
            if careful
            else "false",
            no_name="(w.name is null or w.name_rest = 'none')" if careful else "false",
            alone=_alone() if careful else "false",
        )
    )


def _vetoed(levels: Levels) -> str:
    """Whether a level forbids the merge and no shared number answers it."""
    terms = [
        f"(w.{kind} is not distinct from '{level.code}'{_not_answered(kind, level.code)})"
        for kind, each in levels.items()
        for level in each
        if level.veto
    ]
    return f"({' or '.join(terms) or 'false'})"


def _not_answered(kind: str, code: str) -> str:
    numbers = [number for number, codes in LIFTS.items() if f"{kind}:{code}" in codes]
    return "".join(f" and w.number is distinct from '{number}'" for number in numbers)


def _alone() -> str:
    """Whether nothing beside the name speaks for one person."""
    order, other = (
        " + ".join(f"coalesce(w.mw_{kind}, 0)" for kind in sorted(kinds))
        for kinds in (SUPPORTS_OF_ORDER, SUPPORTS)
    )
    return f"(case when w.name_rest = 'order' then {order} else {other} end < {SUPPORT_BITS})"
