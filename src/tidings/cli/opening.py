"""Which registry a command means, and how it is unlocked."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tidings.values.errors import Locked, WrongUse

if TYPE_CHECKING:
    from tidings.registry.folder import Folder

RegistryOption = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        envvar="TIDINGS_REGISTRY",
        help="The registry folder. Otherwise the one you stand in, or the last one made by init.",
    ),
]
PassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        envvar="TIDINGS_PASSPHRASE_FILE",
        help="Read the passphrase or recovery key from the first line of this file.",
    ),
]

#: What makes a folder a registry.
SETTINGS_FILE = "settings.toml"


def registry_folder(given: Path | None) -> Path:
    """The registry that a command means. Raises WrongUse when there is none."""
    if given is not None:
        return given
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / SETTINGS_FILE).exists() and (folder / "registry.db").exists():
            return folder
    last = _last_registry()
    if last is None:
        raise WrongUse(
            "There is no registry here.",
            "Make one with `tidings init DIR`, or name it: --registry.",
        )
    return last


def remember_registry(folder: Path) -> None:
    """Let later commands find this registry without being told. Keeps its path, nothing else."""
    note = _note()
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(str(folder.resolve()) + "\n", encoding="utf-8")


@contextmanager
def opened(given: Path | None, passphrase_file: Path | None) -> Iterator[Folder]:
    """The registry, unlocked for the length of one command and locked after it."""
    from tidings.registry import folder

    path = registry_folder(given)
    current = folder.open_registry(path, ask_secret(passphrase_file))
    try:
        yield current
    finally:
        folder.lock()


def ask_secret(passphrase_file: Path | None, prompt: str = "Passphrase: ") -> str:
    """The passphrase or recovery key, from a file or asked without echo."""
    if passphrase_file is not None:
        try:
            lines = passphrase_file.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise WrongUse(
                f"{passphrase_file}: {error.strerror}.", "Name a file that can be read."
            ) from None
        if not lines or not lines[0]:
            raise WrongUse(f"{passphrase_file}: its first line is empty.")
        return lines[0]
    if not sys.stdin.isatty():
        raise Locked(
            "The registry is locked and there is no terminal to ask for the passphrase.",
            "Run this in a terminal, or give --passphrase-file.",
        )
    return getpass.getpass(prompt)


def _note() -> Path:
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "tidings" / "registry"


def _last_registry() -> Path | None:
    try:
        folder = Path(_note().read_text(encoding="utf-8").strip())
    except OSError:
        return None
    return folder if (folder / SETTINGS_FILE).exists() else None
