"""Learn the costs: `python -m tidings.names.train DATA [OUT]`.

DATA is a tab-separated file, gzipped or not, with a header and the columns id, latn, cyrl, arab,
han: one name an entity bears, each column its spellings separated by "|". `data/habits.tsv` adds
how the Xinjiang registers write the endings and beginnings of Uyghur and Kazakh names.

Method: Viterbi counts of the best alignment of each pair, five rounds, starting from the costs
by hand (`prior`). A character's costs fall back on its syllable's, a syllable's on its plain
symbols', a plain symbol's on the hand-made ones. Then a tenth of the names, held out, calibrates
how much an alignment sum says.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import product
from pathlib import Path
from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from tidings.names import han, spell
from tidings.names.alphabet import CODES, RARE, Kind
from tidings.names.costs import FILE, Costs, HanUnits, save
from tidings.names.prior import SECOND_CHOICE, prior
from tidings.names.sounds import Sound, spelled_han, spelled_pinyin
from tidings.names.vocabulary import Block

Counts = NDArray[np.float64]
Codes = NDArray[np.int32]

ROUNDS: Final = 5
FROM_HAND: Final = 15.0  # how many observations the costs by hand count for
FROM_PLAIN: Final = 8.0
FROM_SYLLABLE: Final = 6.0
CALIBRATED_ON: Final = 1000
CALIBRATED_FROM: Final = (0.0, 0.3)
#: A score that is the rate itself: sum / (mean length + 2).
NO_CALIBRATION: Final = np.tile(np.array([0, 1, 0], np.float32), (len(Kind), len(Kind), 2, 1))
NO_LIMIT: Final = 1e6
RIDGE: Final = 1e-5
SEEN_OFTEN: Final = 5  # a character with costs of its own was seen as often
MOST: Final = 6.0  # no single pair of symbols says more than this
MOST_FORMS: Final = {Kind.HAN: 4, Kind.LATIN: 3, Kind.LETTERS: 3, Kind.ARABIC: 2}
HABIT_WEIGHT: Final = 100.0
HAND_TEMPERATURE: Final = 1.5
LEAST_GAP: Final = -0.05  # leaving a symbol out never speaks for a match


@dataclass(frozen=True)
class Entity:
    """The spellings of one name by kind; `weight` is what a pair of them counts for."""

    forms: dict[Kind, tuple[str, ...]]
    weight: float = 1.0


@dataclass(frozen=True)
class Pairs:
    """Aligned examples of two kinds, flat: pair p is a[a_from[p]:a_from[p+1]] against b alike."""

    a: Codes
    a_from: Codes
    b: Codes
    b_from: Codes
    weight: Counts


def read_entities(path: Path) -> Iterator[Entity]:
    """The names of a data file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            _, latin, cyrillic, arabic, chinese = (line.rstrip("\n").split("\t") + [""] * 5)[:5]
            yield _entity(
                {Kind.LATIN: latin, Kind.LETTERS: cyrillic, Kind.ARABIC: arabic, Kind.HAN: chinese}
            )


