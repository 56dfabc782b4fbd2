"""A seeded world of invented people and of what many lists say of them, with the truth.

Who wrote a mention, how, and what went wrong is drawn from the generator's own tables, never from
the matcher's. How far this is from real data: habits are settled per hand and do not drift, faults
are independent of each other, villages do not mix, and half of the names are compounds put
together by rule. Its figures compare engines; they forecast nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.births import told_births
from benchmarks.linkage.hands import CHILD, HANDS, SURNAME, Hand, hands
from benchmarks.linkage.lexemes import CHINESE, KAZAKH, Lexemes, lexemes
from benchmarks.linkage.places import COUNTY, Places, places
from benchmarks.linkage.population import NOBODY, People, population
from benchmarks.linkage.sources import KINDS, SURNAMED, THREE, Sources, sources

Ints = NDArray[np.int64]

#: Mentions a person.
MENTIONS_EACH = 2.5
PEOPLE_A_VILLAGE = 150
FEWEST_VILLAGES = 12
#: Part roles, as the list means them.
GIVEN, FATHER_PART, SURNAME_PART, FULL = range(4)
ABSENT = -1
#: Names of one part only, and how many of those are the father's name or the surname.
PARTIAL, PARTIAL_OTHER = 0.2, 0.1
#: A place that is not home: elsewhere in the county, or anywhere.
IN_COUNTY, ANYWHERE = 0.06, 0.06
#: So many faults a name can have in one hand; the n-th is this share as likely as the one before.
MOST_FAULTS, FAULT_FALL = 5, 0.7
SEX_WRONG = 0.004
NUMBER_SLIP = 0.03
#: Whom a list may name beside the person, and how often if it names anyone.
FATHER_OF, MOTHER_OF, SPOUSE_OF, CHILD_OF = range(4)
RELATIONS = ("father", "mother", "spouse", "child")
NAMED_KIN = (0.45, 0.2, 0.4, 0.3)
KIN_IN_FULL = 0.5


@dataclass(frozen=True)
class Mentions:
    """One row a mention; ABSENT where the list is silent.

    `lexeme`, `role`, `ending`, `fault`: (rows, 3), the parts of the name as written, in order;
    `told`: how the birth is told, `first` and `last` its days since 1970-01-01 (both 0 where
    missing); `sex`: 0 unknown; `village` and `levels`: which place is named, and which of
    the sets of levels of its source's kind; `kin`, `kin_fault`: (rows, relations, 2), own and
    father's name; `id_number` the person, or -person - 2 where it was mistyped; `phone` the
    household."""

    person: Ints
    source: Ints
    lexeme: Ints
    role: Ints
    ending: Ints
    fault: Ints
    told: Ints
    first: Ints
    last: Ints
    sex: Ints
    village: Ints
    levels: Ints
    kin: Ints
    kin_fault: Ints
    id_number: Ints
    phone: Ints

    def __len__(self) -> int:
        return len(self.person)


@dataclass(frozen=True)
class World:
    """Everything that is true, and everything that was written."""

    seed: int
    words: Lexemes
    hands: tuple[Hand, ...]
    places: Places
    people: People
    sources: Sources
    mentions: Mentions


def world(mentions: int, seed: int) -> World:
    """The world of this seed: the same every time."""
    chance = np.random.default_rng(seed)
    count = round(mentions / MENTIONS_EACH)
    words = lexemes(seed)
    where = places(seed, max(FEWEST_VILLAGES, count // PEOPLE_A_VILLAGE))
    people = population(count, words, where, chance)
    lists = sources(mentions, chance)
    said = _mentions(mentions, people, words, where, lists, chance)
    return World(seed, words, hands(seed), where, people, lists, said)


def _mentions(
    count: int, people: People, words: Lexemes, where: Places, lists: Sources,
    chance: np.random.Generator,
) -> Mentions:  # fmt: skip
    person = np.concatenate(
        [np.arange(len(people)), chance.integers(0, len(people), count - len(people))]
    )
    person = chance.permutation(person)
    source = _unrepeated(person, lists, chance)
    kind = lists.kind[source]
    lexeme, role, ending = _names(people, person, words, lists, source, chance)
    told, first, last = told_births(people.birth[person], kind, chance)
    sex = people.sex[person]
    sex = np.where(chance.random(count) < SEX_WRONG, 3 - sex, sex)
    village, levels = _places(people.village[person], kind, where, chance)
    kin = _kin(people, person, _share(kind, "kin"), chance)
    kin = np.where(_surnamed(people, person)[:, None, None], ABSENT, kin)
    faulty = _share(kind, "faulty")
    numbered = chance.random(count) < _share(kind, "id_numbered")
    mistyped = chance.random(count) < NUMBER_SLIP
    return Mentions(
        person, source, lexeme, role, ending,
        _faults(lexeme, faulty[:, None], chance),
        told, first, last,
        np.where(chance.random(count) < _share(kind, "sexed"), sex, 0),
        village, levels, kin,
        _faults(kin, faulty[:, None, None], chance),
        np.where(numbered, np.where(mistyped, -person - 2, person), ABSENT),
        np.where(chance.random(count) < _share(kind, "phoned"), people.household[person], ABSENT),
    )  # fmt: skip


def _share(kind: Ints, what: str) -> NDArray[np.float64]:
    return np.array([getattr(each, what) for each in KINDS])[kind]


def _unrepeated(person: Ints, lists: Sources, chance: np.random.Generator) -> Ints:
    """A source for each mention; one that named the person already is drawn again, twice."""
    source = chance.choice(len(lists), len(person), p=lists.share)
    for _ in range(2):
        keys = person * len(lists) + source
        _, first = np.unique(keys, return_index=True)
        again = np.ones(len(person), bool)
        again[first] = False
        source[again] = chance.choice(len(lists), again.sum(), p=lists.share)
    return np.asarray(source, np.int64)


def _surnamed(people: People, person: Ints) -> NDArray[np.bool_]:
    return np.asarray(people.people[person] == CHINESE)


def _names(
    people: People, person: Ints, words: Lexemes, lists: Sources, source: Ints,
    chance: np.random.Generator,
) -> tuple[Ints, Ints, Ints]:  # fmt: skip
    """(lexemes, roles, endings) of the parts of each name, in the order of writing."""
    count = len(person)
    given, father = people.given[person], people.father_given[person]
    grandfather = people.grandfather_given[person]
    style = np.where(people.people[person] == KAZAKH, lists.style[source], 0)
    absent = np.full(count, ABSENT)
    second = np.where(style == SURNAMED, grandfather, father)
    role = np.where(style == SURNAMED, SURNAME_PART, FATHER_PART)
    third = np.where(style == THREE, grandfather, ABSENT)
    end = np.where(style == SURNAMED, SURNAME, np.where(lists.ended[source], CHILD, 0))
    is_uyghur_plain = (people.people[person] != KAZAKH) & (chance.random(count) < 0.7)
    end = np.where(is_uyghur_plain, 0, end)
    lexeme = np.stack([given, second, third], 1)
    roles = np.stack([np.full(count, GIVEN), role, np.full(count, SURNAME_PART)], 1)
    endings = np.stack([np.zeros(count, np.int64), end, np.full(count, SURNAME)], 1)
    turned = lists.turned[source] & (style == SURNAMED)
    for each in (lexeme, roles, endings):
        each[turned, :2] = each[turned, 1::-1]
    partial = chance.random(count) < PARTIAL
    other = chance.random(count) < PARTIAL_OTHER
    lexeme[partial] = np.stack([np.where(other, second, given), absent, absent], 1)[partial]
    roles[partial, 0] = np.where(other, role, GIVEN)[partial]
    endings[partial, 0] = np.where(other, end, 0)[partial]
    _chinese(lexeme, roles, endings, people, person, words, lists.hand[source])
    return lexeme, roles, endings


def _chinese(
    lexeme: Ints, roles: Ints, endings: Ints, people: People, person: Ints, words: Lexemes,
    hand: Ints,
) -> None:  # fmt: skip
    """Chinese names: surname and given name, one word in characters, never half."""
    mine = np.flatnonzero(_surnamed(people, person))
    surname, given = people.surname[person[mine]], people.given[person[mine]]
    joined = np.isin(hand[mine], [n for n, writing in enumerate(HANDS) if writing == "han"])
    lexeme[mine, 0] = np.where(joined, words.chinese_full(surname, given), surname)
    lexeme[mine, 1] = np.where(joined, ABSENT, given)
    lexeme[mine, 2] = ABSENT
    roles[mine, 0] = np.where(joined, FULL, SURNAME_PART)
    roles[mine, 1] = GIVEN
    endings[mine] = 0


def _faults(lexeme: Ints, faulty: NDArray[np.float64], chance: np.random.Generator) -> Ints:
    """0 where the hand did as it always does, else the number of its fault."""
    shares = FAULT_FALL ** np.arange(MOST_FAULTS)
    number = 1 + chance.choice(MOST_FAULTS, lexeme.shape, p=shares / shares.sum())
    wrong = (chance.random(lexeme.shape) < faulty) & (lexeme != ABSENT)
    return np.where(wrong, number, 0).astype(np.int8)


def _places(
    home: Ints, kind: Ints, where: Places, chance: np.random.Generator
) -> tuple[Ints, Ints]:
    """(which village is meant, which set of levels is told), ABSENT where none is."""
    count = len(home)
    drawn = chance.random(count)
    anywhere = chance.integers(0, len(where.people), count)
    order = np.argsort(where.up[COUNTY], kind="stable")
    county = where.up[COUNTY][order]
    begin = np.searchsorted(county, where.up[COUNTY][home], "left")
    end = np.searchsorted(county, where.up[COUNTY][home], "right")
    near = order[begin + np.floor(chance.random(count) * (end - begin)).astype(np.int64)]
    village = np.where(drawn < IN_COUNTY, near, home)
    village = np.where(drawn > 1 - ANYWHERE, anywhere, village)
    levels = np.zeros(count, np.int64)
    for number, each in enumerate(KINDS):
        mine = np.flatnonzero(kind == number)
        levels[mine] = chance.choice(len(each.levels), len(mine), p=[w for _, w in each.levels])
    told = chance.random(count) < _share(kind, "placed")
    return np.where(told, village, ABSENT), np.where(told, levels, ABSENT)


def _kin(
    people: People, person: Ints, share: NDArray[np.float64], chance: np.random.Generator
) -> Ints:
    """(rows, relations, 2): own name of the relative, and their father's where it is told."""
    count = len(person)
    others = np.stack([people.mother[person], people.spouse[person], people.child[person]], 1)
    own = np.where(others == NOBODY, ABSENT, people.given[others])
    fathers = np.where(others == NOBODY, ABSENT, people.father_given[others])
    father = np.stack([people.father_given[person], people.grandfather_given[person]], 1)
    kin = np.concatenate([father[:, None, :], np.stack([own, fathers], 2)], 1)
    named = chance.random((count, 4)) < np.array(NAMED_KIN)
    named &= (chance.random(count) < share)[:, None]
    full = chance.random((count, 4)) < KIN_IN_FULL
    kin[:, :, 1] = np.where(full, kin[:, :, 1], ABSENT)
    return np.where(named[:, :, None], kin, ABSENT)
