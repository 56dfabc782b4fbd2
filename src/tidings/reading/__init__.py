"""One module per kind of input: bytes in, a Reading of drafts out.

Files are parsed in a child process that holds no key and has limits.
"""

from tidings.reading.jsonlines import from_json_lines, to_json_lines
from tidings.reading.listings import NAMING, Listing, Use, UsedColumn, Who, check_told
from tidings.reading.opening import (
    file_bytes,
    read_bytes,
    read_file,
    read_people,
    read_rows_of,
)
from tidings.reading.reading import (
    Column,
    KinDraft,
    MentionDraft,
    Reading,
    SourceDraft,
    StatementDraft,
    TestifierDraft,
    Unread,
)
from tidings.reading.rows import RawTable

__all__ = [
    "NAMING",
    "Column",
    "KinDraft",
    "Listing",
    "MentionDraft",
    "RawTable",
    "Reading",
    "SourceDraft",
    "StatementDraft",
    "TestifierDraft",
    "Unread",
    "Use",
    "UsedColumn",
    "Who",
    "check_told",
    "file_bytes",
    "from_json_lines",
    "read_bytes",
    "read_file",
    "read_people",
    "read_rows_of",
    "to_json_lines",
]
