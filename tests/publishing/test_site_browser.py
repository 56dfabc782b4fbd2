"""The site in Chromium: names found in any script, nothing asked elsewhere, fit for a phone."""

import http.server
import os
import threading
from functools import partial
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from site_releases import ANNOUNCEMENTS, PEOPLE, a_release, built, many

from tidings.publishing.site import search_index
from tidings.publishing.site.pages import announcement_path, person_path, place_path

SHOTS = Path(__file__).parent.parent.parent / "docs" / "screens"
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PERSON, OTHER, PSEUDONYM, SEEKER = (person_path(PEOPLE[at].id) for at in (0, 1, 3, 4))
PAGES = {
    "home": "index.html",
    "person": PERSON,
    "person-arabic": OTHER,
    "pseudonym": PSEUDONYM,
    "seeker": SEEKER,
    "names": "names.html",
    "letter": "names/cyrl-04af.html",
    "places": "places.html",
    "place": f"{place_path('Алтай ауданы')}.html",
    "statuses": "statuses.html",
    "status": "status/detained.html",
    "announcements": "announcements.html",
    "announcement": announcement_path(ANNOUNCEMENTS[0].id),
    "silence": "silence.html",
    "about": "about.html",
}

pytestmark = pytest.mark.browser


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "site"
    built(a_release(), folder)
    return folder


@pytest.fixture(scope="module")
def base(site):
    """The address at which a plain web server gives the site out."""
    handler = partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def window(chromium):
    """Opens windows; `trouble` lists all that failed, went elsewhere or was complained of."""
    contexts = []

    def opened(allowed, viewport=LAPTOP, dark=False, **options):
        scheme = "dark" if dark else "light"
        context = chromium.new_context(viewport=viewport, color_scheme=scheme, **options)
        contexts.append(context)
        page, page_trouble = context.new_page(), []
        page.on("requestfailed", lambda request: page_trouble.append(request.url))
        page.on("console", lambda message: page_trouble.append(message.text))
        page.on("pageerror", lambda error: page_trouble.append(str(error)))
        page.on("request", lambda asked: _note_elsewhere(asked.url, allowed, page_trouble))
        page.on("response", lambda got: got.status >= 400 and page_trouble.append(got.url))
        page.trouble = page_trouble
        return page

    yield opened
    for context in contexts:
        context.close()


def _note_elsewhere(url, allowed, trouble):
    if not url.startswith(allowed):
        trouble.append(url)


def find(page, query):
    """The names of the first hit, after everything that was typed has been looked for."""
    page.fill("#query", query)
    expect(page.locator("#find-count")).not_to_be_empty(timeout=30_000)
    hits = page.locator("#found li a")
    return hits.first.inner_text() if hits.count() else ""


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_axe_finds_no_violation_and_nothing_is_wider_than_a_phone(window, base, language):
    page = window(base, PHONE)
    problems = {}
    for name, path in PAGES.items():
        page.goto(f"{base}{language}/{path}")
        found = [each["id"] for each in Axe().run(page).response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("wider than the window")
        if found:
            problems[name] = found
    assert problems == {}
    assert page.trouble == []


def test_axe_finds_no_violation_in_the_dark_and_on_the_first_page(window, base):
    page = window(base, dark=True)
    for path in ("index.html", *(f"en/{each}" for each in PAGES.values())):
        page.goto(base + path)
        assert [each["id"] for each in Axe().run(page).response["violations"]] == [], path
    assert page.trouble == []


@pytest.mark.parametrize("over", ["http", "file"])
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Ulgi Mysal", "Үлгі Мысалұлы"),
        ("үлгі", "Үлгі Мысалұлы"),
        ("吾里格", "Үлгі Мысалұлы"),
        ("gulnar abdulla", "گۈلنار ئابدۇللا"),
        ("Гульнар", "گۈلنار ئابدۇللا"),
        ("古丽娜尔", "گۈلنار ئابدۇللا"),
        ("گۈلنار", "گۈلنار ئابدۇللا"),
        ("nurl", "Нұрлан Серікұлы"),
        ("努尔兰", "Нұрлан Серікұлы"),
    ],
)
def test_a_name_is_found_in_any_script(window, base, site, over, query, found):
    start = base if over == "http" else f"file://{site}/"
    page = window(start)
    page.goto(f"{start}kk/index.html")
    assert find(page, query).startswith(found)
    address = page.url
    assert query not in address
    page.click("#found li a >> nth=0")
    assert page.locator("h1").inner_text() == found
    assert page.trouble == []


