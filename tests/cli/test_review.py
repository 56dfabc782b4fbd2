"""`tidings review` and `tidings split`: at the keyboard, for a program, and killed."""

import io
import json
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time

import pytest
from commands import TIDINGS, copied, environment, tidings

ONE = "Имя;Пол;Дата рождения;Место\nЕрлан Мұратұлы;муж;04.05.1974;Қобда\nАйгүл Серікқызы;жен;;\n"
TWO = "姓名;性别;出生日期;地点\n叶尔兰·木拉提;男;04.05.1974;Қобда\n"
THREE = "Имя;Пол;Дата рождения;Место\nЕрлан Мұратұлы;муж;;\nАйгүл Серікқызы;жен;;\n"


@pytest.fixture(scope="module")
def linked(initialised, tmp_path_factory):
    """Three lists, linked: one man joined by his birth, two pairs of whom only names are told."""
    place = copied(tmp_path_factory.mktemp("review"), initialised)
    for name, text in (("one", ONE), ("two", TWO), ("three", THREE)):
        (place / f"{name}.csv").write_text(text, encoding="utf-8")
        assert tidings(place, "add", f"{name}.csv").returncode == 0
    assert "2 pairs wait" in tidings(place, "link").stdout
    return place


@pytest.fixture
def place(linked, tmp_path):
    return copied(tmp_path, linked)


def said(place, *arguments, typed=""):
    before, sys.stdin = sys.stdin, io.StringIO(typed)
    try:
        ran = tidings(place, *arguments)
    finally:
        sys.stdin = before
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def waiting(place):
    return [json.loads(line) for line in said(place, "review", "--json").splitlines()]


def persons(place):
    return [
        json.loads(line)["mentions"]
        for line in said(place, "find", "Ерлан Мұратұлы", "--json").splitlines()
    ]


def test_a_pair_is_shown_side_by_side_with_what_each_thing_weighs(place):
    shown = said(place, "review", typed="q\n")
    assert "2 pairs to look at" in shown
    assert shown.count("Named in") == 1
    assert "before anything is compared" in shown
    assert "the names agree" in shown
    assert "together:" in shown
    assert {"█", "░"} <= set(shown)


def test_answers_are_kept_and_the_last_is_taken_back(place):
    (first, second) = waiting(place)
    shown = said(place, "review", typed="d\nn\nu\nu\ns\nq\n")
    assert "1 pair left for later." in shown
    assert shown.count("is taken back") == 2
    assert "Joined." in shown
    assert waiting(place) == [second]
    shown = said(place, "review", typed="?\nd\n")
    assert "Kept apart." in shown
    assert "No pair waits." in shown
    assert waiting(place) == []
    assert first != second


def test_the_reasons_are_told_in_three_languages(place):
    for language, words in (("ru", "имена совпадают"), ("kk", "есімдері сәйкес")):
        assert words in said(place, "review", "--language", language, typed="q\n")


def test_a_pair_is_decided_by_a_program_with_its_reason(place):
    pair = [waiting(place)[0][side]["mention"] for side in "ab"]
    said(place, "review", *pair, "--different", "--reason", "cousins")
    assert [pair[0]] not in [[each["a"]["mention"]] for each in waiting(place)]
    assert tidings(place, "review", *pair, "--same", "--different").returncode == 2
    assert tidings(place, "review", pair[0], "--same").returncode == 2
    assert tidings(place, "review", pair[0], pair[0]).returncode == 2


def test_a_mention_is_taken_out_of_a_person_and_no_run_puts_it_back(place):
    ran = said(place, "find", "叶尔兰·木拉提", "--json").splitlines()[0]
    person = json.loads(ran)["person"]
    shown = json.loads(said(place, "person", person, "--json"))
    ids = [each["mention"] for each in shown["mentions"]]
    assert len(ids) == 2
    for asked in (ids, [person]):
        joined = said(place, "review", *asked)
        assert "born on the same day" in joined
        assert "Weighed by a run" in joined
    (why,) = map(json.loads, said(place, "review", person, "--json").splitlines())
    assert [why[side]["mention"] for side in "ab"] == ids
    taken_out = said(place, "split", person, ids[1], "--reason", "another village")
    said(place, "link")
    assert len(json.loads(said(place, "person", person, "--json"))["mentions"]) == 1
    said(place, "add", "--undo", taken_out.split("--undo ")[1].rstrip(").\n"))
    assert len(json.loads(said(place, "person", person, "--json"))["mentions"]) == 2
    nobody = person[:-1] + ("y" if person.endswith("z") else "z")
    assert tidings(place, "split", person, nobody).returncode == 2


def test_decisions_that_contradict_are_told_with_the_way_out_by_every_command(place):
    pair = next(each for each in waiting(place) if "Ерлан" in each["a"]["names"][0]["written"])
    person = json.loads(said(place, "person", pair["a"]["person"], "--json"))
    a, b = (each["mention"] for each in person["mentions"])
    (c,) = {pair[side]["mention"] for side in "ab"} - {a, b}
    said(place, "review", a, b, "--same")
    said(place, "review", b, c, "--same")
    told = said(place, "review", a, c, "--different")
    assert "Decisions contradict each other" in told
    assert told.count("tidings add --undo") == 4
    assert "Decisions contradict each other" in said(place, "link")
    assert "Decisions contradict each other" in said(place, "review", typed="q\n")
    doctor = tidings(place, "doctor").stdout
    assert "Decisions contradict each other" in doctor
    assert "Ерлан" not in doctor
    said(place, "add", "--undo", told.rsplit("--undo ", 1)[1].split("`")[0])
    assert "contradict" not in said(place, "link")


@pytest.mark.slow
def test_killed_at_the_keyboard_what_was_answered_is_kept_and_nothing_else(place):
    before = len(waiting(place))
    screen, keyboard = pty.openpty()
    sitting = subprocess.Popen(
        [TIDINGS, "review"],
        env=environment(place) | {"TERM": "xterm"},
        cwd=place,
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        start_new_session=True,
    )
    try:
        read_until(screen, "[q]uit")
        while termios.tcgetattr(keyboard)[3] & termios.ICANON:  # not listening to keys yet
            time.sleep(0.05)
        os.write(screen, b"d")
        read_until(screen, "[q]uit")
    finally:
        os.killpg(sitting.pid, signal.SIGKILL)
        sitting.wait()
    assert len(waiting(place)) == before - 1
    assert tidings(place, "verify").returncode == 0


def read_until(screen, words, patience=60):
    seen, end = "", time.monotonic() + patience
    while words not in seen:
        assert time.monotonic() < end, seen
        if select.select([screen], [], [], 1)[0]:
            seen += os.read(screen, 65536).decode(errors="replace")
    return seen
