"""Invented testimonies in six ways of writing, and what each tells of whom."""

from pathlib import Path

import pytest

from tidings.reading import child
from tidings.reading.happenings import happenings
from tidings.values import Event

TEXTS = sorted((Path(__file__).parent / "testimonies").glob("*.txt"))


def expected(text: Path) -> list[tuple[str, ...]]:
    lines = text.with_suffix(".tsv").read_text(encoding="utf-8").split("\n")
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_a_testimony_tells_what_happened_to_whom_and_who_said_so(text):
    (reading,) = child.readings(text.read_bytes(), text.name, None, {}, None)
    told = [
        (
            one.mention or "",
            str(one.mode),
            str(one.event),
            one.date.edtf if one.date else "",
            "; ".join(one.chain),
        )
        for one in reading.statements
    ]
    assert told == expected(text)


HEADS = {
    "ru": "Свидетель: Айнур Примерова\nКем приходится: жена\nО ком: Нурбек Примеров\n",
    "kk": "Куәгер: Айнұр Мысалова\nТуыстығы: әйелі\nАдам: Нұрбек Мысалов\n",
    "zh": "证人: 甲·样本\n关系: 妻子\n当事人: 乙乙·样本\n",
    "ug": "گۇۋاھچى: ئاينۇر مىسال\nمۇناسىۋىتى: ئايالى\nكىشى: نۇربەك مىسال\n",
}


def told_in(language: str, prose: str) -> list[tuple[str, str, tuple[str, ...]]]:
    text = f"{HEADS[language]}\n{prose}\n"
    (reading,) = child.readings(text.encode(), "letter.txt", None, {}, None)
    return [(str(one.mode), str(one.event), one.chain) for one in reading.statements]


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("ru", "Его так и не отпустили."),
        ("ru", "Мы ждём его освобождения."),
        ("ru", "Нам обещали, что его освободили бы к зиме."),
        ("kk", "Нұрбек босатылған жоқ."),
        ("kk", "Нұрбек босатылса екен."),
        ("kk", "Ол босатылады деп айтты."),
        ("kk", "Ол ұсталған жоқ."),
        ("zh", "他没有被释放。"),
        ("zh", "他将被释放。"),
        ("zh", "希望他早日获释。"),
        ("ug", "نۇربەك قويۇپ بېرىلمىدى."),
        ("ug", "ئۇ قويۇپ بېرىلسە بولاتتى."),
    ],
)
def test_what_did_not_happen_or_is_only_hoped_for_is_not_told(language, prose):
    assert told_in(language, prose) == []


@pytest.mark.parametrize(
    ("language", "prose", "chain"),
    [
        ("kk", "Көршісі айтты, Нұрбек 2018 жылы сотталды.", ("Көршісі",)),
        ("kk", "Нұрбек сотталды деп көршіден естідім.", ("көршіден",)),
        ("ru", "Сосед рассказал, что Нурбека осудили.", ("Сосед",)),
        ("ru", "Нурбека осудили, так сказала соседка.", ("соседка",)),
        ("ru", "Нурбека осудили. Об этом мне написала подруга.", ("подруга",)),
        ("zh", "邻居说，他被判刑了。", ("邻居",)),
        ("ug", "قوشنىسى دېدى، نۇربەك كېسىلدى.", ("قوشنىسى",)),
    ],
)
def test_who_told_the_teller_is_the_chain(language, prose, chain):
    assert told_in(language, prose) == [("asserts", "sentenced", chain)]


@pytest.mark.parametrize(
    ("language", "prose", "chain"),
    [
        ("ru", "Полиция заявила, что Нурбека не задерживали.", ("Полиция",)),
        ("zh", "派出所否认抓了他。", ("派出所",)),
        ("kk", "Полиция оны ұстамадық деді.", ("Полиция",)),
    ],
)
def test_an_office_that_says_no_denies(language, prose, chain):
    assert told_in(language, prose) == [("denies", "detained", chain)]


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("kk", "Төлқұжатын тартып алды."),
        ("kk", "Оған ауылдан шығуға рұқсат жоқ."),
        ("kk", "Ол шетелге шыға алмайды."),
        ("ru", "Выезжать из уезда ему нельзя."),
        ("ru", "Паспорт ему не вернули."),
        ("ru", "Ему не разрешили выехать."),
        ("zh", "他的护照被没收了。"),
        ("zh", "他不能出境。"),
        ("ug", "ئۇنىڭ پاسپورتىنى يىغىۋالدى."),
        ("ug", "ئۇنىڭ چىقىشىغا رۇخسەت يوق، چىقىشقا رۇخسەت يوق."),
    ],
)
def test_a_passport_taken_or_leave_refused_is_a_restriction(language, prose):
    assert told_in(language, prose) == [("asserts", "restricted", ())]


def test_three_days_later_gives_way_to_the_day_that_is_written_out():
    text = HEADS["kk"] + "\nҮш күннен кейін, 2018 жылғы 15 наурызда, Нұрбек қамалды.\n"
    (reading,) = child.readings(text.encode(), "letter.txt", None, {}, None)
    assert [one.date.edtf for one in reading.statements] == ["2018-03-15"]


@pytest.mark.parametrize(
    ("word", "denied"),
    [("ұстамады", True), ("қамады", False), ("қамалмады", True), ("بوساتپادى", True)],
)
def test_a_kazakh_verb_says_not_inside_itself(word, denied):
    (hit,) = happenings(word)
    assert hit.event in (Event.DETAINED, Event.RELEASED)
    assert hit.denied is denied
