"""The learned costs: what each pair of symbols says for or against two tokens being one name.

Every number is a log-odds ratio (natural log): positive where the two symbols stand for one
another more often than by chance, negative where one of them was dropped or they never meet.
Trained by `python -m tidings.names.training`; `data/ORIGIN.md` says from what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from math import log
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.alphabet import CODES, Kind
from tidings.names.han import syllable_of, symbols_of

Floats = NDArray[np.float32]
FILE: Final = "costs.npz"
#: Names are seldom longer, in symbols.
LONGEST_USUAL: Final = 16
#: However alike two tokens are, other people may bear the name.
MOST: Final = 8.0
ALPHABET: Final = {kind: len(codes) + 1 for kind, codes in CODES.items()}


@dataclass(frozen=True)
class HanUnits:
    """The HAN alphabet beyond its plain symbols: syllables and frequent characters, which have
    learned costs of their own for each of their symbols.

    `first[unit]` is the code of the unit's first symbol, the others follow it. `parent[code]` is
    the syllable's code for a character's, the plain symbol's for a syllable's, and itself for a
    plain symbol.
    """

    first: Mapping[str, int]
    parent: NDArray[np.int32]

    @classmethod
    def of(cls, syllables: Sequence[str], characters: Sequence[str]) -> HanUnits:
        """Number the symbols of these syllables and characters, in this order."""
        plain = CODES[Kind.HAN]
        first: dict[str, int] = {}
        parent = list(range(len(plain) + 1))
        for syllable in syllables:
            first[syllable] = len(parent)
            parent += [plain[symbol] for symbol in symbols_of(syllable)]
        for character in characters:
            syllable = syllable_of(character) or ""
            first[character] = len(parent)
            parent += range(first[syllable], first[syllable] + len(symbols_of(syllable)))
        return cls(first, np.array(parent, np.int32))

    @cached_property
    def plain(self) -> NDArray[np.int32]:
        """code -> code of the plain symbol, for comparing characters with characters."""
        return np.asarray(self.parent[self.parent], np.int32)


@dataclass(frozen=True)
class Costs:
    """Matrices by pair of kinds, and how an alignment's sum becomes a calibrated score."""

    units: HanUnits
    matrices: Mapping[tuple[Kind, Kind], Floats]
    calibration: Floats  # (kinds, kinds, 2 lines, 3 coefficients)
    most: float = MOST
    _potentials: dict[tuple[Kind, Kind], Floats] = field(default_factory=dict, repr=False)

    @cached_property
    def _lines(self) -> dict[tuple[Kind, Kind], list[list[float]]]:
        return {(a, b): self.calibration[a, b].tolist() for a in Kind for b in Kind}

    def table(self, codes: Sequence[int], kind: Kind, target: Kind) -> Floats:
        """Costs of each symbol of a token against the target's alphabet: (1 + n) x alphabet.

        Row 0 is the cost of a target symbol that the token lacks; column 0 of the others the
        cost of leaving the token's symbol out.
        """
        rows = np.array([0, *codes], np.int32)
        if kind is Kind.HAN and target is Kind.HAN:
            return self.matrices[kind, target][self.units.plain[rows]][:, self.units.plain]
        if kind <= target:
            return self.matrices[kind, target][rows]
        return np.ascontiguousarray(self.matrices[target, kind].T[rows])

    def potential(self, kind: Kind, target: Kind) -> Floats:
        """By code, the most that a symbol of `kind` can add against the target's alphabet."""
        if (kind, target) not in self._potentials:
            everything = range(1, len(self.units.parent) if kind is Kind.HAN else ALPHABET[kind])
            most = np.maximum(self.table(everything, kind, target)[:, 1:].max(1), 0)
            most[0] = 0
            self._potentials[kind, target] = most
        return self._potentials[kind, target]

    def calibrated(self, raw: float, length: float, possible: float, a: Kind, b: Kind) -> float:
        """The log-likelihood ratio that an alignment sum `raw` stands for.

        `length` is the mean number of symbols of the two tokens, `possible` the mean of their
        potentials. The sum itself is too sure of long tokens, since letters of one name are not
        independent: two lines fitted on held-out names against all other names (see `train`)
        say what it is worth, the lower one holds. Nor can a match say more than `most` times
        its share of what was possible: names that differ in one vowel are often two names.
        """
        rate, logs = raw / (length + 2), log(length)
        first, second = self._lines[a, b]
        return min(
            first[0] + rate * (first[1] + first[2] * logs),
            second[0] + rate * (second[1] + second[2] * logs),
            self.most * raw / max(possible, 1),
        )

    def least_rate(self, score: float, a: Kind, b: Kind) -> float:
        """The smallest sum / (mean length + 2) that may still be calibrated to `score`."""
        rates = [
            (score - constant) / max(slope + max(by_length * log(LONGEST_USUAL), 0.0), 1e-3)
            for constant, slope, by_length in self.calibration[a, b].tolist()
        ]
        return float(max(*rates, 0.0))


@cache
def costs() -> Costs:
    """The costs shipped with the package."""
    path = resources.files("tidings.names").joinpath("data", FILE)
    with resources.as_file(path) as file:
        return load(file)


def save(file: Path, learned: Costs, syllables: Sequence[str], characters: Sequence[str]) -> None:
    """Write what `load` reads back, in half precision."""
    matrices = {
        _key(a, b): matrix.astype(np.float16) for (a, b), matrix in learned.matrices.items()
    }
    np.savez_compressed(
        file,
        allow_pickle=False,
        syllables=np.array(" ".join(syllables)),
        characters=np.array("".join(characters)),
        calibration=learned.calibration,
        **matrices,
    )


def load(file: Path) -> Costs:
    """The costs in a file written by `save`."""
    with np.load(file, allow_pickle=False) as stored:
        units = HanUnits.of(str(stored["syllables"]).split(), list(str(stored["characters"])))
        pairs = [(a, b) for a in Kind for b in Kind if a <= b]
        matrices = {(a, b): stored[_key(a, b)].astype(np.float32) for a, b in pairs}
        return Costs(units, matrices, stored["calibration"])


def _key(a: Kind, b: Kind) -> str:
    return f"costs_{a.name}_{b.name}".lower()
