"""letter and organisation at the command line, on an encrypted registry."""

import re
import stat

import pytest
from commands import copied, process, tidings

BODY = "Ministry for Compatriots"
TESTIMONY = """Kind: testimony
Testifier: Айтушы Мысал
Relation: sister
Person: Үлгі Мысалұлы
Date: 2019-01-01
Language: kk

Ол үйге келмеді.

- detained, 2018-03: Ұстап әкетті
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory, initialised):
    """A folder with a registry and one man whose sister lets one ministry hear of him."""
    place = copied(tmp_path_factory.mktemp("letters"), initialised)
    (place / "testimony.txt").write_text(TESTIMONY, "utf-8")
    assert tidings(place, "add", "--accept", "testimony.txt")[0] == 0
    return place


@pytest.fixture(scope="module")
def person(place):
    return re.search(r"\[([0-9a-z-]+)\]", tidings(place, "find", "Үлгі Мысалұлы")[1])[1]


@pytest.fixture(scope="module")
def allowed(place, person):
    """The person's id, once a letter may be written."""
    assert tidings(place, "organisation", "--name", "Example Group")[0] == 0
    code, _, said = tidings(
        place,
        "consent",
        person,
        "--allow",
        f"body:{BODY}",
        "--form",
        "named",
        "--place",
        "full",
        "--by",
        "Айтушы",
    )
    assert code == 0, said
    return person


def test_the_organisation_is_named_shown_and_changed_in_part(place):
    assert "No name is recorded yet" in process(place, "organisation").stdout
    tidings(place, "organisation", "--name", "Example Group", "--address", "1 Example Street")
    tidings(place, "organisation", "--contact", "write@example.org")
    shown = tidings(place, "organisation")[1].split("\n")
    assert [line.strip() for line in shown if line] == [
        "Example Group",
        "1 Example Street",
        "write@example.org",
    ]


def test_without_consent_no_letter_is_written_and_no_name_is_printed(place, person):
    code, out, err = tidings(place, "letter", person, "--to", "Another Ministry")
    assert code == 4
    assert "--left-out" in err
    assert "Үлгі" not in out + err
    assert not (place / "letter.pdf").exists()


def test_a_letter_is_written_for_its_owner_only_and_never_over_another(place, allowed):
    order = ("letter", allowed, "--to", BODY, "--language", "kk", "--out", "one.pdf")
    code, out, err = process(place, *order)
    assert code == 0, err
    assert "ask the family:" in out
    written = place / "one.pdf"
    assert written.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    written.write_text("something else")
    assert tidings(place, *order)[0] == 2
    assert written.read_text() == "something else"
    assert tidings(place, *order, "--force")[0] == 0
    assert written.read_bytes().startswith(b"%PDF")


def test_a_draft_and_a_docx_have_names_of_their_own(place, allowed):
    order = ("letter", allowed, "--to", BODY)
    assert tidings(place, *order, "--draft", "--docx")[0] == 0
    assert (place / "draft.docx").read_bytes().startswith(b"PK")


def test_a_letter_that_goes_out_today_is_recorded_with_an_answer_due(place, allowed):
    order = ("letter", allowed, "--to", BODY, "--out", "sent.pdf", "--days", "10", "--sent")
    code, out, err = tidings(place, *order)
    assert code == 0, err
    assert re.search(r"an answer is due by \d{4}-\d\d-\d\d", out)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--language", "fr"), "expected en, kk, ru"),
        (("--kind", "poem"), "expected appeal"),
        (("--draft", "--sent"), "A draft is not what is sent"),
        (("--out", "no/such/folder/letter.pdf"), "cannot be written"),
    ],
)
def test_wrong_use_is_answered_in_words(place, allowed, options, said):
    code, _, err = tidings(place, "letter", allowed, "--to", BODY, *options)
    assert code == 2
    assert said in err


def test_a_person_who_is_not_there_is_answered_in_words(place, allowed):
    code, _, err = tidings(place, "letter", "1aaa-bbbb-ccccd", "--to", BODY)
    assert code in (1, 2)
    assert "id" in err
