"""What stands for one audience on one day, from all that was ever said about one person.

Of two answers the one that tells less holds, until a person decides between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from tidings.registry.consents.said import Said, State, Why
from tidings.registry.consents.states import allowed, objections, settlement_in_force
from tidings.values import Audience, ConsentForm, PlaceLevel

RANK = attrgetter("rank")


@dataclass(frozen=True)
class Standing:
    """In which form and with how exact a place a person may appear; `form` None: left out,
    `why_not` says why.

    `consents` stand, the oldest first; `objections` block; `settlement` is in force;
    `last_words` are the consents that ended or were taken back, the newest last. `undecided`:
    relatives do not agree, and a person has to decide.
    """

    form: ConsentForm | None = None
    place_level: PlaceLevel = PlaceLevel.NONE
    why_not: Why | None = None
    consents: tuple[Said, ...] = ()
    objections: tuple[Said, ...] = ()
    settlement: Said | None = None
    last_words: tuple[Said, ...] = ()
    undecided: bool = False


def standing(said: Sequence[Said], audience: Audience, on: date) -> Standing:
    """What may be said of the person to `audience` on the day `on`. A withdrawal, an objection
    and a settlement hold whatever the day."""
    given = allowed(audience.key, said, on)
    settlement = settlement_in_force(audience.key, said)
    blocking = objections(audience.key, said, settlement)
    stands = tuple(each for each, state in given if state is State.STANDS)
    why_not = _why_not(given, blocking, settlement)
    form, place = (None, PlaceLevel.NONE) if why_not else _narrowed(stands, settlement)
    return Standing(
        form=form,
        place_level=place,
        why_not=why_not,
        consents=stands,
        objections=blocking,
        settlement=settlement,
        last_words=tuple(each for each, state in given if state is not State.STANDS),
        undecided=_undecided(stands, blocking, settlement),
    )


def _why_not(
    given: Sequence[tuple[Said, State]], blocking: Sequence[Said], settlement: Said | None
) -> Why | None:
    if blocking:
        return Why.OBJECTED
    if settlement is not None and settlement.form is None:
        return Why.STAYS_OUT
    found = [state for _, state in given if state is not State.REPLACED]
    if State.STANDS in found:
        return None
    return Why(found[-1].value) if found else Why.NO_CONSENT


def _narrowed(stands: Sequence[Said], settlement: Said | None) -> tuple[ConsentForm, PlaceLevel]:
    """What tells least of all that is allowed; or what was settled, as far as some consent
    allows it, and no consent that came after it allows less."""
    later = list(stands)
    form, place = ConsentForm.NAMED, PlaceLevel.FULL
    if settlement is not None and settlement.form is not None:
        form = min(settlement.form, max(map(form_of, stands), key=RANK), key=RANK)
        exact = [each.place_level for each in stands if form_of(each).rank >= form.rank]
        place = min(settlement.place_level, max(exact, key=RANK), key=RANK)
        later = [each for each in stands if each.id not in settlement.decided]
    return (
        min([form, *map(form_of, later)], key=RANK),
        min([place, *(each.place_level for each in later)], key=RANK),
    )


def form_of(each: Said) -> ConsentForm:
    """A consent without a form says the least that one can say."""
    return each.form or ConsentForm.SEEKER


def _undecided(stands: Sequence[Said], blocking: Sequence[Said], settlement: Said | None) -> bool:
    if blocking:
        return bool(stands)
    decided = settlement.decided if settlement else frozenset[int]()
    told = {(form_of(each), each.place_level) for each in stands}
    return len(told) > 1 and any(each.id not in decided for each in stands)
