"""Whom the letters of the tests are about, and who writes them: all invented."""

from datetime import date

from tidings.casework import organisation
from tidings.casework.letters import Wanted
from tidings.casework.organisation import Speaker
from tidings.registry import testimony
from tidings.registry.consents import Allowed
from tidings.registry.models import Mention
from tidings.registry.testimony import Happening, Testimony
from tidings.values import (
    Audience,
    ConsentForm,
    Event,
    Kin,
    LetterKind,
    PlaceLevel,
    parse_edtf,
)

DAY = date(2019, 5, 6)
BODY = "Ministry for Compatriots"


def speaks():
    """The organisation has a name."""
    organisation.record(
        Speaker("Example Group", "1 Example Street", "write@example.org"), actor="Worker"
    )


def wanted(**changes):
    """An appeal in Kazakh to the ministry."""
    given = {"kind": LetterKind.APPEAL, "language": "kk", "body": BODY}
    return Wanted(**(given | changes))


def person_with(body, said="Ол үйге келмеді."):
    """The id of a man whose sister lets `body` hear of him by name."""
    allowed = Allowed(
        Audience("body", body), ConsentForm.NAMED, PlaceLevel.FULL, starts=date(2019, 1, 1)
    )
    added = testimony.record(
        Testimony(
            testifier="Үлгі Айтушы",
            names=("Үлгі Мысалұлы",),
            words=said,
            relation=Kin.SISTER,
            given_on=parse_edtf("2019-01-01"),
            happenings=(Happening(Event.DETAINED, "Ұстап әкетті", parse_edtf("2018-03")),),
            consents=(allowed,),
        ),
        actor="Worker",
    )
    (source,) = added.source_ids
    return Mention.live.filter(source_id=source).order_by("id").first().id
