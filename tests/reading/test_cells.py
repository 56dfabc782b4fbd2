"""What people type into one cell, and what it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.reading.cells.births import birth_from_age, read_age, read_day
from tidings.reading.cells.kin import read_relatives, relation_of
from tidings.reading.cells.names import read_names
from tidings.reading.cells.numbers import identity, read_phones
from tidings.reading.cells.statuses import read_told
from tidings.values import BadInput, Event, Kin, Mode, Sex, parse_edtf, read_date


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ерлан Қайратұлы (叶尔兰·海拉提)", ("Ерлан Қайратұлы", "叶尔兰·海拉提")),
        ("Nurlan / Нурлан / 努尔兰", ("Nurlan", "Нурлан", "努尔兰")),
        ("1. Memet Tursun\n买买提·吐尔逊", ("Memet Tursun", "买买提·吐尔逊")),
        ("Нурлан Асанов 努尔兰·阿山", ("Нурлан Асанов", "努尔兰·阿山")),
        ("Smith, John", ("Smith John",)),
        ("Mehmet aka Memet", ("Mehmet", "Memet")),
        ("Б. Нұрлан", ("Б. Нұрлан",)),
        ("Бекенов Т.", ("Бекенов Т.",)),
        ("买买提·吐尔逊（又名麦麦提）", ("买买提·吐尔逊", "麦麦提")),
        ("Abdul-Rahman O'Brien", ("Abdul-Rahman O'Brien",)),
        ("تۇرسۇن ئەمەت (Tursun Emet)", ("تۇرسۇن ئەمەت", "Tursun Emet")),
        ('="Ерлан Асанов"', ("Ерлан Асанов",)),
        ("асанов ерлан", ("асанов ерлан",)),
        ("unknown", ()),
        ("---", ()),
    ],
)
def test_every_spelling_in_a_name_cell_is_a_name(cell, names):
    assert read_names(cell).names == names


@pytest.mark.parametrize(
    ("cell", "name", "beside"),
    [
        ("Асанов Ерлан, 1974 г.р., Алматы", "Асанов Ерлан", "1974 г.р"),
        ("Асанов Ерлан Болатович 1974", "Асанов Ерлан Болатович", "1974"),
        ("买买提1985年生", "买买提", "1985年生"),
        ("Saule (b. 1950)", "Saule", "b. 1950"),
    ],
)
def test_a_birth_beside_the_name_is_no_part_of_the_name(cell, name, beside):
    found = read_names(cell)
    assert found.names == (name,)
    assert found.birth == beside


def test_a_remark_beside_the_name_is_left_out_and_kept_for_the_report():
    assert read_names("Ерлан (учитель)").left == ("учитель",)
    assert read_names("Асанов Ерлан, Алматы").left == ("Алматы",)


@settings(deadline=None)
@given(st.text())
def test_any_text_in_a_name_cell_gives_names_or_a_report_and_no_error(text):
    found = read_names(text)
    assert all(name.strip() and len(name) <= 80 for name in found.names)
    assert not any(mark in name for name in found.names for mark in "<>=@\u202e\u200b\n")


TOLD = [
    ("sentenced 12 years, March 2019", [(Event.SENTENCED, "2019-03", "12 years")]),
    ("осужден на 15 лет", [(Event.SENTENCED, None, "15 лет")]),
    (
        "2017年被抓，2019年判刑12年",
        [(Event.DETAINED, "2017", None), (Event.SENTENCED, "2019", "12年")],
    ),
    (
        "taken in May 2017, released in 2019",
        [(Event.DETAINED, "2017-05", None), (Event.RELEASED, "2019", None)],
    ),
    (
        "2018 жылы ұсталды, 2019 жылы босатылды",
        [(Event.DETAINED, "2018", None), (Event.RELEASED, "2019", None)],
    ),
    ("в лагере с 2017", [(Event.DETAINED, "2017/..", None)]),
    ("学习班", [(Event.DETAINED, None, None)]),
    ("қамалды", [(Event.DETAINED, None, None)]),
    ("قامالدى", [(Event.DETAINED, None, None)]),
    ("تۇتۇلغان", [(Event.DETAINED, None, None)]),
    ("тутулған", [(Event.DETAINED, None, None)]),
    ("house arrest", [(Event.RESTRICTED, None, None)]),
    ("паспорт изъят", [(Event.RESTRICTED, None, None)]),
    ("失联", [(Event.CONTACT_LOST, None, None)]),
    ("қайтыс болды 2019 ж. ақпан", [(Event.DIED, "2019-02", None)]),
    ("unknown", []),
    ("нет данных", []),
]


@pytest.mark.parametrize(("cell", "events"), TOLD)
def test_a_status_cell_tells_its_events_with_their_dates(cell, events):
    told = read_told(cell)
    assert [(one.event, one.date.edtf if one.date else None, one.value) for one in told] == events
    assert all(one.mode is Mode.ASSERTS for one in told)


@pytest.mark.parametrize("cell", ["not released", "не освобожден", "босатылған жоқ", "未释放"])
def test_a_status_that_says_not_so_denies(cell):
    (told,) = read_told(cell)
    assert (told.event, told.mode) == (Event.RELEASED, Mode.DENIES)


def test_words_that_name_no_event_are_kept_as_they_are():
    (told,) = read_told("works as a driver")
    assert (told.event, told.value) == (Event.OTHER, "works as a driver")


def test_yes_a_term_or_a_bare_date_is_the_event_of_the_heading():
    assert read_told("да", hint=Event.DETAINED)[0].event is Event.DETAINED
    assert read_told("12 лет", hint=Event.SENTENCED)[0].value == "12 лет"
    assert read_told("март 2018", hint=Event.DETAINED)[0].date.edtf == "2018-03"
    assert read_told("нет", hint=Event.DETAINED) == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_in_a_status_cell_is_read_without_an_error(text):
    for told in read_told(text):
        assert told.words


@pytest.mark.parametrize(
    ("cell", "relatives"),
    [
        ("wife: Сәуле; 2 children", [(Kin.WIFE, "Сәуле"), (Kin.CHILD, None)]),
        ("ағасы — Ержан", [(Kin.BROTHER, "Ержан")]),
        (
            "жена Гульнара, дети: Айша, Ерлан",
            [(Kin.WIFE, "Гульнара"), (Kin.CHILD, "Айша"), (Kin.CHILD, "Ерлан")],
        ),
        ("父亲：买买提", [(Kin.FATHER, "买买提")]),
        ("妻子阿依古丽、儿子艾力", [(Kin.WIFE, "阿依古丽"), (Kin.SON, "艾力")]),
        ("Сәуле (жұбайы)", [(Kin.WIFE, "Сәуле")]),
        ("әйелі Бағдат, 3 баласы бар", [(Kin.WIFE, "Бағдат"), (Kin.CHILD, None)]),
        ("his brother Nurlan", [(Kin.BROTHER, "Nurlan")]),
        ("Ерлан Қайрат ұлы", [(None, "Ерлан Қайрат ұлы")]),
        ("нет", []),
    ],
)
def test_a_cell_about_relatives_names_them_or_counts_them(cell, relatives):
    found = read_relatives(cell)
    assert [(one.relation, one.name.names[0] if one.name else None) for one in found] == relatives


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_about_relatives_is_read_without_an_error(text):
    read_relatives(text)
    relation_of(text)


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("45", (45, 45)),
        ("45 лет", (45, 45)),
        ("四十五岁", (45, 45)),
        ("in his 40s", (40, 49)),
        ("40-45", (40, 45)),
        ("около 50", (48, 52)),
        ("6 months", (0, 0)),
    ],
)
def test_an_age_is_the_full_years_that_its_words_allow(words, age):
    assert read_age(words) == age


@pytest.mark.parametrize("words", ["old", "450", "1974"])
def test_what_is_no_age_is_refused(words):
    with pytest.raises(BadInput):
        read_age(words)


@settings(deadline=None)
@given(st.dates(), st.integers(0, 90))
def test_a_birth_from_an_age_holds_every_birthday_that_fits(born, years):
    try:
        birthday = born.replace(year=born.year + years)
    except ValueError:
        return
    on = read_date(birthday.isoformat()) if birthday.year < 2100 and born.year > 1900 else None
    if on:
        birth = birth_from_age((years, years), on)
        assert birth.first <= born <= birth.last
        assert (birth.last - birth.first).days <= 366


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("19560409", "1956-04-09"),
        (1974, "1974"),
        (27104.0, "1974-03-16"),
        ("12/31/1980", "1980-12-31"),
    ],
)
def test_a_birth_typed_as_a_number_is_read(cell, edtf):
    assert read_day(cell).edtf == edtf


@settings(deadline=None)
@given(st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2030), st.sampled_from("./-"))
def test_a_day_in_digits_is_read_as_values_reads_it(number, month, year, mark):
    text = f"{number:02d}{mark}{month:02d}{mark}{year}"

    def outcome(read, order):
        try:
            return read(text, order=order)
        except BadInput as error:
            return type(error)

    for order in ("dmy", "mdy", None):
        assert outcome(read_day, order) == outcome(read_date, order)


def test_a_chinese_number_with_a_sound_check_digit_tells_birth_and_sex():
    found = identity("11010519491231002X")
    assert (found.birth.isoformat(), found.sex, found.sound) == ("1949-12-31", Sex.FEMALE, True)
    assert not identity("110105194912310021").sound


def test_a_kazakh_number_tells_birth_and_sex():
    found = identity("740312300000")
    assert (found.birth.isoformat(), found.sex) == ("1974-03-12", Sex.MALE)
    assert not identity("741332300000").sound


def test_phones_are_told_from_other_numbers():
    assert read_phones("+7 (701) 000-00-01, 8 727 000 00 02; кв. 5") == (
        "+7 (701) 000-00-01",
        "8 727 000 00 02",
    )


def test_a_birth_counted_from_an_open_date_is_not_known():
    assert birth_from_age((40, 40), parse_edtf("2018/..")) is None
