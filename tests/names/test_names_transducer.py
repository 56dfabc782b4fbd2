"""Characters against letters: what is laid out in arrays, and that every way of summing agrees."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.names.alphabet import Kind
from tidings.names.transducer import LONGEST_CHUNK, Chunks, numbered, pair, transducer
from tidings.names.transducer.scan import Characters, Letters, Words

HAN = ["叶尔兰", "努尔兰", "买买提", "古丽", "阿卜杜热合曼", "王伟", "斯", "鑫淼"]
LETTERS = {
    Kind.LATIN: ["ablimit", "abliz", "ali", "nurlan", "yerlan", "xq", "weng"],
    Kind.LETTERS: ["ablimit", "dilyara", "nurlan", "erlan", "šь", "v"],
    Kind.ARABIC: ["احمد", "ارلان", "نورلان", "علي"],
}
WORDS = st.lists(st.lists(st.integers(1, 40), max_size=9), min_size=1, max_size=6)


@given(WORDS, st.integers(1, 6))
def test_every_chunk_of_every_word_is_laid_out_once(words: list[list[int]], longest: int) -> None:
    chunks = Chunks.of(words, longest)
    assert chunks.keys[0] == 0
    for number, word in enumerate(words):
        row = chunks.first[number]
        assert chunks.first[number + 1] - row == len(word) + 1
        for start in range(len(word)):
            for size in range(1, min(longest, len(word) - start) + 1):
                key = 0
                for letter in word[start : start + size]:
                    key = key << 6 | letter
                assert chunks.keys[chunks.chunk[row + start, size]] == key


@pytest.mark.parametrize("kind", list(LONGEST_CHUNK))
def test_what_a_character_says_is_a_share_of_all_chunks(kind: Kind) -> None:
    model = transducer(kind)
    table = model.table(model.chunks)
    every = np.arange(len(model.units.syllable), dtype=np.int32)
    given_all = model.ratios(table, every) * table.share
    assert (given_all >= 0).all()
    assert given_all.sum(1).max() < 1.05


@pytest.mark.parametrize("kind", list(LONGEST_CHUNK))
def test_one_pair_one_query_and_one_vocabulary_sum_to_the_same(kind: Kind) -> None:
    model, letters = transducer(kind), LETTERS[kind]
    words = Words.of(model, [tuple(word) for word in letters])
    characters = Characters.of([tuple(name) for name in HAN])
    some = np.array([len(letters) - 1, 0, 1], np.int32)
    forward = np.stack([words.said(tuple(name), some) for name in HAN])
    every = np.arange(len(HAN), dtype=np.int32)
    asked = Letters.of(model, [tuple(letters[at]) for at in some])
    backward = np.stack(characters.said(asked, [every] * len(some)))
    for a, name in enumerate(HAN):
        for b, at in enumerate(some):
            single = pair.said(tuple(name), tuple(letters[at]), kind)
            assert forward[a, b] == pytest.approx(single, abs=1e-3)
            assert backward[b, a] == pytest.approx(single, abs=1e-3)


def test_letters_that_nobody_knows_are_left_out() -> None:
    assert numbered(("a", "é", "☃", "b"), Kind.LATIN) == numbered(("a", "e", "b"), Kind.LATIN)
    assert numbered((), Kind.ARABIC) == []
