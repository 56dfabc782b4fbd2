"""What may be said of one person to whom, as the person's page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tidings.registry.consent_rows import said_near, standings
from tidings.registry.consenting import ConsentView, views
from tidings.registry.consents import Standing, State
from tidings.values import PUBLIC, UN, Audience, ConsentForm, ConsentVerb, PlaceLevel, read_audience

ENDED = frozenset({State.WITHDRAWN, State.EXPIRED, State.REPLACED})


@dataclass(frozen=True)
class Spoken:
    """What stands for one audience. `now` holds what counts, `before` what ended; `handle` is
    the id of something said about it, by which a page is asked for; `open` asks for a decision."""

    audience: Audience
    standing: Standing
    now: tuple[ConsentView, ...]
    before: tuple[ConsentView, ...]

    @property
    def handle(self) -> int | None:
        return next((each.id for each in (*self.now, *self.before) if each.audience), None)

    @property
    def open(self) -> bool:
        return self.standing.undecided


def spoken(person: int, on: date) -> tuple[Spoken, ...]:
    """For the public and the United Nations always, then for whom anything was ever said of."""
    near = said_near(person)
    said = near[person]
    shown = views(said, on)
    named = {each.audience.casefold(): each.audience for each in shown if each.audience}
    audiences = {each.key: each for each in (PUBLIC, UN)}
    audiences |= {read_audience(text).key: read_audience(text) for text in sorted(named.values())}
    return tuple(
        _spoken(each, standings(near, each, on)[person], shown) for each in audiences.values()
    )


def bounds(standing: Standing) -> tuple[list[ConsentForm], list[PlaceLevel]]:
    """What a decision may choose from: no more than some standing consent allows."""
    form = max((each.form.rank for each in standing.consents if each.form), default=-1)
    place = max((each.place_level.rank for each in standing.consents), default=0)
    return (
        [each for each in ConsentForm if each.rank <= form],
        [each for each in PlaceLevel if each.rank <= place],
    )


def _spoken(audience: Audience, found: Standing, shown: Sequence[ConsentView]) -> Spoken:
    objections = {each.id for each in found.objections}
    mine = [
        each
        for each in reversed(shown)
        if each.verb is not ConsentVerb.WITHDRAWS
        and (each.said.audience == audience.key or each.id in objections)
    ]
    now = tuple(each for each in mine if each.state not in ENDED)
    before = tuple(each for each in mine if each.state in ENDED)
    return Spoken(audience, found, now, before)
