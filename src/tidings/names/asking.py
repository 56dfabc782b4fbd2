"""What a typed query lacks before there is a name in it to look for."""

from __future__ import annotations

from typing import Literal

from tidings.names.han import is_han
from tidings.names.parts import parts_of

Lack = Literal["letters", "more_letters"]


def lacking(query: str) -> Lack | None:
    """Say "letters" where none is in it; "more_letters" where each part is a single letter of an
    alphabet, which fits too many; None where there is something to look for. One Chinese
    character is enough."""
    tokens = [part.token for part in parts_of(query)]
    if not tokens:
        return "letters"
    if all(len(token) == 1 and not is_han(token) for token in tokens):
        return "more_letters"
    return None
