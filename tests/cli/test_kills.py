"""kill -9 at random moments: what was acknowledged is there, nothing is half there, and the same
command run again finishes."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from commands import copied, killed_after, process

pytestmark = pytest.mark.scale

KILLS = 10
GIVEN = ("Ерлан", "Нұрлан", "Айгүл", "Серік", "Гүлнар", "Бауыржан", "Дәурен", "Мақпал")
FATHERS = ("Қайрат", "Болат", "Марат", "Талғат", "Ержан", "Асқар")


@pytest.fixture(scope="module")
def workplace(tmp_path_factory, initialised) -> Path:
    """A folder with a registry in it and three lists to add."""
    place = copied(tmp_path_factory.mktemp("kills"), initialised)
    for number in range(3):
        (place / f"list{number}.csv").write_text(people(number), encoding="utf-8")
    return place


def people(seed: int, rows: int = 700) -> str:
    """A list of invented people."""
    chance = random.Random(seed)
    lines = ["name,born,place,status"]
    for number in range(rows):
        name = f"{chance.choice(GIVEN)} {chance.choice(FATHERS)}ұлы"
        born = f"{chance.randint(1950, 1999)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        lines.append(f"{name},{born},village {number % 40},detained")
    return "\n".join(lines) + "\n"


def tidings(place: Path, *arguments: str) -> int:
    run = process(place, *arguments)
    assert "Traceback" not in run.stderr, run.stderr
    return run.returncode


def length_of(place: Path, *arguments: str) -> float:
    began = time.monotonic()
    assert tidings(place, *arguments) == 0
    return time.monotonic() - began


def whole(place: Path) -> None:
    """The ledger agrees with every row, and the database is sound."""
    assert tidings(place, "verify") == 0


def test_add_is_killed(workplace):
    length = length_of(workplace, "add", "list0.csv")
    chance, killed = random.Random(8), 0
    for number in range(KILLS):
        file = workplace / f"more{number}.csv"
        file.write_text(people(100 + number), encoding="utf-8")
        moment = chance.uniform(0.05, 1.0) * length
        took, said = killed_after(workplace, moment, "add", file.name)
        length, killed = took or length, killed + (took is None)
        whole(workplace)
        again = process(workplace, "add", file.name)
        assert again.returncode == 0, again.stderr
        if "mentions of people" in said:
            assert "already here" in again.stdout, "what was acknowledged is there"
        assert ("already here" in again.stdout) or ("700 mentions" in again.stdout)
    assert killed >= KILLS // 2, "the kills came too late to mean anything"


def test_link_is_killed(workplace):
    length = length_of(workplace, "link")
    chance, killed = random.Random(8), 0
    for number in range(KILLS):
        file = workplace / f"linked{number}.csv"
        file.write_text(people(200 + number, rows=60), encoding="utf-8")
        assert tidings(workplace, "add", file.name) == 0
        took, _ = killed_after(workplace, chance.uniform(0.05, 1.0) * length, "link")
        length, killed = took or length, killed + (took is None)
        whole(workplace)
    assert tidings(workplace, "link") == 0
    assert killed >= KILLS // 2
    whole(workplace)


def test_backup_is_killed(workplace, tmp_path):
    length = length_of(workplace, "backup", str(tmp_path / "whole.tidings"))
    chance, killed = random.Random(8), 0
    for number in range(KILLS):
        file = tmp_path / f"{number}.tidings"
        moment = chance.uniform(0.05, 1.0) * length
        took, _ = killed_after(workplace, moment, "backup", str(file))
        length, killed = took or length, killed + (took is None)
        if file.exists():
            assert tidings(workplace, "restore", str(file), str(tmp_path / f"from{number}")) == 0
        else:
            assert tidings(workplace, "backup", str(file)) == 0
    assert killed >= KILLS // 2
    assert tidings(workplace, "restore", str(file), str(tmp_path / "last")) == 0
    whole(workplace)
