"""The command line: which commands there are, and how every error leaves."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import typer

from tidings.cli import (
    consenting,
    demo,
    exporting,
    finding,
    intake,
    keeping,
    lettering,
    linking,
    matching,
    publishing,
    reckoning,
    releasing,
    reviewing,
    serving,
)
from tidings.values.errors import TidingsError

#: typer carries a copy of click and names only this child of its usage errors.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]

app = typer.Typer(
    name="tidings",
    help="Word of someone: keep every statement with its source, find a person in any script.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for command in (
    demo.demo,
    keeping.init,
    intake.add,
    intake.read,
    finding.find,
    finding.person,
    matching.match,
    linking.link,
    reviewing.review,
    reviewing.split,
    reckoning.reckon,
    consenting.consent,
    lettering.letter,
    lettering.organisation,
    releasing.release,
    publishing.publish,
    publishing.verify_site,
    serving.serve,
    keeping.verify,
    keeping.backup,
    keeping.restore,
    exporting.export,
    keeping.doctor,
):
    app.command()(command)


def run() -> None:
    """Run the command of `sys.argv` and leave with its exit code, never with a traceback."""
    try:
        sys.exit(app(sys.argv[1:] or ["--help"], standalone_mode=False) or 0)
    except TidingsError as error:
        _leave(error.message, error.remedy, error.exit_code)
    except UsageError as error:
        _leave(error.format_message(), "`tidings --help` lists what there is.", 2)
    except (KeyboardInterrupt, typer.Abort):
        _leave(
            "Stopped.", "What was acknowledged is kept; the same command goes on from there.", 130
        )
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # the process boundary: a user gets a sentence, not our stack
        import traceback

        if os.environ.get("TIDINGS_DEBUG"):
            traceback.print_exc()
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{os.path.basename(place.filename)}:{place.lineno}"
        _leave(
            f"Something inside tidings failed ({type(error).__name__} at {where}).",
            "Nothing was half-written. Please report this line; TIDINGS_DEBUG=1 shows more, "
            "which may hold private words.",
            70,
        )


def _leave(message: str, remedy: str, code: int) -> NoReturn:
    print(f"tidings: {message}", file=sys.stderr)
    if remedy:
        print(f"         {remedy}", file=sys.stderr)
    sys.exit(code)
