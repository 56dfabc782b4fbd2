"""A written name as its parts: own name, father's name, surname, titles, whatever the order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Final, Literal

from tidings.names import han, syllables
from tidings.names.endings import (
    GLIDES,
    Ending,
    Kind,
    child_before,
    child_words,
    ending_of,
    titles,
    titles_anywhere,
)
from tidings.names.lookalikes import LONGEST_WORD, in_one_script
from tidings.names.sounds import phones_of
from tidings.names.writing import Writing
from tidings.values import Script, clean, script_of

PartRole = Literal["given", "surname", "patronymic", "title", "suffix", "unknown"]

MOST_PARTS: Final = 6
#: Letters of a part beyond these are left out: no name is so long, and time is to stay short.
MOST_LETTERS: Final = 60

#: Words beyond these are left out; a part written syllable by syllable is several.
MOST_WORDS: Final = 60

#: What may stand between parts: spaces, stops, strokes and the many dots of Chinese names.
SEPARATORS: Final = (
    r"\s·•・･‧∙⋅․᛫⸱⸳ꞏ﹒．.,،，、､﹑;；؛:：/／|()（）\[\]{}<>《》〈〉«»“”„"
    r'_\-‐‑‒–—―−﹣－~=+*#&＆"'
)
_BETWEEN: Final = re.compile(f"[{SEPARATORS}]+")
_SURNAME_FIRST: Final = re.compile(rf"[^{SEPARATORS}]+\s*[,،，]\s*[^{SEPARATORS}]")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "’‘ʼʻ`´ʹ′ˈ"), "'")
#: A tone as a digit, or a space between syllables: before a vowel an apostrophe has to stay.
_TONE_BEFORE_VOWEL: Final = re.compile("(?<=[a-zü])[1-5 ](?=[aeo])")

SHORTEST_STEM: Final = 3
SHORTEST_HAN_STEM: Final = 2

#: One letter of Cyrillic or Arabic is two of Latin: Sh. Asanov. None of them is a name.
DIGRAPHS: Final = frozenset({"sh", "ch", "zh", "kh", "gh", "ts", "dj", "dzh", "tch", "sch", "дж"})

#: Surnames of one character that open a Chinese name written without a dot.
HAN_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)


@cache
def surname_syllables() -> frozenset[str]:
    """How those surnames are read."""
    return frozenset(filter(None, map(han.syllable_of, HAN_SURNAMES)))


@dataclass(frozen=True)
class Part:
    """One part of a name.

    `token` is its normalised lexeme: composed, lower-case, characters simplified, without a word
    that only says whose child someone is (`tag`). `role` is what its form says, "unknown" where
    only the order could tell (see `likely_roles`). `writing` is set where it is known, not guessed.
    """

    written: str
    token: str
    script: Script
    role: PartRole
    tag: str = ""
    writing: Writing | None = None

    @cached_property
    def phones(self) -> str:
        """Its plain reading in phones."""
        return phones_of(self.token, self.writing)


def normalised(written: str) -> str:
    """The lexeme form of one word: compatible forms folded, letters that stray from its script
    put right, lower-case, simplified, at most `MOST_LETTERS` letters."""
    return _normalised(written[:LONGEST_WORD])


@lru_cache(maxsize=16384)
def _normalised(written: str) -> str:
    folded = in_one_script(unicodedata.normalize("NFKC", clean(written)))
    folded = folded.lower().translate(_APOSTROPHES).replace("i̇", "i")
    folded = unicodedata.normalize("NFC", folded.replace("ـ", ""))
    if not folded.isalpha():
        folded = _TONE_BEFORE_VOWEL.sub("'", folded)
        kept = (c for c in folded if unicodedata.category(c)[0] in "LM" or c == "'")
        folded = unicodedata.normalize("NFC", "".join(kept).strip("'"))
    return han.simplify(folded[:MOST_LETTERS].rstrip("'"))


def parts_of(name: str, writing: Writing | None = None) -> tuple[Part, ...]:
    """The parts of a name as written, in any of our scripts; () when it holds no letter.
    `writing` says which writing it is in, for the reading of its parts."""
    text = clean(name)
    parts: list[Part] = []
    words = [word for word in _BETWEEN.split(text) if word][:MOST_WORDS]
    for written in syllables.joined(words, surname_syllables()):
        token = normalised(written)
        if not token:
            continue
        if token in child_words() and parts:
            parts[-1] = _child_of(parts[-1], written)
            continue
        part = _part(written[:LONGEST_WORD], token, later=bool(parts))
        if len(parts) < 2 or parts[-1].token not in child_before():
            parts.append(part)
        elif part.role != "title":
            parts[-1] = replace(part, role="patronymic")
    if writing:
        parts = [replace(part, writing=writing) for part in parts]
    return _seen_together(parts, _SURNAME_FIRST.match(text) is not None)


def counted(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that tell people apart: no titles, unless there is nothing else."""
    named = tuple(part for part in parts if part.role != "title")
    return (named or parts)[:MOST_PARTS]


