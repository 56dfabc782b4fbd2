"""To whom something may be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast, get_args

from tidings.values.errors import BadInput
from tidings.values.scripts import clean
from tidings.values.vocabulary import Level

AudienceKind = Literal["public", "un", "body", "partner"]


@dataclass(frozen=True, order=True)
class Audience:
    """`public`, `un`, or one `body` or `partner` by its `name`. As text: "body:NAME"."""

    kind: AudienceKind
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}" if self.name else self.kind

    @property
    def key(self) -> str:
        """By this two audiences are compared: a body's name whatever its capitals."""
        return str(self).casefold()

    @property
    def clearance(self) -> Level:
        """The highest level that needs no consent to be shown to this audience."""
        return Level.PARTNER if self.kind == "partner" else Level.PUBLIC


PUBLIC = Audience("public")
UN = Audience("un")


def read_audience(text: str) -> Audience:
    """The audience that "public", "un", "body:NAME" or "partner:NAME" stands for. Raises
    BadInput."""
    kind, colon, name = clean(text).partition(":")
    kind, name = kind.strip().lower(), name.strip()
    named = kind in ("body", "partner")
    if kind not in get_args(AudienceKind) or named != bool(name) or named != bool(colon):
        raise BadInput(
            f"'{text}' is no audience.", "Expected: public, un, body:NAME or partner:NAME."
        )
    return Audience(cast(AudienceKind, kind), name)
