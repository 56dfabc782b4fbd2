"""`consent`: what relatives allow to be said of a person, take back and object to."""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.values.errors import WrongUse

if TYPE_CHECKING:
    from tidings.registry.consenting import Allowed

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
    from tidings.values import Asked, Kin, read_id

    if sum(each is not None for each in (allow, object_, settle, withdraw)) > 1:
        raise WrongUse("One thing at a time.", "Give --allow, --object, --settle or --withdraw.")
    kin = _word(Kin, relation, "--relation") if relation else None
    asked = tuple(_word(Asked, each, "--ask") for each in ask or ())
    with opened(registry, passphrase_file) as folder:
        from tidings.registry import consenting, persons
        from tidings.registry.consenting import Giver

        who = persons.resolve(read_id(person))
        giver = Giver(by, kin)
        today, actor = date.today(), folder.worker
        if allow is not None:
            days = (_day(starts, "--from"), _day(ends, "--until"))
            given = _allowed(allow, form, place, pseudonym, own_name, days, how, asked)
            consenting.give_apart(who, giver=giver, allowed=[given], on=today, actor=actor)
        elif object_ is not None:
            audience = None if object_ == EVERYBODY else _audience(object_)
            consenting.object_apart(
                who, giver=giver, audience=audience, on=today, actor=actor, reason=reason
            )
        elif settle is not None:
            _settle(who, settle, form, place, actor, reason)
        elif withdraw is not None:
            _withdraw(who, read_id(withdraw), actor, reason)
        _show(who, today, as_json)


def _allowed(
    audience: str,
    form: str | None,
    place: str,
    pseudonym: str,
    own_name: bool,
    days: tuple[date | None, date | None],
    how: str,
    asks: tuple[Any, ...],
) -> Allowed:
    from tidings.registry.consenting import Allowed
    from tidings.values import ConsentForm, PlaceLevel

    return Allowed(
        audience=_audience(audience),
        form=_word(ConsentForm, form, "--form"),
        place_level=_word(PlaceLevel, place, "--place"),
        pseudonym=pseudonym,
        own_name=own_name,
        starts=days[0],
        ends=days[1],
        how=how,
        asks=asks,
    )


def _settle(who: int, audience: str, form: str | None, place: str, actor: str, reason: str) -> None:
    from tidings.registry import consenting
    from tidings.values import ConsentForm, PlaceLevel

    consenting.settle(
        who,
        audience=_audience(audience),
        form=None if form == "out" else _word(ConsentForm, form, "--form"),
        place_level=_word(PlaceLevel, place, "--place"),
        actor=actor,
        reason=reason,
    )


def _withdraw(who: int, consent_id: int, actor: str, reason: str) -> None:
    from tidings.registry import consenting

    if consent_id not in {each.id for each in consenting.consents_of(who)}:
        raise WrongUse("This person has no such consent.", "Leave out --withdraw to see them.")
    consenting.withdraw(consent_id, actor=actor, reason=reason)


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


def _audience(text: str) -> Any:  # noqa: ANN401 - an Audience, imported late
    from tidings.values import read_audience

    return read_audience(text)


def _word(words: type[Word], text: str | None, option: str) -> Word:
    if text not in [word.value for word in words]:
        given = f"{option} {text}" if text else f"{option} is missing"
        raise WrongUse(f"{given}: expected {', '.join(words)}.")
    return words(text)


def _day(text: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WrongUse(f"{option} {text}: expected a day such as 2026-03-01.") from None