def views(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], ...]:
    """Other ways to see where one part ends: two neighbours as one word (Abdu Rahman,
    Abdurahman; Wang Wei, Wangwei), a Chinese surname apart from its given name, pinyin written
    syllable by syllable cut in two."""
    seen = [parts]
    if len(parts) <= 4:
        seen += [
            (*parts[:at], _joined(parts[at], parts[at + 1]), *parts[at + 2 :])
            for at in range(len(parts) - 1)
            if parts[at].script is parts[at + 1].script
        ]
    if len(parts) == 1:
        seen += _chinese_split(parts[0])
        seen += [
            tuple(_make(half, half, "unknown") for half in halves)
            for halves in syllables.halves(parts[0].token)
        ]
    return tuple(seen)


def is_initial(token: str) -> bool:
    """Whether a normalised token is one letter of an alphabet, or the letters that stand for
    one: Sh., дж., Uyghur ئا."""
    one_letter = len(token) == 1 or (len(token) == 2 and token[0] == "ئ")
    return token in DIGRAPHS or (one_letter and not han.is_han(token[0]))


def likely_roles(parts: Sequence[Part]) -> tuple[PartRole, ...]:
    """What each part most likely is: by its form, else by the order that is usual where such
    names are at home: own name, father's name, grandfather's name or surname; a surname before
    both where a patronymic follows them (Асанов Ерлан Болатұлы) and where it is Chinese; the one
    part in capitals (KASIM Alim) a surname."""
    roles: list[PartRole] = [part.role for part in parts]
    capitals = [at for at, part in enumerate(parts) if _in_capitals(part.written)]
    if len(capitals) == 1 < len(parts) and roles[capitals[0]] == "unknown":
        roles[capitals[0]] = "surname"
    unknown = [at for at, role in enumerate(roles) if role == "unknown"]
    known = set(roles)
    usual: tuple[PartRole, ...] = ("given", "patronymic", "surname")
    if parts and parts[0].token in HAN_SURNAMES:
        usual = ("surname", "given")
    elif known & {"patronymic", "surname"}:
        father_last = bool(parts) and parts[-1].role == "patronymic" and len(unknown) > 1
        usual = ("surname", "given") if father_last else ("given", "surname")
        if "surname" in known:
            usual = ("given", "patronymic")
    for at, role in zip(unknown, usual, strict=False):
        roles[at] = role
    return tuple(roles)


_ENDINGS: Final[tuple[tuple[PartRole, tuple[Kind, ...]], ...]] = (
    ("patronymic", ("child", "patronymic")),
    ("surname", ("surname",)),
)


@lru_cache(maxsize=16384)
def _part(written: str, token: str, later: bool) -> Part:
    if token in titles() and (later or token in titles_anywhere()):
        return _make(written, token, "title")
    for role, kinds in _ENDINGS:
        stem, tag = _cut(token, *kinds)
        if tag is not None:
            return _make(written, stem, role, tag.form)
    return _make(written, token, "unknown")


def _cut(token: str, *kinds: Kind) -> tuple[str, Ending | None]:
    """(stem, ending) when the token ends so and leaves enough of a name; else (token, None)."""
    shortest = SHORTEST_HAN_STEM if han.is_han(token[-1]) else SHORTEST_STEM
    ending = ending_of(token, shortest, *kinds)
    if ending is None:
        return token, None
    stem = token[: -len(ending.form)]
    if len(stem) > shortest and stem[-1] in GLIDES.get(ending.form, ""):
        stem = stem[:-1]
    return stem, ending


def _seen_together(parts: list[Part], surname_first: bool) -> tuple[Part, ...]:
    """The parts with the roles that only their neighbours show: a surname before a comma, -ин
    beside a patronymic."""
    beside_patronymic = any(part.role == "patronymic" for part in parts)
    if not surname_first and not beside_patronymic:
        return tuple(parts)
    unknown = [at for at, part in enumerate(parts) if part.role == "unknown"]
    if surname_first and len(parts) > 1 and unknown[:1] == [0]:
        parts[0] = replace(parts[0], role="surname")
    if beside_patronymic and len(unknown) > 1:
        at = unknown[0 if parts[-1].role == "patronymic" else -1]
        stem, tag = _cut(parts[at].token, "surname_beside")
        if tag is not None:
            parts[at] = replace(parts[at], token=stem, role="surname", tag=tag.form)
    return tuple(parts)


def _in_capitals(written: str) -> bool:
    return len(written) > 1 and written.isupper()


def _child_of(part: Part, tag: str) -> Part:
    return Part(f"{part.written} {tag}", part.token, part.script, "patronymic", tag)


def _make(written: str, token: str, role: PartRole, tag: str = "") -> Part:
    return Part(written, token, script_of(token), role, tag)


def _joined(a: Part, b: Part) -> Part:
    token = (a.token + b.token)[:MOST_LETTERS]
    joined = _make(f"{a.written} {b.written}", token, b.role, b.tag)
    return replace(joined, writing=a.writing) if a.writing else joined


def _chinese_split(part: Part) -> list[tuple[Part, ...]]:
    token = part.token
    if 2 <= len(token) <= 3 and token[0] in HAN_SURNAMES and all(map(han.is_han, token)):
        return [(_make(token[0], token[0], "surname"), _make(token[1:], token[1:], "given"))]
    return []
