"""What is kept back: refusals to say, and silence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.reading.article.english import speech_words
from tidings.reading.article.english.cast import FIRST_PERSON, kept
from tidings.reading.article.english.drafts import official
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.reach import Reach
from tidings.reading.article.english.resolve import Resolver
from tidings.values import Mode

_ABLE = frozenset("be authorise authorize permit allow".split())
_NO_REPLY = re.compile(
    r"\b(?:there (?:was|has been|is) no|(?:received|got|had|have|have had|has had) no|"
    r"(?:not|never) (?:received|got|had) (?:a|an|any)|still no) (?:reply|answer|response)\b"
    r"|\bwent unanswered\b|\b(?:were|was) not (?:immediately )?(?:answered|returned)\b"
    r"|\bno one (?:has )?(?:answered|replied)\b"
    r"|\bno (?:reply|answer|response|word) (?:came|has (?:ever )?come|arrived|has arrived|followed|"
    r"(?:was|has been) (?:ever )?(?:received|given))\b"
    r"|\b(?:waiting|waited|wait) (?:\w+ )?(?:for|on) (?:a|an|any|their|its|his|her|the) "
    r"(?:\w+ )?(?:reply|answer|response)\b|\bwithout (?:a|an|any) (?:reply|answer|response)\b"
    r"|\b(?:remains?|remained) unanswered\b"
)


@dataclass(frozen=True)
class Withheld:
    """Finds the frames of refusal and silence in one sentence."""

    resolver: Resolver
    reach: Reach

    def kept_back(self, place: int, verb: Phrase) -> Frame | None:
        """ "declined to say", "did not disclose", "gave no details", "neither confirmed nor"."""
        sentence = self.resolver.sentence
        lemma = verb.lemma
        if lemma in {"decline", "refuse"} and self.reach.next_is(place, "to") and not verb.passive:
            inner = next(p for p in sentence.verbs if p > place)
            if (
                not sentence.row[inner].passive
                and sentence.row[inner].lemma in speech_words.KEPT_BACK | speech_words.SILENT
            ):
                return self._declined(place, inner)
            return None
        objects = self.reach.object_low(place)
        details = _ends_in(objects, speech_words.DETAILS)
        if self._no_position(place, verb):
            return self._declined(place, place)
        if verb.negated and lemma in speech_words.KEPT_BACK and not verb.passive:
            if lemma in {
                "give",
                "provide",
                "release",
                "publish",
                "make",
                "offer",
                "share",
                "tell",
            } and (not details and lemma != "tell"):
                return None
            if lemma == "tell" or (verb.shape == "to" and not reports_on(sentence, place)):
                return None
            if self._first_person(place) and lemma in {"say", "tell", "explain"}:
                return None
            return self._declined(place, place)
        own_voice = self.resolver.cast.writer
        if (
            verb.negated
            and verb.passive
            and lemma in speech_words.WITHHELD
            and own_voice is not None
        ):
            return Frame(place, Mode.DECLINES_TO_SAY, [own_voice], place, place, lemma=lemma)
        none = f" {objects} ".startswith((" no ", " any ", " further "))
        if (
            lemma in {"give", "provide", "offer", "make", "have", "release", "hold", "possess"}
            and details
            and (none and (verb.negated or " no " in f" {objects} "))
        ):
            return self._declined(place, place)
        return None

    def _no_position(self, place: int, verb: Phrase) -> bool:
        """ "is not in a position to disclose", "was unable to say", "is not authorised to"."""
        sentence = self.resolver.sentence
        governor = sentence.verb_before(place)
        tells = verb.shape == "to" and verb.lemma in speech_words.KEPT_BACK
        if not tells or governor is None or sentence.row[governor].lemma not in _ABLE:
            return False
        between = " ".join(sentence.low(at) for at in range(governor, place))
        unable = re.search(r"\bunable\b", between)
        able = re.search(r"\b(?:position|liberty|able|authori[sz]ed|permitted|allowed)\b", between)
        return bool(unable or (sentence.row[governor].negated and able))

    def _declined(self, place: int, inner: int) -> Frame:
        last = self.reach.end(inner + 1)
        return Frame(
            place,
            Mode.DECLINES_TO_SAY,
            [],
            inner + 1,
            last,
            lemma=self.resolver.sentence.row[inner].lemma,
        )

    def _first_person(self, place: int) -> bool:
        subject = self.resolver.sentence.subject(place)
        return bool(subject) and subject[0].pronoun in FIRST_PERSON

    def silence(self, place: int, verb: Phrase) -> Frame | None:
        sentence, lemma = self.resolver.sentence, verb.lemma
        answers = lemma in speech_words.SILENT and not verb.passive and self._to_questions(place)
        reached = (
            lemma in speech_words.REACHED
            and verb.passive
            and bool(verb.modal)
            and self._for_comment(place)
        )
        if self._not_yet(place, verb) or self._ignored(place, verb):
            return Frame(place, Mode.DID_NOT_RESPOND, [], place, place, lemma=lemma)
        rest = " ".join(
            sentence.low(at) for at in range(place + 1, min(place + 7, len(sentence.row)))
        )
        available = lemma == "be" and "available" in rest and "comment" in rest
        silent = (
            lemma in {"remain", "stay", "keep", "be"}
            and rest.startswith("silent")
            and (verb.shape == "finite")
        )
        if not ((verb.negated and (answers or reached or available)) or silent):
            return None
        if silent and not any(
            a.kind == "body" for a in self.resolver.actors(sentence.subject(place))
        ):
            return None
        mode = Mode.DID_NOT_RESPOND
        if lemma == "answer" and sentence.low(0).startswith("asked"):
            mode = Mode.DECLINES_TO_SAY
            return Frame(place, mode, [], 0, place, lemma=lemma)
        return Frame(place, mode, [], place, place, lemma=lemma)

    def _not_yet(self, place: int, verb: Phrase) -> bool:
        """ "has yet to reply", "has not commented": so far nothing was said."""
        sentence, lemma = self.resolver.sentence, verb.lemma
        own = {token.low for token in verb.own}
        if lemma == "comment" and verb.negated and own & {"has", "have", "yet", "immediately"}:
            return True
        governor = sentence.verb_before(place)
        yet = governor is not None and "yet" in " ".join(
            sentence.low(at) for at in range(governor, place + 1)
        )
        answers = lemma in {"reply", "respond", "answer", "comment"}
        return answers and verb.shape == "to" and yet and not self._to_wait(governor)

    def _to_wait(self, governor: int | None) -> bool:
        row = self.resolver.sentence.row
        return governor is None or row[governor].lemma not in {"have", "be"}

    def _ignored(self, place: int, verb: Phrase) -> bool:
        """ "ignored all our letters"."""
        low = self.reach.object_low(place)
        asked = re.search(
            r"\b(?:letters?|requests?|calls?|petitions?|emails?|inquir\w+|appeals?)", low
        )
        return verb.lemma == "ignore" and not verb.passive and asked is not None

    def _for_comment(self, place: int) -> bool:
        """ "could not be reached": a body or its officers keep silent, a missing person does
        not."""
        sentence = self.resolver.sentence
        if any(sentence.low(at).endswith("comment") for at in range(place, len(sentence.row))):
            return True
        actors = self.resolver.actors(sentence.subject(place), "speaker")
        return all(official(a) or a.roles & _ANSWERABLE for a in actors)

    def _to_questions(self, place: int) -> bool:
        """Not "did not return home" nor "her phone did not answer"."""
        sentence = self.resolver.sentence
        objects = self.reach.object_low(place)
        if sentence.row[place].lemma == "return":
            return bool(re.search(r"\b(calls?|messages?|emails?|requests?)\b", objects))
        subject = sentence.subject(place)
        if subject and re.search(r"\b(phone|number|mobile)\b", subject[0].low):
            return False
        if subject and subject[0].pronoun and self.resolver.cast.awaited is not None:
            return True
        actors = self.resolver.actors(subject, "speaker")
        return not any(
            actor.kind == "person" and actor.victim and not actor.spoke for actor in actors
        )

    def silences(self) -> list[Frame]:
        """ "There was no reply", "received no answer from X", "calls to X went unanswered"."""
        sentence = self.resolver.sentence
        text = " ".join(phrase.low for phrase in sentence.row)
        match = _NO_REPLY.search(text)
        if match is None:
            return self._nor_did()
        who = next(
            (
                p
                for p in range(len(sentence.row))
                if sentence.low(p) in {"from", "to"}
                and sentence.kind(p + 1) == "NP"
                and self.resolver.actors([sentence.row[p + 1]])
            ),
            None,
        )
        actors = self.resolver.actors([sentence.row[who + 1]], "speaker") if who is not None else []
        if not actors and self.resolver.cast.addressee is not None:
            actors = [self.resolver.cast.addressee]
        if not actors:
            bodies = [
                a
                for a in self.resolver.cast.actors
                if a.kind == "body" and a.seen and (a is not self.resolver.cast.writer)
            ]
            actors = sorted(bodies, key=lambda a: a.seen)[-1:]
        return [Frame(-1, Mode.DID_NOT_RESPOND, actors, 0, 0)] if actors else []

    def _nor_did(self) -> list[Frame]:
        """ "Nor did the president's office", after somebody's silence."""
        sentence = self.resolver.sentence
        inverted = sentence.low(0) in {"nor", "neither"} and sentence.kind(1) == "VP"
        short = inverted and sentence.kind(2) == "NP" and sentence.verbs == [1]
        if not short or not self.resolver.cast.hushed:
            return []
        actors = self.resolver.actors([sentence.row[2]], "speaker")
        names = [] if actors else [kept(sentence.row[2].own)]
        return [Frame(-1, Mode.DID_NOT_RESPOND, actors, 0, 0, names)]


_ANSWERABLE = frozenset("lawyer attorney manager owner editor landlord".split())


def _ends_in(low: str, nouns: frozenset[str]) -> bool:
    return any(word in nouns for word in low.split())


def reports_on(sentence: Sentence, place: int) -> bool:
    """ "is expected to announce" says nothing yet; "went on to say that" does."""
    governor = sentence.verb_before(place)
    return governor is not None and sentence.row[governor].lemma in {
        "go",
        "appear",
        "seem",
    }
