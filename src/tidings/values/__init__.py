"""Dates and figures as intervals, the field's vocabulary, the error tree."""

from tidings.values.dated import Dated
from tidings.values.errors import (
    BadInput,
    CheckFailed,
    ImpossibleDate,
    Locked,
    NothingFound,
    TidingsError,
    UnreadableFile,
    WrongUse,
)
from tidings.values.figure import Figure
from tidings.values.vocabulary import (
    STATUS_EVENTS,
    Event,
    Kin,
    Level,
    Mode,
    Role,
    Script,
    Sex,
    SourceKind,
    highest,
)

__all__ = [
    "STATUS_EVENTS",
    "BadInput",
    "CheckFailed",
    "Dated",
    "Event",
    "Figure",
    "ImpossibleDate",
    "Kin",
    "Level",
    "Locked",
    "Mode",
    "NothingFound",
    "Role",
    "Script",
    "Sex",
    "SourceKind",
    "TidingsError",
    "UnreadableFile",
    "WrongUse",
    "highest",
]
