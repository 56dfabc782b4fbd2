"""`tidings` as its console script runs it, on a registry of the test's own.

The secret is the recovery key: it opens at once, while age stretches a passphrase for a second.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from tidings import cli

TIDINGS = Path(sys.executable).parent / "tidings"
WORKER = "Example Worker"


class Ran(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def environment(place: Path) -> dict[str, str]:
    """Where a command in this place finds its registry and what opens it."""
    return os.environ | {
        "HOME": str(place),
        "XDG_CONFIG_HOME": str(place / "config"),
        "TIDINGS_REGISTRY": str(place / "registry"),
        "TIDINGS_PASSPHRASE_FILE": str(place / "secret"),
    }


def secret(place: Path) -> str:
    """What opens the registry in this place."""
    return (place / "secret").read_text(encoding="utf-8").strip()


def copied(place: Path, template: Path) -> Path:
    """This place, with a registry and its secret as they are in `template`."""
    shutil.copytree(template / "registry", place / "registry")
    shutil.copy(template / "secret", place / "secret")
    return place


def tidings(place: Path, *arguments: str) -> Ran:
    """Run a command as its console script does, in this process."""
    out, err = io.StringIO(), io.StringIO()
    before, argv, here = dict(os.environ), sys.argv, Path.cwd()
    os.environ.update(environment(place))
    os.chdir(place)
    sys.argv = ["tidings", *arguments]
    try:
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            cli.main()
    finally:
        os.chdir(here)
        sys.argv = argv
        os.environ.clear()
        os.environ.update(before)
    return Ran(left.value.code or 0, out.getvalue(), err.getvalue())


def process(place: Path, *arguments: str) -> Ran:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [TIDINGS, *arguments], env=environment(place), cwd=place, capture_output=True, text=True
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def killed_after(
    place: Path, seconds: float, *arguments: str, alone: bool = False
) -> tuple[float | None, str]:
    """Start a command and kill it after so many seconds, with its children or `alone`: then they
    must end with it. How long it took if it was done before, else None; and what it said."""
    began = time.monotonic()
    started = subprocess.Popen(
        [TIDINGS, *arguments],
        env=environment(place),
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        text=True,
    )
    try:
        said, _ = started.communicate(timeout=seconds)
        return time.monotonic() - began, said
    except subprocess.TimeoutExpired:
        (os.kill if alone else os.killpg)(started.pid, signal.SIGKILL)
        said, _ = started.communicate(timeout=20)
        return None, said
