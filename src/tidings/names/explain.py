"""Why two names match, in words for a volunteer: English, Russian, Kazakh."""

from __future__ import annotations

from typing import Final

from tidings.names import han
from tidings.names.customs import left_out, r_as_l
from tidings.names.match import Match, PartMatch
from tidings.names.parts import normalised

_WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "same_letters": "written with the same letters",
        "same_sound": "sounds the same",
        "near_sound": "sounds much alike",
        "shortened": "alike without a part that comes and goes, as -jan or Memet-",
        "initial": "the first letter fits",
        "related": "one name in two forms, as two peoples bear it or shortened",
        "begins": "begins so; the rest is not typed yet",
        "different": "another name",
        "missing": "only in one of the two; sources often leave a part out",
        "common": "many people bear this name, so it says little",
        "child_of": "{tag} only says whose child",
        "read": "{name} is read {reading}",
        "r_as_l": "Chinese has no such r and writes l",
        "left_out": "{letters} is left out, as often in Chinese",
    },
    "ru": {
        "same_letters": "записано теми же буквами",
        "same_sound": "звучит одинаково",
        "near_sound": "звучит очень похоже",
        "shortened": "похоже без части, которую то пишут, то нет, как -жан или Мемет-",
        "initial": "первая буква подходит",
        "related": "одно имя в двух видах: как у разных народов или сокращённо",
        "begins": "начинается так; остальное ещё не набрано",
        "different": "другое имя",
        "missing": "есть только в одном из двух; часть имени нередко опускают",
        "common": "это имя носят многие, поэтому само по себе оно мало что значит",
        "child_of": "{tag} лишь указывает, чей ребёнок",
        "read": "{name} читается {reading}",
        "r_as_l": "вместо «р» в китайской записи «л»",
        "left_out": "«{letters}» опущено, как часто в китайской записи",
    },
    "kk": {
        "same_letters": "бірдей әріптермен жазылған",
        "same_sound": "бірдей естіледі",
        "near_sound": "өте ұқсас естіледі",
        "shortened": "бірде жазылып, бірде жазылмайтын бөлігінсіз (-жан, Мемет-) ұқсас",
        "initial": "бірінші әрпі сәйкес",
        "related": "бір есімнің екі түрі: екі халықтағыша не қысқартылған",
        "begins": "осылай басталады; қалғаны әлі терілмеген",
        "different": "басқа есім",
        "missing": "екеуінің бірінде ғана бар; есімнің бір бөлігі жиі түсіп қалады",
        "common": "бұл есім көп адамда бар, сондықтан оның өзі аз нәрсе айтады",
        "child_of": "{tag} тек кімнің баласы екенін білдіреді",
        "read": "{name} былай оқылады: {reading}",
        "r_as_l": "қытайша жазуда «р» орнына «л» жазылады",
        "left_out": "«{letters}» түсіп қалған, қытайша жазуда бұл жиі болады",
    },
}


_NOTES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "empty": "there is no name to compare: it has no letters",
        "hidden": "characters that cannot be seen are left out",
        "digits": "numbers are left out",
        "signs": "signs that are no letters are left out",
        "long": "a part is longer than any name; only its beginning is compared",
        "many": "only the first six parts are compared",
        "mixed": "letters of two alphabets are mixed: {word}",
        "unread": "letters that cannot be read: {word}",
    },
    "ru": {
        "empty": "сравнивать нечего: в имени нет букв",
        "hidden": "невидимые знаки не учитываются",
        "digits": "цифры не учитываются",
        "signs": "знаки, которые не буквы, не учитываются",
        "long": "часть длиннее любого имени; сравнивается только её начало",
        "many": "сравниваются только первые шесть частей",
        "mixed": "смешаны буквы двух алфавитов: {word}",
        "unread": "буквы, которые нельзя прочесть: {word}",
    },
    "kk": {
        "empty": "салыстыратын есім жоқ: онда әріп жоқ",
        "hidden": "көрінбейтін таңбалар есепке алынбайды",
        "digits": "сандар есепке алынбайды",
        "signs": "әріп емес таңбалар есепке алынбайды",
        "long": "бір бөлігі кез келген есімнен ұзын; тек басы салыстырылады",
        "many": "тек алғашқы алты бөлігі салыстырылады",
        "mixed": "екі әліпбидің әріптері араласқан: {word}",
        "unread": "оқылмайтын әріптер: {word}",
    },
}


def explain(match: Match, language: str = "en") -> list[str]:
    """One line for each part, in `language` (en, ru, kk; English for any other), then one for
    each note: "Ерлан — 叶尔兰: 叶尔兰 is read ye-er-lan; sounds the same (е 叶, р 尔, лан 兰)"."""
    lines = [
        f"{' — '.join(name for name in (part.a, part.b) if name)}: {reason}{_letters(part)}"
        for part, reason in zip(match.parts, reasons(match, language), strict=True)
    ]
    return lines + notes(match, language)


def notes(match: Match, language: str = "en") -> list[str]:
    """What was left out or put right before the names could be read, a line each."""
    words = _NOTES.get(language, _NOTES["en"])
    told = (note.partition(":") for note in match.notes)
    return [words[code].format(word=word) for code, _, word in told]


def reasons(match: Match, language: str = "en") -> list[str]:
    """For each part why it matches or does not, without the two names and their letters."""
    words = _WORDS.get(language, _WORDS["en"])
    return [_reason(part, words) for part in match.parts]


def _reason(part: PartMatch, words: dict[str, str]) -> str:
    code, *more = part.reason.split("+")
    said = [words[code]]
    if part.steps and code != "same_letters":
        read = [(name, _reading(name)) for name in (part.a, part.b) if name]
        said = [words["read"].format(name=n, reading=r) for n, r in read if r] + said
    said += _customs(part, words)
    said += [words["child_of"].format(tag=f"-{tag}") for tag in part.tags]
    return "; ".join(said + [words[each] for each in more])


def _customs(part: PartMatch, words: dict[str, str]) -> list[str]:
    said = [words["r_as_l"]] if r_as_l(part.steps) else []
    missing = ", ".join(dict.fromkeys(left_out(part.steps)))
    return [*said, *([words["left_out"].format(letters=missing)] if missing else [])]


def _reading(written: str) -> str:
    """How characters are read, syllable by syllable: "ye-er-lan"; "" for other letters."""
    syllables = [han.syllable_of(character) for character in normalised(written)]
    return "-".join(filter(None, syllables)).replace("v", "ü")


def _letters(part: PartMatch) -> str:
    if part.reason.startswith("same_letters") or not part.steps:
        return ""
    shown = [f"{a or '–'} {b or '–'}" for a, b in part.steps]
    return f" ({', '.join(shown)})"
