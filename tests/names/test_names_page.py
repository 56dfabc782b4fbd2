"""The page about names: its examples say what happens."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "names.md"


def test_every_example_on_the_page_about_names_does_what_it_says():
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert found.attempted > 5
    assert found.failed == 0
