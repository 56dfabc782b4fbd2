"""Django with the desk's settings, as it runs for people; a fresh registry for each test,
encrypted, migrated once a session and copied.
"""

import os
import shutil

import pytest
from hypothesis import settings

os.environ["DJANGO_SETTINGS_MODULE"] = "tidings.desk.settings"

from tidings.registry import folder
from tidings.vault import new_key

folder.configure()

# A computer that is busy for a moment has not failed a test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

KEY = new_key()


@pytest.fixture(scope="session")
def registry_template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "registry"
    folder.create_with_key(path, "Worker", KEY)
    return path


@pytest.fixture
def registry(registry_template, tmp_path):
    """The open registry of one test: a `Folder`. Its worker is called Worker."""
    path = tmp_path / "registry"
    shutil.copytree(registry_template, path)
    yield folder.open_with_key(path, KEY)
    folder.lock()


@pytest.fixture(scope="module")
def chromium():
    """The system's browser, one for each file of tests: its event loop ends with it, before
    others use the database."""
    from playwright.sync_api import sync_playwright

    installed = shutil.which("chromium") or shutil.which("chromium-browser")
    if installed is None:
        pytest.skip("Chromium is not installed")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed, args=["--no-sandbox"] if root else []
        )
        yield browser
        browser.close()
