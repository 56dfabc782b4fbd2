"""Testimonies and letters: a small header in any of five languages, prose kept whole."""

import pytest

from tidings.reading import child
from tidings.values import Event, Kin, SourceKind

RUSSIAN = """\
Свидетель: Жандос Примеров
Кем приходится: сын
О ком: Турар Примеров (吐拉尔·普里)
Дата рождения: 1959
Место: уезд Цитай
Дата: 2018-05-22
Родственники: сын Алмас Примеров

Мой отец держал пекарню. 1 июня 2017 года отца задержали вместе с другими.
Старшего брата, Алмаса, задержали 10 октября 2017 года. Если его освободят, мы приедем.
"""


def read(text: str, name: str = "letter.txt"):
    (reading,) = child.readings(text.encode(), name, None, {}, None)
    return reading


def test_a_testimony_gives_its_people_kin_and_what_happened_to_whom():
    reading = read(RUSSIAN)
    assert reading.source.kind is SourceKind.TESTIMONY
    assert reading.source.language == "ru"
    assert reading.source.published.edtf == "2018-05-22"
    assert reading.source.text == RUSSIAN
    names = {mention.key: mention.names for mention in reading.mentions}
    assert names == {
        "testifier": ("Жандос Примеров",),
        "person 1": ("Турар Примеров", "吐拉尔·普里"),
        "kin 1": ("Алмас Примеров",),
    }
    assert {(kin.subject, kin.relation, kin.object) for kin in reading.kin} == {
        ("testifier", Kin.SON, "person 1"),
        ("kin 1", Kin.SON, "person 1"),
    }
    told = [(one.mention, one.event, one.date.edtf) for one in reading.statements]
    assert told == [
        ("person 1", Event.DETAINED, "2017-06-01"),
        ("kin 1", Event.DETAINED, "2017-10-10"),
    ]


def test_each_quote_is_the_exact_words_of_its_span():
    reading = read(RUSSIAN)
    for statement in reading.statements:
        start, end = statement.span
        assert reading.source.text[start:end] == statement.quote
        assert statement.speaker == "Жандос Примеров"


ENGLISH = """\
Testifier: Nermin Sample
Relation: daughter
Person: Sample Nizam
Date: 2019-02-21
Language: en
Kin: wife Reyhan Sidiq

My father Sample drove a bus. He was detained on 11 September 2017 after the shift.
My mother, Reyhan, was detained in March 2018. Last month my father was released.
"""


def test_an_english_letter_is_read_by_the_rules_for_articles_with_its_own_people():
    reading = read(ENGLISH)
    told = [(one.mention, one.event, one.date.edtf, one.speaker) for one in reading.statements]
    assert told == [
        ("person 1", Event.DETAINED, "2017-09-11", "Nermin Sample"),
        ("kin 1", Event.DETAINED, "2018-03", "Nermin Sample"),
        ("person 1", Event.RELEASED, "2019-01", "Nermin Sample"),
    ]
    for statement in reading.statements:
        start, end = statement.span
        assert ENGLISH[start:end] == statement.quote


def test_a_chinese_letter_of_the_person_freed_says_i():
    reading = read(
        "证人: 迪力亚尔·样本\n关系: 儿子\n当事人: 尼亚孜·样本\n日期: 2019年7月9日\n类型: 信\n\n"
        "妹妹，你好。我在2019年3月20日被释放，现在在家里。父亲尼亚孜2018年6月被判刑十六年。"
        "如果他被释放，我会写信。\n"
    )
    assert reading.source.kind is SourceKind.LETTER
    told = [(one.mention, one.event, one.date.edtf) for one in reading.statements]
    assert told == [
        ("testifier", Event.RELEASED, "2019-03-20"),
        ("person 1", Event.SENTENCED, "2018-06"),
    ]


def test_several_persons_have_their_own_particulars():
    reading = read(
        "Куәгер: Сәуле Мысал\nАдам: Ерлан Мысал\nТуған: 1970\nАдам: Марат Мысал\n"
        "Туған: 1980\nБелгісіз кілт: бірдеңе\n\nХат.\n"
    )
    births = {one.key: one.birth.edtf for one in reading.mentions if one.birth}
    assert births == {"person 1": "1970", "person 2": "1980"}
    assert [unread.locator for unread in reading.unread] == ["line 6"]


def test_what_is_taken_back_is_a_retraction():
    reading = read(
        "Свидетель: Айнур Примерова\nКем приходится: жена\nО ком: Нурбек Примеров\n"
        "Дата: 2019-01-28\n\nЯ отзываю эти слова: мужа не осудили, это была ошибка.\n"
    )
    (statement,) = reading.statements
    assert (statement.mode.value, statement.event) == ("retracts", Event.SENTENCED)


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        # Parts of an expression may stand apart.
        ("Төлқұжатын 2018 жылдың қаңтарында тартып алды.", ["restricted"]),
        ("У него в мае 2017 года отобрали паспорт.", ["restricted"]),
        ("他的护照2018年3月被没收了。", ["restricted"]),
        # A hint alone, a wish, a question and another of the same name tell nothing.
        ("Он окончил учёбу в 2001 году.", []),
        ("Мы надеемся, что его освободят в 2019 году.", []),
        ("Когда его освободят?", []),
        ("В селе есть ещё один Нурбек, его тоже забрали.", []),
        # A relative whom the header does not name is not the person.
        ("Моего дядю задержали в 2018 году.", []),
    ],
)
def test_what_a_sentence_tells_of_the_person(prose, told):
    reading = read(
        "Свидетель: Айнур Примерова\nКем приходится: жена\nО ком: Нурбек Примеров\n"
        f"Дата: 2019-01-28\n\nНурбек водил грузовик. {prose}\n"
    )
    assert [statement.event.value for statement in reading.statements] == told


def test_a_pronoun_of_the_other_sex_goes_back_to_the_person():
    reading = read(
        "证人: 甲·样本\n关系: 妻子\n当事人: 乙乙·样本\n日期: 2019年1月1日\n亲属: 母亲 丙丙·样本\n\n"
        "婆婆丙丙去过派出所。2018年8月，他被判刑九年。\n"
    )
    assert [(one.mention, one.event) for one in reading.statements] == [
        ("person 1", Event.SENTENCED)
    ]
