"""An invented release that letters are made from, and orders for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tidings.publishing.letters import Addressee, LetterOrder
from tidings.publishing.release import (
    Release,
    ReleasedAnnouncement,
    ReleasedCount,
    ReleasedLetter,
    ReleasedName,
    ReleasedPerson,
    ReleasedSource,
    ReleasedStatement,
    ReleasedStatus,
    Seeker,
)
from tidings.values import (
    PUBLIC,
    Asked,
    ConsentForm,
    Event,
    Figure,
    Kin,
    LetterKind,
    Mode,
    Outcome,
    Script,
    Sex,
    SourceKind,
    parse_edtf,
)

DAY = date(2026, 11, 24)
ARTICLE = ReleasedSource(
    SourceKind.ARTICLE, parse_edtf("2018-12-24"), "An invented headline", "Example News Agency"
)
SISTER = ReleasedSource(SourceKind.TESTIMONY, parse_edtf("2019"), relation=Kin.SISTER)
UNCLE = ReleasedSource(SourceKind.TESTIMONY, parse_edtf("2020"), relation=Kin.UNCLE)
LIST = ReleasedSource(SourceKind.LIST, parse_edtf("2021-03"))
MINISTRY = "Сыртқы істер министрлігі"
OFFICIAL = ReleasedSource(SourceKind.OFFICIAL, parse_edtf("2020-11-05"), None, MINISTRY)

NAMES = (
    ReleasedName("Нұрлан Әбділдаұлы", Script.CYRILLIC),
    ReleasedName("努尔兰·阿布迪勒达", Script.HAN),
    ReleasedName("نۇرلان ءابدىلداۇلى", Script.ARABIC),
)


def _said(event, mode, source, held=None, **more):
    return ReleasedStatement(event, mode, source, held and parse_edtf(held), **more)


PERSON = ReleasedPerson(
    "nurlan",
    ConsentForm.NAMED,
    names=NAMES,
    sex=Sex.MALE,
    born=parse_edtf("1972~"),
    place="Текес ауданы",
    status=ReleasedStatus(Event.SENTENCED, parse_edtf("2019-22"), 2, 3, "contested"),
    timeline=(
        _said(Event.CONTACT_LOST, Mode.ASSERTS, SISTER, "2018-03"),
        _said(Event.DETAINED, Mode.ASSERTS, SISTER, "2018-03-12", place="Текес ауданы"),
        _said(Event.DETAINED, Mode.CONFIRMS, ARTICLE, "2018", speaker="Айдос Серікұлы"),
        _said(Event.SENTENCED, Mode.ESTIMATES, UNCLE, "2019-22", value="7 years"),
        _said(Event.DETAINED, Mode.DENIES, OFFICIAL),
        _said(Event.RELEASED, Mode.DECLINES_TO_SAY, OFFICIAL, "2020"),
        _said(Event.RELEASED, Mode.ASSERTS, LIST, "2020/2021", retracted=True),
    ),
    letters=(
        ReleasedLetter(
            "Example Ministry",
            LetterKind.APPEAL,
            date(2021, 5, 3),
            date(2021, 6, 3),
            Outcome.SILENT,
        ),
    ),
    seekers=(Seeker(Kin.SISTER, "Айгүл Әбділдақызы"), Seeker(Kin.MOTHER)),
    asks=(Asked.INFORMATION, Asked.CONTACT, Asked.RELEASE),
    words="Ағам менің екі баласын күтіп отыр.\nWe ask only to hear him.",
)
#: Little is known of her, and no source writes her name in Latin or Cyrillic letters.
UNKNOWN = ReleasedPerson(
    "gulnur",
    ConsentForm.NAMED,
    names=(ReleasedName("گۈلنۇر ئىمىن", Script.ARABIC),),
    timeline=(_said(Event.DETAINED, Mode.ASSERTS, LIST),),
)
SEEKER = ReleasedPerson("sought", ConsentForm.SEEKER, seekers=(Seeker(Kin.SISTER),))
PSEUDONYM = ReleasedPerson("other", ConsentForm.PSEUDONYM, pseudonym="Person WXYZ")

ANNOUNCEMENT = ReleasedAnnouncement(
    id="leave",
    speaker="Қазақстан Сыртқы істер министрлігі",
    chain=(),
    mode=Mode.ASSERTS,
    event=Event.ALLOWED_TO_LEAVE,
    group="ethnic Kazakhs",
    period=parse_edtf("2018-12"),
    figure=Figure(2001, None),
    source=ARTICLE,
    count=ReleasedCount(3, 11, (0.0, 0.0055), Figure(1990, None), False),
)
CONTRADICTED = replace(
    ANNOUNCEMENT,
    id="few",
    figure=Figure(200, 999),
    period=None,
    count=ReleasedCount(1200, 1311, (1.0, 1.0), Figure(0, 0), True),
)
RELEASE = Release(
    audience=PUBLIC,
    on=DAY,
    organisation="Example Volunteers",
    address="12 Invented Street, Almaty",
    contact="write@example.org",
    invented=True,
    people=(PERSON, UNKNOWN, SEEKER, PSEUDONYM),
    announcements=(ANNOUNCEMENT, CONTRADICTED),
    silences=(),
)
ADDRESSEES = {
    "en": Addressee("Ministry of Foreign Affairs of the Republic of Kazakhstan", ("Astana",)),
    "kk": Addressee("Қазақстан Республикасының Сыртқы істер министрлігі", ("Астана",)),
    "ru": Addressee("Министерство иностранных дел Республики Казахстан", ("Астана",)),
}


def order(kind=LetterKind.APPEAL, language="en", **changes):
    usual = LetterOrder(
        kind=kind,
        language=language,
        addressee=ADDRESSEES[language],
        written_on=DAY,
        place={"en": "Almaty"}.get(language, "Алматы"),
        signatory={"en": "A. Invented, chair"}.get(language, "А. Ойдан, төраға"),
        person="nurlan",
        announcement="leave",
        answer_days=30,
    )
    return replace(usual, **changes)


def about(person, **fields):
    """The release with this person, changed, in place of all others."""
    return replace(RELEASE, people=(replace(person, **fields),))
