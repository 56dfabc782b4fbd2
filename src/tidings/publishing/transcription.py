"""A name in another script, letter by letter, for a reader who cannot read the first.

A transcription is never the person's own spelling and is always marked as ours. The tables:
Kazakh and Russian Cyrillic to Latin as BGN/PCGN romanisation (1979; 1947) without its diacritics;
Uyghur Arabic letters by the Uyghur Latin of 2008 without diacritics; Kazakh Arabic letters by
their Cyrillic counterparts, front vowels by the rule of the hamza; Chinese characters by pinyin,
and pinyin to Cyrillic by the Palladius system.
"""

from __future__ import annotations

import re

from tidings.names import han, parts
from tidings.publishing.palladius import palladius
from tidings.values import Script, language_of

__all__ = ["SOURCES", "transcribed", "without_kazakh_letters"]

#: From which script to a script, the safest first.
SOURCES: dict[Script, tuple[Script, ...]] = {
    Script.LATIN: (Script.CYRILLIC, Script.ARABIC, Script.PINYIN, Script.HAN),
    Script.CYRILLIC: (Script.ARABIC, Script.LATIN, Script.PINYIN, Script.HAN),
}

_TO_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфыіэ", "abvgdeziyklmnoprstufyie", strict=True)),
    **dict(zip("әғқңөұүһ", ("a", "g", "k", "ng", "o", "u", "u", "h"), strict=True)),
    "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ю": "yu", "я": "ya", "ь": "", "ъ": "",
}  # fmt: skip

_UYGHUR_LATIN = {
    **dict(zip("اەبپتجخدرزسفقكگلمنھوۇۆۈۋېىي", "aebptjxdrzsfqkglmnhououweiy", strict=True)),
    "چ": "ch", "ژ": "zh", "ش": "sh", "غ": "gh", "ڭ": "ng", "ئ": "",
}  # fmt: skip
_UYGHUR_CYRILLIC = {
    **dict(zip("اەبپتجخدرزسفقكگلمنھوۇۆۈۋېىي", "аебптжхдрзсфккглмнхоуоувеий", strict=True)),
    "چ": "ч", "ژ": "ж", "ش": "ш", "غ": "г", "ڭ": "нг", "ئ": "",
}  # fmt: skip
#: Sounds that Kazakh Cyrillic has letters for and Russian has not.
_UYGHUR_KAZAKH = _UYGHUR_CYRILLIC | dict(zip("قغڭھۆۈ", "қғңһөү", strict=True))
#: ئە at the beginning of a word: Ахмет, Әхмет.
_UYGHUR_OPENING = re.compile(r"(?<![^\W\d_])ئە")
_KAZAKH_ARABIC = {
    **dict(zip("اەبپتجچحخدرزسشعغفقكگلمنھهوۇۋىيڤ", "аебптжчххдрзсшғғфқкглмнһһоұуыйв", strict=True)),
    "ڭ": "ң", "ء": "", "ٴ": "", "ٵ": "ә", "ٶ": "ө", "ٷ": "ү", "ٸ": "і", "ۆ": "ө", "ۈ": "ү",
}  # fmt: skip
_WORD_WITH_HAMZA = re.compile(r"[ءٴ]?[^\W\d_]+")
_FRONTED = str.maketrans("аоұы", "әөүі")
#: With these letters a Kazakh word has front vowels; else the hamza before it says so.
_FRONT_SIGNS = frozenset("ءٴٵٶٷٸەكگ")

_KAZAKH_CHILD = ("ۇلى", "قىزى")

_LATIN_CYRILLIC = {
    "shch": "щ", "sh": "ш", "zh": "ж", "kh": "х", "ch": "ч", "ts": "ц", "ya": "я", "yu": "ю",
    "yo": "ё", "ye": "е", "gh": "г", "ng": "нг", "dzh": "дж", "iya": "ия",
    "ş": "ш", "ç": "ч", "ğ": "г", "ñ": "н", "ä": "а", "ö": "о", "ü": "у", "ı": "ы", "ū": "у",
    "é": "е", "ë": "е", "w": "в", "x": "х", "q": "к", "j": "дж", "h": "х", "c": "к", "y": "ы",
    **dict(zip("abdefgiklmnoprstuvz", "абдефгиклмнопрстувз", strict=True)), "'": "", "’": "",
}  # fmt: skip
_LATIN_GROUP = re.compile("|".join(sorted(map(re.escape, _LATIN_CYRILLIC), key=len, reverse=True)))
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
#: y after a vowel is й.
_GLIDE = re.compile(r"(?<=[aeiouäöüı])y(?![aeiou])")
_CHILD_ENDINGS = (("uly", "ұлы"), ("kyzy", "қызы"), ("qyzy", "қызы"), ("qizi", "қызы"))
_KAZAKH_ONLY = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


