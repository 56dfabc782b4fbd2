"""One thing said about consent, and the words for what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tidings.values import Asked, Audience, ConsentForm, ConsentVerb, Kin, PlaceLevel


class State(StrEnum):
    """What became of something said about consent."""

    STANDS = "stands"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    OBJECTED = "objected"
    SETTLED = "settled"


class Why(StrEnum):
    """Why a person is left out of a release."""

    NO_CONSENT = "no_consent"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    OBJECTED = "objected"
    STAYS_OUT = "stays_out"
    MAYBE_OBJECTED = "maybe_objected"
    NO_NAME = "no_name"


@dataclass(frozen=True)
class Allowed:
    """What a relative allows one audience to be told: the answers of the consent form.

    `starts` and `ends` are the first and the last day; None is at once, and without end. `how`
    is a code ("face_to_face", "paper"). `own_name`: their own name may be said too.
    """

    audience: Audience
    form: ConsentForm
    place_level: PlaceLevel = PlaceLevel.NONE
    pseudonym: str = ""
    own_name: bool = False
    starts: date | None = None
    ends: date | None = None
    how: str = ""
    asks: tuple[Asked, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Giver:
    """Who speaks, when what they say is not part of a testimony. `relation`: what they are to
    the person; `contact` stays private."""

    name: str
    relation: Kin | None = None
    contact: str = ""


@dataclass(frozen=True)
class Said:
    """One recorded row about the consent for one person, in force.

    `audience` is an `Audience.key`, or "" for every audience. Of a settlement `form` None means
    that the person stays out, and `decided` are the ids of what lay before whoever settled:
    whatever came later, or came to the person later by a merge, was not decided.
    """

    id: int
    verb: ConsentVerb
    mention: int
    source: int
    audience: str
    testifier: int | None = None
    relation: Kin | None = None
    form: ConsentForm | None = None
    place_level: PlaceLevel = PlaceLevel.NONE
    pseudonym: str = ""
    own_name: bool = False
    starts: date | None = None
    ends: date | None = None
    how: str = ""
    asks: tuple[Asked, ...] = ()
    words: str = ""
    reason: str = ""
    withdraws: int | None = None
    decided: frozenset[int] = frozenset()

    @property
    def giver(self) -> int:
        """Whose consents replace one another: one testifier's; without one, each by itself."""
        return self.testifier if self.testifier is not None else -self.id
