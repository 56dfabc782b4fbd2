"""Verbs and constructions of wire copy, letters and court reports, one sentence each."""

import pytest

from tidings.reading.article import read_article
from tidings.values import parse_edtf


def told(text):
    reading = read_article(text, "wire.txt", parse_edtf("2021-06-15"))
    return [(s.mode.value, s.event and s.event.value, s.person) for s in reading.statements]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ana Ruiz was given 30 days for disobeying police.", "sentenced"),
        ("A court handed a sentence of eight years to Ana Ruiz.", "sentenced"),
        ("Ana Ruiz passed away in hospital in May.", "died"),
        ("Ana Ruiz was put on a plane to Cairo on Monday.", "departed"),
        ("Ana Ruiz crossed into Kenya on 3 May.", "departed"),
        ("Ana Ruiz has not called since May.", "contact_lost"),
        ("Ana Ruiz handed in a petition to the ministry.", "letter_sent"),
        ("Ana Ruiz petitioned the governor.", "letter_sent"),
        ("Ana Ruiz held a briefing on 3 May.", "press_conference"),
        ("Ana Ruiz was confined to her compound.", "restricted"),
        ("Ana Ruiz faces ten years in prison.", "other"),
    ],
)
def test_a_verb_of_the_wires_is_known(text, event):
    assert told(text) == [("asserts", event, "Ana Ruiz")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Police arrested Juan and Pedro Vera.", ["Juan Vera", "Pedro Vera"]),
        ("Police arrested two teachers, Juan Vera and Ana Ruiz.", ["Juan Vera", "Ana Ruiz"]),
        (
            "My name is Rosa Vera. I write of my brothers, Juan Vera and Luis Vera. "
            "On 3 May 2021 soldiers took them both.",
            ["Juan Vera", "Luis Vera"],
        ),
        (
            "Juan Vera was arrested in March 2020 and Luis Vera two months later.",
            ["Juan Vera", "Luis Vera"],
        ),
    ],
)
def test_people_named_together_have_a_line_each(text, people):
    assert [(event, person) for _, event, person in told(text)] == [
        ("detained", person) for person in people
    ]


def test_a_second_count_without_an_auxiliary_is_a_line_of_its_own():
    text = "Nine farmers were killed and 12 captured in May."
    reading = read_article(text, "wire.txt", parse_edtf("2021-06-15"))
    assert [(s.event.value, s.figure.low, s.date.edtf) for s in reading.statements] == [
        ("died", 9, "2021-05"),
        ("detained", 12, "2021-05"),
    ]


def test_a_correction_notice_takes_back_what_its_report_said():
    text = (
        "Correction, 9 June 2021\n\nWe reported that Juan Vera had been deported. "
        "The ministry said on Monday that he was at home."
    )
    assert ("retracts", "departed", "Juan Vera") in told(text)


def test_a_body_that_holds_nobody_denies_and_one_that_is_silent_did_not_respond():
    text = "The army said it holds nobody, and the ministry has been silent."
    assert [line[:2] for line in told(text)] == [("denies", "detained"), ("did_not_respond", None)]


def test_whom_the_writer_went_to_is_who_speaks_next_and_not_whom_he_speaks_of():
    text = (
        "My name is Agnes Tabi. I write about my brother, Peter Tabi, who was taken in May 2021. "
        "I went to the mayor. He said that he would be freed in July."
    )
    reading = read_article(text, "letter.txt", parse_edtf("2021-06-15"))
    last = reading.statements[-1]
    assert (last.mode.value, last.person, last.chain) == ("promises", "Peter Tabi", ("mayor",))


def test_a_salutation_is_nobody():
    text = (
        "Dear editor,\n\nMy name is Ana Ruiz. On 3 May soldiers came for my father. "
        "I have not seen him since."
    )
    assert "Dear editor" not in {person for _, _, person in told(text)}
