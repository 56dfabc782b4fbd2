"""Letters in the desk: from a person's page to a letter sent, an answer, a silence."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tidings.casework import letters as casework
from tidings.casework import tracking
from tidings.casework.letters import Wanted
from tidings.registry import consenting, organisation, testimony
from tidings.registry.consents import Allowed
from tidings.registry.models import Answer, Correspondence, Mention, Statement
from tidings.registry.organisation import Speaker
from tidings.registry.testimony import Happening, Testimony
from tidings.values import (
    Audience,
    ConsentForm,
    Event,
    Kin,
    LetterKind,
    Mode,
    Outcome,
    PlaceLevel,
    parse_edtf,
    show_id,
)

BODY = "Ministry for Compatriots"
FORM = {"kind": "appeal", "language": "kk", "body": BODY, "days": "30", "place": "Алматы"}


def text(response):
    return response.content.decode()


@pytest.fixture
def person(desk):
    """A man whose sister lets one ministry hear of him by name."""
    organisation.record(Speaker("Example Group", "1 Example Street", ""), actor="Worker")
    body = Audience("body", BODY)
    added = testimony.record(
        Testimony(
            testifier="Айтушы",
            names=("Үлгі Мысалұлы",),
            words="Ол үйге келмеді.",
            relation=Kin.SISTER,
            given_on=parse_edtf("2019-01-01"),
            happenings=(Happening(Event.DETAINED, "Ұстап әкетті", parse_edtf("2018-03")),),
            consents=(Allowed(body, ConsentForm.NAMED, PlaceLevel.FULL),),
        ),
        actor="Worker",
    )
    (source,) = added.source_ids
    return Mention.live.filter(source_id=source).order_by("id").first().id


def sent_before(person, days):
    """A letter that went out so many days ago; its correspondence."""
    on = timezone.localdate() - timedelta(days=days)
    offered = casework.about_person(person, Wanted(LetterKind.APPEAL, "kk", BODY), on=on)
    return casework.send(offered, actor="Worker", sent_on=on)


def written(desk, person, **changes):
    """The address of the preview of a letter."""
    response = desk.post(f"/person/{show_id(person)}/letter", FORM | changes)
    assert response.status_code == 302, text(response)
    return response["Location"]


# From the person's page to the letter


def test_the_person_s_page_offers_the_letter_and_says_what_no_source_tells(desk, person):
    page = text(desk.get(f"/person/{show_id(person)}"))
    assert f'href="/person/{show_id(person)}/letter"' in page
    assert "when they were born" in page


def test_the_form_suggests_the_bodies_that_a_consent_names(desk, person):
    page = text(desk.get(f"/person/{show_id(person)}/letter"))
    assert f'<option value="{BODY}">' in page


def test_the_preview_shows_the_letter_with_its_sources_and_the_questions_for_the_family(
    desk, person
):
    page = text(desk.get(written(desk, person)))
    assert "Үлгі Мысалұлы" in page
    assert 'class="margin"' in page
    assert 'class="questions"' in page
    assert "Example Group" in page


def test_no_address_and_no_file_name_says_whom_a_letter_is_about(desk, person):
    preview = written(desk, person)
    assert re.fullmatch(r"/letters/draft/[0-9a-f]{32}", preview)
    for kind, start in (("pdf", b"%PDF"), ("draft", b"%PDF"), ("docx", b"PK")):
        response = desk.get(f"{preview}/{kind}")
        assert response.content.startswith(start)
        name = re.search('filename="([^"]+)"', response["Content-Disposition"])[1]
        assert name in ("letter.pdf", "draft.pdf", "letter.docx")
        assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("changes", [{"body": "Another Ministry"}, {"kind": "open_letter"}])
def test_without_consent_the_page_says_whose_is_missing(desk, person, changes):
    response = desk.post(f"/person/{show_id(person)}/letter", FORM | changes)
    assert response.status_code == 422
    page = text(response)
    assert "Nobody has allowed it." in page
    assert "Айтушы" in page
    assert f'href="/person/{show_id(person)}"' in page


def test_a_withdrawn_consent_stops_the_preview_and_the_files_at_once(desk, person):
    preview = written(desk, person)
    (consent,) = consenting.consents_of(person)
    consenting.withdraw(consent.id, actor="Worker")
    for path in (preview, f"{preview}/pdf", f"{preview}/docx", f"{preview}/draft"):
        response = desk.get(path)
        assert response.status_code == 422
        assert "Үлгі Мысалұлы" not in text(response)


def test_what_is_missing_in_the_form_is_said_and_the_rest_stays(desk, person):
    response = desk.post(
        f"/person/{show_id(person)}/letter", FORM | {"body": "", "days": "soon", "place": "Алтай"}
    )
    page = text(response)
    assert response.status_code == 422
    assert "To whom does it go?" in page
    assert "between 1 and 366" in page
    assert 'value="Алтай"' in page


def test_without_a_name_of_the_organisation_the_way_to_it_is_shown(desk, person):
    organisation_act = organisation.record(Speaker("X"), actor="Worker")
    assert organisation_act
    from tidings.registry import undoing
    from tidings.registry.models import Act

    for act in Act.objects.filter(verb="name organisation"):
        undoing.undo(act.id, actor="Worker", reason="")
    page = text(desk.get(f"/person/{show_id(person)}/letter"))
    assert 'href="/publish#organisation"' in page


def test_a_composed_letter_is_forgotten_with_the_visit(desk, person):
    preview = written(desk, person)
    desk.post("/lock")
    desk.post("/unlock", {"secret": "the right words"})
    assert desk.get(preview).status_code == 404


# Sent


def test_it_was_sent_makes_it_correspondence_with_an_answer_due(desk, person):
    preview = written(desk, person)
    response = desk.post(f"{preview}/sent", {"sent": "", "channel": "post", "due": ""})
    row = Correspondence.live.get()
    assert response["Location"] == f"/letters/{show_id(row.id)}"
    today = timezone.localdate()
    assert (row.sent_on, row.answer_due) == (today, today + timedelta(days=30))
    assert "the letter was sent" in text(desk.get(response["Location"]))
    assert desk.get(preview).status_code == 404


def test_a_letter_that_is_out_already_is_recorded_though_the_consent_was_withdrawn_since(
    desk, person
):
    preview = written(desk, person)
    (consent,) = consenting.consents_of(person)
    consenting.withdraw(consent.id, actor="Worker")
    assert desk.post(f"{preview}/sent", {}).status_code == 302
    assert Correspondence.live.count() == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"sent": "31.02.2019"}, "no calendar has"),
        ({"sent": "2019"}, "one day"),
        ({"sent": "01.01.2100"}, "still to come"),
        ({"sent": "02.05.2019", "due": "01.05.2019"}, "before the letter was sent"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words_and_nothing_is_recorded(
    desk, person, fields, said
):
    preview = written(desk, person)
    page = text(desk.post(f"{preview}/sent", fields, follow=True))
    assert said in page
    assert not Correspondence.live.exists()


def test_the_letter_as_sent_can_be_saved_again_under_a_name_that_says_nothing(desk, person):
    letter = sent_before(person, 3)
    response = desk.get(f"/letters/{show_id(letter)}/paper/sent")
    assert response.content.startswith(b"%PDF")
    assert response["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert desk.get(f"/letters/{show_id(letter)}/paper/answer").status_code == 404


# What came


def test_overdue_letters_stand_first_and_silence_is_one_press(desk, person):
    waits, late = sent_before(person, 3), sent_before(person, 60)
    page = text(desk.get("/letters"))
    assert page.index(show_id(late)) < page.index(show_id(waits))
    assert "1 letter has no answer" in page
    desk.post(f"/letters/{show_id(late)}/silence")
    assert Answer.live.get().correspondence_id == late
    assert Statement.live.filter(mode=Mode.DID_NOT_RESPOND).count() == 1
    again = text(desk.post(f"/letters/{show_id(late)}/silence", follow=True))
    assert "recorded already" in again
    assert "did not respond" in text(desk.get(f"/person/{show_id(person)}"))


def test_silence_can_be_taken_back_from_the_letter_s_own_page(desk, person):
    late = sent_before(person, 60)
    desk.post(f"/letters/{show_id(late)}/silence")
    page = text(desk.get(f"/letters/{show_id(late)}"))
    undo = re.search(r'action="(/history/[^"]+/undo)"', page)[1]
    desk.post(undo)
    assert tracking.letter(late, timezone.localdate()).outcome is Outcome.OVERDUE


def test_an_answer_with_words_and_file_is_shown_with_what_it_says(desk, person):
    from django.core.files.uploadedfile import SimpleUploadedFile

    letter = sent_before(person, 10)
    scan = SimpleUploadedFile("Үлгі Мысалұлы.png", b"scan", "image/png")
    fields = {"words": "No such person.", "mode": "denies", "event": "detained", "file": scan}
    response = desk.post(f"/letters/{show_id(letter)}/answer", fields)
    page = text(desk.get(response["Location"]))
    assert "No such person." in page
    assert "denies it" in page
    saved = desk.get(f"/letters/{show_id(letter)}/paper/answer")
    assert saved.content == b"scan"
    assert saved["Content-Disposition"] == 'attachment; filename="answer.png"'


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Write what they say"),
        ({"words": "No", "received": "01.01.2100"}, "still to come"),
        ({"words": "No", "received": "01.01.2001"}, "before the letter was sent"),
        ({"words": "No", "held": "soon"}, "as a date"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_what_was_typed_stays(desk, person, fields, said):
    letter = sent_before(person, 10)
    response = desk.post(f"/letters/{show_id(letter)}/answer", fields)
    assert response.status_code == 422
    assert said in text(response)
    assert not Answer.live.exists()


def test_a_refusal_is_recorded_by_its_own_button(desk, person):
    letter = sent_before(person, 10)
    fields = {"words": "We do not answer.", "mode": "declines_to_say", "refused": "1"}
    desk.post(f"/letters/{show_id(letter)}/answer", fields)
    assert tracking.letter(letter, timezone.localdate()).outcome is Outcome.REFUSED


def test_a_script_in_an_answer_stays_text(desk, person):
    letter = sent_before(person, 10)
    desk.post(f"/letters/{show_id(letter)}/answer", {"words": "<script>x</script>"})
    page = text(desk.get(f"/letters/{show_id(letter)}"))
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


# Pages


def test_the_navigation_says_how_many_letters_are_overdue(desk, person):
    sent_before(person, 3)
    assert re.search(r">Letters</a>", text(desk.get("/")))
    late = sent_before(person, 60)
    assert re.search(r">Letters <small>1</small></a>", text(desk.get("/")))
    desk.post(f"/letters/{show_id(late)}/silence")
    assert re.search(r">Letters</a>", text(desk.get("/")))


def test_an_empty_list_says_what_to_do_first(desk):
    page = text(desk.get("/letters"))
    assert "No letter was sent yet" in page
    assert 'href="/"' in page


def test_a_letter_or_a_draft_that_is_not_there_is_no_page(desk):
    nobody = show_id(date.today().toordinal())
    for path in (f"/letters/{nobody}", "/letters/draft/" + "0" * 32, f"/person/{nobody}/letter"):
        assert desk.get(path).status_code == 404, path


def test_a_locked_desk_gives_no_letter_away(desk, person):
    letter = show_id(sent_before(person, 3))
    stranger = Client(SERVER_NAME="localhost")
    for path in ("/letters", f"/letters/{letter}", f"/letters/{letter}/paper/sent"):
        assert stranger.get(path)["Location"] == "/unlock"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_page_of_letters_renders_in_every_language(desk, person, language):
    letter = show_id(sent_before(person, 60))
    desk.post("/language", {"language": language})
    who = show_id(person)
    paths = ["/letters", f"/letters/{letter}", f"/letters/{letter}/answer", f"/person/{who}/letter"]
    for path in [*paths, written(desk, person)]:
        response = desk.get(path)
        assert response.status_code == 200, path
        assert "Write" not in text(response)
