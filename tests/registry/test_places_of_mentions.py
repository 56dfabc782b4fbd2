"""The registry's places: one unit in whatever script, and right after an older version too."""

import pytest
from django.core.management import call_command

from tidings.linkage import Evidence
from tidings.linkage.gazetteer import read_place
from tidings.registry import folder, lexicon, linking, persons
from tidings.registry.act import recording
from tidings.registry.models import Lexeme, Mention, PlacePart, Source

WRITTEN = ("Tekes county, Ili", "新疆伊犁州特克斯县", "Текес ауданы, Көктерек ауылы")


@pytest.fixture
def mentions(registry):
    with recording("Worker", "add") as act:
        (source,) = act.insert(Source, [{"title": "A list"}])
        rows = [{"source_id": source, "place": place} for place in (*WRITTEN, "")]
        found = act.insert(Mention, rows)
        persons.add_alone(found)
    lexicon.add_places(zip(found, WRITTEN, strict=False))
    return found


def parts() -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for mention, token in PlacePart.objects.values_list("mention_id", "lexeme__token"):
        found.setdefault(mention, set()).add(token)
    return found


def test_one_county_in_three_scripts_is_one_token(mentions):
    assert set.intersection(*parts().values()) >= {"@65", "@6540", "@654027"}


def test_a_registry_of_an_older_version_reads_its_places_again_before_it_links(mentions):
    before = parts()
    call_command("migrate", "registry", "0004", verbosity=0)
    call_command("migrate", "registry", verbosity=0)
    assert parts() == {}
    lexicon.scan_new()
    assert parts() == before


def test_people_read_the_name_of_the_county_and_no_code(mentions):
    lexicon.scan_new()
    shared = Lexeme.objects.filter(token__in=("@CN", "@65", "@6540", "@654027", "~654027"))
    pairs = tuple((each, each) for each in shared.values_list("id", flat=True))
    evidence = Evidence("place", 5.0, "bits_05", {"pairs": pairs})
    assert linking.explained([evidence]) == ["the same place (Tekes county)"]
    assert linking.explained([evidence], "ru") == ["место то же (уезд Текес)"]


def test_no_place_is_kept_in_memory_after_the_lock(mentions):
    assert read_place.cache_info().currsize
    folder.lock()
    assert not read_place.cache_info().currsize
