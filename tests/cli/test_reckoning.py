"""`tidings reckon` as a volunteer runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import copied, process, tidings

ARTICLE = """Bulletin of the Example Ministry, 1 February 2019

The Example Ministry announces that 2 persons were released in 2018.

The Example Ministry announces that 120 persons were allowed to leave in 2018.
"""
LIST = """name,status,date
Айгүл Ерланқызы,released,2018-05-04
Болат Серікұлы,released,2018-06-01
Дәурен Асқарұлы,released,2018-07-01
Гүлнар Қайратқызы,released,2019
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory, initialised):
    place = copied(tmp_path_factory.mktemp("reckon"), initialised)
    (place / "bulletin.txt").write_text(ARTICLE, encoding="utf-8")
    (place / "list.csv").write_text(LIST, encoding="utf-8")
    for name in ("bulletin.txt", "list.csv"):
        tidings(place, "add", "--accept", name)
    return place


def told(place: Path) -> dict:
    return json.loads(tidings(place, "reckon", "--json").stdout)


def test_a_ruling_shows_that_an_announcement_cannot_be_true_and_can_be_taken_back(place):
    released = next(each for each in told(place)["announcements"] if each["event"] == "released")
    assert released["count"]["certain"] == 0
    ruled = tidings(place, "reckon", "--rule", released["id"], "group_is_all", "--reason", "all")
    assert ruled.returncode == 0, ruled.stderr
    shown = process(place, "reckon", "--announcement", released["id"], "--who")
    assert "This cannot be true" in shown.stdout
    assert "Who is listed here is not who was taken" in shown.stdout
    certain, possible = shown.stdout.split("Possibly: it is said of this person, but of another")
    assert "Болат Серікұлы" in certain
    assert "Гүлнар Қайратқызы" in possible
    act = ruled.stdout.split()[2]
    assert tidings(place, "add", "--undo", act).returncode == 0
    assert "This cannot be true" not in tidings(place, "reckon").stdout


def test_two_tied_announcements_are_solved_together(place):
    one, other = (each["id"] for each in told(place)["announcements"])
    assert tidings(place, "reckon", "--tie", one, other, "part_of").returncode == 0
    found = told(place)
    assert found["components"][0]["people"] == [120, 120]
    assert found["announcements"][0]["ties"][0]["decided"]
    assert "is a part of" in tidings(place, "reckon").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("--who",), 2, "--announcement"),
        (("--person", "x"), 2, "--rule"),
        (("--as-of", "yesterday"), 3, "EDTF"),
        (("--as-of", "1990"), 1, "by then"),
        (("--tie", "0000-0000-00001", "0000-0000-00002", "alike"), 2, "part_of"),
        (("--rule", "0000-0000-00001", "perhaps"), 2, "group_is_all"),
    ],
)
def test_what_cannot_be_done_is_answered_in_words(place, arguments, code, word):
    found = tidings(place, "reckon", *arguments)
    assert found.returncode == code, found.stderr
    assert word in found.stderr
    assert "Traceback" not in found.stderr