def transcribed(name: str, source: Script, target: Script, language: str) -> str | None:
    """The name in the target script (LATIN or CYRILLIC; `language` "kk" keeps Kazakh letters);
    None where there is no table."""
    if source is Script.HAN:
        return _from_han(name, target)
    if target is Script.LATIN and source is Script.CYRILLIC:
        return _by_words(name, _TO_LATIN)
    if source is Script.ARABIC:
        return _from_arabic(name, target, language)
    if target is Script.CYRILLIC and source is Script.PINYIN:
        return _WORD.sub(lambda word: palladius(word[0]) or _cyrillic(word[0], language), name)
    if target is Script.CYRILLIC and source is Script.LATIN:
        return _WORD.sub(lambda word: _cyrillic(word[0], language), name)
    return None


def without_kazakh_letters(name: str) -> str:
    """A Kazakh name in the letters that Russian has."""
    return name.translate(_KAZAKH_ONLY)


def _by_words(name: str, table: dict[str, str]) -> str:
    return _WORD.sub(lambda word: _letters(word[0], table), name)


def _letters(word: str, table: dict[str, str]) -> str:
    text = "".join(table.get(letter, letter) for letter in word.lower())
    written_small = word[:1].islower() and word[:1] in table
    return text if written_small else _capital(text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _from_arabic(name: str, target: Script, language: str) -> str:
    if language_of(name) == "kk-Arab":
        cyrillic = _WORD_WITH_HAMZA.sub(lambda word: _kazakh_word(word[0]), name)
        if target is Script.LATIN:
            return _by_words(cyrillic, _TO_LATIN)
        return cyrillic if language == "kk" else without_kazakh_letters(cyrillic)
    if target is Script.LATIN:
        return _by_words(name, _UYGHUR_LATIN)
    opened = _UYGHUR_OPENING.sub("ә" if language == "kk" else "а", name)
    return _by_words(opened, _UYGHUR_KAZAKH if language == "kk" else _UYGHUR_CYRILLIC)


def _kazakh_word(word: str) -> str:
    """The hamza and the letters е, к, г make the vowels of a word front ones, but not those of
    "son of" and "daughter of" at its end."""
    ending = next((each for each in _KAZAKH_CHILD if word.endswith(each) and word != each), "")
    stem = word.removesuffix(ending)
    text = "".join(_KAZAKH_ARABIC.get(letter, letter) for letter in stem)
    if _FRONT_SIGNS & set(stem):
        text = text.translate(_FRONTED)
    return _capital(text + "".join(_KAZAKH_ARABIC[letter] for letter in ending))


def _cyrillic(word: str, language: str) -> str:
    lower = word.lower()
    ending = ""
    for latin, cyrillic in _CHILD_ENDINGS:
        if lower.endswith(latin):
            lower = lower.removesuffix(latin)
            ending = cyrillic if language == "kk" else without_kazakh_letters(cyrillic)
    lower = _GLIDE.sub("й", lower)
    text = _LATIN_GROUP.sub(lambda group: _LATIN_CYRILLIC[group[0]], lower) + ending
    return text if word.islower() else _capital(text)


def _from_han(name: str, target: Script) -> str | None:
    words = [part for part in re.split(r"[\s·•・‧∙⋅․.]+", han.simplify(name)) if part]
    if len(words) == 1:
        words = [part.written for part in parts.views(parts.parts_of(words[0]))[-1]]
    spelled = [_han_word(word, target) for word in words]
    return " ".join(word for word in spelled if word) if all(spelled) else None


def _han_word(word: str, target: Script) -> str:
    syllables = [han.syllable_of(character) for character in word]
    if None in syllables:
        return ""
    known = [syllable for syllable in syllables if syllable]
    if target is Script.CYRILLIC:
        return palladius("'".join(known))
    text = "".join(
        f"'{syllable}" if at and syllable[0] in "aeo" else syllable
        for at, syllable in enumerate(known)
    )
    return _capital(text.replace("v", "ü"))
