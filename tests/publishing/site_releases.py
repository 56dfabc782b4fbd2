"""Invented releases for the tests of the site: small with everything in it, or large."""

from __future__ import annotations

import random
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.publishing.release import (
    BodySilence,
    Release,
    ReleasedAnnouncement,
    ReleasedCount,
    ReleasedKin,
    ReleasedLetter,
    ReleasedName,
    ReleasedPerson,
    ReleasedSource,
    ReleasedStatement,
    ReleasedStatus,
    Seeker,
)
from tidings.publishing.site import build
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
    script_of,
)

KEY = Ed25519PrivateKey.from_private_bytes(b"an invented key for the tests..."[:32])
PUBLIC_KEY = KEY.public_key().public_bytes_raw()

TESTIMONY = ReleasedSource(SourceKind.TESTIMONY, parse_edtf("2019"), relation=Kin.SISTER)
ARTICLE = ReleasedSource(
    SourceKind.ARTICLE, parse_edtf("2019-04-02"), "An invented article", "Example News"
)


def named(identifier, *names, **fields):
    """A person by name; `names` as written."""
    written = tuple(ReleasedName(name, script_of(name)) for name in names)
    return ReleasedPerson(identifier, ConsentForm.NAMED, names=written, **fields)


def said(event, held=None, *, mode=Mode.ASSERTS, source=TESTIMONY, **more):
    return ReleasedStatement(event, mode, source, held and parse_edtf(held), **more)


def letter(outcome=Outcome.SILENT, body="Ministry of Examples"):
    return ReleasedLetter(body, LetterKind.APPEAL, date(2020, 3, 2), date(2020, 4, 2), outcome)


PEOPLE = (
    named(
        "k3f9a1c7d2e5b804",
        "Үлгі Мысалұлы",
        "Улги Мысалулы",
        "Ulgi Mysaluly",
        "ئۈلگى مىسال",
        "吾里格·米萨力",
        sex=Sex.MALE,
        born=parse_edtf("1972"),
        place="Алтай ауданы",
        status=ReleasedStatus(Event.DETAINED, parse_edtf("2018-03"), 2, 3, "contested"),
        timeline=(
            said(Event.CONTACT_LOST, "2017-24"),
            said(Event.DETAINED, "2018-03", place="Алтай ауданы"),
            said(Event.DETAINED, "2018-03", source=ARTICLE, speaker="A neighbour"),
            said(
                Event.DETAINED,
                "2018-03",
                mode=Mode.DENIES,
                source=ARTICLE,
                speaker="Office of Examples",
                chain=("Example Agency",),
            ),
            said(Event.SENTENCED, "2019/2020", value="six years"),
            said(Event.RELEASED, "2020-05-01", retracted=True),
            said(Event.TRANSFERRED),
        ),
        kin=(ReleasedKin(Kin.WIFE, "p7c2e9a4b1d6f350"),),
        letters=(letter(),),
        seekers=(Seeker(Kin.SISTER, "Айгүл"), Seeker(Kin.SON)),
        asks=(Asked.INFORMATION, Asked.RELEASE),
        words="Ол — менің ағам.\n\nБіз оны күтіп жүрміз.",
    ),
    named(
        "p7c2e9a4b1d6f350",
        "گۈلنار ئابدۇللا",
        "Гүлнар Абдулла",
        "古丽娜尔·阿卜杜拉",
        sex=Sex.FEMALE,
        born=parse_edtf("1975~"),
        place="Алтай ауданы",
        status=ReleasedStatus(Event.RELEASED, parse_edtf("2019-12-24"), 1, 1, "single"),
        timeline=(said(Event.DETAINED, "2018"), said(Event.RELEASED, "2019-12-24")),
        kin=(ReleasedKin(Kin.HUSBAND, "k3f9a1c7d2e5b804"),),
        asks=(Asked.DOCUMENTS,),
    ),
    named("a1b2c3d4e5f60718", "Нұрлан Серікұлы", "Nurlan Serikuly"),
    ReleasedPerson(
        "q8d1f4b7c0a3e692",
        ConsentForm.PSEUDONYM,
        pseudonym="Person Q8D1",
        sex=Sex.FEMALE,
        born=parse_edtf("198X"),
        status=ReleasedStatus(Event.DETAINED, parse_edtf("2018"), 1, 1, "single"),
        timeline=(said(Event.DETAINED, "2018", source=ReleasedSource(SourceKind.TESTIMONY)),),
    ),
    ReleasedPerson("s5e8b2d9c6f10a47", ConsentForm.SEEKER, seekers=(Seeker(Kin.BROTHER, "Мысал"),)),
)

