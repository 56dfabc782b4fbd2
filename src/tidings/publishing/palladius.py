"""Pinyin in Russian letters by the Palladius system (initials and finals as its tables have them;
a final н before a vowel gets ъ: Чанъань)."""

from __future__ import annotations

from tidings.names.han import split_pinyin

_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г",
    "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш",
    "r": "ж", "z": "цз", "c": "ц", "s": "с", "": "",
}  # fmt: skip
_FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань",
    "en": "энь", "ang": "ан", "eng": "эн", "ong": "ун", "er": "эр", "i": "и", "ia": "я",
    "iao": "яо", "ie": "е", "iu": "ю", "ian": "янь", "in": "инь", "iang": "ян", "ing": "ин",
    "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань",
    "un": "унь", "uang": "уан", "v": "юй", "ve": "юэ", "van": "юань", "vn": "юнь",
}  # fmt: skip
#: Syllables without an initial, and those that the tables write in their own way.
_WHOLE = {
    "yi": "и", "ya": "я", "yo": "йо", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь",
    "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн", "wu": "у", "wa": "ва", "wo": "во",
    "wai": "вай", "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван", "weng": "вэн",
    "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь", "hui": "хуэй", "bo": "бо",
    "guo": "го", "kuo": "ко", "huo": "хо",
}  # fmt: skip
_HISSING = ("zh", "ch", "sh", "r", "z", "c", "s")


def palladius(pinyin: str) -> str:
    """The pinyin word in Cyrillic letters, with a capital; "" when it is no pinyin. Apostrophes
    between syllables are kept to."""
    ways = split_pinyin(pinyin.lower())
    if not ways:
        return ""
    text = ""
    for syllable in map(_syllable, ways[0]):
        hard = text.endswith("н") and syllable[:1] in "аоэуеяюи"
        text += ("ъ" if hard else "") + syllable
    return text[:1].upper() + text[1:]


def _syllable(pinyin: str) -> str:
    if pinyin in _WHOLE:
        return _WHOLE[pinyin]
    initial = next((each for each in ("zh", "ch", "sh") if pinyin.startswith(each)), pinyin[0])
    if initial not in _INITIALS:
        initial = ""
    final = pinyin[len(initial) :]
    if initial in _HISSING and final == "i":
        return _INITIALS[initial] + ("ы" if initial in ("z", "c", "s") else "и")
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    return _INITIALS[initial] + _FINALS.get(final, final)
