"""From written letters to symbols: Cyrillic, Latin, and the two ways of reading Arabic letters.

Each function takes a lower-case token and returns `(symbol, letters)` pairs: the symbol of the
kind's alphabet, and the written letters it stands for ("" when the letters before it already
said it, as the second half of я). Sources: the letter tables of the Uyghur and Kazakh alphabets
(Arabic, Latin of 2018 and 2021, ULY, Yengi Yeziq, Common Turkic), ISO 9 names of Cyrillic letters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tidings.names.alphabet import CODES, Kind

Spelled = list[tuple[str, str]]

CYRILLIC: Final[dict[str, str]] = {
    **dict(zip("абвгдезийклмнопрстуфхцчшыіэ", "abvgdeziyklmnoprstufxʦčšıiɛ", strict=True)),
    **dict(zip("әғжқңөұүһҗҳҷҡҙҫӑӗӳђјљњџћґўӣӯҥ", "äğžqŋöuühjhjqzsaeüjylnjčguiuŋ", strict=True)),
    "ё": "yo", "щ": "š", "ю": "yu", "я": "ya", "ї": "yi", "є": "ye", "ь": "", "ъ": "", "ӕ": "e",
}  # fmt: skip

#: Uyghur (UEY) and Kazakh (töte) letters: every vowel written.
TURKIC_ARABIC: Final[dict[str, str]] = {
    **dict(zip("اەبپتجچخدرزژسشغف", "aäbptjčxdrzžsšğf", strict=True)),
    **dict(zip("قكگڭلمنھوۇۆۈۋېىي", "qkgŋlmnhouöüveiy", strict=True)),
    **dict(zip("عحهٵٶٷٸکیڤ", "ğxhäöüikyv", strict=True)),
    "ئ": "", "ء": "", "ٴ": "",
}  # fmt: skip

ARABIC_FORMS: Final[dict[str, str]] = {
    **dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("یىېۍے", "ي"), "ک": "ك", "ۃ": "ة",
    **dict.fromkeys("ہھە", "ه"), "ؤ": "و", "ئ": "ء", **dict.fromkeys("ۇۆۈۋ", "و"), "ڭ": "ن",
    "ں": "ن", "ٹ": "ت", "ڈ": "د", "ڑ": "ر", "ڨ": "ق",
}  # fmt: skip

#: Letters that only Uyghur or Kazakh spelling has, and letters that only Arabic or Persian has.
ONLY_TURKIC: Final = frozenset("ەېۇۆۈۋڭھٴٵٶٷٸ")
ONLY_ARABIC: Final = frozenset("أإآٱطظصضثذةہی")

LATIN_LETTERS: Final[dict[str, str]] = {
    "ë": "é", "ê": "e", "ə": "ä", "ǵ": "ğ", "ƣ": "ğ", "ń": "ñ", "ŋ": "ñ", "ⱪ": "q", "ⱨ": "h",
    "ɵ": "ö", "ø": "ö", "æ": "ä", "œ": "ö", "ş": "š", "ș": "š", "ç": "č", "ć": "č", "ß": "s",
    "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ý": "u", "ï": "i", "ÿ": "y", "ż": "ž", "ź": "z",
}  # fmt: skip

#: Yengi Yeziq (1965-1982) gives x, h and q other sounds than ULY does.
YENGI_SIGNS: Final = frozenset("əɵⱪⱨƣ")
YENGI: Final[dict[str, str]] = {"x": "sh", "h": "kh", "q": "ch"}

_LATIN_SYMBOLS: Final = sorted(CODES[Kind.LATIN], key=len, reverse=True)
_LATIN_GROUP: Final = re.compile("|".join(map(re.escape, _LATIN_SYMBOLS)))


def cyrillic(token: str) -> Spelled:
    """Kazakh, Russian, Uyghur and other Cyrillic, as LETTERS."""
    return _collapsed(_mapped(token, CYRILLIC))


def turkic_arabic(token: str) -> Spelled:
    """Uyghur or Kazakh in Arabic letters, as LETTERS."""
    return _collapsed(_mapped(token, TURKIC_ARABIC))


def arabic(token: str) -> Spelled:
    """Arabic or Persian spelling, as ARABIC."""
    known = CODES[Kind.ARABIC]
    forms = ((ARABIC_FORMS.get(letter, letter), letter) for letter in token)
    return _collapsed([(form, letter) for form, letter in forms if form in known])


def latin(token: str) -> Spelled:
    """Any Latin spelling of a name, as LATIN; digraphs such as sh, kh, ng are one symbol."""
    yengi = not YENGI_SIGNS.isdisjoint(token)
    folded = [_fold(letter, yengi) for letter in token]
    text = "".join(folded)
    origin = [at for at, piece in enumerate(folded) for _ in piece]
    spelled: Spelled = []
    done = 0
    for group in _LATIN_GROUP.finditer(text):
        end = origin[group.end() - 1] + 1
        spelled.append((group.group(), token[done:end]))
        done = max(done, end)
    return _collapsed(spelled)


def cyrillic_units(token: str) -> tuple[str, ...]:
    """The LETTERS symbols of Cyrillic one by one, doubled ones kept, and ь as itself."""
    return tuple(symbol for symbol, _ in _mapped(token, {**CYRILLIC, "ь": "ь"}) if symbol)


def turkic_arabic_units(token: str) -> tuple[str, ...]:
    """The LETTERS symbols of Uyghur or Kazakh in Arabic letters one by one, doubled ones kept."""
    return tuple(symbol for symbol, _ in _mapped(token, TURKIC_ARABIC))


def arabic_units(token: str) -> tuple[str, ...]:
    """The ARABIC forms one by one, doubled ones kept."""
    forms = (ARABIC_FORMS.get(letter, letter) for letter in token)
    return tuple(form for form in forms if form in CODES[Kind.ARABIC])


def latin_units(token: str) -> tuple[str, ...]:
    """The folded Latin letters one by one, doubled ones kept, none joined to its neighbour."""
    yengi = not YENGI_SIGNS.isdisjoint(token)
    return tuple("".join(_fold(letter, yengi) for letter in token))


def _fold(letter: str, yengi: bool) -> str:
    if yengi and letter in YENGI:
        return YENGI[letter]
    if letter in CODES[Kind.LATIN]:
        return letter
    if letter in LATIN_LETTERS:
        return LATIN_LETTERS[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base in CODES[Kind.LATIN] else ""


def _mapped(token: str, table: dict[str, str]) -> Spelled:
    spelled: Spelled = []
    for letter in token:
        symbols = table.get(letter)
        if symbols is None:
            symbols = table.get(unicodedata.normalize("NFD", letter)[0], "")
        spelled += [(symbol, letter if not at else "") for at, symbol in enumerate(symbols)]
    return spelled


def _collapsed(spelled: Spelled) -> Spelled:
    """A doubled letter counts once: Abdulla and Abdula, Мамедд and Мамед."""
    kept: Spelled = []
    for symbol, letters in spelled:
        if kept and kept[-1][0] == symbol:
            kept[-1] = (symbol, kept[-1][1] + letters)
        else:
            kept.append((symbol, letters))
    return kept
