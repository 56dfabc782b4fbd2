"""Which writing a name is in. The names are common parts put together at random."""

from __future__ import annotations

import pytest

from tidings.names import parts_of
from tidings.names.sounds import sounds_of
from tidings.names.writing import Writing, writings

KNOWN = {
    Writing.KAZAKH_CYRILLIC: [
        "Айнұр Бекболатқызы",
        "Қанат Мұсабек",
        "Сәуле Жақсылық",
        "Ғани Тұрсынбек",
        "Өмір Дәулет",
    ],
    Writing.RUSSIAN: [
        "Айнура Бекболатова",
        "Джамиля Мусабекова",
        "Гульшат Ералиева",
        "Эльдар Сериков",
        "Ильдар Кенжебеков",
    ],
    Writing.UYGHUR_CYRILLIC: [
        "Мәмәтҗан Розахун",
        "Һошур Ибраһимов",
        "Җамалидин Ғопур",
        "Пәридә Турсунҗан",
    ],
    Writing.UYGHUR_ARABIC: [
        "ئېزىز نىياز",
        "پەرىدە ئابلىز",
        "خەيرىنىسا غېنى",
        "تۇرسۇنجان ئۆمەر",
        "ئايگۈل سابىر",
    ],
    Writing.TOTE: [
        "ٴانۋار داۋلەت",
        "عالىم احمەت",
        "اينۇر بولات ۇلى",
        "ٴومىر جاقسىلىق",
        "ٴالىم سەيىتحان",
    ],
    Writing.ARABIC: [
        "عبدالله الحسن",
        "فاطمة الزهراء",
        "محمود حسين",
        "رضا احمدی",
        "خالد إبراهيم",
    ],
    Writing.KAZAKH_LATIN_2021: [
        "Ainūr Mūsabek",
        "Şolpan Bekbolat",
        "Qanat Jaqsylyqūly",
        "Ğalym Serık",
        "Säule Tūrsyn",
    ],
    Writing.KAZAKH_LATIN_2018: [
        "Aınur Músabek",
        "Ǵalym Sáýlebek",
        "Ómir Dáýletuly",
        "Qýanysh Áliuly Ǵanı",
    ],
    Writing.KAZAKH_LATIN: [
        "Zhanat Kenzhebekov",
        "Bakhyt Musabay",
        "Kulyash Ybyrayeva",
        "Yntymak Zhaksylyk",
        "Aidos Seitkali",
    ],
    Writing.ULY: [
        "Mömin Éziz",
        "Xeyrinisa Ghéni",
        "Aygül Ömer",
        "Shöhret Qéyyum",
        "Pexirdin Hékim",
    ],
    Writing.UYGHUR_LATIN: [
        "Memetjan Rozi",
        "Gheyret Qurban",
        "Tursunjan Omer",
        "Abdughani Niyaz",
        "Mihrigul Abdulla",
    ],
    Writing.YEZIQI: [
        "Əli Ⱪurban",
        "Mɵmin Əziz",
        "Ⱨoxur Mamut",
        "Sədirdin Ƣopur",
    ],
    Writing.WESTERN: [
        "Catherine Scott",
        "Vincent Moore",
        "Christophe Dupont",
        "Matthew Jackson",
        "Claudia Becker",
    ],
    Writing.PINYIN: [
        "Maimaitijiang Rouzi",
        "Abudureyimu Yiming",
        "Guligena Tuerdi",
        "Baheti Nuersulitan",
        "Zhang Xiaoming",
    ],
    Writing.SIMPLIFIED: [
        "买买提江·肉孜",
        "阿依努尔·赛力克",
        "张晓明",
        "古丽格娜·吐尔地",
    ],
    Writing.TRADITIONAL: [
        "買買提江·肉孜",
        "阿依努爾·賽力克",
        "張曉明",
        "古麗格娜·吐爾地",
    ],
}


@pytest.mark.parametrize("writing", KNOWN)
def test_the_writing_of_a_telling_name_is_guessed(writing: Writing) -> None:
    names = KNOWN[writing]
    right = [writings(name)[0].writing is writing for name in names]
    assert sum(right) >= len(right) - 1, [
        (name, writings(name)[:2]) for name, good in zip(names, right, strict=True) if not good
    ]


def test_a_name_that_shows_nothing_is_guessed_with_little_trust() -> None:
    for name in ("Ali", "Aziz", "Нурлан", "نۇرلان"):
        assert writings(name)[0].probability < 0.85
    assert writings("Maimaitituersunjiang Abudureheman")[0].probability > 0.95


@pytest.mark.parametrize("text", ["", "123", "😀", "გიორგი", "\ud800"])
def test_a_text_without_letters_of_ours_is_in_no_writing(text: str) -> None:
    assert writings(text) == ()


@pytest.mark.parametrize("writing", [Writing.ULY, Writing.PINYIN, Writing.YEZIQI, Writing.TOTE])
def test_any_token_can_be_read_as_any_writing(writing: Writing) -> None:
    for name in (name for names in KNOWN.values() for name in names):
        for part in parts_of(name):
            assert sounds_of(part.token, writing)
