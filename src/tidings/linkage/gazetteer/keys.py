"""A written place name as keys: the letters without what writers leave out, and, coarser, how it
sounds whatever the script.

The letter tables are those of the Uyghur and Kazakh alphabets, of ISO 9 and of pinyin; letters
that one of them tells apart and another does not are one here (q and k, gh and g, e and a).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_UNWRITTEN: Final = re.compile(r"[\W_]")
_UNHEARD: Final = "ـئء\u0674"
_ONE_LETTER: Final = str.maketrans("ёیۍکہةڤ", "еييكھەۋ", _UNHEARD)
_SILENT: Final = str.maketrans("", "", _UNHEARD)
_LATIN: Final = re.compile("[a-z\u00df-\u024f]")
_LATIN_LETTERS: Final = str.maketrans("ıəɵøæƣⱪⱨŋßł", "ieooagqhnsl")

_SOUNDS: Final = {
    **dict.fromkeys("аәеэaeәاەې", "a"),
    **dict.fromkeys("оөуүұўouwvвوۇۆۈۋ", "u"),
    **dict.fromkeys("иійыїiyىي", "i"),
    **dict.fromkeys("кқkqقك", "k"),
    **dict.fromkeys("гғggعغگ", "g"),
    **dict.fromkeys("хһҳhxحخھه", "h"),
    **dict.fromkeys("жҗjجژ", "j"),
    **dict.fromkeys("шщشчچ", "S"),
    **dict.fromkeys("цcсsسصث", "s"),
    **dict.fromkeys("зzزذظض", "z"),
    **dict.fromkeys("нnن", "n"), "ң": "ng", "ڭ": "ng", "я": "ia", "ю": "iu",
    **dict.fromkeys("тtتط", "t"), **dict.fromkeys("дdد", "d"), **dict.fromkeys("бbب", "b"),
    **dict.fromkeys("пpپ", "p"), **dict.fromkeys("мmم", "m"), **dict.fromkeys("лlل", "l"),
    **dict.fromkeys("рrر", "r"), **dict.fromkeys("фfف", "f"), "ь": "", "ъ": "",
}  # fmt: skip
_SOUND_OF: Final = str.maketrans(_SOUNDS)
#: Groups of letters that are one sound, before and after the letters are made sounds.
_GROUP: Final = {
    "tsch": "ч", "sch": "ш", "tch": "ч", "shch": "ш", "dzh": "j", "дж": "j", "ch": "ч", "sh": "ш",
    "zh": "j", "dj": "j", "kh": "x", "gh": "g", "ts": "c", "tz": "c", "تش": "ч", "دج": "j",
    "ş": "ш", "š": "ш", "ç": "ч", "č": "ч", "ğ": "g", "ñ": "ң",
}  # fmt: skip
#: After a consonant these Russian letters are ä and ü of the names: Кяшгяр, Кюнес.
_SOFT: Final = {"я": "а", "ю": "у", "ё": "о"}
_SOFTENED: Final = re.compile("(?<=[бвгджзклмнпрстфхцчшщқғңһҗ])[яюё]")
_GROUPS: Final = re.compile("|".join(sorted(_GROUP, key=len, reverse=True)))
_AGAIN: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def exact(name: str) -> str:
    """The letters of a name: lower-case, no marks on Latin letters, nothing between them.

    A letter that carries meaning by its mark in Cyrillic or Arabic keeps it."""
    if name.isascii() and name.isalpha():
        return name.lower()
    folded = name.casefold().translate(_ONE_LETTER)
    if not folded.isalpha():
        folded = _UNWRITTEN.sub("", folded)
    if folded.isascii() or not _LATIN.search(folded):
        return unicodedata.normalize("NFC", folded)
    bare = unicodedata.normalize("NFD", folded.translate(_LATIN_LETTERS))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@lru_cache(maxsize=16384)
def coarse(name: str) -> str:
    """How the letters sound, written alike in Latin, Cyrillic and Arabic; "" for characters.

    Vowels are three, doubled letters one: "Qaraqash", "Каракаш" and قاراقاش give one key."""
    folded = _UNWRITTEN.sub("", name.casefold()).translate(_SILENT)
    if _LATIN.search(folded):
        folded = unicodedata.normalize("NFC", folded).translate(_LATIN_LETTERS)
    heard = _SOFTENED.sub(lambda found: _SOFT[found[0]], folded)
    grouped = _GROUPS.sub(lambda found: _GROUP[found[0]], heard)
    bare = unicodedata.normalize("NFD", grouped) if _LATIN.search(grouped) else grouped
    sounds = bare.translate(_SOUND_OF).replace("ngg", "n").replace("ng", "n")
    return _AGAIN.sub(r"\1", "".join(c for c in sounds if c.isascii() and c.isalnum()))
