"""`init`, `verify`, `doctor`, `backup`, `restore`: the registry itself."""

from __future__ import annotations

import getpass
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from tidings.cli.opening import (
    PassphraseOption,
    RegistryOption,
    ask_secret,
    opened,
    remember_registry,
)
from tidings.cli.progress import shown_progress
from tidings.values.errors import CheckFailed, WrongUse

#: Shorter passphrases are guessed, however slow a try is made.
SHORTEST = 12


def init(
    folder: Annotated[Path, typer.Argument(help="A new folder; a USB stick will do.")],
    worker: Annotated[
        str | None, typer.Option(help="Your name: it stands on every act. Kept encrypted.")
    ] = None,
    export: Annotated[
        Path | None,
        typer.Option("--from", metavar="DIR", help="Fill it with what `export` wrote to DIR."),
    ] = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Make a new registry: one encrypted folder that only the passphrase opens.

    The recovery key is shown once. Write it on paper and keep it away from the computer:
    without passphrase and key nobody can open the registry again, neither can we.

    Example: tidings init ~/registry
    """
    if export is not None:
        _init_from(export, folder, worker, passphrase_file)
        return
    from tidings.registry import folder as registry

    name = worker or (input("Your name: ").strip() if sys.stdin.isatty() else "")
    if not name:
        raise WrongUse("Who works here?", "Give a name: --worker NAME.")
    recovery_key = registry.create(folder, name, _new_passphrase(passphrase_file))
    remember_registry(folder)
    print(f"The registry {folder} is made.")
    _show_recovery_key(recovery_key)
    print("Next: tidings add list.xlsx")


def _init_from(
    export: Path, folder: Path, worker: str | None, passphrase_file: Path | None
) -> None:
    """A registry of what an export holds: its acts keep their actors, so nobody is asked."""
    if worker is not None:
        raise WrongUse("--worker and --from do not go together: the export names the worker.")
    from tidings.registry import folder as registry

    registry.configure()
    from tidings.registry import tables

    tables.read_manifest(export)  # before a passphrase is thought of
    passphrase = _new_passphrase(passphrase_file)
    with shown_progress() as progress:
        made = tables.create_from(export, folder, passphrase, progress)
    remember_registry(folder)
    print(f"The registry {folder} is made. Its worker is {made.worker}.")
    print(f"{made.acts} acts, {made.rows} rows and {made.files} files agree with the ledger.")
    _show_recovery_key(made.recovery)
    print("Next: tidings link, which finds again what waits to be decided.")


def _show_recovery_key(recovery_key: str) -> None:
    print(f"Recovery key, shown this once:\n\n    {recovery_key}\n")
    print("Write it on paper and keep it away from this computer.")


def verify(registry: RegistryOption = None, passphrase_file: PassphraseOption = None) -> None:
    """Check every record against the ledger and say which act the registry stands at.

    Example: tidings verify
    """
    with opened(registry, passphrase_file):
        from tidings.registry import ledger

        result = ledger.verify()
    if result.problem:
        raise CheckFailed(result.problem, "Restore the last good backup beside it and compare.")
    print(
        f"{result.acts} acts and {result.rows} rows agree with the ledger. "
        f"Root {result.root.hex()}."
    )


def doctor(
    mend: Annotated[
        bool, typer.Option("--mend", help="Sweep up after cut-off runs, compute lists again.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program.")] = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Look the registry over, and say what is wrong and what to do.

    Example: tidings doctor
    """
    with opened(registry, passphrase_file):
        from tidings.registry import doctor as checks

        if mend:
            checks.mend()
        findings = checks.check()
    if as_json:
        print(json.dumps([vars(each) for each in findings], ensure_ascii=False, default=str))
    elif not findings:
        print("All is well.")
    else:
        for each in findings:
            print(f"{each.severity}: {each.what}\n    {each.remedy}")
    if any(each.severity == "problem" for each in findings):
        raise typer.Exit(CheckFailed.exit_code)


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it must not exist.")],
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Write the whole registry into one encrypted file, openable like the registry itself.

    Example: tidings backup /media/stick/registry.tidings
    """
    with opened(registry, passphrase_file):
        from tidings.registry import backup as backups

        backups.backup(file)
    print(f"{file} holds the whole registry, encrypted. Its passphrase is the registry's.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that backup wrote.")],
    folder: Annotated[Path, typer.Argument(help="A new folder for the registry.")],
    passphrase_file: PassphraseOption = None,
) -> None:
    """Make a registry again from a backup, and check it before it is put in place.

    Example: tidings restore registry.tidings ~/registry
    """
    from tidings.registry import folder as registry

    registry.configure()
    from tidings.registry import backup as backups

    backups.restore(file, folder, ask_secret(passphrase_file, "Passphrase or recovery key: "))
    remember_registry(folder)
    print(f"{folder} is restored and agrees with its ledger.")


def _new_passphrase(passphrase_file: Path | None) -> str:
    passphrase = ask_secret(passphrase_file, "A passphrase, five words or more: ")
    if len(passphrase) < SHORTEST:
        raise WrongUse(
            f"That passphrase is shorter than {SHORTEST} characters.",
            "Five words that do not belong together are easy to keep in mind and hard to guess.",
        )
    if passphrase_file is None and getpass.getpass("The same again: ") != passphrase:
        raise WrongUse("The two were not the same.", "Try again.")
    return passphrase
