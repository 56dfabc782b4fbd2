"""A part of a name that is still being typed: which tokens begin like it.

The letters typed are aligned with every beginning of a token; the letters still to come cost
next to nothing. So "ерл" finds 叶尔兰, and "王" whoever is called so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.align import alignment_sums, possible, rows_of, steps
from tidings.names.alphabet import LONGEST
from tidings.names.assignment import NOBODY, best_assignment
from tidings.names.block import FAR, Block
from tidings.names.commonness import most_it_says
from tidings.names.compare import part_match, part_score
from tidings.names.costs import costs
from tidings.names.match import MISSING, POOL, Match, PartMatch
from tidings.names.parts import Part, counted, parts_of, views
from tidings.names.sounds import Sound, sounds_of
from tidings.names.vocabulary import Vocabulary

Floats = NDArray[np.float32]

#: A beginning says no more than this for each symbol typed: one in four or five begins so.
EACH_SAYS: Final = 1.5
#: What each symbol still to come costs: of two names that begin so, the shorter one first.
STILL_TO_COME: Final = 0.03
#: What a part costs that the name has and nobody has typed yet.
NOT_YET: Final = 0.0


def beginnings(vocabulary: Vocabulary, token: str) -> Floats:
    """How well each token of the vocabulary begins like `token`, over all pairs of readings; FAR
    where not at all."""
    best = np.full(len(vocabulary), FAR, np.float32)
    for sound in sounds_of(token):
        if not sound.shortened:
            for readings in vocabulary.readings:
                readings.raise_to(best, _of_block(readings.block, sound))
    return best


def _of_block(block: Block, sound: Sound) -> Floats:
    from tidings.names.index_loops import begin_alike

    model, codes = costs(), sound.codes[:LONGEST]
    out = np.full(len(block.starts) - 1, FAR, np.float32)
    begin_alike(
        model.table(codes, sound.kind, block.kind),
        float(model.potential(sound.kind, block.kind)[list(codes)].sum()),
        model.potential(block.kind, sound.kind),
        model.calibration[sound.kind, block.kind],
        model.most,
        EACH_SAYS * len(codes),
        STILL_TO_COME,
        block.flat,
        block.starts,
        block.shared,
        out,
    )
    return out - np.float32(sound.penalty)


def compare_beginning(query: str, name: str) -> Match:
    """As `compare`, but the last part of `query` may be unfinished, and parts that only `name`
    has are not held against it.

    >>> compare_beginning("ерл", "叶尔兰").parts[0].reason
    'begins'
    """
    asked, known = counted(parts_of(query)), counted(parts_of(name))
    ways = [(asked, view) for view in (views(known) if len(known) == 1 else (known,)) if asked]
    scored = [(*_assigned(a, b), a, b) for a, b in ways if b]
    if not scored:
        return Match(-POOL, ())
    total, columns, a, b = max(scored, key=lambda way: way[0])
    matched = [
        _pair(part, b[column], part is a[-1]) if column != NOBODY else _missing(part.written, None)
        for part, column in zip(a, columns, strict=True)
    ]
    unmatched = [_missing(None, part.written) for at, part in enumerate(b) if at not in columns]
    return Match(total - POOL, (*matched, *unmatched))


def _assigned(a: Sequence[Part], b: Sequence[Part]) -> tuple[float, tuple[int, ...]]:
    table = [[_score(x, y, x is a[-1]) for y in b] for x in a]
    total, columns = best_assignment(table)
    return total + max(len(b) - len(a), 0) * (NOT_YET - MISSING), columns


def _score(a: Part, b: Part, last: bool) -> float:
    return max(part_score(a, b), _begun(a, b).score) if last else part_score(a, b)


def _pair(a: Part, b: Part, last: bool) -> PartMatch:
    begun = _begun(a, b) if last else NOT_BEGUN
    if begun.score <= max(part_score(a, b), 0):
        return part_match(a, b)
    return PartMatch(a.written, b.written, "near", begun.score, "begins", begun.steps)


def _missing(a: str | None, b: str | None) -> PartMatch:
    return PartMatch(a, b, "missing", MISSING if a else NOT_YET, "missing")


@dataclass(frozen=True)
class Begun:
    """How well one token begins like another, and the letters that stand for one another."""

    score: float
    steps: tuple[tuple[str, str], ...] = ()


NOT_BEGUN: Final = Begun(float(FAR))


@lru_cache(maxsize=4096)
def _begun(a: Part, b: Part) -> Begun:
    typed = [sound for sound in sounds_of(a.token) if not sound.shortened]
    ways = [_begun_as(x, y) for x in typed for y in sounds_of(b.token)]
    best = max(ways, key=lambda way: way.score, default=NOT_BEGUN)
    return replace(best, score=min(best.score, most_it_says(b.token)))


def _begun_as(a: Sound, b: Sound) -> Begun:
    sums = alignment_sums(rows_of(a, b))[-1]
    typed, whole = len(a.codes), len(b.codes)
    own, best, begun = possible(a, b.kind), float(FAR), b
    for at in range(1, whole + 1):
        part = replace(b, codes=b.codes[:at], letters=b.letters[:at])
        most = (own + possible(part, a.kind)) / 2
        score = costs().calibrated(sums[at], (typed + at) / 2, most, a.kind, b.kind)
        if score - STILL_TO_COME * (whole - at) > best:
            best, begun = score - STILL_TO_COME * (whole - at), part
    score = min(best, EACH_SAYS * typed) - a.penalty - b.penalty
    rest = "".join(b.letters[len(begun.codes) :])
    return Begun(score, (*steps(a, begun), *((("", rest),) if rest else ())))
