"""How one value becomes one cell, and the very same value again.

Every kind of column has one way to be written, and a cell that is written otherwise is refused:
so what is read back and written again gives the same bytes. An empty cell means: not said.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from tidings.values import WrongUse, read_id, show_id

#: What a spreadsheet program may run as a formula; the wide forms too, as East Asian ones do.
_FORMULA = "=+\\-@＝＋－＠"
#: Blanks and marks that nobody sees, behind which a formula could hide.
_UNSEEN = "\\s\\x00-\\x1f\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff"
#: An apostrophe is marked too, so that each marked cell can be told from a plain one.
_DANGEROUS = re.compile(f"[{_UNSEEN}]*[{_FORMULA}]|['\\t\\r\\n]")

_SURROGATE = re.compile("[\ud800-\udfff]")
_LARGEST = 1 << 63
#: Values that stand in many rows (acts, sources, dates) are written and read once.
_REMEMBERED, _FEW = 1 << 16, 1 << 6


@dataclass(frozen=True)
class Kind:
    """One kind of column. `name` is what the dictionary calls it. `write` makes text of a value
    that is there; `read` makes the value again or raises ValueError, with words that say what
    was expected."""

    name: str
    write: Callable[[Any], str]
    read: Callable[[str], Any]


def harmless(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet program might run it, or if it
    begins with one."""
    if not text or text[0].isalnum():  # almost all: no need to look further
        return text
    return "'" + text if _DANGEROUS.match(text) else text


def as_written(cell: str) -> str:
    """The text of a cell that `harmless` made: exactly one apostrophe is taken off."""
    return cell.removeprefix("'")


def write_json(value: Any) -> str:  # noqa: ANN401 - any JSON
    """Compact, letters as they are; half of a surrogate pair, which no file holds, as \\uXXXX."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def _exact(
    name: str,
    expected: str,
    write: Callable[[Any], str],
    read: Callable[[str], Any],
    remembered: int = _REMEMBERED,
) -> Kind:
    """A kind whose cells are read only in the form in which they are written."""

    def strictly(cell: str) -> Any:  # noqa: ANN401 - whatever the kind holds
        try:
            value = read(cell)
            if write(value) == cell:
                return value
        except (ValueError, WrongUse, RecursionError):
            pass
        raise ValueError(f"expected {expected}")

    return Kind(name, write, lru_cache(remembered)(strictly))


def _whole(cell: str) -> int:
    number = int(cell)
    if not -_LARGEST <= number < _LARGEST:
        raise ValueError
    return number


def _decimal(cell: str) -> float:
    number = float(cell)
    if not math.isfinite(number):
        raise ValueError
    return number


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")


ID = _exact("id", "an id: xxxx-xxxx-xxxxx", lru_cache(_REMEMBERED)(show_id), read_id)
WHOLE = _exact("whole number", "a whole number: 42", str, _whole)
DECIMAL = _exact("number", "a number: 4.2", repr, _decimal)
DAY = _exact("day", "a day: 2019-03-31", date.isoformat, date.fromisoformat)
MOMENT = _exact(
    "moment", "a moment: 2019-03-31T12:00:00.000000+00:00", _moment, datetime.fromisoformat
)
YES_NO = _exact("yes or no", "yes or no", {True: "yes", False: "no"}.__getitem__, "yes".__eq__)
HEX = _exact(
    "bytes in hexadecimal",
    "hexadecimal digits, two for each byte",
    lambda value: bytes(value).hex(),
    bytes.fromhex,
    _FEW,
)
JSON = _exact("JSON", "JSON as export writes it", write_json, json.loads, _FEW)
TEXT = Kind("text", str, str)
WORD = Kind("word", str, str)
