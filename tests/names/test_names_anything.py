"""Any text at all, and floors of quality on invented people."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tidings.names import NameIndex, compare, compare_many, explain, parts_of, search
from tidings.names.parts import normalised
from tidings.names.sounds import sounds_of

LETTERS = "abdeqxyzğşöüñ'абвгәғқңөұүһіёьтэ ابتئەېۇۆۈڭىيڤأ古丽叶尔江爾賽王 ·.-\u202e\u200d\u0301"
NAMES = st.one_of(st.text(max_size=30), st.text(LETTERS, max_size=30))

#: Common own names: Kazakh Cyrillic or Uyghur letters; Latin; pinyin; characters.
GIVEN = [
    ("Ерлан", "Yerlan", "Yeerlan", "叶尔兰"), ("Нұрлан", "Nurlan", "Nuerlan", "努尔兰"),
    ("Айгүл", "Aigul", "Ayiguli", "阿依古丽"), ("Бақыт", "Bakhyt", "Baheti", "巴合提"),
    ("Серік", "Serik", "Sailike", "赛力克"), ("Жанар", "Zhanar", "Jianaer", "加娜尔"),
    ("Болат", "Bolat", "Bolati", "波拉提"), ("Дәурен", "Dauren", "Dawulian", "达吾列恩"),
    ("Гүлнар", "Gulnar", "Gulinaer", "古丽娜尔"), ("Мұрат", "Murat", "Mulati", "木拉提"),
    ("Қайрат", "Qairat", "Hairati", "海拉提"), ("Асхат", "Askhat", "Asihati", "阿斯哈提"),
    ("ئەركىن", "Erkin", "Aierken", "艾尔肯"), ("تۇرسۇن", "Tursun", "Tuerxun", "吐尔逊"),
    ("مەمەت", "Memet", "Maimaiti", "买买提"), ("رەنا", "Rena", "Rena", "热娜"),
    ("ئابلىز", "Abliz", "Abulizi", "阿布力孜"), ("پەرىدە", "Peride", "Palida", "帕丽达"),
    ("قەيسەر", "Qeyser", "Kaisaier", "凯赛尔"), ("دىلبەر", "Dilber", "Dilibaier", "迪丽拜尔"),
]  # fmt: skip


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=300)
def test_any_two_texts_compare_the_same_either_way_round(a: str, b: str) -> None:
    match = compare(a, b)
    assert match.score == pytest.approx(compare(b, a).score, abs=1e-4)
    assert all(explain(match, language) is not None for language in ("en", "ru", "kk", "??"))


@given(NAMES)
@settings(deadline=None, max_examples=300)
def test_any_text_has_parts_that_are_their_own_normal_form(text: str) -> None:
    for part in parts_of(text):
        assert part.token
        assert normalised(part.token) == part.token
        assert all(len(sound.codes) == len(sound.letters) for sound in sounds_of(part.token))
        assert isinstance(part.phones, str)


@pytest.mark.parametrize("name", ["ალი", "김철수", "ალი დათო", "ƀ \u0300"])
def test_letters_that_nobody_reads_are_one_name_where_they_are_the_same(name: str) -> None:
    assert all(part.verdict in ("same", "near") for part in compare(name, name).parts)
    assert compare_many([name], [name])[0, 0] == pytest.approx(compare(name, name).score, abs=0.01)
    index = NameIndex.from_rows([(1, name), (2, "Ерлан Болат")])
    assert [hit.key for hit in search(name, index)][:1] == [1]


@given(NAMES)
@example("ƀ\u1680\u0300")
@settings(deadline=None, max_examples=100)
def test_no_name_is_less_like_itself_than_like_nothing(text: str) -> None:
    assert compare(text, text).score >= compare(text, "").score


@pytest.mark.parametrize("column", [1, 2, 3])
def test_invented_people_are_found_first_among_two_hundred(column: int) -> None:
    rng = random.Random(11)
    people = [rng.sample(range(len(GIVEN)), 2) for _ in range(200)]
    people = [list(pair) for pair in dict.fromkeys(map(tuple, people))]
    home = [f"{GIVEN[a][0]} {GIVEN[b][0]}" for a, b in people]
    away = [f"{GIVEN[a][column]} {GIVEN[b][column]}" for a, b in people]
    scores = compare_many(away, home)
    swapped = {tuple(pair): at for at, pair in enumerate(people)}
    for at, (a, b) in enumerate(people):
        if (b, a) in swapped:  # the order of parts is free: these two people are one name
            scores[at, swapped[b, a]] = -9
    first = scores.argmax(1) == np.arange(len(people))
    assert first.mean() >= 0.97
    right = np.diagonal(scores)
    wrong = scores[~np.eye(len(people), dtype=bool)]
    assert (right > 0).mean() >= 0.95
    assert (wrong > 0).mean() <= 0.005


def test_one_wrong_letter_costs_little_and_two_names_much() -> None:
    rng = random.Random(3)
    for name in (row[1] for row in GIVEN if len(row[1]) >= 6):
        at = rng.randrange(1, len(name))
        wrong = name[:at] + rng.choice("aeiounlrstk") + name[at + 1 :]
        right = compare(f"{name} Askar", f"{wrong} Askar").score
        other = max(
            compare(f"{name} Askar", f"{row[1]} Askar").score for row in GIVEN if row[1] != name
        )
        assert right > other
