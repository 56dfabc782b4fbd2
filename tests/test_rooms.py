"""The folder tree is the architecture: imports point one way."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_rooms_import_downward_only():
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_room_says_what_it_is_for():
    for room in (ROOT / "src" / "tidings").iterdir():
        if room.is_dir() and (room / "__init__.py").exists():
            source = (room / "__init__.py").read_text()
            assert source.startswith('"""'), f"{room.name} has no docstring"
