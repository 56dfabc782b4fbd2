"""What changed for whom between two releases."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from tidings.publishing.release import Release, ReleasedPerson


@dataclass(frozen=True)
class Change:
    """Of the person with this released id: came, left, or changed in these `fields`. Who
    appears in another form has another id: the one leaves and the other comes."""

    id: str
    kind: Literal["came", "left", "changed"]
    fields: tuple[str, ...] = ()


def difference(before: Release, after: Release) -> tuple[Change, ...]:
    """Person by person, in the order of their ids. Whoever is the same in both is left out."""
    then = {each.id: each for each in before.people}
    now = {each.id: each for each in after.people}
    changes = (_change(each, then.get(each), now.get(each)) for each in sorted(then | now))
    return tuple(each for each in changes if each is not None)


def _change(
    identifier: str, then: ReleasedPerson | None, now: ReleasedPerson | None
) -> Change | None:
    if then is None:
        return Change(identifier, "came")
    if now is None:
        return Change(identifier, "left")
    changed = [
        each.name for each in fields(now) if getattr(then, each.name) != getattr(now, each.name)
    ]
    return Change(identifier, "changed", tuple(changed)) if changed else None
