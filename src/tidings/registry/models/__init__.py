"""The tables. Recorded rows are written by an act and never altered; projections are computed
from them and can be thrown away; an unfinished form is neither.
"""

from tidings.registry.models.projections import (
    Doubt,
    Lexeme,
    Membership,
    NamePart,
    Neighbour,
    PlacePart,
    Undone,
)
from tidings.registry.models.recorded import (
    Act,
    ColumnMapping,
    Decision,
    Draft,
    DraftVerdict,
    Evidence,
    Mention,
    MentionName,
    MentionNumber,
    Recorded,
    Reversal,
    Source,
    Statement,
    Testifier,
)
from tidings.registry.models.spoken import (
    AnnouncementTie,
    Answer,
    Consent,
    Correspondence,
    Coverage,
    Organisation,
    Released,
)
from tidings.registry.models.unfinished import Unfinished

__all__ = [
    "Act",
    "AnnouncementTie",
    "Answer",
    "ColumnMapping",
    "Consent",
    "Correspondence",
    "Coverage",
    "Decision",
    "Doubt",
    "Draft",
    "DraftVerdict",
    "Evidence",
    "Lexeme",
    "Membership",
    "Mention",
    "MentionName",
    "MentionNumber",
    "NamePart",
    "Neighbour",
    "Organisation",
    "PlacePart",
    "Recorded",
    "Released",
    "Reversal",
    "Source",
    "Statement",
    "Testifier",
    "Undone",
    "Unfinished",
    "recorded_models",
]


def recorded_models() -> list[type[Recorded]]:
    """Every recorded table but `act`, in the order in which rows may refer to one another."""
    return [
        Reversal, Testifier, Source, Evidence, Mention, MentionName, MentionNumber,
        Draft, DraftVerdict, Statement, Decision, ColumnMapping,
        Organisation, Consent, Correspondence, Answer, Released, AnnouncementTie, Coverage,
    ]  # fmt: skip
