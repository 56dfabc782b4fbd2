"""Pictures: as exact as what is known, readable in any shape, the same every time."""

import os
import subprocess
import sys
from datetime import date

import pytest
from drawn_svg import faults, taken_apart
from hypothesis import given
from hypothesis import strategies as st

from tidings.publishing.pictures import (
    NARROW,
    WIDE,
    AnnouncedBar,
    BodyLetters,
    FamilyMember,
    RangeBar,
    TimelineEntry,
    announced_against_named,
    announced_of,
    family,
    family_of,
    figure,
    ranges,
    silence,
    silence_of,
    table,
    timeline,
    timeline_of,
)
from tidings.publishing.pictures.text import width, wrapped
from tidings.publishing.pictures.words import counted, figure_words, share_words
from tidings.publishing.release import (
    BodySilence,
    ReleasedAnnouncement,
    ReleasedCount,
    ReleasedKin,
    ReleasedName,
    ReleasedPerson,
    ReleasedSource,
    ReleasedStatement,
)
from tidings.values import (
    ConsentForm,
    Event,
    Figure,
    Kin,
    Mode,
    Script,
    SourceKind,
    WrongUse,
    between,
    parse_edtf,
)

SHAPES = pytest.mark.parametrize("shape", [WIDE, NARROW], ids=["wide", "narrow"])


def told(label, held, **more):
    return TimelineEntry(label, parse_edtf(held) if held else None, **more)


def drawn(*entries, **options):
    return taken_apart(timeline(entries, **options).svg)


# Timeline


def test_a_day_is_a_firm_mark_and_a_year_a_soft_bar():
    svg = drawn(told("detained", "2018-03-14"), told("sentenced", "2019"))
    (day, firm), (year, soft) = svg.bars
    assert (firm, soft) == ("solid", "url(#timeline-soft)")
    assert day.right - day.left == pytest.approx(6)
    assert year.right - year.left > 100


def test_a_month_is_wide_enough_to_be_seen_as_soft_among_many_years():
    svg = drawn(told("detained", "1990-03"), told("released", "2019"))
    (month, _), _ = svg.bars
    assert month.right - month.left == pytest.approx(18, abs=0.2)


def test_an_open_end_runs_out_in_dots_from_the_exact_day_or_month_that_is_told():
    picture = timeline([told("contact lost", "2018-03-05/..")])
    assert 'class="open"' in picture.svg
    assert 'class="solid"' in picture.svg
    assert "Dots" in picture.legend
    assert "Soft" not in picture.legend


def test_what_is_denied_promised_or_taken_back_is_an_empty_frame_and_says_so_in_words():
    svg = drawn(
        told("detained", "2018", mode=Mode.DENIES),
        told("released", "2019", retracted=True),
        told("allowed to leave", "2020", mode=Mode.PROMISES),
    )
    assert [look for _, look in svg.bars] == ["none", "none", "none"]
    assert "denied · 2018" in svg.said()
    assert "taken back later · 2019" in svg.said()
    assert "promised · 2020" in svg.said()
    assert [each.words for each in svg.texts if each.struck] == ["released"]


def test_a_denial_stands_under_what_it_denies_with_a_bracket_around_the_two():
    entries = [
        told("detained", "2017-12-09"),
        told("detained", "2017", mode=Mode.DENIES),
        told("released", "2018"),
    ]
    picture = timeline(entries)
    assert [row[1] for row in picture.rows] == ["detained", "detained (denied)", "released"]
    assert 'class="differ"' in picture.svg
    assert "the sources differ" in picture.legend


def test_a_denial_of_another_time_denies_nothing_told_here():
    picture = timeline([told("detained", "2017-12-09"), told("detained", "2019", mode=Mode.DENIES)])
    assert 'class="differ"' not in picture.svg


def test_what_several_sources_say_alike_is_one_row_with_all_of_them():
    entries = [told("detained", "2018", said_by=(who,)) for who in ("a list", "a sister")]
    picture = timeline(entries)
    assert picture.rows == (("2018", "detained", "a list; a sister"),)
    assert "2018 · 2 sources" in taken_apart(picture.svg).said()


def test_what_has_no_date_is_in_the_table_alone():
    picture = timeline([told("detained", None), told("released", "2019")])
    assert ("no date told", "detained", "1 source") in picture.rows
    assert "detained" not in taken_apart(picture.svg).said()
    assert timeline([told("detained", None)]) is None
    assert timeline([]) is None


def test_mirrored_time_runs_from_right_to_left():
    entries = [told("detained", "2017-01-05"), told("released", "2019-12-30")]
    (first, _), (last, _) = drawn(*entries).bars
    assert first.right < last.left
    (first, _), (last, _) = drawn(*entries, mirrored=True).bars
    assert first.left > last.right


