"""What became of each thing said: stands, not yet, expired, withdrawn, replaced, objected
against, settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tidings.registry.consents.said import Said, State
from tidings.values import ConsentVerb

ALLOWS, OBJECTS, SETTLES = ConsentVerb.ALLOWS, ConsentVerb.OBJECTS, ConsentVerb.SETTLES


def states(said: Sequence[Said], on: date) -> Mapping[int, State]:
    """id -> what became of it by the day `on`, for every row about one person."""
    found = {each.id: State.STANDS for each in said}
    for audience in {each.audience for each in said if each.audience}:
        found |= _states_for(audience, said, on)
    return found


def allowed(audience: str, said: Sequence[Said], on: date) -> list[tuple[Said, State]]:
    """The consents for one audience, in the order they were given, each with its state.

    One giver's newer consent replaces the older once it has begun: when it ends or is taken
    back, the older does not come to life again.
    """
    withdrawn = {each.withdraws for each in said if each.verb is ConsentVerb.WITHDRAWS}
    given = (each for each in said if each.verb is ALLOWS and each.audience == audience)
    replaced: set[int] = set()
    found: list[tuple[Said, State]] = []
    for each in sorted(given, key=lambda each: -each.id):
        state = _alone(each, withdrawn, on)
        if each.giver in replaced and state is not State.WITHDRAWN:
            state = State.REPLACED
        elif state is not State.NOT_YET:
            replaced.add(each.giver)
        found.append((each, state))
    return found[::-1]


def settlement_in_force(audience: str, said: Sequence[Said]) -> Said | None:
    """The newest settlement for the audience. One that lets the person appear falls with a
    newer withdrawal; one that keeps them out holds until another is made."""
    made = [each for each in said if each.verb is SETTLES and each.audience == audience]
    if not made:
        return None
    newest = max(made, key=lambda each: each.id)
    given = {each.id for each in said if each.verb is ALLOWS and each.audience == audience}
    newer = (each for each in said if each.withdraws in given and each.id not in newest.decided)
    return newest if newest.form is None or not any(newer) else None


def objections(audience: str, said: Sequence[Said], settlement: Said | None) -> tuple[Said, ...]:
    """The objections that block the audience: nobody has decided about them yet."""
    return tuple(
        each
        for each in said
        if each.verb is OBJECTS
        and each.audience in ("", audience)
        and not (settlement and each.id in settlement.decided)
    )


def _alone(each: Said, withdrawn: set[int | None], on: date) -> State:
    if each.id in withdrawn:
        return State.WITHDRAWN
    if each.ends is not None and on > each.ends:
        return State.EXPIRED
    if each.starts is not None and on < each.starts:
        return State.NOT_YET
    return State.STANDS


def _states_for(audience: str, said: Sequence[Said], on: date) -> dict[int, State]:
    settlement = settlement_in_force(audience, said)
    decided = settlement.decided if settlement else frozenset[int]()
    blocked = bool(objections(audience, said, settlement))
    found: dict[int, State] = {}
    for each in said:
        if each.audience == audience and each.verb is SETTLES and each is not settlement:
            found[each.id] = State.REPLACED
        elif each.audience == audience and each.verb is OBJECTS and each.id in decided:
            found[each.id] = State.SETTLED
    for each, state in allowed(audience, said, on):
        if state is State.STANDS and blocked:
            state = State.OBJECTED
        elif state is State.STANDS and each.id in decided:
            state = State.SETTLED
        found[each.id] = state
    return found
