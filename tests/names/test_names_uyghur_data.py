"""The shipped list of Uyghur name tokens: its form, and that nothing we measure on is in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tidings.names.parts import normalised

CHECKOUT = Path(__file__).parents[2]
DATA = CHECKOUT / "src/tidings/names/data/uyghur.tsv"
SHARED = Path(os.environ.get("TIDINGS_SHARED", CHECKOUT.parent / "shared")) / "data" / "names"
DEV_LISTS = ("kk_given_dev", "ug_given_dev", "public_figures_dev", "xinjiang_attested_dev")

COLUMNS = ["arab", "cyrl", "ru", "latn", "han_old", "han_2003", "origin"]
SPELLED = COLUMNS[:-1]
UYGHUR_LETTERS = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيە"
SCRIPTS = {
    "arab": re.compile(f"[{UYGHUR_LETTERS}]+"),
    "cyrl": re.compile("[а-яА-ЯәғқңөүһҗӘҒҚҢӨҮҺҖ]+"),
    "ru": re.compile("[а-яёА-ЯЁ]+"),
    "latn": re.compile("[A-Za-zçéëöüşğıÇÉËÖÜŞĞİ']+"),
    "han_old": re.compile("[\u4e00-\u9fff]+"),
    "han_2003": re.compile("[\u4e00-\u9fff]+"),
}


def lines() -> list[list[str]]:
    written = DATA.read_text("utf-8").splitlines()
    return [line.split("\t") for line in written if not line.startswith("#")]


def names() -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, cells, strict=True)) for cells in lines()[1:]]


def spellings(name: dict[str, str], column: str) -> list[str]:
    return name[column].split("|") if name[column] else []


def dev_tokens(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines()[1:]:
        for token in re.split(r"[;\s·\-]+", line.replace("\t", ";")):
            if normalised(token):
                yield normalised(token)


def test_every_line_has_the_columns_of_the_header() -> None:
    assert lines()[0] == COLUMNS
    assert all(len(cells) == len(COLUMNS) for cells in lines())


def test_the_list_opens_with_what_it_is_and_its_licence() -> None:
    head = "".join(line for line in DATA.read_text("utf-8").splitlines() if line.startswith("#"))
    assert "Uyghur" in head
    assert "Apache-2.0" in head


@pytest.mark.parametrize("column", SPELLED)
def test_every_cell_is_of_the_script_its_column_says(column: str) -> None:
    wrong = [
        spelling
        for name in names()
        for spelling in spellings(name, column)
        if not SCRIPTS[column].fullmatch(spelling)
    ]
    assert wrong == []


def test_no_spelling_holds_a_space_or_a_dot_between_names() -> None:
    cells = [name[column] for name in names() for column in SPELLED]
    assert [cell for cell in cells if re.search(r"[\s·]", cell)] == []


def test_every_name_is_given_in_arabic_cyrillic_latin_and_han() -> None:
    for name in names():
        assert all(name[column] for column in ("arab", "cyrl", "latn")), name
        assert name["han_old"] or name["han_2003"], name


def test_no_name_is_listed_twice_and_no_cell_repeats_itself() -> None:
    natives = [name["arab"] for name in names()]
    assert sorted(natives) == sorted(set(natives))
    for name in names():
        for column in SPELLED:
            forms = [normalised(spelling) for spelling in spellings(name, column)]
            assert sorted(forms) == sorted(set(forms)), (name["arab"], column)


def test_every_name_says_where_it_is_from() -> None:
    for name in names():
        assert re.match(r"recalled\b|looked up: ", name["origin"]), name["arab"]


def test_the_list_covers_the_names_in_use() -> None:
    assert len(names()) >= 600


@pytest.mark.parametrize("listed", DEV_LISTS)
def test_no_spelling_is_a_token_of_a_list_we_measure_on(listed: str) -> None:
    path = SHARED / f"{listed}.tsv"
    if not path.is_file():
        pytest.skip(f"{listed}.tsv is not beside this checkout (TIDINGS_SHARED)")
    forbidden = set(dev_tokens(path))
    shared = [
        spelling
        for name in names()
        for column in SPELLED
        for spelling in spellings(name, column)
        if normalised(spelling) in forbidden
    ]
    assert shared == []
