"""A vocabulary of full size: are the right words among the few kept, and how fast is it?

Times are those of one process's processor, so that other work on the machine counts less.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from benchmarks.names.lists import LISTS, wikidata_rows, wikidata_words
from benchmarks.names.metrics import Share
from benchmarks.names.ours import EVERYTHING
from tidings.names import NEIGHBOUR, Lexicon
from tidings.names.parts import normalised
from tidings.names.vocabulary import Vocabulary

VOCABULARY: Final = 60_000
LEXICON: Final = 100_000
QUERIES: Final = 600
SHARES: Final = (3e-4, 1e-3, 1e-2)
#: Queries timed, and tokens added one by one.
TIMED: Final = 60


@dataclass(frozen=True)
class Recall:
    """How many right words are among a share of a vocabulary."""

    script: str
    words: int
    kept: dict[float, Share]


@dataclass(frozen=True)
class Speed:
    """A figure with its unit."""

    what: str
    value: float
    unit: str


def candidate_recall(count: int = QUERIES) -> Iterator[Recall]:
    """Rank of the right word of development queries, all Han forms, in the vocabulary of the
    whole list: Latin, and as much Arabic as there is. A tie is lost."""
    for script in ("latn", "arab"):
        words = list(dict.fromkeys(map(normalised, wikidata_words(script))))
        vocabulary = Vocabulary(words)
        number = {word: at for at, word in enumerate(words)}
        rows = [row for row in wikidata_rows() if row[script]][:count]
        ranks = []
        for row in rows:
            scores = np.max([vocabulary.scores(form, EVERYTHING) for form in row["han"]], 0)
            own = scores[number[normalised(row[script][0])]]
            ranks.append(int((scores >= own).sum()) - 1)
        kept = {
            share: Share(sum(rank < share * len(words) for rank in ranks), len(ranks))
            for share in SHARES
        }
        yield Recall(script, len(words), kept)


def speeds() -> Iterator[Speed]:
    """Pairs a second over 60,000 words, and what a new token costs a lexicon of 100,000."""
    words, asked, fresh = _material()
    vocabulary = Vocabulary(words[:VOCABULARY])
    _scan(vocabulary, asked[:1], EVERYTHING)
    for name, threshold in (("every pair scored", EVERYTHING), ("neighbours only", NEIGHBOUR)):
        taken = _busy(partial(_scan, vocabulary, asked, threshold))
        yield Speed(
            f"token pairs, {len(vocabulary):,} words, {name}",
            len(asked) * len(vocabulary) / taken / 1e6,
            "M/s",
        )
    lexicon = Lexicon.from_tokens(enumerate(words[:LEXICON]))
    lexicon.neighbours_of_all(fresh[:1])
    taken = _busy(lambda: [lexicon.neighbours_of_all([form]) for form in fresh[1:]])
    yield Speed(
        f"adding a Han form to a lexicon of {len(words[:LEXICON]):,}, with its neighbours",
        taken / len(fresh[1:]) * 1e3,
        "ms",
    )


def _material() -> tuple[list[str], list[str], list[str]]:
    """(words of the vocabulary, Han forms asked for, Han forms to add): from the lists where they
    are, else invented."""
    if not LISTS.is_dir():
        return _invented()
    latin = list(map(normalised, wikidata_words("latn")))
    others = [normalised(word) for script in ("cyrl", "arab") for word in wikidata_words(script)]
    words = list(dict.fromkeys([*latin, *others]))
    forms = [form for row in wikidata_rows() for form in row["han"]]
    more = [normalised(form) for form in dict.fromkeys(wikidata_words("han"))][: LEXICON // 2]
    known = set(forms)
    words += [form for form in dict.fromkeys(more) if form not in known]
    return words, forms[:TIMED], forms[TIMED : 2 * TIMED]


def _invented() -> tuple[list[str], list[str], list[str]]:
    chance = random.Random(5)
    latin = dict.fromkeys(_token(chance) for _ in range(3 * LEXICON))
    forms = list(dict.fromkeys(_chinese(_token(chance)) for _ in range(4 * TIMED)))
    return list(latin)[:LEXICON], forms[:TIMED], forms[TIMED : 2 * TIMED]


def _token(chance: random.Random) -> str:
    return "".join(
        chance.choice("bdghklmnrstyzj") + chance.choice("aeiou") + chance.choice(["", "", "n", "r"])
        for _ in range(chance.choice((2, 3, 3, 4)))
    )


def _chinese(latin: str) -> str:
    """Some character for each consonant and its vowel; nobody's way of writing, but as long."""
    signs = dict(zip("bdghklmnrstyzj", "巴达古哈克拉买努热斯提亚扎江", strict=True))
    return "".join(signs.get(letter, "") for letter in latin)


def _scan(vocabulary: Vocabulary, asked: Sequence[str], threshold: float) -> None:
    for form in asked:
        vocabulary.scores(form, threshold)


def _busy(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
