"""How people write a name they heard: each hand has a writing and habits of its own.

A hand settles once which letters stand for which sound, and keeps to it; then each single
writing may go wrong: misheard, mistyped, misread by a machine. Nothing is shared with the
matcher: the tables of letters and characters are the generator's own.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache

from benchmarks.linkage.lexemes import DATA

WRITINGS = ("han", "pinyin", "kazakh", "russian", "english", "turkish", "latin", "uyghur", "tote")
#: How the hands of a world are spread over the writings; `han` by the old rule and by that of 2003.
HANDS = ("han",) * 7 + ("pinyin",) * 6 + ("kazakh",) * 5 + ("russian",) * 4 + ("english",) * 5
HANDS += ("turkish",) * 3 + ("latin",) * 3 + ("uyghur",) * 4 + ("tote",) * 3
#: Alternatives fall off like this: the first is the habit of six hands in ten.
_FALL = (0.62, 0.27, 0.11)
#: A clerk who writes one syllable with an unusual character does so always.
_OWN_CHARACTER = 0.10
#: What goes wrong, of the writings in which something does.
_ERRORS = (("heard", 0.42), ("slip", 0.28), ("inconstant", 0.18), ("machine", 0.12))
#: What the rule of 2003 changed, on the old forms.
_RULE_OF_2003 = (
    ("买买提", "麦麦提"),
    ("阿不都", "阿卜杜"),
    ("阿不", "阿卜"),
    ("买", "麦"),
    ("肉孜", "如孜"),
    ("吐尔", "图尔"),
    ("逊", "荪"),
    ("依", "伊"),
    ("甫", "普"),
    ("里木", "力木"),
)
_VOICED = {a: b for pair in ("bp", "dt", "gk", "zs", "žš", "jč", "ğx", "qx", "wf") for a, b in
           (pair, pair[::-1])}  # fmt: skip
_VOWELS = {"a": "äo", "ä": "ae", "e": "iä", "i": "ıe", "ı": "ie", "o": "uö", "ö": "oü", "u": "oü",
           "ü": "uö"}  # fmt: skip
_CYRILLIC_PAIRS = (("йа", "я"), ("йә", "я"), ("йу", "ю"), ("йү", "ю"), ("йо", "ё"), ("йы", "й"))
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзх", "фывапролджэ", "ячсмитьбю",
         "اەىوۇبپتدسشرل")  # fmt: skip
_SOFT = re.compile("[äöüi]")
_OPEN = re.compile("[ekg]")
_VOWEL = "aäeiıoöuü"

#: Endings of a father's name or a surname, by writing: (of a man, of a woman).
CHILD, SURNAME, CHILD_WORD = 1, 2, 3
_ENDINGS: dict[tuple[str, int], tuple[str, str]] = {
    ("kazakh", CHILD): ("ұлы", "қызы"),
    ("russian", CHILD): ("улы", "кызы"),
    ("english", CHILD): ("uly", "kyzy"),
    ("turkish", CHILD): ("uli", "kizi"),
    ("latin", CHILD): ("uli", "qizi"),
    ("uyghur", CHILD): ("ئوغلى", "قىزى"),
    ("tote", CHILD): ("ۇلى", "قىزى"),
    ("kazakh", SURNAME): ("ов", "ова"),
    ("russian", SURNAME): ("ов", "ова"),
    ("english", SURNAME): ("ov", "ova"),
    ("turkish", SURNAME): ("ov", "ova"),
    ("latin", SURNAME): ("ov", "ova"),
    ("uyghur", SURNAME): ("وۋ", "وۋا"),
    ("tote", SURNAME): ("وۆ", "وۆا"),
}


@dataclass(frozen=True)
class Hand:
    """One who writes. `letters`: sound -> its letters; `characters`: unusual characters of a
    clerk; `rule`: whether they follow the rule of 2003; `apostrophe`: what they put between
    syllables of pinyin; `softens`: whether two Cyrillic letters become one (йа, я)."""

    number: int
    writing: str
    seed: int
    letters: dict[str, str] = field(default_factory=dict)
    characters: dict[str, str] = field(default_factory=dict)
    rule: bool = False
    apostrophe: str = "'"
    softens: bool = True

    def write(self, sounds: str, signs: str, variant: int = 0) -> str:
        """The name as this hand writes it; `variant` 0 is without fault, any other a fault that
        is always the same: a name has its own ways of going wrong, in every hand."""
        if not variant:
            return self._plain(sounds, signs)
        chance = random.Random(f"{self.seed} {sounds} {variant}")
        kind = chance.choices([k for k, _ in _ERRORS], [w for _, w in _ERRORS])[0]
        if self.writing in ("han", "pinyin"):
            return self._faulty_signs(kind, signs, sounds, chance)
        if kind == "heard":
            return self._plain(misheard(sounds, chance), signs)
        if kind == "inconstant":
            return _other_hand(self, chance)._plain(sounds, signs)
        spoilt = misread if kind == "machine" and self.writing != "tote" else slipped
        return spoilt(self._plain(sounds, signs), chance)

    def ending(self, kind: int, woman: bool) -> str:
        """What this hand puts after a father's name, with its space where it has one."""
        ending = _ENDINGS.get((self.writing, kind), ("", ""))[woman]
        apart = self.writing == "uyghur" and kind == CHILD
        return f" {ending}" if apart and ending else ending

    def _plain(self, sounds: str, signs: str) -> str:
        if self.writing in ("han", "pinyin"):
            return self._of_signs(signs)
        text = "".join(self.letters[sound] for sound in sounds)
        if self.softens and self.writing in ("kazakh", "russian"):
            for pair, letter in _CYRILLIC_PAIRS:
                text = text.replace(pair, letter)
        if self.writing == "uyghur":
            return _with_seats(sounds, text)
        if self.writing == "tote" and _SOFT.search(sounds) and not _OPEN.search(sounds):
            return f"ٴ{text}"
        return text

    def _of_signs(self, signs: str) -> str:
        text = signs
        if self.rule:
            for old, new in _RULE_OF_2003:
                text = text.replace(old, new)
        text = "".join(self.characters.get(sign, sign) for sign in text)
        if self.writing == "han":
            return text
        syllables = [reading_of(sign) for sign in text]
        joined = syllables[0]
        for syllable in syllables[1:]:
            joined += (self.apostrophe if syllable[0] in "aeo" else "") + syllable
        return joined

    def _faulty_signs(self, kind: str, signs: str, sounds: str, chance: random.Random) -> str:
        if self.writing == "pinyin" and kind in ("slip", "machine"):
            return slipped(self._of_signs(signs), chance)
        if kind == "machine":
            return misread(self._of_signs(signs), chance)
        at = chance.randrange(len(signs))
        if kind == "slip" and len(signs) > 2:
            return self._of_signs(signs[:at] + signs[at + 1 :])
        order = chance.sample(range(len(signs)), len(signs))
        for at in order:
            others = alike(signs[at]).replace(signs[at], "")
            if others:
                return self._of_signs(signs[:at] + chance.choice(others) + signs[at + 1 :])
        return self._of_signs(signs)


