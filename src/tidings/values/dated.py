"""A date as it is known: a closed interval of days with its EDTF level 1 form.

Extended Date/Time Format: Library of Congress, EDTF specification (2019), ISO 8601-2:2019.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Dated:
    """Days from `first` to `last`, both included; None is an open end.

    `edtf` is the canonical EDTF level 1 string ("2018-03-12", "2018-22", "2017~", "2017/..").
    Two values are equal when days and form are.
    """

    first: date | None
    last: date | None
    edtf: str

    def __str__(self) -> str:
        return self.edtf
