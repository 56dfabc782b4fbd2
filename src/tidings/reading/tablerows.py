"""One row of a table at a time: the mention, its relatives and testifier, what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from tidings.reading.cells.kin import Relative, read_relatives, relatives_in_note, sex_of
from tidings.reading.cells.names import read_names
from tidings.reading.cells.numbers import read_phones
from tidings.reading.cells.particulars import Particulars
from tidings.reading.cells.testifiers import read_testifier
from tidings.reading.contents import looks_like_place
from tidings.reading.grids import Cell, words_of
from tidings.reading.reading import KinDraft, MentionDraft, StatementDraft, Unread
from tidings.reading.roles import Field
from tidings.reading.rowevents import Told, events_of
from tidings.reading.words import is_blank, plain
from tidings.values import Dated, Event, Kin, Mode, Role, clean
from tidings.values.daterules import Order

#: Begins a row that counts the others.
TOTALS = frozenset(
    "total|totals|итого|всего|барлығы|жиыны|合计|总计|共计|جەمئىي|جەمى|بارلىعى|sum".split("|")
)


@dataclass(frozen=True)
class Sheet:
    """What a row needs to know of its sheet. `orders` has day or month first by column;
    `undated_ages` the columns whose ages were reported already."""

    sheet: str | None
    fields: tuple[Field, ...]
    published: Dated | None
    orders: dict[int, Order | None]
    header: tuple[str, ...]
    undated_ages: set[int] = field(default_factory=set)
    by_roles: dict[tuple[Role, ...], list[Field]] = field(default_factory=dict)

    def having(self, roles: tuple[Role, ...]) -> list[Field]:
        """The fields with these roles, in the order of the sheet."""
        if roles not in self.by_roles:
            self.by_roles[roles] = [one for one in self.fields if one.role in roles]
        return self.by_roles[roles]

    def locator(self, cell: str) -> str:
        """Where a cell stands: "Sheet1!C14", "C14" in a text table."""
        return f"{self.sheet}!{cell}" if self.sheet else cell


@dataclass(frozen=True)
class Row:
    """The cells of one row by what they hold; `texts` are their words, cleaned."""

    number: int
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    sheet: Sheet

    @classmethod
    def of(cls, number: int, cells: tuple[Cell, ...], sheet: Sheet) -> Row:
        """The row with its words."""
        return cls(number, cells, tuple(clean(words_of(cell)) for cell in cells), sheet)

    def having(self, *roles: Role) -> Iterator[tuple[Field, Cell, str]]:
        """(field, cell, its words) of the columns with these roles that say something here."""
        for one in self.sheet.having(roles):
            if not is_blank(words := self.texts[one.at]):
                yield one, self.cells[one.at], words

    def cell(self, one: Field) -> str:
        return f"{one.letter}{self.number}"

    def at(self, one: Field) -> str:
        return self.sheet.locator(self.cell(one))

    def unread(self, one: Field, found: str, reason: str) -> Unread:
        return Unread(self.at(one), one.name, found[:200], reason)


@dataclass
class RowReader:
    """Reads the rows of one sheet in order and gathers what they give."""

    sheet: Sheet
    mentions: list[MentionDraft] = field(default_factory=list)
    kin: list[KinDraft] = field(default_factory=list)
    statements: list[StatementDraft] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    testifiers: dict[str, MentionDraft] = field(default_factory=dict)

    def read(self, number: int, cells: tuple[Cell, ...]) -> None:
        """Take one row in."""
        row = Row.of(number, cells, self.sheet)
        if self._is_header_again(row):
            return
        particulars = Particulars.of(row)
        if not particulars.names or self._is_remark(row, particulars):
            self._leave(row, particulars)
            return
        key = f"row {number}"
        self.unread += particulars.unread
        self.mentions.append(particulars.mention(key))
        speaker = self._testifier(row, key, particulars)
        self._sex_from_kin(key)
        self._relatives(row, key, speaker)
        for told in events_of(row, self.unread):
            subject = self._named_relative(row, key, told) if told.relative else key
            self._state(row, subject, speaker, told)

    def all_mentions(self) -> tuple[MentionDraft, ...]:
        """The people of the rows and their relatives, then the testifiers."""
        return (*self.mentions, *self.testifiers.values())

    def _is_header_again(self, row: Row) -> bool:
        same = [a for a, b in zip(row.texts, self.sheet.header, strict=False) if a and a == b]
        return len(same) >= 2 and len(same) == len([text for text in row.texts if text])

    def _is_remark(self, row: Row, particulars: Particulars) -> bool:
        """A total, or the heading of a part of the list: one cell, and no name in it."""
        filled = [text for text in row.texts if text]
        if plain(filled[0]).split()[:1] and plain(filled[0]).split()[0] in TOTALS:
            return True
        if len(filled) > 1 or len(self.sheet.fields) <= 2:
            return False
        small = sum(1 for word in filled[0].split() if word.islower())
        return filled[0][:1] in "*※" or small >= 2 or looks_like_place(filled[0])

    def _leave(self, row: Row, particulars: Particulars) -> None:
        """Report a row that names nobody, unless it only has a number."""
        filled = [
            (one, text)
            for one in self.sheet.fields
            if (text := row.texts[one.at]) and one.role is not Role.ROW_ID
        ]
        if not filled or all(is_blank(text) for _, text in filled):
            return
        one, text = filled[0]
        reason = "No name was found in this row; the row was left out. Expected letters, as in "
        self.unread += [
            Unread(
                self.sheet.locator(row.cell(one)), one.name, text[:200], reason + "'Name Surname'."
            )
        ]

    def _testifier(self, row: Row, key: str, particulars: Particulars) -> str | None:
        """Who says what the row says, recorded once in the sheet however many rows are theirs."""
        found = read_testifier(row, self.sheet.fields)
        if found is None:
            return None
        if found.is_self or not found.names:
            return particulars.names[0] if found.is_self else found.words
        phones = tuple(
            phone
            for one, cell, _ in row.having(Role.PHONE, Role.TESTIFIER)
            if one.meaning.of_testifier or one.role is Role.TESTIFIER
            for phone in read_phones(cell)
        )
        known = self.testifiers.get(plain(found.names[0]))
        if known is None:
            sex = None if found.inverse else sex_of(found.relation)
            known = MentionDraft(f"{key} testifier", found.locator, found.names, sex=sex)
        merged = replace(known, phones=tuple(dict.fromkeys(known.phones + phones)))
        self.testifiers[plain(found.names[0])] = merged
        if found.relation:
            subject, other = (key, known.key) if found.inverse else (known.key, key)
            self.kin.append(KinDraft(subject, found.relation, other, found.relation_locator))
        return found.names[0]

    def _sex_from_kin(self, key: str) -> None:
        """ "His wife" tells the sex where no column does."""
        last = self.mentions[-1]
        relation = self.kin[-1].relation if self.kin and self.kin[-1].subject == key else None
        if last.sex is None and relation:
            self.mentions[-1] = replace(last, sex=sex_of(relation))

    def _relatives(self, row: Row, key: str, speaker: str | None) -> None:
        count = 0
        for one, relative in _relatives_in(row):
            if relative.name is None:
                value = f"{one.header}: {relative.words}" if one.meaning.kin else relative.words
                told = Told(Event.OTHER, Mode.ASSERTS, row.at(one), relative.words, value=value)
                self._state(row, key, speaker, told)
                continue
            count += 1
            self._relative(row, one, key, f"{key} kin {count}", relative)

    def _relative(self, row: Row, one: Field, key: str, own: str, relative: Relative) -> None:
        name = relative.name or read_names("")
        mention = MentionDraft(
            own,
            row.at(one),
            name.names,
            sex=name.sex or sex_of(relative.relation),
            birth=Particulars.birth_beside(name, self.sheet),
            cells={"name": row.cell(one)},
        )
        self.mentions.append(mention)
        self.kin.append(KinDraft(own, relative.relation or Kin.RELATIVE, key, row.at(one)))

    def _named_relative(self, row: Row, key: str, told: Told) -> str:
        """The key of the relative of whom an event is told: one of the row's, or a new one."""
        relative = told.relative
        if relative is None or relative.name is None:
            return key
        own = list(takewhile(lambda one: one.key != key, reversed(self.mentions)))
        for known in own:
            if set(known.names) & set(relative.name.names):
                return known.key
        new = f"{key} kin {len(own) + 1}"
        sex = relative.name.sex or sex_of(relative.relation)
        self.mentions.append(MentionDraft(new, told.locator, relative.name.names, sex=sex))
        relation = relative.relation or Kin.RELATIVE
        self.kin.append(KinDraft(new, relation, key, told.locator))
        return new

    def _state(self, row: Row, key: str, speaker: str | None, told: Told) -> None:
        self.statements.append(
            StatementDraft(
                mode=told.mode,
                event=told.event,
                quote=told.words,
                mention=key,
                speaker=speaker,
                person=self._name_of(key),
                date=told.date,
                place=told.place,
                value=told.value,
                locator=told.locator,
            )
        )

    def _name_of(self, key: str) -> str | None:
        found: Iterable[MentionDraft] = reversed(self.mentions)
        return next((mention.names[0] for mention in found if mention.key == key), None)


def _relatives_in(row: Row) -> Iterator[tuple[Field, Relative]]:
    """The relatives of the kin columns, and those that a note names with their relation."""
    for one, cell, _ in row.having(Role.KIN):
        for relative in read_relatives(words_of(cell), one.meaning.kin):
            yield one, relative
    for one, cell, _ in row.having(Role.NOTE):
        for relative in relatives_in_note(words_of(cell)):
            yield one, relative
