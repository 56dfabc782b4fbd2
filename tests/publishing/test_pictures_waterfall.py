"""How evidence adds up, drawn: every bar begins where the one before it ended."""

import pytest
from drawn_svg import faults, taken_apart
from hypothesis import example, given
from hypothesis import strategies as st

from tidings.publishing.phrases import LANGUAGES
from tidings.publishing.pictures import NARROW, WIDE, EvidenceStep, figure, waterfall
from tidings.publishing.pictures.words import chance_words
from tidings.values import WrongUse

STEPS = (
    EvidenceStep("the names agree (Ерлан = 叶尔兰, Мұрат = 木拉提)", 14.9),
    EvidenceStep("born on the same day", 13.5),
    EvidenceStep("another place", -1.5),
)


def drawn(**options):
    return waterfall(-17.2, STEPS, 0.998, **options)


@pytest.mark.parametrize("shape", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("mirrored", [False, True])
def test_every_bar_begins_where_the_one_before_ended(shape, mirrored):
    before, names, birth, place, total = (
        box for box, _ in taken_apart(drawn(shape=shape, mirrored=mirrored).svg).bars
    )

    def ends(box):
        return (box.right, box.left) if mirrored else (box.left, box.right)

    (start, even), (one, two), (three, four), (five, six) = map(ends, (before, names, birth, place))
    assert one == pytest.approx(start, abs=0.11)
    assert three == pytest.approx(two, abs=0.11)
    assert six == pytest.approx(four, abs=0.11)
    assert ends(total) == pytest.approx((even, five), abs=0.11)


def test_for_and_against_differ_in_shape_and_not_in_colour_alone():
    looks = [look for _, look in taken_apart(drawn().svg).bars]
    assert looks == ["solid", "solid", "solid", "none", "solid"]
    assert "stroke-dasharray" in drawn().svg
    assert "Dashed frame: speaks for two people." in drawn().legend
    assert "Dashed" not in waterfall(-3.0, STEPS[:1], 0.9).legend


def test_the_picture_says_all_of_it_in_words_too():
    picture = drawn()
    assert picture.rows[0] == ("before anything is compared", "17.2 against")
    assert picture.rows[3] == ("another place", "1.5 against")
    assert picture.rows[4] == ("together: over 99% that they are one person", "9.7 for")
    assert all(words in picture.description for words, _ in picture.rows)
    assert "−17.2" in taken_apart(picture.svg).said()
    assert "<details>" in figure(picture)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_every_language(language):
    picture = drawn(language=language)
    assert faults(picture.svg) == []
    assert faults(drawn(language=language, shape=NARROW).svg) == []
    assert ("17.2" in picture.description) is (language == "en")


@pytest.mark.parametrize(
    ("probability", "said"),
    [(0.0, "under 1%"), (0.005, "under 1%"), (0.5, "50%"), (0.99, "99%"), (1.0, "over 99%")],
)
def test_nothing_is_told_as_certain(probability, said):
    assert chance_words(probability, "en") == said


def test_two_pictures_on_a_page_need_two_names():
    with pytest.raises(WrongUse):
        drawn(identifier='x"><script>')


BITS = st.floats(-60, 60)
WORDS = st.one_of(st.text(max_size=60), st.sampled_from([each.words for each in STEPS]))


@given(
    BITS,
    st.lists(st.builds(EvidenceStep, WORDS, BITS), max_size=12),
    st.floats(0, 1),
    st.sampled_from([WIDE, NARROW]),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
@example(0.0, [], 0.5, WIDE, "en", False)
@example(5e-324, [], 0.0, WIDE, "en", False)
@example(-20.0, [EvidenceStep("叶" * 90 + " <&" * 20, 1e-9)], 0.0, NARROW, "ru", True)
def test_any_weighing_is_drawn_within_its_room_and_the_same_every_time(
    before, steps, probability, shape, language, mirrored
):
    options = {"shape": shape, "language": language, "mirrored": mirrored}
    picture = waterfall(before, steps, probability, **options)
    assert picture == waterfall(before, steps, probability, **options)
    assert faults(picture.svg) == []
    assert len(picture.rows) == len(steps) + 2
    assert "style=" not in picture.svg
