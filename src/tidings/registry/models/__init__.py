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
    recorded_models,
)
from tidings.registry.models.unfinished import Unfinished

__all__ = [
    "Act",
    "ColumnMapping",
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
    "PlacePart",
    "Recorded",
    "Reversal",
    "Source",
    "Statement",
    "Testifier",
    "Undone",
    "Unfinished",
    "recorded_models",
]
