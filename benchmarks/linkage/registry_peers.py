"""Splink on invented registries: on names as a romaniser reads them, and on names as they are.

The second is told which name every spelling is and which village, county and year are meant:
what is left between it and the oracle is the model's, not the matcher's.
"""

from __future__ import annotations

import statistics
import warnings
from typing import Any

import numpy as np
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.linkage.births import parts
from benchmarks.linkage.generator import ABSENT, Ints, World, world
from benchmarks.linkage.measures import pairwise
from benchmarks.linkage.oracle import known_names, oracle
from benchmarks.linkage.peers import RANDOM_PAIRS, THRESHOLD
from benchmarks.linkage.places import COUNTY
from benchmarks.linkage.sources import EXACT, KINDS, MISSING, SLIPPED, SWAPPED, YEAR
from benchmarks.linkage.written import SEXES, written
from tidings.names import parts_of


def main(sizes: tuple[int, ...], seeds: tuple[int, ...] = (1, 2, 3)) -> None:
    """Print the mean F1 of both for each size, beside the oracle's."""
    print("Splink, registries   romanised   true names   oracle")
    for size in sizes:
        rows = []
        for seed in seeds:
            of = world(size, seed)
            truth = of.mentions.person
            found = (clusters(columns(of, told=False)), clusters(columns(of, told=True)))
            rows.append([pairwise(each, truth).f1 for each in (*found, oracle(of).person)])
        romanised, told, best = (statistics.mean(column) for column in zip(*rows, strict=True))
        print(f"{size:18,}{romanised:12.3f}{told:13.3f}{best:9.3f}", flush=True)


def columns(of: World, *, told: bool) -> pa.Table:
    """The registry as one flat table; with `told`, names and places are numbers of what they
    truly are, else names are romanised and places left out."""
    said = of.mentions
    year = parts(said.first)[0]
    exact = np.isin(said.told, (EXACT, SWAPPED, SLIPPED))
    dated = exact | (said.told == YEAR)
    born = said.first.astype("datetime64[D]").astype(str)
    table: dict[str, Any] = {
        "unique_id": np.arange(len(said)),
        "born": [day if sure else None for day, sure in zip(born, exact, strict=True)],
        "year": pa.array(year, mask=~dated | (said.told == MISSING)),
        "sex": [SEXES[int(sex)] for sex in said.sex],
    }
    names = _numbers(known_names(of)) if told else _romanised(of)
    table |= dict(zip(("given", "father", "last"), names, strict=True))
    home = _told_places(of) if told else (np.full(len(said), ABSENT),) * 2
    table |= dict(zip(("county", "village"), _numbers(np.stack(home, 1)), strict=True))
    return pa.table(table)


def _numbers(rows: Ints) -> list[pa.Array]:
    return [pa.array(column.astype(str), mask=column == ABSENT) for column in rows.T]


def _romanised(of: World) -> list[list[str | None]]:
    """Own name, father's and last name, each as its plain reading, where the list has them."""
    spelt = written(of)
    read = [(parts_of(word) or (None,))[0] for word in spelt.words]
    phones = [part.phones if part else None for part in read]
    rows: list[list[str | None]] = [[None] * len(spelt.names) for _ in range(3)]
    for row, column in zip(*np.nonzero(spelt.names != ABSENT), strict=True):
        role = min(int(of.mentions.role[row, column]), 3) % 3
        rows[role][row] = phones[spelt.names[row, column]]
    return rows


def _told_places(of: World) -> tuple[Ints, Ints]:
    said, up = of.mentions, of.places.up
    finest = np.array(
        [[min(each) for each, _ in k.levels] + [9] * (8 - len(k.levels)) for k in KINDS]
    )
    level = finest[of.sources.kind[said.source], said.levels]
    named = said.village != ABSENT
    county = np.where(named & (level <= COUNTY), up[COUNTY][said.village], ABSENT)
    return county, np.where(named & (level == 0), said.village, ABSENT)


def clusters(table: pa.Table) -> Ints:
    """The cluster of each mention, by a model that Splink trains on the table."""
    empty = {name for name in table.column_names if table[name].null_count == len(table)}
    names = ("given", "father", "last")
    compared = [
        cl.NameComparison(name).configure(term_frequency_adjustments=True) for name in names
    ]
    compared += [cl.DateOfBirthComparison("born", input_is_string=True), cl.ExactMatch("year")]
    compared += [cl.ExactMatch("sex")]
    compared += [
        cl.ExactMatch(name).configure(term_frequency_adjustments=True)
        for name in ("county", "village")
        if name not in empty
    ]
    rules = [("given", "father"), ("given", "last"), ("given", "year"), ("father", "year")]
    rules += [("given", "village")] if "village" not in empty else []
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
        comparisons=compared,
        max_iterations=15,
        em_convergence=0.005,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linker = Linker(DuckDBAPI().register(table), settings, log_level=None)
        training = linker.training
        training.estimate_probability_two_random_records_match(
            [block_on("given", "father", "year")], recall=0.2
        )
        training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=1)
        for rule in (("given", "father"), ("given", "year")):
            training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
        pairs = linker.inference.predict(threshold_match_probability=0.01)
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, THRESHOLD)
        told = found.as_pyarrow_table()
    order = np.argsort(told["unique_id"].to_numpy())
    return np.unique(told["cluster_id"].to_numpy()[order], return_inverse=True)[1].astype(np.int64)
