"""Words of one kind, sorted by their symbols, scored against a token in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.alphabet import LONGEST, Kind
from tidings.names.costs import Costs
from tidings.names.sounds import Sound
from tidings.names.transducer import transducer
from tidings.names.transducer.scan import Characters, Letters, Words

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

#: Stands between the units of a word.
BETWEEN: Final = "\n"
#: The transducer is asked about pairs from this score of their alignment on, when only pairs that
#: speak for one name are wanted: one in a hundred of these is lost by it, of Uyghur and Kazakh
#: names none. Else about pairs this much below what is asked.
ASKED_FROM: Final = -1.0
LIFT: Final = 4.0
#: What any score below the threshold reads as: strongly against.
FAR: Final = np.float32(-9.0)


@dataclass(frozen=True)
class Block:
    """Words of one kind in the order of their codes; `word_of[i]` is where input word i went.

    Word w has the codes flat[starts[w]:starts[w + 1]], of which it shares the first shared[w]
    with word w - 1, and the transducer's units `units[w]`.
    """

    kind: Kind
    flat: Ints
    starts: Ints
    shared: Ints
    word_of: Ints
    units: tuple[str, ...]  # joined by BETWEEN: a tuple for each would be large
    _potentials: dict[Kind, Floats] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, kind: Kind, sounds: Sequence[Sound]) -> Block:
        """Sort the words; equal ones become one. Words are cut at the longest length aligned."""
        cut = [(sound.codes[:LONGEST], BETWEEN.join(sound.units[:LONGEST])) for sound in sounds]
        unique = sorted(set(cut))
        place = {word: at for at, word in enumerate(unique)}
        words = [codes for codes, _ in unique]
        common = [0, *(_shared(*pair) for pair in pairwise(words))]
        return cls(
            kind,
            np.array([code for word in words for code in word], np.int32),
            np.cumsum([0, *map(len, words)], dtype=np.int32),
            np.array(common[: len(words)], np.int32),
            np.array([place[word] for word in cut], np.int32),
            tuple(units for _, units in unique),
        )

    def potential(self, model: Costs, against: Kind) -> Floats:
        """The most each word could score against a token of the other kind."""
        if against not in self._potentials:
            most = np.append(0, np.cumsum(model.potential(self.kind, against)[self.flat]))
            self._potentials[against] = np.diff(most[self.starts]).astype(np.float32)
        return self._potentials[against]

    def scores(self, model: Costs, sounds: Sequence[Sound], threshold: float) -> Floats:
        """The log-likelihood ratio of each sound (all of one kind) with each word, the sounds'
        penalties taken off; FAR where it is surely below `threshold`. Sounds x words."""
        if (sounds[0].kind is Kind.HAN) == (self.kind is Kind.HAN):
            scores = self.aligned(model, sounds, threshold)
        else:
            scores = self._joint(model, sounds, threshold)
        return scores - np.array([sound.penalty for sound in sounds], np.float32)[:, None]

    def aligned(self, model: Costs, sounds: Sequence[Sound], threshold: float) -> Floats:
        """What the alignment alone says, calibrated, penalties still to come. Sounds x words."""
        from tidings.names.compiled import scan

        kind = sounds[0].kind
        words = [sound.codes[:LONGEST] for sound in sounds]
        gains = model.potential(kind, self.kind)
        out = np.full((len(sounds), len(self.starts) - 1), FAR, np.float32)
        scan(
            np.concatenate([model.table(word, kind, self.kind) for word in words]),
            np.concatenate([_rest(gains[list(word)]) for word in words]),
            np.cumsum([0, *(len(word) + 1 for word in words)], dtype=np.int32),
            np.array(
                [model.least_rate(threshold + s.penalty, kind, self.kind) for s in sounds],
                np.float32,
            ),
            np.array([(threshold + s.penalty) / model.most for s in sounds], np.float32),
            model.calibration[kind, self.kind],
            model.most,
            self.flat,
            self.starts,
            self.shared,
            model.potential(self.kind, kind),
            out,
        )
        return out

    def _joint(self, model: Costs, sounds: Sequence[Sound], threshold: float) -> Floats:
        """What both views say together: the alignment over all words, the transducer over those
        that it does not find plainly unlike. Sounds x words."""
        least = ASKED_FROM if threshold >= 0 else threshold - LIFT
        scores = self.aligned(model, sounds, least)
        asked = [np.flatnonzero(row >= max(least, float(FAR))).astype(np.int32) for row in scores]
        scores[scores < least] = FAR
        some = [at for at, which in enumerate(asked) if len(which)]
        if sounds[0].kind is Kind.HAN:
            for at in some:
                units, which = sounds[at].units[:LONGEST], asked[at]
                count = np.full(len(which), len(units), np.int32)
                said = self._words.said(units, which)
                scores[at, which] = transducer(self.kind).joined(said, count, scores[at, which])
        elif some:
            letters = transducer(sounds[0].kind)
            tokens = Letters.of(letters, [sounds[at].units[:LONGEST] for at in some])
            found = self._characters.said(tokens, [asked[at] for at in some])
            for at, said in zip(some, found, strict=True):
                which, count = asked[at], self._characters.counts[asked[at]]
                scores[at, which] = letters.joined(said, count, scores[at, which])
        return scores

    @cached_property
    def _words(self) -> Words:
        return Words.of(transducer(self.kind), self.split_units())

    @cached_property
    def _characters(self) -> Characters:
        return Characters.of(self.split_units())

    def split_units(self) -> list[list[str]]:
        """The transducer's units of each word."""
        return [units.split(BETWEEN) for units in self.units]


def _rest(gains: Floats) -> Floats:
    """What the symbols from each position on can still add at most."""
    return np.append(np.cumsum(gains[::-1])[::-1], 0).astype(np.float32)


def _shared(a: Sequence[object], b: Sequence[object]) -> int:
    """How many first elements two words share."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
