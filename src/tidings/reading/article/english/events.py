"""Events in one sentence: which verb or noun tells what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tidings.reading.article.english import event_words
from tidings.reading.article.english import people as people_words
from tidings.reading.article.english.cast import Actor
from tidings.reading.article.english.event_words import Rule
from tidings.reading.article.english.fates import Fates
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.hits import Hit
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.resolve import Resolver
from tidings.values import Event

_AWAY = re.compile(r"\b(?:prison|jail|detention|custody|camps?|captivity|missing|abduct|kidnap)")
_UNIFORMS = re.compile(
    r"\b(?:police|soldiers|men|officers|agents|army|security|gunmen|militia|they)\b"
)
_LED = frozenset({Event.DETAINED, Event.TRANSFERRED})
_PAPER_EVENTS = frozenset(
    {
        Event.CITIZENSHIP_APPLIED,
        Event.RESIDENCY_APPLIED,
        Event.CITIZENSHIP_GRANTED,
        Event.RESIDENCY_GRANTED,
    }
)


@dataclass
class EventFinder:
    """Reads the events of one sentence."""

    sentence: Sentence
    resolver: Resolver
    text: str
    fates: Fates = field(init=False)

    def __post_init__(self) -> None:
        self.fates = Fates(self.sentence, self.resolver)

    def hits(self, spoken: frozenset[int], speakers: Mapping[int, Actor]) -> list[Hit]:
        """The events of the verbs, left to right. `spoken` are places that are speech,
        `speakers` who speaks the clause of each place."""
        found: list[Hit] = []
        for place in self.sentence.verbs:
            verb = self.sentence.row[place]
            if place in spoken and verb.lemma not in {
                "warn",
                "tell",
                "hear",
                "reject",
                "dismiss",
                "withdraw",
                "threaten",
                "release",
                "put",
            }:
                continue
            self.resolver.pronouns.speaker = speakers.get(place)
            for hit in self._at(place):
                if place in spoken and hit.event not in {Event.WARNED, Event.PRESS_CONFERENCE}:
                    continue
                self.mark(hit)
                self._address(hit)
                found.append(hit)
        self.resolver.pronouns.speaker = None
        return found

    def _address(self, hit: Hit) -> None:
        """To whom a letter went: the silence that follows is theirs."""
        to = self.sentence.after(hit.place, frozenset({"to"}))
        if hit.event is Event.LETTER_SENT and to is not None:
            actors = self.resolver.actors([to])
            self.resolver.cast.addressee = actors[0] if actors else None

    def mark(self, hit: Hit) -> None:
        """From here on something has happened to these."""
        tick = self.resolver.cast.tick()
        for actor in hit.actors:
            actor.victim = tick
            actor.seen = max(actor.seen, tick)

    def _at(self, place: int) -> list[Hit]:
        """The first rule that holds; "citizenship or residency" is two events."""
        verb = self.sentence.row[place]
        found: list[Hit] = []
        for rule in event_words.rules().get(verb.lemma, ()):
            if found and rule.event not in _PAPER_EVENTS:
                continue
            hit = self._try(rule, place, verb)
            if hit is None or any(hit.event is other.event for other in found):
                continue
            found.append(hit)
            if hit.event not in _PAPER_EVENTS:
                break
        return found

    def _try(self, rule: Rule, place: int, verb: Phrase) -> Hit | None:
        flags = rule.flags
        if ("a" in flags and verb.passive) or ("b" in flags and not verb.passive):
            return None
        if ("n" in flags or "z" in flags) and not self._negative(place, verb):
            return None
        if not self._flags_hold(flags, place, verb):
            return None
        if rule.event is Event.MEDIA_APPEARANCE and self._aside(place, verb):
            return None
        if rule.event in _LED and rule.fate == "o" and self._by_kin(place, verb):
            return None
        rest = self.rest(place)
        thing = self._thing(place, verb, rule.fate)
        if "x" in flags:
            return self._phone(rule, place, verb, rest)
        if rule.thing is not None and not rule.thing.search(thing):
            return None
        if rule.rest is not None and not rule.rest.search(rest):
            return None
        if (
            "v" not in flags
            and rule.fate == "o"
            and _is_thing(thing)
            and rule.event is not Event.OTHER
        ):
            return None
        phrases, actors = self.fates.of(rule, place, verb)
        actors = [*actors, *self.fates.along(rule, place, actors)]
        if not actors and rule.fate in "os" and self._nobody(place):
            modal = self._modal(place)
            none = verb.negated or self._none(place)
            return Hit(rule.event, place, [], [], none, modal, anyone=not none)
        open_fate = "n" in flags and rule.event is Event.CONTACT_LOST and rule.fate not in "sq"
        if not actors and not (open_fate and phrases):
            return None
        negated = self._negative(place, verb) and "n" not in flags
        if rule.event is Event.CONTACT_LOST and verb.lemma == "lose":
            phrases = [*phrases, *self.sentence.subject(place)]
        modal = self._modal(place)
        hit = Hit(rule.event, place, actors, phrases, negated, modal)
        hit.good, hit.harm, hit.threat = "y" in flags, "g" in flags, "r" in flags
        return hit

    def _by_kin(self, place: int, verb: Phrase) -> bool:
        """ "my uncle drove me to the prison", "his wife took him to hospital": no arrest."""
        if verb.passive or verb.lemma not in {"drive", "take", "bring", "lead", "call", "have"}:
            return False
        agents = self.resolver.actors(self.sentence.subject(place))
        return any(actor.roles & people_words.KIN for actor in agents)

    def _aside(self, place: int, verb: Phrase) -> bool:
        """ "who spoke to journalists", "fired after she spoke to reporters": it only says which
        or why, unless it has a day of its own."""
        sentence = self.sentence
        if verb.shape == "ing" or sentence.starts_relative(place):
            return True
        before = sentence.verb_before(place) or 0
        openers = {sentence.low(at) for at in range(before + 1, place)}
        reason = bool(openers & {"because", "after"}) and before > 0
        return reason and not any(phrase.kind == "DATE" for phrase in sentence.row[place:])

    def _nobody(self, place: int) -> bool:
        subject = self.sentence.subject(place)
        objects = self.sentence.objects(place)
        told_of = subject if self.sentence.row[place].passive else objects
        if told_of and told_of[0].own[0].low in {"nobody", "none"}:
            return True
        if told_of and told_of[0].own[0].low in {"anyone", "anybody", "any"}:
            return True
        return bool(subject) and subject[0].own[0].low in {"no", "nobody", "none"}

    def _none(self, place: int) -> bool:
        """ "it holds nobody"."""
        objects = self.sentence.objects(place)
        return bool(objects) and objects[0].own[0].low in {"nobody", "none"}

    def _modal(self, place: int) -> str:
        """The verb's own modal, or that of the verb whose infinitive it is."""
        verb = self.sentence.row[place]
        governor = self.sentence.verb_before(place)
        if verb.modal or verb.shape != "to" or governor is None:
            return verb.modal
        return self.sentence.row[governor].modal

    def _negative(self, place: int, verb: Phrase) -> bool:
        if verb.negated:
            return True
        if verb.shape != "to":
            return False
        governor = self.sentence.verb_before(place)
        return governor is not None and self.sentence.row[governor].lemma in {"fail", "refuse"}

    def _flags_hold(self, flags: str, place: int, verb: Phrase) -> bool:
        sentence = self.sentence
        if "m" in flags and verb.modal not in {"may", "can", "ca", "could", "cannot"}:
            return False
        if "i" in flags and verb.modal not in {"can", "ca", "could", "cannot"}:
            return False
        if "k" in flags and (verb.modal not in {"can", "could", "may"} or verb.negated):
            return False
        if ("t" in flags or "l" in flags) and not any(t.low == "last" for t in verb.own):
            return False
        if "c" in flags and not self._back_in_touch(place):
            return False
        if "d" in flags and not re.search(r"\b(?:not|never) (?:return|come|came)", self._words()):
            return False
        if "e" in flags and not (self._was_away(place) or _AWAY.search(self._words())):
            return False
        if "u" in flags and not _UNIFORMS.search(" ".join(p.low for p in sentence.subject(place))):
            return False
        if "h" in flags:
            objects = sentence.objects(place)
            return bool(objects) and objects[0].pronoun in {"him", "her", "them"}
        if "j" in flags:
            return not any(t.tag == "Q" for t in sentence.tokens)
        return True

    def _was_away(self, place: int) -> bool:
        subject = self.resolver.actors(self.sentence.subject(place), "patient")
        return any(actor.victim for actor in subject)

    def _words(self) -> str:
        return self.text[self.sentence.start : self.sentence.end]

    def _back_in_touch(self, place: int) -> bool:
        """A call counts when it comes from someone to whom something had happened, and is not
        the last one before it."""
        subject = self.resolver.actors(self.sentence.subject(place), "patient")
        before = re.search(r"\b(?:before|last|earlier)\b", self.rest(place))
        return any(actor.victim for actor in subject) and before is None

    def rest(self, place: int) -> str:
        """The words after the verb up to the next clause, infinitives included."""
        sentence = self.sentence
        at = place + 1
        while at < len(sentence.row):
            kind = sentence.kind(at)
            if kind == "," and sentence.kind(at + 1) == "NP" and sentence.kind(at + 2) == ",":
                at += 3
                continue
            if kind in {"B", "W", ";", "Q", ".", ","} and sentence.low(at) not in {"where"}:
                break
            if kind == "C" and self._clause_at(at + 1):
                break
            let_go = sentence.row[place].lemma == "let" and sentence.low(at) == "go"
            if (
                kind == "VP"
                and not let_go
                and sentence.row[at].shape == "finite"
                and sentence.low(at - 1) != "where"
                and (
                    sentence.row[at].lemma not in {"leave", "be"}
                    or (
                        sentence.kind(at - 1) == "NP"
                        and sentence.row[place].lemma
                        not in {"allow", "let", "permit", "know", "see", "tell", "say"}
                    )
                )
            ):
                break
            at += 1
        end = sentence.row[at - 1].end if at > place + 1 else sentence.row[place].end
        return self.text[sentence.row[place].end : end].replace("\n", " ")

    def _clause_at(self, at: int) -> bool:
        sentence = self.sentence
        if sentence.kind(at) == "VP":
            return sentence.row[at].shape != "to"
        return (
            sentence.kind(at) == "NP"
            and sentence.kind(at + 1) == "VP"
            and (sentence.row[at + 1].shape == "finite")
        )

    def _thing(self, place: int, verb: Phrase, fate: str) -> str:
        """The words of what is acted on: the object, or the subject when passive."""
        sentence = self.sentence
        state = verb.passive or (fate == "p" and verb.lemma in {"be", "remain", "come"})
        phrases = sentence.subject(place) if state else sentence.objects(place)
        if (not phrases and fate in {"p", "x", "t"}) or fate == "w":
            phrases = sentence.subject(place)
        if not phrases:
            return ""
        last = sentence.row.index(phrases[-1])
        words = [self.text[phrase.start : phrase.end] for phrase in phrases]
        while sentence.low(last + 1) == "of" and sentence.kind(last + 2) == "NP":
            part = sentence.row[last + 2]
            words.append("of " + self.text[part.start : part.end])
            last += 2
        return " ".join(words)

    def _phone(self, rule: Rule, place: int, verb: Phrase, rest: str) -> Hit | None:
        """ "Kombo's phone has been dead since", "her number did not answer"."""
        subject = self.sentence.subject(place)
        if not subject or rule.thing is None or not rule.thing.search(subject[0].low):
            return None
        words = f"{verb.low} {rest}"
        if rule.rest is None or not rule.rest.search(words):
            return None
        owners = self.resolver.owners_of(subject[0]) or self.fates.spoken_of()
        if not owners or owners[0] is self.resolver.cast.writer:
            return None
        return Hit(rule.event, place, owners, subject)

    def nouns(self, first: int, last: int) -> Iterator[Hit]:
        """Events told by a noun between two row places: "the arrest of X", "X's death"."""
        for at in range(max(first, 0), min(last, len(self.sentence.row))):
            phrase = self.sentence.row[at]
            if phrase.kind != "NP":
                continue
            event = event_words.NOUNS.get(phrase.head.low)
            if event is None:
                continue
            phrases, actors = self.fates.of_noun(at, phrase)
            yield Hit(event, at, actors, phrases, noun=True)


def _is_thing(words: str) -> bool:
    return bool(words) and words.split()[-1].lower() in people_words.NOT_PEOPLE
