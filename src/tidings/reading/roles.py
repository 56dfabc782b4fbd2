"""The columns of a sheet mapped to roles: by headings, then contents, then what others hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tidings.reading.cells.kin import read_relatives
from tidings.reading.columns import Header
from tidings.reading.contents import agrees, are_births, role_by_contents, sample_of, words_in_names
from tidings.reading.grids import Cell, letter, words_of
from tidings.reading.meanings import (
    Meaning,
    meaning_of,
    names_father,
    without_brackets,
    without_relative,
)
from tidings.reading.reading import Column
from tidings.reading.words import plain
from tidings.values import Kin, Role, WrongUse, clean

#: Roles that a row has once.
_ONCE = frozenset({Role.SEX, Role.AGE, Role.BORN, Role.TESTIFIER, Role.TESTIFIER_RELATION})
_NAMES = frozenset({Role.NAME, Role.GIVEN, Role.SURNAME, Role.NAME_OTHER_SCRIPT})
_UNTOLD = Meaning(Role.NONE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Field:
    """One column: its place (from 0), its heading and what it means."""

    at: int
    header: str
    meaning: Meaning

    @property
    def role(self) -> Role:
        return self.meaning.role

    @property
    def letter(self) -> str:
        return letter(self.at)

    @property
    def name(self) -> str:
        """What to call the column in a message."""
        return self.header or self.letter

    def column(self) -> Column:
        return Column(self.letter, self.header, self.role)


def assign(
    header: Header, columns: Sequence[Sequence[Cell]], mapping: Mapping[str, Role]
) -> list[Field]:
    """The fields of a sheet. `columns` has the cells below each heading; `mapping` (a column
    letter or a heading -> role) is the user's word and stands."""
    fields = _fields(header.texts, columns)
    if _is_kept_by_relatives(fields):
        fields = _about_relatives(header.texts, columns)
    told = {field.at: role for name, role in mapping.items() for field in _named(fields, name)}
    for settle in (_settle_dates, _settle_testifiers, _settle_names, _settle_phones, _settle_sole):
        fields = settle(fields, columns)
    return _with_told(fields, told)


def _fields(texts: Sequence[str], columns: Sequence[Sequence[Cell]]) -> list[Field]:
    return [
        Field(at, text, _meaning(text, cells))
        for at, (text, cells) in enumerate(zip(texts, columns, strict=True))
    ]


def _is_kept_by_relatives(fields: list[Field]) -> bool:
    """Whether the list names applicants and, as "the relative", the people they look for."""
    roles = {field.role for field in fields}
    relative = any(field.meaning.kin is Kin.RELATIVE for field in fields)
    return relative and Role.TESTIFIER in roles and not roles & _NAMES


def _about_relatives(texts: Sequence[str], columns: Sequence[Sequence[Cell]]) -> list[Field]:
    """The fields of such a list: a relation is then what the person is to the applicant."""
    fields = [
        replace(field, header=text)
        for field, text in zip(
            _fields([without_relative(text) for text in texts], columns), texts, strict=True
        )
    ]
    return [
        replace(field, meaning=replace(field.meaning, inverse=True))
        if field.role is Role.TESTIFIER_RELATION
        else field
        for field in fields
    ]


def _with_told(fields: list[Field], told: Mapping[int, Role]) -> list[Field]:
    """The fields with the user's word; what was guessed for a role that a row has once gives
    way to it."""
    given = set(told.values())

    def settled(field: Field) -> Meaning:
        if field.at in told:
            known = meaning_of(field.header)
            role = told[field.at]
            return known if known and known.role is role else Meaning(role)
        if field.role in given & _ONCE:
            return _UNTOLD
        if field.role is Role.NAME and Role.NAME in given:
            return replace(field.meaning, role=Role.NAME_OTHER_SCRIPT)
        return field.meaning

    return [replace(field, meaning=settled(field)) for field in fields]


def check_mapping(sheets: Sequence[Sequence[Field]], mapping: Mapping[str, Role]) -> None:
    """Raise WrongUse for a mapping that names no column of any sheet, and say what there is."""
    for name in mapping:
        if not any(_named(fields, name) for fields in sheets):
            there = ", ".join(f"{field.letter} '{field.header}'" for field in sheets[0])
            raise WrongUse(f"There is no column '{name}'.", f"The columns are: {there}.")


def _named(fields: Sequence[Field], name: str) -> list[Field]:
    """The columns that a heading or a letter names."""
    hits = [field for field in fields if field.header and plain(field.header) == plain(name)]
    return hits or [field for field in fields if field.letter == name.strip().upper()]


def _meaning(text: str, cells: Sequence[Cell]) -> Meaning:
    """By the heading if the contents can be that, else by the contents."""
    by_heading = meaning_of(text)
    if by_heading and agrees(by_heading.role, cells):
        return by_heading
    shorter = without_brackets(text)
    if shorter and shorter != clean(text):
        inner = meaning_of(shorter)
        if inner and inner.role is not Role.NONE and agrees(inner.role, cells):
            return _with_year(inner, text)
    by_contents = role_by_contents(cells)
    if by_heading and by_heading.event and by_heading.role is Role.EVENT_DATE:
        return Meaning(Role.STATUS, event=by_heading.event)
    if by_contents is None or (text and by_contents is Role.NAME):
        return _UNTOLD
    return Meaning(by_contents, vague=by_contents in (Role.EVENT_DATE, Role.BORN))


