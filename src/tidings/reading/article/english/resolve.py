"""The actors of one sentence: names learnt, titles tied to names, pronouns followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tidings.reading.article.english.cast import Actor, Cast, singular
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.naming import Namer, with_relative
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.pronouns import Pronouns


@dataclass
class Resolver:
    """Follows one sentence: `known` holds the actors of each noun phrase by its first token."""

    cast: Cast
    sentence: Sentence
    known: dict[int, list[Actor]] = field(default_factory=dict)
    pronouns: Pronouns = field(init=False)
    namer: Namer = field(init=False)

    def __post_init__(self) -> None:
        self.pronouns = Pronouns(self.cast)
        self.namer = Namer(self.cast, self.sentence, self.pronouns)

    def learn(self) -> None:
        """Meet every named or titled phrase of the sentence, left to right, then the
        appositions that tie a name to a title."""
        self.pronouns.here = self.cast.clock + 1
        for place, phrase in enumerate(self.sentence.row):
            if phrase.kind == "NP" and not phrase.pronoun:
                self.known[phrase.first] = self.namer.describe(phrase, place)
        for place, phrase in enumerate(self.sentence.row):
            if phrase.kind == "NP" and self.sentence.kind(self._past_parts(place)) == ",":
                self._apposition(phrase, place)
        for place in self.sentence.verbs:
            self._copula(place)
        self._list_people()

    def _list_people(self) -> None:
        """Remember who is named together: "Juan and Pedro Vera" share a surname too."""
        row = self.sentence.row
        for place, phrase in enumerate(row):
            named = phrase.kind == "NP" and phrase.head.tag == "R"
            if not named or self.sentence.kind(place + 1) not in {"C", ","}:
                continue
            found = [self.known.get(p.first, []) for p in self.sentence.list_from(place)]
            people = [actors[0] for actors in found if len(actors) == 1]
            people = [actor for actor in people if actor.kind == "person"]
            if len(people) < 2 or len(people) != len(found):
                continue
            self._share_surname(people)
            self.cast.listed = (self.cast.tick(), people)
            return

    def _share_surname(self, people: Sequence[Actor]) -> None:
        """New people of one given name each, before one with a surname, bear it too."""
        given, *surname = people[-1].name.split()
        new = [a for a in people if a.place[0] >= self.sentence.start]
        if not surname or given in surname or len(new) < len(people):
            return
        for actor in people[:-1]:
            if len(actor.name.split()) > 1 or actor.owner is not None:
                return
        for actor in people[:-1]:
            actor.name = " ".join([actor.name, *surname])

    def _enumerates(self, phrase: Phrase, comma: int) -> bool:
        """ "two activists, A and B": the names stand for the group."""
        group = self.known.get(phrase.first, [])
        if len(group) != 1 or group[0].kind != "group" or self.sentence.kind(comma + 1) != "NP":
            return False
        found = [self.known.get(p.first, []) for p in self.sentence.list_from(comma + 1)]
        people = [actors[0] for actors in found if len(actors) == 1 and actors[0].kind == "person"]
        count = {"two": 2, "three": 3, "four": 4, "five": 5}
        told = next((count[t.low] for t in phrase.own if t.low in count), len(people))
        if len(people) < 2 or len(people) != len(found) or told != len(people):
            return False
        for actor in people:
            actor.roles |= {singular(role) for role in group[0].roles}
            actor.owner = actor.owner or group[0].owner
        if group[0].place[0] >= self.sentence.start:
            self.cast.forget(group[0])
        self.known[phrase.first] = people
        return True

    def hear(self, speaker: Actor) -> None:
        """From here on "I" and "my" are this speaker's; what was met as "my ..." is met anew."""
        self.pronouns.me = speaker
        for place, phrase in enumerate(self.sentence.row):
            if phrase.kind == "NP" and phrase.own[0].low in {"my", "our"} and len(phrase.own) > 1:
                for old in self.known.get(phrase.first, []):
                    if old.owner is None and old.kind == "role" and old in self.cast.actors:
                        self.cast.actors.remove(old)
                self.known[phrase.first] = self.namer.describe(phrase, place)

    def actors(
        self, found: Sequence[Phrase], purpose: str = "subject", barred: Sequence[Actor] = ()
    ) -> list[Actor]:
        """The actors of these phrases, without repetition."""
        result: list[Actor] = []
        for phrase in found:
            for actor in self._of(phrase, purpose, barred):
                if actor not in result:
                    result.append(actor)
        return result

    def _of(self, phrase: Phrase, purpose: str, barred: Sequence[Actor]) -> list[Actor]:
        if phrase.pronoun in {"anyone", "anybody", "everyone", "everybody", "someone", "whoever"}:
            place = self.sentence.row.index(phrase)
            if self.sentence.kind(place + 1) != "W":
                return []
            return [Actor("group", with_relative(self.sentence, place), {"person"})]
        self.pronouns.upto = phrase.start
        if phrase.pronoun and phrase.own[0].low in {"either", "neither", "both"}:
            return self.pronouns.pair() or self.pronoun(phrase.pronoun, purpose, barred)
        if phrase.pronoun:
            return self.pronoun(phrase.pronoun, purpose, barred)
        return self.known.get(phrase.first, [])

    def pronoun(self, low: str, purpose: str, barred: Sequence[Actor] = ()) -> list[Actor]:
        """Whom this pronoun means here."""
        return self.pronouns.means(low, purpose, barred)

    def owner_of(self, phrase: Phrase) -> Actor | None:
        """Whose: the possessor inside this phrase, if it has one."""
        return self.namer.owner(phrase.own)

    def owners_of(self, phrase: Phrase, barred: Sequence[Actor] = ()) -> list[Actor]:
        """ "their passports" belong to several."""
        if phrase.own[0].tag == "S":
            found = self.pronoun(phrase.own[0].low, "patient", barred)
            return [a for a in found if a.kind != "body" or a is self.cast.writer]
        owner = self.namer.owner(phrase.own)
        return [owner] if owner is not None else []

    def _pairs(self, place: int) -> bool:
        """ "my aunt and uncle, Rosa and Emilio": the first name is the aunt's."""
        kinds = [self.sentence.kind(place + step) for step in range(-2, 5)]
        if kinds != ["NP", "C", "NP", ",", "NP", "C", "NP"]:
            return False
        row = self.sentence.row
        roles = [a for p in (row[place - 2], row[place]) for a in self.known.get(p.first, [])]
        names = [a for p in (row[place + 2], row[place + 4]) for a in self.known.get(p.first, [])]
        if [a.kind for a in roles + names] != ["role", "role", "person", "person"]:
            return False
        roles[1].owner = roles[1].owner or roles[0].owner
        for role, name in zip(roles, names, strict=True):
            self._join(name, role)
        return True

    def _apposition(self, phrase: Phrase, place: int) -> None:
        """ "My husband, Adnan Kassab, was ..." and "Kombo, a clerk at the court, ..."."""
        comma = self._past_parts(place)
        if self._pairs(place) or self._enumerates(phrase, comma):
            return
        other = self.sentence.row[comma + 1] if self.sentence.kind(comma + 1) == "NP" else None
        if other is None:
            return
        left, right = self.known.get(phrase.first, []), self.known.get(other.first, [])
        if len(left) != 1 or len(right) != 1 or left[0] is right[0]:
            return
        one, two = left[0], right[0]
        closes = self._closes(comma + 1)
        if one.kind == "role" and two.kind == "person" and closes:
            self._join(two, one)
            self.known[phrase.first] = [two]
        elif one.kind == "person" and two.kind == "role" and closes and comma == place + 1:
            self._join(one, two)
            self.known[other.first] = [one]

    def _past_parts(self, place: int) -> int:
        """ "a spokesman for the ministry, Prak Vuthy": past "for the ministry" to the comma."""
        at = place + 1
        titled = [a for a in self.known.get(self.sentence.row[place].first, []) if a.kind == "role"]
        while titled and self.sentence.low(at) in {"of", "for", "at", "in"}:
            if self.sentence.kind(at + 1) != "NP":
                break
            at += 2
        return at

    def _closes(self, place: int) -> bool:
        """Does the apposition end in a comma or a full stop, "of ..." parts skipped?"""
        at = place + 1
        while self.sentence.kind(at) in {"I", "NP"} and at < len(self.sentence.row):
            at += 1
        return self.sentence.kind(at) in {",", ".", "W", "C"} or at >= len(self.sentence.row)

    def _copula(self, place: int) -> None:
        """ "My father is called Tuan", "His name is Tuan", "He was a monk"."""
        sentence, after = self.sentence, place + 1
        verb = sentence.row[place]
        named = verb.lemma in {"call", "name"} and verb.passive
        sides = sentence.kind(place - 1), sentence.kind(after)
        if verb.shape not in {"finite", "part"} or sides != ("NP", "NP"):
            return
        if not named and verb.lemma != "be":
            return
        left, right = sentence.row[place - 1], sentence.row[after]
        new = self.known.get(right.first, [])
        if left.pronoun == "i" and len(new) == 1 and new[0].kind == "role":
            self._introduce(after, new[0])
        elif len(new) == 1:
            self._equate(left, right, new[0], named)

    def _introduce(self, place: int, role: Actor) -> None:
        """ "I am the wife of Tesfaye Alemu": whose wife the writer is."""
        me = self.pronouns.me or self.cast.writer
        owner = role.owner
        if self.sentence.low(place + 1) == "of" and self.sentence.kind(place + 2) == "NP":
            named = self.known.get(self.sentence.row[place + 2].first, [])
            owner = named[0] if named and named[0].kind == "person" else owner
        if me is None:
            return
        me.roles |= role.roles
        me.sex = me.sex or role.sex
        me.owner = me.owner or (owner if owner is not me else None)
        self.cast.forget(role)
        self.known[self.sentence.row[place].first] = [me]

    def _equate(self, left: Phrase, right: Phrase, new: Actor, named: bool) -> None:
        """The phrase on the left is the actor on the right: a name for a title, or a title more."""
        if left.head.low in {"name", "names"}:
            old = self.owners_of(left)
            named = True
        elif left.pronoun:
            old = self.pronoun(left.pronoun, "subject")
        else:
            old = self.known.get(left.first, [])
        titled = new.kind == "role" and new.owner is None and right.own[0].low in {"a", "an"}
        if titled and (not old or old[0].kind in {"body", "thing"}) and not left.pronoun:
            # "China is a major trading partner": no person.
            self.cast.forget(new)
            self.known[right.first] = []
        if len(old) != 1 or old[0] is new:
            return
        one = old[0]
        if one.kind == "role" and new.kind == "person" and (named or right.head.tag == "R"):
            self._join(new, one)
            self.known[left.first] = [new]
        if one.kind in {"person", "role"} and titled and new in self.cast.actors:
            one.roles |= new.roles
            one.sex = one.sex or new.sex
            self.cast.actors.remove(new)
            self.known[right.first] = [one]

    def _join(self, person: Actor, role: Actor) -> None:
        if role.name:
            self.cast.renamed[role.name] = person.name
        person.roles |= role.roles
        person.sex = person.sex or role.sex
        person.owner = person.owner or (role.owner if role.owner is not person else None)
        person.victim = max(person.victim, role.victim)
        person.spoke = max(person.spoke, role.spoke)
        if role in self.cast.actors and role.kind == "role":
            self.cast.actors.remove(role)
            for actor in self.cast.actors:
                if actor.owner is role:
                    actor.owner = person
                    actor.name = actor.name.replace(f"{role.name}'s ", f"{person.name}'s ", 1)
