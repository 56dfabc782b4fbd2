"""What the tests of the desk work with: who unlocks it, and the invented people in it."""

from django.test import Client

from tidings.desk import gate
from tidings.reading.reading import (
    KinDraft,
    MentionDraft,
    Reading,
    SourceDraft,
    StatementDraft,
    TestifierDraft,
)
from tidings.registry import adding, folder, linking
from tidings.registry import key as held
from tidings.values import Event, Kin, Locked, Mode, Sex, SourceKind, parse_edtf
from tidings.vault import new_key

WORKER = "Worker"
KEY = new_key()
SECRET = "the right words"

WORDS = (
    "Ол жұма сайын қоңырау шалатын. Соңғы жұмада: ештеңе жіберме, деді. "
    "Сосын нөмір жоқ болып қалды."
)
ARTICLE = (
    "The ministry said on Monday that more than 2,000 people were allowed to leave. "
    "Yerlan Kairat was released in December, his sister said."
)


class Opener:
    """Opens the registry of the test with one passphrase."""

    example = True

    def __init__(self, path, key):
        self.path, self.key = path, key

    def unlock(self, secret):
        if secret != SECRET:
            raise Locked("no")
        if not folder.is_open():
            folder.open_with_key(self.path, self.key)

    def lock(self):
        folder.lock()


def visitor(**options):
    """A browser that has unlocked nothing."""
    return Client(SERVER_NAME="localhost", **options)


def unlocked(path):
    """A browser that has unlocked the registry in this folder, which is open."""
    gate.install(gate.Gate(Opener(path, held.master())))
    client = visitor()
    client.post("/unlock", {"secret": SECRET})
    return client


def fill():
    adding.add_file([testimony()], b"testimony", actor=WORKER, accept=True)
    adding.add_file([listing()], b"list", actor=WORKER, accept=True)
    adding.add_file([article()], b"article", actor=WORKER)
    linking.link(actor=WORKER)


def testimony():
    text = f"Testifier: Айгүл\nPerson: Ерлан Қайратұлы\n\n{WORDS}"
    source = SourceDraft(
        SourceKind.TESTIMONY,
        "Testimony of a sister",
        "testimony.txt",
        published=parse_edtf("2019-02-02"),
        language="kk",
        testifier=TestifierDraft("Айгүл Қайратқызы", "+7 000 000 00 01"),
        text=text,
    )
    mentions = (
        MentionDraft(
            "person 1",
            "the person",
            ("Ерлан Қайратұлы",),
            sex=Sex.MALE,
            birth=parse_edtf("1974-05-04"),
            place="Дөрбілжін ауданы",
        ),
        MentionDraft("testifier", "testifier", ("Айгүл Қайратқызы",), sex=Sex.FEMALE),
        MentionDraft("kin 1", "kin 1", ("Сәуле",)),
    )
    kin = (
        KinDraft("testifier", Kin.SISTER, "person 1", "relation"),
        KinDraft("kin 1", Kin.WIFE, "person 1", "kin"),
    )
    start = text.index("Сосын")
    said = StatementDraft(
        Mode.ASSERTS,
        Event.CONTACT_LOST,
        "Сосын нөмір жоқ болып қалды.",
        mention="person 1",
        speaker="Айгүл Қайратқызы",
        date=parse_edtf("2017-24"),
        span=(start, len(text)),
    )
    return Reading(source, mentions, kin, (said,))


def listing():
    source = SourceDraft(
        SourceKind.LIST,
        "Committee list",
        "list.xlsx",
        origin="Example Committee",
        published=parse_edtf("2019-03"),
    )
    mentions = (
        MentionDraft(
            "row 2",
            "A2",
            ("叶尔兰·海拉提", "Yerlan Khairat"),
            sex=Sex.MALE,
            birth=parse_edtf("1972~"),
            place="额敏县",
        ),
        MentionDraft("row 3", "A3", ("Гүлнар Серікқызы",), sex=Sex.FEMALE, place="Алтай"),
        MentionDraft("row 4", "A4", ("Ерлан Қайратұлы",), birth=parse_edtf("1991"), place="Алтай"),
    )
    said = (
        StatementDraft(
            Mode.ASSERTS,
            Event.DETAINED,
            "被拘留",
            mention="row 2",
            date=parse_edtf("2018-03-14"),
            locator="E2",
        ),
        StatementDraft(
            Mode.ASSERTS,
            Event.SENTENCED,
            "判刑",
            mention="row 2",
            date=parse_edtf("2019"),
            locator="E2",
        ),
    )
    return Reading(source, mentions, (), said)


def article():
    source = SourceDraft(
        SourceKind.ARTICLE,
        "Families wait",
        "article.txt",
        publisher="Example Wire",
        published=parse_edtf("2019-01-10"),
        language="en",
        text=ARTICLE,
    )
    mention = MentionDraft("person 1", "text", ("Yerlan Kairat",), sex=Sex.MALE)
    start = ARTICLE.index("Yerlan")
    said = (
        StatementDraft(
            Mode.ASSERTS,
            Event.ALLOWED_TO_LEAVE,
            ARTICLE[: start - 1],
            speaker="the ministry",
            group="people",
            span=(0, start - 1),
        ),
        StatementDraft(
            Mode.ASSERTS,
            Event.RELEASED,
            ARTICLE[start:],
            mention="person 1",
            person="Yerlan Kairat",
            speaker="his sister",
            date=parse_edtf("2018-12"),
            span=(start, len(ARTICLE)),
        ),
    )
    return Reading(source, (mention,), (), said)
