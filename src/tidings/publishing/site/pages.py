"""Where the pages of a site are, and how a template becomes one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from re import compile as pattern

from jinja2 import Environment, FunctionLoader, StrictUndefined

from tidings.publishing.phrases import LANGUAGES, Language, phrase
from tidings.publishing.release import Release
from tidings.publishing.site.wording import Words
from tidings.values import BadInput, clean

#: A language's own name, by which its readers find it.
OWN_NAMES: dict[Language, str] = {"en": "English", "kk": "Қазақша", "ru": "Русский"}
SEARCH, STYLE = "search", "site.css"

_SAFE_ID = pattern(r"[0-9A-Za-z_-]{1,100}")


@dataclass(frozen=True)
class Page:
    """One file of the site: its path from the root, with forward slashes."""

    path: str
    data: bytes


def person_path(identifier: str) -> str:
    """Where the person's page is, from the folder of a language."""
    return f"person/{identifier[:2]}/{checked_id(identifier)}.html"


def announcement_path(identifier: str) -> str:
    return f"announcement/{checked_id(identifier)}.html"


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
    """Renders the templates in one language. `render("home", "index.html", ...)`."""

    words: Words
    environment: Environment

    @classmethod
    def of(cls, release: Release, language: Language) -> Press:
        words = Words(language)
        environment = Environment(
            loader=FunctionLoader(_template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["t"] = words.phrase
        environment.globals.update(
            language=language,
            languages=OWN_NAMES,
            title=clean(release.organisation) or words.phrase("site.title"),
            organisation=clean(release.organisation),
            address=clean(release.address),
            contact=clean(release.contact),
            mail=mail_address(release.contact),
            invented=release.invented,
            day=words.day(release.on),
        )
        return cls(words, environment)

    def render(self, template: str, path: str, **values: object) -> Page:
        """The page at `path` within the language's folder."""
        made = self.template(template)
        up = "../" * path.count("/")
        html = made(path=path, up=up, root=f"../{up}", **values)
        return Page(f"{self.words.language}/{path}", html.encode())

    def template(self, name: str) -> Callable[..., str]:
        return self.environment.get_template(f"{name}.html").render


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
            yield Page(f"site/{file.name}", file.read_bytes())
    press = Press.of(release, "en")
    greetings = [
        {"language": each, "name": OWN_NAMES[each], "purpose": phrase("site.purpose", each)}
        for each in LANGUAGES
    ]
    yield Page("index.html", press.template("languages")(greetings=greetings).encode())
    gone = {language: phrase("site.gone", language) for language in LANGUAGES}
    yield Page("404.html", press.template("gone")(gone=gone).encode())
    yield Page("_headers", _template("headers.txt").encode())


@cache
def _template(name: str) -> str:
    folder = resources.files("tidings.publishing.site").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")
