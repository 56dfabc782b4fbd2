"""`tidings find` as people and programs use it: filters, reasons, exit codes."""

import json

import pytest
from commands import copied, tidings

LIST = (
    "Имя;Пол;Год рождения;Место;Что случилось\n"
    "叶尔兰·海拉提;муж;1974;Алтай;задержан 12.03.2018\n"
    "Ерлан Қайратұлы;муж;1991;Еміл;\n"
    "Айгүл Серікқызы;жен;;Алтай;\n"
)


@pytest.fixture(scope="module")
def place(initialised, tmp_path_factory):
    place = copied(tmp_path_factory.mktemp("finding"), initialised)
    (place / "list.csv").write_text(LIST, encoding="utf-8")
    added = tidings(place, "add", "list.csv")
    assert added.returncode == 0, added.stderr
    return place


def found(place, *arguments):
    ran = tidings(place, "find", "--json", *arguments)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.parametrize(
    ("language", "because"),
    [
        ("en", "because Erlan — 叶尔兰: 叶尔兰 is read ye-er-lan; sounds "),
        ("ru", "потому что Erlan — 叶尔兰: 叶尔兰 читается ye-er-lan; звучит "),
        ("kk", "себебі Erlan — 叶尔兰: 叶尔兰 былай оқылады: ye-er-lan; "),
    ],
)
def test_the_reason_is_told_in_three_languages(place, language, because):
    ran = tidings(place, "find", "Erlan Hairat", "--born", "1974", "--language", language)
    assert ran.returncode == 0
    assert because in ran.stdout


@pytest.mark.parametrize(
    ("born", "names"),
    [
        ("1970..1980", ["叶尔兰·海拉提"]),
        ("1990..", ["Ерлан Қайратұлы"]),
        ("..1980", ["叶尔兰·海拉提"]),
        ("1991", ["Ерлан Қайратұлы"]),
        ("1970/1995", ["Ерлан Қайратұлы", "叶尔兰·海拉提"]),
    ],
)
def test_births_are_asked_for_as_a_year_or_years(place, born, names):
    assert [each["name"] for each in found(place, "Ерлан Қайрат", "--born", born)] == names


def test_sex_and_place_leave_out_whom_they_contradict(place):
    assert [each["name"] for each in found(place, "Айгүл", "--sex", "female")] == [
        "Айгүл Серікқызы"
    ]
    assert tidings(place, "find", "Айгүл", "--sex", "male").returncode == 1
    (one,) = found(place, "Ерлан Қайрат", "--place", "Altay")
    assert one["name"] == "叶尔兰·海拉提"
    assert len(found(place, "Ерлан", "--limit", "1")) == 1


def test_a_program_gets_every_part_with_its_letters(place):
    (first, *_) = found(place, "Erlan", "--born", "1974")
    part = first["parts"][0]
    assert (part["asked"], part["found"]) == ("Erlan", "叶尔兰")
    assert part["verdict"] in ("sounds_same", "near")
    assert part["letters"] == [["e", "叶"], ["r", "尔"], ["lan", "兰"]]
    assert first["because"][0].startswith("Erlan — 叶尔兰: ")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("Е",), 2, "One letter fits too many names."),
        (("1974",), 2, "There is no letter in this name."),
        (("Ерлан", "--sex", "man"), 2, "expected female or male"),
        (("Ерлан", "--language", "fr"), 2, "expected en, ru, kk"),
        (("Ерлан", "--born", "soon"), 3, "not an EDTF date"),
        (("Ерлан", "--born", "1980..1970"), 3, "ends before it begins"),
        (("Qwrtzxv",), 1, "Nobody here has a name like that."),
    ],
)
def test_each_way_to_find_nothing_has_its_words_and_its_exit_code(place, arguments, code, words):
    ran = tidings(place, "find", *arguments)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert words in ran.stderr
