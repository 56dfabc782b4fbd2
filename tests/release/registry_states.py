"""A registry to which random things happen, through the doors that people take; every private
field is filled with a marker."""

from __future__ import annotations

import random
from datetime import date

from tidings.reading.reading import MentionDraft, Reading, SourceDraft, StatementDraft
from tidings.registry import consenting, persons
from tidings.registry.act import recording
from tidings.registry.adding import add_file
from tidings.registry.consenting import Allowed, Giver
from tidings.registry.models import (
    Answer,
    Correspondence,
    Decision,
    Mention,
    MentionName,
    Source,
    Statement,
)
from tidings.registry.testimony import Happening, Testimony, record
from tidings.values import (
    PUBLIC,
    UN,
    Asked,
    Audience,
    ConsentForm,
    ConsentVerb,
    Event,
    Figure,
    Kin,
    LetterKind,
    Level,
    Mode,
    Outcome,
    PlaceLevel,
    Sex,
    SourceKind,
    day,
    parse_edtf,
)

TODAY = date(2026, 3, 1)
AUDIENCES = (PUBLIC, UN, Audience("body", "Ministry"), Audience("partner", "Friends"))
#: Fields that leave under no consent whatever.
NEVER = ("Zqcontact", "Zqquote", "Zqlocator", "Zqnote", "Zqreason", "Zqfile", "Zqsealed", "0742")


def tell(number: int, consents: tuple[Allowed, ...] = (), own: str = "") -> int:
    """Somebody testifies of a relative; returns the person."""
    added = record(
        Testimony(
            testifier=f"Zqtestifier{_word(number)}",
            names=(own or f"Zqname{_word(number)} Болатұлы",),
            words=f"Zqquote {number}",
            relation=Kin.SISTER,
            contact=f"Zqcontact{number} +7 701 {number:03} 07 42",
            sex=Sex.MALE,
            birth=parse_edtf("1974-05-06"),
            place=f"Zqdistrict{_word(number)} ауданы, Zqvillage{_word(number)} ауылы",
            happenings=(
                Happening(
                    Event.DETAINED, f"Zqquote detained {number}", parse_edtf("2018-03-12"),
                    f"Zqvillage{_word(number)} ауылы", (f"Zqchain{_word(number)}",),
                ),
                Happening(Event.OTHER, f"Zqnote {number}", parse_edtf("2019-04-05")),
            ),
            kin=((Kin.WIFE, f"Zqwife{_word(number)}"),),
            consents=consents,
        ),
        actor="Worker",
    )  # fmt: skip
    mention = Mention.live.get(source=added.source_ids[0], locator="the person").id
    return persons.resolve(mention)


def article(number: int, speaker: str = "Ministry") -> int:
    """A published article names somebody and announces a number; returns the person."""
    name = f"Zqname{_word(number)} Болатов"
    reading = Reading(
        source=SourceDraft(
            SourceKind.ARTICLE, f"Title {number}", f"Zqfile{number}.txt", publisher="Daily",
            published=day(date(2019, 1, 2)), text=f"Zqquote article {number}",
        ),
        mentions=(
            MentionDraft(
                "one", f"Zqlocator{number}", (name,), place=f"Zqvillage{_word(number)} ауылы"
            ),
        ),
        statements=(
            StatementDraft(
                Mode.ASSERTS, Event.SENTENCED, "Zqquote", mention="one", person=name,
                speaker=speaker, date=parse_edtf("2018-06-07"),
            ),
            StatementDraft(
                Mode.DID_NOT_RESPOND, None, "Zqquote", mention="one", person=name,
                speaker="Consulate", place=f"Zqdistrict{_word(number)} ауданы", chain=("Wire",),
            ),
            StatementDraft(
                Mode.ASSERTS, Event.DETAINED, "Zqquote", group="Kazakhs", figure=Figure(1, 9),
                speaker="Ministry", date=parse_edtf("2018"),
            ),
        ),
    )  # fmt: skip
    added = add_file([reading], f"Zqquote article {number}".encode(), actor="Worker", accept=True)
    return persons.resolve(Mention.live.get(source=added.source_ids[0]).id)


def letter(person: int, number: int) -> None:
    """The organisation wrote to a body about the person, and nothing came."""
    with recording("Worker", "send letter") as act:
        row = {"kind": SourceKind.LETTER, "title": "Appeal", "level": Level.TEAM, "grade": "A"}
        (source,) = act.insert(Source, [row])
        (sent,) = act.insert(
            Correspondence,
            [
                {
                    "source_id": source, "mention_id": person, "kind": LetterKind.APPEAL,
                    "body": f"Body {_word(number)}", "sent_on": date(2025, 1, 1),
                    "answer_due": date(2025, 2, 1),
                }
            ],
        )  # fmt: skip
        act.insert(Answer, [{"correspondence_id": sent, "outcome": Outcome.SILENT}])


