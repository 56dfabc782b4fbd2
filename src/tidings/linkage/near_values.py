"""Values of one further column that a slip, a word or an ending keeps apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from tidings.linkage.slips import distance

if TYPE_CHECKING:
    import numpy as np

    Letters = np.ndarray[tuple[int, ...], np.dtype[np.uint32]]
    Counts = np.ndarray[tuple[int, ...], np.dtype[np.intp]]

#: Up to so many letters a value is short: one slip keeps two apart. Longer ones may differ in one
#: stretch, of two letters or a fifth.
_SHORT, _SHORTEST = 8, 3
_STRETCH, _SHARE = 2, 5
#: Each value meets so many that follow it in the order of letters, and in that from the end
#: (sorted neighbourhood, Hernández and Stolfo 1995).
_FOLLOWING = 8
#: No more letters of a value are looked at.
_LOOKED_AT = 64
#: Words in common tell something when they have so many letters; so many values behind one key
#: tell nothing.
_SPOKEN, _CROWD = 4, 40


def near_values(values: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs (a < b) of different values that may be one, written otherwise."""
    known = sorted({value for value in values if len(value) >= _SHORTEST})
    return {*_by_slip(known), *_by_stretch(known), *_by_words(known)}


def _by_slip(known: Sequence[str]) -> Iterator[tuple[str, str]]:
    by_key: dict[str, list[str]] = defaultdict(list)
    for value in known:
        if len(value) <= _SHORT:
            for key in {value, *(value[:at] + value[at + 1 :] for at in range(len(value)))}:
                by_key[key].append(value)
    for pair in _met(by_key):
        if distance(*pair) == 1:
            yield pair


def _by_words(known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Values that are one but for a word, or for the order of words; an e-mail's name at another
    host; the first half of a postcode."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for value in known:
        name, at, _ = value.partition("@")
        words = [name] if at else sorted(value.split())
        for key in {" ".join(words), *_all_but_one(words)}:
            if sum(map(str.isalnum, key)) >= _SPOKEN:
                by_key[key].append(value)
    return _met(by_key)


def _all_but_one(words: Sequence[str]) -> Iterator[str]:
    if len(words) <= 12:
        for at in range(len(words)):
            yield " ".join((*words[:at], *words[at + 1 :]))


def _met(by_key: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for values in by_key.values():
        if 1 < len(values) <= _CROWD:
            yield from combinations(values, 2)


def _by_stretch(known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Long values that begin and end alike."""
    long = [value[:_LOOKED_AT] for value in known if len(value) > _SHORT]
    for order in (sorted(set(long)), sorted(set(long), key=lambda value: value[::-1])):
        for a, b in _alike(order):
            if a != b:
                yield (a, b) if a < b else (b, a)


def _alike(order: Sequence[str]) -> Iterator[tuple[str, str]]:
    import numpy as np

    if len(order) < 2:
        return
    forward, backward = _letters(order), _letters([value[::-1] for value in order])
    length = np.array([len(value) for value in order])
    for step in range(1, min(_FOLLOWING, len(order) - 1) + 1):
        longer = np.maximum(length[step:], length[:-step])
        shorter = np.minimum(length[step:], length[:-step])
        begin = np.minimum(_in_common(forward[step:], forward[:-step]), shorter)
        end = np.minimum(_in_common(backward[step:], backward[:-step]), shorter - begin)
        allowed = np.maximum(_STRETCH, longer // _SHARE)
        for at in np.flatnonzero(longer - begin - end <= allowed).tolist():
            yield order[at], order[at + step]


def _letters(values: Sequence[str]) -> Letters:
    """The letters of each value in a row, zeros behind the last."""
    import numpy as np

    return np.array(values).view(np.uint32).reshape(len(values), -1)


def _in_common(x: Letters, y: Letters) -> Counts:
    """How many letters each two rows begin with in common."""
    import numpy as np

    differ = x != y
    return np.where(differ.any(axis=1), differ.argmax(axis=1), x.shape[1])
