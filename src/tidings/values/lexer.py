"""Prose to tokens: numbers of every script, words of the date and figure tables, punctuation.

Each token has a kind of one character, so that a whole text is also a string of kinds and a rule
of grammar is a regular expression over that string (`datewords`, `figurewords`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType

from tidings.values.words import chinese, english, kazakh, russian, uyghur

LANGUAGES: dict[str, ModuleType] = {
    "en": english,
    "ru": russian,
    "kk": kazakh,
    "kk-Arab": kazakh,
    "ug": uyghur,
    "zh": chinese,
}
_NEIGHBOURS = (("ru", kazakh), ("ug", kazakh), ("kk-Arab", uyghur))
_SHORTEST_STEM = 3

#: Table word -> the one-character kind that rules are written in.
KINDS = {
    # dates
    "month": "M",
    "bare": "M",
    "season": "S",
    "weekday": "w",
    "year": "Y",
    "plural": "G",
    "monthword": "m",
    "dayword": "d",
    "unit": "z",
    "born": "B",
    "approx": "A",
    "part": "e",
    "from": "F",
    "since": "K",
    "since_post": "q",
    "until": "T",
    "until_post": "t",
    "by": "U",
    "before": "V",
    "before_post": "v",
    "after": "X",
    "after_post": "y",
    "between": "C",
    "between_post": "c",
    "or": "|",
    "and": "&",
    "roman": "r",
    "ordinal": "2",
    "joiner": "J",
    "prep": "p",
    "of": "o",
    "pick": "L",
    "relyear": "R",
    "relmonth": "O",
    "relweek": "W",
    "day": "D",
    "told": "Z",
    "ago": "a",
    "earlier": "j",
    "later": "k",
    # figures
    "number": "3",
    "power": "^",
    "vague": "V",
    "one": "1",
    "more": ">",
    "over_post": "+",
    "odd": "+",
    "plus": "g",
    "least": "l",
    "least_post": "h",
    "about": "A",
    "so": "s",
    "nearly": "n",
    "nearly_post": "r",
    "most": "u",
    "most_post": "v",
    "less": "<",
    "less_post": "i",
    "possibly": "?",
    "person": "H",
    "classifier": "c",
    "ban": "b",
    "numbered": "B",
    "other": "x",
}
OTHER_WORD, OTHER_MARK = "x", ";"
PUNCTUATION = (
    dict.fromkeys(".．。", ".")
    | dict.fromkeys("-‐‑", "-")
    | dict.fromkeys("–—−‒～", "_")
    | dict.fromkeys(",،，、", ",")
    | dict.fromkeys("'’‘ʼ`", "'")
    | {"/": "/", "／": "/", ":": ":", "：": ":"}
)

_LETTER = r"[^\W\d_\u3007\u3400-\u9fff\uf900-\ufaff]"
_ACCENT = r"[\u0300-\u036f\u064b-\u065f]"
_ATOM = (
    r"(?P<grouped>(?<![\d.,])\d{1,3}(?:(?:[,٬']\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?!\d))"
    r"|(?P<digits>\d+)"
    r"|(?P<numeral>[〇零一二三四五六七八九十百千万亿兩两廿卅萬億○]+)"
    r"|(?P<han>[々\u3400-\u9fff\uf900-\ufaff])"
    rf"|(?P<word>{_LETTER}(?:{_LETTER}|{_ACCENT})*(?:['’ʼ]{_LETTER}+)*)"
    r"|(?P<mark>[^\s])"
)
Atom = tuple[str, str, int, int]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Endings by which "2000-нан" means "than 2000" and "2000-ға" "to 2000".
ABLATIVE = _set("нан нен дан ден тан тен دىن تىن نان نەن دان دەن تان تەن")
DATIVE = _set("ға ге қа ке на не غا گە قا كە")
LIMIT = _set("غىچە گىچە قىچە كىچە")
#: Endings that mean "about": "200-дей", "200دەك".
ABOUT = _set("дай дей тай тей داي دەي تاي تەي دەك تەك")
LOOSE_ENDINGS = ABLATIVE | DATIVE - {"на", "не"} | LIMIT
NUMBER_ENDINGS = (
    LOOSE_ENDINGS
    | DATIVE
    | ABOUT
    | _set(
        "s st nd rd th го й ый я ое е х ых му м ми ти шы ші ыншы інші сы сі ы і да де та те нда "
        "нде ында інде сында сінде ның нің дың дің тың тің ін ын сін сын дағы дегі ىنچى نچى شى "
        "ءشى دا دە تا تە نىڭ دىكى نى ى سى"
    )
)
_HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_MOST_DIGITS = 12


@dataclass(frozen=True)
class Token:
    """One token: where it stands, its kind, what it is worth.

    `high` is the second value of a vague figure; `width` the number of digits written; `ending`
    the case ending that was taken off; `spaced` whether white space stands before it.
    """

    kind: str
    value: int
    start: int
    end: int
    text: str
    high: int = 0
    width: int = 0
    ending: str = ""
    spaced: bool = False


@dataclass(frozen=True)
class Entry:
    """What a form of a table stands for, and the endings that may follow it."""

    kind: str
    value: int
    high: int
    endings: frozenset[str]


@dataclass(frozen=True)
class Table:
    """The forms of one domain ("DATES" or "FIGURES"), each a tuple of atoms; `longest` has the
    number of atoms of the longest form that begins with an atom."""

    forms: dict[tuple[str, ...], Entry]
    longest: dict[str, int]


@cache
def table(domain: str, language: str | None = None) -> Table:
    """The words of a domain, read once; where two languages share a form, it is the one of
    `language`. Words of a neighbour in the same script are left out where they would be misread:
    the Russian "он" is no ten, the Uyghur "قىسقا" no winter."""
    forms: dict[tuple[str, ...], Entry] = {}
    longest: dict[str, int] = {}
    own = LANGUAGES.get(language or "")
    modules = dict.fromkeys(LANGUAGES.values())
    for module in sorted(modules, key=lambda module: module is not own):
        if (language, module) in _NEIGHBOURS and (language != "ru" or domain == "FIGURES"):
            continue
        endings = _set(getattr(module, f"{domain}_ENDINGS"))
        for line in _lines(module, domain):
            head, _, listed = line.partition(": ")
            name, *values = head.split()
            value, high = ([int(value) for value in values] + [0, 0])[:2]
            for form in listed.split(", "):
                key = tuple(text for _, text, _, _ in _atoms(form.lower()))
                forms.setdefault(key, Entry(KINDS[name], value, high, endings))
                longest[key[0]] = max(len(key), longest.get(key[0], 0))
    return Table(forms, longest)


def _lines(module: ModuleType, domain: str) -> list[str]:
    """The lines of a table; dates also know the number words of figures ("three weeks ago")."""
    own = str(getattr(module, domain)).strip().splitlines()
    if domain == "FIGURES":
        return own
    counting = ("number ", "one ")
    return own + [line for line in module.FIGURES.splitlines() if line.startswith(counting)]


def tokens(text: str, domain: str, language: str | None = None) -> list[Token]:
    """All tokens of a text, in order. Offsets count characters of `text` as given."""
    words = table(domain, language if language in LANGUAGES else None)
    atoms = list(_atoms(text))
    found: list[Token] = []
    i = 0
    while i < len(atoms):
        token, taken = _longest_form(words, atoms, i) or (_single(words, atoms, i), 1)
        suffix = _suffix(atoms, i + 1) if token.width else None
        if suffix:
            taken = suffix + 1 - i
            token = replace(token, end=atoms[suffix][3], ending=atoms[suffix][1].lower())
        found.append(token)
        i += taken
    return found


@cache
def _atom() -> re.Pattern[str]:
    return re.compile(_ATOM)


def _atoms(text: str) -> Iterator[Atom]:
    for found in _atom().finditer(text):
        yield str(found.lastgroup), found[0], found.start(), found.end()


def _spaced(atoms: list[Atom], i: int) -> bool:
    return i > 0 and atoms[i - 1][3] < atoms[i][2]


def _longest_form(words: Table, atoms: list[Atom], i: int) -> tuple[Token, int] | None:
    longest = words.longest.get(atoms[i][1].lower(), 0)
    for length in range(min(longest, len(atoms) - i), 0, -1):
        taken = atoms[i : i + length]
        entry = words.forms.get(tuple(atom[1].lower() for atom in taken))
        if entry:
            text = " ".join(atom[1] for atom in taken)
            return _worded(entry, taken[0][2], taken[-1][3], text, _spaced(atoms, i)), length
    return None


def _worded(entry: Entry, start: int, end: int, text: str, spaced: bool, ending: str = "") -> Token:
    return Token(entry.kind, entry.value, start, end, text, entry.high, 0, ending, spaced)


def _single(words: Table, atoms: list[Atom], i: int) -> Token:
    group, text, start, end = atoms[i]
    spaced = _spaced(atoms, i)
    if group in ("grouped", "digits"):
        digits = re.sub(r"\D", "", text)
        value = int(digits) if len(digits) <= _MOST_DIGITS else 10**_MOST_DIGITS
        kind = {1: "2", 2: "2", 4: "4"}.get(len(digits), "N") if group == "digits" else "N"
        return Token(kind, value, start, end, text, width=len(digits), spaced=spaced)
    if group == "numeral":
        kind, value, high, width = _numeral(text)
        return Token(kind, value, start, end, text, high, width, spaced=spaced)
    if group == "word":
        return _inflected(words, text, start, end, spaced)
    mark = PUNCTUATION.get(text, OTHER_WORD if group == "han" else OTHER_MARK)
    return Token(mark, 0, start, end, text, spaced=spaced)


def _inflected(words: Table, text: str, start: int, end: int, spaced: bool) -> Token:
    lower = text.lower()
    for cut in range(_SHORTEST_STEM, len(lower)):
        entry = words.forms.get((lower[:cut],))
        if entry and lower[cut:] in entry.endings:
            return _worded(entry, start, end, text, spaced, lower[cut:])
    return Token(OTHER_WORD, 0, start, end, text, spaced=spaced)


def _suffix(atoms: list[Atom], i: int) -> int | None:
    """The place of a case or ordinal ending written after a number ("12-нде", "1970s"), if any."""
    place = i
    if place < len(atoms) and atoms[place][1] in "-‐‑'’" and not _spaced(atoms, place):
        place += 1
    if place >= len(atoms):
        return None
    ending = atoms[place][1].lower()
    if _spaced(atoms, place):
        return place if place == i and ending in LOOSE_ENDINGS else None
    return place if ending in NUMBER_ENDINGS else None


def _numeral(text: str) -> tuple[str, int, int, int]:
    """Kind, lowest and highest value and number of digits of a Chinese numeral: 二〇一八, 十二,
    三百二十, 万. The highest is 0 but for numerals such as 两三百, two or three hundred."""
    text = text.replace("廿", "二十").replace("卅", "三十")[:_MOST_DIGITS]
    if len(text) == 1 and text in _HAN_POWERS and text != "十":
        return "^", _HAN_POWERS[text], 0, 0
    positional = all(character in _HAN_DIGITS for character in text)
    for place in range(1, len(text)):
        digit, following = (
            _HAN_DIGITS.get(character, 0) for character in text[place - 1 : place + 1]
        )
        if digit and following == digit + 1 and (not positional or len(text) == 2):
            low = _numeral_value(text[:place] + text[place + 1 :])
            return "N", low, _numeral_value(text[: place - 1] + text[place:]), len(text)
    value = _numeral_value(text)
    width = len(text) if positional else len(str(value))
    kind = "2" if value < 100 and width < 3 else "4" if positional and width == 4 else "N"
    return kind, value, 0, width


def _numeral_value(text: str) -> int:
    total = section = digit = 0
    for character in text:
        power = _HAN_POWERS.get(character)
        if power is None:
            digit = digit * 10 + _HAN_DIGITS[character]
        elif power < 10**4:
            section, digit = section + (digit or 1) * power, 0
        else:
            total, section, digit = (total + section + digit or 1) * power, 0, 0
    return total + section + digit
