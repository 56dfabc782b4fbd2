"""What holds for any two names: either way round, in any case, however composed, with any noise."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tidings.names import compare, parts_of
from tidings.names.parts import normalised
from tidings.names.writing import Writing, writings

WORDS = [
    "Ерлан", "Нұрлан", "Гүлнар", "Қайратұлы", "Сейітжан", "Тоқтаров", "Джамиля", "Абай",
    "Yerlan", "Áıgúl", "Şolpan", "Möminjan", "Zhuldyz", "Sai'erke", "Maimaiti", "Tu'erxun",
    "ئەركىن", "تۇرسۇن", "ٴومىربەك", "محمد", "叶尔兰", "买买提", "古丽娜尔", "王秀英", "葉爾蘭",
]  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(" ".join)
LETTERS = st.sampled_from("абгдежзқлмнңорстұaeghijklmnoprstuxyzبتجدرسکلمن买提尔古丽克力木")
ANY = st.one_of(st.text(max_size=40), NAMES)

for_any_name = settings(deadline=None, max_examples=150)


@st.composite
def noisy(draw: st.DrawFn) -> tuple[str, str]:
    """A name, and the same with one to three letters dropped, added, changed or swapped."""
    name = draw(NAMES)
    letters = list(name)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(letters) - 1))
        what = draw(st.sampled_from("drop add change swap".split()))
        if what == "drop" and len(letters) > 1:
            del letters[at]
        elif what == "add":
            letters.insert(at, draw(LETTERS))
        elif what == "change":
            letters[at] = draw(LETTERS)
        elif at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return name, "".join(letters)


@given(ANY, ANY)
@for_any_name
def test_two_names_compare_the_same_either_way_round(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert there.score == pytest.approx(back.score, abs=1e-4)
    assert set(there.notes) == set(back.notes)


@given(noisy())
@for_any_name
def test_noise_never_makes_a_name_more_alike(names: tuple[str, str]) -> None:
    name, noise = names
    assert compare(name, noise).score <= compare(name, name).score + 1e-4


@given(NAMES, NAMES)
@for_any_name
def test_no_other_name_is_more_like_a_name_than_itself(a: str, b: str) -> None:
    assert compare(a, b).score <= compare(a, a).score + 1e-4


@given(NAMES, NAMES)
@for_any_name
def test_case_and_composition_do_not_matter(a: str, b: str) -> None:
    plain = compare(a, b).score
    assume("ı" not in a)  # a dotless i has no capital of its own
    for other in (a.upper(), a.lower(), unicodedata.normalize("NFD", a), a.title()):
        assert compare(other, b).score == pytest.approx(plain, abs=1e-4), other


@given(ANY)
@for_any_name
def test_the_parts_of_a_part_are_that_part(name: str) -> None:
    for part in parts_of(name):
        assert normalised(part.token) == part.token
        if not part.tag and part.role == "unknown" and not any(c in part.token for c in "ꞏ"):
            (again,) = parts_of(part.token) or (None,)
            assert again is not None
            assert part.token.startswith(again.token)


@given(ANY)
@for_any_name
def test_the_guesses_at_a_writing_are_a_distribution(name: str) -> None:
    guesses = writings(name)
    assert all(guess.writing in Writing for guess in guesses)
    assert [g.probability for g in guesses] == sorted(
        (g.probability for g in guesses), reverse=True
    )
    assert not guesses or sum(g.probability for g in guesses) == pytest.approx(1)
