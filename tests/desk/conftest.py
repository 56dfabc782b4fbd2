"""A desk over a real encrypted registry."""

import shutil

import pytest
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
