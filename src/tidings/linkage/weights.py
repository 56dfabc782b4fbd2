"""The judged weights, with their reasons: where `learning` starts from.

A weight is log2(m / u) (Fellegi and Sunter 1969): `m` how often two mentions of one person
look like this, `u` how often two mentions of different people do. The m are judgements, set
before any run on test data; the u are counted where they can be (365 days by 40 years of
birth) and judged where they cannot. A veto says: never merge by machine on this, a person may.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

#: A merge by machine needs this probability; a question to a person at least that.
MERGE_FROM = 0.95
REVIEW_FROM = 0.10
#: Two mentions with this much against them are taken for two people where a third fits both.
CONFLICT_BITS = 2.0
#: The prior of the smallest job: one in a thousand, as if each list were drawn from a village.
SMALLEST_POPULATION = 1000

#: A part of a name is written so that the matcher knows it again.
PART_M = 0.9
#: Neighbours below this score are slips of the pen, not the same sound.
SOUND_FROM = 1.0
#: A spelling found once beside one found this often is a slip that speaks for itself.
ATTESTED = 5
#: Nobody's name part counts for more: a rare spelling is often a slip.
PART_MOST_BITS = 12
NAME_MOST_BITS = 30
#: Frequencies lean on a prior: a name part is borne by one in 500 people, one in 50 mentions
#: names a place.
PRIOR_PEOPLE = 500
PLACE_PRIOR_PLACES = 50
#: Two places that share less than this, and are this much more exact, are two places.
FAR_BITS = 2.0


@dataclass(frozen=True)
class Level:
    """How far two mentions agree on one thing: `code`, m, u, why, and whether it forbids a
    merge by machine."""

    code: str
    m: float
    u: float
    reason: str
    veto: bool = False

    @property
    def weight(self) -> float:
        """In bits; above 0 speaks for one person."""
        return log2(self.m / self.u)


def _by_bits(most: int, m: float, reason: str) -> tuple[Level, ...]:
    """One level per bit of rarity: chance agreement is 2**-bits."""
    return tuple(Level(f"bits_{k:02d}", m, m * 2.0**-k, reason) for k in range(most, -1, -1))


WEIGHTS: dict[str, tuple[Level, ...]] = {
    "name": _by_bits(NAME_MOST_BITS, PART_M, "parts that agree, by how rare they are here"),
    "name_rest": (
        Level("all", 0.75, 0.75, "every part of both names has its partner"),
        Level("missing", 0.3, 0.5, "one source gives fewer parts"),
        Level("other_given", 0.01, 0.9, "brothers, sisters, twins share the rest", veto=True),
        Level("other_after", 0.08, 0.9, "a father's name here, a surname there, after one name"),
        Level("other_part", 0.08, 0.9, "each has a part that the other lacks", veto=True),
        Level("swapped", 0.02, 0.5, "given name and father's name change places", veto=True),
        Level("slip", 0.08, 0.6, "a letter differs: a slip, or Asan and Usen"),
        Level("order", 0.05, 0.3, "the same parts in another order: a father, or a list's habit"),
        Level("none", 0.03, 0.95, "no part of one name meets the other"),
    ),
    "birth": (
        Level("same_day", 0.80, 1 / (365 * 40), "365 days, some 40 years"),
        Level("same_month", 0.90, 1 / (12 * 40), "as exact as the less exact source"),
        Level("same_year", 0.90, 1 / 40, "adults are spread over some 40 years"),
        Level("same_years", 0.90, 1 / 15, "an age, which covers two years or three"),
        Level("same_decade", 0.90, 1 / 4, "'about 1970' says little"),
        Level("swapped_day_month", 0.02, 1 / (365 * 40), "12.03 read as 3 December"),
        Level("one_part_off", 0.04, 0.004, "one of day, month, year differs: a slip, or not"),
        Level("year_off", 0.06, 0.05, "ages counted from one, or rounded"),
        Level("years_off", 0.03, 0.20, "two to five years apart", veto=True),
        Level("far_apart", 0.005, 0.70, "more than five years apart", veto=True),
        Level("other_day", 0.001, 0.90, "two full dates that differ", veto=True),
    ),
    "sex": (
        Level("same", 0.98, 0.5, "half of all people"),
        Level("other", 0.001, 0.5, "certain on both sides", veto=True),
    ),
    "place": (
        *_by_bits(8, 0.5, "places that agree, by how rare they are here"),
        Level("other", 0.3, 0.85, "birthplace, home and camp are all called place"),
    ),
    "kin": (
        *_by_bits(16, 0.8, "a relative of the same kind and name, by how rare it is"),
        Level("other", 0.05, 0.9, "a different father, mother, husband or wife", veto=True),
    ),
    "number": (
        Level("same_own", 0.9, 1e-8, "a national number, its check digit right, is one person's"),
        Level("same_id", 0.9, 1e-6, "some document numbers are a household's"),
        Level("same_phone", 0.5, 1e-4, "families share a phone"),
        Level("other_id", 0.01, 0.9, "two valid numbers of one kind", veto=True),
        Level("unlike_id", 0.1, 0.9, "numbers of a kind we cannot check differ"),
    ),
    "source": (
        Level("same", 0.02, 0.5, "one source seldom names a person twice"),
        Level("other", 0.5, 0.5, "says nothing"),
    ),
}

Levels = dict[str, tuple[Level, ...]]

#: Which levels are shares of one whole, and learned together: two full dates agree, differ by a
#: slip or differ; the levels by rarity are one share. What stands in no group keeps its weight.
AGREE = "bits"
GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "name_rest": (("all", "other_after", "other_part", "slip", "order", "none"),),
    "birth": (
        ("same_day", "swapped_day_month", "one_part_off", "other_day"),
        (
            *("same_month", "same_year", "same_years", "same_decade"),
            *("year_off", "years_off", "far_apart"),
        ),
    ),
    "sex": (("same", "other"),),
    "place": ((AGREE, "other"),),
    "kin": ((AGREE, "other"),),
}
#: What is said of any further column: rarity, a slip, or neither.
OTHER_MOST_BITS = 16
OTHER_LEVELS = (
    *_by_bits(OTHER_MOST_BITS, 0.75, "the same value, by how rare it is"),
    Level("near", 0.12, 0.02, "a letter or two differ"),
    Level("differs", 0.13, 0.95, "another value"),
)
OTHER_GROUPS = ((AGREE, "near", "differs"),)

#: How relatives and namesakes look, of whom there are many among the pairs that are compared: they
#: share a surname, a village, a household, and not their births. By feature, level (AGREE for all
#: by rarity): how often; what is not named here is left to chance.
KINDRED: dict[str, dict[str, float]] = {
    "name": {AGREE: 0.9},
    "name_rest": {
        **{"all": 0.2, "missing": 0.3, "other_given": 0.9, "swapped": 0.2},
        **{"other_after": 0.2, "other_part": 0.4, "slip": 0.05, "order": 0.05, "none": 0.1},
    },
    "place": {AGREE: 0.7, "other": 0.3},
    "kin": {AGREE: 0.4, "other": 0.6},
    "number": {"same_phone": 0.3},
    "other": {AGREE: 0.4, "near": 0.05, "differs": 0.55},
}

#: A shared number that answers what would else forbid a merge: a national number nearly all, any
#: other number a wrong date of birth or a slip in a name.
LIFTS: dict[str, frozenset[str]] = {
    "same_own": frozenset(
        {"name_rest:other_given", "name_rest:other_part", "name_rest:slip", "name_rest:swapped"}
        | {"birth:other_day", "birth:far_apart", "birth:years_off", "kin:other"}
    ),
    "same_id": frozenset(
        {"name_rest:slip", "birth:other_day", "birth:far_apart", "birth:years_off"}
    ),
}

#: What a merge needs beside the name, and how many bits of it: no merge on a name alone.
SUPPORTS = frozenset({"birth", "place", "kin", "number"})
SUPPORT_BITS = 2.0
#: The same parts in another order may be father and son of one village: the place says nothing.
SUPPORTS_OF_ORDER = SUPPORTS - {"place"}


def prior_weight(mentions: int) -> float:
    """Bits for two random mentions being one person: each has about one partner."""
    share = 1 / max(mentions, SMALLEST_POPULATION)
    return log2(share / (1 - share))
