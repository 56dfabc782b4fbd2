"""`tidings export` and `tidings init --from`, as a user runs them."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

TIDINGS = Path(sys.executable).parent / "tidings"
PASSPHRASE = "five words for the test"
LIST = """name,born,place,phone,status
Ерлан Қайратұлы,1970,@Tekes,+7 701 234 56 78,detained March 2018
Айгүл Сұлтанова,1975-02-03,Тоққұзтара,,released 2019
"""

pytestmark = pytest.mark.slow


def environment(place: Path) -> dict[str, str]:
    return os.environ | {
        "HOME": str(place),
        "XDG_CONFIG_HOME": str(place / "config"),
        "TMPDIR": str(place / "tmp"),
        "TIDINGS_REGISTRY": str(place / "registry"),
        "TIDINGS_PASSPHRASE_FILE": str(place / "passphrase"),
    }


def run(place: Path, *arguments: object, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command in `place`; nothing of ours may be left in the temporary folder."""
    done = subprocess.run(
        [TIDINGS, *map(str, arguments)],
        env=environment(place),
        cwd=place,
        input=said,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert not list((place / "tmp").iterdir())
    assert not list(place.glob("*.part"))
    return done


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A folder with a registry of two people, and its export."""
    made = tmp_path_factory.mktemp("export")
    (made / "tmp").mkdir()
    (made / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (made / "list.csv").write_text(LIST, encoding="utf-8")
    assert run(made, "init", "registry", "--worker", "Example Worker").returncode == 0
    assert run(made, "add", "list.csv", "--accept").returncode == 0
    done = run(made, "export", "out", "--yes")
    assert done.returncode == 0, done.stderr
    assert "2 acts" in done.stdout
    return made


def tree(path: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()
    }


def test_an_export_is_announced_as_not_encrypted_and_needs_a_yes(place):
    done = run(place, "export", "unasked")
    assert done.returncode == 2
    assert "'unasked' can read it: it is not encrypted." in done.stderr
    assert "--yes" in done.stderr
    assert not (place / "unasked").exists()


def test_a_registry_made_of_an_export_is_found_in_and_exports_the_same_bytes(place):
    made = run(place, "init", "second", "--from", "out")
    assert made.returncode == 0, made.stderr
    assert "Its worker is Example Worker." in made.stdout
    assert "AGE-SECRET-KEY-1" in made.stdout
    again = run(place, "export", "out2", "--yes", "--registry", "second")
    assert again.returncode == 0, again.stderr
    assert tree(place / "out2") == tree(place / "out")
    for command in (("verify",), ("doctor",), ("link",)):
        done = run(place, *command, "--registry", "second")
        assert done.returncode == 0, done.stderr
    found = run(place, "find", "Aigul Sultanova", "--registry", "second")
    assert "Айгүл" in found.stdout


def test_the_export_holds_no_formula(place):
    with (place / "out" / "mention.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["place"] for row in csv.DictReader(file)] == ["'@Tekes", "Тоққұзтара"]
    with (place / "out" / "mention_number.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["written"] for row in csv.DictReader(file)] == ["'+7 701 234 56 78"]


def test_nothing_is_written_over(place):
    assert run(place, "export", "out", "--yes").returncode == 2
    assert run(place, "export", "registry", "--yes").returncode == 2
    assert run(place, "init", "registry", "--from", "out").returncode == 2


def test_what_is_no_export_is_said_before_a_passphrase_is_asked_for(place):
    done = run(place, "init", "third", "--from", "registry")
    assert done.returncode == 3
    assert "'registry' is no export of tidings" in done.stderr
    done = run(place, "init", "third", "--from", "nowhere")
    assert done.returncode == 3
    done = run(place, "init", "third", "--from", "out", "--worker", "Somebody")
    assert done.returncode == 2
    assert not (place / "third").exists()


def test_a_changed_table_is_named_and_nothing_is_made(place):
    table = place / "out" / "mention.csv"
    whole = table.read_bytes()
    table.write_bytes(whole.replace("Тоққұзтара".encode(), "Тоққұзтарау".encode()))
    done = run(place, "init", "third", "--from", "out")
    table.write_bytes(whole)
    assert done.returncode == 3
    assert "mention.csv, row 3: Its content was changed." in done.stderr
    assert "Тоққұзтара" not in done.stderr
    assert not (place / "third").exists()


def test_a_wrong_passphrase_exports_nothing(place):
    (place / "wrong").write_text("other words than those\n", encoding="utf-8")
    done = run(place, "export", "out3", "--yes", "--passphrase-file", "wrong")
    assert done.returncode == 4
    assert not (place / "out3").exists()


@contextmanager
def small_disk(path: Path, size: str) -> Iterator[Path]:
    """A disk of so many bytes at `path`; skips where one cannot be made."""
    path.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", path])
    if mounted.returncode:
        pytest.skip("a small disk can be made by root only")
    try:
        yield path
    finally:
        subprocess.run(["umount", "-l", path], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a tmpfs")
def test_a_full_disk_is_told_in_words_and_left_clean(place):
    with small_disk(place / "disk", "64k") as disk:
        out = run(place, "export", disk / "out", "--yes")
        assert out.returncode == 2
        assert "cannot be written: No space left on device." in out.stderr
        assert list(disk.iterdir()) == []
        back = run(place, "init", disk / "new", "--from", "out")
        assert back.returncode in (1, 2)
        assert "cannot be" in back.stderr
        assert list(disk.iterdir()) == []
