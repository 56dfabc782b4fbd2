"""Chromium on the example desk: the way through, without a violation or an outside request."""

import pytest
from desk_browser import (
    LOOKS,
    NAME,
    PHONE,
    PICTURED,
    PICTURES,
    SHOTS,
    record,
    screens,
)

pytestmark = pytest.mark.browser


def quiet(visit):
    """Nothing failed, nothing went elsewhere, the browser had nothing to complain of."""
    return not (visit.failed or visit.elsewhere or visit.said)


@pytest.mark.parametrize("language", ["en", "ru", "en-rtl"])
def test_from_unlock_to_find_person_record_and_review(window, language):
    visit = window(language)
    page = visit.page
    visit.unlock()
    visit.search(NAME)
    page.click(".hit h2 a")
    assert page.locator("h1").inner_text().startswith(NAME)
    record(visit)
    visit.press("main form .button")
    assert page.locator(".note").is_visible()
    visit.go("/review")
    before = page.locator("main .say").inner_text()
    page.keyboard.press("d")
    page.wait_for_selector(".note")
    assert page.locator("main .say").inner_text() != before
    page.keyboard.press("u")
    page.wait_for_function(
        "before => document.querySelector('main .say')?.innerText === before", arg=before
    )
    page.click("header form button")
    page.wait_for_selector("#secret")
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


def test_everything_but_the_live_search_works_without_javascript(window):
    visit = window(java_script_enabled=False)
    page = visit.page
    visit.unlock()
    page.fill("#query", NAME)
    page.click(".find button")
    page.click(".hit h2 a")
    assert page.locator("h1").inner_text().startswith(NAME)
    record(visit)
    page.click("main form .button")
    page.wait_for_selector(".note")
    visit.go("/drafts")
    visit.press(".trail a")
    waiting = page.locator(".draft").count()
    visit.press(".draft button[value=reject]")
    assert page.locator(".draft").count() == waiting - 1
    visit.go("/history")
    page.click(".trail form button")
    page.wait_for_selector(".note")
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


def test_drafts_are_decided_with_single_keys(window):
    visit = window()
    page = visit.page
    visit.unlock()
    visit.go("/drafts")
    visit.press(".trail a")
    waiting = page.locator(".draft").count()
    first, second = (page.locator(".draft").nth(n).get_attribute("id") for n in (0, 1))
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == second
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("r")
    page.wait_for_url(f"**#{second}")
    assert page.locator(".draft").count() == waiting - 1
    assert page.evaluate("document.activeElement.id") == second
    page.keyboard.press("c")
    page.wait_for_selector("#mode")


def test_the_date_hint_comes_while_typing(window):
    visit = window()
    visit.unlock()
    record(visit, "person")
    visit.page.fill("#born", "зимой 1972")
    visit.page.press("#born", "Tab")
    visit.page.wait_for_selector("#born-help .understood")
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


def test_the_browser_keeps_no_name_and_no_page_after_the_visit(window):
    visit = window()
    page = visit.page
    visit.unlock()
    visit.search(NAME)
    page.click(".hit h2 a")
    page.wait_for_selector("h1")
    assert page.evaluate("localStorage.length") == 0
    # htmx notes the path of the page, which holds an id at most.
    kept = page.evaluate("Object.entries(sessionStorage).flat().join(' ')")
    assert kept.isascii()
    assert all(cookie["httpOnly"] for cookie in visit.cookies_of_the_desk())
    page.click("header form button")
    page.wait_for_selector("#secret")
    page.go_back()
    assert page.locator("h1 bdi").count() == 0


@pytest.mark.parametrize("look", PICTURED)
def test_every_screen_can_be_pictured(window, look, tmp_path):
    """With TIDINGS_SCREENSHOTS=1 the pictures go to docs/screens."""
    shots = SHOTS if PICTURES else tmp_path
    visit = window(**LOOKS[look])
    for name in screens(visit):
        if look in ("laptop", "phone") or name in ("find", "person", "review", "record-happened"):
            picture = visit.picture(shots / f"{name}-{look}.png")
            assert 10_000 < len(picture) < 250_000, f"{name} is blank, or too heavy for the docs"
