"""The symbols each way of writing is read as, and what each may sound like.

A token is read as a row of symbols of one `Kind`. Every kind has its own alphabet, so that the
learned costs can say what Russian к or pinyin k stands for without first deciding it. The phones
after each symbol say what it may sound like, the most usual first: they feed the hand-made prior
and the `phones` shown to people, nothing else.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

#: Longer tokens, in symbols or letters, are compared by their beginnings.
LONGEST: Final = 40


class Kind(IntEnum):
    """A way of writing, as the matcher tells them apart.

    LETTERS is every alphabet that writes its vowels and writes them as spoken: Cyrillic, and the
    Arabic letters of Uyghur and Kazakh. ARABIC is Arabic and Persian spelling, short vowels left
    out. HAN is characters and pinyin alike.
    """

    HAN = 0
    LATIN = 1
    LETTERS = 2
    ARABIC = 3


VOWELS: Final = "aäeɛiıoöuü"
CONSONANTS: Final = "bpmfvwdtnŋlrgkhxqğjčžšszyʦʿ"

#: Phones are their own symbols; ɛ is Russian э, which Chinese writes unlike е.
LETTERS: Final[dict[str, str]] = {phone: phone for phone in VOWELS + CONSONANTS}

LATIN: Final[dict[str, str]] = {
    **{letter: letter for letter in "aäeiıoöuübpmfdtnlrgkšsčzžğ"},
    "á": "aä", "é": "e", "ó": "oö", "ú": "uü", "ū": "u", "ñ": "ŋny", "y": "yiıü", "v": "vw",
    "w": "wvu", "q": "qkčg", "h": "hxğ", "x": "xšhsk", "j": "jžyx", "c": "kčsjʦ",
    "sh": "š", "ch": "čxš", "zh": "žj", "kh": "xqkh", "gh": "ğgq", "ng": "ŋn", "ts": "ʦ",
    "tz": "ʦ", "ph": "f", "th": "ts", "ck": "k", "dzh": "j", "dj": "j", "dz": "zjʦ", "sch": "š",
    "tch": "č", "tsch": "č", "cz": "č", "sz": "šs", "rz": "žr", "ou": "uo", "oo": "u", "ee": "i",
}  # fmt: skip

ARABIC: Final[dict[str, str]] = {
    "ا": "aäeoi", "ب": "bp", "پ": "p", "ت": "t", "ث": "st", "ج": "jgž", "چ": "č", "ح": "hx",
    "خ": "x", "د": "d", "ذ": "zd", "ر": "r", "ز": "z", "ژ": "ž", "س": "s", "ش": "š", "ص": "s",
    "ض": "zd", "ط": "t", "ظ": "z", "ع": "ʿa", "غ": "ğg", "ف": "fp", "ق": "qkg", "ك": "k",
    "گ": "g", "ل": "l", "م": "m", "ن": "nŋ", "ه": "haä", "و": "wvuoüö", "ي": "yie", "ء": "ʿ",
    "ة": "aät", "ڤ": "v",
}  # fmt: skip

#: Initials and the letters of finals; `ɨ` is the vowel of zi, ci, si, zhi, chi, shi, ri, `ə` the
#: bare e of te, ke, de, `ñ` and `ŋ` the codas n and ng, `R` the syllable er, `v` is ü.
HAN: Final[dict[str, str]] = {
    "b": "bpv", "p": "pfb", "m": "m", "f": "fpv", "d": "dt", "t": "td", "n": "n", "l": "lr",
    "g": "gğk", "k": "kqx", "h": "hxğq", "j": "jžgz", "q": "čkʦj", "x": "šsxh", "zh": "žj",
    "ch": "č", "sh": "šs", "r": "ržly", "z": "zj", "c": "ʦs", "s": "sz", "y": "yij", "w": "wvuo",
    "a": "aäe", "e": "eäi", "i": "iıeyü", "o": "oöu", "u": "uüoö", "v": "üuöy", "ə": "eäaıio",
    "ɨ": "iıu", "ñ": "nm", "ŋ": "ŋn", "R": "rl",
}  # fmt: skip

SYMBOLS: Final[dict[Kind, dict[str, str]]] = {
    Kind.HAN: HAN,
    Kind.LATIN: LATIN,
    Kind.LETTERS: LETTERS,
    Kind.ARABIC: ARABIC,
}

#: symbol -> code; 0 is the gap.
CODES: Final[dict[Kind, dict[str, int]]] = {
    kind: {symbol: code for code, symbol in enumerate(symbols, start=1)}
    for kind, symbols in SYMBOLS.items()
}

#: code -> the phone it most often is; the gap is the empty string.
PHONE_OF: Final[dict[Kind, tuple[str, ...]]] = {
    kind: ("", *(phones[0] for phones in symbols.values())) for kind, symbols in SYMBOLS.items()
}

#: Phones that writers of one language hear in another's: worth more than unrelated ones.
NEAR: Final[tuple[str, ...]] = (
    "bp", "pf", "fvw", "mnŋ", "dt", "lr", "gkqğ", "qxğh", "kx", "jčž", "šžs", "szʦ", "jž", "čʦ",
    "rž", "yj", "yiı", "wuo", "aäeɛ", "eɛiı", "oöuü", "iıü", "ao",
)  # fmt: skip

#: Symbols that the training data, mostly Russian and European, seldom writes, and the commoner
#: ones whose costs they share: Russian к stands for Kazakh қ, Latin h for Uyghur x.
RARE: Final[dict[Kind, dict[str, tuple[str, ...]]]] = {
    Kind.LETTERS: {
        "q": ("k", "x"), "ğ": ("g",), "ŋ": ("n",), "h": ("x", "g"), "ä": ("a", "e", "ɛ"),
        "ö": ("o",), "ü": ("u",), "j": ("ž",), "ı": ("i",), "č": ("š",),
    },
    Kind.LATIN: {
        "q": ("k",), "x": ("kh", "h"), "kh": ("h", "k"), "gh": ("g",), "ğ": ("g",), "ñ": ("n",),
        "ä": ("a", "e"), "ö": ("o",), "ü": ("u",), "ı": ("i", "y"), "š": ("sh",), "č": ("ch",),
        "ž": ("zh",), "zh": ("j",), "j": ("zh",), "é": ("e",), "w": ("v",), "y": ("i",),
    },
    Kind.ARABIC: {"گ": ("غ", "ك"), "پ": ("ب",), "چ": ("ش",), "ڤ": ("ف",)},
    Kind.HAN: {},
}  # fmt: skip

#: Phones that one spelling writes and another leaves out.
WEAK: Final = "hxğʿy"
