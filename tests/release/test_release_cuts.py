"""Places cut to the district, dates to the year, words searched for what is private."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.release.dates import to_decade, to_year
from tidings.release.places import at_level, district_of
from tidings.release.words import Private, Withheld, withheld
from tidings.values import PlaceLevel, between, parse_edtf

DISTRICTS = {
    "Панфилов ауданы, Басқұншы ауылы": "Панфилов ауданы",
    "Алматы облысы Панфилов ауданы Басқұншы ауылы": "Алматы облысы, Панфилов ауданы",
    "Панфилов ауданының Басқұншы ауылы": "Панфилов ауданы",
    "село Баскунчи Панфиловского района": "Панфиловского района",
    "Или-Казахская автономная область": "Или-Казахская автономная область",
    "г. Кульджа, ул. Ленина": "г. Кульджа",
    "新疆伊犁州霍城县清水河镇二村": "新疆伊犁州霍城县",
    "乌鲁木齐市天山区幸福小区": "乌鲁木齐市天山区",
    "伊犁哈萨克自治州霍城县": "伊犁哈萨克自治州霍城县",
    "قورغاس ناھىيىسى مازار يېزىسى": "قورغاس ناھىيىسى",
    "Kunes County, Ili Kazakh Autonomous Prefecture": (
        "Kunes County, Ili Kazakh Autonomous Prefecture"
    ),
    "Xinjiang": "Xinjiang",
}
UNSURE = [
    "Басқұншы", "Basqunshy Panfilov audany", "12 шағын аудан", "Самал шағын ауданы", "幸福小区",
    "清水河镇北区", "伊犁师范学院西区", "Абай көшесі 5", "улица Абая, дом 5", "микрорайон Самал",
    "",
]  # fmt: skip

letters = st.text(st.sampled_from("абвгқұыі"), min_size=3, max_size=8)
days = st.dates(min_value=parse_edtf("1900").first, max_value=parse_edtf("2090").last)
forms = st.sampled_from(["1974", "1974~", "197X", "2018-03", "2017-24", "2018-03-12~", "2017/.."])
dates = forms.map(parse_edtf) | st.builds(
    lambda a, b: between(min(a, b), max(a, b)), days, days
) | st.builds(between, st.none(), days)  # fmt: skip


@pytest.mark.parametrize(("place", "expected"), DISTRICTS.items())
def test_a_place_is_cut_to_its_district(place, expected):
    assert district_of(place) == expected


@pytest.mark.parametrize("place", UNSURE)
def test_what_does_not_say_what_it_is_is_left_out(place):
    assert district_of(place) is None


@given(letters, letters, st.sampled_from(["ауылы", "көшесі", "кенті"]))
def test_the_name_of_a_village_never_passes(district, village, kind):
    for place in (f"{district} ауданы, {village} {kind}", f"{village} {kind} {district} ауданы"):
        assert district_of(place) == f"{district} ауданы"


def test_each_level_says_no_more_than_the_next():
    place = "Панфилов ауданы, Басқұншы ауылы"
    assert [at_level(place, each) for each in PlaceLevel] == [None, "Панфилов ауданы", place]


@given(dates)
def test_a_year_or_decade_holds_every_day_that_was_meant(dated):
    for cut in (to_year(dated), to_decade(dated)):
        assert "-" not in cut.edtf
        assert cut.first is None or (dated.first and cut.first <= dated.first)
        assert cut.last is None or (dated.last and cut.last >= dated.last)


def test_winter_belongs_to_two_years():
    assert to_year(parse_edtf("2017-24")).edtf == "2017/2018"
    assert to_decade(parse_edtf("1974-05-06")).edtf == "197X"
    assert to_year(None) is None


def private(**more):
    empty = frozenset()
    parts = {"numbers": empty, "contacts": empty, "shown": empty, "testifiers": empty}
    return Private(**{**parts, "kin": empty, "places": empty, **more})


@pytest.mark.parametrize(
    ("words", "hidden", "found"),
    [
        ("Қайтарыңыздар!", private(testifiers=frozenset({"айгүл"})), None),
        ("Айгүлдің інісі", private(testifiers=frozenset({"айгүл"})), Withheld.TESTIFIER),
        ("Ерланның", private(kin=frozenset({"ерл"}), shown=frozenset({"ерлан"})), None),
        ("妻子阿依古丽在等", private(kin=frozenset({"阿依古丽"})), Withheld.KIN),
        ("Басқұншыда", private(places=frozenset({"басқұншы"})), Withheld.PLACE),
        ("бала күтеді 87015551122", private(), Withheld.NUMBER),
        ("write to a@example.org", private(), Withheld.NUMBER),
        ("on 12.03.2018 - 15.03.2018 he was taken", private(), None),
        ("№ 12-34 5", private(numbers=frozenset({"12345"})), Withheld.NUMBER),
    ],
)
def test_words_are_searched_for_what_is_private(words, hidden, found):
    assert withheld(words, hidden) == found
