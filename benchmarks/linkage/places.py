"""Where invented people live: real counties, invented villages, and how each is written.

`data/places.tsv` holds prefectures, counties and some townships of Xinjiang (sounds of the Uyghur
name, characters, pinyin; facts of GB/T 2260 and of published name lists). Villages are invented.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.hands import Hand
from benchmarks.linkage.lexemes import CHINESE, DATA, KAZAKH, UYGHUR, sections

VILLAGE, TOWNSHIP, COUNTY, PREFECTURE = 0, 1, 2, 3
LEAST_TOWNSHIPS = 3
#: Which people a village is of.
PEOPLES = ((UYGHUR, 0.62), (KAZAKH, 0.3), (CHINESE, 0.08))
#: What is put behind a name, by writing and level.
_UNITS = {
    "han": ("村", "乡", "县", "地区"),
    "pinyin": (" cun", " xiang", " xian", " diqu"),
    "kazakh": (" ауылы", " ауылы", " ауданы", " аймағы"),
    "russian": (" село", " волость", " уезд", " округ"),
    "english": (" village", " township", " county", " prefecture"),
    "turkish": ("", "", "", ""),
    "latin": (" kenti", " yezisi", " nahiyisi", " wilayiti"),
    "uyghur": (" كەنتى", " يېزىسى", " ناھىيىسى", " ۋىلايىتى"),
    "tote": ("", "", "", ""),
}
#: A hand that puts the kind of place behind its name does so always.
_WITH_UNITS = 0.6


@dataclass(frozen=True)
class Place:
    """A place as it is spoken and as the administration writes it."""

    sounds: str
    signs: str
    pinyin: str = ""


@dataclass(frozen=True)
class Places:
    """`named`: every place; `up[level]`: for each village the number of its village, township,
    county or prefecture; `people`: which people each village is of."""

    named: tuple[Place, ...]
    up: tuple[NDArray[np.int64], ...]
    people: NDArray[np.int64]

    def written(self, village: int, levels: tuple[int, ...], hand: Hand) -> str:
        """The place as a hand writes it, the largest unit first in characters, else last."""
        chance = random.Random(f"{hand.seed} units {hand.number}")
        units = _UNITS[hand.writing] if chance.random() < _WITH_UNITS else ("",) * 4
        words = [_one(self.named[self.up[at][village]], hand) + units[at] for at in levels]
        if hand.writing == "han":
            return "".join(reversed(words))
        return ", ".join(words)


def _one(place: Place, hand: Hand) -> str:
    if hand.writing == "pinyin":
        return place.pinyin or hand.write(place.sounds, place.signs)
    if hand.writing == "han" and place.pinyin:
        return place.signs
    return hand.write(place.sounds, place.signs)


@cache
def _atlas() -> tuple[tuple[str, str, str, Place], ...]:
    """(level, code, code of the unit above, place)."""
    with (DATA / "places.tsv").open(encoding="utf-8") as lines:
        return tuple(
            (level, code, above, Place(sounds, signs, pinyin))
            for level, code, above, sounds, signs, pinyin in csv.reader(lines, delimiter="\t")
        )


def places(seed: int, villages: int) -> Places:
    """So many villages in as many counties as they fill."""
    chance = random.Random(f"{seed} places")
    named: list[Place] = []
    prefectures: dict[str, int] = {}
    for level, code, _, place in _atlas():
        if level == "prefecture":
            prefectures[code] = len(named)
            named.append(place)
    counties = [row for row in _atlas() if row[0] == "county"]
    chosen = chance.sample(counties, min(len(counties), max(4, villages // 24)))
    townships: list[tuple[int, int, int]] = []
    for _, code, above, place in chosen:
        county = len(named)
        named.append(place)
        own = [row[3] for row in _atlas() if row[2] == code]
        own += [_invented(chance) for _ in range(LEAST_TOWNSHIPS - len(own))]
        townships += [(len(named) + at, county, prefectures[above]) for at in range(len(own))]
        named += own
    rows = []
    for at in range(villages):
        township, county, prefecture = townships[at % len(townships)]
        rows.append((len(named), township, county, prefecture))
        named.append(_invented(chance))
    up = np.array(rows, np.int64).T
    people = chance.choices([p for p, _ in PEOPLES], [w for _, w in PEOPLES], k=villages)
    return Places(tuple(named), tuple(up), np.array(people, np.int64))


def _invented(chance: random.Random) -> Place:
    a, x = chance.choice(sections()["place first"])
    b, y = chance.choice(sections()["place last"])
    return Place(a + b, x + y)
