"""Testimonies and letters: a small header in any of five languages, prose kept whole."""

from tidings.reading import read_bytes
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


def read(text: str, name: str = "letter.txt", **options):
    (reading,) = read_bytes(text.encode(), name, **options)
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
