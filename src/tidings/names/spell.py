"""From written letters to symbols: Cyrillic, Latin, and the two ways of reading Arabic letters.

Each function takes a lower-case token and returns `(symbol, letters)` pairs: the symbol of the
kind's alphabet, and the written letters it stands for ("" when the letters before it already
said it, as the second half of я). Sources: the letter tables of the Uyghur and Kazakh alphabets
(Arabic, Latin of 2018 and 2021, ULY, Yengi Yeziq, Common Turkic), ISO 9 names of Cyrillic letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
#: Uyghur writes it before every first vowel; Arabic words hardly begin with it.
UYGHUR_START: Final = "ئ"

LATIN_LETTERS: Final[dict[str, str]] = {
    "ë": "é", "ê": "e", "ə": "ä", "ǵ": "ğ", "ƣ": "ğ", "ń": "ñ", "ŋ": "ñ", "ⱪ": "q", "ⱨ": "h",
    "ɵ": "ö", "ø": "ö", "æ": "ä", "œ": "ö", "ş": "š", "ș": "š", "ç": "č", "ć": "č", "ß": "s",
    "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ý": "u", "ï": "i", "ÿ": "y", "ż": "ž", "ź": "z",
    "ⱬ": "ž",
}  # fmt: skip


@dataclass(frozen=True)
class Manner:
    """A Latin alphabet that gives some letters other sounds, and what words surely in it hold."""

    signs: str  # a regular expression
    letters: dict[str, str]


#: New Script of 1965-1982, Uyghur and Kazakh.
YENGI: Final = Manner("^(?!.*[ışçğc]).*[əɵⱪⱨƣⱬ]", {"x": "sh", "h": "kh", "q": "ch"})
#: Kazakh of 2018: an accent is no stress.
ACUTE: Final = Manner(
    "ǵ|ı.*[áóúýń]|[áóúýń].*ı", {"á": "ä", "ó": "ö", "ú": "ü", "ý": "u", "ı": "i", "ń": "ñ"}
)
#: Turkish, Azerbaijani, Common Turkic.
TURKISH: Final = Manner("[ığə]", {"c": "dj"})
MANNERS: Final = (YENGI, ACUTE, TURKISH)

#: German and French groups of letters -> the group of the alphabet that sounds so.
GROUPS: Final[dict[str, str]] = {
    "dsch": "dzh", "schtsch": "sh", "shch": "sh", "chtch": "sh",
}  # fmt: skip

_LATIN_GROUP: Final = re.compile(
    "|".join(map(re.escape, sorted((*CODES[Kind.LATIN], *GROUPS), key=len, reverse=True)))
)

#: Kazakh in Arabic letters, where it differs from Uyghur; what a front mark makes of a vowel.
TOTE: Final[dict[str, str]] = {
    **TURKIC_ARABIC, "ە": "e", "ۋ": "u", "ۆ": "v", "ى": "ı", "ج": "ž",
    "اٴ": "ä", "وٴ": "ö", "ۇٴ": "ü", "ىٴ": "i", "يٴ": "i",
}  # fmt: skip
FRONTED: Final[dict[str, str]] = {"ا": "ä", "و": "ö", "ۇ": "ü", "ى": "i"}
#: Letters of töte that Uyghur has not.
TOTE_SIGNS: Final = frozenset("عحءٴ")
#: What Uyghur has and töte has not.
UYGHUR_SIGNS: Final = re.compile("[ېۈغخ]|^ئ")
FRONT_MARKS: Final = "ءٴ"
#: Without a mark these letters say that the vowels are front, and these that they are not.
SAYS_FRONT: Final = frozenset("ەكگک")
SAYS_BACK: Final = frozenset("اقع")

#: After a consonant й before a vowel is ий, alone it is и: the groups of these names.
TOTE_Y: Final = {"before_vowel": "iy", "vowel": "i"}
TOTE_PIECE: Final = re.compile(
    "[اوۇىي]ٴ|(?P<before_vowel>(?<=[بپتجچحدرزسشعفقكگڭلمنھ])ي(?=[اۋۇ]))"
    "|(?P<vowel>(?<![اەوۇۆۋىٴ])[يی](?![اەوۇۋىٴ]))|(?P<front>(?<=[كگ])[وۇى]|[وۇى](?=[كگ]))|."
)
#: ا is ә in the first syllable only: after the mark and a consonant at most.
LAST_OF_FIRST_SYLLABLE: Final = 2
#: Second halves of compound names: harmony ends before them.
TOTE_ELEMENT: Final = re.compile("(?<=..)(?:جان|حان|بەك|عالي|باي|نۇر|گۇل|عازى|مۇرات)$")
_CYRILLIC_PIECE: Final = re.compile("дж|.", re.DOTALL)
#: Arabic h between consonants or after one at the end, typed for the Uyghur letter e.
H_FOR_E: Final = re.compile("(?<=[ئبپتجچخدرزژسشغفقكگڭلمن])ه(?=[بپتجچخدرزژسشغفقكگڭلمن]|$)")
#: Arabic or Persian y beside no vowel, typed for the Uyghur letter i; in Kazakh it is one.
Y_FOR_I: Final = re.compile("(?<![اەوۇۆۈېىئٴ])[يی](?![اەوۇۆۈېىٴ])")


def cyrillic(token: str) -> Spelled:
    """Kazakh, Russian, Uyghur and other Cyrillic, as LETTERS; Russian дж is one sound."""
    return _collapsed(_mapped(_CYRILLIC_PIECE.findall(token), {**CYRILLIC, "дж": "j"}))


def turkic_arabic(token: str, tote: bool | None = None) -> Spelled:
    """Uyghur or Kazakh in Arabic letters, as LETTERS. `tote` says which of the two it is; when
    None, the letters do, and what fits both is read as Uyghur."""
    return _collapsed(_turkic(token, is_tote(token) if tote is None else tote))


def is_tote(token: str) -> bool:
    """Whether Arabic letters are surely Kazakh."""
    letters = set(token)
    return bool(letters & TOTE_SIGNS and letters & ONLY_TURKIC and not letters & ONLY_ARABIC)


def may_be_tote(token: str) -> bool:
    """Whether Arabic letters that are not surely Kazakh may be."""
    return not UYGHUR_SIGNS.search(token)


def arabic(token: str) -> Spelled:
    """Arabic or Persian spelling, as ARABIC."""
    known = CODES[Kind.ARABIC]
    forms = ((ARABIC_FORMS.get(letter, letter), letter) for letter in token)
    return _collapsed([(form, letter) for form, letter in forms if form in known])


def latin(token: str, manner: Manner | None = None) -> Spelled:
    """Any Latin spelling of a name, as LATIN; digraphs such as sh, kh, ng are one symbol, but
    not across an apostrophe. `manner` says in which alphabet it is, if the letters do not."""
    folded = _folded(token, manner)
    text = "".join(folded)
    origin = [at for at, piece in enumerate(folded) for _ in piece]
    spelled: Spelled = []
    done = 0
    for group in _LATIN_GROUP.finditer(text):
        end = origin[group.end() - 1] + 1
        spelled.append((GROUPS.get(group.group(), group.group()), token[done:end]))
        done = max(done, end)
    return _collapsed(spelled)


def cyrillic_units(token: str) -> tuple[str, ...]:
    """The LETTERS symbols of Cyrillic one by one, doubled ones kept, and ь as itself."""
    return tuple(symbol for symbol, _ in _mapped(token, {**CYRILLIC, "ь": "ь"}) if symbol)


def turkic_arabic_units(token: str, tote: bool | None = None) -> tuple[str, ...]:
    """As `turkic_arabic`, the symbols one by one, doubled ones kept."""
    spelled = _turkic(token, is_tote(token) if tote is None else tote)
    return tuple(symbol for symbol, _ in spelled if symbol)


def arabic_units(token: str) -> tuple[str, ...]:
    """The ARABIC forms one by one, doubled ones kept."""
    forms = (ARABIC_FORMS.get(letter, letter) for letter in token)
    return tuple(form for form in forms if form in CODES[Kind.ARABIC])


def latin_units(token: str, manner: Manner | None = None) -> tuple[str, ...]:
    """The folded Latin letters one by one, doubled ones kept, none joined to its neighbour."""
    return tuple("".join(_folded(token, manner)).replace("'", ""))


def _turkic(token: str, tote: bool) -> Spelled:
    if tote:
        return _tote(token)
    token = Y_FOR_I.sub("ى", token)
    return _mapped(H_FOR_E.sub("ە", token) if "ە" not in token else token, TURKIC_ARABIC)


def _tote(token: str) -> Spelled:
    found = TOTE_ELEMENT.search(token)
    cut = found.start() if found else len(token)
    stem, element = _harmony(token[:cut]), _harmony(token[cut:])
    spelled: Spelled = []
    for piece in TOTE_PIECE.finditer(token):
        table: Mapping[str, str] = stem if piece.start() < cut else element
        if piece.lastgroup == "front":
            table = FRONTED
        elif piece.lastgroup:
            table = {piece.group(): TOTE_Y[piece.lastgroup]}
        elif piece.group() == "ا" and piece.start() > LAST_OF_FIRST_SYLLABLE:
            table = TOTE
        spelled += _mapped([piece.group()], table)
    return spelled


def _harmony(word: str) -> Mapping[str, str]:
    """The table for one word of töte: its vowels are front or back together."""
    letters = set(word)
    if word[:1] and word[0] in FRONT_MARKS:
        return {**TOTE, **FRONTED}
    if letters & SAYS_FRONT and not letters & SAYS_BACK:
        return {**TOTE, **FRONTED, "ا": "a"}
    return TOTE


def _folded(token: str, manner: Manner | None) -> list[str]:
    """Each letter as letters of the alphabet; an apostrophe stays, other signs are empty."""
    if manner is None:
        manner = next((each for each in MANNERS if re.search(each.signs, token)), None)
    letters = manner.letters if manner else {}
    return [letters.get(letter) or _fold(letter) for letter in token]


def _fold(letter: str) -> str:
    if letter in CODES[Kind.LATIN] or letter == "'":
        return letter
    if letter in LATIN_LETTERS:
        return LATIN_LETTERS[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base in CODES[Kind.LATIN] else ""


def _mapped(pieces: Iterable[str], table: Mapping[str, str]) -> Spelled:
    spelled: Spelled = []
    for letter in pieces:
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
