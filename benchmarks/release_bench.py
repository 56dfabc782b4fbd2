"""A release's figures. `python -m benchmarks.release_bench [PERSONS]`

Each invented person is named in a list and in a testimony of their own, which are linked; two
things happened to them, a relative is named, and a consent stands: three in five by name.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date

from benchmarks import people
from benchmarks.measuring import Figure, as_table, seconds, workplace

PERSONS = 20_000
ON = date(2026, 3, 1)


def main(persons: int = PERSONS) -> list[Figure]:
    from tidings.registry import folder
    from tidings.vault import new_key

    folder.configure()
    with workplace() as place:
        key = new_key()
        folder.create_with_key(place / "registry", "Example Worker", key)
        registry = folder.open_with_key(place / "registry", key)
        began = time.perf_counter()
        _fill(persons)
        print(f"filled in {time.perf_counter() - began:.0f} s", flush=True)
        figures = _measured(registry, persons)
        folder.lock()
    print(as_table(figures))
    return figures


def _measured(registry, persons: int) -> list[Figure]:
    from tidings.publishing.release_file import read_release, to_bytes
    from tidings.release import left_out, release, signing
    from tidings.release.deciding import decide
    from tidings.release.gathering import gather
    from tidings.values import PUBLIC, UN

    gathering = seconds(lambda: gather(registry, PUBLIC, ON))
    gathered = gather(registry, PUBLIC, ON)
    deciding = seconds(lambda: decide(gathered))
    whole = seconds(lambda: release(registry, PUBLIC, ON))
    made = release(registry, PUBLIC, ON)
    writing = seconds(lambda: to_bytes(made, signing.sign, signing.public_key()))
    data = to_bytes(made, signing.sign, signing.public_key())
    reading = seconds(lambda: read_release(data, signing.public_key()))
    missing = seconds(lambda: left_out(registry, UN, ON))
    count = len(made.people)
    return [
        Figure(
            f"release of {count:,} people of {persons:,}",
            f"{whole:.1f} s, {count / whole:,.0f} people/s "
            f"(gathered {gathering:.1f} s, decided {deciding:.1f} s)",
            "2,000 people/s",
        ),
        Figure("signed file written", f"{count / writing:,.0f} people/s, {len(data):,} bytes"),
        Figure("signed file checked and read", f"{count / reading:,.0f} people/s"),
        Figure(f"who is left out, {persons:,}", f"{missing:.1f} s"),
    ]


def _fill(persons: int) -> None:
    from tidings.registry import persons as linked
    from tidings.registry.act import recording
    from tidings.registry.models import (
        Consent,
        Decision,
        Mention,
        MentionName,
        Source,
        Statement,
        Testifier,
    )

    chance = random.Random(1)
    names = people.names(persons)
    with recording("Example Worker", "add") as act:
        (listing,) = act.insert(Source, [{"kind": "list", "title": "List", "level": "public"}])
        testifiers = act.insert(Testifier, [{"name": f"Relative {n}"} for n in range(persons)])
        sources = act.insert(
            Source,
            [{"kind": "testimony", "title": "Testimony", "testifier_id": t} for t in testifiers],
        )
        rows = [_mention(chance, listing, number) for number in range(persons)]
        listed = act.insert(Mention, rows)
        told = act.insert(
            Mention, [row | {"source_id": s} for row, s in zip(rows, sources, strict=True)]
        )
        kin = act.insert(Mention, [{"source_id": s} for s in sources])
        act.insert(
            MentionName,
            [
                {"mention_id": mention, "written": name, "script": "Cyrl"}
                for mentions in (listed, told, kin)
                for mention, name in zip(mentions, names, strict=True)
            ],
        )
        act.insert(Statement, _statements(listing, listed, sources, told, kin))
        pairs = zip(listed, told, strict=True)
        act.insert(Decision, [{"a_id": a, "b_id": b, "verdict": "same"} for a, b in pairs])
        act.insert(Consent, _consents(chance, sources, told, testifiers))
        linked.rebuild()


def _mention(chance: random.Random, source: int, number: int) -> dict[str, object]:
    year = chance.randint(1940, 2000)
    return {
        "source_id": source, "sex": "male", "birth_edtf": str(year),
        "birth_lo": date(year, 1, 1), "birth_hi": date(year, 12, 31),
        "place": f"Панфилов ауданы, Ауыл{number % 40} ауылы",
    }  # fmt: skip


def _statements(listing, listed, sources, told, kin):
    held = {"held_edtf": "2018-03", "held_lo": date(2018, 3, 1), "held_hi": date(2018, 3, 31)}
    for mention, source, again, relative in zip(listed, sources, told, kin, strict=True):
        yield {"source_id": listing, "mention_id": mention, "what": "detained", **held}
        yield {"source_id": source, "mention_id": again, "what": "detained", **held}
        yield {
            "source_id": source, "mention_id": relative, "object_mention_id": again,
            "what": "kin", "value": "sister",
        }  # fmt: skip


def _consents(chance: random.Random, sources, told, testifiers):
    forms = ["named", "named", "named", "pseudonym", "seeker"]
    for source, mention, testifier in zip(sources, told, testifiers, strict=True):
        yield {
            "source_id": source, "mention_id": mention, "testifier_id": testifier,
            "relation": "sister", "audience": "public", "form": chance.choice(forms),
            "place_level": "district", "words": "Інімді қайтарыңыздар." if mention % 2 else "",
        }  # fmt: skip


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
