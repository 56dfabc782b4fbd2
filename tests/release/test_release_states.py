"""Over random states of consent, objection, settlement, expiry and level, nothing leaves but
what consents allow, whatever the rules inside look like."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from release_worlds import (
    AUDIENCES,
    DAY,
    MARKER,
    World,
    marks,
    phone,
    sayings,
    short_number,
    worlds,
)

from tidings.publishing.difference import difference
from tidings.publishing.release import Release
from tidings.publishing.release_file import to_bytes
from tidings.registry.consents import standing, states
from tidings.release.deciding import decide
from tidings.values import PUBLIC, ConsentForm, ConsentVerb, Level, PlaceLevel

unhurried = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
NAMED, PSEUDONYM = ConsentForm.NAMED, ConsentForm.PSEUDONYM


def release_of(gathered):
    people = decide(gathered).people
    return Release(gathered.audience, gathered.on, "Org", "", "", True, people, (), ())


def file_of(gathered):
    return to_bytes(release_of(gathered), lambda digest: bytes(64), bytes(32)).decode()


def check(world: World):
    """Every marker in the file is allowed there; and every date is as coarse as it has to be."""
    gathered = world.gathered
    decided = decide(gathered)
    known = {each.person: each for each in gathered.people}
    lines = file_of(gathered).splitlines()[2:]
    for line, shown in zip(lines, decided.people, strict=True):
        of = known[decided.ids[shown.id]]
        for kind, person, source in marks(line):
            assert may_be_there(world, of, kind, person, source), (kind, line)
        digits = re.sub(r"\D", "", line.split('"form"')[1])
        assert re.sub(r"\D", "", phone(of.person)) not in digits
        assert re.sub(r"\D", "", short_number(of.person)) not in digits
        assert shown.form is of.standing.form
        if shown.form is not NAMED:
            assert "-" not in "".join(MARKER.sub("", line).split('"form"')[1:])
        if shown.form is ConsentForm.SEEKER:
            assert set(vars(shown)) - {"id", "form", "seekers"} == {
                name for name in vars(shown) if not getattr(shown, name)
            } - {"seekers"}
        if gathered.audience == PUBLIC and shown.born:
            assert len(shown.born.edtf) == 4
    return decided


def may_be_there(world, of, kind, person, source):
    """The rules again, in other words and from the other end: marker by marker."""
    form, level = of.standing.form, of.standing.place_level
    public = world.levels.get(source) is Level.PUBLIC
    consents = of.standing.consents
    match kind:
        case "name" | "district":
            told = form is NAMED if kind == "name" else form in (NAMED, PSEUDONYM)
            place = kind == "name" or level is not PlaceLevel.NONE
            return person == of.person and told and place and opened(world, of, source)
        case "village":
            full = form is NAMED and level is PlaceLevel.FULL
            told = any(each.words for each in consents)  # in the family's own words
            return person == of.person and full and (told or opened(world, of, source))
        case "value" | "speaker" | "chain" | "channel":
            return person == of.person and form is NAMED and public
        case "title" | "publisher":
            return form is NAMED and public
        case "testifier":
            asked = any(each.own_name and each.testifier == source for each in consents)
            return asked and form is not PSEUDONYM and person == of.person
        case "words":
            return form is NAMED and any(each.words for each in consents)
        case "pseudonym":
            return form is PSEUDONYM and any(each.pseudonym for each in consents)
        case "body":
            return form is NAMED and world.levels[5] is not Level.SEALED
    return False  # quotes, locators, numbers, contacts, file names, reasons, other people's names


def opened(world, of, source):
    level = world.levels[source]
    if level is Level.SEALED:
        return False
    return (
        level.rank <= world.gathered.audience.clearance.rank
        or source in of.consented
        or source == 5  # the organisation's own letter
    )


@settings(unhurried, max_examples=60)
@given(worlds())
def test_no_private_field_is_in_any_byte_of_a_release(world):
    check(world)


@pytest.mark.slow
@settings(unhurried, max_examples=1000)
@given(worlds())
def test_no_private_field_is_in_any_byte_of_a_release_in_many_states(world):
    check(world)


@settings(unhurried, max_examples=60)
@given(worlds())
def test_whoever_leaves_leaves_no_trace_in_the_next_release(world):
    before = world.gathered
    for gone in before.people:
        rest = tuple(each for each in before.people if each is not gone)
        withdrawn = replace(
            gone,
            standing=standing(
                (*world.said[gone.person], *everything(world, gone)), before.audience, DAY
            ),
        )
        assert withdrawn.standing.form is None
        after = replace(before, people=(*rest, withdrawn))
        assert file_of(after) == file_of(replace(before, people=rest))
        told = repr(difference(release_of(before), release_of(after)))
        assert not MARKER.search(told)


def everything(world, gone):
    """The withdrawal of each consent, said now."""
    said = world.said[gone.person]
    return [
        replace(each, id=each.id + 100, verb=ConsentVerb.WITHDRAWS, withdraws=each.id, form=None)
        for each in said
        if each.verb is ConsentVerb.ALLOWS
    ]


@settings(unhurried, max_examples=200)
@given(sayings(1))
def test_what_stands_is_never_more_than_the_rules_allow(said):
    for audience in AUDIENCES:
        now = standing(said, audience, DAY)
        heard = [each for each in said if each.audience == audience.key]
        withdrawn = {each.withdraws for each in said}
        valid = [
            each
            for each in heard
            if each.verb is ConsentVerb.ALLOWS
            and each.id not in withdrawn
            and (each.starts or DAY) <= DAY <= (each.ends or DAY)
        ]
        settled = [each for each in heard if each.verb is ConsentVerb.SETTLES]
        objected = max(
            (
                each.id
                for each in said
                if each.verb is ConsentVerb.OBJECTS and each.audience in ("", audience.key)
            ),
            default=0,
        )
        if now.form is None:
            assert now.why_not is not None
            assert now.place_level is PlaceLevel.NONE
            continue
        assert any(
            each.form.rank >= now.form.rank and each.place_level.rank >= now.place_level.rank
            for each in valid
        )
        assert not settled or settled[-1].form is not None
        assert objected < (settled[-1].id if settled else 1)
        if not settled:
            assert now.form.rank <= min(each.form.rank for each in now.consents)
        else:
            later = [each for each in now.consents if each.id > settled[-1].id]
            assert all(now.form.rank <= each.form.rank for each in later)


@settings(unhurried, max_examples=100)
@given(sayings(1))
def test_everything_said_has_a_state(said):
    assert states(said, DAY).keys() == {each.id for each in said}


@settings(unhurried, max_examples=100)
@given(worlds())
def test_the_order_in_which_people_were_recorded_is_not_told(world):
    turned = replace(world.gathered, people=world.gathered.people[::-1])
    assert file_of(turned) == file_of(world.gathered)
