"""Announced numbers against named people: who is covered, what is documented, what is not."""

from tidings.reckoning.announcement import Announcement, Facts, People, Period
from tidings.reckoning.counting import Count, count
from tidings.reckoning.covering import Coverer, Covering, Reason
from tidings.reckoning.programme import Component, Together
from tidings.reckoning.reckoning import EventTotal, Reckoning, reckon
from tidings.reckoning.relating import reasons_together
from tidings.reckoning.standing import State, states
from tidings.reckoning.structure import Because
from tidings.reckoning.ties import FoundTie, find_ties
from tidings.reckoning.words import explain

__all__ = [
    "Announcement",
    "Because",
    "Component",
    "Count",
    "Coverer",
    "Covering",
    "EventTotal",
    "Facts",
    "FoundTie",
    "People",
    "Period",
    "Reason",
    "Reckoning",
    "State",
    "Together",
    "count",
    "explain",
    "find_ties",
    "reasons_together",
    "reckon",
    "states",
]