def sealed(person: int, number: int) -> None:
    """What only two people may see, even of a person with every consent."""
    source = Mention.live.get(pk=person).source_id
    with recording("Worker", "add") as act:
        row = {"kind": SourceKind.MESSAGE, "title": "Zqsealed", "level": Level.SEALED}
        (hidden,) = act.insert(Source, [row])
        (mention,) = act.insert(
            Mention, [{"source_id": hidden, "place": "Zqsealed қаласы", "level": Level.SEALED}]
        )
        act.insert(MentionName, [{"mention_id": mention, "written": "Zqsealed", "script": "Latn"}])
        persons.add_alone([mention])
        act.insert(
            Statement,
            [
                {
                    "source_id": source, "mention_id": person, "what": Event.DIED,
                    "place": "Zqsealed қаласы", "level": Level.SEALED,
                }
            ],
        )  # fmt: skip
        _decide(act, person, mention)


def merge(a: int, b: int) -> None:
    """Two persons are found to be one."""
    with recording("Worker", "same person") as act:
        _decide(act, a, b)


def correct(person: int) -> None:
    """A mention is corrected: another row takes its place."""
    old = Mention.live.get(pk=person)
    with recording("Worker", "correct mention") as act:
        (new,) = act.insert(
            Mention,
            [
                {
                    "source_id": old.source_id, "place": old.place, "sex": old.sex,
                    "level": old.level, "replaces_id": old.id, "locator": old.locator,
                }
            ],
        )  # fmt: skip
        names = MentionName.objects.filter(mention=old).values_list("written", "script")
        rows = [{"mention_id": new, "written": name, "script": script} for name, script in names]
        act.insert(MentionName, rows)
        persons.rebuild()


def happen(chance: random.Random, people: list[int], number: int) -> None:
    """One random thing, to random people."""
    people[:] = sorted({persons.resolve(_newest(each)) for each in people})
    one = chance.choice(people)
    match chance.randrange(12):
        case 0 | 1 | 2:
            allowed = random_consent(chance, number)
            giver = Giver(f"Zqtestifier{_word(number)}", Kin.BROTHER, f"Zqcontact{number}")
            consenting.give_apart(one, giver=giver, allowed=[allowed], on=TODAY, actor="Worker")
        case 3:
            giver = Giver(f"Zqtestifier{_word(number)}", Kin.BROTHER)
            audience = chance.choice([None, *AUDIENCES])
            consenting.object_apart(
                one, giver=giver, audience=audience, on=TODAY, actor="Worker", reason="Zqreason"
            )
        case 4 | 5:
            form = chance.choice([None, *ConsentForm, ConsentForm.NAMED])
            consenting.settle(
                one, audience=chance.choice(AUDIENCES), form=form,
                place_level=chance.choice(list(PlaceLevel)), actor="Worker", reason="Zqreason",
            )  # fmt: skip
        case 6:
            given = [
                each
                for each in consenting.consents_of(one)
                if each.verb is ConsentVerb.ALLOWS and each.state != "withdrawn"
            ]
            if given:
                consenting.withdraw(chance.choice(given).id, actor="Worker", reason="Zqreason")
        case 7:
            if len(people) > 2:
                merge(*chance.sample(people, 2))
        case 8:
            correct(one)
        case 9:
            letter(one, number)
        case 10:
            sealed(one, number)
        case _:
            people.append(chance.choice([tell, article])(number))


def random_consent(chance: random.Random, number: int) -> Allowed:
    return Allowed(
        audience=chance.choice(AUDIENCES),
        form=chance.choice([*ConsentForm, ConsentForm.NAMED, ConsentForm.NAMED]),
        place_level=chance.choice(list(PlaceLevel)),
        own_name=chance.random() < 0.3,
        ends=chance.choice([None, None, TODAY, date(2026, 2, 28)]),
        asks=(Asked.RELEASE,),
        words=chance.choice(["", f"Zqwords {_word(number)}"]),
    )


def _newest(mention: int) -> int:
    while (newer := Mention.live.filter(replaces=mention).first()) is not None:
        mention = newer.id
    return mention


def _decide(act, one: int, other: int) -> None:
    a, b = sorted((one, other))
    act.insert(Decision, [{"a_id": a, "b_id": b, "verdict": Decision.SAME}])
    persons.refresh([a, b])


def _word(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in f"{number:03}")
