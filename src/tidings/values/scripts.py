"""Which script and language a text is in, and text without what cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from tidings.values.vocabulary import Script

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0250, 0x02FF, Script.LATIN),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0x1C80, 0x1C8F, Script.CYRILLIC),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x2C60, 0x2C7F, Script.LATIN),
    (0x2DE0, 0x2DFF, Script.CYRILLIC),
    (0x2E80, 0x2FDF, Script.HAN),
    (0x3005, 0x3007, Script.HAN),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xA640, 0xA69F, Script.CYRILLIC),
    (0xA720, 0xA7FF, Script.LATIN),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
    (0xFF21, 0xFF5A, Script.LATIN),
    (0x20000, 0x3FFFF, Script.HAN),
)

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
#: Letters of languages in Cyrillic of which we have no words.
_OTHER_LETTERS = frozenset("җҙҡўҳӣӯҷєїґ")
_RUSSIAN_LETTERS = frozenset("ёщъц")
#: Letters that one Arabic-script language of ours has and the others lack.
_UYGHUR_LETTERS = frozenset("ېئۈغھخچژ")
_TOTE_LETTERS = frozenset("عحءٴٵٶٷٸ")
_ARABIC_LETTERS = frozenset("ةؤإأضظثذطصآ")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HINTS: dict[str, frozenset[str]] = {
    "kk": _set(
        "мен бар еді деді деп бар болды жоқ осы сол бұл оның ол ал бірақ жылы айы ауданы ауылы "
        "туралы кейін дейін үшін және адам хабар хабарсыз жасы аты тегі ж"
    ),
    "ru": _set(
        "и в во на с со не что как он она его её ее это но из за от для был была были по к у о об "
        "же года году год г мой моя мой брат сестра имя фамилия пол дата адрес где когда район "
        "рождения место статус телефон муж жена сын дочь отец мать нет да"
    ),
    "en": _set(
        "the of and to in is was were has have had that it he she his her they their not for on "
        "with at by from as been who which said name born date sex status place age phone my "
        "brother sister father mother son daughter husband wife since year"
    ),
}
_WORD = re.compile(r"[^\W\d_]+")


def clean(text: str) -> str:
    """The text as it is seen: composed (NFC), without control characters, zero-width marks and
    direction overrides, every run of white space one space, none at the ends."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return " ".join(text.split())
    seen = "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace() or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )
    return " ".join(unicodedata.normalize("NFC", seen).split())


def script_of(text: str) -> Script:
    """The script of most letters of the text; OTHER when it has none of ours. Latin letters are
    LATIN: whether they spell pinyin is not for letters alone to say."""
    counts = Counter(filter(None, map(_script_of_letter, text)))
    return counts.most_common(1)[0][0] if counts else Script.OTHER


def is_right_to_left(script: Script) -> bool:
    """Whether lines in this script begin at the right."""
    return script is Script.ARABIC


def language_of(text: str) -> str | None:
    """The language of the text by its letters and commonest words: "kk", "kk-Arab", "ru", "ug",
    "zh" or "en"; None when they do not tell. A name alone seldom tells."""
    script = script_of(text)
    if script is Script.HAN:
        return "zh"
    lower = text.lower()
    if script is Script.ARABIC:
        return _arabic_language(lower)
    words = Counter(_WORD.findall(lower))
    if script is Script.CYRILLIC:
        return _cyrillic_language(text)
    if script is Script.LATIN:
        return "en" if _hits(words, "en") * 8 >= sum(words.values()) else None
    return None


@lru_cache(maxsize=4096)
def _script_of_letter(character: str) -> Script | None:
    if not character.isalpha() and character != "〇":
        return None
    code = ord(character)
    for low, high, script in _RANGES:
        if low <= code <= high:
            return script
    return None


def _arabic_language(lower: str) -> str | None:
    letters = Counter(lower)
    uyghur, tote, arabic = (
        sum(letters[letter] for letter in own)
        for own in (_UYGHUR_LETTERS, _TOTE_LETTERS, _ARABIC_LETTERS)
    )
    if max(uyghur, tote) <= arabic or uyghur == tote:
        return None
    return "ug" if uyghur > tote else "kk-Arab"


def _cyrillic_language(text: str) -> str | None:
    """Kazakh by its letters and words; Russian by its words, or by length without either. Names
    (words with a capital) count only where there is nothing else: Russian prose has Kazakh ones.
    """
    words = _WORD.findall(text)
    told = [word for word in words if word[0].islower()] or [word.lower() for word in words]
    letters = frozenset(text.lower())
    if letters & _OTHER_LETTERS:
        return None
    kazakh = sum(bool(_KAZAKH_LETTERS & set(word)) or word in _HINTS["kk"] for word in told)
    russian = _hits(Counter(word.lower() for word in words), "ru")
    if kazakh > russian or (kazakh * 4 >= len(told) and kazakh >= russian > 0):
        return "kk"
    if russian or letters & _RUSSIAN_LETTERS:
        return "ru"
    if letters & _KAZAKH_LETTERS:
        return "kk"
    return "ru" if len(words) > 8 else None


def _hits(words: Counter[str], language: str) -> int:
    return sum(count for word, count in words.items() if word in _HINTS[language])
