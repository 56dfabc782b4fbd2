"""Find a person by a name in any script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.names import Hit, Match, NameIndex, compare, search
from tidings.registry import persons
from tidings.registry.folder import current, when_locked
from tidings.registry.models import Act, MentionName, Reversal
from tidings.registry.profile import profiles
from tidings.registry.profiling.attributes import contradict
from tidings.registry.profiling.shape import Profile
from tidings.values import Dated, Sex

#: Names looked at first for each person to show, and how many times more while the persons they
#: lead to do not suffice: somebody may be named in many sources, a filter may refuse most.
FIRST_LOOK, WIDER, WIDEST = 1.5, 4, 40


@dataclass(frozen=True)
class Found:
    """A person whom the query may mean: the name that matched, why, and the profile."""

    person: int
    name: str
    match: Match
    profile: Profile


@dataclass
class _Cached:
    """The index of one registry, and what it was built from."""

    path: str = ""
    last_act: int = 0
    reversals: int = 0
    index: NameIndex | None = None


_cache = _Cached()


def find(
    query: str,
    *,
    sex: Sex | None = None,
    born: Dated | None = None,
    place: str | None = None,
    limit: int = 20,
    prefix: bool = False,
) -> list[Found]:
    """The persons whose name matches best, at most `limit`, the likeliest first.

    With `prefix` the last word may be unfinished. A filter leaves out only whom it contradicts:
    somebody whose birth no source gives may still be the one who was born in 1974.
    """
    if not query.strip():
        return []
    index = names_index()
    looked_at = round(limit * FIRST_LOOK)
    while True:
        hits = search(query, index, limit=looked_at, prefix=prefix)
        found = _kept(_best(hits), sex, born, place, limit)
        if len(found) == limit or len(hits) < looked_at or looked_at >= limit * WIDEST:
            return found
        looked_at *= WIDER


def _best(hits: Sequence[Hit]) -> dict[int, tuple[str, Match]]:
    """person -> the name that matches best, and how; the likeliest person first."""
    people = persons.persons_of(sorted({hit.key for hit in hits}))
    best: dict[int, tuple[str, Match]] = {}
    for hit in hits:
        person = people.get(hit.key)
        if person is not None and person not in best:
            best[person] = hit.name, hit.match
    return best


def _kept(
    best: dict[int, tuple[str, Match]],
    sex: Sex | None,
    born: Dated | None,
    place: str | None,
    limit: int,
) -> list[Found]:
    """Profiles are computed a screenful at a time, until enough of them pass the filters."""
    found: list[Found] = []
    for portion in persons.batches(list(best), limit):
        shown = profiles(portion)
        found += [
            Found(person, *best[person], shown[person])
            for person in portion
            if shown[person].mentions and _passes(shown[person], sex, born, place)
        ]
        if len(found) >= limit:
            break
    return found[:limit]


def names_index() -> NameIndex:
    """The index of every name in the registry; grown by what was added since the last call."""
    path = str(current().path)
    last = Act.objects.order_by("-id").values_list("id", flat=True).first() or 0
    reversals = Reversal.objects.count()
    if _cache.index is None or (_cache.path, _cache.reversals) != (path, reversals):
        _cache.index = NameIndex.from_rows(_names(after=0))
    elif _cache.last_act != last:
        for mention, written in _names(after=_cache.last_act):
            _cache.index.add(mention, written)
    _cache.path, _cache.last_act, _cache.reversals = path, last, reversals
    return _cache.index


def _forget() -> None:
    _cache.index = None


when_locked(_forget)


def _names(after: int) -> list[tuple[int, str]]:
    rows = MentionName.live.filter(act_id__gt=after).order_by("id")
    return list(rows.values_list("mention_id", "written"))


def _passes(profile: Profile, sex: Sex | None, born: Dated | None, place: str | None) -> bool:
    births = [mention.birth for mention in profile.mentions if mention.birth]
    sexes = [mention.sex for mention in profile.mentions if mention.sex]
    places = [mention.place for mention in profile.mentions if mention.place]
    return (
        (sex is None or not sexes or sex in sexes)
        and (born is None or not births or any(not contradict(born, birth) for birth in births))
        and (place is None or not places or _any_like(place, places))
    )


def _any_like(place: str, places: Sequence[str]) -> bool:
    wanted = place.casefold()
    return any(wanted in each.casefold() or compare(place, each).score > 0 for each in places)
