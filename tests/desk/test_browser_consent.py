"""Chromium: consent is given in Kazakh, seen, taken back, objected to, decided; and what the
signed release then holds."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from desk_browser import PHONE, PICTURES, SHOTS

from tidings.publishing.release_file import read_release
from tidings.values import ConsentForm

NAME = "Үлгі Мысалұлы"
OTHER = "Мысал Үлгіұлы"

pytestmark = pytest.mark.browser


MAKE = """
import sys
from pathlib import Path
from tidings.registry import folder
folder.configure()
print(folder.create(Path(sys.argv[1]), "Example Worker", "the right words", example=True))
"""


class Commands:
    """`tidings` as a user runs it, on a registry of its own in this folder."""

    def __init__(self, home):
        self.registry, self.words = home / "registry", home / "words"
        # In a process of its own: the browser's loop and the database do not share a thread.
        made = [sys.executable, "-c", MAKE, self.registry]
        # The recovery key opens at once; a passphrase is stretched for a second each time.
        self.secret = subprocess.run(
            made, check=True, stdout=subprocess.PIPE, text=True
        ).stdout.strip()
        self.words.write_text(self.secret)
        self.environment = {
            **os.environ,
            "XDG_CONFIG_HOME": str(home),
            "TIDINGS_REGISTRY": str(self.registry),
            "TIDINGS_PASSPHRASE_FILE": str(self.words),
            "TIDINGS_PSEUDO_LOCALE": "1",
        }

    def start(self, *words):
        command = [Path(sys.executable).parent / "tidings", *map(str, words)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=self.environment)

    def run(self, *words):
        running = self.start(*words)
        said, _ = running.communicate(timeout=60)
        assert running.returncode == 0, said


@pytest.fixture(scope="module")
def tidings(tmp_path_factory):
    return Commands(tmp_path_factory.mktemp("consent"))


@pytest.fixture(scope="module")
def base(tidings):
    """The address of the desk that `tidings serve` opens."""
    server = tidings.start("serve", "--port", 0)
    port = re.search(r":(\d+)/", server.stdout.readline())
    assert port, "the desk did not start"
    yield f"http://localhost:{port[1]}"
    server.terminate()
    server.wait()


@pytest.fixture
def window(window, tidings):
    """Opens windows of the desk, unlocked."""

    def opened(language="en", **options):
        visit = window(language, **options)
        visit.go("/unlock")
        visit.page.fill("#secret", tidings.secret)
        visit.page.click("main button")
        visit.page.wait_for_selector("header nav")
        return visit

    return opened


@pytest.fixture
def released(tidings, tmp_path):
    """What `tidings release AUDIENCE --out FILE` gives out: (the release, the bytes)."""

    def made(audience="public"):
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.release"
        tidings.run("release", audience, "--out", file)
        return read_release(file.read_bytes()), file.read_bytes()

    return made


def quiet(visit):
    return not (visit.failed or visit.elsewhere or visit.said)


def ask(visit, asked_in="kk"):
    """To the questions, in this language."""
    visit.go("/record")
    visit.page.click("main form:not([action]) button")
    visit.page.click(f"button[value={asked_in}]")


def go_on(visit):
    visit.press("main form > .row:last-child .button")


def tell(visit, name, testifier="Үлгі Айтушы"):
    """The rest of the testimony, to the person's page."""
    page = visit.page
    page.fill("#testifier", testifier)
    go_on(visit)
    page.check("input[value=sister]")
    go_on(visit)
    page.fill("#names", name)
    page.fill("#place", "Алтай ауданы, 5 көше")
    go_on(visit)
    page.fill("#words", "Ол үйге келмеді.")
    go_on(visit)
    go_on(visit)
    assert page.locator("table.values").is_visible()
    go_on(visit)
    page.wait_for_url(re.compile("/record/matches/"))
    visit.press("main > .row .button")


