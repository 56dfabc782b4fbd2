"""`consent`: what relatives allow to be said of a person, take back and object to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from tidings.cli.days import typed_day
from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.values.errors import WrongUse

if TYPE_CHECKING:
    from tidings.registry.consents import Giver

Word = TypeVar("Word", bound=StrEnum)

EVERYBODY = "everybody"


def consent(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A person's id.")],
    allow: Annotated[
        str | None, typer.Option(metavar="AUDIENCE", help="Record a consent for this audience.")
    ] = None,
    object_: Annotated[
        str | None,
        typer.Option(
            "--object", metavar="AUDIENCE", help="Record an objection: an audience, or everybody."
        ),
    ] = None,
    settle: Annotated[
        str | None,
        typer.Option(metavar="AUDIENCE", help="Decide between relatives who do not agree."),
    ] = None,
    withdraw: Annotated[
        str | None, typer.Option(metavar="ID", help="Take this consent back, at once.")
    ] = None,
    form: Annotated[
        str | None, typer.Option(help="named, pseudonym or seeker; when settling also: out")
    ] = None,
    place: Annotated[str, typer.Option(help="full, district or none")] = "none",
    pseudonym: Annotated[str, typer.Option(help="The other name to appear under.")] = "",
    by: Annotated[str, typer.Option(help="Who says so.")] = "",
    relation: Annotated[str | None, typer.Option(help="What they are to the person.")] = None,
    own_name: Annotated[
        bool, typer.Option("--own-name", help="Their name may be said too.")
    ] = False,
    ask: Annotated[
        list[str] | None, typer.Option(help="What they ask for: information, contact, release …")
    ] = None,
    starts: Annotated[str | None, typer.Option("--from", help="Its first day.")] = None,
    ends: Annotated[str | None, typer.Option("--until", help="Its last day.")] = None,
    how: Annotated[str, typer.Option(help="How it was given: face_to_face, telephone …")] = "",
    reason: Annotated[str, typer.Option(help="Why, for the history.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program.")] = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Show what may be said of a person and who allowed it; record what relatives say.

    Example: tidings consent 1m4c-7q2v-9k3ta --allow public --form named --place district
    --by "Айгүл Қасымова" --relation sister
    """
    from tidings.values import read_id

    wanted = {_allow: allow, _object: object_, _settle: settle, _withdraw: withdraw}
    asked_for = [(record, about) for record, about in wanted.items() if about is not None]
    if len(asked_for) > 1:
        raise WrongUse("One thing at a time.", "Give --allow, --object, --settle or --withdraw.")
    told = _Told(
        form, place, pseudonym, by, relation, own_name, tuple(ask or ()), starts, ends, how, reason
    )
    with opened(registry, passphrase_file) as folder:
        from tidings.registry import persons

        who = persons.resolve(read_id(person))
        for record, about in asked_for:
            record(who, about, told, folder.worker)
        _show(who, date.today(), as_json)


@dataclass(frozen=True)
class _Told:
    """The options as they were typed."""

    form: str | None
    place: str
    pseudonym: str
    by: str
    relation: str | None
    own_name: bool
    asks: tuple[str, ...]
    starts: str | None
    ends: str | None
    how: str
    reason: str

    @property
    def giver(self) -> Giver:
        from tidings.registry import consents
        from tidings.values import Kin

        kin = _word(Kin, self.relation, "--relation") if self.relation else None
        return consents.Giver(self.by, kin)


def _allow(who: int, audience: str, told: _Told, actor: str) -> None:
    from tidings.registry.consenting import Allowed, give_apart
    from tidings.values import Asked, ConsentForm, PlaceLevel, read_audience

    allowed = Allowed(
        audience=read_audience(audience),
        form=_word(ConsentForm, told.form, "--form"),
        place_level=_word(PlaceLevel, told.place, "--place"),
        pseudonym=told.pseudonym,
        own_name=told.own_name,
        starts=typed_day(told.starts, "--from"),
        ends=typed_day(told.ends, "--until"),
        how=told.how,
        asks=tuple(_word(Asked, each, "--ask") for each in told.asks),
    )
    give_apart(who, giver=told.giver, allowed=[allowed], on=date.today(), actor=actor)


def _object(who: int, audience: str, told: _Told, actor: str) -> None:
    from tidings.registry.consenting import object_apart
    from tidings.values import read_audience

    object_apart(
        who,
        giver=told.giver,
        audience=None if audience == EVERYBODY else read_audience(audience),
        on=date.today(),
        actor=actor,
        reason=told.reason,
    )


def _settle(who: int, audience: str, told: _Told, actor: str) -> None:
    from tidings.registry import consenting
    from tidings.values import ConsentForm, PlaceLevel, read_audience

    consenting.settle(
        who,
        audience=read_audience(audience),
        form=None if told.form == "out" else _word(ConsentForm, told.form, "--form"),
        place_level=_word(PlaceLevel, told.place, "--place"),
        actor=actor,
        reason=told.reason,
    )


def _withdraw(who: int, consent: str, told: _Told, actor: str) -> None:
    from tidings.registry import consenting
    from tidings.values import read_id

    number = read_id(consent)
    if number not in {each.id for each in consenting.consents_of(who)}:
        raise WrongUse("This person has no such consent.", "Leave out --withdraw to see them.")
    consenting.withdraw(number, actor=actor, reason=told.reason)


def _show(who: int, today: date, as_json: bool) -> None:
    from tidings.cli.consent_text import said_json, said_text, stands_json, stands_text
    from tidings.registry import consenting
    from tidings.values import PUBLIC, UN, read_audience

    said = consenting.consents_of(who, today)
    audiences = {str(PUBLIC): PUBLIC, str(UN): UN} | {
        each.audience: read_audience(each.audience) for each in said if each.audience
    }
    standing = {
        name: consenting.standing(who, audience, today) for name, audience in audiences.items()
    }
    if as_json:
        found = {
            "stands": {name: stands_json(each) for name, each in standing.items()},
            "said": [said_json(each) for each in said],
        }
        print(json.dumps(found, ensure_ascii=False))
        return
    print("What may be said now")
    for name, each in standing.items():
        print(f"  to {name}: {stands_text(each)}")
    print("\nWhat was said about it" if said else "\nNobody was asked yet.")
    for each in said:
        print(f"  {said_text(each)}")


def _word(words: type[Word], text: str | None, option: str) -> Word:
    if text not in [word.value for word in words]:
        given = f"{option} {text}" if text else f"{option} is missing"
        raise WrongUse(f"{given}: expected {', '.join(words)}.")
    return words(text)
