"""Where a site is put: whole or not at all, one publisher at a time, on a disk that fills."""

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from site_releases import PEOPLE, PUBLIC_KEY, a_release, built, files, many

from tidings.publishing.site import reserved, verify, writing
from tidings.values import TidingsError, WrongUse


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    folder = tmp_path / "photographs"
    folder.mkdir()
    (folder / "mother.jpg").write_bytes(b"dear")
    with pytest.raises(WrongUse, match="not a site"):
        built(a_release(), folder)
    assert files(folder) == {"mother.jpg": b"dear"}


def test_an_empty_folder_becomes_the_site(tmp_path):
    (tmp_path / "site").mkdir()
    built(a_release(), tmp_path / "site")
    assert verify(tmp_path / "site").people == len(PEOPLE)


def test_a_full_disk_leaves_the_old_site_and_nothing_beside_it(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    built(a_release(), folder)
    before, written = files(folder), []

    def full(page):
        written.append(page)
        if len(written) > 20:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.Writer, "write", lambda self, page: full(page))
    with pytest.raises(TidingsError, match="disk is full"):
        built(a_release(PEOPLE[:1]), folder)
    assert files(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own that holds 1 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root on Linux only")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_disk_that_fills_leaves_the_old_site_in_place_and_says_so(small_disk, workers):
    folder = small_disk / "site"
    built(a_release(), folder)
    before = files(folder)
    with pytest.raises(TidingsError, match=r"disk is full.*untouched"):
        built(many(300), folder, workers=workers)
    assert files(folder) == before
    assert verify(folder, PUBLIC_KEY).problems == ()
    assert [path.name for path in small_disk.iterdir()] == ["site"]


def test_two_publishers_of_one_folder_do_not_mix(tmp_path):
    folder = tmp_path / "site"
    built(a_release(), folder)
    before = files(folder)
    with reserved(folder):
        with pytest.raises(TidingsError, match=r"publishing into .* at this moment"):
            built(a_release(PEOPLE[:1]), folder)
        other = [sys.executable, "-c", OTHER_PUBLISHER, folder]
        run = subprocess.run(other, cwd=Path(__file__).parent, capture_output=True, text=True)
        assert "at this moment" in run.stderr
        assert files(folder) == before
    built(a_release(PEOPLE[:1]), folder)
    assert verify(folder, PUBLIC_KEY).people == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


OTHER_PUBLISHER = """
import sys
from pathlib import Path
from site_releases import a_release, built
built(a_release(), Path(sys.argv[1]))
"""


def test_whoever_checks_a_site_leaves_alone_what_another_builds(tmp_path):
    folder, new = tmp_path / "site", tmp_path / ".site.new"
    built(a_release(), folder)
    with reserved(folder):
        new.mkdir()
        assert verify(folder, PUBLIC_KEY).problems == ()
        assert new.exists()


def test_what_a_kill_leaves_is_settled_by_the_next_run(tmp_path):
    folder, new, old = (tmp_path / name for name in ("site", ".site.new", ".site.old"))
    built(a_release(), folder)
    before = files(folder)
    folder.rename(old)  # killed between the two renames
    new.mkdir()
    (new / "half.html").write_text("half")
    (tmp_path / ".site.lock").touch()
    assert verify(folder, PUBLIC_KEY).problems == ()
    assert files(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
