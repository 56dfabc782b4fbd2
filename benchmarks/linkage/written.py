"""A world as it was written: every name, place, number and date in words, each word made once."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.births import parts
from benchmarks.linkage.generator import ABSENT, RELATIONS, Ints, World
from benchmarks.linkage.hands import HANDS
from benchmarks.linkage.lexemes import FEMALE, MALE
from benchmarks.linkage.sources import AGE, AROUND, DECADE, KINDS, MISSING, YEAR
from tidings.linkage import Person
from tidings.values import Dated

_EPOCH = date(1970, 1, 1)
_CHECK = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SEXES = {0: None, MALE: "male", FEMALE: "female"}


@dataclass(frozen=True)
class Written:
    """`words`: every spelling once; `names` (rows, 3) and `kin` (rows, relations, 2): which word,
    or ABSENT; `places`: every spelling once; `place` (rows): which, or ABSENT."""

    words: tuple[str, ...]
    names: Ints
    kin: Ints
    places: tuple[str, ...]
    place: Ints


def written(world: World) -> Written:
    """Every name part, relative and place as its list writes it."""
    said = world.mentions
    hand = world.sources.hand[said.source]
    woman = world.people.sex[said.person] == FEMALE
    names = np.full(said.lexeme.shape, ABSENT, np.int64)
    kin = np.full(said.kin.shape, ABSENT, np.int64)
    own, others = said.lexeme != ABSENT, said.kin != ABSENT
    row, at = np.nonzero(own)[0], np.nonzero(others)[0]
    ending = said.ending[own]
    names_key = _keys(said.lexeme[own], hand[row], ending, said.fault[own], woman[row])
    kin_key = _keys(said.kin[others], hand[at], np.int64(0), said.kin_fault[others], woman[at])
    distinct, number = np.unique(np.concatenate([names_key, kin_key]), return_inverse=True)
    names[own], kin[others] = number[: len(names_key)], number[len(names_key) :]
    words = tuple(_word(world, int(key)) for key in distinct)
    places, place = _places(world, hand)
    return Written(words, names, kin, places, place)


def _keys(
    lexeme: Ints, hand: Ints, ending: Ints | np.int64, fault: Ints, woman: NDArray[np.bool_]
) -> Ints:
    """One number for each spelling."""
    key = ((lexeme.astype(np.int64) * len(HANDS) + hand) * 4 + ending) * 16 + fault
    return np.asarray(key * 2 + (woman & (ending > 0)), np.int64)


def _word(world: World, key: int) -> str:
    key, woman = divmod(key, 2)
    key, fault = divmod(key, 16)
    key, ending = divmod(key, 4)
    lexeme, number = divmod(key, len(HANDS))
    hand, words = world.hands[number], world.words
    word = hand.write(words.sounds[lexeme], words.characters[lexeme], fault)
    return word + hand.ending(ending, bool(woman)) if ending else word


def _places(world: World, hand: Ints) -> tuple[tuple[str, ...], Ints]:
    said = world.mentions
    kind = world.sources.kind[said.source]
    key = ((said.village * len(HANDS) + hand) * len(KINDS) + kind) * 8 + said.levels
    distinct, at = np.unique(np.where(said.village == ABSENT, ABSENT, key), return_inverse=True)
    spelt: dict[str, int] = {}
    number = np.array([_place(world, int(k), spelt) if k != ABSENT else ABSENT for k in distinct])
    return tuple(spelt), number[at]


def _place(world: World, key: int, spelt: dict[str, int]) -> int:
    key, levels = divmod(key, 8)
    key, kind = divmod(key, len(KINDS))
    village, number = divmod(key, len(HANDS))
    told = KINDS[kind].levels[levels][0]
    return spelt.setdefault(world.places.written(village, told, world.hands[number]), len(spelt))


def people(world: World, spelt: Written) -> Iterator[Person]:
    """Each mention as `tidings match` would read it from a table."""
    said = world.mentions
    between = np.array(["·" if own == "han" else " " for own in HANDS])[
        world.sources.hand[said.source]
    ]
    for row in range(len(said)):
        yield Person(
            label=f"row {row + 1}",
            names=(_joined(spelt, spelt.names[row], between[row]),),
            birth=_birth(world, row),
            sex=SEXES[int(said.sex[row])],
            place=spelt.places[spelt.place[row]] if spelt.place[row] != ABSENT else None,
            phones=(phone(int(said.phone[row])),) if said.phone[row] != ABSENT else (),
            id_numbers=tuple(_id_numbers(world, row)),
            relatives=tuple(
                (relation, _joined(spelt, words, between[row]))
                for relation, words in zip(RELATIONS, spelt.kin[row], strict=True)
                if words[0] != ABSENT
            ),
        )


def _joined(spelt: Written, words: NDArray[np.int64], between: str) -> str:
    return str(between).join(spelt.words[word] for word in words if word != ABSENT)


def _birth(world: World, row: int) -> Dated | None:
    said = world.mentions
    if said.told[row] == MISSING:
        return None
    first, last = (_EPOCH + timedelta(days=int(d[row])) for d in (said.first, said.last))
    return Dated(first, last, birth_text(int(said.told[row]), first, last))


def birth_text(told: int, first: date, last: date) -> str:
    """The date as a table would hold it."""
    if told == YEAR:
        return f"{first.year}"
    if told == AROUND:
        return f"{first.year}/{last.year}"
    if told == AGE:
        return f"{first}/{last}"
    if told == DECADE:
        return f"{first.year // 10}X"
    return first.isoformat()


def phone(household: int) -> str:
    """The phone of a household."""
    return f"+7 701 {household:09}"


def _id_numbers(world: World, row: int) -> Iterator[str]:
    number = int(world.mentions.id_number[row])
    if number == ABSENT:
        return
    person = number if number >= 0 else -number - 2
    year, month, day = (int(each[0]) for each in parts(world.people.birth[person : person + 1]))
    text = f"65{person // 1000 % 10_000:04}{year:04}{month:02}{day:02}{person % 1000:03}"
    total = sum(weight * int(digit) for weight, digit in zip(_CHECK, text, strict=True))
    digit = "10X98765432"[total % 11]
    if number >= 0:
        yield text + digit
    else:
        yield text[:6] + str((int(text[6]) + 1) % 10) + text[7:] + digit


def write_csv(world: World, spelt: Written, file: Path) -> None:
    """A table for `tidings match`, with no column that tells the truth."""
    columns = ["name", "sex", "born", "place", *RELATIONS, "phone", "id number"]
    with file.open("w", newline="", encoding="utf-8") as opened:
        table = csv.writer(opened)
        table.writerow(columns)
        for person in people(world, spelt):
            kin = dict(person.relatives)
            table.writerow(
                [
                    person.names[0],
                    person.sex or "",
                    person.birth or "",
                    person.place or "",
                    *(kin.get(relation, "") for relation in RELATIONS),
                    *(person.phones or ("",)),
                    *(person.id_numbers or ("",)),
                ]
            )
