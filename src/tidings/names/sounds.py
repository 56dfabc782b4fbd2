"""What a token may sound like: every sensible reading of its letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tidings.names import han, spell
from tidings.names.alphabet import CODES, PHONE_OF, Kind
from tidings.names.costs import HanUnits, costs
from tidings.names.endings import ending_of, endings
from tidings.names.writing import Writing

#: What a reading has to make up for when it is not the plain one (natural log).
PINYIN_PENALTY: Final = 0.4
LATER_SPLIT_PENALTY: Final = 0.6
#: Letters that Uyghur and Kazakh share with Arabic and Persian, and none that only they have.
UNSURE_TURKIC_PENALTY: Final = 1.0
TOTE_PENALTY: Final = 0.3
#: -jan, "dear", comes and goes: a man registered as 依力亚斯江 signs as Ilyas; -xan less often.
SHORTENED_PENALTIES: Final = {"dear": 1.2, "respect": 2.2}
#: The first half of a compound falls away: 买买提艾力 signs as Ali.
HALVED_PENALTY: Final = 4.0

#: From this cost on, two symbols are heard as one: enough for an initial.
ALIKE: Final = 0.5

SHORTEST_STEM: Final = {True: 2, False: 3}

_MANNERS: Final = {Writing.YEZIQI: spell.YENGI, Writing.KAZAKH_LATIN_2018: spell.ACUTE}
_TURKIC: Final = frozenset({Writing.UYGHUR_ARABIC, Writing.TOTE})
_LATIN: Final = frozenset(
    {Writing.KAZAKH_LATIN_2018, Writing.KAZAKH_LATIN_2021, Writing.KAZAKH_LATIN, Writing.ULY,
     Writing.UYGHUR_LATIN, Writing.YEZIQI, Writing.WESTERN}
)  # fmt: skip


@dataclass(frozen=True)
class Sound:
    """One reading of a token: codes of its kind's alphabet, the written letters behind each
    code ("" where the code before already had them), what this reading costs, and whether it
    leaves a part of the token out.

    `units` are the same token in the pieces that the transducer aligns: Chinese characters, or
    pinyin syllables (ü is v); else single letters, doubled ones twice.
    """

    kind: Kind
    codes: tuple[int, ...]
    letters: tuple[str, ...]
    penalty: float = 0.0
    shortened: bool = False
    units: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def sounds_of(token: str, writing: Writing | None = None) -> tuple[Sound, ...]:
    """Every reading of a normalised token, the plain one first; () for one without letters.

    Latin that can be cut into pinyin syllables is read both ways; so are Arabic letters that may
    be Uyghur, Kazakh or Arabic; a token with a final -jan or -xan also without it, and a compound
    that begins with Memet or Mir also without that. `writing` says which of several it is; one
    that does not fit the token's letters changes nothing.
    """
    readings = _readings(token, writing)
    for stem, penalty in (*_without_address(token), *_without_first_half(token)):
        readings += [
            replace(sound, penalty=sound.penalty + penalty, shortened=True)
            for sound in _readings(stem, writing)
        ]
    return tuple(sound for sound in readings if sound.codes)


def phones_of(token: str, writing: Writing | None = None) -> str:
    """The plain reading of a token in phones, for people and for keys."""
    sounds = sounds_of(token, writing)
    if not sounds:
        return ""
    codes = sounds[0].codes
    if sounds[0].kind is Kind.HAN:
        codes = tuple(int(code) for code in costs().units.plain[list(codes)])
    return "".join(PHONE_OF[sounds[0].kind][code] for code in codes)


def spelled_han(token: str, units: HanUnits) -> Sound:
    """Characters as HAN, each by its own costs where they were learned."""
    codes: list[int] = []
    letters: list[str] = []
    for character in token:
        syllable = han.syllable_of(character)
        if syllable is not None:
            _add_syllable(syllable, character, units, codes, letters)
    characters = tuple(filter(han.is_han, token))
    return Sound(Kind.HAN, tuple(codes), tuple(letters), units=characters)


def spelled_pinyin(syllables: str, units: HanUnits) -> Sound:
    """Pinyin syllables with apostrophes between them as HAN."""
    codes: list[int] = []
    letters: list[str] = []
    pieces = tuple(syllables.split("'"))
    for syllable in pieces:
        _add_syllable(syllable, syllable, units, codes, letters)
    return Sound(Kind.HAN, tuple(codes), tuple(letters), units=pieces)


def _add_syllable(
    syllable: str, written: str, units: HanUnits, codes: list[int], letters: list[str]
) -> None:
    symbols = han.symbols_of(syllable)
    first = units.first.get(written, units.first.get(syllable))
    if first is None:
        codes += [CODES[Kind.HAN][symbol] for symbol in symbols]
    else:
        codes += range(first, first + len(symbols))
    letters += [written, *[""] * (len(symbols) - 1)][: len(symbols)]


def _readings(token: str, writing: Writing | None) -> list[Sound]:
    block = _block(token)
    if block == "HAN":
        return [spelled_han(token, costs().units)]
    if block == "CYRILLIC":
        return [_sound(Kind.LETTERS, spell.cyrillic(token), spell.cyrillic_units(token))]
    if block == "ARABIC":
        return _arabic_readings(token, writing)
    return _latin_readings(token, writing)


def _arabic_readings(token: str, writing: Writing | None) -> list[Sound]:
    letters = set(token)
    turkic_sign = letters & spell.ONLY_TURKIC or token.startswith(spell.UYGHUR_START)
    surely_turkic = turkic_sign and not letters & spell.ONLY_ARABIC
    surely_plain = letters & spell.ONLY_ARABIC and not turkic_sign
    plain = _sound(Kind.ARABIC, spell.arabic(token), spell.arabic_units(token))
    if writing is Writing.ARABIC or (surely_plain and writing not in _TURKIC):
        return [plain]
    turkic = _turkic_readings(token, writing)
    if surely_turkic or writing in _TURKIC:
        return turkic
    unsure = (replace(s, penalty=s.penalty + UNSURE_TURKIC_PENALTY) for s in turkic)
    return [*unsure, plain]


def _turkic_readings(token: str, writing: Writing | None) -> list[Sound]:
    """Read as Uyghur and, where that differs and may be meant, as Kazakh."""
    uyghur, tote = (
        _sound(Kind.LETTERS, spell.turkic_arabic(token, k), spell.turkic_arabic_units(token, k))
        for k in (False, True)
    )
    if writing is Writing.TOTE or (writing is None and spell.is_tote(token)):
        return [tote]
    if writing or tote.codes == uyghur.codes or not spell.may_be_tote(token):
        return [uyghur]
    return [uyghur, replace(tote, penalty=TOTE_PENALTY)]


def _latin_readings(token: str, writing: Writing | None) -> list[Sound]:
    manner = _MANNERS.get(writing) if writing else None
    latin = _sound(Kind.LATIN, spell.latin(token, manner), spell.latin_units(token, manner))
    if writing is Writing.PINYIN:
        return [
            replace(sound, penalty=sound.penalty - PINYIN_PENALTY)
            for sound in _pinyin_readings(token)
        ] or [latin]
    return [latin] if writing in _LATIN else [latin, *_pinyin_readings(token)]


def _pinyin_readings(token: str) -> list[Sound]:
    ways = [spelled_pinyin("'".join(way), costs().units) for way in han.split_pinyin(token)]
    return [
        replace(sound, penalty=PINYIN_PENALTY + LATER_SPLIT_PENALTY * at)
        for at, sound in enumerate(ways)
    ]


def _sound(kind: Kind, spelled: spell.Spelled, units: tuple[str, ...]) -> Sound:
    codes = CODES[kind]
    return Sound(
        kind,
        tuple(codes[symbol] for symbol, _ in spelled),
        tuple(letters for _, letters in spelled),
        units=units,
    )


def _without_address(token: str) -> list[tuple[str, float]]:
    """The token without a final address, -jan or -xan, and what leaving it out costs."""
    ending = ending_of(token, _shortest(token), "dear", "respect")
    if ending is None:
        return []
    return [(token.removesuffix(ending.form), SHORTENED_PENALTIES[ending.kind])]


def _without_first_half(token: str) -> list[tuple[str, float]]:
    """The token without the half of a compound that often falls away, and what that costs."""
    for half in endings("fore"):
        stem = token.removeprefix(half.form)
        if stem != token and len(stem) >= _shortest(token):
            return [(stem, HALVED_PENALTY)]
    return []


def _shortest(token: str) -> int:
    return SHORTEST_STEM[bool(token) and han.is_han(token[-1])]


def _block(token: str) -> str:
    """HAN, CYRILLIC, ARABIC or LATIN: that of most letters, a character counted twice; "" for a
    token without letters of these."""
    weights: dict[str, int] = {}
    for letter in token:
        block = _block_of_letter(letter)
        if block:
            weights[block] = weights.get(block, 0) + (2 if block == "HAN" else 1)
    return max(weights, key=weights.__getitem__, default="")


@lru_cache(maxsize=4096)
def _block_of_letter(letter: str) -> str:
    if han.is_han(letter):
        return "HAN"
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in ("CYRILLIC", "ARABIC", "LATIN") else ""
