"""Which columns of the tables are compared, and as what: by their uses, then by their contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log2

from tidings.linkage import is_unit_token, number_key, place_tokens
from tidings.linkage.columns import Kind, cleaned, kind_of
from tidings.reading import NAMING, Listing, Use, UsedColumn
from tidings.values import Script, script_of

#: Where there are fewer rows, how rare a value is cannot be counted: a number is then taken at its
#: word, and a place by what is known of places.
COUNTABLE = 500
#: More further columns are not compared: the most telling stay.
MOST = 16
#: What `match` writes itself is no evidence when it is read again.
_OURS = frozenset({"file", "row", "cluster", "score", "reason"})
_SAMPLED = 300
_KNOWN = 0.2


@dataclass(frozen=True)
class Chosen:
    """One column of a sheet as it is compared. `field` is the name under which its values meet
    those of other sheets, None where its use says how they meet; `kind` what it holds; `why`
    why it is not compared."""

    column: UsedColumn
    field: str | None = None
    kind: Kind | None = None
    why: str = ""

    @property
    def words(self) -> str:
        """How the user is told."""
        name = self.column.header or self.column.letter
        if self.why:
            return f"{name} ({self.why})"
        use = self.column.kin or (Use.OTHER if self.field else self.column.use)
        return f"{name} = {use} ({self.kind})" if self.kind else f"{name} = {use}"


Places = list[tuple[int, int]]


def choose(listings: Sequence[Listing], *, dated: bool) -> list[list[Chosen]]:
    """For each sheet, its columns as they are compared. `dated`: it is known when they were
    made, so that ages tell births."""
    chosen = [[Chosen(column, why=column.why) for column in one.columns] for one in listings]
    telling: list[tuple[float, str]] = []
    for field, places in _fields(listings, dated).items():
        values = [_values(listings[n], at) for n, at in places]
        kind = kind_of(values)
        for n, at in places:
            chosen[n][at] = _further(chosen[n][at].column, field, kind)
        if chosen[n][at].field:
            telling.append((_bits(values), field))
    if not dated:
        chosen = [[_undated(one) for one in columns] for columns in chosen]
    left = {field for _, field in sorted(telling, reverse=True)[MOST:]}
    return [[_without(one, left) for one in columns] for columns in chosen]


def _fields(listings: Sequence[Listing], dated: bool) -> dict[str, Places]:
    """The further columns, (sheet, column) by the name under which they meet: one heading, or
    the one number that each sheet has. Ages of one list, of whatever year, are one of them."""
    fields: dict[str, Places] = {}
    for n, listing in enumerate(listings):
        for at, column in enumerate(listing.columns):
            is_age = column.use is Use.AGE and len(listings) == 1 and not dated
            if column.use in (Use.UNTOLD, Use.OTHER) or is_age:
                fields.setdefault(_heading(column), []).append((n, at))
    if sum(len(listing.rows) for listing in listings) < COUNTABLE:
        return fields
    for more in (_numbers_as_written(listings), _places_as_written(listings)):
        for field, places in more.items():
            fields[field] = sorted([*fields.get(field, []), *places])
    return fields


def _numbers_as_written(listings: Sequence[Listing]) -> dict[str, Places]:
    """The columns of numbers in which a slip is not seen by itself. Where sheets have one each,
    these meet whatever their headings."""
    fields: dict[str, Places] = {}
    for n, listing in enumerate(listings):
        for at, column in _having(listing, Use.NUMBER):
            if not column.is_told and not _is_personal(_values(listing, at)):
                fields.setdefault(_heading(column), []).append((n, at))
    places = sorted(place for each in fields.values() for place in each)
    one_each = len({n for n, _ in places}) == len(places) > 0 and len(fields) > 1
    return {str(Use.NUMBER): places} if one_each else fields


def _places_as_written(listings: Sequence[Listing]) -> dict[str, Places]:
    """The columns of places, where all sheets have the same ones in one script and the places
    are none that we know: each is then compared by itself, word for word."""
    fields: dict[str, Places] = {}
    for n, listing in enumerate(listings):
        for at, column in _having(listing, Use.PLACE):
            fields.setdefault(_heading(column), []).append((n, at))
    told = any(listings[n].columns[at].is_told for each in fields.values() for n, at in each)
    named = sum(any(one.use in NAMING for one in listing.columns) for listing in listings)
    everywhere = all(len({n for n, _ in each}) == named for each in fields.values())
    words = [
        value
        for each in fields.values()
        for n, at in each
        for value in list(dict.fromkeys(_values(listings[n], at)))[:_SAMPLED]
        if value
    ]
    scripts = {script_of(value) for value in words} - {Script.OTHER}
    known = sum(any(map(is_unit_token, place_tokens(value))) for value in words)
    alike = everywhere and not told and len(scripts) < 2
    return fields if alike and known <= _KNOWN * len(words) else {}


def _having(listing: Listing, use: Use) -> Iterator[tuple[int, UsedColumn]]:
    return ((at, column) for at, column in enumerate(listing.columns) if column.use is use)


def _heading(column: UsedColumn) -> str:
    return " ".join(column.header.casefold().replace("_", " ").split()) or column.letter


def _values(listing: Listing, at: int) -> list[str]:
    return [cleaned(row[at]) for row in listing.rows]


def _is_personal(values: Sequence[str]) -> bool:
    """Whether most are national numbers, whose check digit is right: a slip is then seen."""
    said = [value for value in values if value][:_SAMPLED]
    return sum(not number_key(value, b"").startswith("id") for value in said) * 2 > len(said)


def _undated(one: Chosen) -> Chosen:
    if one.column.use is not Use.AGE or one.field:
        return one
    return replace(one, why="an age needs --published: when was it so?")


def _further(column: UsedColumn, field: str, kind: Kind) -> Chosen:
    if column.use is Use.UNTOLD and field in _OURS:
        return Chosen(column, why="a column of an answer")
    if kind is Kind.EMPTY or (column.use is Use.UNTOLD and not kind.is_compared):
        return Chosen(column, why=str(kind))
    return Chosen(column, field, kind if kind.is_compared else Kind.WORD)


def _without(one: Chosen, left: set[str]) -> Chosen:
    if one.field in left:
        return replace(one, field=None, kind=None, why=f"more than {MOST} further columns")
    return one


def _bits(values: Sequence[Sequence[str]]) -> float:
    """How much the column tells of a row, on average: its entropy, silence telling nothing."""
    counts = Counter(value for each in values for value in each)
    total = sum(counts.values())
    return sum(n / total * log2(total / n) for value, n in counts.items() if value)
