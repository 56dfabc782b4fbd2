"""Random states of consent, level, correction and merge, with a marker in every private field.

A marker names what it marks, whom it is about and in which source: "Zqname3s5z". So a test can
ask of every marker found in a release whether it may be there, by rules of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from tidings.publishing.release import ReleasedLetter
from tidings.registry.consents import Said, standing
from tidings.registry.profiling.shape import MentionView, SourceView, StatementView
from tidings.release.known import Gathered, KinTold, Known, LetterSent, Origin, Voice
from tidings.values import (
    PUBLIC,
    UN,
    Asked,
    Audience,
    ConsentForm,
    ConsentVerb,
    Event,
    Kin,
    LetterKind,
    Level,
    Mode,
    Outcome,
    PlaceLevel,
    Script,
    Sex,
    SourceKind,
    day,
    highest,
)

NAMED = ConsentForm.NAMED
DAY = date(2026, 3, 1)
AUDIENCES = (PUBLIC, UN, Audience("body", "Ministry"), Audience("partner", "Friends"))
#: Letters only, so that a marker passes wherever a name does.
MARKER = re.compile(r"Zq([a-z]+)Q([a-j]+)S([a-j]+)Z")
SOURCES = 6


def mark(kind: str, person: int, source: int = 0) -> str:
    return f"Zq{kind}Q{_letters(person)}S{_letters(source)}Z"


def marks(text: str) -> list[tuple[str, int, int]]:
    """(kind, person, source) of every marker in the text."""
    return [
        (kind, *(int("".join(str(ord(each) - 97) for each in number)) for number in numbers))
        for kind, *numbers in MARKER.findall(text)
    ]


def phone(person: int) -> str:
    return f"+7 70{person} 000 07 42"


def short_number(person: int) -> str:
    return f"9{person} 742"


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


@dataclass(frozen=True)
class World:
    """A state: what is gathered, and all that was said of each person."""

    gathered: Gathered
    said: dict[int, tuple[Said, ...]]
    levels: dict[int, Level]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    audience = draw(st.sampled_from(AUDIENCES))
    levels = {each: draw(st.sampled_from(Level)) for each in range(SOURCES)}
    origins = {each: _origin(each, level) for each, level in levels.items()}
    people, said = [], {}
    for person in range(1, draw(st.integers(2, 4)) + 1):
        said[person] = draw(sayings(person, audience))
        found = standing(said[person], audience, DAY)
        if found.form is not None:
            people.append(draw(_known(person, found, levels, origins)))
    gathered = Gathered(
        audience, DAY, "Org", "", "", True, b"secret", tuple(people), origins,
    )  # fmt: skip
    return World(gathered, said, levels)


@st.composite
def sayings(draw: st.DrawFn, person: int, audience: Audience | None = None) -> tuple[Said, ...]:
    """Up to six things said in a row, mostly about `audience`, each knowing what came before."""
    found: list[Said] = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        verb = draw(st.sampled_from([ConsentVerb.ALLOWS] * 9 + list(ConsentVerb)))
        given = [each.id for each in found if each.verb is ConsentVerb.ALLOWS]
        if verb is ConsentVerb.WITHDRAWS and not given:
            continue
        found.append(draw(_saying(person, number, verb, given, audience)))
    return tuple(found)


@st.composite
def _saying(
    draw: st.DrawFn,
    person: int,
    number: int,
    verb: ConsentVerb,
    given: list[int],
    about: Audience | None,
) -> Said:
    every = "" if verb is ConsentVerb.OBJECTS and draw(st.booleans()) else None
    mostly = [about] * 9 if about else []
    audience = draw(st.sampled_from([*mostly, *AUDIENCES])).key
    allows = verb is ConsentVerb.ALLOWS
    speaks = verb in (ConsentVerb.ALLOWS, ConsentVerb.SETTLES)
    spoken = f"{mark('words', person)} сөз"
    secrets = [
        phone(person),
        short_number(person).replace(" ", "-"),
        *(mark(kind, person, at) for kind, at in (("testifier", 2), ("village", 1))),
        mark("kin", person % 4 + 1),
        mark("contact", person),
    ]
    leak = draw(st.sampled_from([""] * len(secrets) + secrets))
    forms = [*ConsentForm, NAMED, NAMED, NAMED, *([] if allows else [None])]
    return Said(
        id=number,
        verb=verb,
        mention=person * 100,
        source=draw(st.integers(0, SOURCES - 1)),
        audience=audience if every is None else every,
        testifier=draw(st.integers(1, 3)),
        relation=draw(st.sampled_from([None, Kin.SISTER])),
        form=draw(st.sampled_from(forms)) if speaks else None,
        place_level=draw(st.sampled_from(PlaceLevel)) if speaks else PlaceLevel.NONE,
        pseudonym=mark("pseudonym", person) if allows and draw(st.booleans()) else "",
        own_name=allows and draw(st.booleans()),
        starts=draw(st.sampled_from([None, None, DAY, DAY + timedelta(1)])) if allows else None,
        ends=draw(st.sampled_from([None, None, DAY, DAY - timedelta(1)])) if allows else None,
        asks=(Asked.RELEASE,) if allows else (),
        words=f"{spoken} {leak}".strip() if allows and draw(st.booleans()) else "",
        reason=mark("reason", person),
        withdraws=draw(st.sampled_from(given)) if verb is ConsentVerb.WITHDRAWS else None,
        decided=frozenset(range(1, number)) if verb is ConsentVerb.SETTLES else frozenset(),
    )


@st.composite
def _known(draw: st.DrawFn, person: int, found, levels, origins) -> Known:
    others = [each for each in range(SOURCES) if each != 1]
    sources = [1, *draw(st.lists(st.sampled_from(others), max_size=2, unique=True))]
    mentions = tuple(
        _mention(person, each, at, draw(st.sampled_from(Level)), origins)
        for at, each in enumerate(sources)
    )
    statements = tuple(
        _statement(each, at, draw(st.sampled_from(Level)), draw(st.sampled_from(Mode)), origins)
        for at, each in enumerate(mentions)
    )
    other = person % 4 + 1
    told = draw(st.sampled_from(sources))
    kin = KinTold(
        Kin.BROTHER, other, told, highest([draw(st.sampled_from(Level)), levels[told]]),
        (mark("kin", other),),
    )  # fmt: skip
    letter = ReleasedLetter(
        mark("body", person), LetterKind.APPEAL, date(2025, 1, 1), None, Outcome.WAITING
    )
    return Known(
        person=person,
        key=person,
        standing=found,
        consented=frozenset(each.source for each in found.consents) | {sources[-1]},
        mentions=mentions,
        statements=statements,
        kin=(kin,),
        letters=(LetterSent(person, 5, levels[5], letter),),
        voices={
            each.testifier: Voice(
                mark("testifier", person, each.testifier), mark("contact", person)
            )
            for each in found.consents
        },
        testifiers=tuple(
            Voice(mark("testifier", person, each), mark("contact", person)) for each in range(4)
        ),
    )


def _origin(source: int, level: Level) -> Origin:
    view = SourceView(
        source, mark("title", 0, source), SourceKind.ARTICLE, mark("origin", 0, source),
        day(date(2020, 5, 6)), "F", level,
    )  # fmt: skip
    return Origin(view, mark("publisher", 0, source), 1, frozenset({mark("file", 0, source)}))


def _mention(person: int, source: int, at: int, level: Level, origins) -> MentionView:
    village = f"{mark('village', person, source)} ауылы"
    return MentionView(
        id=person * 100 + at,
        source=origins[source].view,
        locator=mark("locator", person, source),
        names=((mark("name", person, source), Script.LATIN),) if at or person < 4 else (),
        sex=Sex.MALE,
        birth=day(date(1974, 5, 6)),
        place=f"{mark('district', person, source)} ауданы, {village}",
        numbers=(("phone", phone(person)), ("id_number", short_number(person))),
        level=level,
    )


def _statement(mention: MentionView, at: int, level: Level, mode: Mode, origins) -> StatementView:
    person, source = mention.id // 100, mention.source.id
    return StatementView(
        id=mention.id, source=mention.source, mention=mention.id, event=Event.DETAINED,
        mode=mode, held=day(date(2018, 3, 12)), place=f"{mark('village', person, source)} ауылы",
        figure=None, value=mark("value", person, source), speaker=mark("speaker", person, source),
        chain=(mark("chain", person, source),), channel=mark("channel", person, source),
        credibility=None, quote=mark("quote", person, source), span=None, level=level, act=0,
    )  # fmt: skip
