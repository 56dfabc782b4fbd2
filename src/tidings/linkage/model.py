"""The Splink model: m and u as given, one comparison per feature.

Splink weighs each level once, as a record that shows nothing else and stands for both its sides:
what two mentions share (names through neighbours, kin, places) belongs to the pair and to neither.
What a pair shows then adds up, in SQL, by the patterns of levels, of which there are few.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tidings.linkage.learning import Model
from tidings.linkage.weights import Level

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

# Pairs that look alike in everything are one pattern, and there are few.
_PATTERNS = """
create or replace table pattern as
select hash({kinds}) as unique_id, {kinds}, count(*) as n from level group by all
"""
_PAIRS_WITH_THEMSELVES = """
create or replace table own_pair as
select unique_id as join_key_l, unique_id as join_key_r, '0' as match_key from alone
"""
_OF_KIND = "select '{kind}' as kind, {kind}_l as code, mw_{kind} as bits from {predicted}"
_SCORED = """
create or replace table scored as
with weight as (
    select p.unique_id as pattern, {prior} + {total} as match_weight, {columns}
    from pattern p {joins}
),
likely as (select *, 1 / (1 + pow(2, -match_weight)) as match_probability from weight)
select l.a, l.b, l.name_a, l.name_b, w.* exclude (pattern)
from (select *, hash({kinds}) as pattern from level) l join likely w using (pattern)
where w.match_probability >= {least}
"""


def settings(model: Model) -> dict[str, Any]:
    """Splink settings of a model: everything given, nothing left for Splink to train."""
    prior = 2.0**model.prior
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": prior / (1 + prior),
        "blocking_rules_to_generate_predictions": [],
        "comparisons": [_comparison(kind, levels) for kind, levels in model.levels.items()],
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
    }


def _comparison(feature: str, levels: tuple[Level, ...]) -> dict[str, Any]:
    silent = {
        "sql_condition": f"{feature}_l is null",
        "label_for_charts": "a source is silent",
        "is_null_level": True,
    }
    return {
        "output_column_name": feature,
        "comparison_levels": [silent, *(_level(feature, level) for level in levels)],
    }


def _level(feature: str, level: Level) -> dict[str, Any]:
    return {
        "sql_condition": f"{feature}_l = '{level.code}'",
        "label_for_charts": f"{level.code}: {level.reason}",
        "m_probability": level.m,
        "u_probability": level.u,
        "fix_m_probability": True,
        "fix_u_probability": True,
    }


def patterns(connection: duckdb.DuckDBPyConnection, kinds: Sequence[str]) -> pa.Table:
    """The rows of `level` counted: a column for each kind, and `n`. Makes `pattern`."""
    connection.execute(_PATTERNS.format(kinds=", ".join(kinds)))
    return connection.sql("select * exclude (unique_id) from pattern order by all").to_arrow_table()


def weigh_levels(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Let Splink weigh each level: makes `level_weight` (kind, code, bits)."""
    from splink import Linker
    from splink.backends.duckdb import DuckDBAPI

    class Made(Linker):
        """Settings that code has made need no second look, which takes a second."""

        def _validate_settings(self, validate_settings: bool) -> None:
            pass

    connection.register("incoming", _each_alone(model))
    connection.execute("create or replace table alone as from incoming")
    connection.unregister("incoming")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Splink warns that nothing was trained: so we want it
        backend = DuckDBAPI(connection=connection)
        linker = Made(backend.register("alone"), settings(model), log_level=None)
        connection.execute(_PAIRS_WITH_THEMSELVES)
        linker.table_management.register_blocked_pairs_for_predict(backend.register("own_pair"))
        predicted = linker.inference.predict(warning_mode="never")
    of_kind = " union all ".join(
        _OF_KIND.format(kind=kind, predicted=predicted.physical_name) for kind in model.levels
    )
    connection.execute(
        f"create or replace table level_weight as from ({of_kind}) where code is not null"
    )
    connection.execute(f"drop table {predicted.physical_name}")


def _each_alone(model: Model) -> pa.Table:
    """A row for each level, with its code in the column of its kind and nothing beside it."""
    import pyarrow as pa

    shown = [(kind, level.code) for kind, levels in model.levels.items() for level in levels]
    columns = {
        kind: pa.array([code if kind == each else None for each, code in shown], pa.string())
        for kind in model.levels
    }
    return pa.table({"unique_id": pa.array(range(len(shown)), pa.int64()), **columns})


def score(connection: duckdb.DuckDBPyConnection, model: Model, keep_from: float | None) -> None:
    """Weigh the rows of `level` into `scored`: a, b, match_weight (bits), match_probability, and
    for each feature its level code (`name`) and weight (`mw_name`). Pairs less probable than
    `keep_from` are dropped."""
    kinds = list(model.levels)
    patterns(connection, kinds)
    connection.execute(
        _SCORED.format(
            prior=model.prior,
            total=" + ".join(f"coalesce(w_{kind}.bits, 0)" for kind in kinds),
            columns=", ".join(
                f"p.{kind}, coalesce(w_{kind}.bits, 0) as mw_{kind}" for kind in kinds
            ),
            joins="".join(
                f" left join level_weight w_{kind}"
                f" on w_{kind}.kind = '{kind}' and w_{kind}.code = p.{kind}"
                for kind in kinds
            ),
            kinds=", ".join(kinds),
            least=keep_from or 0,
        )
    )
