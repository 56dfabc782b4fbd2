"""Announcements in the registry, through the door by which sources come in."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from announced import WORKER, add, announced, listing, notice, only, told

from tidings.reading.reading import StatementDraft
from tidings.registry import adding, announcing, linking, persons, undoing
from tidings.registry.models import Mention, Statement
from tidings.values import (
    Covered,
    Event,
    Figure,
    Mode,
    NothingFound,
    Tie,
    WrongUse,
)


def test_a_named_person_within_the_period_counts_and_the_rest_is_unaccounted_for(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    add(listing(told("A", Event.RELEASED, "2018-05"), told("B", Event.DETAINED, "2018")))
    count = only(announcing.reckoned()).count
    assert (count.certain, count.possible, count.said) == (1, 2, 0)
    assert count.documented == (1 / 12, 2 / 10)
    assert count.unaccounted == Figure(8, 11)
    assert not count.contradiction


def certain(announcement: int) -> int:
    return announcing.reckoned().of(announcement).count.certain


def ids() -> list[int]:
    return [each.id for each in announcing.announcements()]


def mention(locator: str) -> int:
    return Mention.live.get(locator=locator).id


def reason(announcement: int, locator: str) -> announcing.Reason:
    person = persons.resolve(mention(locator))
    return {each.person: each.reason for each in announcing.covering(announcement)}[person]


def test_more_certain_people_than_announced_is_a_contradiction(registry):
    add(notice(announced(Figure(1, 1), when="2018")))
    add(listing(told("A", Event.RELEASED, "2018-05"), told("B", Event.RELEASED, "2018-06")))
    found = announcing.reckoned()
    assert only(found).count.contradiction
    assert only(found).count.unaccounted == Figure(0, 0)
    (component,) = found.components
    assert component.people is None
    assert [each.kind for each in component.clash] == ["at_most", "named"]


def test_a_date_that_may_lie_outside_the_period_makes_nobody_certain(registry):
    add(notice(announced(Figure(10, 12), when="2018-05")))
    add(listing(told("A", Event.RELEASED, "2018"), told("B", Event.RELEASED, "2018-05~")))
    assert only(announcing.reckoned()).count.certain == 0
    assert reason(*ids(), "A") is announcing.Reason.SAID_PARTLY_WITHIN


def test_without_a_period_nobody_is_certain(registry):
    add(notice(announced(Figure(10, 12))))
    add(listing(told("A", Event.RELEASED, "2018-05")))
    assert reason(*ids(), "A") is announcing.Reason.SAID_WHILE_PERIOD_OPEN


def test_nobody_is_certain_of_a_group_until_a_worker_says_that_it_is_everybody(registry):
    add(notice(announced(Figure(10, 12), when="2018", group="ethnic Kazakhs")))
    add(listing(told("A", Event.RELEASED, "2018-05")))
    (announcement,) = ids()
    assert reason(announcement, "A") is announcing.Reason.SAID_OF_THE_GROUP
    act = announcing.rule(announcement, Covered.GROUP_IS_ALL, actor=WORKER, reason="all are")
    assert certain(announcement) == 1
    undoing.undo(act, actor=WORKER, reason="not all")
    assert certain(announcement) == 0


def test_a_worker_may_say_that_even_an_unnamed_group_is_not_everybody(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    add(listing(told("A", Event.RELEASED, "2018-05")))
    (announcement,) = ids()
    announcing.rule(announcement, Covered.NOT_COVERED, actor=WORKER)
    assert certain(announcement) == 0


def test_a_ruling_on_a_person_holds_against_what_the_dates_say(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    add(listing(told("A", Event.RELEASED, "2018-05"), told("B", Event.DETAINED)))
    (announcement,) = ids()
    announcing.rule(announcement, Covered.NOT_COVERED, mention=mention("A"), actor=WORKER)
    announcing.rule(announcement, Covered.COVERED, mention=mention("B"), actor=WORKER)
    assert reason(announcement, "A") is announcing.Reason.RULED_OUT
    assert reason(announcement, "B") is announcing.Reason.RULED_COVERED
    announcing.rule(announcement, Covered.COVERED, mention=mention("A"), actor=WORKER)
    assert certain(announcement) == 2, "the newest ruling on a person holds"


def test_a_denial_as_late_as_the_claim_takes_its_certainty(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    add(listing(told("A", Event.RELEASED, "2018-05"), published="2019-03-01"))
    (announcement,) = ids()
    claim = mention("A")
    denial = told("A", Event.RELEASED, mode=Mode.DENIES, speaker="A neighbour")
    add(listing(denial, published="2019-01-01"))
    other = Mention.live.exclude(pk=claim).get(locator="A").id
    same_person(claim, other)
    assert certain(announcement) == 1, "who denied it earlier may not have known yet"
    add(listing(denial, published="2019-03-01"))
    newest = Mention.live.order_by("-id").first().id
    same_person(claim, newest)
    assert certain(announcement) == 0
    found = {each.reason for each in announcing.covering(announcement)}
    assert found == {announcing.Reason.SAID_AND_DENIED}


def same_person(a: int, b: int) -> None:
    linking.decide(a, b, "same", actor=WORKER)


def test_a_claim_that_its_speaker_took_back_no_longer_counts(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    claim = told("A", Event.RELEASED, "2018-05", speaker="Example Bulletin")
    add(listing(claim))
    (announcement,) = ids()
    assert certain(announcement) == 1
    back = told("A", Event.RELEASED, mode=Mode.RETRACTS, speaker="Example Bulletin")
    add(listing(back, published="2019-07-01"))
    first, second = Mention.live.order_by("id").values_list("id", flat=True)
    same_person(first, second)
    assert certain(announcement) == 0


def test_the_dead_the_unborn_and_those_who_died_at_another_time_are_not_meant(registry):
    add(
        notice(
            announced(Figure(10, 12), when="2018"),
            announced(Figure(1, 3), event=Event.DIED, when="2018"),
        )
    )
    add(
        listing(
            told("A", Event.DIED, "2016"),
            told("B", Event.DIED, "2018-03"),
            born={"A": "1950", "B": "1950", "C": "2020"},
        )
    )
    released, died = ids()
    assert reason(released, "A") is announcing.Reason.DIED_BEFORE
    assert reason(released, "B") is announcing.Reason.NOTHING_SAID
    assert reason(released, "C") is announcing.Reason.BORN_AFTER
    assert reason(died, "A") is announcing.Reason.DIED_AT_ANOTHER_TIME
    assert reason(died, "B") is announcing.Reason.SAID_WITHIN
    assert announcing.reckoned().of(released).count.possible == 1


def test_who_is_said_to_have_spoken_after_their_death_is_not_ruled_out(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    add(listing(told("A", Event.DIED, "2016"), told("A", Event.DETAINED, "2017")))
    assert reason(*ids(), "A") is announcing.Reason.NOTHING_SAID


def test_a_number_corrected_by_its_speaker_counts_as_corrected(registry):
    add(notice(announced(Figure(40, 40), when="2018"), published="2019-01-01"))
    add(
        notice(
            announced(Figure(34, 34), when="2018"),
            announced(Figure(40, 40), when="2018", mode=Mode.RETRACTS),
            published="2019-02-01",
        )
    )
    found = announcing.reckoned()
    assert [each.announcement.state for each in found.announcements] == [
        "taken_back",
        "counted",
        "retraction",
    ]
    (total,) = found.totals
    assert total.people == Figure(34, 34)
    before = announcing.reckoned(as_of=date(2019, 1, 15))
    assert only(before).announcement.figure == Figure(40, 40)


def test_a_denied_number_is_shown_and_not_reckoned_with_and_a_promise_is_marked(registry):
    add(
        notice(
            announced(Figure(10, 12), when="2018", mode=Mode.DENIES),
            announced(Figure(500, 500), mode=Mode.PROMISES, event=Event.ALLOWED_TO_LEAVE),
        )
    )
    add(listing(told("A", Event.ALLOWED_TO_LEAVE, "2019-05")))
    denied, promised = announcing.reckoned().announcements
    assert (denied.announcement.state, denied.count) == ("denial", None)
    assert promised.announcement.state == "ahead"
    assert promised.count.certain == 0
    assert announcing.reckoned().totals == ()


def kazakh_ministry() -> tuple[StatementDraft, ...]:
    event, group = Event.ALLOWED_TO_LEAVE, "ethnic Kazakhs"
    ministry, office = "Kazakh Foreign Ministry", "Kazakh Foreign Ministry press office"
    return (
        announced(Figure(2001, None), event=event, group=group, speaker=ministry),
        announced(
            Figure(2001, None), event=Event.RENOUNCED_CITIZENSHIP, group=group, speaker=ministry
        ),
        announced(
            Figure(2000, None),
            event=event,
            group=group,
            speaker=office,
            chain=("Kazakh media reports",),
            mode=Mode.CONFIRMS,
            when="2018-12",
        ),
    )


def test_a_number_and_its_confirmation_are_one_chain(registry):
    add(notice(*kazakh_ministry(), published="2019-01-09"))
    found = announcing.reckoned()
    said, renounced, confirmed = (each.id for each in found.announcements)
    assert {each.chains for each in found.components} == {((said, confirmed),), ((renounced,),)}
    assert found.of(confirmed).together.figure == Figure(2001, None)
    (leaving, _) = found.totals
    assert leaving.people == Figure(2001, None)


def test_a_person_may_say_that_they_have_nothing_to_do_with_each_other(registry):
    add(notice(*kazakh_ministry(), published="2019-01-09"))
    said, _, confirmed = ids()
    act = announcing.tie(confirmed, said, Tie.UNRELATED, actor=WORKER, reason="two lists")
    assert len(announcing.reckoned().components) == 3
    undoing.undo(act, actor=WORKER, reason="it was one")
    assert len(announcing.reckoned().components) == 2


def test_who_is_in_a_part_is_in_the_whole(registry):
    add(
        notice(
            announced(Figure(3, 3), when="2018-05"),
            announced(Figure(10, 10), group="villagers"),
            announced(Figure(2, 2), when="2018-05", group="teachers"),
        )
    )
    add(listing(told("A", Event.RELEASED, "2018-05-04"), told("B", Event.DETAINED)))
    part, whole, apart = ids()
    announcing.tie(part, whole, Tie.PART_OF, actor=WORKER)
    announcing.tie(apart, whole, Tie.APART, actor=WORKER)
    assert reason(whole, "A") is announcing.Reason.COUNTED_IN_A_PART
    assert reason(apart, "A") is announcing.Reason.COUNTED_APART
    together = announcing.reckoned().of(whole).together
    assert (together.count.certain, together.count.unaccounted) == (1, Figure(8, 9))


def test_a_release_reckons_with_what_it_covers_and_with_nothing_else(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    add(listing(told("A", Event.RELEASED, "2018-05"), told("B", Event.RELEASED, "2018-06")))
    (announcement,) = ids()
    person = persons.resolve(mention("A"))
    alone = announcing.reckoned(people={person}, statements={announcement})
    assert (alone.people, only(alone).count.certain) == (1, 0)
    statement = Statement.live.get(mention_id=mention("A")).id
    found = announcing.reckoned(people={person}, statements={announcement, statement})
    assert only(found).count.certain == 1
    assert announcing.reckoned(people=set(), statements=set()).announcements == ()


def test_only_what_was_published_by_a_day_counts_on_it(registry):
    add(notice(announced(Figure(10, 12), when="2018"), published="2019-02-01"))
    add(listing(told("A", Event.RELEASED, "2018-05"), published="2019-06-01"))
    assert announcing.reckoned(as_of=date(2019, 1, 31)).announcements == ()
    early = announcing.reckoned(as_of=date(2019, 2, 1))
    assert (early.people, only(early).count.certain) == (0, 0)
    assert only(announcing.reckoned(as_of=date(2019, 6, 1))).count.certain == 1


def test_what_was_never_announced_cannot_be_tied_or_ruled_on(registry):
    add(notice(announced(Figure(10, 12), when="2018")))
    add(listing(told("A", Event.RELEASED, "2018-05")))
    (announcement,) = ids()
    with pytest.raises(NothingFound):
        announcing.tie(announcement, 7, Tie.SAME, actor=WORKER)
    with pytest.raises(NothingFound):
        announcing.rule(7, Covered.GROUP_IS_ALL, actor=WORKER)
    with pytest.raises(NothingFound):
        announcing.rule(announcement, Covered.COVERED, mention=7, actor=WORKER)
    with pytest.raises(NothingFound):
        announcing.covering(7)
    with pytest.raises(WrongUse):
        announcing.rule(announcement, Covered.COVERED, actor=WORKER)
    with pytest.raises(WrongUse):
        announcing.tie(announcement, announcement, Tie.SAME, actor=WORKER)


def test_letters_are_not_people(registry):
    add(notice(announced(Figure(2000, None), event=Event.LETTER_SENT)))
    assert announcing.announcements() == ()


SHARED = Path(os.environ.get("TIDINGS_SHARED", "../shared")) / "data" / "articles"


def test_the_real_articles_two_announcements_are_one_chain_as_read_by_the_reader(registry):
    found = sorted(SHARED.glob("000_*.txt"))
    if not found:
        pytest.skip("the archive of real articles is not here")
    from tidings.reading import read_file

    for reading in read_file(found[0]):
        adding.add_file([reading], found[0].read_bytes(), actor=WORKER, accept=True)
    reckoned = announcing.reckoned()
    leaving = [
        each for each in reckoned.announcements if each.announcement.event is Event.ALLOWED_TO_LEAVE
    ]
    assert [each.announcement.figure.low for each in leaving] == [2001, 2000]
    assert tuple(each.id for each in leaving) in [
        chain for component in reckoned.components for chain in component.chains
    ]
    (total,) = [each for each in reckoned.totals if each.event is Event.ALLOWED_TO_LEAVE]
    assert total.people == Figure(2001, None)
