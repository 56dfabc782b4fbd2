"""What was said about consent, and what stands of it for one audience on one day: pure rules.

Nothing here reads the database: `registry.consenting` records and asks, `release` decides with it.
"""

from tidings.registry.consents.doubted import held_back, kept_out
from tidings.registry.consents.said import Allowed, Giver, Said, State, Why
from tidings.registry.consents.standing import Standing, standing
from tidings.registry.consents.states import states

__all__ = [
    "Allowed",
    "Giver",
    "Said",
    "Standing",
    "State",
    "Why",
    "held_back",
    "kept_out",
    "standing",
    "states",
]
