"""Families of invented people: who they are, before anybody writes about them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.lexemes import CHINESE, FEMALE, MALE, Lexemes
from benchmarks.linkage.places import Places

Ints = NDArray[np.int64]

NOBODY = -1
#: How common the n-th commonest given name is: 1 / (n + ZIPF_SHIFT) ** ZIPF.
ZIPF, ZIPF_SHIFT = 1.1, 3.0
#: A village has favourites: so many names, and so large a share of its people.
FAVOURITES, FAVOURED = 12, 0.35
CHILDREN = 1.4
DAYS = 365.2425
#: Years of birth of the fathers.
OLDEST, YOUNGEST = 1935.0, 1980.0


@dataclass(frozen=True)
class People:
    """One row a person. `people`, `sex`; lexemes `given`, `father_given`, `grandfather_given`
    and `surname` (of Chinese names only); persons `father`, `mother`, `spouse`, `child` or
    NOBODY; `birth` in days since 1970-01-01; `village`."""

    people: Ints
    sex: Ints
    given: Ints
    father_given: Ints
    grandfather_given: Ints
    surname: Ints
    father: Ints
    mother: Ints
    spouse: Ints
    child: Ints
    birth: Ints
    village: Ints

    def __len__(self) -> int:
        return len(self.given)

    @property
    def household(self) -> Ints:
        """For each person the father of the family: a household has one phone."""
        own = np.arange(len(self))
        husband = np.where((self.sex == FEMALE) & (self.spouse != NOBODY), self.spouse, own)
        return np.where(self.father != NOBODY, self.father, husband)


def population(count: int, words: Lexemes, where: Places, chance: np.random.Generator) -> People:
    """So many people in families of two parents and their children."""
    children = 1 + chance.poisson(CHILDREN, count)
    sizes = children + 2
    families = int(np.searchsorted(np.cumsum(sizes), count)) + 1
    sizes = sizes[:families]
    first = np.concatenate([[0], np.cumsum(sizes)])[:-1]
    family = np.repeat(np.arange(families), sizes)[:count]
    place_in = np.arange(count) - first[family]
    village = chance.integers(0, len(where.people), families)[family]
    people = where.people[village]
    sex = np.where(place_in == 0, MALE, np.where(place_in == 1, FEMALE, 0))
    sex = np.where(place_in > 1, chance.integers(MALE, FEMALE + 1, count), sex)
    given = _given(words, people, sex, village, len(where.people), chance)
    men = np.full(count, MALE)
    forefather = _given(words, people, men, village, len(where.people), chance)
    ancestor = _given(words, people, men, village, len(where.people), chance)
    born = _births(family, place_in, families, chance)
    return _related(
        People(
            people, sex, given, forefather, ancestor, _surnames(words, people, family, chance),
            *(np.full(count, NOBODY) for _ in range(4)), born, village
        ),
        first[family], place_in, chance,
    )  # fmt: skip


def _related(people: People, father: Ints, place_in: Ints, chance: np.random.Generator) -> People:
    """The same people with their kin, and each child with its father's names."""
    count = len(people)
    is_child = place_in > 1
    mother = np.minimum(father + 1, count - 1)
    child = np.minimum(father + 2, count - 1)
    has_child = (child > mother) & ~is_child
    surname = people.surname.copy()
    wives = (place_in == 1) & (people.people == CHINESE)
    surname[wives] = chance.choice(people.surname[people.people == CHINESE], wives.sum())
    return People(
        people.people,
        people.sex,
        people.given,
        np.where(is_child, people.given[father], people.father_given),
        np.where(is_child, people.father_given[father], people.grandfather_given),
        surname,
        np.where(is_child, father, NOBODY),
        np.where(is_child, mother, NOBODY),
        np.where(place_in == 0, mother, np.where(place_in == 1, father, NOBODY)),
        np.where(has_child, child, NOBODY),
        people.birth,
        people.village,
    )


def zipf(count: int) -> NDArray[np.float64]:
    """The shares of the commonest name, the next, and so on."""
    shares = (np.arange(count) + ZIPF_SHIFT) ** -ZIPF
    return np.asarray(shares / shares.sum())


def _given(
    words: Lexemes, people: Ints, sex: Ints, village: Ints, villages: int,
    chance: np.random.Generator,
) -> Ints:  # fmt: skip
    """A given name for each: one of the village's favourites, or any, the common more often."""
    given = np.zeros(len(people), np.int64)
    for (group, of), names in words.given.items():
        mine = np.flatnonzero((people == group) & (sex == of))
        shares = zipf(len(names))
        favourites = chance.choice(len(names), (villages, FAVOURITES), p=shares)
        local = favourites[village[mine], chance.integers(0, FAVOURITES, len(mine))]
        anywhere = chance.choice(len(names), len(mine), p=shares)
        given[mine] = names[np.where(chance.random(len(mine)) < FAVOURED, local, anywhere)]
    return given


def _surnames(words: Lexemes, people: Ints, family: Ints, chance: np.random.Generator) -> Ints:
    shares = zipf(len(words.surnames))
    own = chance.choice(words.surnames, int(family[-1]) + 1, p=shares)[family]
    return np.where(people == CHINESE, own, NOBODY)


def _births(family: Ints, place_in: Ints, families: int, chance: np.random.Generator) -> Ints:
    """Days since 1970-01-01: the wife some years younger, children from two years after."""
    father = chance.uniform(OLDEST, YOUNGEST, families)[family]
    mother = father + chance.normal(2.5, 3.0, families)[family]
    child = father + 23 + 2.6 * (place_in - 2) + chance.uniform(0, 2.2, len(family))
    year = np.where(place_in == 0, father, np.where(place_in == 1, mother, child))
    return np.floor((year - 1970) * DAYS).astype(np.int64)
