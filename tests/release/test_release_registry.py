"""The release of a real, encrypted registry through whatever happens to it."""

import random
import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
import registry_states as doing
from registry_states import AUDIENCES, NEVER, TODAY

from tidings.publishing.release_file import read_release
from tidings.registry import consenting, folder, linking, persons
from tidings.registry.consenting import Allowed, Giver, Why
from tidings.registry.models import Consent, Doubt, Mention, MentionName
from tidings.registry.testimony import Testimony, record
from tidings.registry.undoing import undo
from tidings.release import (
    difference,
    give_out,
    last,
    left_out,
    person_ids,
    release,
    signing,
    words_withheld,
)
from tidings.values import (
    PUBLIC,
    Audience,
    ConsentForm,
    ConsentVerb,
    Event,
    Kin,
    Outcome,
    PlaceLevel,
)

NAMED, PSEUDONYM, SEEKER = ConsentForm.NAMED, ConsentForm.PSEUDONYM, ConsentForm.SEEKER
FULL, DISTRICT = PlaceLevel.FULL, PlaceLevel.DISTRICT
RANDOM_ID = re.compile(r'"[0-9a-hjkmnp-tv-z]{16}"')


def public(form=NAMED, place=FULL, **more):
    return Allowed(PUBLIC, form, place, **more)


def only(made):
    (person,) = made.people
    return person


def released(registry, audience=PUBLIC):
    return release(registry, audience, TODAY)


def text_of(made):
    from tidings.publishing.release_file import to_bytes

    return to_bytes(made, signing.sign, signing.public_key()).decode()


def check(registry, audiences=AUDIENCES):
    """No private field is in any release, and nobody is in it against a relative's word."""
    withdrawn = set(Consent.objects.filter(verb="withdraws").values_list("withdraws", flat=True))
    for audience in audiences:
        made = released(registry, audience)
        text = text_of(made)
        # Keys, signature and ids are random, and hold any four digits now and then.
        told = RANDOM_ID.sub("", text.partition("\n")[2])
        assert not [each for each in NEVER if each in told]
        assert "Zqwife" not in text
        assert "Zqchain" not in text
        ids = person_ids(registry, audience, TODAY)
        left = {each.person for each in left_out(registry, audience, TODAY)}
        for shown in made.people:
            person = ids[shown.id]
            assert person not in left
            said = consenting.consents_of(person, TODAY)
            stands = [each for each in said if each.id not in withdrawn and heard(each, audience)]
            assert any(each.said.form.rank >= shown.form.rank for each in stands)
            blocking = [each for each in said if blocks(each, audience, said)]
            assert not blocking
            names = MentionName.live.filter(mention__in=persons.mentions_of(person))
            own = set(names.values_list("written", flat=True))
            assert {each.written for each in shown.names} <= own
            if "Zqvillage" in repr(shown):
                assert shown.form is NAMED
                assert any(each.said.place_level is FULL for each in stands)
            if "Zqtestifier" in repr(shown):
                assert any(each.said.own_name for each in stands)


def heard(view, audience):
    if view.verb is not ConsentVerb.ALLOWS or view.audience.casefold() != audience.key:
        return False
    return view.said.ends is None or view.said.ends >= TODAY


def blocks(view, audience, said):
    if view.verb is not ConsentVerb.OBJECTS or view.said.audience not in ("", audience.key):
        return False
    return not any(
        each.verb is ConsentVerb.SETTLES
        and each.said.audience == audience.key
        and each.id > view.id
        for each in said
    )


def happenings(registry, seed, steps):
    chance = random.Random(seed)
    people = [doing.tell(1), doing.tell(2), doing.article(3), doing.article(4)]
    for number in range(5, 5 + steps):
        doing.happen(chance, people, number)
        check(registry, [PUBLIC, chance.choice(AUDIENCES)])
    check(registry)


def test_whatever_happens_no_private_field_leaves(registry):
    happenings(registry, 1, 15)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_whatever_happens_no_private_field_leaves_in_many_registries(registry, seed):
    happenings(registry, seed, 40)


def test_an_objection_outlives_a_correction_a_merge_and_the_source_it_was_about(registry):
    person, other = doing.tell(1, (public(),)), doing.tell(2, (public(),))
    consenting.object_apart(person, giver=Giver("X"), on=TODAY, actor="Worker")
    doing.correct(person)
    assert list(person_ids(registry, PUBLIC, TODAY).values()) == [other]
    corrected = next(
        each.person for each in left_out(registry, PUBLIC, TODAY) if "Zqnameaab" in each.name
    )
    doing.merge(corrected, other)
    assert released(registry).people == ()
    act = MentionName.objects.filter(written__startswith="Zqnameaab").first().act_id
    undo(act, actor="Worker", reason="imported twice")
    assert released(registry).people == ()


