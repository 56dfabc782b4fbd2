"""The units of the gazetteer, the tree they make, and where each of their names is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Final

from tidings.linkage.gazetteer.keys import coarse, exact
from tidings.linkage.gazetteer.kinds import Kind, Kinds, han_stem
from tidings.linkage.gazetteer.shipped import rows

#: A key of sounds shorter than this fits too much.
SHORTEST_SOUND: Final = 4
_WRITINGS: Final = ("han", "pinyin", "ug_arab", "ug_latn", "kk_cyrl", "kk_arab", "ru", "en")
_SPOKEN: Final = ("ug_arab", "ug_latn", "kk_cyrl", "kk_arab", "ru", "en")
_KINDS: Final[Mapping[str, Kinds]] = {
    "country": frozenset({Kind.COUNTRY}),
    "region": frozenset({Kind.COUNTRY, Kind.PREFECTURE}),
    "prefecture": frozenset({Kind.PREFECTURE}),
    "oblast": frozenset({Kind.PREFECTURE}),
    "city": frozenset({Kind.CITY}),
    "county": frozenset({Kind.COUNTY}),
    "district": frozenset({Kind.COUNTY}),
    "township": frozenset({Kind.TOWNSHIP}),
    "settlement": frozenset({Kind.TOWNSHIP, Kind.VILLAGE}),
}
#: Oblasts of 2022 and cities that left one, each with the oblast that it was in.
_ONCE_IN: Final = {
    "KZ-10": "KZ-63", "KZ-33": "KZ-19", "KZ-62": "KZ-35", "KZ-75": "KZ-19", "KZ-79": "KZ-61",
}  # fmt: skip
#: Levels below a county.
LOW_LEVELS: Final = frozenset({"township", "settlement"})
#: Levels of which there are few, each known far and wide.
HIGH_LEVELS: Final = frozenset({"country", "region", "prefecture", "oblast"})
#: Levels of units so large that lying in one says little.
COUNTRIES: Final = frozenset({"country", "region"})


@dataclass(frozen=True)
class Unit:
    """An administrative unit. `code` is its GB/T 2260 or ISO 3166-2 code, or `gn:` and its GeoNames
    id; `names` are by writing ("han", "kk_cyrl", ..., "former"), without words for its kind, except
    in characters."""

    code: str
    level: str
    parent: str
    names: Mapping[str, tuple[str, ...]]
    codes: tuple[str, ...] = ()

    @cached_property
    def kinds(self) -> Kinds:
        """What it may be called."""
        han = self.names.get("han", ("",))[0]
        if self.level in ("county", "prefecture") and han.endswith("市"):
            return frozenset({Kind.CITY}) | (
                _KINDS["prefecture"] if self.level == "prefecture" else frozenset()
            )
        return _KINDS[self.level]


@dataclass(frozen=True)
class Gazetteer:
    """Every unit by its code, and the codes behind each key.

    `written`: letters as written; `stems`: characters, with and without the kind at their end."""

    units: Mapping[str, Unit]
    written: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]

    @cached_property
    def sounds(self) -> Mapping[str, tuple[str, ...]]:
        """Codes by how their names of today sound to their people, whatever the script."""
        found: dict[str, list[str]] = defaultdict(list)
        for unit in self.units.values():
            spoken = (unit.names.get(writing, ()) for writing in _SPOKEN)
            for key in {coarse(name) for name in chain.from_iterable(spoken)}:
                if len(key) >= SHORTEST_SOUND:
                    found[key].append(unit.code)
        return {key: tuple(codes) for key, codes in found.items()}

    @cached_property
    def namesakes(self) -> frozenset[str]:
        """Units that a text may leave open, as another bears one of their names: a township is
        not taken for a county of its name."""
        found: set[str] = set()
        for index in (self.written, self.sounds, self.stems):
            for codes in index.values():
                open_ones = [code for code in codes if not self.is_low(code)] or codes
                found.update(open_ones if len(open_ones) > 1 else ())
        return frozenset(found)

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The units right below each."""
        found: dict[str, list[str]] = defaultdict(list)
        for unit in self.units.values():
            found[unit.parent].append(unit.code)
        return {code: tuple(codes) for code, codes in found.items()}

    @cached_property
    def longest_stem(self) -> int:
        """Characters of the longest name."""
        return max(map(len, self.stems))

    def are_near(self, a: str, b: str) -> bool:
        """Whether one unit lies right in the other, or both in a third that is no country."""
        above_a, above_b = self.units[a].parent, self.units[b].parent
        if above_a == above_b:
            return above_a in self.units and not self.is_country(above_a)
        return above_a == b or above_b == a

    def is_low(self, code: str) -> bool:
        """Whether the unit is below a county."""
        return self.units[code].level in LOW_LEVELS

    def is_country(self, code: str) -> bool:
        """Whether the unit is a country, or Xinjiang: to lie in it says little."""
        return self.units[code].level in COUNTRIES

    def chain(self, code: str) -> tuple[str, ...]:
        """The unit and those above it, the largest first."""
        return self._chains[code]

    def once_in(self, code: str) -> tuple[str, ...]:
        """Units that the unit no longer lies in, though many still write them."""
        return tuple(_ONCE_IN[each] for each in self.chain(code) if each in _ONCE_IN)

    def above(self, code: str) -> tuple[str, ...]:
        """Every unit in which the unit lies or lay."""
        return (*self.chain(code)[:-1], *self.once_in(code))

    @cached_property
    def _chains(self) -> Mapping[str, tuple[str, ...]]:
        chains: dict[str, tuple[str, ...]] = {"": ()}
        for code, unit in self.units.items():  # those above come first
            chains[code] = (*chains[unit.parent], code)
        return chains


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package, read once."""
    units = {unit.code: unit for unit in _shipped()}
    written: dict[str, dict[str, None]] = defaultdict(dict)
    stems: dict[str, dict[str, None]] = defaultdict(dict)
    for unit in units.values():
        for code in (unit.code, *unit.codes):
            written[exact(code)][unit.code] = None
        for name in chain.from_iterable(unit.names.values()):
            if _is_han(name):
                stems[name][unit.code] = stems[han_stem(name)][unit.code] = None
            else:
                written[exact(name)][unit.code] = None
    return Gazetteer(
        units,
        {key: tuple(codes) for key, codes in written.items()},
        {key: tuple(codes) for key, codes in stems.items()},
    )


def _is_han(name: str) -> bool:
    return "\u3400" <= name[0] <= "\u9fff"


def _shipped() -> Iterator[Unit]:
    added: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for code, writing, ours in rows("added.tsv"):
        added[code].append((writing, ours))
    for code, level, parent, *columns, codes in rows("units.tsv"):
        names: dict[str, tuple[str, ...]] = {}
        told = [pair for pair in zip((*_WRITINGS, "former"), columns, strict=True) if pair[1]]
        for writing, column in (*told, *added[code]):
            names[writing] = (*names.get(writing, ()), *column.split(";"))
        yield Unit(code, level, parent, names, tuple(codes.split(";")) if codes else ())
