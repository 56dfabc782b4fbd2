"""The bar: one who knows which name every spelling is, and the list of all people.

For each mention the oracle looks at everyone who bears the names it gives and reckons how probable
the generator was to write that mention of each of them: the date as it is told, the place, the
sex, the kin, the numbers. It cannot be beaten by much: it does not use that a list seldom names
a person twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage import births, generator
from benchmarks.linkage.births import ABOUT_OFF, DECADE_OFF, YEARS_OFF
from benchmarks.linkage.generator import (
    ABSENT,
    ANYWHERE,
    FATHER_PART,
    FULL,
    GIVEN,
    IN_COUNTY,
    SURNAME_PART,
    Ints,
    Mentions,
    World,
)
from benchmarks.linkage.lexemes import CHINESE
from benchmarks.linkage.places import COUNTY
from benchmarks.linkage.population import NOBODY, People
from benchmarks.linkage.sources import (
    AGE,
    AROUND,
    DECADE,
    EXACT,
    KINDS,
    MISSING,
    SLIPPED,
    SWAPPED,
    YEAR,
)

Floats = NDArray[np.float64]
#: So many mention-person pairs are reckoned at once.
AT_ONCE = 4_000_000
#: More people than this who bear the names given: only those of the county are looked at.
CROWD = 3_000
_IMPOSSIBLE = -1e9
_NOTHING = 1e-12


@dataclass(frozen=True)
class Answer:
    """For each mention the most probable person, and how probable; a mention that fits nobody
    stands alone, with a number of its own beyond those of the people."""

    person: Ints
    probability: Floats

    def sure(self, least: float) -> Ints:
        """The clusters when whom the oracle is less sure of stays alone."""
        alone = int(self.person.max()) + 1 + np.arange(len(self.person))
        return np.where(self.probability >= least, self.person, alone)


def oracle(world: World) -> Answer:
    """Who each mention is, as far as can be told."""
    said = world.mentions
    person = 10**9 + np.arange(len(said))
    probability = np.zeros(len(said))
    for mention, candidate in _candidates(world):
        score = _score(world, mention, candidate)
        first = np.flatnonzero(np.diff(mention, prepend=-1))
        each = np.diff(first, append=len(mention))
        best = np.maximum.reduceat(score, first)
        mass = np.add.reduceat(np.exp(score - np.repeat(best, each)), first)
        wins = np.flatnonzero(score == np.repeat(best, each))
        winner = wins[np.flatnonzero(np.diff(mention[wins], prepend=-1))]
        fits = best > _IMPOSSIBLE / 2
        person[mention[first][fits]] = candidate[winner][fits]
        probability[mention[first][fits]] = (1 / mass)[fits]
    return Answer(person, probability)


def _candidates(world: World) -> Iterator[tuple[Ints, Ints]]:
    """(mention, person) in batches: everyone who bears all the names that the mention gives; of
    a crowd only those of the county that it names."""
    people, up = world.people, world.places.up
    own = known_names(world)
    size = len(world.words.sounds) + 1
    bearers = [people.given, people.father_given, _last(people)]
    named = world.mentions.village
    for told in sorted({tuple(row) for row in (own != ABSENT).tolist()}):
        mine = np.flatnonzero(((own != ABSENT) == told).all(1))
        use = np.flatnonzero(told)
        keys = sum((own[mine, at] * size**n for n, at in enumerate(use)), np.zeros(len(mine), int))
        held = sum((bearers[at] * size**n for n, at in enumerate(use)), np.zeros(len(people), int))
        order, low, count = _bearing(held, keys)
        few = count <= CROWD
        yield from _batches(mine[few], order, low[few], count[few])
        placed = ~few & (named[mine] != ABSENT)
        most = int(up[COUNTY].max()) + 1
        county = up[COUNTY][named[mine[placed]]]
        found = _bearing(held * most + up[COUNTY][people.village], keys[placed] * most + county)
        yield from _batches(mine[placed], *found)


def _bearing(held: Ints, keys: Ints) -> tuple[Ints, Ints, Ints]:
    """People in the order of what they hold, and for each key where its holders begin there and
    how many they are."""
    order = np.argsort(held, kind="stable")
    low = np.searchsorted(held[order], keys, "left")
    return order, low, np.searchsorted(held[order], keys, "right") - low


def _batches(mine: Ints, order: Ints, low: Ints, count: Ints) -> Iterator[tuple[Ints, Ints]]:
    cuts = np.searchsorted(np.cumsum(count), np.arange(0, count.sum() + AT_ONCE, AT_ONCE))
    cuts = np.unique(np.concatenate([[0], cuts, [len(mine)]]))
    for begin, end in pairwise(cuts.tolist()):
        n = count[begin:end]
        if not n.sum():
            continue
        at = np.repeat(low[begin:end] - np.concatenate([[0], np.cumsum(n)[:-1]]), n)
        yield np.repeat(mine[begin:end], n), order[at + np.arange(n.sum())]


def known_names(world: World) -> Ints:
    """(rows, 3): the given name, the father's and the last name that each mention tells."""
    said, words = world.mentions, world.words
    own = np.full((len(said), 3), ABSENT)
    for column in range(3):
        lexeme, role = said.lexeme[:, column], said.role[:, column]
        for at, which in enumerate((GIVEN, FATHER_PART, SURNAME_PART)):
            fits = (lexeme != ABSENT) & (role == which)
            own[fits, at] = lexeme[fits]
    full = (said.lexeme[:, 0] != ABSENT) & (said.role[:, 0] == FULL)
    givens = words.given[CHINESE, 1]
    surname, given = np.divmod(said.lexeme[full, 0] - words.full, len(givens))
    own[full, 0], own[full, 2] = givens[0] + given, words.surnames[0] + surname
    return own


