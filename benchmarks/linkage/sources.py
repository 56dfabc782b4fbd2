"""The lists that name people: what each kind tells, how exactly, and in whose hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.hands import HANDS, WRITINGS

Ints = NDArray[np.int64]

#: How a birth may be told. SWAPPED and SLIPPED look like exact dates and are wrong.
MISSING, EXACT, SWAPPED, SLIPPED, YEAR, AROUND, AGE, DECADE = range(8)
#: Which parts a name has: own and father's; own, father's and grandfather's; surname and own.
FATHER, THREE, SURNAMED = range(3)


@dataclass(frozen=True)
class Kind:
    """One kind of source. `writings`: those its hands may have; `births`: shares in the order
    of the constants above; `levels`: the sets of place levels and their shares; the others are
    shares of its mentions that have the thing."""

    share: float
    writings: tuple[str, ...]
    births: tuple[float, ...]
    levels: tuple[tuple[tuple[int, ...], float], ...]
    sexed: float
    placed: float
    kin: float
    id_numbered: float
    phoned: float
    faulty: float


KINDS = (
    Kind(  # police lists and other papers of the state
        0.30, ("han", "pinyin"), (0.08, 0.66, 0.03, 0.06, 0.10, 0.01, 0.05, 0.01),
        (((0, 1, 2), 0.35), ((1, 2), 0.35), ((2,), 0.3)), 0.95, 0.95, 0.25, 0.15, 0.02, 0.10,
    ),
    Kind(  # testimony of relatives, noted down by volunteers
        0.36, ("kazakh", "russian", "english", "turkish", "latin", "uyghur", "tote", "pinyin"),
        (0.17, 0.36, 0.03, 0.05, 0.18, 0.09, 0.08, 0.04),
        (((0, 2), 0.3), ((2,), 0.35), ((1, 2), 0.15), ((0,), 0.1), ((3,), 0.1)),
        0.75, 0.80, 0.55, 0.0, 0.09, 0.16,
    ),
    Kind(  # newspapers and reports
        0.16, ("english", "russian", "turkish", "uyghur", "han", "kazakh"),
        (0.30, 0.24, 0.01, 0.02, 0.13, 0.05, 0.22, 0.03),
        (((2,), 0.55), ((3,), 0.3), ((2, 3), 0.15)), 0.70, 0.65, 0.15, 0.0, 0.0, 0.12,
    ),
    Kind(  # registers kept by associations
        0.18, ("kazakh", "russian", "latin", "uyghur", "tote", "english"),
        (0.13, 0.51, 0.04, 0.06, 0.15, 0.04, 0.04, 0.03),
        (((1, 2), 0.4), ((0, 1), 0.2), ((2,), 0.4)), 0.85, 0.85, 0.30, 0.01, 0.06, 0.12,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Sources:
    """One row a source: its `kind`, its `hand`, the `style` of Kazakh names, whether the surname
    stands first, whether a father's name has its ending, and its `share` of all mentions."""

    kind: Ints
    hand: Ints
    style: Ints
    turned: NDArray[np.bool_]
    ended: NDArray[np.bool_]
    share: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.kind)


def sources(mentions: int, chance: np.random.Generator) -> Sources:
    """As many lists as so many mentions come from: a few large ones, many small."""
    count = max(30, round(mentions / 2_500))
    kinds = chance.choice(len(KINDS), count, p=[kind.share for kind in KINDS])
    by_writing = {w: [n for n, own in enumerate(HANDS) if own == w] for w in WRITINGS}
    pools = [[n for w in kind.writings for n in by_writing[w]] for kind in KINDS]
    hand = np.array([chance.choice(pools[kind]) for kind in kinds], np.int64)
    chinese = np.array([HANDS[h] in ("han", "pinyin") for h in hand])
    style = chance.choice([FATHER, THREE, SURNAMED], count, p=[0.5, 0.15, 0.35])
    share = chance.gamma(1.2, 1.0, count)
    return Sources(
        kinds,
        hand,
        np.where(chinese, FATHER, style),
        chance.random(count) < 0.4,
        ~chinese & (chance.random(count) < 0.6),
        share / share.sum(),
    )