def test_an_objection_holds_for_whoever_may_be_the_same_person(registry):
    person, other = doing.tell(1, (public(),)), doing.tell(2, (public(),))
    Doubt.objects.create(a_id=person, b_id=other, weight=2.0, probability=0.8)
    assert len(released(registry).people) == 2
    consenting.object_apart(person, giver=Giver("X"), on=TODAY, actor="Worker")
    assert released(registry).people == ()
    why = {each.person: each.why for each in left_out(registry, PUBLIC, TODAY)}
    assert why == {person: Why.OBJECTED, other: Why.MAYBE_OBJECTED}
    assert consenting.standing(other, PUBLIC, TODAY).why_not is Why.MAYBE_OBJECTED
    linking.decide(person, other, "different", actor="Worker", reason="another village")
    assert list(person_ids(registry, PUBLIC, TODAY).values()) == [other]
    assert consenting.standing(other, PUBLIC, TODAY).form is NAMED


def test_a_settlement_decides_nothing_that_came_to_the_person_by_a_later_merge(registry):
    person, other = doing.tell(1, (public(),)), doing.tell(2, (public(),))
    consenting.object_apart(other, giver=Giver("X"), on=TODAY, actor="Worker")
    consenting.settle(person, audience=PUBLIC, form=NAMED, actor="Worker", reason="all agree")
    assert len(released(registry).people) == 1
    doing.merge(person, other)
    assert released(registry).people == ()
    consenting.settle(person, audience=PUBLIC, form=NAMED, actor="Worker", reason="X agreed")
    assert len(released(registry).people) == 1


def test_whoever_withdraws_was_never_there(registry, tmp_path):
    """The next release is that of a registry in which the person never was: every byte."""
    doing.tell(1, (public(),))
    two = doing.article(2)
    consenting.give_apart(two, giver=Giver("Y"), allowed=[public()], on=TODAY, actor="Worker")
    path, key = registry.path, folder.key_in_use()
    folder.lock()
    without = tmp_path / "without"
    shutil.copytree(path, without)
    registry = folder.open_with_key(path, key)
    gone = doing.tell(3, (public(),))
    doing.letter(gone, 3)
    with_them = released(registry)
    assert len(with_them.people) == 3
    consenting.withdraw(consenting.consents_of(gone)[0].id, actor="Worker")
    after = released(registry)
    kept = text_of(after)
    folder.lock()
    never = folder.open_with_key(without, key)
    assert text_of(released(never)) == kept
    assert [each.kind for each in difference(with_them, after)] == ["left"]


def test_a_registry_in_which_nobody_was_asked_gives_out_nobody(registry):
    made = released(registry)
    assert (made.people, made.announcements, made.silences) == ((), (), ())
    assert left_out(registry, PUBLIC, TODAY) == ()
    assert read_release(text_of(made).encode()) == made


def test_a_sealed_statement_stays_whatever_the_consent(registry):
    person = doing.tell(1, (public(),))
    doing.sealed(person, 2)
    shown = only(released(registry))
    assert "Zqsealed" not in repr(shown)
    assert [each.event for each in shown.timeline] == ["detained"]


def test_the_place_is_as_exact_as_the_consent(registry):
    for number, (level, expected) in enumerate(
        [
            (FULL, "Zqdistrictaa{} ауданы, Zqvillageaa{} ауылы"),
            (DISTRICT, "Zqdistrictaa{} ауданы"),
            (PlaceLevel.NONE, None),
        ]
    ):
        person = doing.tell(number, (public(place=level),))
        ids = {each: shown for shown, each in person_ids(registry, PUBLIC, TODAY).items()}
        shown = released(registry).person(ids[person])
        letter = "abc"[number]
        assert shown.place == (expected and expected.format(letter, letter))


def test_another_name_says_no_more_than_the_years(registry):
    doing.tell(1, (public(PSEUDONYM, own_name=True, words="Zqwords"),))
    shown = only(released(registry))
    assert shown.pseudonym == f"Person {shown.id[:4]}"
    assert (shown.born.edtf, shown.place) == ("197X", "Zqdistrictaab ауданы")
    assert [(each.event, each.held.edtf, each.place) for each in shown.timeline] == [
        ("detained", "2018", None)
    ]
    assert (shown.names, shown.words, shown.kin, shown.letters) == ((), None, (), ())
    assert [(each.relation, each.name) for each in shown.seekers] == [(Kin.SISTER, None)]


def test_only_that_somebody_is_looked_for(registry):
    doing.tell(1, (public(SEEKER, own_name=True),))
    shown = only(released(registry))
    assert [(each.relation, each.name) for each in shown.seekers] == [
        (Kin.SISTER, "Zqtestifieraab")
    ]
    assert replace(shown, seekers=()) == type(shown)(shown.id, SEEKER)


def test_ids_differ_between_audiences_and_forms_and_stay_between_releases(registry):
    un = Allowed(AUDIENCES[1], NAMED)
    person = doing.tell(1, (public(), un))
    first, second = only(released(registry)).id, only(released(registry, AUDIENCES[1])).id
    assert first != second
    doing.tell(2)
    assert only(released(registry)).id == first
    doing.correct(person)
    assert only(released(registry)).id == first


