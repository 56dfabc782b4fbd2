"""Acts as the history shows them: who did what, why, and whether it still stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidings.registry import persons
from tidings.registry.models import Act, Consent, Mention, Reversal, Source, Undone
from tidings.registry.profile import Profile

#: The first act makes the registry; without it there is nothing to go back to.
FOR_GOOD = frozenset({"init"})


@dataclass(frozen=True)
class ActView:
    """An act; `source` is the id of the source that it added, `undoes` the act it took back."""

    act: Act
    undone: bool
    source: int | None
    undoes: int | None

    @property
    def can_be_undone(self) -> bool:
        return not self.undone and self.act.verb not in FOR_GOOD


def views(acts: Sequence[Act]) -> list[ActView]:
    """The acts with what belongs to them, in a handful of queries."""
    ids = [act.id for act in acts]
    undone = set(Undone.objects.filter(act_id__in=ids).values_list("act_id", flat=True))
    sources = dict(Source.objects.filter(act_id__in=ids).values_list("act_id", "id"))
    reversals = Reversal.objects.filter(act_id__in=ids).values_list("act_id", "undoes_id")
    undoes = dict(reversals)
    return [ActView(act, act.id in undone, sources.get(act.id), undoes.get(act.id)) for act in acts]


def about(profile: Profile, limit: int = 3) -> list[ActView]:
    """The latest acts that made this person what it is."""
    mentions = [mention.id for mention in profile.mentions]
    ids = set(Mention.objects.filter(pk__in=mentions).values_list("act_id", flat=True))
    ids |= set(Consent.objects.filter(mention_id__in=mentions).values_list("act_id", flat=True))
    ids |= {statement.act for statement in profile.timeline}
    decisions = persons.standing_decisions(mentions, evidence=False).values()
    ids |= {decision.act_id for decision in decisions}
    return views(_latest(ids, limit))


def _latest(ids: Iterable[int], limit: int) -> list[Act]:
    return list(Act.objects.filter(pk__in=ids).order_by("-id")[:limit])
