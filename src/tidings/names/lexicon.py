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

Neighbours = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]


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
        is_new = np.zeros(len(self), bool)
        is_new[[self._vocabulary.number[token] for token in wanted]] = True
        found: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]] = []
        for done, token in enumerate(wanted):
            own = self._vocabulary.number[token]
            scores = self._vocabulary.scores(token, threshold)
            others = np.flatnonzero(scores >= threshold)
            others = others[(others > own) | ~is_new[others]]
            others = others[others != own]
            found.append((np.full(len(others), own), others, scores[others]))
            if progress is not None:
                progress(done + 1, len(wanted))
        return self._with_ids(found)

    def _with_ids(self, found: list[Neighbours]) -> Neighbours:
        if not found:
            return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32)
        ids = np.array(self._id_of, np.int64)
        a, b, scores = (np.concatenate(column) for column in zip(*found, strict=True))
        pair = ids[a], ids[b]
        return np.minimum(*pair), np.maximum(*pair), scores
