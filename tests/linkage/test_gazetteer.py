"""The gazetteer: written places read as units, in any script."""

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage.gazetteer import gazetteer, read_place, unit_name, unit_title

SHARED = Path(os.environ.get("TIDINGS_SHARED", Path(__file__).parents[3] / "shared"))
UNITS = gazetteer().units
GHULJA_CITY, GHULJA_COUNTY = "654002", "654021"

ONE_PLACE = [
    ("Tekes county, Ili", "654027"),
    ("Ili, Tekes", "654027"),
    ("Xinjiang / Ili Kazakh Autonomous Prefecture / Tekes County", "654027"),
    ("TEKES", "654027"),
    ("新疆伊犁州特克斯县", "654027"),
    ("新疆维吾尔自治区伊犁哈萨克自治州特克斯县", "654027"),
    ("特克斯县 (伊犁)", "654027"),
    ("特克斯", "654027"),
    ("Текес ауданы", "654027"),
    ("Текес ауданында", "654027"),
    ("Текес ауданының тұрғыны", "654027"),
    ("Текесский район", "654027"),
    ("в Текесском районе Или-Казахской автономной области", "654027"),
    ("تېكەس ناھىيىسى", "654027"),
    ("تەكەس اۋدانى", "654027"),
    ("654027", "654027"),
    ("新疆维吾尔自治区和田地区墨玉县", "653222"),
    ("Каракаш, Хотан", "653222"),
    ("Karakax County, Hotan Prefecture", "653222"),
    ("قاراقاش ناھىيىسى", "653222"),
    ("Нылқы ауданы, Іле", "654028"),
    ("نىلقى اۋدانى", "654028"),
    ("Моңғолкүре", "654026"),
    ("昭苏", "654026"),
    ("Шершен ауданы", "652825"),
    ("Ceminey", "654326"),
    ("Кюнесский уезд", "654025"),
    ("Чярчян", "652825"),
    ("Cherchen nahiyisi", "652825"),
    ("г. Кульджа", GHULJA_CITY),
    ("Құлжа қаласы", GHULJA_CITY),
    ("Ghulja city", GHULJA_CITY),
    ("غۇلجا شەھىرى", GHULJA_CITY),
    ("伊宁市", GHULJA_CITY),
    ("伊宁县", GHULJA_COUNTY),
    ("Құлжа ауданы", GHULJA_COUNTY),
    ("в Кульджинском уезде", GHULJA_COUNTY),
    ("Қашқар қаласында", "653101"),
    ("喀什地区喀什市", "653101"),
    ("Алтай аймағы, Алтай қаласы", "654301"),
    ("乌鲁木齐市天山区", "650102"),
    ("Шәуешек", "654201"),
    ("Emin county, Tacheng prefecture", "654221"),
    ("烏魯木齊市天山區", "650102"),
    ("喀什地区疏附县吾库萨克镇", "653121102"),
    ("新疆塔城地区额敏县郊区乡", "654221200"),
    ("Алматы қаласы", "KZ-75"),
    ("Алматинская область", "KZ-19"),
    ("Astana (Nur-Sultan)", "KZ-71"),
    ("Панфиловский район, Алматинская область", "gn:1520251"),
    ("Қазақстан", "KZ"),
    ("China", "CN"),
    ("СУАР КНР", "65"),
    ("米泉县", "650109"),
    ("和丰县", "654226"),
    ("沙湾县", "654203"),
    ("原籍特克斯县人", "654027"),
    ("уроженец Текесского района, ҚХР", "654027"),
]


@pytest.mark.parametrize(("written", "code"), ONE_PLACE)
def test_a_place_is_read_as_people_write_it(written, code):
    assert [place.codes for place in read_place(written).places] == [(code,)]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Құлжа", {GHULJA_CITY, GHULJA_COUNTY}),
        ("Ghulja, Ili", {GHULJA_CITY, GHULJA_COUNTY}),
        ("阿勒泰", {"6543", "654301"}),
        ("Altay, Xinjiang", {"6543", "654301"}),
        ("喀什", {"6531", "653101"}),
        ("霍尔果斯", {"654004", "654023"}),
    ],
)
def test_a_name_that_several_units_bear_stays_open(written, codes):
    (place,) = read_place(written).places
    assert set(place.codes) == codes


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        ("Текес ауданы, Көктерек ауылы", "654027", ("көктерек",)),
        ("Эминский уезд, с. Кызылту", "654221", ("кызылту",)),
        ("Ақсу ауылы, Текес ауданы", "654027", ("ақсу",)),
        ("Aral, Tekes county, Xinjiang", "654027", ("aral",)),
        ("特克斯县阿克苏木村", "654027", ("阿克苏木",)),
        ("Yengibagh, Hotan prefecture", "6532", ("yengibagh",)),
        ("12 Beijing Road, Korla", "652801", ("12", "beijing")),
    ],
)
def test_a_village_that_no_list_has_stays_a_word(written, code, words):
    reading = read_place(written)
    assert [place.codes for place in reading.places] == [(code,)]
    assert reading.words == words