def hands(seed: int) -> tuple[Hand, ...]:
    """The hands of world `seed`."""
    return tuple(_hand(number, writing, seed) for number, writing in enumerate(HANDS))


def _hand(number: int, writing: str, seed: int) -> Hand:
    chance = random.Random(f"{seed} hand {number}")
    letters = {
        sound: chance.choices(ways, _FALL[: len(ways)])[0]
        for sound, ways in tables().get(writing, {}).items()
    }
    usual = [c for group in groups().values() for c in group[1:]]
    own = {
        group[0]: chance.choice(group[1:])
        for group in groups().values()
        if len(group) > 1 and chance.random() < _OWN_CHARACTER
    }
    own |= {c: chance.choice(alike(c)) for c in usual if chance.random() < _OWN_CHARACTER}
    return Hand(
        number,
        writing,
        seed,
        letters,
        own if writing in ("han", "pinyin") else {},
        rule=chance.random() < 0.45,
        apostrophe="'" if chance.random() < 0.6 else "",
        softens=chance.random() < 0.85,
    )


def _other_hand(hand: Hand, chance: random.Random) -> Hand:
    """The same writing on a day when the hand does not keep to its habits."""
    return _hand(hand.number, hand.writing, chance.randrange(1 << 30))


@cache
def tables() -> dict[str, dict[str, tuple[str, ...]]]:
    """Writing -> sound -> letters, from letters.txt."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    writing = ""
    for line in (DATA / "letters.txt").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) == 1:
            found[writing := words[0]] = {}
        elif words[0] != "#":
            found[writing][words[0]] = tuple(words[1:])
    return found


@cache
def groups() -> dict[str, str]:
    """Syllable -> the characters that clerks write it with, the commonest first."""
    lines = (DATA / "characters.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines)


@cache
def _readings() -> dict[str, str]:
    return {sign: syllable for syllable, signs in groups().items() for sign in signs}


def reading_of(sign: str) -> str:
    """The syllable of pinyin of a character of ours."""
    return _readings()[sign]


def alike(sign: str) -> str:
    """The characters of one syllable, this one among them."""
    return groups()[_readings()[sign]]


@cache
def _looks() -> dict[str, str]:
    lines = (DATA / "lookalikes.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines)


def misheard(sounds: str, chance: random.Random) -> str:
    """The sounds with one taken for its neighbour, or the last consonant lost."""
    if len(sounds) > 4 and sounds[-1] not in _VOWEL and chance.random() < 0.2:
        return sounds[:-1]
    places = [at for at, s in enumerate(sounds) if s in _VOICED or s in _VOWELS]
    if not places:
        return sounds
    at = chance.choice(places)
    other = _VOICED.get(sounds[at]) or chance.choice(_VOWELS[sounds[at]])
    return sounds[:at] + other + sounds[at + 1 :]


def slipped(word: str, chance: random.Random) -> str:
    """The word with a letter left out, doubled, changed over with the next, or missed on the
    keys."""
    if len(word) < 3:
        return word
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    row = next((keys for keys in _KEYS if word[at] in keys), "")
    beside = row[max(0, row.find(word[at]) - 1) : row.find(word[at]) + 2].replace(word[at], "")
    return word[:at] + chance.choice(beside or word[at]) + word[at + 1 :]


def misread(word: str, chance: random.Random) -> str:
    """The word with one sign taken for one that looks like it, where there is such a sign."""
    places = [at for at, sign in enumerate(word) if sign in _looks()]
    if not places:
        return slipped(word, chance)
    at = chance.choice(places)
    return word[:at] + _looks()[word[at]] + word[at + 1 :]


def _with_seats(sounds: str, text: str) -> str:
    """Uyghur letters with the seat that a vowel needs at the start and after a vowel."""
    before = _VOWEL[0]
    out = ""
    for sound, letter in zip(sounds, text, strict=True):
        out += f"ئ{letter}" if sound in _VOWEL and before in _VOWEL else letter
        before = sound
    return out
