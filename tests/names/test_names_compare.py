"""Comparing names across scripts: behaviours anyone can read."""

from __future__ import annotations

import pytest

from tidings.names import compare, explain, parts_of

SAME = [
    ("Ерлан Асанұлы", "叶尔兰·阿山"),
    ("Гүлнұр Әмірханқызы", "古丽努尔·艾米尔汗"),
    ("Қайрат Сейітжан", "Khairat Seitzhan"),
    ("ئەركىن تۇنىياز", "艾尔肯·吐尼亚孜"),
    ("Yeerlan Bolati", "Ерлан Болат"),
    ("Abdu Rahman", "Abdurahman"),
    ("王伟", "Wang Wei"),
]
OTHER = [
    ("Nurlan Serik", "赛力克·叶尔江"),
    ("Memet Tursun", "Memet Qasim"),
    ("Ерлан Болат", "Marat Qanat"),
    ("Serikzhan Bilal", "Nurgul Asan"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_name_in_two_scripts_scores_above_even_odds(a: str, b: str) -> None:
    assert compare(a, b).score > 0


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_names_score_below_even_odds(a: str, b: str) -> None:
    assert compare(a, b).score < 0


@pytest.mark.parametrize(("a", "b"), SAME + OTHER)
def test_comparing_is_symmetric(a: str, b: str) -> None:
    assert compare(a, b).score == pytest.approx(compare(b, a).score, abs=1e-4)


def test_a_word_for_son_is_no_part_of_the_name() -> None:
    (part,) = parts_of("Khairat-uly")
    assert (part.token, part.role, part.tag) == ("khairat", "patronymic", "uly")


def test_the_reasons_name_the_ending_and_the_letters() -> None:
    (line,) = explain(compare("Қайрат", "Khairat-uly"))
    assert "sounds the same" in line
    assert "-uly" in line
    assert "қ kh" in line
