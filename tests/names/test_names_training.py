"""Learning the shipped tables: the same data give the same, and what they teach is learned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tidings.names.alphabet import Kind
from tidings.names.costs import costs
from tidings.names.training.__main__ import main
from tidings.names.training.data import read_names
from tidings.names.training.em import learn
from tidings.names.training.joint import examples
from tidings.names.transducer import Transducer, numbered
from tidings.names.transducer.letters import packed
from tidings.names.transducer.model import Units, load, save

DATA = "id\tlatn\tcyrl\tarab\than\n" + "".join(
    f"Q{at}\t{latin}\t{cyrillic}\t{arabic}\t{han}\n"
    for at, (latin, cyrillic, arabic, han) in enumerate(
        [("nora", "нора", "نورا", "诺拉"), ("mira|mirra", "мира", "ميرا", "米拉|密拉"),
         ("lara", "лара", "لارا", "拉腊"), ("tara", "тара", "تارا", "塔拉"),
         ("dora", "дора", "دورا", "多拉"), ("lena", "лена", "لينا", "莉娜|萊娜")] * 20
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Transducer, Transducer]:
    file = tmp_path_factory.mktemp("data") / "names.tsv"
    file.write_text(DATA, encoding="utf-8")
    names = read_names(file)
    known = costs().units
    syllables = sorted(unit for unit in known.first if unit.isascii())
    characters = sorted(unit for unit in known.first if not unit.isascii())
    units = Units(tuple(syllables), tuple(characters))
    given = examples(names.listed[:400] + names.world, Kind.LATIN, units, known)
    return learn(Kind.LATIN, given, units), learn(Kind.LATIN, given, units)


def ratio(model: Transducer, unit: str, letters: str) -> float:
    key = packed(numbered(letters, Kind.LATIN))
    unit_number = np.array([model.units.number[unit]], np.int32)
    return float(model.ratios(model.table(np.array([key])), unit_number)[0, 0])


def test_the_same_examples_teach_the_same(learned: tuple[Transducer, Transducer]) -> None:
    one, other = learned
    assert np.array_equal(one.chunks, other.chunks)
    assert np.array_equal(one.share, other.share)
    for a, b in zip(one.counts, other.counts, strict=True):
        assert np.array_equal(a, b)


def test_a_character_learns_its_letters(learned: tuple[Transducer, Transducer]) -> None:
    model, _ = learned
    assert ratio(model, "拉", "ra") > ratio(model, "拉", "me") * 5
    assert ratio(model, "提", "t") > ratio(model, "提", "b") * 5


def test_a_syllable_answers_for_a_character_never_seen(
    learned: tuple[Transducer, Transducer],
) -> None:
    model, _ = learned
    assert ratio(model, "la", "ra") > 1
    unknown = model.units.numbers(("\u9fa5",))[0]
    assert unknown < len(model.units.syllables)


def test_stored_tables_are_read_back(
    learned: tuple[Transducer, Transducer], tmp_path: Path
) -> None:
    model, _ = learned
    save(tmp_path / "t.npz", model)
    again = load(tmp_path / "t.npz", Kind.LATIN)
    assert again.units == model.units
    assert ratio(again, "拉", "ra") == pytest.approx(ratio(model, "拉", "ra"), rel=0.01)


@pytest.mark.slow
def test_one_command_learns_all_tables_the_same_twice(tmp_path: Path) -> None:
    file = tmp_path / "names.tsv"
    file.write_text(DATA, encoding="utf-8")
    written = []
    for turn in ("one", "two"):
        folder = tmp_path / turn
        folder.mkdir()
        main([str(file), str(folder)])
        written.append({each.name: each.read_bytes() for each in folder.iterdir()})
    assert sorted(written[0]) == [
        "costs.npz", "transducer_arabic.npz", "transducer_latin.npz", "transducer_letters.npz",
    ]  # fmt: skip
    assert written[0] == written[1]
