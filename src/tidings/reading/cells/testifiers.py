"""Who testified, and what they are to the person, from one or two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidings.reading.cells.kin import read_relatives, relation_of
from tidings.reading.grids import words_of
from tidings.reading.words import is_anonymous, plain
from tidings.values import Kin, Role

if TYPE_CHECKING:
    from tidings.reading.roles import Field
    from tidings.reading.tablerows import Row

_SELF = frozenset(
    map(
        plain,
        "self|himself|herself|myself|сам|сама|лично|өзі|өзім|本人|自己|ئۆزى|ئۆزۈم|ءوزى".split("|"),
    )
)
#: "My wife", "he is my brother": what the person is to the one who writes.
_MINE = re.compile(
    r"\W*(?:(?:he|she|this|they|it)\W+(?:is|was|are|'s)\W+)?my\b|\W*(?:(?:он|она|это)\W+)?мо[йяи]\b|"
    r"\W*(?:менің|مەنىڭ|مېنىڭ)\b|(?:他是|她是|是)?我的?|"
    r"\W*(?:әкем|анам|шешем|ағам|інім|әпкем|сіңлім|қарындасым|күйеуім|әйелім|ұлым|қызым|балам|"
    r"دادام|ئانام|ئاپام|ئاكام|ئۇكام|سىڭلىم|ئاچام|ھەدەم|ئايالىم|يولدىشىم|ئوغلۇم|قىزىم)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Testifier:
    """Who says it: `names` (none when only "his wife" is written), `words` as in the cell.
    `relation` is what they are to the person; `inverse`: what the person is to them."""

    names: tuple[str, ...]
    words: str
    locator: str
    relation: Kin | None
    relation_locator: str
    inverse: bool
    is_self: bool


def read_testifier(row: Row, fields: Sequence[Field]) -> Testifier | None:
    """The testifier of a row; None where no column names one."""
    who = next(row.having(Role.TESTIFIER), None)
    how = next(row.having(Role.TESTIFIER_RELATION), None)
    told = who or how
    if told is None:
        return None
    told_of = read_relatives(words_of(who[1])) if who and not is_anonymous(who[2]) else []
    named = next((one.name for one in told_of if one.name), None)
    relation = relation_of((how or told)[2])
    for one in told_of:
        relation = relation or one.relation
    inverse = bool(how and how[0].meaning.inverse) or bool(how and _MINE.match(how[2]))
    said = {plain(part[2]) for part in (who, how) if part}
    return Testifier(
        names=named.names if named else (),
        words=told[2],
        locator=row.at(told[0]),
        relation=relation,
        relation_locator=row.at((how or told)[0]),
        inverse=bool(relation) and inverse,
        is_self=bool(said & _SELF),
    )
