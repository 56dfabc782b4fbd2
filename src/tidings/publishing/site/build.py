"""A release in, a folder of static pages out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from errno import EDQUOT, ENOSPC
from hashlib import sha256
from pathlib import Path

from tidings.publishing.release import Release
from tidings.publishing.site.folders import built_aside
from tidings.publishing.site.lists import list_pages
from tidings.publishing.site.manifest import MANIFEST, Manifest, Sign
from tidings.publishing.site.numbers import announcement_pages, silence_page, summary
from tidings.publishing.site.pages import Page, Press, presses, static_pages
from tidings.publishing.site.people import People
from tidings.publishing.site.search_index import search_files
from tidings.values import Asked, TidingsError

Progress = Callable[[str, int, int], None]
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
#: So many people between two calls of `progress`.
STEP = 500
#: So many announcements stand on the first page.
SHOWN = 10


@dataclass(frozen=True)
class Built:
    """What was built; `bytes` is the size of all files together."""

    people: int
    files: int
    bytes: int


@dataclass
class Writer:
    """Writes pages below a folder and keeps their hashes and sizes."""

    folder: Path
    files: dict[str, tuple[str, int]] = field(default_factory=dict)
    _made: set[str] = field(default_factory=set)

    def write(self, page: Page) -> None:
        """Write one new file. Raises FileExistsError when two pages have one path."""
        parent = page.path.rpartition("/")[0]
        if parent not in self._made:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        descriptor = os.open(f"{self.folder}/{page.path}", _FLAGS, 0o644)
        try:
            left = memoryview(page.data)
            while left:
                left = left[os.write(descriptor, left) :]
        finally:
            os.close(descriptor)
        self.files[page.path] = sha256(page.data).hexdigest(), len(page.data)


def build(
    release: Release,
    folder: Path,
    *,
    sign: Sign,
    public_key: bytes,
    progress: Progress | None = None,
) -> Built:
    """Build the site of a release in `folder`, in place of the site that is there.

    Everything comes from the release; the same release and key give the same bytes. `sign` makes
    an Ed25519 signature that `public_key` (32 bytes) verifies. Raises WrongUse when `folder`
    holds something else than a site, TidingsError when the disk is full; then what was there is
    untouched.
    """
    try:
        with built_aside(folder) as aside:
            writer = Writer(aside)
            for page in every_page(release, progress or (lambda what, done, of: None)):
                writer.write(page)
            manifest = Manifest(
                str(release.audience),
                release.organisation,
                release.on.isoformat(),
                release.invented,
                len(release.people),
                public_key,
                dict(sorted(writer.files.items())),
            )
            writer.write(Page(MANIFEST, manifest.signed(sign)))
    except OSError as error:
        if error.errno not in (ENOSPC, EDQUOT):
            raise
        raise TidingsError(
            "The disk is full: the site was not built, and what was there is untouched.",
            "Make room, or name a folder on another disk.",
        ) from None
    sizes = [size for _, size in writer.files.values()]
    return Built(len(release.people), len(sizes), sum(sizes))


def every_page(release: Release, progress: Progress) -> Iterator[Page]:
    """Every file of the site but its manifest."""
    yield from static_pages(release)
    yield from search_files(release)
    ready = presses(release)
    for press in ready.values():
        yield from _frame(release, press)
    yield from _people(release, ready.values(), progress)


def _frame(release: Release, press: Press) -> Iterator[Page]:
    """All but the people's own pages, in one language."""
    yield home_page(release, press)
    yield press.render("about", "about.html", heading=press.words.phrase("site.about"))
    yield from list_pages(release, press)
    yield from announcement_pages(release, press)
    yield silence_page(release, press)


def home_page(release: Release, press: Press) -> Page:
    """What this is, how many are here, what their families ask for, what was announced."""
    words = press.words
    asked = Counter(each for person in release.people for each in person.asks)
    return press.render(
        "home",
        "index.html",
        some=words.phrase("site.find_some"),
        people=words.number(len(release.people)) if release.people else None,
        asks=[
            (words.begun(f"asked.{each}"), words.number(asked[each]))
            for each in Asked
            if asked[each]
        ],
        announcements=[summary(each, words) for each in release.announcements[:SHOWN]],
    )


def _people(release: Release, ready: Iterable[Press], progress: Progress) -> Iterator[Page]:
    people, languages = People(release), list(ready)
    for start in range(0, len(release.people), STEP):
        some = release.people[start : start + STEP]
        for press in languages:
            yield from people.pages(press, some)
        progress("pages", start + len(some), len(release.people))
