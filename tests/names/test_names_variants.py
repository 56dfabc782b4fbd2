"""Names that are related but not equal."""

from __future__ import annotations

import pytest

from tidings.names import compare, explain
from tidings.names.parts import normalised
from tidings.names.shipped import rows
from tidings.names.sounds import sounds_of
from tidings.names.variants import EQUAL, STRENGTHS, related, related_tokens


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Мұхаммед", "Мәмбет"),
        ("Muhammad", "买买提"),
        ("Fatima", "Батима"),
        ("Yusuf", "Жүсіп"),
        ("玉素甫", "Жүсіп"),
        ("Ибрагим", "Ыбырай"),
        ("حسين", "Құсайын"),
        ("Ғалия", "Aliya"),
        ("Gheyret", "Қайрат"),
    ],
)
def test_one_name_of_several_peoples_is_related_either_way(a: str, b: str) -> None:
    one, other = normalised(a), normalised(b)
    assert related(one, other) == related(other, one) == STRENGTHS["form"]
    assert (other, STRENGTHS["form"]) in related_tokens(one)


def test_two_spellings_of_one_form_are_more_than_related() -> None:
    assert related("买买提", "麦麦提") == EQUAL
    assert related("買買提", "麦麦提") is None  # only a normalised token is known
    assert related(normalised("買買提"), "麦麦提") == EQUAL


def test_a_short_form_says_least() -> None:
    assert related("abdurehim", "rehim") == STRENGTHS["short"] < STRENGTHS["form"] < EQUAL


def test_names_that_only_sound_alike_are_not_related() -> None:
    assert related("асан", "хасен") is None
    assert related("ерлан", "нұрлан") is None
    assert related_tokens("wolfgang") == ()
    assert related("memet", "memet") is None


def test_every_line_of_the_table_can_be_read() -> None:
    for strength, *cells in rows("variants.tsv"):
        assert strength in STRENGTHS
        assert len(cells) > 1
        for form in (form for cell in cells for form in cell.split("|")):
            assert sounds_of(normalised(form)), form


def test_no_spelling_stands_twice_in_a_line() -> None:
    for _, *cells in rows("variants.tsv"):
        forms = [form for cell in cells for form in cell.split("|")]
        assert sorted(set(forms)) == sorted(forms), cells[0]


@pytest.mark.parametrize(("a", "b"), [("Мәмбет", "Muhammad"), ("Muhammad", "Мәмбет")])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_being_related_is_told_in_words_from_either_side(a: str, b: str, language: str) -> None:
    match = compare(a, b)
    assert match.parts[0].reason.startswith("related")
    assert match.parts[0].verdict == "near"
    (line,) = explain(match, language)
    assert line.startswith(f"{a} — {b}: ")
    assert len(line) > 30
