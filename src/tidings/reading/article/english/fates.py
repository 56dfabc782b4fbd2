"""Whose fate an event is: subject, object, possessor, or whoever a preposition brings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tidings.reading.article.english.cast import Actor, fits
from tidings.reading.article.english.event_words import Rule
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.resolve import Resolver
from tidings.values import Event

_HUMAN = frozenset({"person", "role", "group"})
_OWNED = {"his": "him", "hers": "her", "theirs": "them"}
_LINKS = frozenset("from of with to about on for".split())
Found = tuple[list[Phrase], list[Actor]]


@dataclass(frozen=True)
class Fates:
    """Finds the people of an event in one sentence: (phrases, actors)."""

    sentence: Sentence
    resolver: Resolver

    def of(self, rule: Rule, place: int, verb: Phrase) -> Found:
        sentence, resolver = self.sentence, self.resolver
        if rule.fate == "s":
            phrases = sentence.subject(place)
            own = self._own_deed(rule, phrases, verb)
            return phrases, own or self.people(phrases, ())
        if rule.fate == "o":
            phrases = sentence.subject(place) if verb.passive else sentence.objects(place)
            if rule.event is Event.RENOUNCED_CITIZENSHIP and not verb.passive and not phrases:
                phrases = sentence.subject(place)
            agents = () if verb.passive else resolver.actors(sentence.subject(place))
            return phrases, self.people(phrases, agents)
        if rule.fate == "p":
            return self._possessor(place, verb)
        if rule.fate == "w":
            return self._whose_remains(place)
        if rule.fate == "t":
            return self._whose_trial(place)
        if rule.fate == "r":
            return self._remains(place)
        if rule.fate == "l":
            return self._sender(place)
        if rule.fate == "q":
            return self._sought(place)
        return self._linked(place)

    def _own_deed(self, rule: Rule, phrases: Sequence[Phrase], verb: Phrase) -> list[Actor]:
        """ "Zaw said he shared a cell with the editor": he is Zaw."""
        speaker = self.resolver.pronouns.speaker
        deed = verb.lemma != "be" and rule.event not in {Event.DIED, Event.CONTACT_LOST}
        pronoun = phrases[0].pronoun if phrases else ""
        if not deed or pronoun not in {"he", "she"} or speaker is None:
            return []
        return [speaker] if speaker.kind == "person" and fits(speaker, pronoun) else []

    def people(self, phrases: Sequence[Phrase], barred: Sequence[Actor]) -> list[Actor]:
        actors = self.resolver.actors(phrases, "patient", barred)
        people = [
            actor
            for actor in actors
            if actor.kind in _HUMAN
            or actor is self.resolver.cast.writer
            or "family" in actor.roles
            or "families" in actor.roles
        ]
        return _one_group(people, phrases)

    def along(self, rule: Rule, place: int, actors: Sequence[Actor]) -> list[Actor]:
        """ "took him away with two novices": they too."""
        verb = self.sentence.row[place].lemma
        if any(actor.kind == "group" for actor in actors):
            return [a for a in self._included(place) if a not in actors]
        if (
            rule.event is not Event.DETAINED
            or rule.fate != "o"
            or not actors
            or verb in {"hold", "see", "keep"}
        ):
            return []
        companions = self.sentence.after(place, frozenset({"with", "alongside"}))
        if companions is None or not any(t.tag in "#SR" for t in companions.own):
            return []
        return [a for a in self.people([companions], ()) if a not in actors]

    def _included(self, place: int) -> list[Actor]:
        """ "five lawyers, including Reza Karimi and Sara Amini": they by name."""
        sentence, row = self.sentence, self.sentence.row
        for at in range(len(row) - 1):
            among = sentence.low(at) == "among" and sentence.low(at + 1) in {"them", "those"}
            start = at + 3 if among and sentence.kind(at + 2) == "," else at + 1 + among
            if not among and sentence.low(at) != "including":
                continue
            if sentence.kind(start) == "NP" and self._no_verb(place, at):
                found = self.people(sentence.list_from(start), ())
                return [a for a in found if a.kind == "person"]
        return []

    def _no_verb(self, place: int, at: int) -> bool:
        """Does no other verb that can stand alone come between?"""
        low, high = sorted((place, at))
        row = self.sentence.row[low + 1 : high]
        return not any(p.kind == "VP" and p.shape == "finite" for p in row)

    def _possessor(self, place: int, verb: Phrase) -> Found:
        sentence, resolver = self.sentence, self.resolver
        state = verb.passive or verb.lemma in {"be", "remain", "come"}
        phrases = sentence.subject(place) if state else sentence.objects(place)
        if not phrases:
            phrases = sentence.subject(place)
        agents = () if verb.passive else resolver.actors(sentence.subject(place))
        for phrase in phrases:
            owners = resolver.owners_of(phrase, agents)
            if owners:
                return [phrase], owners
            at = sentence.row.index(phrase)
            if sentence.low(at + 1) == "of" and sentence.kind(at + 2) == "NP":
                return [sentence.row[at + 2]], self.people([sentence.row[at + 2]], ())
        after = sentence.after(place, frozenset({"from", "of"}))
        if after is not None:
            return [after], self.people([after], ())
        return [], []

    def _whose_remains(self, place: int) -> Found:
        """ "remains found there were his"."""
        for phrase in self.sentence.row[place + 1 : place + 4]:
            pronoun = _OWNED.get(phrase.head.low)
            if pronoun is not None:
                return [phrase], self.resolver.pronoun(pronoun, "patient")
            if phrase.kind == "NP" and phrase.head.low not in {"that", "those"}:
                return [phrase], self.people([phrase], ())
        return [], []

    def _whose_trial(self, place: int) -> Found:
        """ "the trial of 15 protesters", "his trial"."""
        for phrase in self.sentence.subject(place):
            at = self.sentence.row.index(phrase)
            if self.sentence.low(at + 1) == "of" and self.sentence.kind(at + 2) == "NP":
                people = self.sentence.list_from(at + 2)
                return people, self.people(people, ())
            return [phrase], self.resolver.owners_of(phrase)
        return [], []

    def _remains(self, place: int) -> Found:
        """ "the remains of X", "her body"."""
        sentence = self.sentence
        for at, phrase in enumerate(sentence.row):
            if phrase.kind == "NP" and re.search(
                r"\b(?:remains|body|bodies|bones|corpse|ashes)\b", phrase.low
            ):
                if sentence.low(at + 1) == "of" and sentence.kind(at + 2) == "NP":
                    people = sentence.list_from(at + 2)[:1]
                    return people, self.people(people, ())
                owners = self.resolver.owners_of(phrase)
                if owners:
                    return [phrase], owners
        return [], []

    def _sought(self, place: int) -> Found:
        """ "nobody will tell me where he is": he."""
        sentence = self.sentence
        for at in range(place + 1, len(sentence.row) - 1):
            if sentence.low(at) == "where" and sentence.kind(at + 1) == "NP":
                return [sentence.row[at + 1]], self.people([sentence.row[at + 1]], ())
        return [], []

    def _sender(self, place: int) -> Found:
        by = self.sentence.after(place, frozenset({"by"}))
        if by is not None:
            return [by], self.resolver.actors([by], "subject")
        writer = self.resolver.cast.writer
        return [], [writer] if writer is not None else []

    def _linked(self, place: int) -> Found:
        """Whoever stands after "from", "of", "with"; else the owner or the object."""
        sentence = self.sentence
        for at in range(place + 1, len(sentence.row) - 1):
            if sentence.kind(at) in {"B", ";", ".", "W"}:
                break
            if (
                sentence.kind(at) == "I"
                and sentence.low(at) in _LINKS
                and sentence.kind(at + 1) == "NP"
            ):
                people = sentence.list_from(at + 1)
                actors = self.people(people, ())
                if actors:
                    return people, actors
        objects = sentence.objects(place)
        if sentence.low(0) == "of" and sentence.kind(1) == "NP":
            objects = sentence.list_from(1)  # "Of Jericho there is no trace"
        actors = self.people(objects, ())
        if actors:
            return objects, actors
        waiting = [p for p in sentence.subject(place) if p.own[0].tag == "S" and len(p.own) > 1]
        owners = [a for p in waiting for a in self._behind(p) if a.kind in _HUMAN]
        return [], owners or self.spoken_of()

    def _behind(self, phrase: Phrase) -> list[Actor]:
        """ "their families": they, not the families."""
        return self.resolver.owners_of(phrase, self.resolver.known.get(phrase.first, []))

    def spoken_of(self) -> list[Actor]:
        """ "we are waiting for news": of the person spoken of."""
        cast = self.resolver.cast
        victims = sorted(
            (a for a in cast.actors if a.victim and a is not cast.writer), key=lambda a: a.victim
        )
        return victims[-1:]

    def of_noun(self, at: int, phrase: Phrase) -> Found:
        sentence = self.sentence
        if sentence.low(at + 1) in {"of", "by"} and sentence.kind(at + 2) == "NP":
            people = sentence.list_from(at + 2)
            return people, self.people(people, ())
        return [phrase], self.resolver.owners_of(phrase)


def _one_group(actors: list[Actor], phrases: Sequence[Phrase]) -> list[Actor]:
    """ "40 shopkeepers and civil servants": one group when one count covers both."""
    groups = [actor for actor in actors if actor.kind == "group"]
    counted = [p for p in phrases if any(token.tag == "#" for token in p.own)]
    if len(groups) < 2 or len(groups) != len(actors) or len(counted) > 1:
        return actors
    roles = set().union(*(group.roles for group in groups))
    return [Actor("group", " and ".join(group.name for group in groups), roles)]
