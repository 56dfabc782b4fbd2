"""Whether somebody whom a published source quotes is a relative who does not want to be named.

That a newspaper named them once is no reason to name them again.
"""

from __future__ import annotations

from collections.abc import Iterable

from tidings.names import compare
from tidings.registry.consents.pseudonyms import ALIKE
from tidings.release.known import Known


def hidden_names(known: Known, released: Iterable[int]) -> frozenset[str]:
    """The names of those who speak for the person without letting their own name be said, and of
    kin who are not `released` by name."""
    consents = known.standing.consents
    named = {each.testifier for each in consents if each.own_name}
    open_ = {voice.name for number, voice in known.voices.items() if number in named}
    silent = {voice.name for voice in (*known.voices.values(), *known.testifiers)} - open_
    kin = {name for each in known.kin if each.other not in released for name in each.names}
    return frozenset(name for name in silent | kin if name and not is_one_of(name, open_))


def is_one_of(name: str, names: Iterable[str]) -> bool:
    """Whether every part of the name is, or sounds like, a part of one of these, in any script;
    of the two the shorter one counts."""
    return any(_alike(name, each) for each in names)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    parts = [each for each in compare(one, other).parts if each.a and each.b]
    return bool(parts) and all(each.verdict in ALIKE for each in parts)
