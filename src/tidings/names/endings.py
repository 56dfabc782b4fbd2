"""Endings and words of a name that are not the name itself, from `data/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from tidings.names.shipped import rows

Kind = Literal[
    "child", "child_word", "patronymic", "surname", "surname_beside", "dear", "respect", "fore"
]

#: After these vowels -ов and -ев are written with a y before: Абаев, Abayev, Abaiev.
GLIDES: Final = {"ев": "йь", "ева": "йь", "ev": "yi", "eva": "yi", "evich": "yi", "evna": "yi"}


@dataclass(frozen=True)
class Ending:
    """One spelling of an ending; `after`: the letters of which one must stand before it."""

    form: str
    kind: Kind
    after: str = ""


@cache
def endings(*kinds: Kind) -> tuple[Ending, ...]:
    """The endings of these kinds, the longest first."""
    found = [
        Ending(form, kind, *after)
        for name, forms, *after in rows("endings.tsv")
        for kind in kinds
        if name == kind
        for form in forms.split("|")
    ]
    return tuple(sorted(found, key=lambda ending: (-len(ending.form), ending.form)))


def ending_of(token: str, shortest: int, *kinds: Kind) -> Ending | None:
    """The longest ending of these kinds that leaves at least `shortest` letters; None if none."""
    forms = _by_form(*kinds)
    for length in range(min(_longest(*kinds), len(token) - shortest), 0, -1):
        ending = forms.get(token[-length:])
        if ending and (not ending.after or token[-length - 1] in ending.after):
            return ending
    return None


@cache
def _by_form(*kinds: Kind) -> dict[str, Ending]:
    return {ending.form: ending for ending in endings(*kinds)}


@cache
def _longest(*kinds: Kind) -> int:
    return max(map(len, _by_form(*kinds)))


@cache
def child_words() -> frozenset[str]:
    """Words that say whose child someone is, where they stand alone."""
    return frozenset(ending.form for ending in endings("child", "child_word"))


@cache
def child_before() -> frozenset[str]:
    """Words that say so of the part after them: bin, ибн."""
    return frozenset(ending.form for ending in endings("child_before"))


@cache
def titles() -> frozenset[str]:
    """Words of respect that are titles beside another part of a name."""
    return frozenset(form for _, forms in rows("titles.tsv") for form in forms.split("|"))


@cache
def titles_anywhere() -> frozenset[str]:
    """Those of them that are no name even where they come first."""
    return frozenset(
        form for where, forms in rows("titles.tsv") if where == "any" for form in forms.split("|")
    )
