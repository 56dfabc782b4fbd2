"""Every error that a user can meet, as one tree.

The exit code says what kind of thing went wrong, the message says what was found and what was
expected, the remedy says what to do next. Messages never hold a private value unless the user
gave that value in the same command.
"""

from __future__ import annotations


class TidingsError(Exception):
    """An error with a remedy. `exit_code` is what the command line leaves with."""

    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class NothingFound(TidingsError):
    """The question was understood and nothing answers it."""

    exit_code = 1


class CheckFailed(TidingsError):
    """Something that should hold does not: a seal, a ledger, a truth file."""

    exit_code = 1


class WrongUse(TidingsError):
    """The command or call was wrong: an unknown column, a missing argument."""

    exit_code = 2


class BadInput(TidingsError):
    """A file or value from outside cannot be read."""

    exit_code = 3

    def __init__(
        self,
        message: str,
        remedy: str = "",
        *,
        file: str | None = None,
        row: int | None = None,
        field: str | None = None,
    ) -> None:
        place = ", ".join(
            part
            for part in (
                file,
                f"row {row}" if row is not None else None,
                f"column '{field}'" if field is not None else None,
            )
            if part
        )
        super().__init__(f"{place}: {message}" if place else message, remedy)
        self.file, self.row, self.field = file, row, field


class ImpossibleDate(BadInput):
    """A date that no calendar holds, such as 31.02.1970."""


class UnreadableFile(BadInput):
    """A file that is not what it claims to be, or is no file at all."""


class Locked(TidingsError):
    """The registry is locked, or the key offered does not open it."""

    exit_code = 4


class NotAllowed(TidingsError):
    """Nobody who may allow it has allowed it: no consent stands."""

    exit_code = 4
