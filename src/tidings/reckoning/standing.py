"""Which announcements are reckoned with: not what is denied, nor what its own speaker took back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tidings.reckoning.announcement import COUNTING, Announcement
from tidings.values import Figure, Mode

_TAKING_BACK = frozenset({Mode.DENIES, Mode.RETRACTS})


class State(StrEnum):
    """What an announcement is worth to the reckoning; only `counted` and `ahead` enter it."""

    COUNTED = "counted"
    AHEAD = "ahead"
    DENIAL = "denial"
    RETRACTION = "retraction"
    TAKEN_BACK = "taken_back"
    WITHHELD = "withheld"

    @property
    def reckoned(self) -> bool:
        return self in (State.COUNTED, State.AHEAD)


def states(announcements: Sequence[Announcement]) -> dict[int, State]:
    """announcement id -> its state. "34, not 40" takes back 40, as its speaker said it before."""
    taken = set[int]()
    for each in announcements:
        if each.mode in _TAKING_BACK:
            taken |= _taken_back_by(each, announcements)
    return {
        each.id: State.TAKEN_BACK if each.id in taken else _state(each) for each in announcements
    }


def one_body(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether one name holds all words of the other: a ministry and its press office."""
    return bool(one and other) and (one <= other or other <= one)


def overlap(one: Figure, other: Figure) -> bool:
    """Whether one count may be both."""
    low = max(one.low or 0, other.low or 0)
    highs = [each.high for each in (one, other) if each.high is not None]
    return not highs or low <= min(highs)


def _state(announcement: Announcement) -> State:
    if announcement.mode in COUNTING:
        promised = announcement.mode in (Mode.PROMISES, Mode.THREATENS)
        return State.AHEAD if promised else State.COUNTED
    if announcement.mode is Mode.RETRACTS:
        return State.RETRACTION
    return State.DENIAL if announcement.mode is Mode.DENIES else State.WITHHELD


def _taken_back_by(back: Announcement, announcements: Sequence[Announcement]) -> set[int]:
    """What `back` takes back: the very figure where its speaker gave it, else what may be it."""
    before = [
        each
        for each in announcements
        if each.mode in COUNTING
        and each.event is back.event
        and one_body(each.speaker, back.speaker)
        and each.said[0] <= back.said[1]
    ]
    exact = {each.id for each in before if each.figure == back.figure}
    return exact or {
        each.id
        for each in before
        if each.source != back.source and overlap(each.figure, back.figure)
    }
