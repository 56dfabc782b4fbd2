"""Who is meant: pairs, parts of groups, titles, lists, neighbours who speak of somebody else."""

import pytest

from tidings.reading.article import read_article
from tidings.values import parse_edtf


def lines(text, published="2020-06-15"):
    return read_article(text, "text.txt", parse_edtf(published)).statements


def people(text):
    return [(s.event.value, s.person) for s in lines(text) if s.event]


@pytest.mark.parametrize(
    "again", ["Both were beaten.", "The couple were beaten.", "Guards beat both of them."]
)
def test_both_means_the_two_told_of_before(again):
    found = people(f"Soldiers took Omar Nasser and Ana Ruiz in May. {again}")
    assert found[2:] == [("other", "Omar Nasser"), ("other", "Ana Ruiz")]


def test_many_means_many_of_the_group_told_of_before():
    found = lines("Dozens of teachers were arrested in May. Many were beaten, the union said.")
    assert [s.group for s in found] == ["teachers", "teachers"]


def test_those_named_in_a_group_have_lines_of_their_own():
    found = people("Police arrested five lawyers, including Reza Karimi and Sara Amini, on Monday.")
    assert found == [
        ("detained", None),
        ("detained", "Reza Karimi"),
        ("detained", "Sara Amini"),
    ]


def test_titles_particles_ages_and_appositions_leave_the_names():
    text = (
        "Imam Yusuf Demir, Sister Maria de la Cruz, 61, a nun, and 14-year-old Omar bin Said "
        "were arrested on 3 May."
    )
    assert [person for _, person in people(text)] == [
        "Yusuf Demir",
        "Maria de la Cruz",
        "Omar bin Said",
    ]


def test_his_lawyer_is_the_lawyer_of_the_one_the_sentence_is_about():
    text = (
        "The lawyer of Dmitry Lavrov said he was beaten. "
        "Student Pavel Zhuk was sentenced to three years, his lawyer said. "
        "A neighbour, who asked not to be named, said that police took him and his brother Anton."
    )
    found = lines(text)
    assert [(s.speaker, s.person) for s in found[1:]] == [
        ("Pavel Zhuk's lawyer", "Pavel Zhuk"),
        ("neighbour", "Pavel Zhuk"),
        ("neighbour", "Anton"),
    ]


def test_she_is_an_unnamed_woman_where_no_woman_was_named():
    text = (
        "China is a major trading partner, Omar Nasser said. He was warned in May.\n"
        '"I thought I would never see my children again," she said.'
    )
    assert lines(text)[-1].speaker == "unnamed woman"


def test_all_but_two_of_eleven_are_nine():
    (line,) = lines("All but two of the eleven villagers have been freed.")
    assert line.figure is not None
    assert (line.figure.low, line.figure.high, line.group) == (9, 9, "villagers")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("I, Ana Ruiz, wrote to the regional prosecutor. He has not answered.", "prosecutor"),
        ("I, Ana Ruiz, wrote to the regional prosecutor. No reply came. I wait.", "prosecutor"),
        ("I, Ana Ruiz, wrote to the regional prosecutor. It went unanswered.", "prosecutor"),
        ("We are still waiting for an answer from the army.", "army"),
        ("Calls to the police were not returned.", "police"),
        ("The embassy has yet to respond.", "embassy"),
        ("The governor ignored all our letters.", "governor"),
        ("The police did not comment. The army did not respond. Nor did the navy.", "navy"),
    ],
)
def test_silence_has_many_words(text, speaker):
    last = lines(text)[-1]
    assert last.mode.value == "did_not_respond"
    assert speaker in str(last.speaker)