def test_a_name_that_is_not_there_is_answered_in_words(window, base):
    page = window(base)
    page.goto(f"{base}ru/index.html")
    assert find(page, "Zzyzx Qwfp") == ""
    assert page.locator("#find-count").inner_text().startswith("Похожего имени здесь нет")


def test_a_large_index_is_divided_and_still_finds(window, tmp_path, monkeypatch):
    release = many(300)
    monkeypatch.setattr(search_index, "LARGE", 20_000)
    built(release, tmp_path / "site")
    assert len(list((tmp_path / "site/site").glob("names-*.js"))) > 5
    start = f"file://{tmp_path}/site/"
    page = window(start)
    page.goto(f"{start}en/index.html")
    for person in release.people[::50]:
        for name in person.names:
            page.fill("#query", "")
            page.fill("#query", name.written)
            hit = page.locator(f"#found a[href*='{person.id}']")
            expect(hit).to_be_attached(timeout=30_000)
    assert page.trouble == []


def test_everything_but_the_search_works_without_javascript(window, base):
    page = window(base, java_script_enabled=False)
    page.goto(f"{base}en/index.html")
    assert not page.locator("#find").is_visible()
    assert page.get_by_text("Without JavaScript").is_visible()
    page.click("text=All names by letter")
    page.click("main a[href='names/arab-06af.html']")
    page.click(".people a")
    assert page.locator("h1").inner_text() == "گۈلنار ئابدۇللا"
    page.click("text=Қазақша")
    assert page.locator("html").get_attribute("lang") == "kk"
    assert page.locator("h1").inner_text() == "گۈلنار ئابدۇللا"
    assert page.trouble == []


def test_nothing_is_kept_in_the_browser(window, base):
    page = window(base)
    page.goto(f"{base}en/index.html")
    find(page, "gulnar")
    kept = page.evaluate(
        "async () => [document.cookie, localStorage.length, sessionStorage.length,"
        " (await caches.keys()).length,"
        " (await navigator.serviceWorker.getRegistrations()).length]"
    )
    assert kept == ["", 0, 0, 0, 0]


def test_everything_that_is_pressed_is_large_enough_for_a_finger(window, base):
    page = window(base, PHONE)
    small = {}
    for name, path in PAGES.items():
        page.goto(f"{base}en/{path}")
        found = page.evaluate(
            "[...document.querySelectorAll('a:not(.skip), input')].filter(each => "
            "each.offsetParent && each.getBoundingClientRect().height < 44)"
            ".map(each => each.outerHTML)"
        )
        if found:
            small[name] = found
    assert small == {}


def test_paper_shows_the_page_without_its_ways(window, base):
    page = window(base)
    page.goto(f"{base}en/{PERSON}")
    page.emulate_media(media="print")
    assert not page.locator("header nav").first.is_visible()
    assert page.locator("svg").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(page.pdf()) > 10_000


@pytest.mark.skipif(not os.environ.get("TIDINGS_SCREENSHOTS"), reason="TIDINGS_SCREENSHOTS=1")
def test_screenshots(window, base):
    for name in ("home", "person", "person-arabic", "announcement", "names", "silence"):
        for kind, language, viewport, dark in (
            ("laptop", "en", LAPTOP, False),
            ("phone-kk", "kk", PHONE, False),
            ("laptop-dark-ru", "ru", LAPTOP, True),
        ):
            page = window(base, viewport, dark)
            page.goto(f"{base}{language}/{PAGES[name]}")
            if name == "home":
                find(page, "gulnar")
            page.screenshot(path=SHOTS / f"site-{name}-{kind}.png", full_page=True)
