"""A written name as its parts: own name, father's name, surname, titles, whatever the order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal

from tidings.names import han
from tidings.names.sounds import phones_of
from tidings.values import Script, clean, script_of

PartRole = Literal["given", "surname", "patronymic", "title", "suffix", "unknown"]

MOST_PARTS: Final = 6

_BETWEEN: Final = re.compile(r"[\s·•・‧∙⋅․.,،、;؛:/|()\[\]{}<>\"«»“”„_\-‐‑‒–—―=+*#&]+")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "’‘ʼʻ`´ʹ′ˈ"), "'")

#: Words that say whose child someone is; they stand alone or at the end of the father's name.
CHILD_OF: Final = (
    "ұлы", "улы", "оғлы", "оглы", "оғли", "уулу", "қызы", "кызы", "қизи", "кизи", "гызы",
    "қиз", "кыз",
    "uly", "ulı", "uli", "ūly", "oghli", "oghlu", "oglu", "oglı", "ogli", "oğlu", "oğli", "uulu",
    "qyzy", "qizi", "qızı", "qyzı", "kyzy", "kizi", "kızı", "gizi", "kyz",
    "ئوغلى", "قىزى", "ۇلى", "乌勒", "乌鲁", "吾勒", "克孜", "克兹", "乌格里", "克孜依",
)  # fmt: skip
PATRONYMIC: Final = (
    "ович",
    "евич",
    "овна",
    "евна",
    "ovich",
    "evich",
    "ovna",
    "evna",
    "维奇",
    "夫娜",
)
SURNAME: Final = (
    "ов", "ова", "ев", "ева", "ov", "ova", "ev", "eva", "off", "eff", "وۋ", "وۋا", "ېۋ", "ېۋا",
    "耶夫", "耶娃", "奥夫", "奥娃", "也夫", "也娃",
)  # fmt: skip
#: After these vowels -ов and -ев are written with a y before: Абаев, Abayev, Abaiev.
GLIDES: Final = {"ев": "йь", "ева": "йь", "ev": "yi", "eva": "yi", "evich": "yi", "evna": "yi"}
SHORTEST_STEM: Final = 3
SHORTEST_HAN_STEM: Final = 2

#: Within a word -uli is more often the pinyin of -gul, as in Ayiguli.
_ONLY_ALONE: Final = frozenset({"uli", "克孜", "克兹", "乌鲁"})
CHILD_ENDINGS: Final = tuple(word for word in CHILD_OF if word not in _ONLY_ALONE)
_ALL_ENDINGS: Final = (*CHILD_ENDINGS, *PATRONYMIC, *SURNAME)
_ENDINGS: Final[tuple[tuple[tuple[str, ...], PartRole], ...]] = (
    (tuple(sorted((*CHILD_ENDINGS, *PATRONYMIC), key=len, reverse=True)), "patronymic"),
    (tuple(sorted(SURNAME, key=len, reverse=True)), "surname"),
)

TITLES_BEFORE: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof"})
TITLES: Final = TITLES_BEFORE | frozenset(
    "haji hajim hajji hajjim hajj hadji qari qarim kari aka apa axun "
    "axunum ahun akhun axund damolla molla mullah mulla mexsum mahsum imam aqsaqal ustaz "
    "ҳожи қажы хаджи қари қарі кари ака апа ага аға ахун ақсақал молда мулла имам ұстаз "
    "ھاجى ھاجىم قارى قارىم ئاكا ئاپا ئاخۇن ئاخۇنۇم داموللا موللا مەخسۇم ئىمام قاجى "
    "阿吉 哈吉 阿訇 大毛拉 毛拉 卡日 卡热 哈日 阿卡 阿帕 伊玛目 先生 女士 老师".split()
)

#: Surnames of one character that open a Chinese name written without a dot.
HAN_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)


@dataclass(frozen=True)
class Part:
    """One part of a name.

    `token` is its normalised lexeme: composed, lower-case, characters simplified, without a word
    that only says whose child someone is (`tag`).
    """

    written: str
    token: str
    script: Script
    role: PartRole
    tag: str = ""

    @cached_property
    def phones(self) -> str:
        """Its plain reading in phones."""
        return phones_of(self.token)


@lru_cache(maxsize=65536)
def normalised(written: str) -> str:
    """The lexeme form of one word: compatible forms folded, lower-case, simplified."""
    folded = unicodedata.normalize("NFKC", clean(written)).lower().translate(_APOSTROPHES)
    folded = unicodedata.normalize("NFC", folded.replace("ـ", ""))
    if not folded.isalpha():
        kept = (c for c in folded if unicodedata.category(c)[0] in "LM" or c == "'")
        folded = unicodedata.normalize("NFC", "".join(kept).strip("'"))
    return han.simplify(folded)


def parts_of(name: str) -> tuple[Part, ...]:
    """The parts of a name as written, in any of our scripts; () when it holds no letter."""
    parts: list[Part] = []
    for written in _BETWEEN.split(clean(name)):
        token = normalised(written) if written else ""
        if not token:
            continue
        if token in CHILD_OF and parts:
            parts[-1] = _child_of(parts[-1], written)
            continue
        parts.append(_part(written, token, later=bool(parts)))
    return tuple(parts)


def counted(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that tell people apart: no titles, unless there is nothing else."""
    named = tuple(part for part in parts if part.role != "title")
    return (named or parts)[:MOST_PARTS]


def views(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], ...]:
    """Other ways to see where one part ends: two neighbours as one word (Abdu Rahman,
    Abdurahman; Wang Wei, Wangwei), a Chinese surname apart from its given name."""
    seen = [parts]
    if len(parts) <= 4:
        seen += [
            (*parts[:at], _joined(parts[at], parts[at + 1]), *parts[at + 2 :])
            for at in range(len(parts) - 1)
            if parts[at].script is parts[at + 1].script
        ]
    if len(parts) == 1:
        seen += _chinese_split(parts[0])
    return tuple(seen)


@lru_cache(maxsize=65536)
def _part(written: str, token: str, later: bool) -> Part:
    if token in TITLES and (later or token in TITLES_BEFORE):
        return _make(written, token, "title")
    if token.endswith(_ALL_ENDINGS):
        for endings, role in _ENDINGS:
            stem, tag = _cut(token, endings)
            if tag:
                return _make(written, stem, role, tag)
    return _make(written, token, "unknown")


def _cut(token: str, endings: tuple[str, ...]) -> tuple[str, str]:
    """(stem, ending) when the token ends so and leaves enough of a name; else (token, "")."""
    shortest = SHORTEST_HAN_STEM if han.is_han(token[-1]) else SHORTEST_STEM
    for ending in endings:
        stem = token.removesuffix(ending)
        if stem != token and len(stem) >= shortest:
            glide = GLIDES.get(ending, "")
            if glide and stem[-1] in glide and len(stem) > shortest:
                stem = stem[:-1]
            return stem, ending
    return token, ""


def _child_of(part: Part, tag: str) -> Part:
    return Part(f"{part.written} {tag}", part.token, part.script, "patronymic", tag)


def _make(written: str, token: str, role: PartRole, tag: str = "") -> Part:
    return Part(written, token, script_of(token), role, tag)


def _joined(a: Part, b: Part) -> Part:
    return _make(f"{a.written} {b.written}", a.token + b.token, b.role, b.tag)


def _chinese_split(part: Part) -> list[tuple[Part, ...]]:
    token = part.token
    if 2 <= len(token) <= 3 and token[0] in HAN_SURNAMES and all(map(han.is_han, token)):
        return [(_make(token[0], token[0], "surname"), _make(token[1:], token[1:], "given"))]
    return []
