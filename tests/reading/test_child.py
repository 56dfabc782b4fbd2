"""The child process: what it is given, what it may use, and what becomes of its end."""

import json
import subprocess
import sys

import pytest

from tidings.reading import limits, opening, read_bytes, read_file, read_rows_of
from tidings.values import BadInput, Role, SourceKind, UnreadableFile, WrongUse

LIST = b"Name,Born\nErlan Asan,1974\n"


def test_the_child_gets_no_environment_and_no_file_name_among_its_arguments(monkeypatch):
    monkeypatch.setenv("SECRET_OF_OURS", "x")
    started = {}
    real = subprocess.Popen

    def watching(arguments, **options):
        started.update(arguments=arguments, **options)
        return real(arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", watching)
    read_bytes(LIST, "a private name.csv")
    assert set(started["env"]) <= {"SYSTEMROOT"}
    assert "-I" in started["arguments"]
    assert not any("private" in argument for argument in started["arguments"])


def test_a_child_that_takes_too_long_is_stopped_and_says_so(monkeypatch):
    monkeypatch.setattr(limits, "MAX_SECONDS_AT_ALL", 0.01)
    with pytest.raises(UnreadableFile, match="seconds"):
        read_bytes(LIST, "list.csv")


def test_a_child_that_dies_is_an_unreadable_file_and_not_a_traceback(monkeypatch):
    monkeypatch.setattr(sys, "executable", "false")
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(LIST, "list.csv")
    assert caught.value.remedy
    assert "list.csv" in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_child_is_bound_in_memory_time_and_files_and_may_write_none():
    program = (
        "import json, resource, sys\n"
        "from tidings.reading import limits\n"
        "limits.apply()\n"
        "names = ['RLIMIT_AS', 'RLIMIT_CPU', 'RLIMIT_FSIZE', 'RLIMIT_CORE', 'RLIMIT_NOFILE']\n"
        "print(json.dumps([resource.getrlimit(getattr(resource, name))[0] for name in names]))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    memory, seconds, size, core, files = json.loads(run.stdout)
    assert 0 < memory <= 2**30
    assert 0 < seconds <= 600
    assert (size, core) == (0, 0)
    assert files <= 64


def test_errors_of_the_child_come_back_as_they_are():
    with pytest.raises(WrongUse, match="no column"):
        read_bytes(LIST, "list.csv", mapping={"Z": Role.NAME})
    with pytest.raises(BadInput) as caught:
        read_bytes(b"A1,A2\n1,2\n", "numbers.csv")
    assert caught.value.file == "numbers.csv"
    assert str(caught.value).count("numbers.csv") == 1


def test_the_raw_rows_of_a_table_come_with_their_numbers(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("A title,,\nName,Born,Extra\nErlan Asan,1974\n\nSaule,,x\n", encoding="utf-8")
    (table,) = read_rows_of(path.read_bytes(), path.name)
    assert (table.header_row, table.headers) == (2, ["Name", "Born", "Extra"])
    assert table.numbers == [3, 5]
    assert table.rows == [["Erlan Asan", "1974", ""], ["Saule", "", "x"]]


def test_the_kind_that_the_user_says_outranks_what_a_file_looks_like(tmp_path):
    path = tmp_path / "list.txt"
    path.write_bytes(LIST)
    assert read_file(path, kind=SourceKind.LIST)[0].source.kind is SourceKind.LIST


def test_the_parent_opens_nothing_but_the_file_itself():
    assert opening._environment().keys() <= {"SYSTEMROOT"}
