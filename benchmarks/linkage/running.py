"""A command run and measured: seconds of the clock and of processor time, and peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """`code` is its exit code; `text` what it printed; seconds; peak memory in MiB (of the
    process, not of its children)."""

    code: int
    text: str
    clock: float
    processor: float
    peak: float


def run(command: Sequence[str | Path], place: Path, env: Mapping[str, str] | None = None) -> Run:
    """Run `command` in `place` and wait for it. Linux: memory is counted in KiB."""
    printed = place / "printed.txt"
    began = time.perf_counter()
    with printed.open("wb") as out:
        child = subprocess.Popen(
            [str(each) for each in command],
            cwd=place,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | {"XDG_CONFIG_HOME": str(place / "config")} | dict(env or {}),
        )
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return Run(
        child.returncode,
        printed.read_text(errors="replace"),
        time.perf_counter() - began,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
    )
