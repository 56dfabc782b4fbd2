"""The identifying particulars of a row: names, sex, birth, place, numbers, each with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tidings.reading.cells.births import agree, birth_from_age, is_age, read_age, read_day
from tidings.reading.cells.names import NameCell, read_names
from tidings.reading.cells.numbers import read_identities, read_phones, was_rounded
from tidings.reading.grids import words_of
from tidings.reading.reading import MentionDraft, Unread
from tidings.reading.words import sex_words
from tidings.values import BadInput, Dated, ImpossibleDate, Role, Sex, day, year

if TYPE_CHECKING:
    from tidings.reading.roles import Field
    from tidings.reading.tablerows import Row, Sheet

_PARTS = (Role.GIVEN, Role.SURNAME, Role.PATRONYMIC)
_AGE_NEEDS_DAY = (
    "No age of this column was used: an age needs the day from which it counts. Say when the "
    "list was made: --published 2019-01, or put the year into the heading."
)
_AGE_AS_BIRTH = (
    "This is an age, and the day from which it counts is missing. Say when the list was made: "
    "--published 2019-01."
)
_ROUNDED = "The spreadsheet rounded this number. Type it as text, after a '."
_EXPECTED_BIRTH = "Expected a date such as 12.03.1974, 1974-03 or 1974."


@dataclass
class Particulars:
    """What a row says of who somebody is, and what of it was not understood."""

    row: Row
    names: tuple[str, ...] = ()
    sex: Sex | None = None
    birth: Dated | None = None
    place: str | None = None
    birthplace: str | None = None
    phones: tuple[str, ...] = ()
    id_numbers: tuple[str, ...] = ()
    cells: dict[str, str] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)

    @classmethod
    def of(cls, row: Row) -> Particulars:
        """The particulars of one row."""
        found = cls(row)
        beside = found._read_names()
        found._read_sex()
        found._read_birth(beside)
        found._read_place()
        found._read_numbers()
        for one, _, _ in row.having(Role.ROW_ID, Role.SOURCE_URL, Role.PHOTO):
            found._note_cell(one.role, one)
        return found

    def mention(self, key: str) -> MentionDraft:
        """The mention that these particulars make."""
        first = self.cells["name"].split(",")[0]
        return MentionDraft(
            key,
            self.row.sheet.locator(first),
            self.names,
            self.sex,
            self.birth,
            self.place,
            self.phones,
            self.id_numbers,
            self.cells,
        )

    @staticmethod
    def birth_beside(name: NameCell, sheet: Sheet) -> Dated | None:
        """The birth that stands beside a name in its cell; None if it is no date."""
        try:
            if name.birth:
                return read_day(name.birth)
            if name.age and sheet.published:
                return birth_from_age(read_age(name.age), sheet.published)
        except BadInput:
            pass
        return None

    def _note_cell(self, role: Role | str, one: Field) -> None:
        role = str(role)
        cell = self.row.cell(one)
        self.cells[role] = f"{self.cells[role]}, {cell}" if role in self.cells else cell

    def _leave(self, one: Field, found: str, reason: str) -> None:
        self.unread.append(self.row.unread(one, found, reason))

    def _read_names(self) -> NameCell:
        """Fills the names; gives back the cell beside whose name other things stood."""
        beside = NameCell(())
        names: list[str] = []
        if whole := self._joined_parts():
            names.append(whole)
        for one, cell, words in self.row.having(Role.NAME, Role.NAME_OTHER_SCRIPT):
            found = read_names(words_of(cell))
            self._note_cell("name" if one.role is Role.NAME or not names else one.role, one)
            self._report_name(one, words, found)
            names += found.names
            if found.birth or found.age or found.sex:
                beside = found
        self.names = tuple(dict.fromkeys(names))
        self.sex = beside.sex
        return beside

    def _joined_parts(self) -> str | None:
        """Given name, surname and patronymic columns as one name, in the order of the sheet."""
        parts: list[str] = []
        seen: set[Role] = set()
        for one, cell, words in self.row.having(*_PARTS):
            if one.role in seen:
                continue
            seen.add(one.role)
            found = read_names(words_of(cell))
            self._report_name(one, words, found)
            if found.names:
                parts.append(found.names[0])
                self._note_cell("name", one)
        return " ".join(parts) or None

    def _report_name(self, one: Field, words: str, found: NameCell) -> None:
        if found.hidden:
            reason = "Marks that cannot be seen or do not belong in a name were left out of it."
            self._leave(one, words, reason)
        for left in found.left:
            self._leave(one, left, "This does not look like a name and was left out of it.")

    def _read_sex(self) -> None:
        for one, _, words in self.row.having(Role.SEX):
            self._note_cell(Role.SEX, one)
            if sex := sex_words(words):
                self.sex = sex
            else:
                self._leave(one, words, "Expected a word for female or male, such as F or M.")

    def _read_birth(self, beside: NameCell) -> None:
        for one, cell, words in self.row.having(Role.BORN):
            try:
                self.birth = read_day(cell, order=self.row.sheet.orders.get(one.at))
                self._note_cell(Role.BORN, one)
            except BadInput as error:
                if is_age(words):
                    self._read_age(one, words)
                elif not self._read_birth_and_place(one, words, error):
                    self._leave(one, words, f"{error.message} {_EXPECTED_BIRTH}")
        for one, _, words in self.row.having(Role.AGE):
            self._read_age(one, words)
        if self.birth is None and (born := self.birth_beside(beside, self.row.sheet)):
            self.birth = born
            self.cells[str(Role.BORN)] = self.cells["name"]

    def _read_birth_and_place(self, one: Field, words: str, error: BadInput) -> bool:
        """Read "12.03.1974, Текес": a birth before a comma, and what stands after it a place.
        False where that is not what the cell holds."""
        born, comma, rest = words.partition(",")
        if isinstance(error, ImpossibleDate) or not comma or any(map(str.isdigit, rest)):
            return False
        try:
            self.birth = read_day(born.strip(), order=self.row.sheet.orders.get(one.at))
        except BadInput:
            return False
        self._note_cell(Role.BORN, one)
        self.birthplace = rest.strip() or None
        return True

    def _read_age(self, one: Field, words: str) -> None:
        on = self._counted_from(one)
        try:
            age = read_age(words)
        except BadInput as error:
            self._leave(one, words, error.message)
            return
        if on is None:
            if one.role is Role.BORN:
                self._leave(one, words, _AGE_AS_BIRTH)
            elif self.birth is None and one.at not in self.row.sheet.undated_ages:
                self.row.sheet.undated_ages.add(one.at)
                self._leave(one, words, _AGE_NEEDS_DAY)
            return
        born = birth_from_age(age, on)
        if self.birth is None:
            self.birth = born
            self._note_cell(Role.BORN, one)
        elif born and not agree(born, self.birth):
            self._leave(one, words, f"The age does not fit the birth date {self.birth.edtf}.")

    def _counted_from(self, one: Field) -> Dated | None:
        """The day from which an age counts: the heading's year, the event it names, else the
        day of the list."""
        if one.meaning.year:
            return year(one.meaning.year)
        if one.meaning.event:
            for other, cell, _ in self.row.having(Role.EVENT_DATE):
                if other.meaning.event is one.meaning.event:
                    try:
                        return read_day(cell, order=self.row.sheet.orders.get(other.at))
                    except BadInput:
                        return None
        return self.row.sheet.published

    def _read_place(self) -> None:
        places = []
        for one, _, words in self.row.having(Role.PLACE):
            if one.meaning.event is None:
                places.append(words)
                self._note_cell(Role.PLACE, one)
        self.place = ", ".join(dict.fromkeys(places)) or self.birthplace

    def _read_numbers(self) -> None:
        for one, cell, words in self.row.having(Role.PHONE):
            if one.meaning.of_testifier and any(self.row.having(Role.TESTIFIER)):
                continue
            if was_rounded(cell):
                self._leave(one, words, _ROUNDED)
            self.phones += read_phones(cell)
            self._note_cell(Role.PHONE, one)
        for one, cell, words in self.row.having(Role.ID_NUMBER):
            self._note_cell(Role.ID_NUMBER, one)
            if was_rounded(cell):
                self._leave(one, words, _ROUNDED)
                continue
            self._read_identity(one, words)

    def _read_identity(self, one: Field, words: str) -> None:
        found = read_identities(words)
        if not found:
            self._leave(one, words, "Expected an identity or passport number.")
        for identity in found:
            self.id_numbers += (identity.written,)
            if not identity.sound:
                self._leave(one, words, "The number's own check digit or birth date is wrong.")
            if identity.birth:
                born = day(identity.birth)
                if self.birth is None:
                    self.birth = born
                    self._note_cell(Role.BORN, one)
                elif not agree(born, self.birth):
                    reason = f"The number says born {born.edtf}, the row {self.birth.edtf}."
                    self._leave(one, words, reason)
            if identity.sex and self.sex and identity.sex is not self.sex:
                self._leave(one, words, f"The number says {identity.sex}, the row {self.sex}.")
            self.sex = self.sex or identity.sex
