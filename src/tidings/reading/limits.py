"""What the child process may use, and how much of a file is read.

The numbers leave room for the largest list that one person types and stop what is made to
exhaust a machine: a zip bomb, a line without end, a sheet of a million empty rows.
"""

from __future__ import annotations

import sys

#: Bytes of one file. A list of 250,000 people is about 40 MB.
MAX_FILE = 96 * 1024 * 1024
#: Bytes that the parts of a zipped workbook may unpack to.
MAX_UNPACKED = 400 * 1024 * 1024
#: Rows that hold something, in one file.
MAX_ROWS = 250_000
#: Columns of one sheet.
MAX_COLUMNS = 512
#: Characters of one line and of one cell of a text table.
MAX_LINE = 1_000_000
MAX_CELL = 32_767
#: Lines over which one quoted cell may run.
MAX_LINES_IN_CELL = 50
#: Characters of prose: a thick book.
MAX_PROSE = 5_000_000
#: Seconds on the clock that the parent waits for a small file, more for each megabyte, and for
#: any file. The child's processor time ends with the last.
MAX_SECONDS = 50
SECONDS_PER_MEGABYTE = 15
MAX_SECONDS_AT_ALL = 600
#: Bytes of address space of the child.
MAX_MEMORY = 1024 * 1024 * 1024
#: Bytes that the parent takes back from the child.
MAX_ANSWER = 1024 * 1024 * 1024


def seconds_for(size: int) -> float:
    """How long the parent waits for the reading of a file of so many bytes."""
    return min(MAX_SECONDS + SECONDS_PER_MEGABYTE * size / 2**20, MAX_SECONDS_AT_ALL)


def apply() -> None:
    """Bind this process to the limits. Windows has none of these: there the parent's clock and
    the file limits stand alone."""
    if sys.platform == "win32":
        return
    import resource

    for name, limit in (
        ("RLIMIT_AS", MAX_MEMORY),
        ("RLIMIT_CPU", MAX_SECONDS_AT_ALL),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NOFILE", 64),
    ):
        number = getattr(resource, name, None)
        if number is None:
            continue
        _, hard = resource.getrlimit(number)
        allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(number, (allowed, allowed))
        except (ValueError, OSError):
            # macOS refuses some of them; the parent's clock stays.
            continue
