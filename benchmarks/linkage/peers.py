"""Splink with the settings its own documentation gives for each public list, in the same run.

The settings are those of Splink's example notebooks (MIT licence), written down anew for Splink
5; clusters at .95, fixed in advance. It learns from each list without labels, as ours does, but
columns, blocking and comparisons were chosen for that list by people who know it; ours chooses
for itself.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.linkage.generator import Ints
from benchmarks.linkage.measures import pairwise
from benchmarks.linkage.public_lists import LISTS, PUBLIC, PublicList, Row, rows_of, truth_of

THRESHOLD = 0.95
#: So many random pairs tell Splink how often chance agrees, as its notebooks have it.
RANDOM_PAIRS = 5e6


@dataclass(frozen=True)
class Recipe:
    """How a notebook sets Splink up: `rules` say which pairs are compared, `sure` and `recall`
    how many matches to expect, `training` what each round of EM holds fixed."""

    rules: Sequence[Any]
    comparisons: Sequence[Any]
    sure: Sequence[str]
    recall: float
    training: Sequence[Any]


def _historical() -> Recipe:
    return Recipe(
        [
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake,1,3)", "dob"),
            block_on("substr(postcode_fake,1,3)", "first_name"),
            block_on("substr(postcode_fake,1,3)", "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        [
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_and_surname"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        [
            "l.first_name = r.first_name and l.surname = r.surname and l.dob = r.dob",
            "substr(l.first_name,1,2) = substr(r.first_name,1,2) and l.surname = r.surname "
            "and substr(l.postcode_fake,1,2) = substr(r.postcode_fake,1,2)",
            "l.dob = r.dob and l.postcode_fake = r.postcode_fake",
        ],
        0.6,
        [block_on("first_name", "surname"), block_on("dob")],
    )


def _febrl() -> Recipe:
    near = "levenshtein(r.date_of_birth, l.date_of_birth) <= 1"
    return Recipe(
        [
            block_on(column)
            for column in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")
        ],
        [
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison(
                "date_of_birth", input_is_string=True, datetime_format="%Y%m%d"
            ),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
        [
            f"l.given_name = r.given_name and {near}",
            f"l.surname = r.surname and {near}",
            f"l.given_name = r.surname and l.surname = r.given_name and {near}",
            "l.soc_sec_id = r.soc_sec_id",
        ],
        0.9,
        [block_on("date_of_birth"), block_on("postcode")],
    )


def _fake() -> Recipe:
    near = "levenshtein(r.dob, l.dob) <= 1"
    return Recipe(
        [block_on("first_name"), block_on("surname")],
        [
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds("dob", 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        [
            f"l.first_name = r.first_name and {near}",
            f"l.surname = r.surname and {near}",
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            "l.email = r.email",
        ],
        0.7,
        [block_on("first_name", "surname"), block_on("dob")],
    )


RECIPES: dict[str, Callable[[], Recipe]] = {
    "historical_50k": _historical,
    "febrl3": _febrl,
    "febrl4": _febrl,
    "fake_1000": _fake,
}


def main(names: tuple[str, ...] = ()) -> None:
    """Print a line for each list that is here."""
    print("Splink           precision recall     F1  clock s  cpu s")
    for which in PUBLIC:
        if names and which.name not in names:
            continue
        if not all((LISTS / file).is_file() for file in which.files):
            print(f"{which.name:<16} skipped: not in {LISTS}")
            continue
        files = rows_of(which)
        clock, processor = time.perf_counter(), time.process_time()
        found = clusters(which, [row for rows in files for row in rows])
        clock, processor = time.perf_counter() - clock, time.process_time() - processor
        quality = pairwise(found, truth_of(which, files))
        print(
            f"{which.name:<16}{quality.precision:10.4f}{quality.recall:7.4f}{quality.f1:7.4f}"
            f"{clock:9.1f}{processor:7.1f}",
            flush=True,
        )


def clusters(which: PublicList, rows: list[Row]) -> Ints:
    """The cluster of each row, all files taken as one list."""
    recipe = RECIPES[which.name]()
    columns = [column for column in rows[0] if column not in which.secret]
    table = pa.table({column: [row[column] or None for row in rows] for column in columns})
    table = table.append_column("unique_id", pa.array(range(len(rows))))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linker = Linker(DuckDBAPI().register(table), _settings(recipe), log_level=None)
        _train(linker, recipe)
        pairs = linker.inference.predict(threshold_match_probability=0.01)
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, THRESHOLD)
        told = found.as_pyarrow_table()
    order = np.argsort(told["unique_id"].to_numpy())
    return np.unique(told["cluster_id"].to_numpy()[order], return_inverse=True)[1].astype(np.int64)


def _settings(recipe: Recipe) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=list(recipe.rules),
        comparisons=list(recipe.comparisons),
        max_iterations=10,
        em_convergence=0.01,
    )


def _train(linker: Linker, recipe: Recipe) -> None:
    training = linker.training
    training.estimate_probability_two_random_records_match(list(recipe.sure), recall=recipe.recall)
    training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=1)
    for rule in recipe.training:
        training.estimate_parameters_using_expectation_maximisation(rule)
