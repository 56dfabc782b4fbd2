"""A desk over a real encrypted registry."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from desk_browser import LAPTOP, Visit
from desk_setup import KEY, WORKER, fill, unlocked, visitor

from tidings.registry import folder


@pytest.fixture
def stranger():
    return visitor()


@pytest.fixture
def desk(registry):
    """A browser that has unlocked an empty registry."""
    return unlocked(registry.path)


@pytest.fixture(scope="session")
def peopled_template(tmp_path_factory):
    """A registry with a testimony, a list and an article about an invented man, linked."""
    path = tmp_path_factory.mktemp("peopled") / "registry"
    folder.create_with_key(path, WORKER, KEY)
    folder.open_with_key(path, KEY)
    fill()
    folder.lock()
    return path


@pytest.fixture
def peopled(peopled_template, tmp_path):
    """A browser that has unlocked a registry with people in it."""
    path = tmp_path / "peopled"
    shutil.copytree(peopled_template, path)
    folder.open_with_key(path, KEY)
    yield unlocked(path)
    folder.lock()


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The address of a desk that serves the example registry."""
    path = tmp_path_factory.mktemp("served") / "registry"
    script = Path(__file__).parent / "serve_example.py"
    server = subprocess.Popen([sys.executable, script, path], stdout=subprocess.PIPE, text=True)
    port = server.stdout.readline().strip()
    assert port, "the desk did not start"
    yield f"http://localhost:{port}"
    server.terminate()
    server.wait()


@pytest.fixture
def window(chromium, base):
    """Opens windows: `window(language="ru", viewport=PHONE, dark=True)`."""
    contexts = []

    def opened(language="en", viewport=LAPTOP, dark=False, **options):
        context = chromium.new_context(
            viewport=viewport, color_scheme="dark" if dark else "light", locale="en", **options
        )
        context.add_cookies([{"name": "tidings_language", "value": language, "url": base}])
        contexts.append(context)
        return Visit(context.new_page(), base)

    yield opened
    for context in contexts:
        context.close()
