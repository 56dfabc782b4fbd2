"""Finding one name among many, and relating many tokens at once."""

from __future__ import annotations

import doctest
import random
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.names import Lexicon, NameIndex, compare, compare_many, parts_of, search
from tidings.names.index import best_names, row_scores
from tidings.names.match import POOL
from tidings.names.search import SHOWN_FROM

# the package names its function `search` as the module is named
search_module, index_module, beginnings_module = (
    import_module(f"tidings.names.{name}") for name in ("search", "index", "beginnings")
)

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


def invented(count: int) -> Iterator[str]:
    chance = random.Random(3)
    pieces = [
        ["нұр", "ер", "ай", "бол"],
        ["nur", "er", "ai", "bol"],
        ["努尔", "叶尔", "阿依", "波勒"],
    ]
    ends = [["лан", "бек", "ат", "гүл"], ["lan", "bek", "at", "gul"], ["兰", "别克", "提", "古丽"]]
    for _ in range(count):
        script = chance.randrange(3)
        words = [chance.choice(pieces[script]) + chance.choice(ends[script]) for _ in range(2)]
        yield ("·" if script == 2 else " ").join(words)


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
    assert close[single > -2].all()
    assert (many[single < -4.5] < 0).all()


def test_nothing_compared_with_anything_is_no_match() -> None:
    many = compare_many(["", "Ерлан"], ["叶尔兰", "123", "ئېرلان"])
    assert many.shape == (2, 3)
    assert (many[0] < -5).all()
    assert many[1, 1] < -5
    assert compare_many([], ["a"]).shape == (0, 1)
    assert compare_many(["a"], []).shape == (1, 0)


PARTS = (
    "ерлан yerlan 叶尔兰 нұрлан nurlan 努尔兰 мемет memet 买买提 айгүл aigul 阿依古丽 s 王 伟 ов"
).split()
written = st.lists(st.sampled_from(PARTS), min_size=1, max_size=3).map(" ".join)


@given(st.lists(written, max_size=30), written, st.integers(1, 6), st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_walk_over_fitting_parts_ends_with_the_best_of_all_names(
    names: list[str], query: str, size: int, typing: bool, filtered: bool
) -> None:
    index = NameIndex.from_rows(enumerate(names))
    asked = index.asked(parts_of(query), unfinished=typing)
    only = np.arange(0, len(names), 2, dtype=np.int64) if filtered else None
    ranked = best_names(index, asked, size, SHOWN_FROM + POOL, only)
    best: dict[tuple[int, str], float] = {}
    for segment in index.settled():
        for row, score in enumerate(row_scores(asked, segment)):
            named = segment.name(int(segment.owner[row]))
            if score >= SHOWN_FROM + POOL and (only is None or named[0] in only):
                best[named] = max(score, best.get(named, score))
    expected = sorted(best.values(), reverse=True)[:size]
    assert [score for _, score in ranked] == pytest.approx(expected, abs=1e-4)
    assert all(best[named] == pytest.approx(score) for named, score in ranked)


def test_an_index_that_grew_finds_what_one_built_at_once_finds() -> None:
    names = list(invented(400))
    whole, grown = NameIndex.from_rows(enumerate(names)), NameIndex()
    for key, name in enumerate(names):
        grown.add(key, name)
        if key % 37 == 0:
            search("Ерлан", grown)
    for query in names[::25]:
        once = [(hit.key, round(hit.score, 2)) for hit in search(query, whole, 10)]
        assert once == [(hit.key, round(hit.score, 2)) for hit in search(query, grown, 10)]


def test_only_the_keys_asked_for_are_found_and_the_page_is_filled() -> None:
    index = NameIndex.from_rows((key, "Ерлан Болат") for key in range(100))
    only = np.arange(3, 100, 4, dtype=np.int64)
    hits = search("Yerlan Bolat", index, 20, only=only)
    assert len(hits) == 20
    assert all(hit.key % 4 == 3 for hit in hits)
    assert search("Yerlan Bolat", index, 20, only=only[:0]) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ерл", {1, 2}),
        ("erl", {1, 2}),
        ("叶尔", {1, 2}),
        ("askar y", {1, 2}),
        ("nurg", {5, 6}),
        ("王", {10}),
        ("王秀", {10}),
        ("wang x", {10}),
        ("беке", {11}),
    ],
)
def test_a_name_is_found_while_it_is_typed(
    index: NameIndex, typed: str, expected: set[int]
) -> None:
    hits = search(typed, index, prefix=True)
    assert {hit.key for hit in hits[: len(expected)]} == expected
    assert all(hit.match.parts for hit in hits)


def test_a_part_begun_says_so_and_shows_what_is_still_to_come(index: NameIndex) -> None:
    hit = search("ерл", index, prefix=True)[0]
    (part, *others) = hit.match.parts
    assert (part.reason, part.b) == ("begins", "Ерлан")
    assert part.steps[-1] == ("", "ан")
    assert {other.verdict for other in others} == {"missing"}
    assert hit.score == pytest.approx(hit.match.score, abs=0.01)


def test_a_whole_name_ranks_the_same_whether_or_not_more_may_come(index: NameIndex) -> None:
    for query in ("Yerlan Askar", "Нургул Абдрехим", "麦麦提·图尔荪"):
        whole = {hit.key for hit in search(query, index)[:2]}
        assert {hit.key for hit in search(query, index, prefix=True)[:2]} == whole


def test_the_examples_of_the_public_functions_hold() -> None:
    for module in (search_module, index_module, beginnings_module):
        assert doctest.testmod(module).failed == 0


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
