"""Kazakh case endings: a table of forms checked by hand, and the rules as properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.publishing.kazakh import Case, decline, is_declinable

#: The word, then its genitive, dative, accusative, locative, ablative and instrumental endings.
FORMS = """
Нұрлан        ның ға ды да нан мен
Ерлан         ның ға ды да нан мен
Асқар         дың ға ды да дан мен
Бақыт         тың қа ты та тан пен
Серік         тің ке ті те тен пен
Айгүл         дің ге ді де ден мен
Әлия          ның ға ны да дан мен
Ғали          дың ға ды да дан мен
Әли           дің ге ді де ден мен
Күнсұлу       дың ға ды да дан мен
Қазыбек       тің ке ті те тен пен
Жеңіс         тің ке ті те тен пен
Ораз          дың ға ды да дан бен
Жамал         дың ға ды да дан мен
Абай          дың ға ды да дан мен
Салтанат      тың қа ты та тан пен
Дәулет        тің ке ті те тен пен
Мұрат         тың қа ты та тан пен
Гүлнәр        дің ге ді де ден мен
Рахым         ның ға ды да нан мен
Ілияс         тың қа ты та тан пен
Болатов       тың қа ты та тан пен
Ахметов       тың қа ты та тан пен
Сергеев       тің ке ті те тен пен
Ахметова      ның ға ны да дан мен
Құлжа         ның ға ны да дан мен
Үрімжі        нің ге ні де ден мен
Алматы        ның ға ны да дан мен
Шымкент       тің ке ті те тен пен
Пекин         нің ге ді де нен мен
Әбділдаұлы    ның на н нда нан мен
Серікқызы     ның на н нда нан мен
министрлігі   нің не н нде нен мен
комитеті      нің не н нде нен мен
басқармасы    ның на н нда нан мен
ауданы        ның на н нда нан мен
елшілігі      нің не н нде нен мен
облысы        ның на н нда нан мен
"""
HYPHENED = """
АҚШ     тың қа ты та тан пен
БҰҰ     ның ға ны да дан мен
СІМ     нің ге ді де нен мен
2000    ның ға ды да нан мен
2019    дың ға ды да дан бен
2018    дің ге ді де ден бен
30      дың ға ды да дан бен
500     дің ге ді де ден бен
7       нің ге ні де ден мен
100000  ның ға ды да нан мен
"""
VOICELESS = "пфкқтсшщчцхһ" + "бвгд"
BACK, FRONT = "аоұы", "әөүіе"
LETTERS = "абвгғдежзйкқлмнңопрстұүфхшыіәө"


def rows(table, joint):
    for line in table.strip().splitlines():
        word, *endings = line.split()
        for case, ending in zip(Case, endings, strict=True):
            yield pytest.param(word, case, f"{word}{joint}{ending}", id=f"{word}-{case}")


@pytest.mark.parametrize(("word", "case", "form"), [*rows(FORMS, ""), *rows(HYPHENED, "-")])
def test_a_word_takes_the_ending_of_its_case(word, case, form):
    assert decline(word, case) == form


@pytest.mark.parametrize(
    ("text", "case", "form"),
    [
        ("Нұрлан Әбділдаұлы", Case.DATIVE, "Нұрлан Әбділдаұлына"),
        ("Гүлнар Болат қызы", Case.GENITIVE, "Гүлнар Болат қызының"),
        (
            "Қазақстан Республикасының Сыртқы істер министрлігі",
            Case.DATIVE,
            "Қазақстан Республикасының Сыртқы істер министрлігіне",
        ),
        ("Нью-Йорк", Case.LOCATIVE, "Нью-Йоркте"),
        ("Щербаков", Case.GENITIVE, "Щербаковтың"),
        ("Минск", Case.DATIVE, "Минскіге"),
        ("Игорь", Case.DATIVE, "Игорьге"),
        ("2\u00a0000", Case.ABLATIVE, "2\u00a0000-нан"),
        ("ТМД", Case.LOCATIVE, "ТМД-да"),
        ("НҰРЛАН", Case.DATIVE, "НҰРЛАНҒА"),
        ("НҰРЛАН ӘЛІ", Case.GENITIVE, "НҰРЛАН ӘЛІНІҢ"),
        ("ҚР СІМ", Case.DATIVE, "ҚР СІМ-ге"),
    ],
)
def test_only_the_last_word_of_a_name_is_declined(text, case, form):
    assert decline(text, case) == form


@pytest.mark.parametrize(
    "text", ["Reuters", "努尔兰", "نۇرلان", "Министерство иностранных дел", "«Атажұрт»", ""]
)
def test_what_is_not_kazakh_takes_no_ending(text):
    assert not is_declinable(text)
    assert decline(text, Case.GENITIVE) == text


@given(st.text(LETTERS, min_size=3, max_size=9), st.sampled_from(list(Case)))
def test_an_ending_begins_as_the_last_sound_demands(word, case):
    word = word.capitalize()
    if word.endswith("ск"):
        return
    ending = decline(word, case, owned=False)[len(word) :]
    assert (ending[0] in "тқкп") == (word[-1] in VOICELESS)


@given(st.text(LETTERS, min_size=3, max_size=9), st.sampled_from(list(Case)))
def test_an_ending_is_in_harmony_with_the_word(word, case):
    vowels = [letter for letter in word if letter in BACK + FRONT]
    if not vowels or word.endswith(("г", "нк", "рк", "лк", "ск")) or case is Case.INSTRUMENTAL:
        return
    word = word.capitalize()
    ending = decline(word, case, owned=False)[len(word) :]
    wrong = BACK if vowels[-1] in FRONT else FRONT
    assert not set(ending) & set(wrong)


@given(st.text(max_size=30), st.sampled_from(list(Case)))
def test_any_text_keeps_its_beginning(text, case):
    assert decline(text, case).startswith(text)
