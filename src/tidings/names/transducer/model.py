"""The learned tables: what chunk a character stands for, and how much that says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names import han
from tidings.names.alphabet import Kind
from tidings.names.costs import MOST
from tidings.names.transducer.chunks import Chunks
from tidings.names.transducer.cuts import LEVELS, Cuts
from tidings.names.transducer.letters import LONGEST_CHUNK, parts_of_chunks

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Keys = NDArray[np.int64]

FILE: Final = "transducer_{}.npz"
#: For how many observations a syllable's chunks count when a character's are estimated, and the
#: chunks expected from initial and final when a syllable's are.
FROM_SYLLABLE: Final = 8.0
FROM_PARTS: Final = 20.0
#: An alignment cannot say more than this against a pair that the transducer finds alike.
UNLIKE: Final = -4.0
#: However unlike two readings are, they say no more than this against a pair.
LEAST: Final = -9.0
#: A unit nobody knows: no chunk is likelier than another.
UNKNOWN: Final = -1


@dataclass(frozen=True)
class Units:
    """Syllables, then characters, numbered; `syllable[unit]` is a character's syllable, and a
    syllable's own number; `initial` and `final` are those of its syllable."""

    syllables: tuple[str, ...]
    characters: tuple[str, ...]

    @cached_property
    def number(self) -> Mapping[str, int]:
        """unit -> number."""
        return {unit: at for at, unit in enumerate((*self.syllables, *self.characters))}

    @cached_property
    def syllable(self) -> Ints:
        """By unit, the number of its syllable."""
        own = [self.number[han.syllable_of(c) or ""] for c in self.characters]
        return np.array([*range(len(self.syllables)), *own], np.int32)

    @cached_property
    def initial(self) -> Ints:
        """By syllable, the number of its initial."""
        return _numbered([han.initial_and_final(s)[0] for s in self.syllables])

    @cached_property
    def final(self) -> Ints:
        """By syllable, the number of its final."""
        return _numbered([han.initial_and_final(s)[1] for s in self.syllables])

    def numbers(self, units: Sequence[str]) -> list[int]:
        """The number of each unit; an unknown character has its syllable's, or UNKNOWN."""
        return [
            self.number.get(unit, self.number.get(han.syllable_of(unit) or "", UNKNOWN))
            for unit in units
        ]


def _numbered(words: Sequence[str]) -> Ints:
    known = {word: at for at, word in enumerate(sorted(set(words)))}
    return np.array([known[word] for word in words], np.int32)


@dataclass(frozen=True)
class Parts:
    """P(part of a chunk | part of a syllable), as logs: what stands before, in and after the
    vowels, given the initial, the final and the final. `keys` are the packed parts, sorted; the
    last column is for parts never seen."""

    keys: tuple[Keys, Keys, Keys]
    logs: tuple[Floats, Floats, Floats]

    def columns(self, chunks: Keys, kind: Kind) -> tuple[Ints, Ints, Ints]:
        """For each packed chunk, the columns of its three parts."""
        split = parts_of_chunks(chunks, kind)
        first, second, third = (_column(self.keys[at], split[at]) for at in range(3))
        return first, second, third


def _column(known: Keys, wanted: Keys) -> Ints:
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where(known[at] == wanted, at, len(known)).astype(np.int32)


@dataclass(frozen=True)
class Table:
    """What the model knows of some chunks: where each stands among its own, the columns of its
    parts, and P(chunk)."""

    known: Ints  # by chunk: number in the model, -1 unknown
    column: Ints  # by number in the model: the chunk here, -1 absent
    parts: tuple[Ints, Ints, Ints]
    share: Floats


