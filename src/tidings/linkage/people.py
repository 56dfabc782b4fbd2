"""People as any table gives them, made into mentions for one run that keeps nothing."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from tidings.linkage.mentions import LinkMention, NamePart, Relative, number_key
from tidings.linkage.near_values import near_values
from tidings.linkage.places import is_unit_token, place_tokens, place_words
from tidings.linkage.slips import SLIP_SCORE, slips
from tidings.linkage.weighing import Neighbours
from tidings.names import Lexicon, Part, parts_of
from tidings.names.parts import is_initial
from tidings.values import Dated, Script, script_of

_EPOCH = date(1970, 1, 1)
#: What tells people apart; titles and suffixes do not.
_TELLING = ("given", "surname", "patronymic", "unknown")
#: Begins the kind of the values of a further column.
_OTHER = "other "


@dataclass(frozen=True)
class Person:
    """One row: who it names. `label` is how to speak of the row ("b.csv, row 14");
    `relatives` are (what the relative is to the person, the relative's name); `others` are
    (a further column, its value as `columns.cleaned` gives it), one value a column."""

    label: str
    names: tuple[str, ...]
    birth: Dated | None = None
    sex: str | None = None
    place: str | None = None
    phones: tuple[str, ...] = ()
    id_numbers: tuple[str, ...] = ()
    relatives: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()


@dataclass
class Vocabulary:
    """The lexemes of one run. `columns`: its further columns, in the order of their numbers."""

    columns: list[str] = field(default_factory=list)
    _ids: dict[tuple[str, str], int] = field(default_factory=dict)
    _tokens: dict[int, str] = field(default_factory=dict)
    _parts: dict[str, tuple[Part, ...]] = field(default_factory=dict)

    def name(self, written: str) -> tuple[NamePart, ...]:
        """The telling parts of a name; initials are left out, they fit too many."""
        return tuple(
            NamePart(self._id("name", part.token), part.role)
            for part in self._parts_of(written)
            if part.role in _TELLING and not is_initial(part.token)
        )

    def joined(self, name: tuple[NamePart, ...]) -> Iterator[tuple[NamePart, ...]]:
        """The name with two parts as one where that is a word of the run: "isab elle"."""
        tokens = [self._tokens[part.lexeme] for part in name]
        for at in range(len(name) - 1):
            if number := self._ids.get(("name", tokens[at] + tokens[at + 1])):
                yield (*name[:at], NamePart(number, name[at + 1].role), *name[at + 2 :])

    def place(self, written: str) -> tuple[int, ...]:
        return tuple(self._id("place", token) for token in place_tokens(written))

    def others(self, said: Iterable[tuple[str, str]]) -> tuple[tuple[int, int], ...]:
        """(number of the column, id of the value) for what further columns say."""
        told = []
        for column, value in said:
            if column not in self.columns:
                self.columns.append(column)
            told.append((self.columns.index(column), self._id(_OTHER + column, value)))
        return tuple(told)

    def neighbours(self) -> Neighbours:
        """Which lexemes may be the same: names by sound, places too where scripts differ, values
        of further columns by a slip or a word."""
        names = {token: number for (kind, token), number in self._ids.items() if kind == "name"}
        places = {token: number for (kind, token), number in self._ids.items() if kind == "place"}
        spoken = [
            token
            for token in places
            if not is_unit_token(token) and not any(c.isdigit() for c in token)
        ]
        a, b, score = _near(names)
        for x, y, worth in slips(names):
            a.append(x)
            b.append(y)
            score.append(worth)
        if len({script_of(token) for token in spoken} - {Script.OTHER}) > 1:
            more = _near({token: places[token] for token in spoken})
            a, b, score = a + more[0], b + more[1], score + more[2]
        for x, y in self._near_others():
            a.append(x)
            b.append(y)
            score.append(SLIP_SCORE)
        return a, b, score

    def _near_others(self) -> Iterator[tuple[int, int]]:
        """Value ids (a < b) of one column that may be the same, written otherwise."""
        values: dict[str, list[str]] = defaultdict(list)
        for kind, token in self._ids:
            values[kind].append(token)
        for column in self.columns:
            kind = _OTHER + column
            for x, y in sorted(near_values(values[kind])):
                a, b = self._ids[kind, x], self._ids[kind, y]
                yield min(a, b), max(a, b)

    def written(self, person: Person, beside: Person | None = None) -> dict[int, str]:
        """Lexeme -> how this row writes it. A unit in which the person lives is its name, of the
        units that are also those of the person beside only the most exact."""
        # Own names last: a sister's ending must not replace the brother's.
        names = (*(name for _, name in person.relatives), *person.names)
        words = {
            self._id("name", part.token): part.written
            for name in names
            for part in self._parts_of(name)
        }
        theirs = place_tokens((beside or person).place or "")
        tokens = {
            self._id("place", token): token
            for token in place_tokens(person.place or "")
            if token in theirs or not is_unit_token(token)
        }
        return words | place_words(tokens)

    def _parts_of(self, written: str) -> tuple[Part, ...]:
        """As `parts_of`: tables write the same name again and again."""
        if written not in self._parts:
            self._parts[written] = tuple(parts_of(written))
        return self._parts[written]

    def _id(self, kind: str, token: str) -> int:
        number = self._ids.setdefault((kind, token), len(self._ids) + 1)
        self._tokens.setdefault(number, token)
        return number


def _near(ids: dict[str, int]) -> tuple[list[int], list[int], list[float]]:
    lexicon = Lexicon.from_tokens([])
    for token, number in ids.items():
        lexicon.add(token, number)
    a, b, score = lexicon.neighbours_of_all(list(ids))
    return a.tolist(), b.tolist(), score.tolist()


def mentions_of(people: Sequence[Person], vocabulary: Vocabulary) -> list[LinkMention]:
    """One mention a row, its id the row's place in the list, each row a source of its own:
    a list may well name a person twice."""
    secret = os.urandom(32)
    written = dict.fromkeys(name for person in people for name in person.names)
    names = {name: vocabulary.name(name) for name in written}
    forms = {
        name: (parts, *vocabulary.joined(parts)) if parts else () for name, parts in names.items()
    }
    return [
        LinkMention(
            id=at,
            source=at,
            names=tuple(form for name in person.names for form in forms[name]),
            birth=_days(person.birth),
            sex=person.sex,
            place=vocabulary.place(person.place or ""),
            relatives=tuple(_relative(vocabulary, *each) for each in person.relatives),
            numbers=frozenset(
                [number_key(number, secret, "phone") for number in person.phones]
                + [number_key(number, secret) for number in person.id_numbers]
            ),
            others=vocabulary.others(person.others),
        )
        for at, person in enumerate(people)
    ]


def _relative(vocabulary: Vocabulary, relation: str, name: str) -> Relative:
    return Relative(relation, tuple(part.lexeme for part in vocabulary.name(name)))


def _days(birth: Dated | None) -> tuple[int | None, int | None]:
    if birth is None:
        return (None, None)
    first, last = birth.first, birth.last
    return (
        None if first is None else (first - _EPOCH).days,
        None if last is None else (last - _EPOCH).days,
    )
