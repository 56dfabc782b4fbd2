"""The habits of scribes, one by one. Names are common name parts put together at random."""

from __future__ import annotations

import pytest

from tidings.names import Lexicon, compare, parts_of
from tidings.names.compare import token_score

HABITS = [
    pytest.param("叶尔江", "Yerzhan", id="江 for zhan"),
    pytest.param("阿里木江", "Alimjan", id="江 for jan"),
    pytest.param("古丽娜尔", "Gulnar", id="古丽 for gul, 尔 for r"),
    pytest.param("贾娜尔古丽", "Жанаргүл", id="古丽 for gül"),
    pytest.param("巴哈尔汗", "Baharxan", id="汗 for xan"),
    pytest.param("加尼别克", "Жәнібек", id="别克 for bek"),
    pytest.param("阿卜杜热依木", "Abdurehim", id="阿卜杜 for abdu, h dropped"),
    pytest.param("阿不都热合曼", "Abduraxman", id="阿不都 for abdu, 热合 for rah"),
    pytest.param("买买提", "Memet", id="提 for a bare t"),
    pytest.param("艾合买提", "Ehmet", id="合 for a bare h"),
    pytest.param("克热木", "Kérem", id="木 for a bare m"),
    pytest.param("加拉力", "Jalal", id="力 for a bare l"),
    pytest.param("赛力克", "Серік", id="克 for a bare k"),
    pytest.param("热甫开提", "Refket", id="甫 for a bare f"),
    pytest.param("艾米提", "Hemit", id="h dropped"),
    pytest.param("卡德尔", "قادىر", id="q as 卡"),
    pytest.param("哈德尔", "قادىر", id="q as 哈"),
    pytest.param("Yeerjiang", "Ержан", id="pinyin for Kazakh"),
    pytest.param("Gulizhaer", "Гүлзар", id="pinyin for a Kazakh name"),
    pytest.param("Aihemaiti", "ئەخمەت", id="pinyin for Uyghur letters"),
    pytest.param("Sai'erkejiang", "Saierkejiang", id="pinyin apostrophe"),
    pytest.param("賽爾克江", "赛尔克江", id="traditional characters"),
    pytest.param("Қайрат", "Khairat", id="kh for қ"),
    pytest.param("Қайрат", "Qairat", id="Kazakh Latin of 2021"),
    pytest.param("Шолпан", "Şolpan", id="ş of 2021"),
    pytest.param("Шолпан", "Sholpan", id="sh of 2018"),
    pytest.param("Ғалия", "Ǵalıa", id="ǵ of 2018"),
    pytest.param("Жұлдыз", "Juldyz", id="j for ж"),
    pytest.param("Жұлдыз", "Zhuldyz", id="zh for ж"),
    pytest.param("Жұлдыз", "جۇلدىز", id="töte"),
    pytest.param("Өмірбек", "ٴومىربەك", id="töte with the front mark"),
    pytest.param("شۆھرەت", "Shohret", id="ULY without dots"),
    pytest.param("شۆھرەت", "Шохрат", id="Russian for Uyghur"),
    pytest.param("Əhmətjan", "ئەخمەتجان", id="the New Script of 1965"),
    pytest.param("Хадиша", "Қадиша", id="х for қ in Russian"),
    pytest.param("Гульнара", "Гүлнара", id="Russian for Kazakh"),
]


@pytest.mark.parametrize(("a", "b"), HABITS)
def test_two_spellings_of_one_token_are_neighbours(a: str, b: str) -> None:
    left, right = parts_of(a)[0].token, parts_of(b)[0].token
    found = token_score(left, right)
    assert left == right or (found is not None and found.score > 3.0)


@pytest.mark.parametrize(
    ("a", "b"),
    [("叶尔江", "Нұрлан"), ("古丽娜尔", "Mahinur"), ("买买提", "Тұрсын"), ("Aihemaiti", "قادىر")],
)
def test_two_names_are_no_neighbours(a: str, b: str) -> None:
    found = token_score(parts_of(a)[0].token, parts_of(b)[0].token)
    assert found is not None
    assert found.score < 1.0


@pytest.mark.parametrize(
    ("written", "token", "role"),
    [
        ("Қайратұлы", "қайрат", "patronymic"),
        ("Қайрат ұлы", "қайрат", "patronymic"),
        ("Khairat-uly", "khairat", "patronymic"),
        ("Нұрланқызы", "нұрлан", "patronymic"),
        ("Сериковна", "серик", "patronymic"),
        ("Ахметов", "ахмет", "surname"),
        ("Akhmetova", "akhmet", "surname"),
        ("Абаев", "аба", "surname"),
        ("Abayev", "aba", "surname"),
        ("ئەركىن قىزى", "ئەركىن", "patronymic"),
        ("库南巴耶夫", "库南巴", "surname"),
        ("Ева", "ева", "unknown"),
        ("Асель", "асель", "unknown"),
    ],
)
def test_an_ending_that_says_whose_child_is_a_role(written: str, token: str, role: str) -> None:
    (part,) = parts_of(written)
    assert (part.token, part.role) == (token, role)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ерлан Қайратұлы", "Ерлан Кайратов"),
        ("Tursun Hajim", "吐尔逊"),
        ("Нұрлан Серік", "Серік Нұрлан"),
        ("Айнұр Серікқызы Болатова", "Айнур Болат"),
        ("Б. Мейрам", "Болат Мейрам"),
        ("Gulnara Abdu Rahman", "Гульнара Абдурахман"),
        ("Ілиясжан Оспан", "Ilyas Ospan"),
    ],
)
def test_a_name_written_otherwise_loses_little(a: str, b: str) -> None:
    alike = [part.score for part in compare(a, b).parts if part.verdict != "missing"]
    assert min(alike) > 1


def test_a_common_name_alone_says_little() -> None:
    common, rare = compare("Memet", "Memet Tursun"), compare("Qahriman", "Qahriman Tursun")
    assert common.score < 0 < rare.score


def test_one_part_outright_different_outweighs_one_shared() -> None:
    assert compare("Меруерт Сейітжан", "Меруерт Қасымбек").score < 0


def test_a_father_and_his_son_are_not_one_name() -> None:
    son, father = "Ерлан Маратұлы", "Марат Болатұлы"
    assert compare(son, father).score < compare(son, "Ерлан Марат").score - 5


def test_a_lexicon_finds_neighbours_in_every_script() -> None:
    lexicon = Lexicon()
    for token in ("нұрлан", "nurlan", "努尔兰", "نۇرلان", "марат", "古丽"):
        lexicon.add(token)
    found = [token for token, _ in lexicon.neighbours("нурлан")]
    assert set(found) == {"нұрлан", "nurlan", "努尔兰", "نۇرلان"}
