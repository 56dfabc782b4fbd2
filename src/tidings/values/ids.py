"""Identifiers of recorded rows: 63 bits, the time above and chance below.

Rows made together lie together in an index, two laptops merge without a clash, and a person can
read an id over the telephone.
"""

from __future__ import annotations

import secrets
import threading
import time

from tidings.values.errors import WrongUse

_CHANCE_BITS = 21
_STEP = 1 << 11
_LARGEST = (1 << 63) - 1
#: Douglas Crockford's base 32: no i, l, o, u.
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_SHOWN = 13

_lock = threading.Lock()
_latest = 0


def new_id() -> int:
    """A positive integer below 2**63: 42 bits of milliseconds since 1970, 21 bits of chance.

    Within one process every id is larger than the one before, however fast they are asked for:
    within one millisecond the next is a random step ahead of the last.
    """
    global _latest
    millisecond = time.time_ns() // 1_000_000
    with _lock:
        fresh = millisecond << _CHANCE_BITS | secrets.randbits(_CHANCE_BITS)
        _latest = fresh if fresh > _latest else _latest + 1 + secrets.randbelow(_STEP)
        return _latest


def show_id(number: int) -> str:
    """An id as people see it: thirteen letters and digits, "xxxx-xxxx-xxxxx"."""
    if not 0 <= number <= _LARGEST:
        raise WrongUse(f"{number} is not an id.")
    letters = "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_SHOWN)))
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def read_id(text: str) -> int:
    """An id from what a person typed: the shown form, in any case, with or without hyphens, o
    for 0 and i or l for 1; or a decimal number. Thirteen characters are always the shown form.

    Raises WrongUse for anything else.
    """
    typed = text.strip().lower()
    letters = typed.replace("-", "").replace(" ", "").translate(str.maketrans("oil", "011"))
    if len(letters) == _SHOWN:
        places = [_LETTERS.find(letter) for letter in letters]
        number = sum(place << 5 * i for i, place in enumerate(reversed(places)))
        if min(places) >= 0 and number <= _LARGEST:
            return number
    elif typed.isascii() and typed.isdigit() and len(typed) < 20 and int(typed) <= _LARGEST:
        return int(typed)
    raise WrongUse(
        f"'{text}' is not an id.", "An id is thirteen letters and digits: xxxx-xxxx-xxxxx."
    )