def test_on_a_phone_the_words_stand_above_their_bars():
    svg = drawn(told("detained", "2018-03"), shape=NARROW)
    words = next(each for each in svg.texts if each.words == "detained")
    assert words.box.bottom <= svg.bars[0][0].top + 1
    assert svg.box.right == NARROW.width


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "2 sources"), ("kk", "2018 жыл · 2 дереккөз"), ("ru", "2018 г. · 2 источника")],
)
def test_the_picture_speaks_the_language_of_its_page(language, words):
    picture = timeline([told("x", "2018", sources=2)], language=language)
    assert any(words in each for each in taken_apart(picture.svg).said())


# Numbers of people


def test_an_open_count_fades_and_an_exact_one_ends_firmly():
    picture = ranges([RangeBar("left", Figure(2001, None)), RangeBar("said", Figure(34, 34))])
    assert "2,001 or more" in taken_apart(picture.svg).said()
    assert picture.rows == (("left", "2,001 or more"), ("said", "34"))
    assert ranges([]) is None


def test_a_longer_bar_is_a_higher_number():
    svg = taken_apart(ranges([RangeBar("a", Figure(10, 10)), RangeBar("b", Figure(40, 40))]).svg)
    (low, _), (high, _) = svg.bars
    assert (high.right - high.left) == pytest.approx(4 * (low.right - low.left), rel=0.01)


def announced(**more):
    known = {
        "label": "A ministry (invented)",
        "figure": Figure(200, 999),
        "certain": 12,
        "possible": 40,
        "unaccounted": Figure(160, 987),
        "documented": (12 / 999, 0.2),
    }
    return AnnouncedBar(**(known | more))


def test_the_announced_stand_over_the_named_and_over_those_whom_nobody_names():
    picture = announced_against_named(announced())
    assert picture.rows == (
        ("announced", "200 to 999"),
        ("of them, named here", "12 certain, 40 at most"),
        ("named by nobody", "160 to 987"),
        ("share known by name", "1.2% to 20%"),
    )
    assert "A ministry (invented)" in picture.title


def test_who_is_missing_from_such_lists_is_said_with_every_count():
    for language in ("en", "kk", "ru"):
        picture = announced_against_named(announced(), language=language)
        assert len(picture.description) > 150


def test_more_named_than_announced_is_said_in_words():
    warned = announced_against_named(announced(contradiction=True, certain=1200, possible=1300))
    assert "More people are named" in " ".join(taken_apart(warned.svg).said())
    assert "More people are named" in warned.description
    assert "More people" not in announced_against_named(announced()).svg


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(12, 12), "12"),
        (Figure(200, 999), "200 to 999"),
        (Figure(None, 500), "up to 500"),
        (Figure(2001, None), "2,001 or more"),
        (Figure(0, 0), "0"),
        (Figure(None, None), "not known"),
    ],
)
def test_a_count_is_told_as_the_range_it_is(figure, words):
    assert figure_words(figure, "en") == words


def test_a_share_is_rounded_away_from_what_would_be_too_sure():
    assert share_words((0.1234, 0.1234), "en") == "12.3% to 12.4%"
    assert share_words((0.0, 0.2), "ru") == "до 20\N{NO-BREAK SPACE}%"
    assert share_words((1.0, 1.0), "en") == "100%"


@pytest.mark.parametrize(
    ("n", "words"), [(1, "1 источник"), (3, "3 источника"), (11, "11 источников")]
)
def test_russian_counts_as_russian_does(n, words):
    assert counted("picture.sources", n, "ru") == words


# Family


def test_parents_stand_above_the_person_and_children_below():
    members = [FamilyMember(Kin.SON, "Son"), FamilyMember(Kin.MOTHER, "Mother")]
    svg = taken_apart(family("Person", members).svg)
    heights = {each.words: each.box.top for each in svg.texts}
    assert heights["Mother"] < heights["Person"] < heights["Son"]


def test_brothers_sisters_and_spouses_stand_beside_the_person():
    members = [FamilyMember(Kin.SISTER, "Sister"), FamilyMember(Kin.HUSBAND, "Husband")]
    svg = taken_apart(family("Person", members).svg)
    assert len({(box.top + box.bottom) / 2 for box in svg.circles}) == 1


def test_whoever_is_not_named_is_an_empty_circle_with_the_relation():
    picture = family("Person", [FamilyMember(Kin.SISTER)])
    assert ("sister", "not named") in picture.rows
    assert "sister" in taken_apart(picture.svg).said()
    assert "Empty circle" in picture.legend
    assert family("Person", []) is None


def test_a_name_carries_its_language():
    svg = family("Person", [FamilyMember(Kin.SON, "阿布迪勒达")]).svg
    assert 'lang="zh"' in svg


