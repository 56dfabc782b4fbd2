"""Filters of a search through the encrypted database: before names are ranked."""

from __future__ import annotations

import pytest

from tidings.reading.reading import MentionDraft, Reading, SourceDraft
from tidings.registry import adding, linking, particulars, searching, undoing
from tidings.registry.models import Act
from tidings.values import Sex, SourceKind, parse_edtf

WORKER = "Example Worker"


def add(title: str, *mentions: MentionDraft) -> None:
    source = SourceDraft(SourceKind.LIST, title, f"{title}.csv")
    adding.add_file([Reading(source, mentions)], title.encode(), actor=WORKER)


def someone(number: int, name: str, born: str = "", place: str = "", sex: Sex | None = None):
    return MentionDraft(
        key=f"row {number}",
        locator=f"A{number}",
        names=(name,),
        sex=sex,
        birth=parse_edtf(born) if born else None,
        place=place or None,
    )


def test_a_filtered_page_is_full_although_most_bearers_of_the_name_are_left_out(registry) -> None:
    births = ["1950"] * 300 + ["1974"] * 12
    add("list", *(someone(at, "Ерлан Мұратұлы", born) for at, born in enumerate(births)))
    found = searching.find("Yerlan Murat", born=parse_edtf("1970/1979"), limit=10)
    assert len(found) == 10
    assert {mention.birth.edtf for each in found for mention in each.profile.mentions} == {"1974"}


@pytest.mark.parametrize(
    ("born", "expected"),
    [("1974", True), ("1970/1980", True), ("1974-05", True), ("1975/", False), ("/1973", False)],
)
def test_a_birth_fits_where_the_two_intervals_share_a_day(registry, born, expected) -> None:
    add("list", someone(1, "Ерлан Мұратұлы", "1974"), someone(2, "Ерлан Мұратұлы"))
    found = searching.find("Ерлан Мұрат", born=parse_edtf(born))
    assert len(found) == (2 if expected else 1)


def test_a_person_stays_whom_one_of_two_sources_fits(registry) -> None:
    add("one", someone(1, "Ерлан Мұратұлы", "1974-05-04", "Қобда", Sex.MALE))
    add("two", someone(1, "叶尔兰·木拉提", "1974-05-04", "额敏县", Sex.MALE))
    assert linking.link(actor=WORKER).merged == 1
    (found,) = searching.find("Ерлан", place="额敏")
    assert len(found.profile.mentions) == 2
    assert searching.find("Ерлан", place="Қобда")
    assert not searching.find("Ерлан", place="Алматы")


def test_a_place_is_found_however_it_is_written(registry) -> None:
    add("list", someone(1, "Ерлан Мұратұлы", place="Қобда ауданы"))
    for place in ("қобда", "Kobda", "Qobda", "Кобда"):
        assert searching.find("Ерлан", place=place), place


def test_a_county_is_found_by_any_of_its_names_and_by_its_prefecture(registry) -> None:
    add("list", someone(1, "Ерлан Мұратұлы", place="墨玉县"))
    for place in ("Karakax", "Қарақаш ауданы", "Hotan prefecture", "قاراقاش ناھىيىسى"):
        assert searching.find("Ерлан", place=place), place
    for place in ("Hotan city", "Kashgar"):
        assert not searching.find("Ерлан", place=place), place


def test_what_is_added_or_taken_back_counts_in_the_next_search(registry) -> None:
    add("one", someone(1, "Ерлан Мұратұлы", sex=Sex.MALE))
    assert not searching.find("Ерлан", sex=Sex.FEMALE)
    add("two", someone(1, "Ерлан Мұратқызы", sex=Sex.FEMALE))
    assert len(searching.find("Ерлан", sex=Sex.FEMALE)) == 1
    undoing.undo(Act.objects.order_by("-id").first().id, actor=WORKER, reason="a slip")
    assert not searching.find("Ерлан", sex=Sex.FEMALE)


def test_an_empty_registry_leaves_nobody_out(registry) -> None:
    everybody = particulars.read()
    assert everybody.allowed(None, None, None) is None
    assert len(everybody.allowed(Sex.MALE, parse_edtf("1974"), "Қобда")) == 0


def test_particulars_that_grew_are_those_read_at_once(registry) -> None:
    add("one", someone(1, "Ерлан Мұратұлы", "1974-05-04", "Қобда", Sex.MALE))
    first = particulars.read()
    before = Act.objects.order_by("-id").first().id
    add("two", someone(1, "叶尔兰·木拉提", "1974-05-04", "Қобда", Sex.MALE), someone(2, "Гүлнар"))
    _same(particulars.read(first, before), particulars.read())
    assert linking.link(actor=WORKER).merged == 1
    _same(particulars.read(first, before), particulars.read())


def _same(one: particulars.Particulars, other: particulars.Particulars) -> None:
    for column in ("mentions", "person_of", "sex", "born", "place"):
        assert getattr(one, column).tolist() == getattr(other, column).tolist()
    assert one.places == other.places
