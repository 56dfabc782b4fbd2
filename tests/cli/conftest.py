"""A registry as `tidings init` makes it, made once a session and copied."""

import re

import pytest
from commands import WORKER, tidings


@pytest.fixture(scope="session")
def initialised(tmp_path_factory):
    """A folder that holds a registry and the secret that opens it: see `commands.copied`."""
    place = tmp_path_factory.mktemp("initialised")
    (place / "secret").write_text("five words for the test\n", encoding="utf-8")
    made = tidings(place, "init", "registry", "--worker", WORKER)
    assert made.returncode == 0, made.stderr
    recovery = re.search(r"AGE-SECRET-KEY-1\w+", made.stdout)[0]
    (place / "secret").write_text(recovery + "\n", encoding="utf-8")
    return place
