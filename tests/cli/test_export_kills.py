"""kill -9 at random moments of export and of `init --from`: a whole folder or none, and the same
command run again finishes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.scale

TIDINGS = Path(sys.executable).parent / "tidings"
KILLS = 10
ROWS = 1_500


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A folder with a registry of some thousand rows, and its export."""
    made = tmp_path_factory.mktemp("kills")
    (made / "passphrase").write_text("five words for the test\n", encoding="utf-8")
    chance = random.Random(3)
    lines = [
        f"Erlan {chance.randrange(10**6)} Sultanov,19{n % 90 + 10},detained" for n in range(ROWS)
    ]
    (made / "list.csv").write_text("name,born,status\n" + "\n".join(lines), encoding="utf-8")
    assert tidings(made, "init", "registry", "--worker", "Example Worker") == 0
    assert tidings(made, "add", "list.csv", "--accept") in (0, 3)
    assert tidings(made, "export", "out", "--yes") == 0
    return made


def environment(place: Path) -> dict[str, str]:
    return os.environ | {
        "HOME": str(place),
        "XDG_CONFIG_HOME": str(place / "config"),
        "TIDINGS_REGISTRY": str(place / "registry"),
        "TIDINGS_PASSPHRASE_FILE": str(place / "passphrase"),
    }


def tidings(place: Path, *arguments: str) -> int:
    done = subprocess.run(
        [TIDINGS, *arguments], env=environment(place), cwd=place, capture_output=True, text=True
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode


def killed_after(place: Path, seconds: float, *arguments: str) -> bool:
    """Start the command and kill it after so long; whether it was still running."""
    process = subprocess.Popen(
        [TIDINGS, *arguments],
        env=environment(place),
        cwd=place,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(seconds)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def length_of(place: Path, *arguments: str) -> float:
    began = time.monotonic()
    assert tidings(place, *arguments) == 0
    return time.monotonic() - began


def tree(path: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()
    }


def test_export_is_killed(place):
    length = length_of(place, "export", "whole", "--yes")
    chance, killed = random.Random(5), 0
    for number in range(KILLS):
        name = f"killed{number}"
        moment = chance.uniform(0.3, 1.0) * length
        killed += killed_after(place, moment, "export", name, "--yes")
        if not (place / name).exists():
            assert tidings(place, "export", name, "--yes") == 0
        assert tree(place / name) == tree(place / "out"), "whole, or not there"
        assert not (place / f"{name}.part").exists()
    assert killed >= KILLS // 2, "the kills came too late to mean anything"
    assert tidings(place, "verify") == 0


def test_init_from_is_killed(place):
    length = length_of(place, "init", "first", "--from", "out")
    chance, killed = random.Random(6), 0
    for number in range(KILLS):
        name = f"back{number}"
        moment = chance.uniform(0.3, 1.0) * length
        killed += killed_after(place, moment, "init", name, "--from", "out")
        if not (place / name).exists():
            assert tidings(place, "init", name, "--from", "out") == 0
        assert tidings(place, "verify", "--registry", name) == 0, "whole, or not there"
        assert not (place / f"{name}.part").exists()
    assert killed >= KILLS // 2
