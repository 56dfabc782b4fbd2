"""Names that are related but not equal: one name as several peoples bear it, and short forms.

A man whose mother calls him Мәмбет may stand in a list as Memet and in a passport as Muhammad.
Sound alone does not show it; `data/variants.tsv` does.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations, product
from typing import Final

from tidings.names.parts import normalised
from tidings.names.shipped import rows

#: What it says (log-likelihood ratio) that two tokens are spellings of one form, forms of one
#: name among different peoples, a name and its short form. By hand: an equal spelling says what
#: the best match of sounds does, the others about a tenth and a twentieth of it.
EQUAL: Final = 5.0
STRENGTHS: Final = {"form": 2.7, "short": 2.0}


def related(a: str, b: str) -> float | None:
    """What it says that one name has token `a` and the other `b`, both normalised; None where
    they are not known to be related."""
    return _relations().get(a, {}).get(b)


def related_tokens(token: str) -> tuple[tuple[str, float], ...]:
    """Every token related to a normalised one, with what it says, the strongest first."""
    found = _relations().get(token, {})
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


@cache
def _relations() -> dict[str, dict[str, float]]:
    relations: dict[str, dict[str, float]] = {}
    for strength, *cells in rows("variants.tsv"):
        forms = [tuple(dict.fromkeys(map(normalised, cell.split("|")))) for cell in cells]
        for form in forms:
            for a, b in combinations(form, 2):
                _relate(relations, a, b, EQUAL)
        for one, other in combinations(forms, 2):
            for a, b in product(one, other):
                _relate(relations, a, b, STRENGTHS[strength])
    return relations


def _relate(relations: dict[str, dict[str, float]], a: str, b: str, says: float) -> None:
    if a == b:
        return
    for one, other in ((a, b), (b, a)):
        known = relations.setdefault(one, {})
        known[other] = max(says, known.get(other, says))
