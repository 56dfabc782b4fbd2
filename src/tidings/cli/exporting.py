"""`export`: the whole registry as tables that any program opens."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.cli.progress import shown_progress
from tidings.values.errors import CheckFailed, WrongUse


def export(
    folder: Annotated[Path, typer.Argument(help="A new folder for the tables and files.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask: I know that it is not encrypted.")
    ] = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Write everything in the registry as CSV tables and plain files. NOT encrypted.

    For yourself: to look at in a spreadsheet program, or to take elsewhere. A dictionary says
    what each column means. `tidings init --from` makes a registry of it again.

    Example: tidings export /media/encrypted-stick/registry
    """
    print(f"Anybody who gets hold of '{folder}' can read it: it is not encrypted.", file=sys.stderr)
    if not yes:
        _ask()
    with opened(registry, passphrase_file):
        from tidings.registry.tables import export as write
        from tidings.values import show_id

        with shown_progress() as progress:
            done = write(folder, progress)
    print(f"{folder} holds the whole registry:")
    print(f"{done.acts} acts, {done.rows} rows and {done.files} files.")
    print("README.txt in it says how to look at it and how to read it back.")
    if done.lost:
        first = f"row {show_id(done.lost[0].row)} of '{done.lost[0].table}'"
        raise CheckFailed(
            f"{len(done.lost)} sealed files are missing or were altered, the first of {first}.",
            "All else is there, but cannot be read back without them. `tidings doctor` says more.",
        )


def _ask() -> None:
    if not sys.stdin.isatty():
        raise WrongUse("There is no terminal to ask whether to go on.", "Say so with --yes.")
    if not typer.confirm("Go on?"):
        raise typer.Abort
