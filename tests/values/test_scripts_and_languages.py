"""Scripts, languages, and text as it is seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.values import (
    Script,
    clean,
    is_right_to_left,
    is_unknown,
    language_of,
    script_of,
)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Nurlan Äbdildäuly", Script.LATIN),
        ("Нұрлан Әбділдәұлы", Script.CYRILLIC),
        ("نۇرلان ئابدۇللا", Script.ARABIC),
        ("努尔兰·阿布迪勒达", Script.HAN),
        ("二〇一八", Script.HAN),
        ("2018-03-12", Script.OTHER),
        ("", Script.OTHER),
        ("張 Zhang 三丰也", Script.LATIN),
        ("ﻧﯘﺭﻻﻥ", Script.ARABIC),
        ("Ｎｕｒｌａｎ", Script.LATIN),
        ("नूरलान", Script.OTHER),
    ],
)
def test_the_script_is_that_of_most_letters(text, script):
    assert script_of(text) is script


def test_only_arabic_lines_begin_at_the_right():
    assert [script for script in Script if is_right_to_left(script)] == [Script.ARABIC]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ағам 2018 жылғы 12 наурызда ұсталды", "kk"),
        ("Мен оның туралы хабар алған жоқпын", "kk"),
        ("Аты-жөні", "kk"),
        ("Мой брат пропал весной 2017 года", "ru"),
        ("Дата рождения", "ru"),
        ("Мой брат Нұрлан Әбділдәұлы был задержан в Кульдже и не вернулся домой", "ru"),
        ("ئاكام 2018-يىلى تۇتۇلدى، ھازىرغىچە خەۋەر يوق", "ug"),
        ("اعام 2018 جىلى ۇستالدى، ءالى حابار جوق", "kk-Arab"),
        ("我哥哥2018年被带走", "zh"),
        ("My brother was taken in the spring of 2018", "en"),
        ("Date of birth", "en"),
        ("Nurlan", None),
        ("Нурлан", None),
        ("Saierkejian Aheng", None),
        ("كتاب الطالب في المدرسة", None),
        ("12345", None),
        ("", None),
    ],
)
def test_the_language_is_told_by_letters_and_common_words(text, language):
    assert language_of(text) == language


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    seen = clean(text)
    assert clean(seen) == seen
    assert unicodedata.is_normalized("NFC", seen)
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in seen)


def test_what_cannot_be_seen_is_dropped():
    assert clean("Нур\u200bлан\u202e  \t\x00 Абди\ufeff\n") == "Нурлан Абди"
    assert clean("и\u0306") == "й"


@given(st.text())
def test_script_and_language_never_fail(text):
    assert script_of(text) in Script
    assert language_of(text) in {None, "kk", "kk-Arab", "ru", "ug", "zh", "en"}


@pytest.mark.parametrize(
    "text", ["", " ", "-", "—", "?", "??", "N/A", "неизвестно", "Нет данных", "белгісіз", "жоқ",
             "不详", "نامەلۇم", "(unknown)", "..."]
)  # fmt: skip
def test_a_cell_may_say_that_nothing_is_known(text):
    assert is_unknown(text)


@pytest.mark.parametrize("text", ["1974", "Нет Иван", "около 1972", "no"])
def test_a_cell_with_anything_else_says_something(text):
    assert not is_unknown(text)
