"""kill -9 while a site is built by several processes: a whole site, and nothing goes on."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from site_releases import PUBLIC_KEY, a_release, built

from tidings.publishing.site import verify

pytestmark = pytest.mark.scale

HERE = Path(__file__).parent
KILLS = 10


def test_a_build_is_killed_and_its_workers_end_with_it(tmp_path):
    folder = tmp_path / "site"
    built(a_release(), folder)
    chance = random.Random(11)
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, HERE / "site_forever.py", folder],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.2, 8.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        _ended(process.pid)
        assert verify(folder, PUBLIC_KEY).problems == ()
        assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def _ended(group):
    """Wait until no process of the group is left: one that had not begun ends when it does."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a worker went on after its publisher was killed")
