"""Columns known by their headings and contents, in the sheets that people really keep."""

import pytest

from tidings.reading import child
from tidings.values import Event, Kin, Role, Sex

R = Role


def read(text, name="list.csv", mapping=None):
    return list(child.readings(text.encode(), name, None, mapping or {}, None))


def roles(text, **options):
    return [column.role for column in read(text, **options)[0].source.columns]


SHEETS = {
    "a Russian list of a support group": (
        "№ п/п;Ф.И.О.;Дата рожд.;Прописка;Дата ареста;Приговор;Кто заявил;Родство;Контакты\n"
        "1;Касымов Марат Ильясович;01.02.1971;Или-Казахская АО, уезд Нылкы;апрель 2018;"
        "10 лет;Касымова Роза;сестра;8 701 000 00 01\n"
        "2;Нургалиева Айша;1968;г. Кульджа;;;Нургалиев Т.;сын;8 701 000 00 02\n",
        [
            *(R.ROW_ID, R.NAME, R.BORN, R.PLACE, R.EVENT_DATE, R.STATUS),
            *(R.TESTIFIER, R.TESTIFIER_RELATION, R.PHONE),
        ],
    ),
    "a Kazakh list": (
        "Р/с,Тегі,Аты,Әкесінің аты,Туған күні,Ұсталған уақыты,Қазіргі жағдайы,Мекенжайы,ЖСН\n"
        "1,Оспан,Қайрат,Серікұлы,12.03.1974,2018 жылғы мамыр,түрмеде,Шәуешек қаласы,\n"
        "2,Бөкен,Әсем,Нұрланқызы,1980,2017,босатылды,Текес ауданы,\n",
        [
            *(R.ROW_ID, R.SURNAME, R.GIVEN, R.PATRONYMIC, R.BORN, R.EVENT_DATE),
            *(R.STATUS, R.PLACE, R.ID_NUMBER),
        ],
    ),
    "a Chinese list": (
        "编号,姓名,性别,民族,身份证号码,家庭住址,被捕时间,刑期,家属,联系电话\n"
        "1,阿不都·热合曼,男,维吾尔,,喀什市,2017年5月,12年,妻子：古丽,\n"
        "2,阿依夏木,女,维吾尔,,和田县,2018年,,,\n",
        [
            *(R.ROW_ID, R.NAME, R.SEX, R.NONE, R.ID_NUMBER, R.PLACE, R.EVENT_DATE),
            *(R.STATUS, R.KIN, R.PHONE),
        ],
    ),
    "a Uyghur list": (
        "نومۇر,ئىسمى,جىنسى,تۇغۇلغان ۋاقتى,يۇرتى,تۇتۇلغان ۋاقتى,ئەھۋالى,گۇۋاھچى,ئىزاھات\n"
        "1,تۇرسۇن ئەمەت,ئەر,1970,قەشقەر,2017-يىلى,لاگېردا,ئايشە تۇرسۇن,\n"
        "2,پاتىگۈل,ئايال,1980,خوتەن,2018-يىلى,كېسىلگەن,غوپۇر,\n",
        [
            *(R.ROW_ID, R.NAME, R.SEX, R.BORN, R.PLACE, R.EVENT_DATE, R.STATUS),
            *(R.TESTIFIER, R.NOTE),
        ],
    ),
    "an English list with underscores": (
        "case_id,first_name,last_name,gender,year_of_birth,home_county,current_status,"
        "date_of_detention,source_url\n"
        "17,Erlan,Asan,M,1974,Emin,in camp,2017-05,https://example.org/17\n"
        "18,Saule,Bek,F,1980,Emin,released,2018,https://example.org/18\n",
        [
            *(R.ROW_ID, R.GIVEN, R.SURNAME, R.SEX, R.BORN, R.PLACE, R.STATUS),
            *(R.EVENT_DATE, R.SOURCE_URL),
        ],
    ),
    "headings in two languages in one cell": (
        "Name / Аты-жөні / 姓名|Born / Туған жылы|Chinese name / 汉字|Situation / Жағдайы\n"
        "Erlan Asan|1974|叶尔兰·阿山|қамалған\n"
        "Saule Bek|1980|萨吾列|босатылды\n",
        [R.NAME, R.BORN, R.NAME_OTHER_SCRIPT, R.STATUS],
    ),
    "headings with a wrong letter": (
        "Full nmae,Date of brith,Adress,Satus\nErlan Asan,1974,Emin,in camp\n",
        [R.NAME, R.BORN, R.PLACE, R.STATUS],
    ),
    "relatives in columns of their own": (
        "Имя,Имя отца,Мать,Жена/муж,Дети\nАсанов Ерлан,Асан,Гульнар,Сауле,Айша; Марат\n",
        [R.NAME, R.KIN, R.KIN, R.KIN, R.KIN],
    ),
    "a register of the usual benchmark kind": (
        "rec_id, given_name, surname, street_number, address_1, suburb, postcode, state,"
        " date_of_birth, soc_sec_id\n"
        "rec-1-org, mitchell, green, 7, wallaby place, cleveland, 2119, sa, 19560409, 1804974\n"
        "rec-2-dup, harley, mccarthy, 177, pridham street, marsden, 3165, nsw, 19080419, 6089216\n",
        [
            *(R.ROW_ID, R.GIVEN, R.SURNAME, R.NONE, R.PLACE, R.PLACE, R.NONE, R.PLACE),
            *(R.BORN, R.ID_NUMBER),
        ],
    ),
    "no heading at all": (
        "1;Асанов Ерлан;муж;12.03.1974;осужден на 7 лет;+7 701 000 00 01\n"
        "2;Бекенова Сауле;жен;05.06.1980;в лагере;+7 701 000 00 02\n"
        "3;Сарсенов Марат;муж;01.01.1990;освобожден;+7 701 000 00 03\n",
        [R.ROW_ID, R.NAME, R.SEX, R.BORN, R.STATUS, R.PHONE],
    ),
    "a date column that says only date": (
        "Name,Date\nErlan Asan,12.05.2017\nSaule Bek,01.02.2018\n",
        [R.NAME, R.EVENT_DATE],
    ),
    "a date column that must be births": (
        "Name,Date\nErlan Asan,12.05.1957\nSaule Bek,01.02.1968\n",
        [R.NAME, R.BORN],
    ),
}


