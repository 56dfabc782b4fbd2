"""Read all that a release is decided from, in a few passes over the tables and none a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from tidings.registry import key
from tidings.registry.consent_rows import said_of, standings
from tidings.registry.consents import Said, Standing
from tidings.registry.folder import Folder
from tidings.registry.models import Membership, Mention
from tidings.registry.organisation import speaker
from tidings.registry.persons import persons_of
from tidings.registry.profiling.kinship import inverse
from tidings.registry.profiling.shape import StatementView
from tidings.release import rows
from tidings.release.known import Gathered, KinTold, Known
from tidings.values import Audience, Kin, Level


def gather(registry: Folder, audience: Audience, on: date) -> Gathered:
    """Everything that the release for `audience` on the day `on` is decided from."""
    said = said_of()
    found = standings(said, audience, on)
    allowed = {person: each for person, each in found.items() if each.form}
    reading = _Reading(allowed, said, on)
    speaks = speaker()
    return Gathered(
        audience=audience,
        on=on,
        organisation=speaks.name,
        address=speaks.address,
        contact=speaks.contact,
        invented=registry.example,
        secret=key.derived("released ids"),
        people=tuple(map(reading.known, sorted(reading.allowed))),
        origins=reading.origins,
        refusals=reading.refusals,
    )


class _Reading:
    """The rows about those for whom a consent stands, by what they belong to."""

    def __init__(
        self, allowed: Mapping[int, Standing], said: Mapping[int, Sequence[Said]], on: date
    ) -> None:
        self.allowed = allowed
        self.speakers = {
            person: {each.testifier for each in said[person] if each.testifier is not None}
            for person in allowed
        }
        self.members = members_of(allowed)
        ids = list(chain.from_iterable(self.members.values()))
        mentions, statements = rows.mention_rows(ids), rows.statement_rows(ids)
        refusals, kin = rows.refusal_rows(), rows.kin_rows(ids)
        self.letters = rows.letters(ids, on, "mention")
        self.consented = _consented(allowed)
        sources = {row[1] for row in (*mentions, *statements, *refusals)}
        sources |= {each.source for each in kin} | set().union(*self.consented.values())
        self.origins = rows.origins(sources)
        self.keys = rows.oldest(self.members)
        self._read_private(ids)
        self.mentions = rows.mention_views(mentions, self.origins, self.telling)
        self.statements = self._statements(statements)
        self.kin = self._kin(kin)
        self.refusals = tuple(
            (row[-1] or row[8], rows.statement_view(row, self.origins[row[1]].view))
            for row in refusals
            if row[1] in self.origins
        )

    def known(self, person: int) -> Known:
        own = self.members[person]
        mentions = tuple(self.mentions[each] for each in own if each in self.mentions)
        consents = self.allowed[person].consents
        telling = {self.origins[each.source.id].testifier for each in mentions}
        telling |= self.speakers[person]
        return Known(
            person=person,
            key=self.keys[person],
            standing=self._heard(self.allowed[person]),
            consented=self.consented[person],
            mentions=mentions,
            statements=tuple(chain.from_iterable(self.statements.get(each, ()) for each in own)),
            kin=tuple(self.kin.get(person, ())),
            letters=tuple(chain.from_iterable(self.letters.get(each, ()) for each in own)),
            voices={
                each.testifier: self.voices[each.testifier]
                for each in consents
                if each.testifier in self.voices
            },
            testifiers=tuple(self.voices[each] for each in telling if each in self.voices),
        )

    def _read_private(self, ids: Collection[int]) -> None:
        """Who testified, and for whom the words that a family wants said have to be looked
        through: `telling` are their mentions."""
        worded = {
            person
            for person, each in self.allowed.items()
            if any(consent.words for consent in each.consents)
        }
        self.telling = set(chain.from_iterable(self.members[each] for each in worded))
        testifiers = set().union(*self.speakers.values())
        testifiers |= {each.testifier for each in self.origins.values() if each.testifier}
        self.voices = rows.voices(testifiers)

    def _heard(self, found: Standing) -> Standing:
        """A consent counts wherever it was given; what else was said in a sealed source stays
        there."""
        if not any(self._is_sealed(each) for each in found.consents):
            return found
        return replace(
            found,
            consents=tuple(
                replace(each, relation=None, own_name=False, asks=(), words="", pseudonym="")
                if self._is_sealed(each)
                else each
                for each in found.consents
            ),
        )

    def _is_sealed(self, consent: Said) -> bool:
        return self.origins[consent.source].view.level is Level.SEALED

    def _statements(self, found: rows.Rows) -> dict[int, list[StatementView]]:
        by_mention: dict[int, list[StatementView]] = defaultdict(list)
        for row in found:
            origin = self.origins.get(row[1])
            if origin is not None:
                by_mention[row[2]].append(rows.statement_view(row, origin.view))
        return by_mention

    def _kin(self, found: list[rows.KinRow]) -> dict[int, list[KinTold]]:
        """person -> what sources say that others are to them."""
        ends = {each for row in found for each in (row.a, row.b)}
        persons = persons_of(sorted(ends))
        beside = {
            other
            for row in found
            for one, other in ((row.a, row.b), (row.b, row.a))
            if one in self.telling
        }
        names = rows.names_of(beside)
        told: dict[int, list[KinTold]] = defaultdict(list)
        for row in found:
            if row.source not in self.origins or not {row.a, row.b} <= persons.keys():
                continue
            level = max(row.level, self.origins[row.source].view.level, key=lambda each: each.rank)
            relation = Kin(row.relation)
            for one, other, seen_as in (
                (row.b, row.a, relation),
                (row.a, row.b, inverse(relation)),
            ):
                if persons[one] in self.allowed:
                    called = tuple(names.get(other, ()))
                    told[persons[one]].append(
                        KinTold(seen_as, persons[other], row.source, level, called)
                    )
        return told


def members_of(people: Collection[int]) -> dict[int, list[int]]:
    """person -> mentions, the oldest first."""
    members: dict[int, list[int]] = {person: [] for person in people}
    for mention, person in rows.chosen(
        Membership.objects, "person_id", people, "mention_id", "person_id"
    ):
        members[person].append(mention)
    return members


def _consented(allowed: Mapping[int, Standing]) -> dict[int, frozenset[int]]:
    """person -> the sources that their standing consents open."""
    mentions = {consent.mention for each in allowed.values() for consent in each.consents}
    source: dict[int, int] = dict(rows.chosen(Mention.objects, "pk", mentions, "id", "source_id"))
    return {
        person: frozenset(
            each for consent in found.consents for each in (consent.source, source[consent.mention])
        )
        for person, found in allowed.items()
    }
