"""The field's own words, once: everywhere else imports them from here.

The strings are what the database, the JSON lines and the forms hold.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property


class Mode(StrEnum):
    """What a speaker does with an assertion."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    ESTIMATES = "estimates"
    PROMISES = "promises"
    THREATENS = "threatens"
    DECLINES_TO_SAY = "declines_to_say"
    DID_NOT_RESPOND = "did_not_respond"
    RETRACTS = "retracts"


class Event(StrEnum):
    """What happened to a person or a group, or what the family did."""

    CONTACT_LOST = "contact_lost"
    DETAINED = "detained"
    TRANSFERRED = "transferred"
    SENTENCED = "sentenced"
    RELEASED = "released"
    RESTRICTED = "restricted"
    ALLOWED_TO_LEAVE = "allowed_to_leave"
    RENOUNCED_CITIZENSHIP = "renounced_citizenship"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    RESIDENCY_APPLIED = "residency_applied"
    RESIDENCY_GRANTED = "residency_granted"
    CITIZENSHIP_APPLIED = "citizenship_applied"
    CITIZENSHIP_GRANTED = "citizenship_granted"
    CONTACT_RESTORED = "contact_restored"
    DIED = "died"
    LETTER_SENT = "letter_sent"
    TESTIMONY_GIVEN = "testimony_given"
    PRESS_CONFERENCE = "press_conference"
    MEDIA_APPEARANCE = "media_appearance"
    WARNED = "warned"
    REPRISAL = "reprisal"
    OTHER = "other"


#: Events that say where a person stands; the family's own acts do not.
STATUS_EVENTS = frozenset(
    {
        Event.CONTACT_LOST,
        Event.DETAINED,
        Event.TRANSFERRED,
        Event.SENTENCED,
        Event.RELEASED,
        Event.RESTRICTED,
        Event.ALLOWED_TO_LEAVE,
        Event.RENOUNCED_CITIZENSHIP,
        Event.DEPARTED,
        Event.ARRIVED,
        Event.RESIDENCY_APPLIED,
        Event.RESIDENCY_GRANTED,
        Event.CITIZENSHIP_APPLIED,
        Event.CITIZENSHIP_GRANTED,
        Event.CONTACT_RESTORED,
        Event.DIED,
    }
)


class SourceKind(StrEnum):
    """What kind of thing was received."""

    TESTIMONY = "testimony"
    LETTER = "letter"
    ARTICLE = "article"
    OFFICIAL = "official"
    LIST = "list"
    PHOTOGRAPH = "photograph"
    MESSAGE = "message"


class Level(StrEnum):
    """Who may see it, from anybody to the two people who need it."""

    PUBLIC = "public"
    PARTNER = "partner"
    TEAM = "team"
    SEALED = "sealed"

    @cached_property
    def rank(self) -> int:
        return list(Level).index(self)


def highest(levels: list[Level]) -> Level:
    """The level of what was computed from rows of these levels. Empty: public."""
    return max(levels, key=lambda level: level.rank, default=Level.PUBLIC)


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


class Script(StrEnum):
    """ISO 15924 codes; pinyin is Latin script with a reading of its own."""

    LATIN = "Latn"
    PINYIN = "Latn-pinyin"
    CYRILLIC = "Cyrl"
    ARABIC = "Arab"
    HAN = "Hani"
    OTHER = "Zyyy"


class Kin(StrEnum):
    """What the subject of a kin statement is to its object ("A is the sister of B")."""

    FATHER = "father"
    MOTHER = "mother"
    PARENT = "parent"
    SON = "son"
    DAUGHTER = "daughter"
    CHILD = "child"
    HUSBAND = "husband"
    WIFE = "wife"
    SPOUSE = "spouse"
    BROTHER = "brother"
    SISTER = "sister"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    UNCLE = "uncle"
    AUNT = "aunt"
    NEPHEW = "nephew"
    NIECE = "niece"
    COUSIN = "cousin"
    IN_LAW = "in_law"
    RELATIVE = "relative"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    COLLEAGUE = "colleague"


class Role(StrEnum):
    """What a column of a table holds."""

    NAME = "name"
    NAME_OTHER_SCRIPT = "name_other_script"
    GIVEN = "given"
    SURNAME = "surname"
    PATRONYMIC = "patronymic"
    SEX = "sex"
    BORN = "born"
    AGE = "age"
    PLACE = "place"
    STATUS = "status"
    EVENT_DATE = "event_date"
    KIN = "kin"
    TESTIFIER = "testifier"
    TESTIFIER_RELATION = "testifier_relation"
    PHONE = "phone"
    ID_NUMBER = "id_number"
    NOTE = "note"
    SOURCE_URL = "source_url"
    PHOTO = "photo"
    ROW_ID = "row_id"
    NONE = "none"


class ConsentVerb(StrEnum):
    """What is done with a consent. A worker `settles` what relatives do not agree on."""

    ALLOWS = "allows"
    OBJECTS = "objects"
    WITHDRAWS = "withdraws"
    SETTLES = "settles"


class ConsentForm(StrEnum):
    """How a person may appear, from the least said to the most."""

    SEEKER = "seeker"
    PSEUDONYM = "pseudonym"
    NAMED = "named"

    @cached_property
    def rank(self) -> int:
        return list(ConsentForm).index(self)


class PlaceLevel(StrEnum):
    """How exact a place may be given, from the least said to the most."""

    NONE = "none"
    DISTRICT = "district"
    FULL = "full"

    @cached_property
    def rank(self) -> int:
        return list(PlaceLevel).index(self)


class Asked(StrEnum):
    """What the family asks for."""

    INFORMATION = "information"
    CONTACT = "contact"
    RELEASE = "release"
    TRAVEL = "travel"
    DOCUMENTS = "documents"
    MEDICAL_CARE = "medical_care"


class LetterKind(StrEnum):
    """What a letter is for."""

    APPEAL = "appeal"
    INFORMATION = "information"
    OPEN_LETTER = "open_letter"


class Outcome(StrEnum):
    """What became of a letter."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    REFUSED = "refused"
    SILENT = "silent"


class Tie(StrEnum):
    """How announcement `a` stands to announcement `b`.

    `same`: one announcement said twice. `part_of`: everybody of `a` is counted in `b`.
    `share_of`: the same, and with the other shares of `b`, none of which overlap, it makes up
    the whole of `b`.
    `apart`: nobody is in both. `earlier`: `b` is a later count of the same, `a` included.
    `unrelated`: a person says that they only look alike.
    """

    SAME = "same"
    PART_OF = "part_of"
    SHARE_OF = "share_of"
    APART = "apart"
    EARLIER = "earlier"
    UNRELATED = "unrelated"


class Covered(StrEnum):
    """A worker's ruling on whom an announcement covers. `group_is_all`: the announced group is
    the group whom this registry is about, so that it leaves nobody out."""

    COVERED = "covered"
    NOT_COVERED = "not_covered"
    GROUP_IS_ALL = "group_is_all"
