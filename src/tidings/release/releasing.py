"""The one function from the registry to outsiders, and what only a worker may see beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tidings.publishing.release import Release, ReleasedPerson
from tidings.registry import announcing, folder
from tidings.registry.folder import Folder
from tidings.registry.models import Act, Doubt
from tidings.release import counting
from tidings.release.deciding import Decided, decide
from tidings.release.forms import why_withheld
from tidings.release.gathering import gather
from tidings.release.known import Gathered
from tidings.release.words import Withheld
from tidings.values import Audience, ConsentForm


@dataclass(frozen=True)
class _Made:
    """A release with the registry's side of it, which never leaves. `at`: path, newest act and
    newest doubt about who is who."""

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
    ids = {
        each.id: counting.announcement_id(made.gathered, each.id)
        for each in announcing.announcements()
    }
    return {statement: each for statement, each in ids.items() if each in released}


def nameless(registry: Folder, audience: Audience, on: date) -> frozenset[int]:
    """Persons who may be named, but whom no covered source names."""
    return _make(registry, audience, on).decided.nameless


def words_withheld(registry: Folder, audience: Audience, on: date) -> dict[int, Withheld]:
    """Person in the release by name -> what is in the family's words that they may not say, so
    that somebody can go over them with the family. For the desk only."""
    made = _make(registry, audience, on)
    ids = {person: identifier for identifier, person in made.decided.ids.items()}
    shown = {each.id: each for each in made.release.people}
    reasons = {
        known.person: why_withheld(known, _names_shown(shown, shown[ids[known.person]]))
        for known in made.gathered.people
        if known.person in ids and known.standing.form is ConsentForm.NAMED
    }
    return {person: reason for person, reason in reasons.items() if reason is not None}


def _names_shown(shown: Mapping[str, ReleasedPerson], person: ReleasedPerson) -> set[str]:
    """The names that the release gives of a person and of their kin in it."""
    people = [person, *(shown[kin.person] for kin in person.kin)]
    return {name.written for each in people for name in each.names}


def _make(registry: Folder, audience: Audience, on: date) -> _Made:
    newest = Act.objects.order_by("-id").values_list("id", flat=True).first()
    doubts = Doubt.objects.order_by("-id").values_list("id", flat=True).first()
    at = (registry.path, newest, doubts, audience, on)
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
