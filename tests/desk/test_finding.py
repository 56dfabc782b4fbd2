"""The search of the desk, as it works without JavaScript: filters, reasons, hints."""

import re

import pytest

ERLAN = "Ерлан Қайратұлы"


def asked(desk, query, **filters):
    """The page after this search."""
    return desk.post("/", {"query": query, **filters}, follow=True).content.decode()


def names(page):
    return re.findall(r'<h2><a [^>]*href="/person/[^"]+"><bdi[^>]*>([^<]+)</bdi>', page)


def count(page):
    return re.search(r'<p class="say" id="count" role="status">(.*?)</p>', page, re.S)[1].strip()


def test_births_are_asked_for_from_one_year_to_another(peopled):
    assert names(asked(peopled, ERLAN)).count(ERLAN) == 2
    born_1991 = asked(peopled, ERLAN, born_from="1990", born_to="1992")
    assert names(born_1991)[0] == ERLAN
    assert names(born_1991).count(ERLAN) == 1
    assert names(asked(peopled, ERLAN, born_from="1980")).count(ERLAN) == 1
    assert names(asked(peopled, ERLAN, born_to="about 1975")).count(ERLAN) == 1


def test_whoever_no_source_gives_a_birth_stays_in(peopled):
    assert "Гүлнар Серікқызы" in names(asked(peopled, "Гүлнар", born_from="1990"))


def test_filters_are_plain_fields_that_stay_as_they_were_typed(peopled):
    page = asked(peopled, ERLAN, born_from="1970", place="Алтай", sex="male")
    assert 'name="born_from" value="1970"' in page
    assert 'name="place" value="Алтай"' in page
    assert '<option value="male" selected>' in page
    assert "<details open><summary>Born" in page
    assert "<details><summary>Born" in asked(peopled, ERLAN)


@pytest.mark.parametrize(
    "filters",
    [{"born_from": "soon"}, {"born_to": "31.02.1970"}, {"born_from": "1990", "born_to": "1980"}],
)
def test_a_date_that_is_none_is_said_and_the_rest_stays(peopled, filters):
    page = asked(peopled, "Ерлан", **filters)
    assert "We do not understand the dates of birth" in count(page)
    assert 'value="Ерлан"' in page
    assert names(page) == []


@pytest.mark.parametrize(("query", "hint"), [("е", "Type a little more"), ("12 !", "no letter")])
def test_too_little_to_look_for_is_answered_with_a_hint_and_not_with_noise(peopled, query, hint):
    page = asked(peopled, query)
    assert hint in count(page)
    assert names(page) == []
    assert "Record someone new" not in page


def test_how_many_were_found_is_told_apart_from_who(peopled):
    live = peopled.post("/results", {"query": "Гүлнар"}).content.decode()
    assert live.startswith('<p id="count" hx-swap-oob="innerHTML">1 person, of 7.</p>')
    assert count(asked(peopled, "Гүлнар")) == "1 person, of 7."
    assert count(asked(peopled, "Qwrtzxv")).startswith("Nobody by that name, of 7 people.")


def test_each_answer_says_why_in_words_and_letter_by_letter(peopled):
    page = asked(peopled, "Эрлан Хайрат")
    assert "sounds " in page
    picture = re.search(r'<details class="letters">.*?</details></figure></details>', page, re.S)[0]
    assert "<desc" in picture
    assert "<caption>Letter by letter: Эрлан Хайрат, " in picture
    identifiers = re.findall(r' id="([^"]+)"', page)
    assert len(set(identifiers)) == len(identifiers)
    assert " style=" not in page


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "is read kai-la-ti"), ("ru", "читается kai-la-ti"), ("kk", "былай оқылады: kai-la-ti")],
)
def test_the_reasons_are_in_the_language_of_the_desk(peopled, language, words):
    peopled.post("/language", {"language": language})
    assert words in asked(peopled, "叶尔兰·凯拉提")


def test_what_was_put_right_in_a_name_before_it_was_read_is_told(peopled):
    page = asked(peopled, "Ерл\N{LATIN SMALL LETTER A}н Қайрат")
    assert ERLAN in names(page)
    assert '<p class="noted">letters of two alphabets are mixed' in page
    assert "noted" not in asked(peopled, "Ерлан Қайрат")