# Silence


def test_each_letter_is_a_square_filled_as_far_as_it_was_answered():
    picture = silence([BodyLetters("A ministry", answered=1, refused=2, silent=4)])
    assert picture.svg.count('class="solid"') == 1
    assert picture.svg.count("l12 12") == 2
    assert picture.rows == (
        ("A ministry", "7 letters · answered\xa01 · refused\xa02 · no answer\xa04"),
    )
    assert "overdue" not in picture.legend


def test_thousands_of_letters_are_several_to_a_square_and_it_says_so():
    picture = silence([BodyLetters("A ministry", silent=3000)])
    assert picture.svg.count("<path") < 100
    assert "A square stands for up to" in picture.legend


def test_a_body_to_which_nobody_wrote_has_no_row():
    assert silence([BodyLetters("A ministry")]) is None


# From a release


def released(**more):
    sister = ReleasedSource(SourceKind.TESTIMONY, relation=Kin.SISTER)
    paper = ReleasedSource(SourceKind.ARTICLE, title="An article", publisher="A paper (invented)")
    told = (
        ReleasedStatement(Event.DETAINED, Mode.ASSERTS, sister, parse_edtf("2017-12")),
        ReleasedStatement(Event.DETAINED, Mode.CONFIRMS, paper, parse_edtf("2017-12")),
    )
    names = (
        ReleasedName("努尔兰", Script.HAN),
        ReleasedName("Нұрлан", Script.CYRILLIC),
        ReleasedName("Nurlan", Script.LATIN),
    )
    known = {"form": ConsentForm.NAMED, "names": names, "timeline": told}
    return ReleasedPerson(**({"id": "a"} | known | more))


def test_a_released_timeline_names_its_sources_as_far_as_they_are_released():
    picture = timeline_of(released())
    assert picture.rows == (
        ("December 2017", "detained", "testimony (sister); A paper (invented)"),
    )


def test_a_family_is_named_in_the_script_of_the_page():
    kin = (ReleasedKin(Kin.SISTER, "b"), ReleasedKin(Kin.BROTHER, "gone"))
    picture = family_of(released(kin=kin), {"b": "Нұрлан"}, language="kk")
    assert [row[1] for row in picture.rows] == ["Нұрлан"]


def test_an_announcement_of_a_release_is_drawn_with_its_speaker():
    count = ReleasedCount(1, 2, (0.0, 0.01), Figure(1999, None), contradiction=False)
    source = ReleasedSource(SourceKind.OFFICIAL)
    said = ReleasedAnnouncement(
        "a",
        "A ministry",
        (),
        Mode.ASSERTS,
        Event.ALLOWED_TO_LEAVE,
        None,
        None,
        Figure(2001, None),
        source,
        count,
    )
    assert "A ministry, allowed to leave" in announced_of(said).title
    letters = BodySilence("A ministry", 3, 0, 0, 3, 0, 0)
    assert silence_of([letters]).rows == (("A ministry", "3 letters · no answer\xa03"),)


# All of them


def all_pictures(label, held, figure, **options):
    entries = [TimelineEntry(label, held), TimelineEntry(label, held, mode=Mode.DENIES)]
    named = announced(label=label, figure=figure, contradiction=True, unaccounted=figure)
    members = [FamilyMember(kin, label) for kin in Kin] + [FamilyMember(Kin.SISTER)]
    return [
        timeline(entries, identifier="a", **options),
        ranges([RangeBar(label, figure)], identifier="b", **options),
        announced_against_named(named, identifier="c", **options),
        family(label, members, identifier="d", **options),
        silence([BodyLetters(label, 1, 1, 1, 1, 1)], identifier="e", **options),
    ]


def test_markup_in_a_label_stays_text():
    label = "<script>alert('x')</script> & \"quotes\""
    for picture in all_pictures(label, parse_edtf("2018"), Figure(1, 5)):
        for html in (picture.svg, table(picture), figure(picture)):
            assert "<script" not in html
        taken_apart(picture.svg)


def test_no_picture_holds_a_style_a_script_or_a_link():
    for picture in all_pictures("label", parse_edtf("2018/.."), Figure(1, None)):
        for sign in ("style=", "<style", "<script", "href", "http://www.w3.org/1999", "onload"):
            assert sign not in picture.svg


