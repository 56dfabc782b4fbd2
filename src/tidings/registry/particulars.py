"""What sources say of everybody's sex, birth and place, as columns: so that a search can leave out
whom its filters contradict before it ranks names.

A filter leaves out only whom it contradicts: a person of whom some source gives the particular,
and none gives one that fits. Somebody whose birth no source gives may still be the one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tidings.linkage import tokens_within
from tidings.names import NameIndex, search
from tidings.registry.models import Decision, Membership, Mention, PlacePart
from tidings.values import Dated, Sex

Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]

SEXES = {sex.value: code for code, sex in enumerate(Sex, start=1)}
#: Days as ordinals; the ends of an open interval.
FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
#: No interval: it ends before it begins, and is told apart by that.
NO_BIRTH = (LAST_DAY, FIRST_DAY)
READ_AT_ONCE = 20_000


@dataclass(frozen=True)
class Particulars:
    """A row for each mention in force, by id: its person, and 0 or NO_BIRTH where its source does
    not say. `place` is the number of the place in `places`, from 1."""

    mentions: Ids
    person_of: Ids
    sex: NDArray[np.int8]
    born: NDArray[np.int32]
    place: NDArray[np.int32]
    places: tuple[str, ...]
    _like: dict[str, Mask] = field(default_factory=dict, repr=False)

    def allowed(self, sex: Sex | None, born: Dated | None, place: str | None) -> Ids | None:
        """The mentions of everyone whom these do not contradict, sorted; None for all."""
        kept: list[Mask] = []
        if sex is not None:
            kept.append(self._uncontradicted(self.sex > 0, self.sex == SEXES[sex.value]))
        if born is not None:
            first, last = days(born.first, born.last)
            said = self.born[:, 0] <= self.born[:, 1]
            fits = (self.born[:, 0] <= last) & (self.born[:, 1] >= first)
            kept.append(self._uncontradicted(said, fits))
        if place is not None:
            kept.append(self._uncontradicted(self.place > 0, self._alike(place)[self.place]))
        return self.mentions[np.logical_and.reduce(kept)] if kept else None

    @cached_property
    def person(self) -> NDArray[np.int64]:
        """The number of each mention's person, from 0."""
        return np.unique(self.person_of, return_inverse=True)[1]

    def _uncontradicted(self, said: Mask, fits: Mask) -> Mask:
        """For each mention, whether its person's sources say nothing or one says what fits."""
        persons = int(self.person.max(initial=-1)) + 1
        any_said, any_fits = np.zeros(persons, bool), np.zeros(persons, bool)
        any_said[self.person[said]] = True
        any_fits[self.person[said & fits]] = True
        return np.asarray((any_fits | ~any_said)[self.person], bool)

    def _alike(self, place: str) -> Mask:
        """For each place by its number, whether it holds this name or one that sounds so, or lies
        in the unit of that name."""
        if place not in self._like:
            wanted, index = place.casefold(), NameIndex.from_rows(enumerate(self.places, start=1))
            like = np.array([False, *(wanted in each.casefold() for each in self.places)])
            hits = search(place, index, limit=max(len(self.places), 1))
            like[[hit.key for hit in hits if hit.score > 0]] = True
            like[self.place[np.isin(self.mentions, _mentions_within(place))]] = True
            self._like[place] = like
        return self._like[place]


def _mentions_within(place: str) -> list[int]:
    """The mentions of which the place lies, or may lie, in the unit that `place` names."""
    parts = PlacePart.objects.filter(lexeme__token__in=tokens_within(place))
    return list(parts.values_list("mention_id", flat=True).distinct())


NOTHING = Particulars(
    np.empty(0, np.int64),
    np.empty(0, np.int64),
    np.empty(0, np.int8),
    np.empty((0, 2), np.int32),
    np.empty(0, np.int32),
    (),
)


def days(first: date | None, last: date | None) -> tuple[int, int]:
    """The interval as ordinals, an open end as the first or last day there is."""
    return (
        FIRST_DAY if first is None else first.toordinal(),
        LAST_DAY if last is None else last.toordinal(),
    )


def read(known: Particulars = NOTHING, after: int = 0) -> Particulars:
    """The particulars of every mention in force; those in `known` of the acts up to `after` are
    not read again, unless a later act put one of them right."""
    rows = Mention.live.filter(act_id__gt=after)
    if after and rows.filter(replaces__isnull=False).exists():
        return read()
    columns = rows.values_list("id", "sex", "birth_lo", "birth_hi", "birth_edtf", "place")
    numbers = {place: number for number, place in enumerate(known.places, start=1)}
    mentions, sexes, births, places = [], [], [], []
    for mention, sex, low, high, edtf, place in columns.iterator(chunk_size=READ_AT_ONCE):
        mentions.append(mention)
        sexes.append(SEXES.get(sex, 0))
        births.append(days(low, high) if edtf else NO_BIRTH)
        places.append(numbers.setdefault(place, len(numbers) + 1) if place else 0)
    ids = np.concatenate([known.mentions, np.array(mentions, np.int64)])
    order = np.argsort(ids, kind="stable")
    born = np.concatenate([known.born, np.array(births, np.int32).reshape(-1, 2)])
    merged = not after or Decision.objects.filter(act_id__gt=after).exists()
    alone = np.concatenate([known.person_of, ids[len(known.mentions) :]])
    return Particulars(
        mentions=ids[order],
        person_of=_persons(ids[order]) if merged else alone[order],
        sex=np.concatenate([known.sex, np.array(sexes, np.int8)])[order],
        born=born[order],
        place=np.concatenate([known.place, np.array(places, np.int32)])[order],
        places=tuple(numbers),
    )


def _persons(mentions: Ids) -> Ids:
    """The person of each of these sorted mentions; one without a membership is on its own."""
    rows = Membership.objects.values_list("mention_id", "person_id")
    pairs = np.fromiter(rows.iterator(chunk_size=READ_AT_ONCE), np.dtype((np.int64, 2)))
    pairs = pairs.reshape(-1, 2)
    person = mentions.copy()
    at = np.searchsorted(mentions, pairs[:, 0])
    known = at < len(mentions)
    known[known] = mentions[at[known]] == pairs[known, 0]
    person[at[known]] = pairs[known, 1]
    return person
