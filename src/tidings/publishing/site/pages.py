"""Where the pages of a site are, and how a template becomes one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import sha256
from importlib import resources
from re import compile as pattern

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from tidings.publishing.phrases import LANGUAGES, Language, phrase
from tidings.publishing.pictures import styles
from tidings.publishing.release import Release
from tidings.publishing.site.wording import Words
from tidings.publishing.site.written import safe
from tidings.values import BadInput, clean

#: A language's own name, by which its readers find it.
OWN_NAMES: dict[Language, str] = {"en": "English", "kk": "Қазақша", "ru": "Русский"}
STYLE = "site.css"


@dataclass(frozen=True)
class Frame:
    """What the pages of one template have around them: the scripts that they load, in this
    order, and whether they are about somebody, who may ask for their removal."""

    scripts: tuple[str, ...] = ()
    somebody: bool = False


#: Where the frame is not the plain one.
FRAMES = {
    "home": Frame(scripts=("sounds.js", "match.js", "search.js")),
    "person": Frame(somebody=True),
    "seeker": Frame(somebody=True),
}

_SAFE_ID = pattern(r"[0-9A-Za-z_-]{1,100}")


@dataclass(frozen=True)
class Page:
    """One file of the site: its path from the root, with forward slashes."""

    path: str
    data: bytes


@lru_cache(maxsize=65536)
def person_path(identifier: str) -> str:
    """Where the person's page is, from the folder of a language."""
    return f"person/{identifier[:2]}/{checked_id(identifier)}.html"


def announcement_path(identifier: str) -> str:
    return f"announcement/{checked_id(identifier)}.html"


@lru_cache(maxsize=65536)
def place_path(place: str) -> str:
    return f"place/{sha256(clean(place).encode()).hexdigest()[:16]}"


def checked_id(identifier: str) -> str:
    """The id, if it can name a file on every system. Raises BadInput."""
    if not _SAFE_ID.fullmatch(identifier):
        raise BadInput(
            "An id of this release cannot name a page.",
            "Expected letters, digits, - and _. Make the release anew.",
        )
    return identifier


@dataclass(frozen=True)
class Press:
    """Renders the templates in one language. `render("home", "index.html", ...)`.

    What is around the content of a page is rendered once for each depth of folders and kind of
    page, so that a hundred thousand people cost a hundred thousand contents.
    """

    words: Words
    environment: Environment
    site: Mapping[str, object]
    _templates: dict[str, Callable[..., str]] = field(default_factory=dict)
    _frames: dict[str, list[bytes]] = field(default_factory=dict)

    @classmethod
    def of(cls, release: Release, language: Language) -> Press:
        words = Words(language)
        organisation = clean(release.organisation)
        site = {
            "language": language,
            "languages": OWN_NAMES,
            "title": organisation or words.phrase("site.title"),
            "organisation": organisation,
            "address": clean(release.address),
            "contact": clean(release.contact),
            "mail": mail_address(release.contact),
            "invented": release.invented,
            "day": words.day(release.on),
        }
        return cls(words, _environment(language), site)

    def render(self, template: str, path: str, *, heading: str = "", **values: object) -> Page:
        """The page at `path` within the language's folder; `heading` is its title."""
        up = "../" * path.count("/")
        content = self.part(template, up=up, root=f"../{up}", heading=heading, **values)
        fillings = {
            b"content": content.encode(),
            b"path": path.encode(),
            b"file": path.rpartition("/")[2].encode(),
            b"heading": f"{escape(heading)} · ".encode() if heading else b"",
        }
        pieces = self._frame(up, template).copy()
        pieces[1::2] = [fillings[gap] for gap in pieces[1::2]]
        return Page(f"{self.words.language}/{path}", b"".join(pieces))

    def part(self, template: str, **values: object) -> Markup:
        """A piece of a page."""
        if template not in self._templates:
            found = self.environment.get_template(f"{template}.html")
            self._templates[template] = found.render
        return safe(self._templates[template](values))

    def _frame(self, up: str, template: str) -> list[bytes]:
        """What is around the content, cut at what differs: every second piece says what stands
        there. Encoded already: it is the larger part of most pages."""
        key = f"{up}{template}"
        if key not in self._frames:
            gaps = {name: f"\0{name}\0" for name in ("content", "path", "file", "heading")}
            root, kind = f"../{up}", FRAMES.get(template, Frame())
            frame: str = self.part("frame", up=up, root=root, kind=kind, **self.site, **gaps)
            self._frames[key] = frame.encode().split(b"\0")
        return self._frames[key]


def presses(release: Release) -> dict[Language, Press]:
    return {language: Press.of(release, language) for language in LANGUAGES}


def mail_address(contact: str) -> str | None:
    """The contact where it is nothing but an e-mail address."""
    found = _MAIL.fullmatch(clean(contact))
    return found[0] if found else None


_MAIL = pattern(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def static_pages(release: Release) -> Iterator[Page]:
    """What is the same in every language: style, script, icon, the choice of language."""
    folder = resources.files("tidings.publishing.site").joinpath("static")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.is_file() and not file.name.startswith("."):
            data = file.read_bytes()
            data += styles().encode() if file.name == STYLE else b""
            yield Page(f"site/{file.name}", data)
    press = Press.of(release, "en")
    greetings = [
        {"language": each, "name": OWN_NAMES[each], "purpose": phrase("site.purpose", each)}
        for each in LANGUAGES
    ]
    yield Page("index.html", press.part("languages", greetings=greetings, **press.site).encode())
    gone = {language: phrase("site.gone", language) for language in LANGUAGES}
    yield Page("404.html", press.part("gone", gone=gone).encode())
    yield Page("_headers", _template("headers.txt").encode())


@cache
def _environment(language: Language) -> Environment:
    """The templates of one language, whose words are put in when a template is compiled."""
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    environment.filters["t"] = Words(language).phrase
    return environment


@cache
def _template(name: str) -> str:
    folder = resources.files("tidings.publishing.site").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")
