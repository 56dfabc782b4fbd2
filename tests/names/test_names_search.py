"""Finding one name among many, and relating many tokens at once."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from tidings.names import Lexicon, NameIndex, compare, compare_many, search

NAMES = {
    1: "Ерлан Асқарұлы Тоқтаров",
    2: "叶尔兰·阿斯卡尔",
    3: "Гүлнұр Әмірханқызы",
    4: "Gulnar Amirkhan",
    5: "نۇرگۈل ئابدۇرەھىم",
    6: "努尔古丽·阿卜杜热依木",
    7: "Maimaiti Tuersun",
    8: "Мемет Тұрсын",
    9: "Б. Мейрам",
    10: "王秀英",
    11: "Саят Бекенов",
    12: "Қанат Мұқаметжан",
}


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex.from_rows(NAMES.items())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Yerlan Askar", {1, 2}),
        ("Askar Yerlan", {1, 2}),
        ("Ерлен Асқар", {1, 2}),
        ("叶尔兰", {1, 2}),
        ("Nurgul Abdurehim", {5, 6}),
        ("Nurgul Abdu Rehim", {5, 6}),
        ("Нургул Абдрехим", {5, 6}),
        ("Memet Tursun", {7, 8}),
        ("麦麦提·图尔荪", {7, 8}),
        ("Болат Мейрам", {9}),
        ("Wang Xiuying", {10}),
        ("Саят", {11}),
        ("S. Bekenov", {11}),
        ("Kanat Mukhametzhanov", {12}),
    ],
)
def test_a_name_is_found_first_in_every_script(
    index: NameIndex, query: str, expected: set[int]
) -> None:
    hits = search(query, index)
    assert {hit.key for hit in hits[: len(expected)]} == expected


def test_hits_come_best_first_with_the_score_of_their_match(index: NameIndex) -> None:
    hits = search("Gulnur Amirkhan", index)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.match == compare("Gulnur Amirkhan", hit.name) for hit in hits)
    assert all(hit.match.score > hit.score - 0.02 for hit in hits)


def test_a_name_nobody_bears_is_not_found(index: NameIndex) -> None:
    assert search("Wolfgang Schmidtbauer", index) == []


@pytest.mark.parametrize("query", ["", "   ", "···", "123", "\u202e\u200b"])
def test_a_query_without_letters_finds_nothing(index: NameIndex, query: str) -> None:
    assert search(query, index) == []


def test_a_name_added_later_is_found() -> None:
    index = NameIndex()
    assert search("Ерлан", index) == []
    for key, name in NAMES.items():
        index.add(key, name)
        assert search(name, index, 3)[0].key == key


def test_comparing_many_agrees_with_comparing_two() -> None:
    names = list(NAMES.values())
    many = compare_many(names, names)
    single = np.array([[compare(a, b).score for b in names] for a in names])
    assert many.shape == single.shape
    close = np.abs(many - single) < 0.01
    assert close[single > 0].all()
    assert (many[single < -4.5] < 0).all()


def test_neighbours_of_new_tokens_are_each_pair_once() -> None:
    lexicon = Lexicon.from_tokens([(10**15 + 7, "ерлан"), (10**15 + 9, "марат")])
    a, b, scores = lexicon.neighbours_of_all(["yerlan", "叶尔兰", "yerlan"])
    pairs = set(zip(a.tolist(), b.tolist(), strict=True))
    yerlan, han = lexicon.ids["yerlan"], lexicon.ids["叶尔兰"]
    assert len(pairs) == len(a) == len(scores) == 3
    assert pairs == {(10**15 + 7, yerlan), (10**15 + 7, han), (yerlan, han)}
    assert (a < b).all()
    assert (scores >= 3).all()


def test_neighbours_do_not_depend_on_the_order_in_which_tokens_came() -> None:
    tokens = ["ерлан", "yerlan", "叶尔兰", "нұрлан", "努尔兰", "nurlan", "erlan", "айгүл", "aigul"]

    def found(order: list[str]) -> dict[frozenset[str], float]:
        lexicon = Lexicon()
        pairs: dict[frozenset[str], float] = {}
        for token in order:
            a, b, scores = lexicon.neighbours_of_all([token])
            named = {number: token for token, number in lexicon.ids.items()}
            for x, y, score in zip(a.tolist(), b.tolist(), scores.tolist(), strict=True):
                pairs[frozenset((named[x], named[y]))] = round(score, 3)
        return pairs

    assert found(tokens) == found(tokens[::-1])
    assert frozenset(("ерлан", "叶尔兰")) in found(tokens)


def test_numba_is_not_imported_before_many_tokens_are_scanned() -> None:
    code = (
        "import sys; from tidings.names import compare; compare('Ерлан', '叶尔兰'); "
        "sys.exit('numba' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.slow
def test_names_are_found_where_no_compiled_code_can_be_kept() -> None:
    code = (
        "import numba.core.caching as c; c.CacheImpl._locator_classes = []; "
        "from tidings.names import Lexicon; l = Lexicon(); l.add('ерлан'); "
        "assert l.neighbours('yerlan')"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
