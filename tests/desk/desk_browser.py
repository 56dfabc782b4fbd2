"""A real browser on the example desk, with a watch on all that it asks for."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

SECRET = "the right words"
#: A woman of the example whom many sources name, in several scripts and with two birth years.
NAME = "Құралай"
#: A query that several sources answer, in several scripts.
OTHERS = "Zhengisbek Kapez"
SHEET = (
    "Имя;Пол;Год рождения;Место;Что случилось\n"
    "Пример Образцов;муж;1980;Алтай;задержан 12.03.2018\n"
    "Пример Образцова;жен;31.02.1970;Еміл;\n"
)
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
#: Every walk looks for violations; pictures of all looks are made only when they are asked for.
PICTURES = os.environ.get("TIDINGS_SCREENSHOTS") == "1"
SHOTS = Path(__file__).parent.parent.parent / "docs" / "screens"
LOOKS = {
    "laptop": {},
    "phone": {"viewport": PHONE},
    "laptop-dark": {"dark": True},
    "laptop-ru": {"language": "ru"},
    "phone-kk": {"language": "kk", "viewport": PHONE},
    "laptop-rtl": {"language": "en-rtl"},
}
PICTURED = tuple(LOOKS) if PICTURES else ("laptop",)


@dataclass
class Visit:
    """One browser window; `failed` and `elsewhere` are requests that should not have been."""

    page: object
    base: str
    failed: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.page.on("requestfailed", self._note_failure)
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)
        self.page.on("console", lambda message: self.said.append(message.text))

    def _note_failure(self, request):
        # A search that newer typing replaces is aborted by htmx itself.
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(request.url)

    def _note_request(self, request):
        if not request.url.startswith((self.base, "data:")):
            self.elsewhere.append(request.url)

    def _note_response(self, response):
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")

    def go(self, path):
        self.page.goto(self.base + path)

    def press(self, selector):
        """Click what leads to another page, and wait until all of it is there."""
        self.page.click(selector)
        self.page.wait_for_load_state()

    def unlock(self):
        self.go("/")
        self.page.fill("#secret", SECRET)
        self.page.click("main button")
        self.page.wait_for_selector("#query")

    def cookies_of_the_desk(self):
        """Without the language, which the tests set themselves."""
        return [each for each in self.page.context.cookies() if each["name"] != "tidings_language"]

    def search(self, name):
        self.page.fill("#query", name)
        self.page.wait_for_selector(".hit", timeout=60_000)

    def violations(self):
        """What axe finds on this page, once all of it is there, one line each."""
        self.page.wait_for_load_state()
        found = Axe().run(self.page).response["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]

    def picture(self, path):
        """Picture this page, once all of it is there; Chromium refuses one that is on its way."""
        self.page.wait_for_load_state()
        return self.page.screenshot(path=path)

    def overflows(self):
        """True when the page is wider than its window."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )


def record(visit, upto="check"):
    """Fill in the testimony form, each step in turn, and stop before the last press."""
    page = visit.page
    visit.go("/record")
    page.click("main form[action=''] button, main form:not([action]) button")
    page.click("button[value=kk]")
    if upto == "consent":
        return
    page.click("main form p:last-child .button")
    answers = {
        "speaker": {"#testifier": "Үлгі Айтушы"},
        "relation": {},
        "person": {"#names": "Үлгі Мысалұлы\nUlgi Mysal", "#born": "about 1972", "#place": "Алтай"},
        "happened": {
            "#words": "Ол үйге келмеді.",
            "#when_0": "winter 2017",
            "#what_0": "Ұстап әкетті",
        },
        "known": {"#told_by_0": "a neighbour"},
    }
    for step, fields in answers.items():
        for field_id, typed in fields.items():
            page.fill(field_id, typed)
        if step == "relation":
            page.check("input[value=sister]")
        if step == "happened":
            page.select_option("#event_0", "detained")
        if step == upto:
            return
        page.click("main form .button")


def screens(visit):
    """Show every screen in turn, yielding its name; the last ones change the registry."""
    page = visit.page
    visit.go("/")
    yield "unlock"
    visit.unlock()
    yield "find-empty"
    visit.search(OTHERS)
    page.wait_for_timeout(1000)
    yield "find"
    visit.search(NAME)
    page.wait_for_function(
        "name => document.querySelector('.hit h2')?.innerText.startsWith(name)", arg=NAME
    )
    page.click(".hit h2 a")
    yield "person"
    page.click("a[href$='/joined']")
    yield "joined"
    visit.go("/record")
    yield "record-start"
    for step in ("consent", "speaker", "relation", "person", "happened", "known", "check"):
        record(visit, step)
        yield f"record-{step}"
    page.click("main form .button")
    page.wait_for_url(re.compile("/record/matches/"))
    yield "record-matches"
    visit.go("/review")
    yield "review"
    visit.go("/drafts")
    yield "drafts"
    page.click(".trail a")
    yield "source-article"
    page.click("[data-key=c]")
    yield "draft-correct"
    visit.go("/add")
    yield "add"
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    page.set_input_files("#file", file)
    page.click("main .button")
    yield "add-look-over"
    page.click("button[value=add]")
    yield "added"
    page.click("main .row .button")
    yield "source-list"
    visit.go("/history")
    yield "history"
