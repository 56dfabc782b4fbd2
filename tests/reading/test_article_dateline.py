"""A text's own day is found in its dateline, letterhead or label, and counts for its dates."""

import pytest

from tidings.reading.article import read_article
from tidings.reading.article.english.dateline import dateline
from tidings.values import parse_edtf


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("MINSK, 3 March 2022 — Police took Ana Ruiz.", "2022-03-03"),
        ("NAIROBI (Agency) - May 4 - Police took Ana Ruiz.", "2022-05-04"),
        ("Lima, 12 June. Soldiers took Ana Ruiz.", "2022-06-12"),
        ("12 June 1999 / Lima\nSoldiers took Ana Ruiz.", "1999-06-12"),
        ("Published: 7 February 2018\nSoldiers took Ana Ruiz.", "2018-02-07"),
        ("A headline\nPublished on Tuesday, 7 February 2018 at 14:30 GMT\nText.", "2018-02-07"),
        ("SITTWE, Feb 11, 2024 (Bay Press) — Soldiers took Ana Ruiz.", "2024-02-11"),
        ("BANGKOK (7 May 2014) – Soldiers took Ana Ruiz.", "2014-05-07"),
        ("Press Release No. 14 of 3 May 2012\nText.", "2012-05-03"),
        ("From: Ana Ruiz\nDate: 20 August 2017\nText.", "2017-08-20"),
    ],
)
def test_the_day_of_a_text_stands_in_its_first_lines(line, edtf):
    found = dateline(line, parse_edtf("2022"))
    assert found is not None
    assert str(found.dated) == edtf


@pytest.mark.parametrize(
    "line",
    [
        "Rosa Quispe was taken on 3 March 2022.",
        "On 14 January 2020 - at dawn - police took him.",
        "Police arrested 12 people on 3 March 2022",
    ],
)
def test_a_sentence_that_ends_in_a_date_is_no_dateline(line):
    assert dateline(line, None) is None


def test_dates_count_from_the_dateline_when_no_date_is_passed():
    text = (
        "MINSK, 3 March 2022 — Police have been holding 19 protesters since Sunday. "
        "Ana Ruiz was sentenced to three years last month. Omar Nasser was arrested on 14 January."
    )
    reading = read_article(text, "text.txt", None)
    assert [str(s.date) for s in reading.statements] == ["2022-02-27/..", "2022-02", "2022-01-14"]
    assert str(reading.source.published) == "2022-03-03"


@pytest.mark.parametrize("head", ["MINSK, 3 March 2022 — ", "KABUL, Afghanistan (AP) — "])
def test_a_dateline_is_no_part_of_a_quote(head):
    (line,) = read_article(f"{head}Police took Ana Ruiz.", "text.txt", None).statements
    assert line.quote == "Police took Ana Ruiz."


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("last night", "2022-03-02"),
        ("between December and February", "2021-12/2022-02"),
        ("in the last week of January", "2022-01-25/2022-01-31"),
    ],
)
def test_dates_in_two_pieces_and_nights_are_understood(words, edtf):
    text = f"MINSK, 3 March 2022 — Soldiers arrested 40 miners {words}."
    (line,) = read_article(text, "text.txt", None).statements
    assert str(line.date) == edtf
