"""Two names drawn one above the other: the letters as written, in their own direction."""

import re

import pytest
from drawn_svg import faults, taken_apart
from hypothesis import example, given
from hypothesis import strategies as st

from tidings.names import compare
from tidings.publishing.pictures import NARROW, WIDE, alignment, table
from tidings.values import WrongUse

JOINER = "\N{ZERO WIDTH JOINER}"


def drawn(asked, found, **options):
    return taken_apart(alignment(compare(asked, found), **options).svg)


def rows(picture):
    """The words of the upper and of the lower name, from left to right."""
    heights = sorted({each.box.top for each in picture.texts})
    return [
        [
            each.words.replace(JOINER, "")
            for each in sorted(picture.texts, key=lambda each: each.box.left)
            if each.box.top == top
        ]
        for top in heights
    ]


def lines(svg):
    """(x above, x below) of every line from letter to letter."""
    found = re.findall(r"M([\d.]+) [\d.]+L([\d.]+) [\d.]+", svg)
    return [(float(a), float(b)) for a, b in found]


def test_letters_stand_over_those_that_stand_for_them_as_they_are_written():
    picture = drawn("Ерлан Қайратұлы", "叶尔兰·海拉提")
    assert rows(picture) == [
        ["Е", "р", "лан", "Қай", "ра", "т", "ұлы"],
        ["叶", "尔", "兰", "海", "拉", "提"],
    ]
    assert all(a == b for a, b in lines(alignment(compare("Ерлан", "叶尔兰")).svg))


def test_whose_child_somebody_is_stands_pale_beside():
    picture = alignment(compare("Қайратұлы", "Kairat"))
    assert re.search(r'<text class="less"[^>]*>ұлы<', picture.svg)
    assert "Pale letters" in picture.legend
    assert "Pale" not in alignment(compare("Қайрат", "Kairat")).legend


def test_a_name_from_right_to_left_runs_so_and_keeps_its_joins():
    picture = alignment(compare("ئەركىن تۇرسۇن", "Erkin Tursun"))
    upper, lower = rows(taken_apart(picture.svg))
    assert "".join(reversed(upper)) == "ئەركىنتۇرسۇن"
    assert lower == [*"Tursun", *"Erkin"]
    crossed = lines(picture.svg)[:5]
    assert [a for a, _ in crossed] == sorted((a for a, _ in crossed), reverse=True)
    assert [b for _, b in crossed] == sorted(b for _, b in crossed)
    assert f">ك{JOINER}<" in picture.svg
    assert ">ر<" in picture.svg


def test_two_names_from_right_to_left_stand_in_columns():
    svg = alignment(compare("ئەركىن", "ەركىن")).svg
    assert lines(svg)
    assert all(a == b for a, b in lines(svg))


def test_a_part_that_only_one_has_stands_last_over_a_line_to_nowhere():
    picture = alignment(compare("Bilash Serikjan", "Серікжан"))
    assert rows(taken_apart(picture.svg))[0] == [*"Serikjan", "Bilash"]
    assert "A line to nowhere" in picture.legend
    assert [row[0] for row in picture.rows] == ["Bilash", "Serikjan"]


def test_another_name_is_joined_by_dashes():
    picture = alignment(compare("Erlan Bolat", "Serik Bolat"))
    assert 'class="differ"' in picture.svg
    assert "Dashes: another name." in picture.legend


def test_an_initial_stands_for_the_first_letter_alone():
    picture = alignment(compare("Е. Асанов", "Ерлан Асан"))
    assert rows(taken_apart(picture.svg)) == [
        ["Е", "А", "с", "а", "н", "ов"],
        ["Е", "рлан", "А", "с", "а", "н"],
    ]


def test_the_picture_says_all_of_it_in_words_too():
    picture = alignment(compare("Ерлан", "叶尔兰"), language="ru")
    assert picture.title == "Буква за буквой: Ерлан, 叶尔兰"
    assert "звучит" in picture.description
    assert "е 叶, р 尔, лан 兰" in table(picture)
    assert picture.description in picture.svg


def test_nothing_matched_is_nothing_drawn_and_two_pictures_need_two_names():
    assert alignment(compare("", "Ерлан")) is None
    with pytest.raises(WrongUse):
        alignment(compare("Ерлан", "Erlan"), identifier='x"><script>')


names = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Ерлан",
                "Қайратұлы",
                "叶尔兰",
                "阿卜杜热合曼",
                "ئەركىن",
                "ئابدۇراخمان",
                "Е.",
                "Serikjan",
            ]
        ),
        st.text("aбقئن叶ۇ'<&-ұ‍ ", min_size=1, max_size=12),
        st.text(max_size=30),
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(names, names, st.sampled_from([WIDE, NARROW]))
@example("ا" * 400, "a" * 400, NARROW)
@example("Wolfeschlegelsteinhausenbergerdorff " * 3, "叶" * 90, NARROW)
def test_any_two_names_are_drawn_within_their_room_and_the_same_every_time(asked, found, shape):
    match = compare(asked, found)
    picture = alignment(match, shape=shape)
    if not match.parts:
        assert picture is None
        return
    assert picture == alignment(match, shape=shape)
    assert faults(picture.svg) == []
    assert taken_apart(picture.svg).box.right <= shape.width
    assert "style=" not in picture.svg
