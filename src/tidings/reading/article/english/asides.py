"""Words left out of the grammar: scare quotes, short brackets, ages."""

from __future__ import annotations

from itertools import pairwise

from tidings.reading.article.english.tokens import Token


def without_scare_quotes(found: list[Token]) -> list[Token]:
    """'19 "terrorists" were arrested': quotation marks round one to three words are dropped."""
    marks = [index for index, token in enumerate(found) if token.tag == "Q"]
    dropped: set[int] = set()
    for one, two in pairwise(marks):
        inner = found[one + 1 : two]
        if one not in dropped and 0 < len(inner) <= 3 and inner[-1].tag not in ",.":
            dropped |= {one, two}
    return [token for index, token in enumerate(found) if index not in dropped]


def without_asides(found: list[Token]) -> list[Token]:
    """Short brackets, "(born 1980)", are left out of the grammar."""
    kept: list[Token] = []
    opened = -1
    for token in found:
        if token.tag == "(" and token.low in "([":
            opened = len(kept)
        kept.append(token)
        if token.low in ")]" and opened >= 0 and len(kept) - opened <= 10:
            del kept[opened:]
            opened = -1
    return _without_ages(kept or found)


def _without_ages(found: list[Token]) -> list[Token]:
    """ "Minh, 44, a father of two": the age is no phrase of its own."""
    for index in range(len(found) - 3, 0, -1):
        name, one, number, two = found[index - 1 : index + 3]
        age = number.tag == "#" and number.text.isdigit() and len(number.text) < 3
        if age and name.tag == "R" and one.tag == two.tag == ",":
            del found[index : index + 2]
    return found
