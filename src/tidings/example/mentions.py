"""Which recorded mention is which person of the truth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidings.example.truth import TrueMention, truth
from tidings.registry import persons

if TYPE_CHECKING:
    from tidings.example.building import BuiltFile

#: Articles name people in prose; there the key is this and the name.
NAME = "name "


@dataclass(frozen=True)
class Known:
    """`ids`: each mention of the truth that was recorded -> its id; `person_of`: id -> the
    registry's person; `strangers`: recorded mentions that the truth does not know -> file."""

    ids: Mapping[TrueMention, int]
    person_of: Mapping[int, int]
    strangers: Mapping[int, str]

    def persons(self, key: str) -> set[int]:
        """The registry's persons that hold a mention of this true person; one, if all is well."""
        return {self.person_of[mention] for true, mention in self.ids.items() if true.person == key}

    def who(self) -> dict[int, str]:
        """Recorded mention -> true person."""
        return {mention: true.person for true, mention in self.ids.items()}


def known(files: Iterable[BuiltFile]) -> Known:
    """Meet the truth's mentions with the recorded ones, file by file."""
    ids: dict[TrueMention, int] = {}
    strangers: dict[int, str] = {}
    for file in files:
        met = _met(file)
        ids |= met
        others = {
            mention
            for key, mention in file.mentions.items()
            if not truth().bystanders & set(file.names[key])
        }
        strangers |= dict.fromkeys(others - set(met.values()), file.file)
    return Known(ids, persons.persons_of(sorted([*ids.values(), *strangers])), strangers)


def _met(file: BuiltFile) -> dict[TrueMention, int]:
    """By the reader's key; a name in prose by the first mention that is called so and is not
    another's already."""
    found: dict[TrueMention, int] = {}
    for mention in (each for each in truth().mentions if each.file == file.file):
        keys = [mention.key]
        if mention.key.startswith(NAME):
            keys = [key for key, names in file.names.items() if mention.names[0] in names]
        free = [
            file.mentions[key]
            for key in keys
            if key in file.mentions and file.mentions[key] not in found.values()
        ]
        if free:
            found[mention] = free[0]
    return found
