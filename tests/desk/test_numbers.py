"""Numbers in the desk: announcements, who is covered and why, ties, the bias note."""

import re

import pytest

from tidings.reading.reading import MentionDraft, Reading, SourceDraft, StatementDraft
from tidings.registry import adding, announcing, undoing
from tidings.registry.models import Act, Statement
from tidings.registry.persons import resolve
from tidings.values import (
    Event,
    Figure,
    Mode,
    SourceKind,
    parse_edtf,
    show_id,
)


def text(response):
    return response.content.decode()


def article(name, said, speaker="the ministry", low=3, high=3, mode=Mode.ASSERTS):
    """One source with one number of unnamed people; the announcement's id."""
    quote = f"{speaker} said {said}"
    source = SourceDraft(
        SourceKind.ARTICLE,
        name,
        f"{name}.txt",
        publisher="Example Wire",
        published=parse_edtf("2019-01-10"),
        text=quote,
    )
    draft = StatementDraft(
        mode,
        Event.RELEASED,
        quote,
        speaker=speaker,
        date=parse_edtf("2018"),
        figure=Figure(low, high),
    )
    added = adding.add_file(
        [Reading(source, (), (), (draft,))], quote.encode(), actor="Worker", accept=True
    )
    return Statement.live.get(source_id=added.source_ids[0]).id


@pytest.fixture
def people(desk):
    """Two named people, one said to have been released within the year, one of whom nothing is
    said; their ids."""
    source = SourceDraft(SourceKind.LIST, "List", "list.csv", published=parse_edtf("2019-01-05"))
    mentions = (
        MentionDraft("row 1", "A1", ("Үлгі Босаған",)),
        MentionDraft("row 2", "A2", ("Үлгі Белгісіз",)),
    )
    said = StatementDraft(
        Mode.ASSERTS, Event.RELEASED, "x", mention="row 1", date=parse_edtf("2018-12")
    )
    added = adding.add_file(
        [Reading(source, mentions, (), (said,))], b"list", actor="Worker", accept=True
    )
    from tidings.registry.models import Mention

    rows = Mention.live.filter(source_id=added.source_ids[0]).order_by("id")
    return [resolve(row.id) for row in rows]


@pytest.fixture
def announced(people):
    return article("Families wait", "3 people were released")


def page_of(desk, statement):
    return text(desk.get(f"/numbers/{show_id(statement)}"))


def test_an_empty_registry_says_what_numbers_are_for(desk):
    page = text(desk.get("/numbers"))
    assert "No number was announced yet" in page
    assert 'href="/add"' in page


def test_each_announcement_stands_with_who_said_it_and_who_is_among_them(desk, announced):
    page = text(desk.get("/numbers"))
    for words in ("the ministry", "Certainly among them", "Named by nobody here", "2 people named"):
        assert words in page
    assert f'href="/numbers/{show_id(announced)}"' in page


def test_a_note_on_who_is_missing_from_such_lists_stands_beside_every_figure(desk, announced):
    note = "Who is listed here is not who was taken."
    assert note in text(desk.get("/numbers"))
    assert note in page_of(desk, announced)


def test_one_announcement_shows_its_picture_the_table_and_a_reason_for_each_person(
    desk, announced, people
):
    page = page_of(desk, announced)
    assert "<svg" in page
    assert "<details>" in page
    assert " style=" not in page
    released, unknown = people
    assert f'href="/person/{show_id(released)}"' in page
    assert "It is said of this person, wholly within the announced period" in page
    others = text(desk.get(f"/numbers/{show_id(announced)}", {"group": "3"}))
    assert f'href="/person/{show_id(unknown)}"' in others
    assert "No source says so of this person" in others


def test_a_worker_s_ruling_counts_a_person_out_and_the_history_takes_it_back(
    desk, announced, people
):
    released, _ = people
    desk.post(
        f"/numbers/{show_id(announced)}/rule",
        {"covered": "not_covered", "person": show_id(released), "reason": "another of that name"},
    )
    assert announcing.reckoned().of(announced).count.certain == 0
    act = Act.objects.order_by("-id").first()
    assert act.verb == "rule not_covered"
    assert "said whom an announcement covers" in text(desk.get("/history"))
    undoing.undo(act.id, actor="Worker", reason="")
    assert announcing.reckoned().of(announced).count.certain == 1


def test_everybody_being_of_the_announced_group_is_a_ruling_of_its_own(desk, people):
    statement = article("Kazakhs", "3 ethnic Kazakhs were released")
    Statement.objects.get(pk=statement)
    desk.post(f"/numbers/{show_id(statement)}/rule", {"covered": "group_is_all"})
    assert announcing.reckoned().of(statement).announcement.everybody


def test_two_announcements_are_tied_and_the_tie_is_said_in_a_sentence(desk, announced):
    other = article("Again", "4 people were released", speaker="an office", low=4, high=4)
    desk.post(
        f"/numbers/{show_id(announced)}/tie",
        {"tie": "part_of", "other": show_id(other), "reason": "the same days"},
    )
    page = page_of(desk, announced)
    assert "is a part of" in page
    assert "A person said so." in page
    assert f'href="/numbers/{show_id(other)}"' in page


def test_more_named_than_announced_is_said_in_words(desk, people):
    statement = article("None", "nobody was released", low=0, high=0)
    assert "the two cannot both be right" in text(desk.get("/numbers"))
    assert "More people are named for certain than were announced." in page_of(desk, statement)


def test_as_of_an_earlier_day_shows_only_what_was_said_by_then(desk, announced):
    later = text(desk.get("/numbers", {"on": "2019-01-10"}))
    earlier = text(desk.get("/numbers", {"on": "December 2018"}))
    assert 'class="card number"' in later
    assert 'class="card number"' not in earlier


def test_a_day_that_is_none_is_said_and_today_is_shown(desk, announced):
    response = desk.get("/numbers", {"on": "soon"})
    assert response.status_code == 422
    assert "We do not understand" in text(response)
    assert 'class="card number"' in text(response)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("rule", {"covered": "perhaps"}),
        ("rule", {"covered": "covered"}),
        ("rule", {"covered": "covered", "person": "nobody"}),
        ("tie", {"tie": "cousin"}),
        ("tie", {"tie": "same", "other": "nothing"}),
    ],
)
def test_a_ruling_or_tie_that_cannot_be_records_nothing(desk, announced, path, fields):
    before = Act.objects.count()
    assert desk.post(f"/numbers/{show_id(announced)}/{path}", fields).status_code == 404
    assert Act.objects.count() == before


def test_an_announcement_that_is_not_there_is_no_page(desk, announced, people):
    assert desk.get(f"/numbers/{show_id(people[0])}").status_code == 404


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_pages_of_numbers_render_in_every_language(desk, announced, language):
    desk.post("/language", {"language": language})
    for path in ("/numbers", f"/numbers/{show_id(announced)}"):
        page = text(desk.get(path))
        assert "Certainly" not in page
        assert re.search("[а-я]{4}", page)
