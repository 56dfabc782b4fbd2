"""A written name taken apart: what each part is, and what is no part of it."""

from __future__ import annotations

import pytest

from tidings.names import compare, parts_of
from tidings.names.parts import counted, is_initial, likely_roles, views


def tokens(name: str) -> list[str]:
    return [part.token for part in counted(parts_of(name))]


@pytest.mark.parametrize("dot", "·•・･‧∙⋅․᛫⸱ꞏ.．,，、‐‑–—-/|")
def test_whatever_dot_or_stroke_stands_between_two_parts(dot: str) -> None:
    assert tokens(f"吐尔逊{dot}艾山") == ["吐尔逊", "艾山"]


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Ерлан Болатұлы Асанов", ("given", "patronymic", "surname")),
        ("Асанов Ерлан Болатұлы", ("surname", "given", "patronymic")),
        ("Ерлан Асанов", ("given", "surname")),
        ("Асанов, Ерлан", ("surname", "given")),
        ("Serik, Yerlan", ("surname", "given")),
        ("KASIM Alimjan", ("surname", "given")),
        ("Мадина Болатқызы Мусина", ("given", "patronymic", "surname")),
        ("Мусина Мадина Болатқызы", ("surname", "given", "patronymic")),
        ("ئەركىن تۇرسۇن", ("given", "patronymic")),
        ("艾尔肯·吐尔逊", ("given", "patronymic")),
        ("Ерлан Болат қызы", ("given", "patronymic")),
        ("王 秀英", ("surname", "given")),
        ("Omar bin Yasin", ("given", "patronymic")),
        ("Erkin al-Qadir", ("given", "title", "patronymic")),
        ("Erkin Tursun haji", ("given", "patronymic", "title")),
    ],
)
def test_the_role_of_each_part_follows_from_form_and_order(
    name: str, roles: tuple[str, ...]
) -> None:
    assert likely_roles(parts_of(name)) == roles


@pytest.mark.parametrize(
    "name",
    [
        "Tursun Hajim",
        "Tursun axun",
        "Турсун қари",
        "تۇرسۇن ھاجىم",
        "吐尔逊·阿吉",
        "Tursun Aka",
        "Dr. Tursun",
        "Tursun damolla hajim",
        "Тұрсын молда",
    ],
)
def test_a_word_of_respect_is_not_counted(name: str) -> None:
    assert len(tokens(name)) == 1


@pytest.mark.parametrize("name", ["Haji", "қари", "Imam", "Dr", "阿吉"])
def test_a_word_of_respect_alone_is_the_name(name: str) -> None:
    assert len(tokens(name)) == 1


@pytest.mark.parametrize("name", ["Мадина Асан", "Имин Сабит", "Алина", "Marina Yasin"])
def test_an_own_name_in_ina_is_not_cut(name: str) -> None:
    assert all(token in name.lower() and token[-1] in "аанaтn" for token in tokens(name))
    assert not any(part.tag for part in parts_of(name))


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Тоқтарұлы", "тоқтар"),
        ("Toqtaruly", "toqtar"),
        ("توقتار ۇلى", "توقتار"),
        ("Тоқтартегі", "тоқтар"),
        ("托合塔尔乌勒", "托合塔尔"),
        ("قايراتوۆ", "قايرات"),
        ("卡里莫夫", "卡里莫"),
        ("优素夫", "优素夫"),
        ("Karimovitch", "karim"),
    ],
)
def test_endings_are_known_in_every_script(name: str, stem: str) -> None:
    assert tokens(name) == [stem]


@pytest.mark.parametrize(
    "name", ["Е. Қ. Асанов", "Е.Қ.Асанов", "E.Q. Asanov", "Sh. Q. Asan", "ئا. ق. ھەسەن"]
)
def test_initials_are_initials_with_or_without_spaces(name: str) -> None:
    assert [is_initial(token) for token in tokens(name)] == [True, True, False]


def test_an_initial_of_two_letters_fits_the_sound_that_it_stands_for() -> None:
    assert compare("Sh. Asan", "Шолпан Асан").score > compare("Sh. Asan", "Мейрам Асан").score + 3


@pytest.mark.parametrize(
    "name",
    [
        "Mai mai ti Tu er xun",
        "Maimaiti Tuerxun",
        "MaiMaiTi TuErXun",
        "MAIMAITI TUERXUN",
        "MAI MAI TI TU ER XUN",
        "mai mai ti tu er xun",
        "maimaitituerxun",
        "Mǎimǎití Tǔ'ěrxùn",
        "Mai3mai3ti2 Tu3er3xun4",
        "Maimaiti·Tu'erxun",
    ],
)
def test_pinyin_is_one_name_however_it_is_spaced(name: str) -> None:
    assert compare(name, "买买提·吐尔逊").score > 1
    assert compare(name, "Мемет Турсун").score > compare(name, "Асан Серік").score + 4


def test_bin_with_nothing_after_it_is_a_name() -> None:
    assert tokens("Wang Bin") == ["wang", "bin"]
    assert tokens("Bin Wang") == ["bin", "wang"]
    assert tokens("Omar bin Yasin") == tokens("Omar bin al-Yasin") == ["omar", "yasin"]


@pytest.mark.parametrize(
    "name", ["Wang Xiu Ying", "wang xiu ying", "XIU YING WANG", "Wang Xiuying"]
)
def test_a_chinese_name_of_three_syllables_has_two_parts(name: str) -> None:
    assert sorted(tokens(name)) == ["wang", "xiuying"]
    assert compare(name, "王秀英").score > 0


def test_letters_of_another_alphabet_are_read_as_the_word_they_stand_in() -> None:
    assert tokens("Ержaн Acанов Hұрлан iлияс") == ["ержан", "асан", "нұрлан", "ілияс"]
    assert tokens("Мarat Yеrlan") == ["marat", "yerlan"]


def test_two_parts_are_also_seen_as_one() -> None:
    seen = [[part.token for part in view] for view in views(parts_of("Abdu Rahman Tursun"))]
    assert ["abdurahman", "tursun"] in seen
    assert ["abdu", "rahmantursun"] in seen
