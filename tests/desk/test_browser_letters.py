"""Chromium on letters, numbers and what is published: the way through, in every look."""

import re

import pytest
from desk_browser import LOOKS, PHONE, PICTURED, PICTURES, SHOTS

#: A man of the example whose brother lets the public and one ministry hear of him by name.
NAME = "Қуаныш Мейрамұлы"
BODY = "Ministry for Compatriots"

pytestmark = pytest.mark.browser


@pytest.fixture
def window(window):
    """Windows in which the desk is unlocked."""

    def opened(*look, **options):
        visit = window(*look, **options)
        visit.unlock()
        return visit

    return opened


def to_the_person(visit):
    visit.go("/")
    visit.page.fill("#query", NAME)
    visit.page.click(".find button")
    visit.page.click(f'.hit h2 a:has-text("{NAME}")')
    visit.page.wait_for_selector("a[href$='/letter']")


def to_the_preview(visit):
    to_the_person(visit)
    visit.page.click("a[href$='/letter']")
    visit.page.fill("#body", BODY)
    visit.page.check("#language-kk")
    visit.page.fill("#addressee", "Отандастар істері министрлігі")
    visit.page.fill("#place", "Алматы")
    visit.page.click("main form .button")
    visit.page.wait_for_selector(".paper")


def screens(visit):
    """Show every screen in turn, yielding its name; the last ones record something."""
    page = visit.page
    visit.go("/letters")
    yield "letters"
    page.click(".trail h3 a >> nth=0")
    yield "letter"
    page.click("a[href$='/answer']")
    yield "letter-answer"
    visit.go("/numbers")
    yield "numbers"
    page.click(".number:has(.contradiction) a.button")
    page.wait_for_selector("#covered")
    yield "announcement"
    page.click("#ties summary")
    page.click("aside a.button")
    page.wait_for_selector("#body")
    yield "letter-ask"
    to_the_preview(visit)
    yield "letter-preview"
    visit.go("/publish")
    page.fill("#folder", "/home/worker/site")
    yield "publish"


def quiet(visit):
    return not (visit.failed or visit.elsewhere or visit.said)


def test_from_the_person_to_a_letter_sent_to_silence_and_back(window):
    visit = window()
    page = visit.page
    to_the_preview(visit)
    assert "Мейрамұлы" in page.locator(".paper").inner_text()
    assert page.locator(".paper .margin").count() > 0
    for link, name in (("draft", "draft.pdf"), ("pdf", "letter.pdf"), ("docx", "letter.docx")):
        with page.expect_download() as waiting:
            page.click(f"a[href$='/{link}']")
        assert waiting.value.suggested_filename == name
    page.fill("#sent", "01.06.2019")
    page.select_option("#channel", "post")
    page.click("form[action$='/sent'] button")
    page.wait_for_selector(".note")
    letter = page.url
    page.click("form[action$='/silence'] button")
    page.wait_for_selector(".note")
    page.goto(letter)
    assert "They did not answer" in page.locator("main .say").inner_text()
    page.click("form[action$='/undo'] button")
    page.wait_for_selector(".note")
    page.goto(letter)
    assert page.locator("form[action$='/silence']").count() == 1
    page.click("form[action$='/undo'] button")
    assert re.search("^http://localhost:[0-9]+/[a-z0-9/-]*$", page.url)
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


def test_an_announcement_is_ruled_on_and_the_history_takes_it_back(window):
    visit = window()
    page = visit.page
    visit.go("/numbers")
    page.click(".number:has(.contradiction) a.button")
    before = page.locator(".groups").inner_text()
    page.click(".covered form button >> nth=0")
    page.wait_for_selector(".note")
    assert page.locator(".groups").inner_text() != before
    there = page.url
    visit.go("/history")
    page.click(".trail form button >> nth=0")
    page.wait_for_selector(".note")
    page.goto(there)
    assert page.locator(".groups").inner_text() == before
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


def test_the_site_is_built_from_the_desk_and_the_file_is_saved(window, tmp_path):
    visit = window()
    page = visit.page
    visit.go("/publish")
    folder = tmp_path / "site"
    page.fill("#folder", str(folder))
    page.click("form[action$='/site'] button")
    page.wait_for_selector(".note")
    assert (folder / "index.html").exists()
    with page.expect_download() as waiting:
        page.click("form[action$='/file'] button")
    assert waiting.value.suggested_filename == "release.json"
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": PHONE},
        {"language": "en-rtl", "viewport": PHONE},
        {"language": "ru", "dark": True},
        {"language": "kk"},
    ],
)
def test_axe_finds_no_violation_and_nothing_is_wider_than_the_window(window, options):
    visit = window(**options)
    problems = {}
    for name in screens(visit):
        found = visit.violations()
        if visit.overflows():
            found.append("wider than the window")
        if found:
            problems[name] = found
    assert problems == {}
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


def test_everything_here_works_without_javascript(window):
    visit = window(java_script_enabled=False)
    to_the_preview(visit)
    visit.page.click("form[action$='/sent'] button")
    visit.page.wait_for_selector(".note")
    visit.page.click("form[action$='/undo'] button")
    visit.page.wait_for_selector(".note")
    visit.go("/numbers?on=2017")
    assert visit.page.locator(".number").count() == 0
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


@pytest.mark.parametrize("look", PICTURED)
def test_every_screen_of_letters_numbers_and_publish_can_be_pictured(window, look, tmp_path):
    """With TIDINGS_SCREENSHOTS=1 the pictures go to docs/screens."""
    shots = SHOTS if PICTURES else tmp_path
    visit = window(**LOOKS[look])
    for name in screens(visit):
        if look in ("laptop", "phone") or name in ("letters", "announcement", "letter-preview"):
            picture = visit.picture(shots / f"{name}-{look}.png")
            assert 10_000 < len(picture) < 250_000, f"{name} is blank, or too heavy for the docs"
