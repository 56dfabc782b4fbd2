"""The example registry, built from the invented archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from tidings.example.archive import sources
from tidings.example.mentions import known
from tidings.example.speaking import Example, Spoken, speak
from tidings.example.truth import truth
from tidings.reading import Reading, read_file
from tidings.reading.reading import Unread
from tidings.registry import adding, linking
from tidings.registry.linking import LinkReport
from tidings.registry.models import Mention, MentionName

Progress = Callable[[str, int, int], None]

#: Readers are child processes: two at a time are fast even where there are two cores.
READERS = 2


@dataclass(frozen=True)
class BuiltFile:
    """One file of the archive as recorded. `mentions`: the reader's key -> the mention's id."""

    file: str
    source_ids: tuple[int, ...]
    mentions: Mapping[str, int]
    names: Mapping[str, tuple[str, ...]]
    statements: int
    drafts: int
    unread: tuple[Unread, ...]


@dataclass(frozen=True)
class Built:
    """The example registry: what was added from each file, what linking made of it, and what was
    said and sent."""

    files: tuple[BuiltFile, ...]
    linked: LinkReport
    spoken: Spoken


def build(*, actor: str, progress: Progress | None = None) -> Built:
    """Read and add the whole archive to the open registry, then link it.

    The worker vouches for everything but the files that the truth leaves open: their drafts
    wait to be looked over.
    """
    report = progress or (lambda what, done, of: None)
    paths = sources()
    built = []
    with ThreadPoolExecutor(READERS) as pool:
        readings = pool.map(_read, paths)
        for done, (path, read) in enumerate(zip(paths, readings, strict=True), start=1):
            built.append(_add(path, read, actor))
            report("reading and adding", done, len(paths))
    linked = linking.link(actor=actor, progress=report)
    report("consents and letters", 0, 1)
    example = Example({each.file: each.source_ids for each in built}, known(built))
    spoken = speak(example, actor=actor)
    report("consents and letters", 1, 1)
    return Built(tuple(built), linked, spoken)


def _read(path: Path) -> list[Reading]:
    origin = truth().origins.get(path.name)
    readings = read_file(path, published=truth().published.get(path.name))
    return [replace(each, source=replace(each.source, origin=origin)) for each in readings]


def _add(path: Path, readings: list[Reading], actor: str) -> BuiltFile:
    added = adding.add_file(
        readings,
        path.read_bytes(),
        actor=actor,
        reason="the invented archive",
        accept=path.name not in truth().left_open,
    )
    return BuiltFile(
        path.name,
        added.source_ids,
        _recorded(readings, added.source_ids),
        {draft.key: draft.names for reading in readings for draft in reading.mentions},
        added.statements,
        added.drafts,
        added.unread,
    )


def _recorded(readings: Iterable[Reading], source_ids: tuple[int, ...]) -> dict[str, int]:
    """The reader's key of every mention -> its id: a mention is known by where it stands and
    by the names it gives."""
    places = dict(Mention.objects.filter(source_id__in=source_ids).values_list("id", "locator"))
    names: dict[int, list[str]] = {mention: [] for mention in places}
    rows = MentionName.objects.filter(mention_id__in=list(places)).order_by("id")
    for mention, written in rows.values_list("mention_id", "written"):
        names[mention].append(written)
    ids = {(places[each], frozenset(names[each])): each for each in places}
    return {
        draft.key: ids[draft.locator, frozenset(draft.names)]
        for reading in readings
        for draft in reading.mentions
        if (draft.locator, frozenset(draft.names)) in ids
    }
