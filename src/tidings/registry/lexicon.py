"""The registry's lexicon: every name token once, which mentions hold it, and its neighbours.

Projections all: `rebuild` computes them again from the names as written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef

from tidings.linkage import forget_places, is_unit_token, place_tokens
from tidings.names import Lexicon, parts_of
from tidings.registry.folder import when_locked
from tidings.registry.models import Lexeme, Mention, MentionName, NamePart, Neighbour, PlacePart
from tidings.registry.persons import batches
from tidings.values import new_id

#: Parts of a name that say who somebody is; titles and initials do not.
TELLING = frozenset({"given", "surname", "patronymic", "unknown"})

#: New tokens whose neighbours are computed between two reports of progress.
SCAN = 500

Progress = Callable[[str, int, int], None]


def add_names(names: Iterable[tuple[int, int, str]]) -> None:
    """Write the parts of names given as (mention id, name id, as written)."""
    found = [
        (mention, name, position, part.token, part.role)
        for mention, name, written in names
        for position, part in enumerate(parts_of(written))
    ]
    ids = _lexeme_ids({token for *_, token, _ in found})
    NamePart.objects.bulk_create(
        [
            NamePart(
                lexeme_id=ids[token], mention_id=mention, name_id=name, position=position, role=role
            )
            for mention, name, position, token, role in found
        ],
        batch_size=2_000,
    )


def add_places(places: Iterable[tuple[int, str]]) -> None:
    """Write the units and words of places given as (mention id, as written)."""
    found = {(mention, token) for mention, written in places for token in place_tokens(written)}
    ids = _lexeme_ids({token for _, token in found})
    PlacePart.objects.bulk_create(
        [PlacePart(lexeme_id=ids[token], mention_id=mention) for mention, token in sorted(found)],
        batch_size=2_000,
    )


def scan_new(progress: Progress | None = None) -> None:
    """Compute the parts of every place and the neighbours of every token that have none yet, some
    hundreds at a time.

    Each portion is a transaction of its own: interrupted, the next scan goes on from there.
    """
    _add_missing_places()
    tokens = Lexeme.objects.values_list("id", "token")
    lexicon = Lexicon.from_tokens([each for each in tokens if not is_unit_token(each[1])])
    waiting = list(Lexeme.objects.filter(scanned=False).order_by("id").values_list("id", "token"))
    done = 0
    for portion in batches(waiting, SCAN):
        _scan(lexicon, portion)
        done += len(portion)
        if progress is not None:
            progress("comparing names", done, len(waiting))


def _add_missing_places() -> None:
    """A place that is read in a new way has lost its parts (see the migrations)."""
    parts = PlacePart.objects.filter(mention=OuterRef("pk"))
    bare = Mention.live.exclude(place="").exclude(Exists(parts)).order_by("id")
    with transaction.atomic():
        add_places(list(bare.values_list("id", "place")))


def rebuild() -> None:
    """Compute the parts of every standing mention again, and forget all neighbours."""
    with transaction.atomic():
        for model in (Neighbour, NamePart, PlacePart, Lexeme):
            model.objects.all().delete()
        names = MentionName.live.order_by("id").values_list("mention_id", "id", "written")
        add_names(names.iterator(chunk_size=5_000))
        add_places(Mention.live.exclude(place="").order_by("id").values_list("id", "place"))


def _scan(lexicon: Lexicon, portion: Sequence[tuple[int, str]]) -> None:
    spoken = [token for _, token in portion if not is_unit_token(token)]
    own, others, scores = lexicon.neighbours_of_all(spoken)
    pairs = {}
    for a, b, score in zip(own.tolist(), others.tolist(), scores.tolist(), strict=True):
        if a != b:
            pairs[a, b] = pairs[b, a] = score
    with transaction.atomic():
        Neighbour.objects.bulk_create(
            [Neighbour(lexeme_id=a, other_id=b, score=score) for (a, b), score in pairs.items()],
            batch_size=5_000,
            ignore_conflicts=True,
        )
        Lexeme.objects.filter(pk__in=[each for each, _ in portion]).update(scanned=True)


def _lexeme_ids(tokens: set[str]) -> dict[str, int]:
    """token -> id, new tokens getting one."""
    wanted = sorted(tokens)
    ids = {
        token: lexeme
        for portion in batches(wanted)
        for token, lexeme in Lexeme.objects.filter(token__in=portion).values_list("token", "id")
    }
    new = [Lexeme(id=new_id(), token=token) for token in wanted if token not in ids]
    Lexeme.objects.bulk_create(new, batch_size=5_000)
    return ids | {lexeme.token: lexeme.id for lexeme in new}


when_locked(forget_places)
