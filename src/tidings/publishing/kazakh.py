"""Kazakh case endings for names, institutions, numbers and abbreviations in Cyrillic letters.

An ending takes its vowel from the last decisive vowel of the word (vowel harmony) and its
consonant from the word's last sound; a word that already carries the possessive ending of the
third person ("министрлігі", "Әбділдаұлы") has endings of its own. The rules are those of school
grammars of Kazakh ("септік жалғаулары": simple and possessive declension); loan words in -к after
a consonant, -г and a soft sign take front endings.
"""

from __future__ import annotations

import re
from enum import StrEnum

from tidings.values import Script, language_of, script_of

__all__ = ["Case", "decline", "is_declinable"]


class Case(StrEnum):
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    INSTRUMENTAL = "instrumental"


_BACK = frozenset("аоұыяё")
_FRONT = frozenset("әөүіеэ")
#: Vowels that follow the harmony of those before them.
_NEUTRAL = frozenset("иую")
#: и and у end a word like й and у in "той", "тау": as consonants.
_VOWEL_ENDS = frozenset("аәоөұүыіеэяё")
_NASAL = frozenset("мнң")
_LIQUID = frozenset("лрйую" + "и")
_BUZZING = frozenset("зжғ")
_SIGNS = "ьъ"

#: Consonant of the ending after: a vowel, м н ң, л р й у, з ж ғ, a voiceless sound.
_CONSONANTS: dict[Case, tuple[str, str, str, str, str]] = {
    Case.GENITIVE: ("н", "н", "д", "д", "т"),
    Case.DATIVE: ("ғ", "ғ", "ғ", "ғ", "қ"),
    Case.ACCUSATIVE: ("н", "д", "д", "д", "т"),
    Case.LOCATIVE: ("д", "д", "д", "д", "т"),
    Case.ABLATIVE: ("д", "н", "д", "д", "т"),
    Case.INSTRUMENTAL: ("м", "м", "м", "б", "п"),
}
#: What follows that consonant after back and after front vowels.
_TAILS: dict[Case, tuple[str, str]] = {
    Case.GENITIVE: ("ың", "ің"),
    Case.DATIVE: ("а", "е"),
    Case.ACCUSATIVE: ("ы", "і"),
    Case.LOCATIVE: ("а", "е"),
    Case.ABLATIVE: ("ан", "ен"),
    Case.INSTRUMENTAL: ("ен", "ен"),
}
_POSSESSIVE: dict[Case, tuple[str, str]] = {
    Case.GENITIVE: ("ның", "нің"),
    Case.DATIVE: ("на", "не"),
    Case.ACCUSATIVE: ("н", "н"),
    Case.LOCATIVE: ("нда", "нде"),
    Case.ABLATIVE: ("нан", "нен"),
    Case.INSTRUMENTAL: ("мен", "мен"),
}
_SOFTENED = str.maketrans("ғқ", "гк")

#: Ends of words that carry the possessive ending of the third person.
_OWNED = re.compile(
    r"""(?: ұлы | қызы | улы | кызы
    | лігі | лығы | дігі | дығы | тігі | тығы
    | комитеті | басқармасы | агенттігі | кеңесі | соты | прокуратурасы | елшілігі | консулдығы
    | орталығы | қоры | ұйымы | бірлестігі | бөлімі | бөлімшесі | қызметі | комиссиясы | мекемесі
    | тобы | палатасы | партиясы | институты | университеті | академиясы | газеті | мәжілісі
    | ауданы | облысы | ауылы | қаласы | өлкесі | округі | аймағы | көшесі | ауылдығы | республикасы
    | департаменті | бюросы | миссиясы | федерациясы | парламенті | үкіметі | әкімдігі | қауымы
    )$""",
    re.VERBOSE,
)
#: Endings of Russian words before the last: the whole is then a Russian phrase.
_RUSSIAN = re.compile(r"(?:ство|ства|[кнв]ых|[кнв]ая|ской|ский|ское|ного|ное|ение|ений|ации|ция)\s")

