"""Whom a pronoun means in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from tidings.reading.article.english import people
from tidings.reading.article.english.cast import FEMALE, FIRST_PERSON, MALE, THEY, Actor, Cast, fits

_EMPTY = frozenset("nobody none nothing something anything everything no-one".split())


@dataclass
class Pronouns:
    """`me` is who "I" is inside a quotation, `speaker` who speaks the clause being read, `here`
    the clock when the sentence began, `upto` where the pronoun stands, `meant` what each pronoun
    of the sentence has meant so far."""

    cast: Cast
    me: Actor | None = None
    speaker: Actor | None = None
    here: int = 0
    upto: int = sys.maxsize
    meant: dict[str, Actor] = field(default_factory=dict)

    def means(self, low: str, purpose: str, barred: Sequence[Actor] = ()) -> list[Actor]:
        """`purpose` as in Cast.pronoun; several for "them" when one event befell several."""
        if low in _EMPTY:
            return []
        if low in {"they", "them", "their", "theirs"} and purpose == "patient":
            near = self._near(barred)
            if near:
                return near
        if low in FIRST_PERSON and self.me is not None:
            return [self.me]
        same = self.meant.get(_family(low))
        if purpose == "patient" and self.cast.approached is not None:
            # "I went to the mayor. He said he would be freed": not the mayor
            barred = [*barred, self.cast.approached]
        if same is not None and same not in barred:
            return [same]
        found = self._new(low, purpose, barred)
        if len(found) == 1:
            self.meant[_family(low)] = found[0]
        return found

    def _near(self, barred: Sequence[Actor]) -> list[Actor]:
        """The first group of this sentence that "they" may mean."""
        groups = [a for a in self.cast.actors if a.kind == "group" and self.here <= a.seen]
        groups = [a for a in groups if a.place[0] < self.upto]
        plain = [a for a in groups if not a.roles & people.UNIFORMED]
        groups = plain or ([] if self.listed(barred) else groups)
        fresh = [a for a in groups if a not in barred and not a.victim] or groups
        return [a for a in fresh[:1] if a not in barred] if self.here else []

    def _new(self, low: str, purpose: str, barred: Sequence[Actor]) -> list[Actor]:
        if low in {"them", "their", "they", "those"} and purpose == "patient":
            together = self.together(barred) or self.listed(barred)
            if together:
                return together
        owner = self.speaker.owner if self.speaker is not None else None
        if owner is self.cast.writer:
            owner = None
        if owner is not None and owner not in barred and fits(owner, low):
            return [owner]
        later = [a for a in self.cast.actors if a.place[0] > self.upto]
        actor = self.cast.pronoun(low, purpose, [*barred, *later], self.here, self.speaker)
        actor = actor or self.cast.pronoun(low, purpose, barred, self.here, self.speaker)
        return [actor] if actor is not None else []

    def several(self, words: Sequence[str]) -> list[Actor]:
        """ "both", "the couple", "all three": that many people told of together."""
        count = people.COUNTS.get(words[-1], 0)
        if not count or words[0] not in people.WHOLE:
            return []
        group = self.some_of_them() if words == ["the", "pair"] else None
        return self.together(count=count) or ([group] if group is not None else [])

    def some_of_them(self) -> Actor | None:
        """ "Dozens of teachers were arrested. Many were beaten.": many teachers."""
        hurt = [a for a in self.cast.actors if a.kind == "group" and a.victim]
        hurt = [a for a in hurt if not a.roles & people.QUANTITIES]
        return max(hurt, key=lambda a: a.victim, default=None)

    def pair(self) -> list[Actor]:
        """ "either of them": the two people told of last, where something befell both."""
        told = [a for a in self.cast.actors if a.victim and a.kind in {"person", "group"}]
        last = sorted(told, key=lambda actor: actor.victim)[-2:]
        return last if len(last) == 2 and all(a.kind == "person" for a in last) else []

    def listed(self, barred: Sequence[Actor] = ()) -> list[Actor]:
        """ "my brothers, Peter and Joseph": they, until a group is spoken of."""
        clock, people_named = self.cast.listed
        groups = [a for a in self.cast.actors if a.kind == "group" and a not in barred]
        seen = max((a.seen for a in groups if not a.roles & people.UNIFORMED), default=0)
        alive = [a for a in people_named if a in self.cast.actors and a not in barred]
        return alive if clock > seen and len(alive) == len(people_named) else []

    def together(self, barred: Sequence[Actor] = (), count: int = 0) -> list[Actor]:
        """The people whom one event befell together last, if that was after any group; of
        `count` people, where one is given."""
        latest = max((a.victim for a in self.cast.actors), default=0)
        several = [a for a in self.cast.actors if a.victim == latest and latest]
        groups = [a for a in self.cast.actors if a.kind == "group" and a not in barred]
        if count:
            groups = [a for a in groups if a.victim]
            several = several if len(several) == count else []
        later = latest > max((a.seen for a in groups), default=0)
        return several if len(several) > 1 and later else []


def _family(pronoun: str) -> str:
    """he, him and his are one; so are they, them and their."""
    for family in (MALE, FEMALE, THEY):
        if pronoun in family:
            return min(family)
    return "it" if pronoun in {"it", "its"} else pronoun
