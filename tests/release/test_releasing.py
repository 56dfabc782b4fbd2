"""The release of an encrypted registry: what consents allow, and nothing else."""

from datetime import date

from tidings.registry.consenting import Allowed
from tidings.registry.models import Mention
from tidings.registry.testimony import Happening, Testimony, record
from tidings.release import left_out, person_ids, release
from tidings.values import PUBLIC, UN, ConsentForm, Event, Kin, PlaceLevel, Sex, parse_edtf

TODAY = date(2026, 3, 1)


def told(*consents, name="Ерлан Болатұлы", **more):
    added = record(
        Testimony(
            "Айгүл Қасымова", (name,), "Інім ұсталды.", relation=Kin.SISTER,
            contact="+7 701 555 11 22", sex=Sex.MALE, birth=parse_edtf("1974-05-06"),
            place="Панфилов ауданы, Басқұншы ауылы",
            happenings=(Happening(Event.DETAINED, "алып кетті", parse_edtf("2018-03-12")),),
            consents=consents, **more,
        ),
        actor="Worker",
    )  # fmt: skip
    return Mention.live.get(source=added.source_ids[0], locator="the person").id


def test_a_named_person_appears_as_far_as_the_consent_goes(registry):
    person = told(Allowed(PUBLIC, ConsentForm.NAMED, PlaceLevel.DISTRICT))
    made = release(registry, PUBLIC, TODAY)
    (shown,) = made.people
    assert person_ids(registry, PUBLIC, TODAY) == {shown.id: person}
    assert [each.written for each in shown.names] == ["Ерлан Болатұлы"]
    assert (shown.born.edtf, shown.place, shown.sex) == ("1974", "Панфилов ауданы", Sex.MALE)
    assert shown.status.event is Event.DETAINED
    assert [(each.event, each.held.edtf) for each in shown.timeline] == [
        (Event.DETAINED, "2018-03-12")
    ]
    assert release(registry, UN, TODAY).people == ()
    (left,) = left_out(registry, UN, TODAY)
    assert (left.name, left.why, left.missing[0].name) == (
        "Ерлан Болатұлы", "no_consent", "Айгүл Қасымова",
    )  # fmt: skip
    assert left.missing[0].relation is Kin.SISTER
