"""Names in the script of who reads the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.letter_releases import PERSON, about, order

from tidings.publishing.letters import compose
from tidings.publishing.palladius import palladius
from tidings.publishing.release import ReleasedName
from tidings.publishing.transcription import transcribed
from tidings.values import Script

LATIN, CYRILLIC, ARABIC, HAN, PINYIN = (
    Script.LATIN,
    Script.CYRILLIC,
    Script.ARABIC,
    Script.HAN,
    Script.PINYIN,
)


@pytest.mark.parametrize(
    ("name", "source", "target", "language", "expected"),
    [
        ("Нұрлан Әбділдаұлы", CYRILLIC, LATIN, "en", "Nurlan Abdildauly"),
        ("Күләш Шәріпқызы", CYRILLIC, LATIN, "en", "Kulash Sharipkyzy"),
        ("Юлия Щербакова", CYRILLIC, LATIN, "en", "Yuliya Shcherbakova"),
        ("努尔兰·阿布迪勒达", HAN, LATIN, "en", "Nu'erlan Abudileda"),
        ("努爾蘭·阿布迪勒達", HAN, LATIN, "en", "Nu'erlan Abudileda"),
        ("王伟", HAN, LATIN, "en", "Wang Wei"),
        ("吕秀", HAN, LATIN, "en", "Lü Xiu"),
        ("努尔兰·阿布迪勒达", HAN, CYRILLIC, "ru", "Нуэрлань Абудилэда"),
        ("王伟", HAN, CYRILLIC, "ru", "Ван Вэй"),
        ("گۈلنۇر ئىمىن", ARABIC, LATIN, "en", "Gulnur Imin"),
        ("گۈلنۇر ئىمىن", ARABIC, CYRILLIC, "ru", "Гулнур Имин"),
        ("گۈلنۇر ئىمىن", ARABIC, CYRILLIC, "kk", "Гүлнур Имин"),
        ("نۇرلان ءابدىلداۇلى", ARABIC, CYRILLIC, "kk", "Нұрлан Әбділдәұлы"),
        ("نۇرلان ءابدىلداۇلى", ARABIC, CYRILLIC, "ru", "Нурлан Абдилдаулы"),
        ("Nurlan Abdildauly", LATIN, CYRILLIC, "kk", "Нурлан Абдилдаұлы"),
        ("Gulzira Auelkhankyzy", LATIN, CYRILLIC, "ru", "Гулзира Ауелханкызы"),
        ("Nuerlan Abudileda", PINYIN, CYRILLIC, "ru", "Нуэрлань Абудилэда"),
    ],
)
def test_a_name_is_transcribed_by_the_tables(name, source, target, language, expected):
    assert transcribed(name, source, target, language) == expected


@pytest.mark.parametrize(
    ("pinyin", "cyrillic"),
    [
        ("beijing", "Бэйцзин"),
        ("xi'an", "Сиань"),
        ("chang'an", "Чанъань"),
        ("xinjiang", "Синьцзян"),
        ("wulumuqi", "Улумуци"),
        ("zhuhai", "Чжухай"),
        ("sichuan", "Сычуань"),
        ("guo", "Го"),
        ("hui", "Хуэй"),
        ("xue", "Сюэ"),
        ("lv", "Люй"),
        ("reuters", ""),
    ],
)
def test_pinyin_is_written_by_the_palladius_system(pinyin, cyrillic):
    assert palladius(pinyin) == cyrillic


def test_a_character_without_a_reading_is_not_guessed_at():
    assert transcribed("努𠮷", HAN, LATIN, "en") is None


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("en", "Appeal concerning Exmet Abduraxman (ئەخمەت ئابدۇراخمان)"),
        ("kk", "Әхмет Абдурахман (ئەخمەت ئابدۇراخمان) туралы өтініш"),
        ("ru", "Обращение: Ахмет Абдурахман (ئەخمەت ئابدۇراخمان)"),
    ],
)
def test_a_transcribed_name_is_marked_and_asked_about(language, subject):
    release = about(PERSON, names=(ReleasedName("ئەخمەت ئابدۇراخمان", ARABIC),))
    letter = compose(release, order(language=language))
    assert letter.subject == subject
    marks = {"en": "our transcription", "kk": "біздің жазуымыз", "ru": "наша транскрипция"}
    assert letter.particulars[0].value.endswith(f"({marks[language]})")
    assert len(letter.questions) == 3  # the script of the reader, Chinese, and the dates


def test_a_name_without_a_table_is_left_as_it_is_written():
    release = about(PERSON, names=(ReleasedName("ნურლან", Script.OTHER),))
    letter = compose(release, order(language="kk"))
    assert letter.subject == "ნურლან туралы өтініш"


@given(
    st.text(max_size=40),
    st.sampled_from(list(Script)),
    st.sampled_from([LATIN, CYRILLIC]),
    st.sampled_from(["en", "kk", "ru"]),
)
def test_no_text_breaks_a_transcription(name, source, target, language):
    made = transcribed(name, source, target, language)
    assert made is None or isinstance(made, str)
