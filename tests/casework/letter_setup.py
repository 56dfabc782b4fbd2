"""Whom the letters of the tests are about, and who writes them: all invented."""

from datetime import date

from tidings.casework.letters import Wanted
from tidings.reading.reading import Reading, SourceDraft, StatementDraft
from tidings.registry import adding, organisation, testimony
from tidings.registry.consents import Allowed
from tidings.registry.models import Mention, Statement
from tidings.registry.organisation import Speaker
from tidings.registry.testimony import Happening, Testimony
from tidings.values import (
    Audience,
    ConsentForm,
    Event,
    Figure,
    Kin,
    LetterKind,
    Mode,
    PlaceLevel,
    SourceKind,
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


def announced(kind=SourceKind.ARTICLE):
    """The id of a statement that more than 2,000 people were allowed to leave."""
    quote = "The ministry said that more than 2,000 people were allowed to leave."
    draft = StatementDraft(
        Mode.ASSERTS,
        Event.ALLOWED_TO_LEAVE,
        quote,
        speaker="the ministry",
        figure=Figure(2001, None),
    )
    source = SourceDraft(kind, "Families wait", "a.txt", published=parse_edtf("2019-01"))
    reading = Reading(source, (), (), (draft,))
    added = adding.add_file([reading], quote.encode(), actor="Worker", accept=True)
    return Statement.live.get(source_id=added.source_ids[0]).id


def person_with(body, said="Ол үйге келмеді.", form=ConsentForm.NAMED, words=""):
    """The id of a man whose sister lets `body` (a name, or an audience) hear of him."""
    audience = Audience("body", body) if isinstance(body, str) else body
    allowed = Allowed(audience, form, PlaceLevel.FULL, starts=date(2019, 1, 1), words=words)
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
