"""A person's name for one addressee: in their script, with the original beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tidings.publishing.kazakh import Case, decline
from tidings.publishing.phrases import Language
from tidings.publishing.release import ReleasedName, ReleasedPerson
from tidings.publishing.transcription import SOURCES, transcribed, without_kazakh_letters
from tidings.values import Script, clean, script_of

_WANTED: dict[Language, Script] = {
    "en": Script.LATIN,
    "kk": Script.CYRILLIC,
    "ru": Script.CYRILLIC,
}
_BESIDE = (Script.CYRILLIC, Script.LATIN, Script.ARABIC, Script.HAN)


@dataclass(frozen=True)
class NameShown:
    """`written` is in the addressee's script, `beside` the originals in other scripts; `ours`
    says that no source writes it so and that we transcribed it."""

    written: str
    beside: tuple[str, ...]
    ours: bool
    language: Language

    @property
    def full(self) -> str:
        """With the originals beside it, as a letter first says it."""
        return f"{self.written} ({', '.join(self.beside)})" if self.beside else self.written

    def case(self, case: Case) -> str:
        """With a Kazakh case ending, where the letter is Kazakh and the script takes one."""
        return decline(self.written, case) if self.language == "kk" else self.written

    @cached_property
    def forms(self) -> dict[str, str]:
        """What the phrases of letters call the name by its case."""
        return {
            "name": self.written,
            "of": self.case(Case.GENITIVE),
            "to": self.case(Case.DATIVE),
            "with_": self.case(Case.INSTRUMENTAL),
        }


def shown(person: ReleasedPerson, language: Language) -> NameShown | None:
    """How to call the person to this addressee; None for a person without any name."""
    names = [ReleasedName(clean(each.written), each.script) for each in person.names]
    names = [each for each in names if each.written]
    if not names:
        return None
    wanted = _in_scripts(names, (_WANTED[language],))
    written = _best(wanted, language) if wanted else _transcribed(names, language)
    if written is None:
        return NameShown(names[0].written, (), False, language)
    others = [each for each in names if each.script is not _WANTED[language]]
    beside = dict.fromkeys(
        each.written for script in _BESIDE for each in _in_scripts(others, (script,))[:1]
    )
    beside.pop(written, None)
    known = any(each.written == written for each in names)
    return NameShown(written, tuple(beside), not known, language)


def _in_scripts(names: list[ReleasedName], scripts: tuple[Script, ...]) -> list[ReleasedName]:
    return [each for script in scripts for each in names if each.script is script]


def _best(names: list[ReleasedName], language: Language) -> str:
    """To a reader of Kazakh the spelling with Kazakh letters; to others the first."""
    if language == "kk":
        for each in names:
            if without_kazakh_letters(each.written) != each.written:
                return each.written
    return names[0].written


def _transcribed(names: list[ReleasedName], language: Language) -> str | None:
    target = _WANTED[language]
    for each in _in_scripts(names, SOURCES[target]):
        if each.script is Script.PINYIN and target is Script.LATIN:
            return each.written
        text = transcribed(each.written, each.script, target, language)
        if text:
            return text
    return None


def readable(text: str, language: Language) -> str:
    """Other words as a source writes them (a place, a speaker), with our transcription before
    them where the reader cannot be expected to read their script."""
    written = clean(text)
    source, target = script_of(written), _WANTED[language]
    if source in (target, Script.LATIN, Script.OTHER):
        return written
    spelled = transcribed(written, source, target, language)
    return f"{spelled} / {written}" if spelled else written
