"""A log without values: what failed and where in the code, never with which words."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType


class Quiet(logging.Formatter):
    """Says the level, the logger and the place of an error.

    Exception messages and log arguments may quote a name or a form's value, so neither is
    written: only the type of the error and the lines of code that it came through.
    """

    def format(self, record: logging.LogRecord) -> str:
        lines = [f"{record.levelname} {record.name}"]
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            lines.append(f"  {kind.__name__}")
            lines.extend(_places(trace))
        return "\n".join(lines)


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    return [f"  at {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
