"""Consent and release as typed at a terminal, in a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TIDINGS = Path(sys.executable).parent / "tidings"
TESTIMONY = """Kind: testimony
Testifier: Айгүл Қасымова
Relation: sister
Person: Ерлан Болатұлы
Born: 1974
Place: Панфилов ауданы, Басқұншы ауылы
Date: 2019-02-02
Language: en

He was detained on 4 March 2018.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("release")
    (folder / "passphrase").write_text("five words for the test\n", encoding="utf-8")
    (folder / "told.txt").write_text(TESTIMONY, encoding="utf-8")
    run(folder, "init", "registry", "--worker", "Worker")
    run(folder, "add", "told.txt", "--accept")
    return folder


def run(place, *arguments, code=0):
    done = subprocess.run(
        [TIDINGS, *arguments],
        cwd=place,
        env=os.environ
        | {
            "HOME": str(place),
            "TIDINGS_REGISTRY": str(place / "registry"),
            "TIDINGS_PASSPHRASE_FILE": str(place / "passphrase"),
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def person(place):
    return json.loads(run(place, "find", "Ерлан Болатұлы", "--json").splitlines()[0])["person"]


@pytest.mark.slow
def test_from_nobody_asked_to_a_signed_file_and_back(place):
    who = person(place)
    assert "nobody has allowed it" in run(place, "consent", who)
    missing = run(place, "release", "public", "--left-out")
    assert "0 people" in missing
    assert "Ерлан Болатұлы" in missing
    assert "Айгүл Қасымова (sister)" in missing
    told = run(
        place, "consent", who, "--allow", "public", "--form", "named", "--place", "district",
        "--by", "Айгүл Қасымова", "--relation", "sister", "--ask", "release",
    )  # fmt: skip
    assert "to public: by name, with the district" in told
    assert "to un: nothing: nobody has allowed it" in told
    given = run(place, "release", "public", "--out", "public.jsonl", "--changes")
    assert "1 person (1 by name)" in given
    assert "Nothing was given out to them before." in given
    text = (place / "public.jsonl").read_text("utf-8")
    assert "Ерлан Болатұлы" in text
    assert "Айгүл" not in text
    assert "Басқұншы" not in text
    assert run(place, "release", "public", "--out", "public.jsonl", code=2)
    consent = re.search(r"\[([\w-]+)\]", told)[1]
    assert "was taken back" in run(place, "consent", who, "--withdraw", consent)
    after = json.loads(run(place, "release", "public", "--changes", "--left-out", "--json"))
    assert (after["people"], [each["change"] for each in after["changes"]]) == (0, ["left"])
    assert "withdrawn" in [each["why"] for each in after["left_out"]]


@pytest.mark.slow
def test_wrong_use_is_answered_in_words(place):
    who = person(place)
    assert "--form is missing" in run(place, "consent", who, "--allow", "public", code=2)
    assert "One thing at a time" in run(
        place, "consent", who, "--allow", "public", "--object", "un", code=2
    )
    assert "is no audience" in run(place, "release", "everybody", code=3)
    assert "expected a day" in run(place, "release", "un", "--on", "soon", code=2)