def _last(people: People) -> Ints:
    return np.where(people.surname != NOBODY, people.surname, people.grandfather_given)


def _score(world: World, mention: Ints, person: Ints) -> Floats:
    """The log of how probable each mention was to be written of each person."""
    said, people = world.mentions, world.people
    score = _birth(said, people.birth, mention, person)
    score += _place(world, mention, person)
    sex = said.sex[mention]
    wrong = np.log(generator.SEX_WRONG)
    score += np.where((sex != 0) & (sex != people.sex[person]), wrong, 0)
    number = said.id_number[mention]
    whose = np.where(number < ABSENT, -number - 2, number)
    score += np.where((number != ABSENT) & (whose != person), _IMPOSSIBLE, 0)
    phone = said.phone[mention]
    score += np.where((phone != ABSENT) & (phone != people.household[person]), _IMPOSSIBLE, 0)
    return score + _kin(said, people, mention, person)


def _kin(said: Mentions, people: People, mention: Ints, person: Ints) -> Floats:
    score = np.zeros(len(mention))
    for at, other in enumerate((None, people.mother, people.spouse, people.child)):
        if other is None:
            own, fathers = people.father_given[person], people.grandfather_given[person]
        else:
            kin = other[person]
            own = np.where(kin == NOBODY, NOBODY, people.given[kin])
            fathers = np.where(kin == NOBODY, NOBODY, people.father_given[kin])
        for told, true in ((said.kin[mention, at, 0], own), (said.kin[mention, at, 1], fathers)):
            score += np.where((told != ABSENT) & (told != true), _IMPOSSIBLE, 0)
    return score


def _place(world: World, mention: Ints, person: Ints) -> Floats:
    """Home, elsewhere in the county, or anywhere: summed over the villages that the words fit."""
    said, up = world.mentions, world.places.up
    named, home = said.village[mention], world.people.village[person]
    kind = world.sources.kind[said.source[mention]]
    finest = np.array(
        [[min(each) for each, _ in k.levels] + [0] * (5 - len(k.levels)) for k in KINDS]
    )
    level = finest[kind, np.where(named == ABSENT, 0, said.levels[mention])]
    unit = np.stack(up)
    size = np.stack([np.bincount(each, minlength=int(unit.max()) + 1) for each in unit])
    target, of_home = unit[level, named], unit[level, home]
    share = size[level, target]
    same_county = up[2][named] == up[2][home]
    fits = np.where(target == of_home, 1 - IN_COUNTY - ANYWHERE, 0.0)
    in_county = np.where(level <= 2, share / size[2, up[2][home]], 1.0)
    fits = fits + np.where(same_county | (target == of_home), IN_COUNTY * in_county, 0.0)
    fits = fits + ANYWHERE * share / len(up[0])
    return np.where(named == ABSENT, 0.0, np.log(np.maximum(fits, _NOTHING)))


def _birth(said: Mentions, birth: Ints, mention: Ints, person: Ints) -> Floats:
    """The log of how probable the date that is told is, of one born on that day."""
    told, first = said.told[mention], said.first[mention]
    kind_births = np.array([kind.births for kind in KINDS])
    year, month, day = births.parts(birth[person])
    told_year = births.parts(first)[0]
    share = np.where(told == MISSING, 1.0, _NOTHING)
    off = told_year - year
    share = np.where(told == YEAR, _of(YEARS_OFF, off), share)
    share = np.where(told == AROUND, _of(ABOUT_OFF, off + births.ABOUT), share)
    share = np.where(told == DECADE, _decade(off, year), share)
    age = births.age_of(birth[person])
    told_age = births.parts(np.array([births.ASKED]))[0][0] - told_year - 1
    share = np.where(told == AGE, _of(YEARS_OFF, told_age - age), share)
    looks_exact = (told == EXACT) | (told == SWAPPED) | (told == SLIPPED)
    where = np.flatnonzero(looks_exact)
    parts = (year[where], month[where], day[where])
    share[where] = _exact(kind_births.mean(0), first[where], parts, birth[person[where]])
    return np.log(np.maximum(share, _NOTHING))


def _exact(shares: Floats, told: Ints, parts: tuple[Ints, Ints, Ints], birth: Ints) -> Floats:
    year, month, day = parts
    swapped = (day <= 12) & (told == births.days(year, np.minimum(day, 12), month))
    told_year, told_month, told_day = births.parts(told)
    parts_off = (told_year != year).astype(int) + (told_month != month) + (told_day != day)
    step = np.abs(told_year - year)
    one_off = (parts_off == 1) & (step <= 3)
    chance = np.where(told == birth, shares[EXACT], 0.0)
    chance = chance + np.where(swapped & (told != birth), shares[SWAPPED], 0.0)
    return np.asarray(chance + np.where(one_off & (told != birth), shares[SLIPPED] / 18, 0.0))


def _of(shares: tuple[tuple[int, float], ...], off: Ints) -> Floats:
    chance = np.full(len(off), 0.0)
    for years, share in shares:
        chance = np.where(off == years, share, chance)
    return chance


def _decade(off: Ints, year: Ints) -> Floats:
    chance = np.zeros(len(off))
    for years, share in DECADE_OFF:
        chance = np.where(year + off == (year + years) // 10 * 10, share, chance)
    return chance
