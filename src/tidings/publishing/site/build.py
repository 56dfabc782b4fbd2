"""A release in, a folder of static pages out."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tidings.publishing.release import Release
from tidings.publishing.site.folders import Place, built_aside, reserved
from tidings.publishing.site.lists import Alike, list_pages
from tidings.publishing.site.manifest import MANIFEST, Manifest, Sign
from tidings.publishing.site.numbers import announcement_pages, silence_page, summary
from tidings.publishing.site.pages import Page, Press, presses, static_pages
from tidings.publishing.site.search_index import search_files
from tidings.publishing.site.writing import Progress, Writer, people_written
from tidings.values import Asked, clean

#: So many announcements stand on the first page.
SHOWN = 5


@dataclass(frozen=True)
class Built:
    """What was built; `bytes` is the size of all files together."""

    people: int
    files: int
    bytes: int


def build(
    release: Release,
    folder: Path,
    *,
    sign: Sign,
    public_key: bytes,
    workers: int = 1,
    progress: Progress | None = None,
) -> Built:
    """Build the site of a release in `folder`, in place of the site that is there.

    Everything comes from the release; the same release and key give the same bytes. `sign` makes
    an Ed25519 signature that `public_key` (32 bytes) verifies. With more than one of `workers`,
    people's pages are written by so many new processes; the program's main module has to bear
    being imported. Raises WrongUse when `folder` holds something else than a site, TidingsError
    when the disk is full or somebody else publishes there; then what was there is untouched.
    """
    with reserved(folder) as place:
        return build_at(
            place,
            release,
            sign=sign,
            public_key=public_key,
            workers=workers,
            progress=progress,
        )


def build_at(
    place: Place,
    release: Release,
    *,
    sign: Sign,
    public_key: bytes,
    workers: int = 1,
    progress: Progress | None = None,
) -> Built:
    """The same in a place that is `reserved` already."""
    with _kept(), built_aside(place) as aside:
        writer = Writer(aside)
        with people_written(release, aside, workers, progress or _silent) as finished:
            for page in common_pages(release):
                writer.write(page)
            writer.files |= finished()
        manifest = Manifest(
            str(release.audience),
            clean(release.organisation),
            release.on.isoformat(),
            release.invented,
            len(release.people),
            public_key,
            dict(sorted(writer.files.items())),
        )
        writer.write(Page(MANIFEST, manifest.signed(sign)))
    sizes = [size for _, size in writer.files.values()]
    return Built(len(release.people), len(sizes), sum(sizes))


def common_pages(release: Release) -> Iterator[Page]:
    """Every file of the site but the people's own pages and the manifest."""
    yield from static_pages(release)
    yield from search_files(release)
    alike = Alike.of(release)
    for press in presses(release).values():
        yield from _in_language(release, alike, press)


def _in_language(release: Release, alike: Alike, press: Press) -> Iterator[Page]:
    yield home_page(release, press)
    yield press.render(
        "about", "about.html", heading=press.words.phrase("site.about"), **press.site
    )
    yield from list_pages(release, alike, press)
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
        more=len(release.announcements) > SHOWN,
    )


@contextmanager
def _kept() -> Iterator[None]:
    """Spare the garbage collector what is here already: it would look through all people of the
    release again and again, a tenth of the time, and find nothing. Building leaves no cycles."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _silent(what: str, done: int, of: int) -> None:
    pass
