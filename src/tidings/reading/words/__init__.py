"""The words of five languages by which readers know a column, an event or a relative.

They are data (`*.tsv`): another language joins by adding lines. Everything is compared in its
`plain` form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from tidings.values import Event, Kin, Sex

__all__ = [
    "answers",
    "event_words",
    "fold",
    "header_words",
    "is_anonymous",
    "is_blank",
    "kin_of_word",
    "kin_words",
    "plain",
    "rows_of",
    "sex_words",
]

_FOLD = str.maketrans(
    {
        "ё": "е",
        "#": " no ",
        "’": "'",
        # Kazakh in Arabic script: the high hamza is often left out; tatweel is decoration.
        "ء": None,
        "ٴ": None,
        "ـ": None,
        # The same letter from three keyboards.
        "ي": "ى",
        "ی": "ى",
        "ک": "ك",
        "ه": "ە",
    }
)
_SHORTEST_STEM = 4
_NOT_WORD = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case, compatibility forms folded, everything but letters and digits a space."""
    text = unicodedata.normalize("NFKC", _CAMEL.sub(" ", text)).casefold().translate(_FOLD)
    text = unicodedata.normalize("NFC", text)
    return _HAN_GAP.sub("", _NOT_WORD.sub(" ", text)).strip()


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word in lower case, with the letters that keyboards confuse made one."""
    return unicodedata.normalize("NFC", word.casefold().translate(_FOLD))


def rows_of(name: str) -> Iterator[list[str]]:
    """The fields of each line of a word table, comments left out."""
    table = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def header_words() -> tuple[tuple[str, str, str], ...]:
    """(plain phrase, role or "language" or "date", hint), longest first."""
    found = {
        (plain(phrase), role, hint)
        for role, hint, phrases in rows_of("headers")
        for phrase in phrases.split("|")
    }
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))


@cache
def event_words() -> tuple[tuple[Event, str, str], ...]:
    """(event, strength, pattern): a pattern's words are plain, `*` stands for any ending."""
    return tuple(
        (Event(event), strength, pattern.strip())
        for event, strength, patterns in rows_of("events")
        for pattern in patterns.split("|")
    )


@cache
def kin_words() -> dict[str, Kin]:
    """Plain word -> what that relative is to the person."""
    return {
        plain(word): Kin(relation)
        for relation, words in rows_of("kin")
        for word in words.split("|")
    }


@lru_cache(maxsize=16384)
def kin_of_word(word: str) -> Kin | None:
    """The relative that one plain word means: as in the table, or with the endings that cases
    add ("родственника", "күйеуімді", "қызымен")."""
    known = kin_words().get(word)
    if known or len(word) <= _SHORTEST_STEM:
        return known
    for cut in range(len(word) - 1, max(_SHORTEST_STEM, len(word) - 6) - 1, -1):
        if kin := _kin_stems().get(word[:cut]):
            return kin
    return None


@cache
def _kin_stems() -> dict[str, Kin]:
    """Kin words with and without their last vowel, long enough to be safe: "my father" in four
    letters takes endings, "friend" in four begins too many other words."""
    stems: dict[str, Kin] = {}
    for word, kin in kin_words().items():
        possessed = len(word) == _SHORTEST_STEM and word[-1] in "мңمڭ"
        if " " not in word and (possessed or len(word) > _SHORTEST_STEM):
            stems.setdefault(word, kin)
            if word[-1] in "аеяыиьэ":
                stems.setdefault(word[:-1], kin)
    return stems


@cache
def answers(meaning: str) -> frozenset[str]:
    """The words, lower case, that mean "female", "male", "unknown", "yes" or "no"."""
    return frozenset(
        word.casefold()
        for row, words in rows_of("answers")
        if row == meaning
        for word in words.split("|")
    )


@lru_cache(maxsize=65536)
def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, or a word for "not known"."""
    said = text.strip().casefold()
    if said in answers("unknown"):
        return True
    is_answer = said in answers("yes") or said in answers("no")
    return not is_answer and not any(letter.isalnum() for letter in said)


def is_anonymous(text: str) -> bool:
    """Whether the words say that a name is kept back."""
    return any(plain(text).startswith(plain(word)) for word in answers("anonymous"))


@lru_cache(maxsize=65536)
def sex_words(text: str) -> Sex | None:
    """The sex that one word names, in five languages."""
    said = text.strip().strip(".()").casefold()
    for sex in Sex:
        if said in answers(sex.value):
            return sex
    return None
