"""How each writing is read: letters, digraphs, characters, syllables."""

from __future__ import annotations

import pytest

from tidings.names.sounds import sounds_of


@pytest.mark.parametrize(
    ("token", "units"),
    [
        ("买买提", ["买 买 提"]),
        ("maimaiti", ["m a i m a i t i", "mai mai ti"]),
        ("абдулла", ["a b d u l l a"]),
        ("альмас", ["a l ь m a s"]),
        ("ئابدۇللا", ["a b d u l l a"]),
        ("محمد", ["m x m d", "م ح م د"]),
        ("shohret", ["s h o h r e t"]),
        ("lüyun", ["l ü y u n", "lv yun"]),
    ],
)
def test_the_units_of_a_reading_are_characters_syllables_or_letters(
    token: str, units: list[str]
) -> None:
    assert [" ".join(sound.units) for sound in sounds_of(token)] == units
