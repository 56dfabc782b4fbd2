"""The distinct tokens of a registry, and which of them may be the same name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.vocabulary import GrowingVocabulary

#: Log-likelihood ratio from which two tokens are neighbours: on held-out names about one pair of
#: different names in a thousand passes, and nine pairs of the same name in ten.
NEIGHBOUR: Final = 3.0

#: So many tokens are looked up between two reports of progress.
AT_ONCE: Final = 256

Ids = NDArray[np.int64]
Neighbours = tuple[Ids, Ids, NDArray[np.float32]]


class Lexicon:
    """Tokens with ids. `ids` maps each token to its id."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self._vocabulary = GrowingVocabulary()
        self._id_of: list[int] = []

    @classmethod
    def from_tokens(cls, rows: Iterable[tuple[int, str]]) -> Lexicon:
        """A lexicon of known tokens that keep the ids given (63-bit integers)."""
        lexicon = cls()
        for number, token in rows:
            lexicon.add(token, number)
        return lexicon

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, token: str, number: int | None = None) -> int:
        """The id of the token: the one it has, else `number`, else one above the last."""
        if token not in self.ids:
            if number is None:
                number = self._id_of[-1] + 1 if self._id_of else 1
            self.ids[token] = number
            self._vocabulary.add(token)
            self._id_of.append(number)
        return self.ids[token]

    def neighbours(self, token: str, threshold: float = NEIGHBOUR) -> list[tuple[str, float]]:
        """Other tokens that sound like this one, with their log-likelihood ratio, best first."""
        scores = self._vocabulary.scores(token, threshold)
        found = np.flatnonzero(scores >= threshold)
        tokens = self._vocabulary.tokens
        named = ((tokens[at], float(scores[at])) for at in found if tokens[at] != token)
        return sorted(named, key=lambda pair: (-pair[1], pair[0]))

    def neighbours_of_all(
        self,
        new_tokens: Sequence[str],
        threshold: float = NEIGHBOUR,
        progress: Callable[[int, int], None] | None = None,
    ) -> Neighbours:
        """Every pair of neighbours with at least one of these tokens (added if unknown).

        Returns ids a < b, each pair once, and scores. `progress` is told done and total.
        """
        wanted = list(dict.fromkeys(new_tokens))
        for token in wanted:
            self.add(token)
        found = [self._pairs_of(wanted[:0], threshold)]
        for begin in range(0, len(wanted), AT_ONCE):
            found.append(self._pairs_of(wanted[begin : begin + AT_ONCE], threshold))
            if progress is not None:
                progress(min(begin + AT_ONCE, len(wanted)), len(wanted))
        a, b, scores = (np.concatenate(column) for column in zip(*found, strict=True))
        return _best_of_each(a, b, scores)

    def _pairs_of(self, tokens: Sequence[str], threshold: float) -> Neighbours:
        """Neighbours of a few known tokens, as ids."""
        at, number, scores = self._vocabulary.neighbours(tokens, threshold)
        ids = np.array(self._id_of, np.int64)
        own = np.array([self.ids[token] for token in tokens], np.int64)
        return own[at], ids[number], scores


def _best_of_each(a: Ids, b: Ids, scores: NDArray[np.float32]) -> Neighbours:
    """Each unordered pair of two ids once, with its best score."""
    two = a != b
    low, high, scores = np.minimum(a, b)[two], np.maximum(a, b)[two], scores[two]
    order = np.lexsort((-scores, high, low))
    low, high, scores = low[order], high[order], scores[order]
    new = np.ones(len(low), bool)
    new[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    return low[new], high[new], scores[new]
