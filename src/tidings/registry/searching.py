"""Find a person by a name in any script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from tidings.names import Hit, Match, NameIndex, search
from tidings.registry import particulars, persons
from tidings.registry.folder import current, when_locked
from tidings.registry.models import Act, MentionName, Reversal
from tidings.registry.particulars import READ_AT_ONCE, Particulars
from tidings.registry.profile import profiles
from tidings.registry.profiling.shape import Profile
from tidings.values import Dated, Sex

#: Names looked at first for each person to show, and how many times more while the persons they
#: lead to do not suffice: somebody may be named in many sources.
FIRST_LOOK, WIDER, WIDEST = 1.5, 4, 40


@dataclass(frozen=True)
class Found:
    """A person whom the query may mean: the name that matched, why, and the profile."""

    person: int
    name: str
    match: Match
    profile: Profile


@dataclass(frozen=True)
class _State:
    """A registry at one moment."""

    path: str = ""
    reversals: int = 0
    last_act: int = 0

    @property
    def before(self) -> tuple[str, int]:
        """What has to be the same for later acts to have only added."""
        return self.path, self.reversals


@dataclass
class _Cached:
    """The index and the particulars of one registry, and the state they were read in."""

    indexed: _State = _State()
    index: NameIndex | None = None
    described: _State = _State()
    particulars: Particulars | None = None


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
    index, only = names_index(), None
    if sex is not None or born is not None or place is not None:
        only = _particulars().allowed(sex, born, place)
    looked_at = round(limit * FIRST_LOOK)
    while True:
        hits = search(query, index, limit=looked_at, only=only, prefix=prefix)
        best = _best(hits)
        if len(best) >= limit or len(hits) < looked_at or looked_at >= limit * WIDEST:
            return _with_profiles(dict(list(best.items())[:limit]))
        looked_at *= WIDER


def _best(hits: Sequence[Hit]) -> dict[int, Hit]:
    """person -> the name that matches best; the likeliest person first."""
    people = persons.persons_of(sorted({hit.key for hit in hits}))
    best: dict[int, Hit] = {}
    for hit in hits:
        if hit.key in people:
            best.setdefault(people[hit.key], hit)
    return best


def _with_profiles(best: Mapping[int, Hit]) -> list[Found]:
    shown = profiles(list(best))
    return [
        Found(person, hit.name, hit.match, shown[person])
        for person, hit in best.items()
        if shown[person].mentions
    ]


def names_index() -> NameIndex:
    """The index of every name in the registry; grown by what was added since the last call."""
    now = _state()
    if _cache.index is None or _cache.indexed.before != now.before:
        _cache.index = NameIndex.from_rows(_names(after=0))
    elif _cache.indexed != now:
        for mention, written in _names(after=_cache.indexed.last_act):
            _cache.index.add(mention, written)
    _cache.indexed = now
    return _cache.index


def _particulars() -> Particulars:
    """What sources say of everybody; grown by what was added since the last call."""
    now = _state()
    if _cache.particulars is None or _cache.described.before != now.before:
        _cache.particulars = particulars.read()
    elif _cache.described != now:
        _cache.particulars = particulars.read(_cache.particulars, _cache.described.last_act)
    _cache.described = now
    return _cache.particulars


def _state() -> _State:
    last = Act.objects.order_by("-id").values_list("id", flat=True).first() or 0
    return _State(str(current().path), Reversal.objects.count(), last)


def _forget() -> None:
    _cache.index = _cache.particulars = None


when_locked(_forget)


def _names(after: int) -> Iterator[tuple[int, str]]:
    rows = MentionName.live.filter(act_id__gt=after).order_by("id")
    names: QuerySet = rows.values_list("mention_id", "written")
    return names.iterator(chunk_size=READ_AT_ONCE)
