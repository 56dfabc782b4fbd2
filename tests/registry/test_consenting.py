"""Consent as people give it, take it back and object to it, in the encrypted registry."""

from datetime import date

import pytest

from tidings.registry import persons
from tidings.registry.consenting import (
    Allowed,
    Giver,
    State,
    Why,
    consents_of,
    give,
    give_apart,
    object_apart,
    settle,
    standing,
    withdraw,
)
from tidings.registry.models import Mention
from tidings.registry.testimony import Testimony, record
from tidings.registry.undoing import undo
from tidings.values import PUBLIC, UN, Audience, ConsentForm, Kin, PlaceLevel, WrongUse

NAMED, PSEUDONYM, SEEKER = ConsentForm.NAMED, ConsentForm.PSEUDONYM, ConsentForm.SEEKER
TODAY = date(2026, 3, 1)


def told(*consents, name="Ерлан Болатұлы", testifier="Айгүл Қасымова", words="Ұсталды."):
    """A testimony; the mention and the source that it made."""
    added = record(
        Testimony(testifier, (name,), words, relation=Kin.SISTER, consents=consents),
        actor="Worker",
    )
    (source,) = added.source_ids
    mention = Mention.live.get(source=source, locator="the person")
    return mention.id, source


def public(form=NAMED, **more):
    return Allowed(PUBLIC, form, **more)


def test_a_consent_given_with_a_testimony_is_recorded_in_the_same_act(registry):
    mention, _ = told(public(place_level=PlaceLevel.DISTRICT))
    now = standing(mention, PUBLIC, TODAY)
    assert (now.form, now.place_level) == (NAMED, PlaceLevel.DISTRICT)
    (view,) = now.consents
    assert view.testifier == "Айгүл Қасымова"
    assert view.act == Mention.live.get(pk=mention).act_id
    assert view.said.relation is Kin.SISTER


def test_consent_for_one_audience_is_none_for_another(registry):
    mention, _ = told(public(), Allowed(Audience("body", "Ministry"), NAMED))
    assert standing(mention, UN, TODAY).why_not is Why.NO_CONSENT
    assert standing(mention, Audience("body", "Ministry of X"), TODAY).form is None
    assert standing(mention, Audience("body", "MINISTRY"), TODAY).form is NAMED


def test_a_withdrawal_counts_at_once_whatever_the_day(registry):
    mention, _ = told(public())
    (view,) = consents_of(mention)
    withdraw(view.id, actor="Worker")
    for day in (date(2020, 1, 1), TODAY, date(2040, 1, 1)):
        assert standing(mention, PUBLIC, day).why_not is Why.WITHDRAWN
    with pytest.raises(WrongUse):
        withdraw(view.id, actor="Worker")


def test_a_consent_stands_from_its_first_to_its_last_day(registry):
    mention, _ = told(public(starts=date(2026, 2, 1), ends=date(2026, 4, 1)))
    assert standing(mention, PUBLIC, date(2026, 1, 31)).why_not is Why.NOT_YET
    assert standing(mention, PUBLIC, date(2026, 2, 1)).form is NAMED
    assert standing(mention, PUBLIC, date(2026, 4, 1)).form is NAMED
    assert standing(mention, PUBLIC, date(2026, 4, 2)).why_not is Why.EXPIRED
    with pytest.raises(WrongUse):
        told(public(starts=date(2026, 2, 2), ends=date(2026, 2, 1)), words="Екінші.")


def test_an_objection_blocks_until_it_is_settled_and_a_later_one_blocks_again(registry):
    mention, _ = told(public())
    brother = Giver("Серік", Kin.BROTHER)
    object_apart(mention, giver=brother, on=TODAY, actor="Worker", reason="afraid")
    assert standing(mention, PUBLIC, TODAY).why_not is Why.OBJECTED
    assert standing(mention, PUBLIC, TODAY).undecided
    settle(mention, audience=PUBLIC, form=NAMED, actor="Worker", reason="he agreed")
    assert standing(mention, PUBLIC, TODAY).form is NAMED
    object_apart(mention, giver=brother, audience=PUBLIC, on=TODAY, actor="Worker")
    assert standing(mention, PUBLIC, TODAY).why_not is Why.OBJECTED