def test_kin_are_named_only_where_both_are_in_the_release(registry):
    person = doing.tell(1, (public(),))
    assert only(released(registry)).kin == ()
    wife = persons.resolve(MentionName.live.get(written="Zqwifeaab").mention_id)
    consenting.give_apart(wife, giver=Giver("D"), allowed=[public()], on=TODAY, actor="Worker")
    ids = {each: shown for shown, each in person_ids(registry, PUBLIC, TODAY).items()}
    made = released(registry)
    assert [(each.relation, each.person) for each in made.person(ids[person]).kin] == [
        (Kin.WIFE, ids[wife])
    ]
    assert made.person(ids[wife]).kin[0].person == ids[person]


@pytest.mark.parametrize(("own_name", "speaker"), [(False, None), (True, "Aigul Serikqyzy")])
def test_a_newspaper_does_not_name_a_relative_who_does_not_want_to_be(registry, own_name, speaker):
    told = Testimony(
        testifier="Айгүл Серікқызы",
        names=("Нұрлан Серікұлы",),
        words="Ағамды іздеймін.",
        consents=(public(own_name=own_name),),
    )
    source = record(told, actor="Worker").source_ids[0]
    person = persons.resolve(Mention.live.get(source=source, locator="the person").id)
    doing.merge(person, doing.article(2, "Aigul Serikqyzy"))
    said = [each for each in only(released(registry)).timeline if each.event is Event.SENTENCED]
    assert [each.speaker for each in said] == [speaker]


def test_a_refusal_about_somebody_says_no_place_that_they_keep_back(registry):
    person = doing.tell(1, (public(place=PlaceLevel.NONE),))
    doing.merge(person, doing.article(2))
    (told,) = (each for each in released(registry).silences if each.body == "Consulate")
    assert [(each.place, each.chain) for each in told.refusals] == [(None, ())]


def test_letters_and_silence_are_those_of_released_people(registry):
    one, two = doing.tell(1, (public(),)), doing.tell(2)
    doing.letter(one, 1)
    doing.letter(two, 2)
    made = released(registry)
    assert [each.outcome for each in only(made).letters] == [Outcome.SILENT]
    assert [(each.body, each.letters, each.silent) for each in made.silences] == [
        ("Body aab", 1, 1)
    ]


def test_announcements_count_released_people_only(registry):
    doing.article(1)
    two = doing.tell(2, (public(),))
    (announcement,) = released(registry).announcements
    assert announcement.count.certain <= 1
    assert announcement.count.possible == 1
    doing.tell(3)
    assert released(registry).announcements[0].count == announcement.count
    consenting.object_apart(two, giver=Giver("X"), on=TODAY, actor="Worker")
    assert released(registry).announcements[0].count.possible == 0


def test_whom_no_covered_source_names_is_left_out(registry):
    person = doing.tell(1)
    doing.sealed(person, 2)
    hidden = MentionName.live.get(written="Zqsealed").mention_id
    consenting.give_apart(hidden, giver=Giver("X"), allowed=[public()], on=TODAY, actor="Worker")
    made = released(registry)
    assert "Zqsealed" not in text_of(made)
    if not made.people:
        assert {each.why for each in left_out(registry, PUBLIC, TODAY)} == {"no_name"}


def test_words_that_hold_something_private_are_withheld(registry):
    for number, words in enumerate(
        ["Менің әпкем Zqtestifieraaa айтты", "Әйелі Zqwifeaab күтеді", "Call 87015551122",
         "Ол Zqvillageaad ауылында тұрды"]
    ):  # fmt: skip
        doing.tell(number, (public(place=DISTRICT, words=words),))
    doing.tell(5, (public(place=PlaceLevel.NONE, words="Zqvillageaaf ауылынан хабар жоқ"),))
    doing.tell(7, (public(place=DISTRICT, words="Інімді қайтарыңыздар, Zqnameaah қайда?"),))
    found = [each.words for each in released(registry).people if each.words]
    assert found == ["Інімді қайтарыңыздар, Zqnameaah қайда?"]
    reasons = words_withheld(registry, PUBLIC, TODAY).values()
    assert sorted(reasons) == ["kin", "number", "place", "place", "testifier"]


def test_what_was_given_out_is_kept_and_can_be_checked(registry):
    assert last(registry, PUBLIC) is None
    doing.tell(1, (public(),))
    data = give_out(registry, PUBLIC, TODAY, actor="Worker")
    assert last(registry, PUBLIC) == read_release(data, signing.public_key()) == released(registry)
    assert last(registry, Audience("body", "Ministry")) is None


def test_a_lock_drops_what_was_released(registry):
    from tidings.release import releasing

    doing.tell(1, (public(),))
    released(registry)
    assert releasing._made
    folder.lock()
    assert not releasing._made


def test_an_old_consent_says_nothing_now(registry):
    doing.tell(1, (public(ends=date(2026, 2, 28)),))
    assert released(registry).people == ()
    (left,) = [each for each in left_out(registry, PUBLIC, TODAY) if each.why == "expired"]
    assert left.missing[0].name == "Zqtestifieraab"
    assert len(release(registry, PUBLIC, date(2026, 2, 28)).people) == 1