def read_habits() -> Iterator[Entity]:
    """Our own table of how Xinjiang writes parts of names: Han forms, tab, Latin, tab, Cyrillic."""
    text = resources.files("tidings.names").joinpath("data", "habits.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            chinese, latin, cyrillic = line.split("\t")
            forms = _entity({Kind.HAN: chinese, Kind.LATIN: latin, Kind.LETTERS: cyrillic}).forms
            yield Entity({**forms, Kind.HAN: _with_pinyin(forms[Kind.HAN])}, HABIT_WEIGHT)


def _with_pinyin(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Each form as characters and as pinyin, since pinyin has costs of its own."""
    pinyin = ("'".join(han.syllable_of(c) or "" for c in form) for form in forms)
    return (*forms, *dict.fromkeys(pinyin))


def _entity(columns: dict[Kind, str]) -> Entity:
    forms = {}
    for kind, column in columns.items():
        words = (word for word in column.split("|") if word and " " not in word)
        if kind is Kind.HAN:
            words = (han.simplify(word) for word in words if re.fullmatch("[\u4e00-\u9fff]+", word))
        forms[kind] = tuple(dict.fromkeys(words))[: MOST_FORMS[kind]]
    return Entity(forms)


def learn(
    entities: Sequence[Entity], habits: Sequence[Entity]
) -> tuple[Costs, list[str], list[str]]:
    """The costs with their calibration, and the syllables and characters that they number."""
    syllables, characters = _units(entities, habits)
    units = HanUnits.of(syllables, characters)
    fitted = [entity for at, entity in enumerate(entities) if at % 10]
    held_out = [entity for at, entity in enumerate(entities) if not at % 10]
    trial = Costs(units, _matrices([*fitted, *habits], units), NO_CALIBRATION, NO_LIMIT)
    calibration = _calibration(trial, held_out)
    return Costs(units, _matrices([*entities, *habits], units), calibration), syllables, characters


def _units(entities: Iterable[Entity], habits: Iterable[Entity]) -> tuple[list[str], list[str]]:
    """All syllables; the characters seen often, and those of the habits."""
    seen = Counter(c for entity in entities for form in entity.forms[Kind.HAN] for c in form)
    seen.update({c: SEEN_OFTEN for habit in habits for form in habit.forms[Kind.HAN] for c in form})
    often = sorted(c for c, n in seen.items() if n >= SEEN_OFTEN and han.syllable_of(c))
    return sorted(han.all_syllables()), often


def encode(form: str, kind: Kind, units: HanUnits) -> tuple[int, ...]:
    """The codes of one training form."""
    if kind is Kind.HAN:
        spelled = spelled_han if han.is_han(form[0]) else spelled_pinyin
        return spelled(form, units).codes
    reader = {Kind.LATIN: spell.latin, Kind.LETTERS: spell.cyrillic, Kind.ARABIC: spell.arabic}
    return tuple(CODES[kind][symbol] for symbol, _ in reader[kind](form.lower()))


def _matrices(
    entities: Sequence[Entity], units: HanUnits
) -> dict[tuple[Kind, Kind], NDArray[np.float32]]:
    return {
        (a, b): _fit(_pairs(entities, a, b, units), a, b, units)
        for a, b in product(Kind, Kind)
        if a <= b
    }


def _pairs(entities: Sequence[Entity], a: Kind, b: Kind, units: HanUnits) -> Pairs:
    """Every pair of forms; of one kind, both ways round, and each form with itself."""
    left: list[tuple[int, ...]] = []
    right: list[tuple[int, ...]] = []
    weights: list[float] = []
    for entity in entities:
        if a not in entity.forms or b not in entity.forms:
            continue
        x = [encode(form, a, units) for form in entity.forms[a]]
        y = [encode(form, b, units) for form in entity.forms[b]]
        for at, (these, those) in enumerate(product(x, y)):
            if (
                these
                and those
                and len(these) < 3 * len(those) + 3
                and max(len(these), len(those)) < 30
            ):
                left.append(these)
                right.append(those)
                weights.append(entity.weight * (0.5 if at else 1.0))
    return Pairs(*_flat(left), *_flat(right), np.array(weights))


def _flat(rows: list[tuple[int, ...]]) -> tuple[Codes, Codes]:
    ends = np.cumsum([0, *map(len, rows)], dtype=np.int32)
    return np.array([code for row in rows for code in row], np.int32), ends


def _fit(pairs: Pairs, a: Kind, b: Kind, units: HanUnits) -> NDArray[np.float32]:
    """Five rounds of aligning, counting and estimating."""
    if a is Kind.HAN and b is Kind.HAN:
        pairs = Pairs(
            units.plain[pairs.a], pairs.a_from, units.plain[pairs.b], pairs.b_from, pairs.weight
        )
    by_hand = prior(a, b)
    rows = (
        units.parent
        if a is Kind.HAN and b is not Kind.HAN
        else np.arange(len(by_hand), dtype=np.int32)
    )
    plain = units.plain if len(rows) > len(by_hand) else rows
    costs = by_hand[plain]
    for _ in range(ROUNDS):
        counts = np.zeros_like(costs)
        count_alignments(pairs.a, pairs.a_from, pairs.b, pairs.b_from, pairs.weight, costs, counts)
        costs = _estimate(counts, by_hand, rows)
    costs = _shared(_shared(costs, b).T, a).T
    if a is b:  # which of two equal alignments is counted must not matter
        costs = (costs + costs.T) / 2
    return costs.astype(np.float32)


def _shared(costs: Counts, kind: Kind) -> Counts:
    """Columns of rare symbols, made no worse than those of the symbols they share costs with."""
    codes, lent = CODES[kind], costs.copy()
    for rare, common in RARE[kind].items():
        for symbol in common:
            loan = costs[1:, codes[symbol]] - SECOND_CHOICE
            lent[1:, codes[rare]] = np.maximum(lent[1:, codes[rare]], loan)
    return lent


def _estimate(counts: Counts, by_hand: Counts, parent: Codes) -> Counts:
    """Log-odds from counts, each level smoothed towards the one above it.

    P(y|x) = (count(x, y) + k P'(y|x)) / (count(x) + k) with P' from the level above; the cost of
    a pair is ln P(y|x) / P(y), of a symbol left out ln P(gap|x).
    """
    symbols = len(by_hand)
    characters = parent >= symbols
    syllables = ~characters & (np.arange(len(parent)) >= symbols)
    total = counts.copy()
    np.add.at(total, parent[characters], counts[characters])
    np.add.at(total, parent[syllables], total[syllables])
    written = total[:symbols, 1:].sum(0) + 0.5
    share = written / written.sum()
    hand = np.exp(by_hand / HAND_TEMPERATURE) * np.array([1.0, *share])
    given = np.empty_like(counts)
    given[:symbols] = _smoothed(total[:symbols], hand / hand.sum(1, keepdims=True), FROM_HAND)
    for level, weight in ((syllables, FROM_PLAIN), (characters, FROM_SYLLABLE)):
        given[level] = _smoothed(total[level], given[parent[level]], weight)
    costs = np.log(given)
    costs[:, 1:] -= np.log(share)
    added = counts[0, 1:] + FROM_HAND * np.exp(by_hand[0, 1:])
    costs[0, 1:] = np.minimum(np.log(added / (written + FROM_HAND)), LEAST_GAP)
    costs[:, 0] = np.minimum(costs[:, 0], LEAST_GAP)
    costs[0, 0] = 0.0
    return np.clip(costs, -MOST, MOST)


def _smoothed(counts: Counts, expected: Counts, weight: float) -> Counts:
    return np.asarray((counts + weight * expected) / (counts.sum(1, keepdims=True) + weight))


def _calibration(trial: Costs, held_out: Sequence[Entity]) -> NDArray[np.float32]:
    """Logistic regression of "one name" against "another name" on what an alignment says.

    The classes weigh alike, so that the fitted log-odds are the log-likelihood ratio. Inputs:
    rate = sum / (mean length + 2), and rate x ln(mean length). Two lines: one for all pairs, and
    one without those plainly unlike, which are nearly all pairs there are and would set the
    slope where the question is open.
    """
    fitted = NO_CALIBRATION.copy()
    for a, b in product(Kind, Kind):
        if a <= b:
            inputs, truth = _examples(trial, held_out, a, b)
            lines = [_logistic(inputs, truth, above) for above in CALIBRATED_FROM]
            fitted[a, b] = fitted[b, a] = lines
    return fitted


def _examples(trial: Costs, held_out: Sequence[Entity], a: Kind, b: Kind) -> tuple[Counts, Counts]:
    """Inputs (rows x 3) and truth: each name's form against every other name's."""
    both = [e for e in held_out if e.forms.get(a) and e.forms.get(b)][:CALIBRATED_ON]
    if a is b:
        both = [e for e in both if len(e.forms[a]) > 1]
    queries = [encode(e.forms[a][0], a, trial.units) for e in both]
    words = [encode(e.forms[b][-1], b, trial.units) for e in both]
    block = Block.of(b, words)
    inputs, truth = [], []
    for at, query in enumerate(queries):
        if query:
            rate = block.scores(trial, [Sound(a, query, ())], 0.0)[0, block.word_of]
            length = np.array([(len(query) + len(word)) / 2 for word in words])
            inputs.append(np.stack([np.ones_like(length), rate, rate * np.log(length)], 1))
            truth.append(np.arange(len(words)) == at)
    return np.concatenate(inputs), np.concatenate(truth).astype(float)


def _logistic(inputs: Counts, truth: Counts, above: float) -> Counts:
    weight = np.where(truth > 0, 0.5 / truth.sum(), 0.5 / (1 - truth).sum())
    asked = inputs[:, 1] > above
    inputs, truth, weight = inputs[asked], truth[asked], weight[asked]
    found = np.zeros(inputs.shape[1])
    for _ in range(25):
        expected = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (weight * (truth - expected)) - RIDGE * found
        curve = (inputs * (weight * expected * (1 - expected))[:, None]).T @ inputs
        found += np.linalg.solve(curve + RIDGE * np.eye(len(found)), slope)
    return found


def main(arguments: Sequence[str]) -> None:
    """Train on the data file named first; write the costs to the folder named second, or here."""
    entities = [entity for entity in read_entities(Path(arguments[0])) if entity.forms[Kind.HAN]]
    learned, syllables, characters = learn(entities, list(read_habits()))
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent / "data"
    save(folder / FILE, learned, syllables, characters)
    print(f"{len(entities)} names, {len(characters)} characters -> {folder / FILE}")


@njit(cache=True)
def count_alignments(
    a: Codes, a_from: Codes, b: Codes, b_from: Codes, weight: Counts, costs: Counts, counts: Counts
) -> None:
    """Add the weight of every pair of symbols on each pair's best alignment to `counts`."""
    sums = np.zeros((40, 40))
    for p in range(len(weight)):
        x, y = a[a_from[p] : a_from[p + 1]], b[b_from[p] : b_from[p + 1]]
        n, m = len(x), len(y)
        for i in range(n + 1):
            for j in range(m + 1):
                best = 0.0 if i + j == 0 else -1e9
                if i and j:
                    best = sums[i - 1, j - 1] + costs[x[i - 1], y[j - 1]]
                if i:
                    best = max(best, sums[i - 1, j] + costs[x[i - 1], 0])
                if j:
                    best = max(best, sums[i, j - 1] + costs[0, y[j - 1]])
                sums[i, j] = best
        i, j = n, m
        while i or j:
            if i and j and sums[i, j] == sums[i - 1, j - 1] + costs[x[i - 1], y[j - 1]]:
                counts[x[i - 1], y[j - 1]] += weight[p]
                i, j = i - 1, j - 1
            elif i and sums[i, j] == sums[i - 1, j] + costs[x[i - 1], 0]:
                counts[x[i - 1], 0] += weight[p]
                i -= 1
            else:
                counts[0, y[j - 1]] += weight[p]
                j -= 1


if __name__ == "__main__":
    main(sys.argv[1:])
