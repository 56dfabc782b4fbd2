"""Publish in the desk: who would be seen by whom, what is missing, the file and the site."""

import pytest

from tidings.publishing import site
from tidings.publishing.release_file import read_release
from tidings.registry import consenting, folder, testimony
from tidings.registry.consents import Allowed
from tidings.registry.models import Mention, Organisation, Released
from tidings.registry.testimony import Happening, Testimony
from tidings.release import signing
from tidings.values import (
    PUBLIC,
    Audience,
    ConsentForm,
    Event,
    PlaceLevel,
    parse_edtf,
    show_id,
)

PARTNER = Audience("partner", "A Group That Must Not Be Named")


def text(response):
    return response.content.decode()


def told(name, *allowed):
    """The id of somebody with these consents, by a relative's testimony."""
    added = testimony.record(
        Testimony(
            testifier=f"туысы {name}",
            names=(name,),
            words=f"{name} келмеді.",
            given_on=parse_edtf("2019-01-01"),
            happenings=(Happening(Event.DETAINED, "Ұстап әкетті", parse_edtf("2018-03")),),
            consents=allowed,
        ),
        actor="Worker",
    )
    return Mention.live.filter(source_id=added.source_ids[0]).order_by("id").first().id


@pytest.fixture
def seen(desk):
    """Somebody the public may know by name."""
    return told("Көрінер Мысал", Allowed(PUBLIC, ConsentForm.NAMED, PlaceLevel.DISTRICT))


@pytest.fixture
def unseen(desk):
    """Somebody of whom nobody allowed anything."""
    return told("Көрінбес Мысал")


def test_the_page_says_how_many_may_be_seen_and_who_is_left_out_and_why(desk, seen, unseen):
    page = text(desk.get("/publish"))
    assert "The public: 1 person may be seen today" in page
    assert "1 person is left out" in page
    assert "Көрінбес Мысал" in page
    assert "Nobody has allowed it." in page
    assert "туысы Көрінбес Мысал" in page
    assert f'href="/person/{show_id(unseen)}"' in page


def test_an_audience_is_chosen_without_its_name_in_an_address(desk, seen):
    told("Серіктес Мысал", Allowed(PARTNER, ConsentForm.PSEUDONYM))
    response = desk.post("/publish/audience", {"audience": str(PARTNER)})
    assert response["Location"] == "/publish"
    page = text(desk.get("/publish"))
    assert "1 person may be seen today" in page
    assert "Build the site" not in page
    desk.post("/lock")
    desk.post("/unlock", {"secret": "the right words"})
    assert "Build the site" in text(desk.get("/publish"))


def test_an_audience_typed_wrongly_is_answered_in_words(desk):
    response = desk.post("/publish/audience", {"named": "everybody", "audience": "public"})
    assert response.status_code == 422
    assert "is no audience" in text(response)


def test_the_signed_file_is_a_release_and_its_giving_out_is_recorded(desk, seen, unseen):
    response = desk.post("/publish/file")
    assert response["Content-Disposition"] == 'attachment; filename="release.json"'
    given = read_release(response.content, signing.public_key())
    assert [each.names[0].written for each in given.people] == ["Көрінер Мысал"]
    assert "Көрінбес".encode() not in response.content
    assert Released.live.get().audience == "public"


def test_after_it_was_given_out_the_page_says_person_by_person_what_changed(desk, seen):
    desk.post("/publish/file")
    assert "Nothing." in text(desk.get("/publish"))
    told("Жаңа Мысал", Allowed(PUBLIC, ConsentForm.NAMED))
    (consent,) = consenting.consents_of(seen)
    consenting.withdraw(consent.id, actor="Worker")
    page = text(desk.get("/publish"))
    assert "is new" in page
    assert "is gone" in page
    assert "It was allowed and then taken back." in page


def test_the_site_is_built_into_a_folder_and_can_be_verified(desk, seen, tmp_path):
    folder = tmp_path / "site"
    page = text(desk.post("/publish/site", {"folder": str(folder)}, follow=True))
    assert "The site is built: 1 people" in page
    assert not site.verify(folder, signing.public_key()).problems
    assert Released.live.count() == 1


@pytest.mark.parametrize("folder", ["", "site", "../site"])
def test_a_folder_needs_its_whole_path(desk, seen, folder):
    response = desk.post("/publish/site", {"folder": folder})
    assert response.status_code == 422
    assert "whole path" in text(response)
    assert not Released.live.exists()


def test_a_folder_that_holds_something_else_is_left_alone(desk, seen, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    response = desk.post("/publish/site", {"folder": str(tmp_path)})
    assert response.status_code == 422
    assert (tmp_path / "thesis.txt").read_text() == "years of work"
    assert not Released.live.exists()


def test_the_organisation_is_named_once_and_the_newest_name_counts(desk):
    desk.post("/publish/organisation", {"name": "Example Group", "contact": "a@example.org"})
    desk.post("/publish/organisation", {"name": "Example Group", "contact": "a@example.org"})
    assert Organisation.live.count() == 1
    desk.post("/publish/organisation", {"name": "Example Group", "contact": "b@example.org"})
    assert 'value="b@example.org"' in text(desk.get("/publish"))


def test_an_organisation_without_a_name_is_not_recorded(desk):
    response = desk.post("/publish/organisation", {"name": " ", "address": "1 Example Street"})
    assert response.status_code == 422
    assert "stand under a name" in text(response)
    assert 'value="1 Example Street"' in text(response)
    assert not Organisation.live.exists()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_page_renders_in_every_language(desk, seen, unseen, language):
    desk.post("/language", {"language": language})
    page = text(desk.get("/publish"))
    assert "left out" not in page
    assert "Көрінбес Мысал" in page


def test_a_file_given_out_before_that_was_altered_is_said_and_the_page_still_works(desk, seen):
    desk.post("/publish/file")
    name = Released.live.get().blob_name
    path = folder.current().blobs.path(name)
    path.chmod(0o600)
    *whole, last = path.read_bytes()
    path.write_bytes(bytes([*whole, last ^ 1]))
    response = desk.get("/publish")
    assert response.status_code == 200
    assert "altered" in text(response)
    assert "1 person may be seen today" in text(response)