def test_of_two_relatives_who_disagree_the_one_who_tells_less_is_heard(registry):
    mention, _ = told(public(place_level=PlaceLevel.FULL))
    other = Giver("Серік", Kin.BROTHER)
    give_apart(mention, giver=other, allowed=[public(PSEUDONYM)], on=TODAY, actor="Worker")
    now = standing(mention, PUBLIC, TODAY)
    assert (now.form, now.place_level, now.undecided) == (PSEUDONYM, PlaceLevel.NONE, True)
    settle(
        mention, audience=PUBLIC, form=NAMED, place_level=PlaceLevel.FULL,
        actor="Worker", reason="the brother agreed by telephone",
    )  # fmt: skip
    now = standing(mention, PUBLIC, TODAY)
    assert (now.form, now.place_level, now.undecided) == (NAMED, PlaceLevel.FULL, False)


def test_a_settlement_never_tells_more_than_a_consent_that_stands(registry):
    mention, _ = told(public(PSEUDONYM))
    settle(
        mention, audience=PUBLIC, form=NAMED, place_level=PlaceLevel.FULL,
        actor="Worker", reason="mistaken",
    )  # fmt: skip
    now = standing(mention, PUBLIC, TODAY)
    assert (now.form, now.place_level) == (PSEUDONYM, PlaceLevel.NONE)


def test_a_withdrawal_ends_a_settlement(registry):
    mention, _ = told(public())
    object_apart(mention, giver=Giver("Серік"), on=TODAY, actor="Worker")
    (sister,) = give_apart(
        mention, giver=Giver("Гүлнар"), allowed=[public()], on=TODAY, actor="Worker"
    )
    settle(mention, audience=PUBLIC, form=NAMED, actor="Worker", reason="all agree")
    assert standing(mention, PUBLIC, TODAY).form is NAMED
    withdraw(sister, actor="Worker")
    assert standing(mention, PUBLIC, TODAY).why_not is Why.OBJECTED


def test_the_newer_consent_of_one_testifier_replaces_the_older_for_good(registry):
    mention, source = told(public())
    testifier = Mention.live.get(pk=mention).source.testifier_id
    newer = give(
        mention, source=source, testifier=testifier, allowed=public(SEEKER), actor="Worker"
    )
    assert standing(mention, PUBLIC, TODAY).form is SEEKER
    withdraw(newer, actor="Worker")
    assert standing(mention, PUBLIC, TODAY).why_not is Why.WITHDRAWN
    assert [view.state for view in consents_of(mention)] == [
        State.REPLACED, State.WITHDRAWN, State.STANDS,
    ]  # fmt: skip


def test_another_name_that_sounds_like_the_persons_own_is_refused(registry):
    mention, source = told()
    for name in ("Ерлан", "Erlan Nurly", "叶尔兰"):
        with pytest.raises(WrongUse):
            give(mention, source=source, allowed=public(PSEUDONYM, pseudonym=name), actor="W")
    give(mention, source=source, allowed=public(PSEUDONYM, pseudonym="Тау"), actor="W")


def test_a_form_sent_twice_does_not_bring_back_what_was_withdrawn(registry):
    mention, _ = told(public())
    withdraw(consents_of(mention)[0].id, actor="Worker")
    told(public())
    assert standing(mention, PUBLIC, TODAY).why_not is Why.WITHDRAWN


def test_undoing_the_act_of_a_withdrawal_brings_the_consent_back(registry):
    mention, _ = told(public())
    withdraw(consents_of(mention)[0].id, actor="Worker")
    undo(consents_of(mention)[-1].act, actor="Worker", reason="the wrong person")
    assert standing(mention, PUBLIC, TODAY).form is NAMED
    assert persons.resolve(mention) == mention