def _with_year(meaning: Meaning, header: str) -> Meaning:
    """An age with the year from which it counts: "年龄（2018年）"."""
    year = _YEAR.search(header)
    return (
        replace(meaning, year=int(year.group())) if year and meaning.role is Role.AGE else meaning
    )


def _settle_testifiers(fields: list[Field], columns: Sequence[Sequence[Cell]]) -> list[Field]:
    """A relation column whose cells name people ("Saule, his sister") is the testifier's."""
    if any(field.role is Role.TESTIFIER for field in fields):
        return fields
    for field, following in pairwise(fields):
        relative = field.role is Role.KIN and field.meaning.kin is Kin.RELATIVE
        if relative and following.role is Role.TESTIFIER_RELATION:
            theirs = replace(field, meaning=Meaning(Role.TESTIFIER))
            return [theirs if one is field else one for one in fields]

    def settled(field: Field) -> Meaning:
        if field.role is not Role.TESTIFIER_RELATION:
            return field.meaning
        sample = [words_of(cell) for cell in sample_of(columns[field.at])]
        named = sum(1 for text in sample if any(one.name for one in read_relatives(text)))
        is_names = named * 2 > len(sample)
        return replace(field.meaning, role=Role.TESTIFIER) if is_names else field.meaning

    return [replace(field, meaning=settled(field)) for field in fields]


def _settle_dates(fields: list[Field], columns: Sequence[Sequence[Cell]]) -> list[Field]:
    """A heading that says only "date": births or events by the years."""
    births = any(field.role is Role.BORN and not field.meaning.vague for field in fields)

    def settled(field: Field) -> Meaning:
        if not field.meaning.vague:
            return field.meaning
        is_birth = not births and are_births(columns[field.at])
        return Meaning(Role.BORN if is_birth else Role.EVENT_DATE)

    return [replace(field, meaning=settled(field)) for field in fields]


def _settle_names(fields: list[Field], columns: Sequence[Sequence[Cell]]) -> list[Field]:
    """Which of several name columns is the name, which another spelling, which a part."""
    roles = [field.role for field in fields]
    if Role.SURNAME in roles and Role.GIVEN not in roles:
        fields = _first_as(
            fields,
            Role.NAME,
            Role.GIVEN,
            lambda field: words_in_names(columns[field.at]) < 1.5 and not field.meaning.script,
        )
    fields = _settle_patronymics(fields)
    roles = [field.role for field in fields]
    if Role.NAME not in roles and not {Role.GIVEN, Role.SURNAME} & set(roles):
        fields = _first_as(fields, Role.NAME_OTHER_SCRIPT, Role.NAME, lambda field: True)
    names = [field for field in fields if field.role is Role.NAME]
    main = next((field for field in names if not field.meaning.script), names[0] if names else None)
    parts = {Role.GIVEN, Role.SURNAME} & {field.role for field in fields}
    return [
        replace(field, meaning=replace(field.meaning, role=Role.NAME_OTHER_SCRIPT))
        if field.role is Role.NAME and (field is not main or parts)
        else field
        for field in fields
    ]


def _settle_patronymics(fields: list[Field]) -> list[Field]:
    """Beside a whole name, "father's name" is the father; a patronymic makes of "name" a given
    name."""
    roles = {field.role for field in fields}
    if Role.PATRONYMIC not in roles or roles & {Role.GIVEN, Role.SURNAME}:
        return fields
    patronymic = next(field for field in fields if field.role is Role.PATRONYMIC)
    if names_father(patronymic.header):
        father = replace(patronymic, meaning=Meaning(Role.KIN, kin=Kin.FATHER))
        return [father if field is patronymic else field for field in fields]
    return _first_as(fields, Role.NAME, Role.GIVEN, lambda field: not field.meaning.script)


def _first_as(
    fields: list[Field], role: Role, becomes: Role, when: Callable[[Field], bool]
) -> list[Field]:
    for at, field in enumerate(fields):
        if field.role is role and when(field):
            changed = replace(field, meaning=replace(field.meaning, role=becomes))
            return [*fields[:at], changed, *fields[at + 1 :]]
    return fields


def _settle_phones(fields: list[Field], columns: Sequence[Sequence[Cell]]) -> list[Field]:
    """A phone after the testifier's columns, before those of the person, is the testifier's."""
    near = {Role.TESTIFIER, Role.TESTIFIER_RELATION}
    between = {Role.NONE, Role.PHONE}

    def settled(field: Field) -> Meaning:
        before = next((one.role for one in fields[field.at :: -1] if one.role not in between), None)
        theirs = field.role is Role.PHONE and before in near
        return replace(field.meaning, of_testifier=True) if theirs else field.meaning

    return [replace(field, meaning=settled(field)) for field in fields]


def _settle_sole(fields: list[Field], columns: Sequence[Sequence[Cell]]) -> list[Field]:
    """Roles that a row has once go to the first column of the kind. Without any name column the
    contents are asked again."""
    taken: set[Role] = set()
    settled = []
    for field in fields:
        again = field.role in _ONCE and field.role in taken
        taken.add(field.role)
        settled.append(replace(field, meaning=_UNTOLD) if again else field)
    named = {Role.NAME, Role.GIVEN, Role.SURNAME}
    if not taken & named:
        for at, field in enumerate(settled):
            if field.role is Role.NONE and role_by_contents(columns[at]) is Role.NAME:
                settled[at] = replace(field, meaning=Meaning(Role.NAME))
                break
    return settled
