"""Where the pages of a site are, and how a template becomes one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import sha256
from importlib import resources
from re import compile as pattern
from typing import Final

from jinja2 import Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
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
class Form:
    """A page rendered once with gaps: `parts` are what never changes, and at every second place
    the name of what stands there. Encoded already: it is the larger part of most pages."""

    parts: tuple[bytes, ...]
    gaps: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Form:
        """The form of a page that was rendered with `gap(name)` for each piece."""
        parts = html.split(_EDGE)
        return cls(tuple(each.encode() for each in parts), tuple(parts[1::2]))

    def filled(self, pieces: Mapping[str, str]) -> bytes:
        """The page, with what the pieces say, HTML already, in its gaps."""
        parts = list(self.parts)
        parts[1::2] = [pieces[name].encode() for name in self.gaps]
        return b"".join(parts)


#: What no text of a page holds: `clean` takes it out.
_EDGE: Final = "\0"


def gap(name: str) -> Markup:
    return safe(f"{_EDGE}{name}{_EDGE}")


@dataclass(frozen=True)
class Press:
    """Renders the templates in one language. `render("home", "index.html", ...)`.

    What is around the content of a page is rendered once for each depth of folders and kind of
    page; `fill` does so with the content too, so that a hundred thousand people cost no more
    than what differs between them.
    """

    words: Words
    site: Mapping[str, object]
    _forms: dict[tuple[str, ...], Form] = field(default_factory=dict)

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
        return cls(words, site)

    def render(self, template: str, path: str, *, heading: str = "", **values: object) -> Page:
        """The page at `path` within the language's folder; `heading` is its title."""
        up = "../" * path.count("/")
        content = self.part(template, up=up, root=f"../{up}", heading=heading, **values)
        key = template, up
        if key not in self._forms:
            self._forms[key] = self._form(template, up, gap("content"))
        return self._page(self._forms[key], path, heading, {"content": content})

    def fill(self, template: str, path: str, heading: str, pieces: Mapping[str, Markup]) -> Page:
        """The same for a template that does nothing with its pieces but put those that are not
        empty in their places. It is rendered once for each choice of them."""
        up = "../" * path.count("/")
        key = template, up, *[name for name, piece in pieces.items() if piece]
        if key not in self._forms:
            gaps = {name: gap(name) if piece else "" for name, piece in pieces.items()}
            self._forms[key] = self._form(template, up, self.part(template, up=up, **gaps))
        return self._page(self._forms[key], path, heading, pieces)

    def part(self, template: str, **values: object) -> Markup:
        """A piece of a page."""
        found = _environment().get_template(f"{template}.html")
        return safe(found.render(values, language=self.words.language))

    def _form(self, template: str, up: str, content: Markup) -> Form:
        """The content, and what is around it."""
        gaps = {name: gap(name) for name in ("path", "file", "heading")}
        root, kind = f"../{up}", FRAMES.get(template, Frame())
        frame = {"up": up, "root": root, "kind": kind, "content": content, **self.site, **gaps}
        return Form.cut(self.part("frame", **frame))

    def _page(self, form: Form, path: str, heading: str, pieces: Mapping[str, str]) -> Page:
        around = {
            "path": path,
            "file": path.rpartition("/")[2],
            "heading": f"{escape(heading)} · " if heading else "",
        }
        return Page(f"{self.words.language}/{path}", form.filled({**pieces, **around}))


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
def _environment() -> Environment:
    """The templates, compiled once for all languages."""
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    environment.filters["t"] = _in_its_language
    return environment


@pass_context
def _in_its_language(context: Context, key: str, **fillings: object) -> str:
    return phrase(key, context["language"], **fillings)


@cache
def _template(name: str) -> str:
    folder = resources.files("tidings.publishing.site").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")
