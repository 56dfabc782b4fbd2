"""Letters and the consent form as files: tagged PDF and DOCX, the same bytes every time."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publishing.letter_releases import NAMES, PERSON, RELEASE, about, order

from tidings.publishing.fonts import missing_glyphs
from tidings.publishing.letters import compose, consent_paper, to_docx, to_pdf, to_png
from tidings.publishing.letters.paper import consent_paper_png
from tidings.publishing.release import ReleasedName
from tidings.values import BadInput, LetterKind, Script

LANGUAGES = ("en", "kk", "ru")
ROOT = Path(__file__).parents[2]
HOSTILE = '*bold?* #panic("x") $x^2$ @ref <label> </w:t></w:r> [b] _i_ `raw` // \\u{41} {{ x }}'
ORGANISATION = {"organisation": "Example Volunteers", "contact": "write@example.org"}


def shown(letter, *, draft=False):
    """The text of the DOCX, tables and all, in order."""
    document = docx.Document(io.BytesIO(to_docx(letter, draft=draft)))
    return "\n".join(part.text or "" for part in document.element.iter() if part.tag[-2:] == "}t")


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_letter_is_a_tagged_pdf_with_a_title_and_the_same_bytes_twice(kind, language, draft):
    letter = compose(RELEASE, order(kind, language))
    pdf = to_pdf(letter, draft=draft)
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid:part" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"<dc:title>" in pdf
    assert f"/Lang({language})".encode() in pdf
    assert to_pdf(letter, draft=draft) == pdf
    assert to_docx(letter, draft=draft) == to_docx(letter, draft=draft)


def test_another_process_makes_the_same_bytes():
    code = (
        "import hashlib, sys; from tests.publishing.letter_releases import *; "
        "from tidings.publishing.letters import *; "
        "letter = compose(RELEASE, order(language='kk')); "
        "print(hashlib.sha256(to_pdf(letter) + to_docx(letter, draft=True)).hexdigest())"
    )
    letter = compose(RELEASE, order(language="kk"))
    here = hashlib.sha256(to_pdf(letter) + to_docx(letter, draft=True)).hexdigest()
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Almaty", "LANG": "C"}
    there = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert there.stdout.strip() == here, there.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_docx_says_what_the_letter_says(language):
    letter = compose(RELEASE, order(LetterKind.OPEN_LETTER, language))
    words = shown(letter).replace("\n", "")
    for where, line in letter.lines():
        if not where.startswith("the line"):
            assert line in words


def test_a_draft_says_so_and_has_each_source_beside_its_sentence():
    letter = compose(RELEASE, order())
    document = docx.Document(io.BytesIO(to_docx(letter, draft=True)))
    assert document.sections[0].header.paragraphs[0].text.startswith("DRAFT")
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert rows[0][0].endswith("was lost in March 2018. [1]")
    assert rows[0][1] == "[1] testimony, sister, 2019"
    assert rows[2][1] == (
        "[2] article, Example News Agency, «An invented headline», 24 December 2018"
    )
    assert rows[-1] == [rows[-1][0], ""]  # no statement is behind the last sentence
    assert "When did each thing happen? Some have no date." in shown(letter, draft=True)


def test_what_is_sent_has_neither_sources_numbers_nor_questions():
    letter = compose(RELEASE, order())
    words = shown(letter)
    assert "[1]" not in words
    assert "«An invented headline»" not in words
    assert not any(question in words for question in letter.questions)


def test_the_docx_says_nothing_of_the_machine_or_the_moment():
    made = to_docx(compose(RELEASE, order()))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "2026-11-24T00:00:00Z" in core
    assert set(re.findall(r"<dc:creator>(.*?)</dc:creator>", core)) == {"Example Volunteers"}
    assert "lastModifiedBy" not in core


def test_headings_are_styled_and_arabic_script_runs_from_right_to_left():
    release = about(PERSON, words="ئانىمىز ئۇنى كۈتۈۋاتىدۇ.\nWe wait.")
    made = to_docx(compose(release, order(LetterKind.OPEN_LETTER)))
    document = docx.Document(io.BytesIO(made))
    styles = [each.style.name for each in document.paragraphs]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == 4
    (quoted,) = [each for each in document.paragraphs if each.text.startswith("ئانىمىز")]
    assert quoted.runs[0].font.rtl
    assert "<w:bidi/>" in quoted._element.xml
    (waits,) = [each for each in document.paragraphs if each.text == "We wait."]
    assert "<w:bidi/>" not in waits._element.xml


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_in_a_name_a_place_or_words_stays_text(language):
    names = (*NAMES, ReleasedName(HOSTILE, Script.LATIN))
    release = about(PERSON, names=names, place=HOSTILE, words=HOSTILE)
    release = replace(release, organisation=HOSTILE, contact=HOSTILE)
    letter = compose(release, order(LetterKind.OPEN_LETTER, language, signatory=HOSTILE))
    assert to_pdf(letter, draft=True).startswith(b"%PDF-")
    assert shown(letter).count(HOSTILE) >= 5


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_either_set_or_refused_in_words(text):
    letter = compose(about(PERSON, words=text), order(LetterKind.OPEN_LETTER))
    if missing_glyphs(letter.text):
        with pytest.raises(BadInput, match=r"U\+[0-9A-F]{4,6} in the family's words"):
            to_docx(letter)
        return
    with zipfile.ZipFile(io.BytesIO(to_docx(letter))) as archive:
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
    assert to_pdf(letter).startswith(b"%PDF-")


@pytest.mark.parametrize("make", [to_pdf, to_docx, to_png])
def test_a_character_that_no_font_has_is_named_with_its_place(make):
    release = about(PERSON, words="We wait \u2603 for him \U0001f600.")
    letter = compose(release, order(LetterKind.OPEN_LETTER, signatory="\U00013000"))
    with pytest.raises(BadInput) as raised:
        make(letter)
    assert "U+2603 in the family's words" in raised.value.message
    assert "U+1F600 in the family's words" in raised.value.message
    assert "U+13000 in the signature" in raised.value.message
    assert "wait" not in raised.value.message


def test_a_long_letter_runs_over_pages():
    release = about(PERSON, timeline=PERSON.timeline * 30, words="Сөз " * 1400)
    letter = compose(release, order(LetterKind.OPEN_LETTER, "kk"))
    assert len(to_png(letter, draft=True, ppi=20)) > 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_consent_form_is_one_tagged_page_and_the_same_every_time(language):
    form = consent_paper(language, **ORGANISATION)
    assert b"pdfuaid:part" in form
    assert f"/Lang({language})".encode() in form
    assert consent_paper(language, **ORGANISATION) == form
    assert len(consent_paper_png(language, **ORGANISATION)) == 1
    long = {"organisation": "An organisation of volunteers " * 4, "contact": "write here " * 12}
    assert len(consent_paper_png(language, **long)) == 1


def test_the_consent_form_refuses_what_cannot_be_printed():
    with pytest.raises(BadInput, match=r"U\+2603 in the contact"):
        consent_paper("en", organisation="Example", contact="\u2603")


@pytest.mark.skipif("TIDINGS_SCREENSHOTS" not in os.environ, reason="only when pictures are asked")
@pytest.mark.parametrize("language", ["en", "kk"])
def test_pictures_of_a_letter_for_the_docs(language):
    letter = compose(RELEASE, order(language=language))
    pages = to_png(letter, ppi=100)
    (ROOT / "docs/screens" / f"letter-{language}.png").write_bytes(pages[0])