def test_every_picture_has_a_title_a_description_and_ids_of_its_own():
    pictures = all_pictures("label", parse_edtf("2018-03"), Figure(1, 9))
    ids = []
    for picture in pictures:
        assert 'role="img"' in picture.svg
        assert picture.title
        assert picture.description
        assert all(len(row) == len(picture.header) for row in picture.rows)
        ids += [part.split('"')[0] for part in picture.svg.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_an_identifier_that_could_break_out_of_its_place_is_refused():
    with pytest.raises(WrongUse):
        timeline([told("x", "2018")], identifier='a" onload="x')


SAME = """
import sys
from tidings.publishing.pictures import *
from tidings.values import *
entries = [TimelineEntry(f"event {n}", parse_edtf(f"{2010 + n}-0{n}"), n) for n in range(1, 9)]
members = [FamilyMember(kin, kin.value) for kin in Kin]
sys.stdout.write(timeline(entries).svg + family("x", members).svg)
sys.stdout.write(ranges([RangeBar("x", Figure(3, 9))]).svg)
"""


def test_the_same_picture_has_the_same_bytes_in_every_process():
    runs = [
        subprocess.run(
            [sys.executable, "-c", SAME],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 5000


# Anything

anything = st.text(max_size=60) | st.sampled_from(
    ["басқа жерге ауыстырылған", "قۇرالاي جۇماعاليقىزى", "努尔兰·阿布迪勒达", "w" * 50, "", " "]
)
days = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(1990, 1, 1), date(2026, 1, 1))


@st.composite
def helds(draw):
    first, last = sorted((draw(days), draw(days)))
    open_end = draw(st.sampled_from(["", "from", "to", "day"]))
    if open_end == "day":
        return parse_edtf(first.isoformat())
    return between(None if open_end == "from" else first, None if open_end == "to" else last)


entries_of_any_kind = st.builds(
    TimelineEntry,
    label=anything,
    held=helds(),
    sources=st.integers(1, 200),
    mode=st.sampled_from(Mode),
    retracted=st.booleans(),
)
counts = st.integers(0, 10**7)


@st.composite
def figures(draw):
    low, high = sorted((draw(counts), draw(counts)))
    return Figure(draw(st.sampled_from([None, low])), draw(st.sampled_from([None, high])))


@SHAPES
@given(
    entries=st.lists(entries_of_any_kind, min_size=1, max_size=8),
    language=st.sampled_from(["en", "kk", "ru"]),
    mirrored=st.booleans(),
)
def test_any_timeline_is_well_formed_and_nothing_in_it_overlaps(shape, entries, language, mirrored):
    picture = timeline(entries, language=language, shape=shape, mirrored=mirrored)
    assert faults(picture.svg) == []


@SHAPES
@given(
    bars=st.lists(st.builds(RangeBar, anything, figures()), min_size=1, max_size=6),
    language=st.sampled_from(["en", "kk", "ru"]),
    mirrored=st.booleans(),
)
def test_any_ranges_are_well_formed_and_nothing_in_them_overlaps(shape, bars, language, mirrored):
    picture = ranges(bars, language=language, shape=shape, mirrored=mirrored)
    assert faults(picture.svg) == []


@SHAPES
@given(
    figure=figures(),
    unaccounted=figures(),
    certain=counts,
    more=counts,
    language=st.sampled_from(["en", "kk", "ru"]),
    mirrored=st.booleans(),
)
def test_any_announcement_is_well_formed_and_nothing_in_it_overlaps(
    shape, figure, unaccounted, certain, more, language, mirrored
):
    bar = announced(
        figure=figure,
        unaccounted=unaccounted,
        certain=certain,
        possible=certain + more,
        contradiction=True,
    )
    picture = announced_against_named(bar, language=language, shape=shape, mirrored=mirrored)
    assert faults(picture.svg) == []


@SHAPES
@given(
    person=anything,
    members=st.lists(
        st.builds(FamilyMember, st.sampled_from(Kin), st.none() | anything),
        min_size=1,
        max_size=40,
    ),
    mirrored=st.booleans(),
)
def test_any_family_is_well_formed_and_nobody_in_it_overlaps(shape, person, members, mirrored):
    picture = family(person, members, shape=shape, mirrored=mirrored)
    assert faults(picture.svg) == []


@given(text=st.text(max_size=200), room=st.floats(40, 300))
def test_no_line_of_any_text_is_wider_than_its_room(text, room):
    lines = wrapped(text, 14, room)
    assert len(lines) <= 3
    assert all(width(each, 14) <= room for each in lines)


@SHAPES
@given(
    bodies=st.lists(
        st.builds(BodyLetters, anything, *[st.integers(0, 400)] * 5), min_size=1, max_size=6
    ),
    language=st.sampled_from(["en", "kk", "ru"]),
    mirrored=st.booleans(),
)
def test_any_silence_is_well_formed_and_nothing_in_it_overlaps(shape, bodies, language, mirrored):
    picture = silence(bodies, language=language, shape=shape, mirrored=mirrored)
    assert picture is None or faults(picture.svg) == []
