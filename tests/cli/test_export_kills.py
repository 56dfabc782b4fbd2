"""kill -9 at random moments of export and of `init --from`: a whole folder or none, and the same
command run again finishes."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from commands import killed_after, process

pytestmark = pytest.mark.scale

KILLS = 10
ROWS = 1_500


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A folder with a registry of some thousand rows, and its export."""
    made = tmp_path_factory.mktemp("kills")
    # A passphrase, for `init --from` sets what this file says.
    (made / "secret").write_text("five words for the test\n", encoding="utf-8")
    chance = random.Random(3)
    lines = [
        f"Erlan {chance.randrange(10**6)} Sultanov,19{n % 90 + 10},detained" for n in range(ROWS)
    ]
    (made / "list.csv").write_text("name,born,status\n" + "\n".join(lines), encoding="utf-8")
    assert tidings(made, "init", "registry", "--worker", "Example Worker") == 0
    assert tidings(made, "add", "list.csv", "--accept") in (0, 3)
    assert tidings(made, "export", "out", "--yes") == 0
    return made


def tidings(place: Path, *arguments: str) -> int:
    done = process(place, *arguments)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode


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
        took, _ = killed_after(place, moment, "export", name, "--yes")
        length, killed = took or length, killed + (took is None)
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
        took, _ = killed_after(place, moment, "init", name, "--from", "out")
        length, killed = took or length, killed + (took is None)
        if not (place / name).exists():
            assert tidings(place, "init", name, "--from", "out") == 0
        assert tidings(place, "verify", "--registry", name) == 0, "whole, or not there"
        assert not (place / f"{name}.part").exists()
    assert killed >= KILLS // 2
