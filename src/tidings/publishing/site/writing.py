"""Pages written as files, by this process or, where there are many people, by several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread

from tidings.publishing.release import Release, ReleasedName
from tidings.publishing.site.pages import Page, presses
from tidings.publishing.site.people import People, called_in

Progress = Callable[[str, int, int], None]
Files = dict[str, tuple[str, int]]
Called = Mapping[str, ReleasedName]

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
#: So many people between two words of progress.
STEP = 200


@dataclass
class Writer:
    """Writes pages below a folder; `files`: path -> (SHA-256 in hex, size in bytes)."""

    folder: Path
    files: Files = field(default_factory=dict)
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


@contextmanager
def people_written(
    release: Release, folder: Path, workers: int, progress: Progress
) -> Iterator[Callable[[], Files]]:
    """Write the pages of all people below `folder`. Gives a function that waits for the rest
    and returns the files; with several `workers` other work can be done meanwhile."""
    called = called_in(release)
    if workers < 2:
        yield lambda: _write(release, called, folder, progress)
        return
    context = get_context("spawn")  # a fork would take the registry's key along
    crew = []
    for part in range(workers):
        ours, theirs = context.Pipe(duplex=False)
        share = replace(
            release, people=release.people[part::workers], announcements=(), silences=()
        )
        work = (share, _kin(share, called), folder, theirs)
        crew.append((context.Process(target=_work, args=work, daemon=True), ours))
        crew[-1][0].start()
        theirs.close()
    try:
        yield lambda: _gathered([pipe for _, pipe in crew], len(release.people), progress)
    finally:
        for process, pipe in crew:
            pipe.close()
            process.terminate()
            process.join()


def _kin(release: Release, called: Called) -> Called:
    """Of the names only those to which a page of this release leads."""
    kin = {each.person for person in release.people for each in person.kin}
    return {person: called[person] for person in kin & called.keys()}


def _write(release: Release, called: Called, folder: Path, progress: Progress) -> Files:
    """Write the pages of the people of this release, or of this share of one."""
    writer, people, ready = Writer(folder), People(called), presses(release)
    for start in range(0, len(release.people), STEP):
        some = release.people[start : start + STEP]
        for press in ready.values():
            for page in people.pages(press, some):
                writer.write(page)
        progress("pages", start + len(some), len(release.people))
    return writer.files


def _work(share: Release, called: Called, folder: Path, pipe: Connection) -> None:
    parent = parent_process()
    if parent is None or wait([parent.sentinel], 0):
        return
    Thread(target=_leave_with, args=[parent.sentinel], daemon=True).start()
    try:
        pipe.send(_write(share, called, folder, lambda what, done, of: pipe.send(done)))
    except OSError as error:
        pipe.send(error)


def _leave_with(parent: int) -> None:
    """End at once when the publishing process is killed: nothing more is written beside."""
    wait([parent])
    os._exit(1)


def _gathered(pipes: list[Connection], people: int, progress: Progress) -> Files:
    files: Files = {}
    done = dict.fromkeys(pipes, 0)
    waiting = list(pipes)
    while waiting:
        ready = wait(waiting)
        for pipe in [each for each in waiting if each in ready]:
            told = pipe.recv()
            if isinstance(told, OSError):
                raise told
            if isinstance(told, int):
                done[pipe] = told
                progress("pages", sum(done.values()), people)
            else:
                files |= told
                waiting.remove(pipe)
    return files