@pytest.mark.parametrize("what", SHEETS)
def test_the_columns_are_understood_of(what):
    text, expected = SHEETS[what]
    assert roles(text) == expected


def test_titles_above_and_notes_below_are_not_people():
    (reading,) = read(
        "Список пропавших без вести;;\n;;\nсоставлен по обращениям;;\n"
        "ФИО;Год рождения;Место\nАсанов Ерлан;1974;Текес\nКульджинский район;;\n"
        "Бекенова Сауле;1980;Текес\nИтого: 2;;\n"
    )
    assert reading.source.header_row == 4
    assert reading.source.title == "Список пропавших без вести"
    assert [mention.key for mention in reading.mentions] == ["row 5", "row 7"]
    assert [unread.locator for unread in reading.unread] == ["A6", "A8"]


def test_a_heading_over_two_rows_is_read_as_one():
    (reading,) = read(
        "№;ФИО;Задержание;;Приговор;\n;;дата;место;дата;срок\n"
        "1;Асанов Ерлан;05.2017;Текес;2018;7 лет\n"
    )
    told = {one.event: one for one in reading.statements}
    assert told[Event.DETAINED].date.edtf == "2017-05"
    assert told[Event.DETAINED].place == "Текес"
    assert told[Event.SENTENCED].date.edtf == "2018"
    assert told[Event.SENTENCED].value == "7 лет"


def test_a_heading_that_is_repeated_in_the_middle_is_no_person():
    (reading,) = read("Name,Born\nErlan Asan,1974\nName,Born\nSaule Bek,1980\n")
    assert [mention.names[0] for mention in reading.mentions] == ["Erlan Asan", "Saule Bek"]
    assert reading.unread == ()


def test_columns_of_relatives_carry_what_the_heading_says_they_are():
    (reading,) = read("Имя,Имя отца,Мать,Дети\nАсанов Ерлан,Асан,Гульнар,Айша; Марат\n")
    assert [(kin.subject, kin.relation) for kin in reading.kin] == [
        ("row 2 kin 1", Kin.FATHER),
        ("row 2 kin 2", Kin.MOTHER),
        ("row 2 kin 3", Kin.CHILD),
        ("row 2 kin 4", Kin.CHILD),
    ]
    assert [mention.sex for mention in reading.mentions[1:3]] == [Sex.MALE, Sex.FEMALE]


def test_a_phone_beside_the_testifier_is_the_testifiers():
    (reading,) = read("Name,Testified by,Phone\nErlan Asan,Saule Bek,+7 701 000 00 01\n")
    person, testifier = reading.mentions
    assert person.phones == ()
    assert testifier.phones == ("+7 701 000 00 01",)


def test_what_the_person_is_to_the_testifier_turns_the_relation_round():
    (reading,) = read("ФИО;Заявитель;Кем приходится заявителю\nАсанов Ерлан;Асанова Сауле;брат\n")
    assert [(kin.subject, kin.relation, kin.object) for kin in reading.kin] == [
        ("row 2", Kin.BROTHER, "row 2 testifier")
    ]


def test_one_who_testified_of_many_is_one_mention():
    (reading,) = read(
        "Name,Witness,Relation\nErlan Asan,Saule Bek,sister\nMarat Asan,Saule Bek,sister\n"
    )
    assert [mention.key for mention in reading.mentions] == [
        "row 2",
        "row 3",
        "row 2 testifier",
    ]
    assert {kin.object for kin in reading.kin} == {"row 2", "row 3"}
