"""Dates and figures as intervals, the field's vocabulary, the error tree."""

from tidings.values.audience import PUBLIC, UN, Audience, read_audience
from tidings.values.dated import Dated
from tidings.values.daterules import Order
from tidings.values.datewords import (
    FoundDate,
    find_dates,
    guess_order,
    read_date,
    read_excel_serial,
)
from tidings.values.describe import describe
from tidings.values.edtf import between, day, month, parse_edtf, year
from tidings.values.errors import (
    BadInput,
    CheckFailed,
    ImpossibleDate,
    Locked,
    NotAllowed,
    NothingFound,
    TidingsError,
    UnreadableFile,
    WrongUse,
)
from tidings.values.figure import Figure
from tidings.values.figurewords import FoundFigure, find_figures, read_figure
from tidings.values.ids import new_id, read_id, show_id
from tidings.values.moments import UnresolvedDate
from tidings.values.scripts import clean, is_right_to_left, language_of, script_of
from tidings.values.unknown import is_unknown
from tidings.values.vocabulary import (
    STATUS_EVENTS,
    Asked,
    ConsentForm,
    ConsentVerb,
    Covered,
    Event,
    Kin,
    LetterKind,
    Level,
    Mode,
    Outcome,
    PlaceLevel,
    Role,
    Script,
    Sex,
    SourceKind,
    Tie,
    highest,
)

__all__ = [
    "PUBLIC",
    "STATUS_EVENTS",
    "UN",
    "Asked",
    "Audience",
    "BadInput",
    "CheckFailed",
    "ConsentForm",
    "ConsentVerb",
    "Covered",
    "Dated",
    "Event",
    "Figure",
    "FoundDate",
    "FoundFigure",
    "ImpossibleDate",
    "Kin",
    "LetterKind",
    "Level",
    "Locked",
    "Mode",
    "NotAllowed",
    "NothingFound",
    "Order",
    "Outcome",
    "PlaceLevel",
    "Role",
    "Script",
    "Sex",
    "SourceKind",
    "TidingsError",
    "Tie",
    "UnreadableFile",
    "UnresolvedDate",
    "WrongUse",
    "between",
    "clean",
    "day",
    "describe",
    "find_dates",
    "find_figures",
    "guess_order",
    "highest",
    "is_right_to_left",
    "is_unknown",
    "language_of",
    "month",
    "new_id",
    "parse_edtf",
    "read_audience",
    "read_date",
    "read_excel_serial",
    "read_figure",
    "read_id",
    "script_of",
    "show_id",
    "year",
]
