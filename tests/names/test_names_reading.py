"""How each writing is read: letters, digraphs, characters, syllables."""

from __future__ import annotations

import pytest

from tidings.names import parts_of
from tidings.names.alphabet import CODES, Kind
from tidings.names.sounds import sounds_of
from tidings.names.writing import Writing


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


def heard(token: str, writing: Writing | None = None) -> str:
    """The symbols of the plain reading, digraphs in brackets."""
    (sound, *_) = sounds_of(token, writing)
    names = list(CODES[sound.kind])
    symbols = [names[code - 1] for code in sound.codes]
    return "".join(each if len(each) == 1 else f"[{each}]" for each in symbols)


@pytest.mark.parametrize(
    ("token", "symbols"),
    [
        # Kazakh Latin of 2018, of 2021, of every day
        ("ǵalıa", "ğalia"),
        ("áıgúl", "äigül"),
        ("júsip", "júsip"),
        ("ǵabıdýlla", "ğabidula"),
        ("ğalia", "ğalia"),
        ("nūrlan", "nūrlan"),
        ("mūñaitpas", "mūñaitpas"),
        ("şolpan", "šolpan"),
        ("zhuldyz", "[zh]uldyz"),
        # Uyghur Latin, with and without signs; New Script; Common Turkic; library romanisation
        ("shöhret", "[sh]öhret"),
        ("is'haq", "ishaq"),
        ("ishaq", "i[sh]aq"),
        ("men'gul", "mengul"),
        ("mengul", "me[ng]ul"),
        ("kérem", "kérem"),
        ("kërem", "kérem"),
        ("əhmətjan", "ä[kh]mätjan"),
        ("ⱪəxⱪər", "qä[sh]qär"),
        ("səypidin", "säypidin"),
        ("ahmetcan", "ahmetcan"),
        ("yıldızcan", "yıldız[dj]an"),
        ("çolpan", "čolpan"),
        ("mukhämmät", "mu[kh]ämät"),
        # French, German, Turkish
        ("tchokan", "[tch]okan"),
        ("abdoulaïev", "abd[ou]laiev"),
        ("djamila", "[dj]amila"),
        ("dschambul", "[dzh]ambul"),
        ("tschingis", "[tsch]i[ng]is"),
        ("şükrü", "šükrü"),
        # Cyrillic of several peoples
        ("джамиля", "jamilya"),
        ("ёлдаш", "yoldaš"),
        ("эльмира", "ɛlmira"),
        ("һәсән", "häsän"),
        ("җамал", "jamal"),
        ("ыбырай", "ıbıray"),
        ("дөөлөт", "dölöt"),
        ("бямбасүрэн", "byambasürɛn"),
        ("ўғилой", "uğiloy"),
        # Kazakh in Arabic letters, with the front mark or without; Uyghur; typed with other keys
        ("ٴومىربەك", "ömirbek"),
        ("ٴاليا", "äliya"),
        ("احمەت", "axmet"),
        ("مۇحامەدىۋۇلى", "muxamedıulı"),
        ("ئۆمەر", "ömär"),
        ("ئېلى", "eli"),
        ("ئىلياس", "ilyas"),
        ("ئهركىن", "ärkin"),
        ("مهمهت", "mämät"),
        ("ئەركين", "ärkin"),
        ("ئەرکین", "ärkin"),
        ("ۋەلی", "väli"),
        ("يۇسۇپ", "yusup"),
        ("شاياخمەت", "šayaxmät"),
    ],
)
def test_a_token_is_heard_as_its_alphabet_says(token: str, symbols: str) -> None:
    assert heard(token) == symbols


@pytest.mark.parametrize(
    ("token", "writing", "symbols"),
    [
        ("hebibulla", Writing.YEZIQI, "[kh]ebibula"),
        ("xirali", Writing.YEZIQI, "[sh]irali"),
        ("xirali", Writing.ULY, "xirali"),
        ("ómir", Writing.KAZAKH_LATIN_2018, "ömir"),
        ("داۋلەت", Writing.TOTE, "daulet"),
        ("داۋلەت", Writing.UYGHUR_ARABIC, "davlät"),
        ("سەرىك", Writing.TOTE, "serik"),
        ("جۇلدىز", Writing.TOTE, "žuldız"),
        ("محمد", Writing.ARABIC, "محمد"),
    ],
)
def test_who_knows_the_writing_can_say_so(token: str, writing: Writing, symbols: str) -> None:
    assert heard(token, writing) == symbols


@pytest.mark.parametrize(
    ("tote", "cyrillic"),
    [
        ("دانيار", "данияр"),
        ("ٴابدىسامات", "әбдісамат"),
        ("نۇربەك", "нұрбек"),
        ("ەسىمجان", "есімжан"),
        ("گۇلزيرا", "гүлзира"),
        ("باعيلا", "бағила"),
        ("سەيىتعالي", "сейітғали"),
        ("جانسۇگىر", "жансүгір"),
        ("اۋەزوۆ", "ауезов"),
    ],
)
def test_kazakh_in_arabic_letters_is_heard_as_in_cyrillic(tote: str, cyrillic: str) -> None:
    assert heard(tote, Writing.TOTE) == heard(cyrillic)
    kazakh = [sound for sound in sounds_of(tote) if sound.units == sounds_of(cyrillic)[0].units]
    assert kazakh
    assert kazakh[0].penalty < 1.5


def test_a_name_known_to_be_pinyin_is_read_as_nothing_else() -> None:
    assert [sound.kind for sound in sounds_of("maimaiti", Writing.PINYIN)] == [Kind.HAN]
    assert [sound.kind for sound in sounds_of("maimaiti", Writing.ULY)] == [Kind.LATIN]
    assert [sound.kind for sound in sounds_of("nurlan", Writing.PINYIN)] == [Kind.LATIN]


def test_a_name_in_a_known_writing_has_parts_in_that_writing() -> None:
    given, father = parts_of("سەرىك داۋلەت", Writing.TOTE)
    assert (given.phones, father.phones) == ("serik", "daulet")
    assert parts_of("سەرىك")[0].phones == "särik"
