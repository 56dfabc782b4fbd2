"""The one function from the registry to outsiders, and what only a worker may see beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.publishing.release import Release
from tidings.registry import folder
from tidings.registry.folder import Folder
from tidings.registry.models import Act
from tidings.release import counting
from tidings.release.deciding import Decided, decide
from tidings.release.gathering import gather
from tidings.release.known import Gathered
from tidings.values import Audience


@dataclass(frozen=True)
class _Made:
    """A release with the registry's side of it, which never leaves. `at`: path and newest act."""

    at: tuple[object, ...]
    gathered: Gathered
    decided: Decided
    release: Release


#: The latest releases: a worker looks at one several times while nothing changes. They are
#: dropped when the registry is locked.
_made: list[_Made] = []
_KEPT = 4
folder.when_locked(_made.clear)


def release(registry: Folder, audience: Audience, on: date) -> Release:
    """All that `audience` may be given on the day `on`, and not a field more."""
    return _make(registry, audience, on).release


def person_ids(registry: Folder, audience: Audience, on: date) -> dict[str, int]:
    """Released id -> person. For the desk only: it leads back into the registry."""
    return dict(_make(registry, audience, on).decided.ids)


def announcement_ids(registry: Folder, audience: Audience, on: date) -> dict[int, str]:
    """Announcement (its statement) -> released id. For the desk only."""
    made = _make(registry, audience, on)
    released = {each.id for each in made.release.announcements}
    from tidings.registry import announcing

    ids = {
        each.id: counting.announcement_id(made.gathered, each.id)
        for each in announcing.announcements()
    }
    return {statement: each for statement, each in ids.items() if each in released}


def nameless(registry: Folder, audience: Audience, on: date) -> frozenset[int]:
    """Persons who may be named, but whom no covered source names."""
    return _make(registry, audience, on).decided.nameless


def _make(registry: Folder, audience: Audience, on: date) -> _Made:
    newest = Act.objects.order_by("-id").values_list("id", flat=True).first()
    at = (registry.path, newest, audience, on)
    for each in _made:
        if each.at == at:
            return each
    gathered = gather(registry, audience, on)
    decided = decide(gathered)
    announced = counting.announcements(gathered, decided)
    made = Release(
        audience=audience,
        on=on,
        organisation=gathered.organisation,
        address=gathered.address,
        contact=gathered.contact,
        invented=gathered.invented,
        people=decided.people,
        announcements=announced,
        silences=counting.silences(gathered, decided, announced),
    )
    _made[_KEPT - 1 :] = []
    _made.insert(0, _Made(at, gathered, decided, made))
    return _made[0]