def test_a_missing_person_who_cannot_be_reached_is_lost_not_silent():
    (line,) = lines("Journalist Omar Nasser cannot be reached since Friday.")
    assert (line.mode.value, line.event and line.event.value) == ("asserts", "contact_lost")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry denied that anyone had been beaten.", ("denies", "other")),
        ("His father was threatened with arrest.", ("threatens", "detained")),
        ("The army is not in a position to name the detainees.", ("declines_to_say", "detained")),
        ("A court imposed an exit ban on Ana Ruiz.", ("asserts", "restricted")),
        ("Ana Ruiz was granted bail.", ("asserts", "released")),
        ("Ana Ruiz was stripped of her citizenship.", ("asserts", "renounced_citizenship")),
        ("Ana Ruiz was granted asylum in Norway.", ("asserts", "residency_granted")),
        ("Ana Ruiz went into exile.", ("asserts", "departed")),
        ("Nobody will tell us where Ana Ruiz is. Nobody told us where she is.", None),
        ("Among the detained is Ana Ruiz.", ("asserts", "detained")),
    ],
)
def test_further_words_for_what_happens(text, expected):
    found = lines(text)
    last = (found[-1].mode.value, found[-1].event and found[-1].event.value)
    assert last == (expected or ("asserts", "contact_lost"))


def test_who_was_not_among_those_freed_was_not_freed():
    text = (
        "The junta freed 814 prisoners on Sunday, state radio said. "
        "Relatives of the editor Thiha said he was not among them."
    )
    last = lines(text)[-1]
    assert (last.mode.value, last.event and last.event.value, last.person) == (
        "denies",
        "released",
        "Thiha",
    )


def test_a_body_that_says_what_it_will_do_promises():
    text = "MINISTRY OF JUSTICE\nBulletin No. 3\n\nThe Ministry will publish the names in December."
    (line,) = lines(text)
    assert (line.mode.value, str(line.date)) == ("promises", "2020-12")


def test_a_headline_is_told_again_below():
    text = (
        "Police arrest lawyer Ana Ruiz\n\n"
        "Police arrested the lawyer Ana Ruiz at her home on Friday, her family said. "
        "The interior ministry did not respond to a request for comment."
    )
    assert [s.mode.value for s in lines(text)] == ["asserts", "did_not_respond"]


def test_the_wife_who_writes_means_the_husband_she_named():
    text = (
        "I am the wife of Tesfaye Alemu, a journalist. On 3 May 2019 my husband went to work "
        "and never came back.\n\nHirut Bekele"
    )
    (line,) = lines(text)
    assert (line.speaker, line.person) == ("Hirut Bekele", "Tesfaye Alemu")


def test_a_deplored_arrest_is_an_arrest():
    (line,) = lines("Reporters Watch condemned the arrest of journalist Li Po on 3 May.")
    assert (line.speaker, line.person, str(line.date)) == (
        "Reporters Watch",
        "Li Po",
        "2020-05-03",
    )


@pytest.mark.parametrize(
    "head",
    [
        "PRESS STATEMENT\nThe Committee of Mothers, Managua, 4 April 2019",
        "From: The Committee of Mothers, Managua\n4 April 2019",
    ],
)
def test_place_and_day_are_no_part_of_the_issuer(head):
    text = f"{head}\n\nWe denounce the abduction of our colleague Rosa Blanco on 2 April."
    (line,) = lines(text)
    assert str(line.speaker).removeprefix("The ") == "Committee of Mothers"


def test_or_i_would_be_next_is_a_threat_of_arrest():
    (line,) = lines("I, Ana Ruiz, am a nurse. An unknown man called and said I would be next.")
    assert (line.mode.value, line.event and line.event.value, line.person, line.chain) == (
        "threatens",
        "detained",
        "Ana Ruiz",
        ("unknown man",),
    )


def test_whoever_is_named_in_what_he_says_is_not_him():
    text = (
        "I write about my father, Juan Tol. Soldiers took him in May 2019. Our neighbour came "
        "back. He told us that he had seen my father alive in the camp."
    )
    last = lines(text)[-1]
    assert (last.chain, last.person) == (("neighbour",), "Juan Tol")
