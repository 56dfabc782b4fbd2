"""The demo as a stranger runs it: desk and public site beside each other, and nothing kept."""

import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.slow


def heed_ctrl_c():
    """What runs in the background may have been told not to; its children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def demo(tmp_path):
    command = [Path(sys.executable).parent / "tidings", "demo", "--port", "0"]
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, preexec_fn=heed_ctrl_c
    ) as demo:
        yield demo
        demo.kill()


def test_the_desk_and_the_public_site_are_open_beside_each_other_until_it_is_stopped(
    demo, tmp_path
):
    told = ""
    for line in demo.stdout:
        told += line
        if line.startswith("Everything in it is invented"):
            break
    desk, site = re.findall(r"http://127\.0\.0\.1:\d+/", told)
    assert "passphrase" in urlopen(desk).read().decode().lower()
    home = urlopen(f"{site}en/index.html").read().decode()
    assert "invented" in home
    demo.send_signal(signal.SIGINT)
    demo.wait(timeout=20)
    assert not list(tmp_path.glob("tidings-*"))
