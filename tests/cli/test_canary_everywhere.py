"""Markers in every private field go in through the doors that people take; then everything that
is left behind is searched: the registry, its backup, the temporary folder, the home, what the
processes print, page titles, addresses and error pages.
"""

from __future__ import annotations

import http.cookiejar
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


@dataclass
class Place:
    """Where the test lives: a home, a temporary folder, a registry, what was printed."""

    path: Path
    printed: list[str] = field(default_factory=list)

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
        body = answer.read().decode()
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
    made.run("init", str(made.path / "registry"), "--worker", WORKER)
    made.run("add", "list.csv", "--origin", "Canaryorigin")
    made.run("add", "told.txt", "--accept")
    made.run("link")
    made.run("backup", str(made.path / "backup.tidings"))
    return made


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


def walk(browser: Browser) -> None:
    """Every page that a link of the desk leads to."""
    waiting, done = ["/"], set[str]()
    while waiting:
        path = waiting.pop()
        done.add(path)
        body = browser.get(path)
        links = {urllib.parse.urlsplit(link).path for link in re.findall(r'href="(/[^"]*)"', body)}
        waiting += sorted(links - done - set(waiting))
    assert len(done) > 8, "the walk saw the desk"


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