ANNOUNCEMENTS = (
    ReleasedAnnouncement(
        "n4a7c1e9d3b60f52",
        "Ministry of Examples",
        ("Example Agency",),
        Mode.ASSERTS,
        Event.ALLOWED_TO_LEAVE,
        "people of an invented group",
        parse_edtf("2018-12"),
        Figure(2001, None),
        ARTICLE,
        ReleasedCount(1, 2, (0.0, 0.001), Figure(1999, None), contradiction=False),
        letters=(letter(Outcome.OVERDUE),),
    ),
    ReleasedAnnouncement(
        "n9b2d5f8a1c4e703",
        None,
        (),
        Mode.ASSERTS,
        Event.RELEASED,
        None,
        None,
        Figure(0, 1),
        ARTICLE,
        ReleasedCount(2, 2, (1.0, 1.0), Figure(0, 0), contradiction=True),
        part_of=("n4a7c1e9d3b60f52",),
    ),
)

SILENCES = (
    BodySilence(
        "Ministry of Examples",
        *(2, 0, 0, 1, 1, 0),
        (
            said(
                Event.OTHER,
                "2019-01-09",
                mode=Mode.DID_NOT_RESPOND,
                source=ARTICLE,
                speaker="Ministry of Examples",
            ),
        ),
    ),
)


def a_release(people=PEOPLE, announcements=ANNOUNCEMENTS, silences=SILENCES, **fields):
    """A release of these people with all else filled in; `fields` replace what they name."""
    given = {
        "audience": PUBLIC,
        "on": date(2026, 11, 24),
        "organisation": "Invented Relatives' Committee",
        "address": "1 Example Street, Almaty",
        "contact": "relatives@example.org",
        "invented": True,
    }
    return Release(
        **(given | fields), people=people, announcements=announcements, silences=silences
    )


def built(release, folder, **options):
    """Build the site with the test's key."""
    return build(release, folder, sign=KEY.sign, public_key=PUBLIC_KEY, **options)


def files(folder):
    """path -> bytes of every file below the folder"""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


GIVEN = "Ерлан Нұрлан Айгүл Серік Гүлнар Бауыржан Дәурен Мақпал Қайрат Гүлшат Жанар Оралбек".split()
FATHERS = "Болат Марат Талғат Ержан Асқар Әділ Мұрат Сапар Қадыр Тұрсын Жұмабек Оспан".split()
LATIN = "Erlan Nurlan Aigul Serik Gulnar Bauyrzhan Dauren Maqpal Qairat Gulshat Zhanar".split()
HAN = "叶尔兰 努尔兰 阿依古丽 赛力克 古丽娜尔 巴吾尔江 达吾列提 玛克帕丽 海拉提 古丽夏提".split()


def many(count, seed=1, statements=5):
    """So many invented people by name, each with so many statements, in two or three scripts."""
    chance = random.Random(seed)
    return a_release(tuple(_one(number, statements, chance) for number in range(count)))


def _one(number, statements, chance):
    at = chance.randrange(10)
    syllable = "".join(chance.choice(("ба", "ла", "мо", "ни", "ру", "та", "се")) for _ in range(2))
    names = (
        ReleasedName(f"{GIVEN[at]} {chance.choice(FATHERS)}{syllable}ұлы", Script.CYRILLIC),
        ReleasedName(f"{LATIN[at]} {chance.choice(FATHERS)}{syllable}", Script.LATIN),
        ReleasedName(HAN[at], Script.HAN),
    )
    events = (
        Event.CONTACT_LOST,
        Event.DETAINED,
        Event.TRANSFERRED,
        Event.SENTENCED,
        Event.RELEASED,
    )
    timeline = tuple(
        said(
            events[n % 5],
            f"{2016 + n}-{chance.randint(1, 12):02}",
            source=(TESTIMONY, ARTICLE)[n % 2],
            place=f"{chance.randrange(60)}-ауыл, Алтай ауданы" if n % 3 == 0 else None,
        )
        for n in range(statements)
    )
    return ReleasedPerson(
        f"{chance.getrandbits(64):016x}",
        ConsentForm.NAMED,
        names=names[: 2 + number % 2],
        sex=chance.choice(list(Sex)),
        born=parse_edtf(str(chance.randint(1940, 2000))),
        place=f"{chance.randrange(60)}-аудан",
        status=ReleasedStatus(events[(statements - 1) % 5], parse_edtf("2018-03"), 1, 1, "single"),
        timeline=timeline,
        seekers=(Seeker(Kin.SISTER),),
        asks=(Asked.INFORMATION,),
    )
