"""The reasons a volunteer reads: whole in three languages, and how characters are said aloud."""

import pytest

from tidings.names import compare, explain
from tidings.names.explain import reasons

LANGUAGES = pytest.mark.parametrize("language", ["en", "ru", "kk"])


def test_characters_are_spelled_out_as_they_are_read():
    (line,) = explain(compare("Ерлан", "叶尔兰"))
    assert line.startswith("Ерлан — 叶尔兰: 叶尔兰 is read ye-er-lan; sounds ")
    assert line.endswith("(е 叶, р 尔, лан 兰)")


def test_no_reading_is_told_of_letters_that_everybody_reads():
    (line,) = explain(compare("Ерлан", "Erlan"))
    assert "is read" not in line


def test_a_reading_with_two_dots_is_written_with_them():
    (line,) = reasons(compare("Nurgul", "努尔古丽"))
    assert "nu-er-gu-li" in line
    (line,) = reasons(compare("吕", "Lü"))
    assert "is read lü" in line


@LANGUAGES
def test_every_reason_is_told_in_every_language(language):
    pairs = [
        ("Ерлан Қайратұлы", "叶尔兰·海拉提"),
        ("Ilyas", "依力亚斯江"),
        ("Е. Асанов", "Ерлан Асан"),
        ("Serik", "Болат Асан"),
    ]
    for asked, found in pairs:
        match = compare(asked, found)
        told = reasons(match, language)
        assert len(told) == len(match.parts)
        assert all(told)
    assert explain(compare("Ерлан", "叶尔兰"), "ru" if language == "en" else "en") != explain(
        compare("Ерлан", "叶尔兰"), language
    )


def test_the_reasons_are_the_lines_without_names_and_letters():
    match = compare("Ерлан Қайратұлы", "叶尔兰·海拉提")
    for line, reason in zip(explain(match), reasons(match), strict=True):
        assert reason in line
        assert "(" not in reason


def test_a_reader_is_told_why_the_sounds_differ_before_how_common_a_name_is():
    match = compare("Қайратұлы Нұрлан", "海拉提·努兰")
    kairat, nurlan = reasons(match)
    assert "; Chinese has no such r and writes l; -ұлы only says whose child" in kairat
    assert kairat.startswith("海拉提 is read hai-la-ti; sounds ")
    assert "; р is left out, as often in Chinese" in nurlan
    assert "many people" not in nurlan.partition("р is left out")[0]
