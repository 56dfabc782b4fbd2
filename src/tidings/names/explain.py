"""Why two names match, in words for a volunteer: English, Russian, Kazakh."""

from __future__ import annotations

from typing import Final

from tidings.names.match import Match, PartMatch

_WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "same_letters": "the same letters",
        "same_sound": "sounds the same",
        "near_sound": "sounds much alike",
        "without_jan": "the same without -jan (“dear”)",
        "initial": "the initial fits",
        "different": "another name",
        "missing": "only in one of the two",
        "common": "many people bear this name",
        "child_of": "{tag} says whose child",
    },
    "ru": {
        "same_letters": "те же буквы",
        "same_sound": "звучит одинаково",
        "near_sound": "звучит очень похоже",
        "without_jan": "то же без -жан",
        "initial": "первая буква подходит",
        "different": "другое имя",
        "missing": "есть только в одном из двух",
        "common": "это имя носят многие",
        "child_of": "{tag} указывает, чей ребёнок",
    },
    "kk": {
        "same_letters": "әріптері бірдей",
        "same_sound": "бірдей естіледі",
        "near_sound": "өте ұқсас естіледі",
        "without_jan": "-жан жалғауынсыз бірдей",
        "initial": "бірінші әрпі сәйкес",
        "different": "басқа есім",
        "missing": "екеуінің бірінде ғана бар",
        "common": "бұл есім көп адамда бар",
        "child_of": "{tag} кімнің баласы екенін білдіреді",
    },
}


def explain(match: Match, language: str = "en") -> list[str]:
    """One line for each part, in `language` (en, ru, kk; English for any other):
    "Ерлан — 叶尔兰: sounds the same (е 叶, р 尔, лан 兰)"."""
    words = _WORDS.get(language, _WORDS["en"])
    return [_line(part, words) for part in match.parts]


def _line(part: PartMatch, words: dict[str, str]) -> str:
    names = " — ".join(name for name in (part.a, part.b) if name)
    said = [words[code] for code in part.reason.split("+")]
    said += [words["child_of"].format(tag=f"-{tag}") for tag in part.tags]
    return f"{names}: {'; '.join(said)}{_letters(part)}"


def _letters(part: PartMatch) -> str:
    if part.reason.startswith("same_letters") or not part.steps:
        return ""
    shown = [f"{a or '–'} {b or '–'}" for a, b in part.steps]
    return f" ({', '.join(shown)})"
