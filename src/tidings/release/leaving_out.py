"""Who is left out of a release, and whose word is missing: for a worker's eyes only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tidings.registry.consent_rows import said_of, standings
from tidings.registry.consents import Said, Standing, Why
from tidings.registry.folder import Folder
from tidings.registry.models import Mention, Statement
from tidings.registry.persons import persons_of
from tidings.registry.profiling.attributes import SCRIPT_ORDER
from tidings.release import rows
from tidings.release.gathering import members_of
from tidings.release.releasing import nameless
from tidings.values import Audience, Kin, script_of


@dataclass(frozen=True)
class Missing:
    """Somebody whose word is missing or stands against it, and what they are to the person."""

    name: str
    relation: Kin | None = None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class LeftOut:
    """A person who is not in the release: why, and who could change that."""

    person: int
    name: str
    why: Why
    missing: tuple[Missing, ...] = ()


def left_out(registry: Folder, audience: Audience, on: date) -> tuple[LeftOut, ...]:
    """Everybody whom a source is about, or about whose consent somebody spoke, and who is not in
    the release; by name."""
    found = standings(said_of(), audience, on)
    why = {person: each.why_not for person, each in found.items() if each.why_not is not None}
    why |= dict.fromkeys(nameless(registry, audience, on), Why.NO_NAME)
    why |= dict.fromkeys(_spoken_of() - found.keys(), Why.NO_CONSENT)
    members = members_of(why)
    names = _names(members)
    unasked = {person: members[person] for person in why if why[person] is Why.NO_CONSENT}
    missing = _testifiers(unasked) | _speakers(
        {person: _against(found[person]) for person in why if person not in unasked}
    )
    listed = (
        LeftOut(person, names.get(person, ""), reason, missing.get(person, ()))
        for person, reason in why.items()
    )
    return tuple(sorted(listed, key=lambda each: (each.name.casefold(), each.person)))


def _against(standing: Standing) -> Iterable[Said]:
    """On whose word it hangs: who objects, or else whose consent ended or was taken back."""
    if standing.why_not is Why.STAYS_OUT or standing.form is not None:
        return ()
    return standing.objections or standing.last_words


def _speakers(said: Mapping[int, Iterable[Said]]) -> dict[int, tuple[Missing, ...]]:
    everybody = {each.testifier for rows_ in said.values() for each in rows_ if each.testifier}
    voices = rows.voices(everybody)
    return {
        person: tuple(
            dict.fromkeys(
                Missing(voices[each.testifier].name, each.relation)
                for each in spoke
                if each.testifier in voices
            )
        )
        for person, spoke in said.items()
    }


def _testifiers(members: Mapping[int, Collection[int]]) -> dict[int, tuple[Missing, ...]]:
    """person -> those who testified of them, and could be asked."""
    source_of: dict[int, int] = dict(
        rows.chosen(Mention.live, "pk", set(chain(*members.values())), "id", "source_id")
    )
    testifier_of = {
        source: each.testifier
        for source, each in rows.origins(set(source_of.values())).items()
        if each.testifier is not None
    }
    telling = {each for each in source_of if source_of[each] in testifier_of}
    voices = rows.voices(set(testifier_of.values()))
    relations = _relations(telling)
    found: dict[int, tuple[Missing, ...]] = {}
    for person, own in members.items():
        names = [
            (each, voices[testifier_of[source_of[each]]].name) for each in own if each in telling
        ]
        found[person] = tuple(
            dict.fromkeys(Missing(name, relations.get((each, name))) for each, name in names)
        )
    return found


def _relations(mentions: Collection[int]) -> dict[tuple[int, str], Kin]:
    """(mention, name of a relative) -> what the relative is to whom the mention is of."""
    kin = [each for each in rows.kin_rows(mentions) if each.b in mentions]
    names = rows.names_of({each.a for each in kin})
    return {(each.b, name): Kin(each.relation) for each in kin for name in names.get(each.a, ())}


def _spoken_of() -> set[int]:
    """The persons to whom something happened, or whose relatives are told of: a source is about
    them, and not only about what they are to somebody."""
    kin = Statement.live.filter(what="kin").exclude(object_mention=None)
    told = Statement.live.exclude(what="kin").exclude(mention=None)
    mentions = set(told.values_list("mention_id", flat=True))
    mentions |= set(kin.values_list("object_mention_id", flat=True))
    return set(persons_of(sorted(mentions)).values())


def _names(members: Mapping[int, Collection[int]]) -> dict[int, str]:
    """person -> their name, in the family's script where a source has it."""
    names = rows.names_of(set(chain(*members.values())))
    return {
        person: min(
            (name for each in own for name in names.get(each, ())),
            key=lambda name: SCRIPT_ORDER.index(script_of(name)),
            default="",
        )
        for person, own in members.items()
    }