def allow(visit, name, form="named"):
    ask(visit)
    visit.page.check(f"#form_0-{form}")
    visit.page.check("#ask_information")
    visit.page.check("#how-face_to_face")
    go_on(visit)
    tell(visit, name)


def test_consent_given_in_kazakh_is_released_and_taken_back_leaves_nothing(window, released):
    visit = window()
    page = visit.page
    ask(visit)
    assert page.locator("h1 bdi[lang=kk]").inner_text() == "Кімге не айтуымызға болады?"
    assert not page.locator("#place_level_0-full").is_visible()
    page.check("#form_0-named")
    page.check("#place_level_0-district")
    page.check("#own_name_0")
    page.check("#ask_contact")
    page.fill("#published_words", "Қайда екенін айтыңыздар.")
    go_on(visit)
    tell(visit, NAME)
    assert "By name, the district only." in page.locator("#consent").inner_text()
    release, data = released()
    (person,) = (each for each in release.people if each.form is ConsentForm.NAMED)
    assert [each.written for each in person.names] == [NAME]
    assert person.place == "Алтай ауданы"
    assert [each.name for each in person.seekers] == ["Үлгі Айтушы"]
    assert NAME in data.decode()
    page.click("#consent a:has-text('Take it back')")
    page.click("main form .button")
    assert "Nothing." in page.locator("#consent tr").first.inner_text()
    release, data = released()
    assert person.id not in {each.id for each in release.people}
    for gone in (NAME, "Алтай", "Үлгі Айтушы", "Қайда екенін", person.id):
        assert gone not in data.decode()
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


def test_an_objection_keeps_a_person_out_until_it_is_settled(window, released):
    visit = window("kk")
    page = visit.page
    allow(visit, OTHER)
    address = page.url
    assert OTHER in released()[1].decode()
    page.click("#consent a[href$='/objection']")
    page.fill("#giver", "Ағасы")
    page.select_option("#relation", "brother")
    go_on(visit)
    assert OTHER not in released()[1].decode()
    visit.go("/consents")
    page.click("a[href$='/decide']")
    page.check("#form-seeker")
    page.fill("#reason", "Екеуімен де сөйлестік")
    go_on(visit)
    release, data = released()
    assert OTHER not in data.decode()
    assert [each.form for each in release.people] == [ConsentForm.SEEKER]
    page.goto(address)
    visit.press("aside .act form button >> nth=0")
    assert released()[0].people == ()
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


def test_consent_for_a_body_is_for_that_body_alone_and_needs_no_script(window, released):
    visit = window("ru", java_script_enabled=False)
    page = visit.page
    ask(visit, "ru")
    page.check("#form_2-pseudonym")
    page.fill("#audience_name_2", "Example Ministry")
    page.fill("#pseudonym_2", "A teacher")
    page.press("#pseudonym_2", "Enter")
    tell(visit, "Басқа Біреу")
    release, data = released("body:Example Ministry")
    assert [each.pseudonym for each in release.people] == ["A teacher"]
    assert "Басқа" not in data.decode()
    assert released("body:Example Court")[0].people == ()


def test_only_what_is_asked_is_shown(window):
    visit = window()
    ask(visit, "en")
    page = visit.page
    assert not page.locator("#published_words").is_visible()
    page.check("#form_1-seeker")
    assert page.locator("#own_name_1").is_visible()
    assert not page.locator("#place_level_1-district").is_visible()
    page.check("#form_1-pseudonym")
    assert page.locator("#pseudonym_1").is_visible()
    assert not page.locator("#place_level_1-full").is_visible()
    assert not page.locator("#own_name_1").is_visible()
    page.check("#form_1-named")
    assert page.locator("#place_level_1-full").is_visible()
    assert page.locator("#published_words").is_visible()