@pytest.mark.parametrize("written", ["解放村", "Кызылту ауылы", "阿克苏木村", "unknown", "1", ""])
def test_what_could_be_anywhere_is_no_unit(written):
    assert read_place(written).places == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Tekez, Ili", "654027"),
        ("Chapchall county, Ili", "654022"),
        ("特克斯县科克铁热克乡", "654027203"),
        ("伊犁特可斯县", "654027"),
    ],
)
def test_a_slip_is_seen_through_within_the_unit_above(written, code):
    assert [place.codes for place in read_place(written).places] == [(code,)]


def test_without_a_unit_above_a_slip_is_not_guessed_at():
    assert read_place("Tekez").places == ()


def test_two_places_in_one_text_are_both_kept():
    assert {p.codes for p in read_place("Текес ауданы; Алматы қаласы").places} == {
        ("654027",),
        ("KZ-75",),
    }


def _fits(code: str, written: str) -> bool:
    """Whether the reading of the text has the unit, or the unit of its name that has it in it or
    around it (a county and its seat are called alike)."""
    found = {each for place in read_place(written).places for each in place.codes}
    parent = UNITS[code].parent
    return code in found or any(
        not gazetteer().is_low(each) and parent in (each, UNITS[each].parent) for each in found
    )


def test_every_shipped_name_is_read_as_its_unit_or_keeps_it_among_others():
    lost = []
    for code, unit in UNITS.items():
        for writing, names in unit.names.items():
            for name in names:
                written = name
                if gazetteer().is_low(code):
                    written = f"{unit_name(unit.parent, 'en')}, {name}"
                if not _fits(code, written):
                    lost.append((code, writing, written))
    assert len(lost) < 5, lost


def test_every_name_of_the_sources_is_read_as_its_unit():
    folder = SHARED / "data" / "places"
    if not folder.is_dir():
        pytest.skip("the tables of places are not here")
    merged = {old: unit.code for unit in UNITS.values() for old in unit.codes}
    told = lost = 0
    for name in ("xinjiang.tsv", "kazakhstan.tsv"):
        with (folder / name).open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["level"] in ("township", "settlement"):
                    continue
                code = merged.get(row["code"], row["code"])
                columns = ("han", "ug_arab", "ug_latn", "kk_cyrl", "kk_arab", "ru", "en")
                for form in filter(None, ";".join(row[each] for each in columns).split(";")):
                    told += 1
                    lost += not _fits(code, form)
    assert told > 1_500
    assert lost <= told // 500


def test_the_tree_has_no_loop_and_one_root_each():
    for code in UNITS:
        chain = gazetteer().chain(code)
        assert chain[-1] == code
        assert chain[0] in ("CN", "KZ")


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Tekes"), ("ru", "Текес"), ("zh", "特克斯县"), ("ug", "تېكەس")]
)
def test_a_unit_has_a_name_in_every_language(language, name):
    assert unit_name("654027", language) == name
    assert all(unit_name(code, language) for code in UNITS)


def test_units_that_are_called_alike_are_told_apart_for_people():
    assert unit_title(GHULJA_CITY) == "Yining city"
    assert unit_title(GHULJA_COUNTY, "kk") == "Құлжа ауданы"
    assert unit_title("654202") == "Usu city"


@given(st.text(max_size=200))
def test_no_text_is_too_strange_to_read(text):
    reading = read_place(text)
    assert all(code in UNITS for place in reading.places for code in place.codes)


@pytest.mark.parametrize("text", ["新疆" * 10_000, "Aksu, " * 10_000, "a" * 100_000, ",;(" * 9_999])
def test_a_very_long_text_is_read_as_far_as_a_place_may_be(text):
    assert len(read_place(text).places) <= 1