@dataclass(frozen=True)
class Transducer:
    """The tables of one kind of letters. `counts` are (unit, chunk, how often) sorted by unit,
    each syllable's being the sum of its characters' and its own; `share[chunk]` is P(chunk)."""

    kind: Kind
    units: Units
    chunks: Keys
    counts: tuple[Ints, Ints, Floats]
    parts: Parts
    share: Floats
    cuts: Cuts
    joint: NDArray[np.float64]  # four coefficients, see `joined`

    @cached_property
    def _total(self) -> Floats:
        """By unit, how often it was seen."""
        size = len(self.units.syllable)
        return np.bincount(self.counts[0], self.counts[2], size).astype(np.float32)

    @cached_property
    def _from(self) -> NDArray[np.int64]:
        """By unit, where its counts begin."""
        return np.searchsorted(self.counts[0], np.arange(len(self.units.syllable) + 1))

    @cached_property
    def _rest(self) -> Floats:
        """finals x onsets: how much of all chunks is expected from parts alone."""
        syllable, total = self.units.syllable, self._total
        characters = np.arange(len(syllable)) >= len(self.units.syllables)
        usual = (total + 0.3) / (total[characters].sum() + 500)
        left = np.where(characters, usual * FROM_SYLLABLE / (total + FROM_SYLLABLE), 0)
        weight = np.bincount(syllable, left, len(self.units.syllables))
        weight = weight * FROM_PARTS / (total[: len(weight)] + FROM_PARTS)
        onsets = np.exp(self.parts.logs[0])[self.units.initial] * weight[:, None]
        rest = np.zeros((self.units.final.max() + 1, onsets.shape[1]))
        np.add.at(rest, self.units.final, onsets)
        return rest.astype(np.float32)

    def table(self, chunks: Keys) -> Table:
        """Look these packed chunks up."""
        at = np.minimum(np.searchsorted(self.chunks, chunks), len(self.chunks) - 1)
        known = np.where(self.chunks[at] == chunks, at, -1).astype(np.int32)
        parts = self.parts.columns(chunks, self.kind)
        _, nucleus, coda = (np.exp(logs) for logs in self.parts.logs)
        share = np.full(len(chunks), 1e-9, np.float32)
        for final, onsets in enumerate(self._rest):
            share += onsets[parts[0]] * nucleus[final][parts[1]] * coda[final][parts[2]]
        share[known >= 0] = self.share[known[known >= 0]]
        return Table(known, self._places(known), parts, share)

    def part_of(self, table: Table, columns: NDArray[np.int64]) -> Table:
        """The table of some of its chunks."""
        known = table.known[columns]
        onset, nucleus, coda = (parts[columns] for parts in table.parts)
        return Table(known, self._places(known), (onset, nucleus, coda), table.share[columns])

    def _places(self, known: Ints) -> Ints:
        """By number in the model, where a chunk stands here; -1 where it does not."""
        places = np.full(len(self.chunks), -1, np.int32)
        places[known[known >= 0]] = np.flatnonzero(known >= 0)
        return places

    def ratios(self, table: Table, units: Ints) -> Floats:
        """P(chunk | unit) / P(chunk), units x chunks; 1 for an unknown unit."""
        ratios = np.ones((len(units), len(table.share)), np.float32)
        known = units >= 0
        ratios[known] = self._given(table, units[known]) / table.share
        return ratios

    def _given(self, table: Table, units: Ints) -> Floats:
        syllables = self.units.syllable[units]
        rows = (self.units.initial, self.units.final, self.units.final)
        expected = np.zeros((len(units), len(table.share)), np.float32)
        for logs, row, columns in zip(self.parts.logs, rows, table.parts, strict=True):
            expected += logs[row[syllables]][:, columns]
        given = self._blended(table, syllables, np.exp(expected), FROM_PARTS)
        characters = units != syllables
        given[characters] = self._blended(
            table, units[characters], given[characters], FROM_SYLLABLE
        )
        return given

    def _blended(self, table: Table, units: Ints, expected: Floats, weight: float) -> Floats:
        """(counts + weight x expected) / (total + weight)."""
        blended = expected * np.float32(weight)
        for row, unit in zip(blended, units.tolist(), strict=True):
            these = slice(self._from[unit], self._from[unit + 1])
            columns = table.column[self.counts[1][these]]
            here = columns >= 0
            row[columns[here]] += self.counts[2][these][here]
        return np.asarray(blended / (self._total[units] + np.float32(weight))[:, None])

    def joined(self, said: Floats, count: Ints, aligned: Floats) -> Floats:
        """The log-likelihood ratios that both views of some pairs stand for together.

        `said` is the transducer's sum, `count` the number of units, `aligned` the calibrated
        score of the alignment; `joint` was fitted on held-out names (see `training`). However
        alike two tokens are, other people may bear the name: the score comes near `MOST`, the
        nearer the more alike they are.
        """
        rate = said / (count + 2)
        constant, slope, by_count, by_alignment = self.joint.tolist()
        odds = constant + rate * (slope + by_count * np.log(count))
        odds = np.maximum(odds + by_alignment * np.maximum(aligned, UNLIKE), LEAST)
        joined: Floats = -np.logaddexp(-odds, -MOST)
        return joined.astype(np.float32)

    def words(self, words: Sequence[Sequence[int]]) -> tuple[Chunks, Table, Floats]:
        """The chunks of these words, what is known of them, and P(cut so)."""
        chunks = Chunks.of(words, LONGEST_CHUNK[self.kind])
        return chunks, self.table(chunks.keys), self.cuts.of_chunks(chunks)


