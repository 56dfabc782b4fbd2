"""The names of a release, read already, for the search that runs in the reader's browser.

`site/sounds.js` is what letters sound like; `site/characters.js` the same of Chinese characters,
fetched only for a query that has some; `site/names.js` the names, or, where they are many, the
list of the files that hold them, divided by first sound. Scripts that set data, not JSON: pages
opened from a disk may not fetch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tidings.names import parts_of
from tidings.names.commonness import caps
from tidings.names.parts import counted, is_initial, views
from tidings.names.tables import characters, indexed_readings, openings, shelves, tables
from tidings.publishing.release import Release, ReleasedPerson
from tidings.publishing.site.pages import Page, checked_id
from tidings.values import clean

#: An index larger than this, in bytes, is divided.
LARGE: Final = 1_000_000
#: So many of a person's names are shown in a result.
SHOWN: Final = 3


@dataclass(frozen=True)
class Row:
    """One way to see one written name: the person's number and the tokens of its parts."""

    person: int
    tokens: tuple[str, ...]


def search_files(release: Release) -> Iterator[Page]:
    """Every file that the search needs but the scripts."""
    yield _script("sounds", f"globalThis.tidings = {{ tables: {_json(tables())} }};")
    yield _script("characters", f"tidings.characters = {_json(characters())};")
    people = [person for person in release.people if person.names]
    rows = list(_rows(people))
    whole = _json(_index(rows, people))
    if len(whole.encode()) <= LARGE:
        yield _script("names", f"tidings.whole = {whole};")
        return
    shards = _divided(rows)
    said = {"shards": sorted(shards), "openings": openings()}
    yield _script("names", f"tidings.divided = {_json(said)};")
    for shard, some in shards.items():
        index = _json(_index(some, people))
        yield _script(f"names-{shard}", f'tidings.arrived("{shard}", {index});')


def _rows(people: Sequence[ReleasedPerson]) -> Iterator[Row]:
    for number, person in enumerate(people):
        for name in person.names:
            found = counted(parts_of(name.written))
            for view in (found, *(views(found)[1:] if len(found) == 1 else ())):
                if view:
                    yield Row(number, tuple(part.token for part in view))


def _index(rows: Iterable[Row], people: Sequence[ReleasedPerson]) -> dict[str, Any]:
    """`tokens`: the readings of each, "kind penalty codes"; `names`: a person's number, then its
    tokens' numbers; `people`: id and names as written."""
    numbers: dict[str, int] = {}
    places: dict[int, int] = {}
    names = [
        [
            places.setdefault(row.person, len(places)),
            *(numbers.setdefault(token, len(numbers)) for token in row.tokens),
        ]
        for row in rows
    ]
    return {
        "tokens": [encoded(token) for token in numbers],
        "caps": {at: round(caps()[token], 2) for token, at in numbers.items() if token in caps()},
        "initials": [at for token, at in numbers.items() if is_initial(token)],
        "names": names,
        "people": [
            [checked_id(people[at].id), *(clean(each.written) for each in people[at].names[:SHOWN])]
            for at in places
        ],
    }


def encoded(token: str) -> str:
    """ "206" and a letter for each code: kind 2, penalty 0.6."""
    return " ".join(
        f"{kind:d}{round(penalty * 10):02d}{''.join(chr(48 + code) for code in codes)}"
        for kind, penalty, codes in indexed_readings(token)
    )


def _divided(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Each name in the file of every sound that one of its parts may begin with."""
    known: dict[str, frozenset[str]] = {}
    shards: dict[str, list[Row]] = {}
    for row in rows:
        for token in row.tokens:
            if token not in known:
                known[token] = shelves(token)
        for shard in sorted(frozenset().union(*(known[token] for token in row.tokens))):
            shards.setdefault(shard, []).append(row)
    return dict(sorted(shards.items()))


def _script(name: str, text: str) -> Page:
    return Page(f"site/{name}.js", f"{text}\n".encode())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