def screens(visit):
    """Show every screen of consent in turn, yielding its name."""
    page = visit.page
    visit.go("/record")
    page.click("main form:not([action]) button")
    yield "consent-language"
    page.click("button[value=kk]")
    yield "consent-explained"
    page.check("#form_0-named")
    page.check("#form_2-pseudonym")
    page.locator("fieldset.allow >> nth=0").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('fieldset.allow').scrollIntoView()")
    yield "consent-asked"
    page.fill("#audience_name_2", "Example Ministry")
    page.check("#place_level_0-district")
    page.check("#own_name_0")
    page.check("#ask_release")
    page.fill("#published_words", "Қайда екенін айтыңыздар.")
    go_on(visit)
    tell(visit, "Үлгі Мысалұлы")
    where = page.url.replace(visit.base, "").partition("#")[0]
    page.click("#consent a[href$='/objection']")
    yield "consent-objection"
    page.fill("#giver", "Ағасы")
    page.select_option("#relation", "brother")
    page.check("#against-1")
    go_on(visit)
    page.evaluate("document.querySelector('#consent').scrollIntoView()")
    yield "consent-person"
    page.click("#consent a[href$='/decide']")
    yield "consent-decide"
    visit.go(where)
    page.click("#consent a[href$='/back'] >> nth=0")
    yield "consent-take-back"
    visit.go(f"{where}/consent")
    page.click("button[value=ru]")
    yield "consent-another"
    visit.go("/consents")
    yield "consents"


@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        ("laptop", {}),
        ("phone", {"viewport": PHONE}),
        ("phone-kk", {"language": "kk", "viewport": PHONE}),
        ("laptop-dark", {"language": "ru", "dark": True}),
        ("phone-rtl", {"language": "en-rtl", "viewport": PHONE}),
    ],
)
def test_axe_finds_no_violation_and_every_screen_can_be_pictured(window, suffix, options, tmp_path):
    """With TIDINGS_SCREENSHOTS=1 the pictures go to docs/screens."""
    shots = SHOTS if PICTURES else tmp_path
    visit = window(**options)
    problems = {}
    for name in screens(visit):
        found = visit.violations()
        if visit.overflows():
            found.append("wider than the window")
        if found:
            problems[name] = found
        if suffix in ("laptop", "phone", "phone-kk") or name == "consent-asked":
            picture = visit.picture(shots / f"{name}-{suffix}.png")
            assert 10_000 < len(picture) < 250_000, f"{name} is blank, or too heavy for the docs"
    assert problems == {}
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)


def test_a_testimony_a_letter_a_site_and_nothing_left_of_it_once_it_is_taken_back(
    window, tidings, tmp_path
):
    """The whole way that a family goes with a worker, at one desk."""
    tidings.run("organisation", "--name", "Example Volunteers", "--contact", "ask@example.org")
    name, site = "Сыналған Мысалқызы", tmp_path / "site"
    visit = window()
    page = visit.page
    ask(visit)
    page.check("#form_0-named")
    page.check("#form_2-named")
    page.fill("#audience_name_2", "Example Ministry")
    go_on(visit)
    tell(visit, name)
    person = page.url
    page.click("a[href$='/letter']")
    page.fill("#body", "Example Ministry")
    page.check("#language-kk")
    page.click("main form .button")
    assert "Сыналған Мысалқызының" in page.locator(".paper").inner_text()
    publish(visit, site)
    assert name in everything(site)
    page.goto(person)
    for _ in ("public", "the ministry"):
        page.click("#consent a:has-text('Take it back') >> nth=0")
        page.click("main form .button")
    publish(visit, site)
    assert not re.search("Сыналған|Мысалқыз", everything(site))
    assert quiet(visit), (visit.failed, visit.elsewhere, visit.said)
    page.goto(person)
    page.click("a[href$='/letter']")
    page.fill("#body", "Example Ministry")
    visit.press("main form .button")
    assert page.locator(".paper").count() == 0


def publish(visit, folder):
    visit.go("/publish")
    visit.page.fill("#folder", str(folder))
    visit.page.click("form[action$='/site'] button")
    visit.page.wait_for_selector(".note")


def everything(folder):
    return "\n".join(file.read_text() for file in folder.rglob("*") if file.is_file())