_UNITS = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_POWERS = ("", "мың", "миллион", "миллиард", "триллион")

_LONGEST_ABBREVIATION = 5
_DIGITS_AT_END = re.compile(r"(\d[\d ,.\u00a0]*)$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def is_declinable(text: str) -> bool:
    """Whether an ending may be put to the text: it ends in a Cyrillic word that is not plainly
    Russian, or in a number."""
    if _DIGITS_AT_END.search(text):
        return True
    last = _LAST_WORD.search(text)
    if last is None or script_of(last[0]) is not Script.CYRILLIC:
        return False
    is_name = all(word[:1].isupper() for word in text.split())
    return is_name or (language_of(text) != "ru" and not _RUSSIAN.search(text.lower()))


def decline(text: str, case: Case, *, owned: bool | None = None) -> str:
    """The text in this case: its last word takes the ending ("Нұрлан Әбділдаұлы" ->
    "Нұрлан Әбділдаұлына"), after a hyphen if it is a number or an abbreviation ("2000-нан").
    `owned` says whether it carries the possessive ending; None: to be seen by the word. What is
    not declinable comes back as it is."""
    if not is_declinable(text):
        return text
    digits = _DIGITS_AT_END.search(text)
    if digits:
        return f"{text}-{_ending(_spoken(digits[1]), case)}"
    word = _LAST_WORD.findall(text)[0]
    if len(word) > 1 and word.isupper():
        if _is_abbreviation(text):
            return f"{text}-{_ending(_as_read(word), case)}"
        declined = decline(word.lower(), case, owned=owned)
        return text + declined[len(word.lower()) :].upper()
    lower = word.lower()
    if owned if owned is not None else _OWNED.search(lower):
        return text + _POSSESSIVE[case][_is_front(lower)]
    if lower.endswith("ск"):
        return f"{text}і{_ending(lower + 'і', case)}"
    return text + _ending(lower, case)


def _ending(word: str, case: Case) -> str:
    front = _is_front(word)
    ending = _CONSONANTS[case][_sound_class(word)] + _TAILS[case][front]
    return ending.translate(_SOFTENED) if front and case is Case.DATIVE else ending


def _sound_class(word: str) -> int:
    last = word.rstrip(_SIGNS)[-1:]
    for number, letters in enumerate((_VOWEL_ENDS, _NASAL, _LIQUID, _BUZZING)):
        if last in letters:
            return number
    return 4


def _is_front(word: str) -> bool:
    if word.endswith(("ль", "нь", "рь", "г", "нк", "рк", "лк")):
        return True
    for letter in reversed(word):
        if letter in _FRONT:
            return True
        if letter in _BACK:
            return False
    last = next((letter for letter in reversed(word) if letter in _NEUTRAL), "у")
    return last == "и"


def _spoken(digits: str) -> str:
    """The last word of a number as it is said: 2019 "тоғыз", 2000 "мың"."""
    plain = re.sub(r"\D", "", digits).lstrip("0")
    if not plain:
        return _UNITS[0]
    bare = plain.rstrip("0")
    zeros = len(plain) - len(bare)
    digit = int(bare[-1])
    if zeros >= 3 and zeros // 3 < len(_POWERS):
        return _POWERS[zeros // 3]
    return (_UNITS[digit], _TENS[digit], "жүз")[zeros % 3]


def _is_abbreviation(text: str) -> bool:
    """Words in capitals are abbreviations when all are short; passports write names in capitals."""
    capitals = [word for word in text.split() if word.isupper()]
    return all(len(word) <= _LONGEST_ABBREVIATION for word in capitals)


def _as_read(letters: str) -> str:
    """An abbreviation as it is said: a word where it has a vowel ("АҚШ", "БҰҰ"), and else by
    letters, whose names end in a back vowel ("ТМД", "ҚР")."""
    lower = letters.lower()
    return lower if set(lower) & (_BACK | _FRONT | _NEUTRAL) else lower + "ы"
