"""Markers in every private field go in through the doors that people take, and consents of every
kind beside them; then everything that is left behind or leaves is searched: the registry, its
backup, releases, sites, the temporary folder, the home, what the processes print, page titles,
addresses, download names and error pages. Only an export is not: it is the registry itself.
"""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tidings.publishing.release_file import read_release

pytestmark = pytest.mark.slow

TIDINGS = Path(sys.executable).parent / "tidings"
PASSPHRASE = "five words for the canary"
WORKER = "Canaryworker Zedzed"
MARKERS = ("Canary", "Қанарейка", "卡纳雷", "canary", "00000742", "Зедзед", "five words for")

LIST = """name,name (chinese),born,place,phone,id number,status,relatives,testified by,relation,note
Canaryname Зедзед,卡纳雷·则德,1974-05-04,Canaryplace,+7 000 00000742,CANARY650000742,\
detained March 2018,wife: Canarywife,Canarytestifier,sister,Canarynote
"""
TESTIMONY = """Kind: testimony
Testifier: Canaryspeaker Зедзед
Contact: +7 000 00000742
Relation: sister
Person: Қанарейка Зедзедұлы
Born: 1975
Place: Canaryvillage
Date: 2019-02-02
Language: en

Canaryprose: he was detained on 4 March 2018 in Canaryvillage.
"""
#: Somebody who may be named; all around the name is private.
PUBLIC_PERSON = "Erlan Zhariya"
NAMEABLE = f"""Kind: testimony
Testifier: Canaryspeakertwo Зедзед
Contact: +7 000 00000742
Relation: brother
Person: Ерлан Жария / {PUBLIC_PERSON}
Sex: male
Born: 1971-11-23
Place: Canaryhamlet, Tekes county
Kin: wife Canarykin
Date: 2019-02-02
Language: en
Channel: Canarychannel

Canaryprose too: we heard it from others.

- detained, 2018-03-04, Canaryhamlet, told by Canarychain: Canaryquote, they took him.
"""
ARTICLE = """Ministry says 2,000 may leave

Astana, January 9, 2019

Kazakhstan’s Foreign Ministry said on Wednesday that China had agreed to allow more than 2,000 \
ethnic Kazakhs to leave the country.
"""
#: What relatives say of three people; whoever says it is not to be named.
BY = ("--by", "Canaryby Зедзед", "--relation", "sister", "--how", "face_to_face")
ALLOWED = (
    (PUBLIC_PERSON, "--allow", "public", "--form", "named", "--place", "district", *BY),
    (PUBLIC_PERSON, "--allow", "un", "--form", "named", "--ask", "information", *BY),
    (PUBLIC_PERSON, "--allow", "body:Example Ministry", "--form", "pseudonym", *BY),
    ("Canaryname", "--allow", "public", "--form", "seeker", *BY),
    ("Canaryname", "--allow", "un", "--form", "pseudonym", "--place", "district", *BY),
    ("Қанарейка", "--allow", "public", "--form", "named", "--place", "full", *BY),
    ("Қанарейка", "--allow", "partner:Example Partner", "--form", "named", *BY),
    ("Қанарейка", "--object", "everybody", "--by", "Canaryuncle", "--reason", "Canaryreason"),
)
AUDIENCES = ("public", "un", "body:Example Ministry", "partner:Example Partner")
#: A testimony in the desk: what the family wants said holds a number, so it is not said.
DESK_PERSON = "Жанат Көпшілік"
TOLD_IN_THE_DESK = {
    "consent": {
        "audience_0": "public", "form_0": "named", "place_level_0": "district",
        "audience_1": "body", "audience_name_1": "Example Ministry", "form_1": "named",
        "how_allowed": "face_to_face", "ask_information": "1",
        "published_words": "Хабарласыңыздар: +7 000 00000742",
    },
    "speaker": {"testifier": "Canarytold Зедзед", "contact": "+7 000 00000742"},
    "relation": {"relation": "sister"},
    "person": {"names": DESK_PERSON},
    "happened": {"words": "Canarywords: ол үйге келмеді."},
    "check": {},
}  # fmt: skip
LETTER = {
    "kind": "appeal", "language": "kk", "body": "Example Ministry", "days": "30",
    "place": "Алматы", "addressee": "", "lines": "", "signatory": "",
}  # fmt: skip


@dataclass
class Place:
    """Where the test lives: a home, a temporary folder, a registry, what was printed."""

    path: Path
    printed: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)

    def person(self, name: str) -> str:
        """The id of whom this name finds."""
        return json.loads(self.run("find", name, "--json").splitlines()[0])["person"]

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "HOME": str(self.path / "home"),
            "XDG_CONFIG_HOME": str(self.path / "home" / "config"),
            "XDG_CACHE_HOME": str(self.path / "home" / "cache"),
            "TMPDIR": str(self.path / "tmp"),
            "SQLITE_TMPDIR": str(self.path / "tmp"),
            "TIDINGS_REGISTRY": str(self.path / "registry"),
            "TIDINGS_PASSPHRASE_FILE": str(self.path / "secret" / "passphrase"),
        }

    def run(self, *arguments: str) -> str:
        """Run a command; what it prints is kept and returned."""
        done = subprocess.run(
            [TIDINGS, *arguments],
            env=self.environment,
            cwd=self.path / "secret",
            capture_output=True,
            text=True,
        )
        assert done.returncode in (0, 3), done.stderr
        self.printed.append(done.stderr)
        return done.stdout


