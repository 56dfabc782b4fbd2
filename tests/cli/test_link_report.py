"""`tidings link --report`: a page on the run that names nobody."""

import re

import pytest
from commands import copied, tidings

ONE = "Имя;Пол;Дата рождения;Место\nЕрлан Мұратұлы;муж;04.05.1974;Қобда\nАйгүл Серікқызы;жен;;\n"
TWO = "姓名;性别;出生日期;地点\n叶尔兰·木拉提;男;04.05.1974;Қобда\n"
THREE = "Имя;Пол;Дата рождения;Место\nЕрлан Мұратұлы;муж;;\nАйгүл Серікқызы;жен;;\n"
NAMES = ("Ерлан", "Мұрат", "Айгүл", "Серік", "叶尔兰", "木拉提", "Қобда", "ерлан", "айгүл", "қобда")


@pytest.fixture(scope="module")
def place(initialised, tmp_path_factory):
    place = copied(tmp_path_factory.mktemp("report"), initialised)
    for name, text in (("one", ONE), ("two", TWO), ("three", THREE)):
        (place / f"{name}.csv").write_text(text, encoding="utf-8")
        assert tidings(place, "add", f"{name}.csv").returncode == 0
    return place


def test_the_report_tells_of_the_run_and_names_nobody(place):
    ran = tidings(place, "link", "--report", "linked.html")
    assert ran.returncode == 0, ran.stderr
    page = (place / "linked.html").read_text(encoding="utf-8")
    assert "5 mentions are 4 persons" in page
    assert "1 merges are new since the run before" in page
    assert page.count("<svg") >= 2
    assert not any(name in page for name in NAMES)
    assert not re.search(r"(src|href)=.https?:", page)
    assert (place / "linked.html").stat().st_mode & 0o077 == 0


def test_answers_show_whether_the_scores_can_be_believed(place):
    before = tidings(place, "link", "--report", "linked.html")
    assert before.returncode == 0
    assert "Nobody has answered a question yet" in (place / "linked.html").read_text("utf-8")
    pair = re.findall(r"<td>(\S+) (\S+)</td><td>0\.", (place / "linked.html").read_text("utf-8"))
    assert tidings(place, "review", *pair[0], "--same").returncode == 0
    assert tidings(place, "link", "--report", "linked.html").returncode == 0
    page = (place / "linked.html").read_text(encoding="utf-8")
    assert "1 of 1" in page
    assert "people decided 1." in page


def test_a_report_into_no_folder_is_answered_before_the_run(place):
    ran = tidings(place, "link", "--report", "nowhere/linked.html")
    assert ran.returncode != 0
    assert "There is no folder" in ran.stderr
