"""The Kazakh name tokens that ship with the project: their form, and what they must not hold."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tidings.names.parts import normalised

ROOT = Path(__file__).parents[2]
NAMES = ROOT / "src/tidings/names/data/kazakh.tsv"
SHARED = Path(os.environ.get("TIDINGS_SHARED", ROOT.parent / "shared")) / "data/names"
DEV_LISTS = ("kk_given_dev", "ug_given_dev", "public_figures_dev", "xinjiang_attested_dev")

COLUMNS = ("arab", "cyrl", "ru", "latn", "han_old", "han_2003", "origin")
LETTERS = {
    "arab": re.compile(r"[ابپتجحدرزسشعفقكگڭلمنھوۇۆۋەىيءٴچ]+"),
    "cyrl": re.compile(r"[а-яёәғқңөұүһі]+"),
    "ru": re.compile(r"[а-яё]+"),
    "latn": re.compile(r"[a-zäçğıñöşūüâîû]+"),
    "han_old": re.compile(r"[\u4e00-\u9fff]+"),
    "han_2003": re.compile(r"[\u4e00-\u9fff]+"),
}
#: What was recalled; then, for each look-up, the columns or Han forms it covers, and where.
ORIGIN = re.compile(r"recalled(; (cyrl|ru|cyrl, ru|(han|latn) [^;:]+) looked up: [^;]+)*")


def rows() -> list[dict[str, str]]:
    """Every line of the table by column."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    header, *table = [line.split("\t") for line in lines if not line.startswith("#")]
    assert tuple(header) == COLUMNS
    return [dict(zip(header, cells, strict=True)) for cells in table]


def spellings(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(column, spelling) for each spelling of a line."""
    for column in LETTERS:
        yield from ((column, spelling) for spelling in row[column].split("|") if row[column])


def dev_tokens() -> frozenset[str]:
    """Every token of the lists that are kept for measuring."""
    cells = (
        word
        for name in DEV_LISTS
        for word in re.split(r"[;\s·-]+", (SHARED / f"{name}.tsv").read_text(encoding="utf-8"))
    )
    return frozenset(map(normalised, cells)) - {""}


def test_the_table_says_what_it_is_under_which_licence() -> None:
    opening = NAMES.read_text(encoding="utf-8").split("arab\t")[0]
    assert "Licence Apache-2.0" in opening
    assert all(line.startswith("#") for line in opening.splitlines())


def test_there_are_four_hundred_names() -> None:
    assert len(rows()) >= 400


def test_every_spelling_is_one_word_in_the_script_of_its_column() -> None:
    wrong = [
        (column, spelling)
        for row in rows()
        for column, spelling in spellings(row)
        if not LETTERS[column].fullmatch(spelling)
    ]
    assert wrong == []


def test_every_name_has_its_own_letters_a_han_form_and_an_origin() -> None:
    bare = [
        row
        for row in rows()
        if not (row["arab"] and row["cyrl"] and (row["han_old"] or row["han_2003"]))
    ]
    unsourced = [row["cyrl"] for row in rows() if not ORIGIN.fullmatch(row["origin"])]
    assert (bare, unsourced) == ([], [])


def test_what_was_looked_up_stands_in_its_line() -> None:
    claimed = re.compile(r"(?:han|latn) ([^;:]+) looked up:")
    absent = [
        (row["cyrl"], spelling)
        for row in rows()
        for found in claimed.findall(row["origin"])
        for spelling in found.split(", ")
        if spelling not in {written for _, written in spellings(row)}
    ]
    assert absent == []


def test_no_name_stands_twice() -> None:
    native = Counter(
        spelling for row in rows() for column, spelling in spellings(row) if column == "cyrl"
    )
    assert [name for name, times in native.items() if times > 1] == []


def test_no_cell_repeats_a_spelling() -> None:
    repeated = [
        (row["cyrl"], column)
        for row in rows()
        for column, times in [(c, Counter(row[c].split("|"))) for c in LETTERS]
        if row[column] and max(times.values()) > 1
    ]
    assert repeated == []


def test_tote_marks_front_vowels_once_and_only_where_no_letter_shows_them() -> None:
    forms = [spelling for row in rows() for column, spelling in spellings(row) if column == "arab"]
    assert all(form.count("ٴ") == ("ٴ" in form) == form.startswith("ٴ") for form in forms)
    assert [form for form in forms if form.startswith("ٴ") and set("ەكگ") & set(form)] == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the lists kept for measuring are not beside us")
def test_no_spelling_is_a_token_of_the_lists_kept_for_measuring() -> None:
    kept = dev_tokens()
    leaked = [
        (row["cyrl"], spelling)
        for row in rows()
        for _, spelling in spellings(row)
        if normalised(spelling) in kept
    ]
    assert leaked == []