class Browser:
    """A browser that keeps cookies, follows redirects and notes every address it was led to."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.at = address
        self.seen: list[str] = []
        self.titles: list[str] = []
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies)

    def get(self, path: str, posted: dict[str, str] | None = None) -> str:
        """The page's body, whatever its status."""
        url = urllib.parse.urljoin(self.address, path)
        data = urllib.parse.urlencode(posted).encode() if posted is not None else None
        request = urllib.request.Request(url, data, {"Referer": self.address})
        try:
            answer = self._opener.open(request)
        except urllib.error.HTTPError as error:
            answer = error
        body = answer.read().decode(errors="replace")
        self.at = urllib.parse.urlsplit(answer.url).path
        self.seen += [answer.url, *str(answer.headers).splitlines()]
        self.seen += re.findall(r'(?:href|src|action|hx-\w+)="([^"]*)"', body)
        self.titles += re.findall(r"<title>(.*?)</title>", body, re.S)
        return body

    def post(self, page: str, path: str, fields: dict[str, str]) -> str:
        """Send a form as `page` holds it: with its token."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(page))
        assert token is not None
        return self.get(path, {"csrfmiddlewaretoken": token.group(1), **fields})


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Place:
    made = Place(tmp_path_factory.mktemp("leaks"))
    for folder in ("home", "tmp", "secret"):
        (made.path / folder).mkdir()
    (made.path / "secret" / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (made.path / "secret" / "list.csv").write_text(LIST, encoding="utf-8")
    (made.path / "secret" / "told.txt").write_text(TESTIMONY, encoding="utf-8")
    (made.path / "secret" / "nameable.txt").write_text(NAMEABLE, encoding="utf-8")
    (made.path / "secret" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    made.run("init", str(made.path / "registry"), "--worker", WORKER)
    made.run("add", "list.csv", "--origin", "Canaryorigin")
    made.run("add", "told.txt", "nameable.txt", "article.txt", "--accept")
    made.run("link")
    for name, *said in ALLOWED:
        made.run("consent", made.person(name), *said)
    give_out(made)
    made.run("backup", str(made.path / "backup.tidings"))
    return made


def give_out(place: Place) -> None:
    """Every audience's release, the site, the numbers, and an export, which is a secret."""
    for number, audience in enumerate(AUDIENCES):
        place.given.append(
            place.run("release", audience, "--out", str(place.path / f"{number}.release"))
        )
    place.given.append(place.run("publish", str(place.path / "site")))
    place.given.append(place.run("reckon"))
    place.given.append(place.run("export", str(place.path / "secret" / "export"), "--yes"))


@pytest.fixture(scope="module")
def visited(place) -> Iterator[tuple[Place, Browser, list[str]]]:
    """The desk, unlocked and walked through. Gives also the bodies of its error pages."""
    log = (place.path / "desk.log").open("w+")
    server = subprocess.Popen(
        [TIDINGS, "serve", "--port", "0"],
        env=place.environment,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )
    assert server.stdout is not None
    address = re.search(r"http\S+", server.stdout.readline())
    assert address is not None
    browser = Browser(address.group())
    browser.post("/unlock", "/unlock", {"secret": "Canary wrong passphrase"})
    browser.post("/unlock", "/unlock", {"secret": PASSPHRASE})
    for query in ("Canaryname Зедзед", "卡纳雷", "Canarynobody"):
        browser.post("/", "/", {"query": query})
    speak(browser, place)
    walk(browser)
    errors = [
        browser.get("/person/Canaryname"),
        browser.get("/nowhere/Canaryname"),
        browser.get("/", {"query": "Canaryname"}),
    ]
    yield place, browser, errors
    server.terminate()
    server.wait()
    log.close()


def speak(browser: Browser, place: Place) -> None:
    """A testimony with consents, a letter sent and unanswered, a release, a site, a withdrawal."""
    organisation = {"name": "Example Group", "address": "1 Example Street", "contact": "x@y.org"}
    browser.post("/publish", "/publish/organisation", organisation)
    browser.post("/record", "/record", {})
    form = browser.at.rsplit("/", 1)[0]
    browser.post(f"{form}/consent", f"{form}/consent", {"asked_in": "kk"})
    for step, answers in TOLD_IN_THE_DESK.items():
        browser.post(f"{form}/{step}", f"{form}/{step}", answers)
    person = f"/person/{place.person(DESK_PERSON)}"
    browser.post(f"{person}/letter", f"{person}/letter", LETTER)
    draft = browser.at
    assert re.fullmatch("/letters/draft/[0-9a-f]+", draft), browser.at
    for which in ("pdf", "draft", "docx"):
        browser.get(f"{draft}/{which}")
    browser.post(draft, f"{draft}/sent", {"sent": "", "channel": "post", "due": ""})
    browser.post(browser.at, f"{browser.at}/silence", {})
    for language in ("kk", "ru", "en"):
        browser.get(f"/consents/paper/{language}")
    for audience in ("un", "body:Example Ministry", "public"):
        browser.post("/publish", "/publish/audience", {"audience": audience})
        browser.post("/publish", "/publish/file", {})
    browser.post("/publish", "/publish/site", {"folder": str(place.path / "desk-site")})
    assert DESK_PERSON in everything(place.path / "desk-site")
    withdraw(browser, person)
    review(browser, place)
    place.run("publish", str(place.path / "site"))


