"""Pinyin written syllable by syllable, "Mai mai ti Tu er xun", put together into parts again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from tidings.names import han

#: From so many syllables on, words without capitals to tell them apart are one run of pinyin;
#: a Chinese name, whose words are syllables too, has two or three.
RUN: Final = 4
#: zhuang and a digit for the tone; a tone mark may be a letter of its own.
LONGEST: Final = 8
#: A part of a Uyghur or Kazakh name has at least so many.
SHORTEST: Final = 2


def joined(words: Iterable[str], surnames: Collection[str] = ()) -> list[str]:
    """The words with those that are syllables of one part put together, spaces kept.

    A capital begins a part. Without capitals, or with nothing else, a long run of syllables is
    one part, which `halves` cuts in two, and three are a Chinese name where one of `surnames`
    (syllables) comes first or last.
    """
    found = list(words)
    if len(found) <= SHORTEST or not all(map(_is_syllable, found)):
        return found
    begins = [word[0].isupper() for word in found]
    starts = [at for at, begin in enumerate(begins) if begin]
    if not begins[0] or all(begins):
        starts = _starts([word.lower() for word in found], surnames)
    ends = [*starts[1:], len(found)]
    return [" ".join(found[a:b]) for a, b in zip(starts, ends, strict=True)]


def _starts(words: list[str], surnames: Collection[str]) -> list[int]:
    """Where parts begin that no capital shows."""
    if len(words) >= RUN:
        return [0]
    if words[0] in surnames:
        return [0, 1]
    return [0, len(words) - 1] if words[-1] in surnames else list(range(len(words)))


def halves(token: str) -> list[tuple[str, str]]:
    """Every way to see a long pinyin token as two parts."""
    ways = han.split_pinyin(token)
    if not ways or len(ways[0]) < RUN:
        return []
    way = ways[0]
    cuts = range(SHORTEST, len(way) - SHORTEST + 1)
    return [(together(way[:at]), together(way[at:])) for at in cuts]


def together(syllables: Iterable[str]) -> str:
    """Syllables as one token, an apostrophe before a vowel, as the rules of pinyin ask."""
    token = ""
    for syllable in syllables:
        token += f"'{syllable}" if token and syllable[0] in "aeo" else syllable
    return token


def _is_syllable(word: str) -> bool:
    if len(word) > LONGEST:
        return False
    plain = han.toneless(word.lower()).rstrip("12345").replace("ü", "v")
    return plain in han.all_syllables()
