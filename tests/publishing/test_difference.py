"""What changed between two releases, person by person."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tidings.publishing.difference import Change, difference
from tidings.publishing.release import Release, ReleasedPerson
from tidings.values import PUBLIC, ConsentForm, Sex

people = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.sampled_from(Sex), st.sampled_from(["x", "y"]))
)


def release(found):
    persons = tuple(
        ReleasedPerson(name, ConsentForm.NAMED, sex=sex, place=place)
        for name, (sex, place) in found.items()
    )
    return Release(PUBLIC, date(2026, 3, 1), "", "", "", False, persons, (), ())


def test_who_came_who_left_and_what_changed():
    before = release({"a": (Sex.MALE, "x"), "b": (Sex.MALE, "x"), "d": (Sex.MALE, "x")})
    after = release({"a": (Sex.FEMALE, "y"), "c": (Sex.MALE, "x"), "d": (Sex.MALE, "x")})
    assert difference(before, after) == (
        Change("a", "changed", ("sex", "place")),
        Change("b", "left"),
        Change("c", "came"),
    )


@given(people, people)
def test_nothing_changed_only_where_both_are_equal(then, now):
    changes = {each.id: each for each in difference(release(then), release(now))}
    for name in then.keys() | now.keys():
        assert (name in changes) == (then.get(name) != now.get(name))
    assert difference(release(now), release(now)) == ()


def test_the_day_alone_changes_nobody():
    one = release({"a": (Sex.MALE, "x")})
    assert difference(one, replace(one, on=date(2026, 4, 1))) == ()
