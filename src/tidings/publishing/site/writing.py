"""Pages written as files, by this process alone or, where there are many people, with others."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread

from tidings.publishing.release import Release, ReleasedName, ReleasedPerson
from tidings.publishing.site.pages import Page, Press, presses
from tidings.publishing.site.people import People, called_in

Progress = Callable[[str, int, int], None]
Files = dict[str, tuple[str, int]]
Called = Mapping[str, ReleasedName]

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
#: So many people are given to a process at once: a twentieth of a second's work.
STEP = 100


@dataclass
class Writer:
    """Writes pages below a folder; `files`: path -> (SHA-256 in hex, size in bytes)."""

    folder: Path
    files: Files = field(default_factory=dict)

    def write(self, page: Page) -> None:
        """Write one new file; whether it would survive a power cut is seen to once, for all.
        Raises FileExistsError when two pages have one path."""
        descriptor = _opened(f"{self.folder}/{page.path}")
        try:
            left = memoryview(page.data)
            while left:
                left = left[os.write(descriptor, left) :]
        finally:
            os.close(descriptor)
        self.files[page.path] = sha256(page.data).hexdigest(), len(page.data)


def _opened(path: str) -> int:
    try:
        return os.open(path, _FLAGS, 0o644)
    except FileNotFoundError:
        os.makedirs(path.rpartition("/")[0], exist_ok=True)
        return os.open(path, _FLAGS, 0o644)


@dataclass(frozen=True)
class Share:
    """Some people of a release, and the names of those to whom their pages lead. `around`: the
    release without anybody."""

    around: Release
    people: tuple[ReleasedPerson, ...]
    called: Called

    @property
    def size(self) -> int:
        return len(self.people)

    def written(self, folder: Path) -> Files:
        """Write the pages of these people below the folder."""
        writer = Writer(folder)
        for page in People(self.called).pages(self.people, _presses(self.around)):
            writer.write(page)
        return writer.files


@lru_cache(maxsize=1)
def _presses(around: Release) -> tuple[Press, ...]:
    """Kept from one share to the next, with the forms that they rendered."""
    return tuple(presses(around).values())


@contextmanager
def people_written(
    release: Release, folder: Path, workers: int, progress: Progress
) -> Iterator[Callable[[], Files]]:
    """Write the pages of all people below `folder`. Gives a function that writes what nobody has
    begun and returns all files. This process is one of the `workers`; the others begin at once,
    so that it can do other work first."""
    shares = list(_shares(release))
    if workers < 2:
        yield lambda: _gathered(shares, [None] * len(shares), folder, progress)
        return
    context = get_context("spawn")  # a fork would take the registry's key along
    crew = ProcessPoolExecutor(workers - 1, context, _begin)
    try:
        given = [crew.submit(share.written, folder) for share in shares]
        yield lambda: _gathered(shares, given, folder, progress)
    except BaseException:
        crew.shutdown(cancel_futures=True)  # nothing is written when this is over
        raise
    crew.shutdown(wait=False)  # all is written


def _shares(release: Release) -> Iterator[Share]:
    called = called_in(release)
    around = replace(release, people=(), announcements=(), silences=())
    for start in range(0, len(release.people), STEP):
        people = release.people[start : start + STEP]
        kin = {each.person for person in people for each in person.kin}
        yield Share(around, people, {person: called[person] for person in kin & called.keys()})


def _gathered(
    shares: Sequence[Share],
    given: Sequence[Future[Files] | None],
    folder: Path,
    progress: Progress,
) -> Files:
    """The files of all shares. Others take shares from the front; this process writes from the
    end, until it meets what they have begun."""
    files: Files = {}
    done, people = 0, sum(share.size for share in shares)
    for share, other in zip(reversed(shares), reversed(given), strict=True):
        if other is None or other.cancel():
            files |= share.written(folder)
        else:
            files |= other.result()
        done += share.size
        progress("pages", done, people)
    return files


def _begin() -> None:
    """How another process begins: it leaves an interruption to the one that publishes, and ends
    at once when that one is killed, so that nothing more is written beside."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is None:
        raise RuntimeError("only a process that another one started can begin like this")
    Thread(target=_end_with, args=[parent.sentinel], daemon=True).start()


def _end_with(parent: int) -> None:
    wait([parent])
    os._exit(1)
