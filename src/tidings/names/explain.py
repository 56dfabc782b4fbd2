"""Why two names match, in words for a volunteer: English, Russian, Kazakh."""

from __future__ import annotations

from typing import Final

from tidings.names import han
from tidings.names.match import Match, PartMatch
from tidings.names.parts import normalised

_WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "same_letters": "written with the same letters",
        "same_sound": "sounds the same",
        "near_sound": "sounds much alike",
        "without_jan": "alike without -jan (“dear”), which comes and goes",
        "initial": "the first letter fits",
        "begins": "begins so; the rest is not typed yet",
        "different": "another name",
        "missing": "only in one of the two; sources often leave a part out",
        "common": "many people bear this name, so it says little",
        "child_of": "{tag} only says whose child",
        "read": "{name} is read {reading}",
    },
    "ru": {
        "same_letters": "записано теми же буквами",
        "same_sound": "звучит одинаково",
        "near_sound": "звучит очень похоже",
        "without_jan": "похоже без -жан: эту частицу то пишут, то нет",
        "initial": "первая буква подходит",
        "begins": "начинается так; остальное ещё не набрано",
        "different": "другое имя",
        "missing": "есть только в одном из двух; часть имени нередко опускают",
        "common": "это имя носят многие, поэтому само по себе оно мало что значит",
        "child_of": "{tag} лишь указывает, чей ребёнок",
        "read": "{name} читается {reading}",
    },
    "kk": {
        "same_letters": "бірдей әріптермен жазылған",
        "same_sound": "бірдей естіледі",
        "near_sound": "өте ұқсас естіледі",
        "without_jan": "-жан жалғауынсыз ұқсас: ол бірде жазылады, бірде жазылмайды",
        "initial": "бірінші әрпі сәйкес",
        "begins": "осылай басталады; қалғаны әлі терілмеген",
        "different": "басқа есім",
        "missing": "екеуінің бірінде ғана бар; есімнің бір бөлігі жиі түсіп қалады",
        "common": "бұл есім көп адамда бар, сондықтан оның өзі аз нәрсе айтады",
        "child_of": "{tag} тек кімнің баласы екенін білдіреді",
        "read": "{name} былай оқылады: {reading}",
    },
}


def explain(match: Match, language: str = "en") -> list[str]:
    """One line for each part, in `language` (en, ru, kk; English for any other):
    "Ерлан — 叶尔兰: 叶尔兰 is read ye-er-lan; sounds the same (е 叶, р 尔, лан 兰)"."""
    return [
        f"{' — '.join(name for name in (part.a, part.b) if name)}: {reason}{_letters(part)}"
        for part, reason in zip(match.parts, reasons(match, language), strict=True)
    ]


def reasons(match: Match, language: str = "en") -> list[str]:
    """For each part why it matches or does not, without the two names and their letters."""
    words = _WORDS.get(language, _WORDS["en"])
    return [_reason(part, words) for part in match.parts]


def _reason(part: PartMatch, words: dict[str, str]) -> str:
    said = [words[code] for code in part.reason.split("+")]
    if part.steps and not part.reason.startswith("same_letters"):
        read = [(name, _reading(name)) for name in (part.a, part.b) if name]
        said = [words["read"].format(name=n, reading=r) for n, r in read if r] + said
    said += [words["child_of"].format(tag=f"-{tag}") for tag in part.tags]
    return "; ".join(said)


def _reading(written: str) -> str:
    """How characters are read, syllable by syllable: "ye-er-lan"; "" for other letters."""
    syllables = [han.syllable_of(character) for character in normalised(written)]
    return "-".join(filter(None, syllables)).replace("v", "ü")


def _letters(part: PartMatch) -> str:
    if part.reason.startswith("same_letters") or not part.steps:
        return ""
    shown = [f"{a or '–'} {b or '–'}" for a, b in part.steps]
    return f" ({', '.join(shown)})"