@cache
def transducer(kind: Kind) -> Transducer:
    """The tables shipped with the package for letters of this kind."""
    name = FILE.format(kind.name.lower())
    path = resources.files("tidings.names").joinpath("data", name)
    with resources.as_file(path) as file:
        return load(file, kind)


def save(file: Path, model: Transducer) -> None:
    """Write what `load` reads back."""
    arrays: dict[str, NDArray[np.generic]] = {
        "syllables": np.array(" ".join(model.units.syllables)),
        "characters": np.array("".join(model.units.characters)),
        "chunks": model.chunks,
        "share": model.share,
        "joint": model.joint,
    }
    for name, array in zip(("unit", "chunk", "count"), model.counts, strict=True):
        arrays[name] = array.astype(np.float16) if name == "count" else array
    for at in range(3):
        arrays[f"part_{at}"] = model.parts.keys[at]
        arrays[f"part_logs_{at}"] = model.parts.logs[at].astype(np.float16)
    for at in range(len(LEVELS)):
        arrays[f"cut_keys_{at}"] = model.cuts.keys[at]
        arrays[f"cut_seen_{at}"] = model.cuts.seen[at].astype(np.float16)
        arrays[f"cut_{at}"] = model.cuts.cut[at].astype(np.float16)
    np.savez_compressed(file, allow_pickle=False, **arrays)


def load(file: Path, kind: Kind) -> Transducer:
    """The tables in a file written by `save`."""
    with np.load(file, allow_pickle=False) as stored:
        units = Units(tuple(str(stored["syllables"]).split(" ")), tuple(str(stored["characters"])))
        keys = tuple(stored[f"part_{at}"] for at in range(3))
        logs = tuple(stored[f"part_logs_{at}"].astype(np.float32) for at in range(3))
        cuts = Cuts(
            tuple(stored[f"cut_keys_{at}"] for at in range(len(LEVELS))),
            tuple(stored[f"cut_seen_{at}"].astype(np.float32) for at in range(len(LEVELS))),
            tuple(stored[f"cut_{at}"].astype(np.float32) for at in range(len(LEVELS))),
        )
        return Transducer(
            kind,
            units,
            stored["chunks"],
            (stored["unit"], stored["chunk"], stored["count"].astype(np.float32)),
            Parts((keys[0], keys[1], keys[2]), (logs[0], logs[1], logs[2])),
            stored["share"],
            cuts,
            stored["joint"],
        )
