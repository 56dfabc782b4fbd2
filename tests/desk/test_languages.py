"""The catalogues: complete, compiled, and marked where nobody has checked them."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import tidings.desk

DESK = Path(tidings.desk.__file__).parent
LANGUAGES = ("ru", "kk")


def catalogue(language):
    return read_po(io.BytesIO(_path(language, "po").read_bytes()), locale=language)


def _path(language, kind):
    return DESK / "locale" / language / "LC_MESSAGES" / f"django.{kind}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_none_is_fuzzy(language):
    for message in catalogue(language):
        if message.id:
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            assert all(strings), message.id
            assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_what_the_written_one_says(language):
    with _path(language, "mo").open("rb") as file:
        compiled = _by_first(read_mo(file))
    written = _by_first(catalogue(language))
    assert compiled.keys() == written.keys()
    for key, string in written.items():
        assert _strings(compiled[key]) == _strings(string), key


def _by_first(found):
    return {_strings(each.id)[0]: each.string for each in found if each.id}


def _strings(string):
    return (string,) if isinstance(string, str) else tuple(string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_kept(language):
    for message in catalogue(language):
        ids = _strings(message.id)
        wanted = set(re.findall(r"%\(\w+\)s", "".join(ids)))
        for string in _strings(message.string):
            if message.id:
                assert set(re.findall(r"%\(\w+\)s", string)) <= wanted, message.id
                assert len(ids) > 1 or set(re.findall(r"%\(\w+\)s", string)) == wanted, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_no_native_reader_checked_are_marked(language):
    marked = sum("unchecked" in message.user_comments for message in catalogue(language))
    assert marked > 300


def test_every_string_of_the_pages_is_in_the_catalogues():
    known = {_strings(message.id)[0] for message in catalogue("ru") if message.id}
    for path in DESK.rglob("*.html"):
        for message in re.findall(r'{% translate "([^"]+)"', path.read_text("utf-8")):
            assert message in known, (path.name, message)


PSEUDO = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "tidings.desk.settings"
import django
django.setup()
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext
with translation.override("en-rtl"):
    print(ascii(gettext("Find")), ascii(ngettext("%(n)s draft", "%(n)s drafts", 2)),
          ascii(pgettext("a kind of source", "letter")))
"""


@pytest.mark.parametrize("chosen", ["0", "1"])
def test_the_pseudo_locale_marks_every_kind_of_message_only_where_it_is_asked_for(chosen):
    run = subprocess.run(
        [sys.executable, "-c", PSEUDO],
        env={"TIDINGS_PSEUDO_LOCALE": chosen, "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert (run.stdout.count("\\u27e6") == 3) is (chosen == "1")
