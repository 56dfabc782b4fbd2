"""Names to learn from: the data file named on the command line, and the lists that ship."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tidings.names import han, spell
from tidings.names.alphabet import CODES, Kind
from tidings.names.costs import HanUnits
from tidings.names.shipped import rows
from tidings.names.sounds import Sound, spelled_han, spelled_pinyin
from tidings.values import Script, script_of

#: A habit counts for so many pairs of spellings, since it stands for many names. A pair of our
#: own lists counts for one: a name has so many more forms there that this is weight enough.
HABIT_WEIGHT: Final = 100.0
MOST_FORMS: Final = {Kind.HAN: 4, Kind.LATIN: 3, Kind.LETTERS: 3, Kind.ARABIC: 2}
MOST_LISTED: Final = 8
LISTS: Final = ("uyghur.tsv", "kazakh.tsv")
#: Every so many-th name is held out for calibration.
HELD_OUT: Final = 10


@dataclass(frozen=True)
class Entity:
    """The spellings of one name by kind; `weight` is what a pair of them counts for."""

    forms: dict[Kind, tuple[str, ...]]
    weight: float = 1.0


@dataclass(frozen=True)
class Names:
    """All there is to learn from: worldwide names, Uyghur and Kazakh names, parts of names."""

    world: tuple[Entity, ...]
    listed: tuple[Entity, ...]
    habits: tuple[Entity, ...]

    def fitted(self) -> Names:
        """The names that are not held out."""
        return replace(
            self,
            world=tuple(e for at, e in enumerate(self.world) if at % HELD_OUT),
            listed=tuple(e for at, e in enumerate(self.listed) if at % HELD_OUT),
        )

    def held_out(self) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
        """Worldwide and listed names held out."""
        return self.world[::HELD_OUT], self.listed[::HELD_OUT]

    def all(self) -> tuple[Entity, ...]:
        """Every entity."""
        return (*self.world, *self.listed, *self.habits)


def read_names(path: Path) -> Names:
    """The data file and the shipped lists."""
    world = tuple(entity for entity in _entities(path) if entity.forms[Kind.HAN])
    return Names(world, tuple(_listed()), tuple(_habits()))


def _entities(path: Path) -> Iterator[Entity]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            _, latin, cyrillic, arabic, chinese = (line.rstrip("\n").split("\t") + [""] * 5)[:5]
            columns = (latin, cyrillic, arabic, chinese)
            kinds = (Kind.LATIN, Kind.LETTERS, Kind.ARABIC, Kind.HAN)
            forms = {k: _forms(k, c)[: MOST_FORMS[k]] for k, c in zip(kinds, columns, strict=True)}
            yield Entity(forms)


def _listed() -> Iterator[Entity]:
    for name in LISTS:
        header, *lines = rows(name)
        for line in lines:
            row = dict(zip(header, line, strict=True))
            columns = {
                Kind.HAN: f"{row['han_old']}|{row['han_2003']}",
                Kind.LATIN: row["latn"],
                Kind.LETTERS: f"{row['cyrl']}|{row['ru']}|{row['arab']}",
            }
            forms = {kind: _forms(kind, column) for kind, column in columns.items()}
            if forms[Kind.HAN]:
                cut = {kind: words[:MOST_LISTED] for kind, words in forms.items()}
                yield Entity({**cut, Kind.ARABIC: ()})


def _habits() -> Iterator[Entity]:
    """How Xinjiang writes parts of names: Han forms, tab, Latin, tab, Cyrillic. Characters are
    read as pinyin too, since pinyin has costs of its own."""
    for chinese, latin, cyrillic in rows("habits.tsv"):
        columns = {Kind.HAN: chinese, Kind.LATIN: latin, Kind.LETTERS: cyrillic}
        forms = {kind: _forms(kind, column) for kind, column in columns.items()}
        spoken = tuple(dict.fromkeys(map(_pinyin_of, forms[Kind.HAN])))
        forms[Kind.HAN] = (*forms[Kind.HAN], *spoken)
        yield Entity({**forms, Kind.ARABIC: ()}, HABIT_WEIGHT)


def _forms(kind: Kind, column: str) -> tuple[str, ...]:
    words = (word.strip().lower() for word in column.split("|"))
    kept = (word for word in words if word and " " not in word)
    if kind is Kind.HAN:
        kept = (han.simplify(word) for word in kept if re.fullmatch("[\u4e00-\u9fff]+", word))
    return tuple(dict.fromkeys(kept))


def _pinyin_of(form: str) -> str:
    """Characters as pinyin syllables with apostrophes between them."""
    return "'".join(han.syllable_of(character) or "" for character in form)


def read_as(form: str, kind: Kind, units: HanUnits) -> Sound:
    """One training form as a reading of its kind."""
    if kind is Kind.HAN:
        spelled_out = spelled_han if han.is_han(form[0]) else spelled_pinyin
        return spelled_out(form, units)
    if kind is Kind.LATIN:
        spelled, pieces = spell.latin(form), spell.latin_units(form)
    elif kind is Kind.ARABIC:
        spelled, pieces = spell.arabic(form), spell.arabic_units(form)
    elif script_of(form) is Script.ARABIC:
        spelled, pieces = spell.turkic_arabic(form), spell.turkic_arabic_units(form)
    else:
        spelled, pieces = spell.cyrillic(form), spell.cyrillic_units(form)
    codes = tuple(CODES[kind][symbol] for symbol, _ in spelled)
    return Sound(kind, codes, tuple(letters for _, letters in spelled), units=pieces)
