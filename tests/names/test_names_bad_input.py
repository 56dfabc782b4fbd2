"""Whatever is typed or read by a machine: an answer and a note, never an error, and soon."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from tidings.names import compare, explain, parts_of
from tidings.names.explain import notes
from tidings.names.match import Match


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", ("empty",)),
        ("  ·· ", ("empty",)),
        ("1985", ("empty", "digits")),
        ("😀", ("empty", "signs")),
        ("Ерлан Асан", ()),
        ("Ерлан-Асан (Әлі)", ()),
        ("Mai3mai3ti2", ()),
        ("Sai'erke", ()),
        ("Ерлан 2-Асан", ("digits",)),
        ("Ерлан ☎ Асан", ("signs",)),
        ("Ерлан\u202e Асан", ("hidden",)),
        ("Ерлан\u200b Асан", ("hidden",)),
        ("Ерлан \ud800Асан", ("hidden",)),
        ("نیک\u200cنام", ()),
        ("Ерлaн Асан", ("mixed:Ерлaн",)),
        ("a" * 200, ("long",)),
        ("Бір Екі Үш Төрт Бес Алты Жеті", ("many",)),
        ("გიორგი Асан", ("unread:გიორგი",)),
    ],
)
def test_what_was_left_out_or_put_right_is_noted(name: str, expected: tuple[str, ...]) -> None:
    assert compare(name, "Ерлан").notes == expected


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_note_is_told_in_every_language(language: str) -> None:
    match = compare("1😀\u202eЕрлaн " + "b" * 99 + " გ Бес Алты Жеті Сегіз", "")
    assert len(match.notes) == 8
    told = notes(match, language)
    assert len(set(told)) == 8
    assert explain(match, language)[len(match.parts) :] == told
    english = notes(match, "en")
    assert language == "en" or not set(told) & set(english)


def test_the_word_of_two_alphabets_is_named_in_the_note() -> None:
    (note,) = notes(compare("Ерлaн", "Ерлан"))
    assert note == "letters of two alphabets are mixed: Ерлaн"


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "Ержан ",
        "买",
        "买买提·",
        "mai",
        "mai ",
        "ئە",
        "Аb",
        "\u202e",
        "́",
        "1",
        "'",
        "a'",
        "😀 ",
    ],
)
def test_the_work_on_a_long_name_grows_with_its_length(piece: str) -> None:
    def calls(times: int) -> int:
        counted: Counter[str] = Counter()
        sys.setprofile(lambda frame, event, argument: counted.update([event]))
        try:
            compare(piece * times, f"{piece * times}b")
        finally:
            sys.setprofile(None)
        return counted["call"] + counted["c_call"]

    calls(20)
    assert calls(4_000) < 5 * calls(1_000) + 100_000  # tables are read once


@pytest.mark.parametrize(
    "bad", ["\ud800", "\udfff\ud800", "a\x00b", "\ufffe", "\U0010ffff", "ﷺ", "ﬁ"]
)
def test_odd_code_points_are_no_error(bad: str) -> None:
    for name in (bad, f"Ерлан {bad}", f"Ер{bad}лан"):
        match = compare(name, "Ерлан")
        assert isinstance(match, Match)
        assert explain(match) is not None
        assert isinstance(parts_of(name), tuple)


def test_a_bidi_mark_or_a_zero_width_space_does_not_part_a_word() -> None:
    assert (
        compare("Ер\u200bлан Аc\u202eан", "Ерлан Асан").score
        == compare("Ерлан Асан", "Ерлан Асан").score
    )
