"""What consent asks of the workers: what runs out, what waits for a decision, what was taken
back lately."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from tidings.desk.standing import ENDED, Spoken, spoken
from tidings.registry.consenting import ConsentView, consents_of
from tidings.registry.models import Consent
from tidings.registry.persons import persons_of
from tidings.registry.profile import profiles
from tidings.registry.profiling.shape import Profile
from tidings.values import ConsentVerb

RUNS_OUT_WITHIN = timedelta(days=60)
LATELY = timedelta(days=30)
SHOWN = 50


@dataclass(frozen=True)
class Watched:
    """A person, and of what was said about them that which is to be looked at."""

    profile: Profile
    consents: tuple[ConsentView, ...] = ()
    audiences: tuple[Spoken, ...] = ()


def running_out(today: date) -> list[Watched]:
    """Consents whose last day comes within two months, the nearest first."""
    last = today + RUNS_OUT_WITHIN
    rows = Consent.live.filter(verb=ConsentVerb.ALLOWS, ends__gte=today, ends__lte=last)
    found = []
    for shown in _profiles(rows.order_by("ends").values_list("mention_id", flat=True)):
        ending = tuple(
            each
            for each in consents_of(shown.person, today)
            if each.verb is ConsentVerb.ALLOWS
            and each.state not in ENDED
            and each.said.ends
            and today <= each.said.ends <= last
        )
        if ending:
            found.append(Watched(shown, ending))
    return found


def undecided(today: date) -> list[Watched]:
    """Persons about whom relatives do not agree. Only those can be of whom two things were
    said, one of them that nothing be said or both that something may."""
    rows = Consent.live.filter(verb__in=(ConsentVerb.ALLOWS, ConsentVerb.OBJECTS))
    said = list(rows.values_list("mention_id", flat=True))
    persons = persons_of(said)
    times = Counter(persons[each] for each in said if each in persons)
    found = []
    for shown in _profiles([person for person, n in times.items() if n > 1]):
        waiting = tuple(each for each in spoken(shown.person, today) if each.open)
        if waiting:
            found.append(Watched(shown, audiences=waiting))
    return found


def taken_back() -> list[Watched]:
    """What was taken back within a month, the latest first."""
    since = timezone.now() - LATELY
    rows = Consent.live.filter(verb=ConsentVerb.WITHDRAWS, act__at__gte=since)
    gone = set(rows.values_list("withdraws_id", flat=True))
    return [
        Watched(shown, tuple(each for each in consents_of(shown.person) if each.id in gone))
        for shown in _profiles(rows.order_by("-id").values_list("mention_id", flat=True))
    ]


def _profiles(mentions: Iterable[int]) -> Collection[Profile]:
    """Whose mentions these are, each once, the first of them."""
    wanted = list(mentions)
    persons = persons_of(wanted)
    people = list(dict.fromkeys(persons[each] for each in wanted if each in persons))[:SHOWN]
    return profiles(people).values()
