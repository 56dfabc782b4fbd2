"""The matcher's tables and a name's readings as plain data, for a matcher that runs elsewhere:
in a browser, without Python. What it takes is in `tables()`; what it is asked about, already
read, in `readings`.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import numpy as np

from tidings.names import endings, han, lookalikes, match, parts, sounds, spell
from tidings.names.alphabet import CODES, PHONE_OF, Kind
from tidings.names.costs import ALPHABET, MOST, costs
from tidings.names.search import SHOWN_FROM
from tidings.names.variants import EQUAL, related_tokens

#: Kind, penalty, codes.
Reading = tuple[Kind, float, tuple[int, ...]]

#: Costs lie between minus and plus this; a letter of `STEPS` stands for each of equal steps.
WIDEST: Final = 6.0
STEPS: Final = "".join(chr(code) for code in range(35, 127) if chr(code) not in "\\<&")


def tables() -> dict[str, Any]:
    """Everything but Chinese characters: costs, alphabets, spellings, endings.

    How common a part of a name is stays with the names it is asked about: a table of common names
    would hold those of people who are not there.

    `costs[a][b]`, kinds a <= b, is a string of STEPS, row by row with the gap first, HAN in its
    34 plain symbols; `symbols[kind]` the symbols of codes 1 and up.
    """
    return {
        "steps": STEPS,
        "widest": WIDEST,
        "most": MOST,
        "symbols": [list(CODES[kind]) for kind in Kind],
        "costs": [[_row(a, b) for b in Kind] for a in Kind],
        "calibration": np.round(costs().calibration, 4).tolist(),
        **_spelling(),
        **_structure(),
        "scores": _scores(),
    }


def _spelling() -> dict[str, Any]:
    """How written letters are read as symbols; see `spell`."""
    return {
        "cyrillic": spell.CYRILLIC,
        "turkicArabic": spell.TURKIC_ARABIC,
        "arabicForms": spell.ARABIC_FORMS,
        "onlyTurkic": "".join(sorted(spell.ONLY_TURKIC)),
        "onlyArabic": "".join(sorted(spell.ONLY_ARABIC)),
        "uyghurStart": spell.UYGHUR_START,
        "latinLetters": spell.LATIN_LETTERS,
        "manners": [[manner.signs, manner.letters] for manner in spell.MANNERS],
        "latinGroups": spell.GROUPS,
        "tote": spell.TOTE,
        "fronted": spell.FRONTED,
        "toteSigns": "".join(sorted(spell.TOTE_SIGNS)),
        "saysFront": "".join(sorted(spell.SAYS_FRONT)),
        "saysBack": "".join(sorted(spell.SAYS_BACK)),
        "hForE": spell.H_FOR_E.pattern,
        "yForI": spell.Y_FOR_I.pattern,
        "totePiece": spell.TOTE_PIECE.pattern.replace("(?P<", "(?<"),
        "toteElement": spell.TOTE_ELEMENT.pattern,
        "toteY": spell.TOTE_Y,
        "frontMarks": spell.FRONT_MARKS,
        "lastOfFirstSyllable": spell.LAST_OF_FIRST_SYLLABLE,
        "uyghurSigns": spell.UYGHUR_SIGNS.pattern,
    }


def _structure() -> dict[str, Any]:
    """Where parts end, and what of them is not the name; see `parts` and `endings`."""
    return {
        "syllables": sorted(han.all_syllables()),
        "addresses": [
            [ending.form, sounds.SHORTENED_PENALTIES[ending.kind]]
            for ending in endings.endings("dear", "respect")
        ],
        "separators": parts.SEPARATORS,
        "doubles": {
            "cyrillic": lookalikes.CYRILLIC_FOR,
            "latin": lookalikes.LATIN_FOR,
            "greek": lookalikes.GREEK,
        },
        "childWords": sorted(endings.child_words()),
        "childBefore": sorted(endings.child_before()),
        "childEndings": _endings("child", "patronymic"),
        "surnameEndings": _endings("surname"),
        "besideEndings": _endings("surname_beside"),
        "glides": endings.GLIDES,
        "titles": sorted(endings.titles()),
        "titlesAnywhere": sorted(endings.titles_anywhere()),
        "digraphs": sorted(parts.DIGRAPHS),
        "surnames": "".join(sorted(parts.HAN_SURNAMES)),
        "surnameSyllables": sorted(parts.surname_syllables()),
    }


def _scores() -> dict[str, float]:
    """What parts and readings add or take off; see `match` and `sounds`."""
    return {
        "missing": match.MISSING,
        "other": match.OTHER,
        "initialFits": match.INITIAL_FITS,
        "initialOther": match.INITIAL_OTHER,
        "pool": match.POOL,
        "shownFrom": SHOWN_FROM,
        "pinyin": sounds.PINYIN_PENALTY,
        "laterSplit": sounds.LATER_SPLIT_PENALTY,
        "unsureTurkic": sounds.UNSURE_TURKIC_PENALTY,
        "tote": sounds.TOTE_PENALTY,
        "alike": sounds.ALIKE,
    }


def _endings(*kinds: endings.Kind) -> list[list[str]]:
    """[form, letters one of which must stand before it, "" for any]."""
    return [[ending.form, ending.after] for ending in endings.endings(*kinds)]


def _row(a: Kind, b: Kind) -> str:
    """The costs of two kinds as letters; "" where the other order holds them."""
    if a > b:
        return ""
    matrix = costs().matrices[a, b][: ALPHABET[a], : ALPHABET[b]]
    step = 2 * WIDEST / (len(STEPS) - 1)
    numbers = np.clip(np.rint((matrix + WIDEST) / step), 0, len(STEPS) - 1).astype(int)
    return "".join(STEPS[number] for number in numbers.ravel())


def characters() -> dict[str, Any]:
    """Chinese characters: the readings in names, syllable by syllable, and simplified forms."""
    return {"readings": han.readings_by_syllable(), "simplified": han.simplified_forms()}


def readings(token: str) -> list[Reading]:
    """Every reading of a normalised token, HAN in plain symbols."""
    plain = costs().units.plain
    return [
        (
            sound.kind,
            sound.penalty,
            tuple(int(plain[code]) for code in sound.codes)
            if sound.kind is Kind.HAN
            else sound.codes,
        )
        for sound in sounds.sounds_of(token)
    ]


def indexed_readings(token: str) -> list[Reading]:
    """What a name in an index is to be found by: its readings, and those of related names in
    letters (Мәмбет under Muhammad), at a penalty that leaves an exact match what being related
    says. So no table of names has to be where the index is."""
    found = readings(token)
    known = {(kind, codes) for kind, _, codes in found}
    for other, says in related_tokens(token):
        kind, _, codes = readings(other)[0]
        if says < EQUAL and kind in (Kind.LATIN, Kind.LETTERS) and (kind, codes) not in known:
            known.add((kind, codes))
            found.append((kind, MOST - says, codes))
    return found


#: A first symbol that costs no more than this to leave out may be missing altogether.
WEAK_FROM: Final = -1.0
#: Sounds that a name may begin with, in families: each a shelf of its own.
FAMILIES: Final = {
    "a": "aäeɛiıoöuüʿ", "b": "bpfvw", "d": "dt", "h": "hxqkgğ", "j": "jžy", "l": "lr", "m": "m",
    "n": "nŋ", "s": "sšzčʦ",
}  # fmt: skip


def shelves(token: str) -> frozenset[str]:
    """The families of sounds that a normalised token begins with, or a name related to it, by
    any reading."""
    found = set()
    for kind, _, codes in indexed_readings(token):
        starts = codes[:2] if codes[0] in _weak(kind) else codes[:1]
        found |= {_family(kind, code) for code in starts}
    return frozenset(found)


def openings() -> dict[str, Any]:
    """Where a query's part is to be looked for: `of[kind][code]` are the families of all symbols
    that its first symbol may stand for; if that is in `weak[kind]`, the second's too."""
    return {
        "of": [["", *(_alike(kind, code) for code in range(1, ALPHABET[kind]))] for kind in Kind],
        "weak": [sorted(_weak(kind)) for kind in Kind],
    }


def _family(kind: Kind, code: int) -> str:
    phone = PHONE_OF[kind][code]
    return next(family for family, phones in FAMILIES.items() if phone in phones)


def _alike(kind: Kind, code: int) -> str:
    found = {_family(kind, code)}
    for other in Kind:
        row = costs().table([code], kind, other)[1]
        found |= {_family(other, at) for at in range(1, ALPHABET[other]) if row[at] > 0}
    return "".join(sorted(found))


@cache
def _weak(kind: Kind) -> frozenset[int]:
    gaps = [costs().table(range(1, ALPHABET[kind]), kind, other)[1:, 0] for other in Kind]
    return frozenset(int(at) + 1 for at in np.flatnonzero(np.max(gaps, axis=0) > WEAK_FROM))