def review(browser: Browser, place: Place) -> None:
    """Two people are joined, looked at, and parted again, each with a reason."""
    older, younger = sorted([place.person("Canaryname"), place.person("Қанарейка")])
    answer = {"a": older, "b": younger, "verdict": "same", "reason": "Canaryreason"}
    browser.post("/review", "/review/decide", answer)
    joined = f"/person/{older}/joined"
    assert "Canaryreason" in browser.get(joined)
    browser.post(joined, f"/person/{older}/split", {"mention": younger, "reason": "Canaryreason"})


def withdraw(browser: Browser, person: str) -> None:
    for link in re.findall(rf'href="({person}/consent/[^"]+/back)"', browser.get(person)):
        browser.post(link, link, {"reason": "Canaryreason"})


def everything(folder: Path) -> str:
    """Every file of a folder as one text."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return "\n".join(path.read_bytes().decode(errors="replace") for path in files)


def walk(browser: Browser) -> None:
    """Every page that a link of the desk leads to."""
    waiting, done = ["/"], set[str]()
    while waiting:
        path = waiting.pop()
        done.add(path)
        body = browser.get(path)
        links = {urllib.parse.urlsplit(link).path for link in re.findall(r'href="(/[^"]*)"', body)}
        waiting += sorted(links - done - set(waiting))
    assert {"/letters", "/numbers", "/publish", "/consents", "/history"} <= done


def marked(text: str) -> list[str]:
    plain = urllib.parse.unquote_plus(text)
    return [marker for marker in MARKERS if marker in text or marker in plain]


def test_the_markers_are_in_the_registry_and_found(place):
    assert "Canaryname" in place.run("find", "卡纳雷·则德")
    assert "Қанарейка" in place.run("find", "Qanareyka")


def test_no_file_holds_a_marker(visited):
    place, _, _ = visited
    files = [path for path in place.path.rglob("*") if "secret" not in path.parts]
    assert any(path.name == "registry.db" for path in files)
    for path in files:
        assert not marked(path.name)
        if path.is_file():
            data = path.read_bytes()
            for marker in MARKERS:
                for form in (marker.encode(), marker.encode("utf-16-le")):
                    assert form not in data, f"{path.name} holds {marker}"


def test_what_was_allowed_is_on_the_site_and_nothing_more(visited):
    place, _, _ = visited
    site = everything(place.path / "site")
    assert PUBLIC_PERSON in site
    assert "Ерлан Жария" in site
    assert "1971" in site
    for private in ("1971-11-23", "23 November", "Tekes county 1", *MARKERS):
        assert private not in site


def test_whose_consent_was_withdrawn_is_gone_from_the_next_site(visited):
    place, _, _ = visited
    site = everything(place.path / "site")
    for trace in (DESK_PERSON, *DESK_PERSON.split(), "zhanat", "Zhanat"):
        assert trace not in site


def test_a_release_says_who_is_in_it_and_nothing_of_who_is_not(place):
    public, un, body, partner = (
        (place.path / f"{number}.release").read_text(encoding="utf-8") for number in range(4)
    )
    assert "Ерлан Жария" in public
    assert "Ерлан Жария" in un
    assert "Ерлан" not in body
    assert read_release(partner.encode()).people == ()


def test_what_the_commands_print_names_nobody_private(place):
    assert not marked("".join(place.given))


def test_the_temporary_folder_is_left_empty(visited):
    place, _, _ = visited
    assert list((place.path / "tmp").iterdir()) == []


def test_nothing_is_printed_on_the_error_channel(visited):
    place, _, _ = visited
    assert not marked("".join(place.printed))
    assert not marked((place.path / "desk.log").read_text(encoding="utf-8"))


def test_no_address_header_or_title_holds_a_marker(visited):
    _, browser, _ = visited
    assert browser.titles
    for text in (*browser.seen, *browser.titles):
        # A person's own mistyped address is theirs; the desk must not make one.
        if not text.endswith(("/person/Canaryname", "/nowhere/Canaryname")):
            assert not marked(text), text


def test_error_pages_say_nothing_of_the_request(visited):
    _, _, errors = visited
    for body in errors:
        assert "<title>" in body
        assert not marked(body)
