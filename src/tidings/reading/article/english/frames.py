"""Frames of speech: who says, confirms, denies, promises or keeps back which stretch of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidings.reading.article.english import speech_words
from tidings.reading.article.english.cast import Actor, kept
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.reach import Reach
from tidings.reading.article.english.resolve import Resolver
from tidings.reading.article.english.voices import Voices
from tidings.reading.article.english.withheld import Withheld, reports_on
from tidings.values import Mode

_RUMOUR = frozenset("report reports rumour rumours rumor rumors news".split())
_PASSIVE = frozenset(
    """
say tell inform believe think report estimate fear understand know allege presume assume
suspect claim confirm
""".split()
)
_FINITE = "finite"


@dataclass
class FrameFinder:
    """Reads the frames of one sentence, left to right. `last_speaker` answers for "the email"."""

    sentence: Sentence
    resolver: Resolver
    last_speaker: Actor | None = None
    reach: Reach = field(init=False)
    voices: Voices = field(init=False)
    withheld: Withheld = field(init=False)

    def __post_init__(self) -> None:
        self.reach = Reach(self.sentence)
        self.voices = Voices(self.resolver, self.reach)
        self.withheld = Withheld(self.resolver, self.reach)

    def frames(self) -> list[Frame]:
        found: list[Frame] = []
        for place in self.sentence.verbs:
            frame = self._at(place, found)
            if frame is not None:
                self.voices.name(frame, self.last_speaker)
                outermost = not self._inside(frame, found)
                if frame.mode is not Mode.DID_NOT_RESPOND and frame.speakers and outermost:
                    self.last_speaker = frame.speakers[0]
                found.append(frame)
        found += self.voices.according_to() + self.withheld.silences()
        return [
            frame for frame in found if frame.lemma != "agree" or not self._inside(frame, found)
        ]

    @staticmethod
    def _inside(frame: Frame, found: list[Frame]) -> bool:
        return any(other.covers(frame.place) for other in found)

    def _at(self, place: int, found: list[Frame]) -> Frame | None:
        verb = self.sentence.row[place]
        silent = self.withheld.silence(place, verb)
        if silent is not None:
            return silent
        back = self.withheld.kept_back(place, verb)
        if back is not None:
            return back
        if (
            self.sentence.low(place - 1) == "nor"
            and found
            and (found[-1].mode is Mode.DECLINES_TO_SAY)
        ):
            found[-1].last = self.reach.end(place + 1)
            return None
        accused = self._accused(place, verb)
        if accused is not None:
            return accused
        mode = speech_words.SPEECH.get(verb.lemma)
        if verb.lemma == "agree" and self.reach.next_is(place, "to"):
            mode = Mode.PROMISES
        if (
            mode is None
            or mode is Mode.DECLINES_TO_SAY
            or (verb.shape == "to" and not (reports_on(self.sentence, place)))
        ):
            return None
        if verb.shape == "part":
            return None
        if verb.passive:
            return self._passive(place, verb, mode)
        return self._spoken(place, verb, mode, found)

    def _accused(self, place: int, verb: Phrase) -> Frame | None:
        """ "accused the police of beating X": that the police beat X."""
        if verb.lemma != "accuse" or verb.passive or verb.shape != _FINITE:
            return None
        for at in range(place + 1, len(self.sentence.row) - 1):
            kind, following = self.sentence.kind(at), self.sentence.row[at + 1]
            if kind == "I" and self.sentence.low(at) == "of" and following.shape == "ing":
                return Frame(place, Mode.ASSERTS, [], at, self.reach.end(at + 1), lemma=verb.lemma)
            if kind in {"VP", "B", ";"}:
                break
        return None

    def _passive(self, place: int, verb: Phrase, mode: Mode) -> Frame | None:
        """ "is believed to have been", "was told that": whoever stands after "by" speaks."""
        by = self.sentence.after(place, frozenset({"by"}))
        speakers = self.resolver.actors([by], "speaker") if by is not None else []
        if verb.lemma in {"tell", "inform"} and self.reach.clause_after(place) is None:
            return None
        subject = self.sentence.subject(place)
        talk = subject[0].head.low if subject else ""
        if speakers and mode in {Mode.CONFIRMS, Mode.DENIES} and talk in speech_words.TALK:
            own = self._owner_of(subject[0]) if any(t.tag == "G" for t in subject[0].own) else []
            return Frame(
                place, mode, speakers, place, place + 1, talk=talk, lemma=verb.lemma, sources=own
            )
        if self.reach.clause_after(place) is None and not self.reach.next_is(place, "to"):
            return None
        if verb.lemma not in _PASSIVE:
            return None
        return Frame(place, mode, speakers, place + 1, self.reach.end(place + 1), lemma=verb.lemma)

    def _spoken(self, place: int, verb: Phrase, mode: Mode, found: list[Frame]) -> Frame | None:
        talk = self._talk(place, verb)
        clause = self.reach.clause_after(place)
        if verb.negated:
            return None
        if verb.lemma in speech_words.TAKES_INFINITIVE | {"swear", "commit"} and self.reach.next_is(
            place, "to"
        ):
            return Frame(place, mode, [], place + 1, self.reach.end(place + 1), lemma=verb.lemma)
        closes = self.sentence.kind(place - 1) == "Q" and self.sentence.kind(place + 1) == "NP"
        if closes and sum(self.sentence.kind(at) == "Q" for at in range(place)) % 2 == 0:
            clause = None
        if clause is not None:
            return Frame(
                place,
                mode,
                [],
                clause,
                self.reach.end(clause),
                lemma=verb.lemma,
                talk=talk,
                sources=self._reporters(place),
            )
        if mode is not Mode.ASSERTS and self.reach.next_is(place, "ing"):
            return Frame(place, mode, [], place + 1, self.reach.end(place + 1), lemma=verb.lemma)
        behind = self.reach.said_before(place, self._floor(place, found))
        loose = verb.lemma in speech_words.NEEDS_CLAUSE and not self._quoted_before(place)
        if behind is not None and verb.shape == _FINITE and not loose and not talk:
            return Frame(
                place, mode, [], behind, self.reach.end(place + 1), lemma=verb.lemma, trailing=True
            )
        if talk or (mode in {Mode.THREATENS, Mode.PROMISES} and self.sentence.objects(place)):
            return Frame(
                place,
                mode,
                [],
                place + 1,
                self.reach.object_end(place + 1),
                lemma=verb.lemma,
                talk=talk,
                sources=self._reporters(place),
            )
        return self._event_noun(place, verb, mode)

    def _quoted_before(self, place: int) -> bool:
        return any(self.sentence.kind(at) == "Q" for at in range(max(0, place - 8), place))

    def _event_noun(self, place: int, verb: Phrase, mode: Mode) -> Frame | None:
        """ "confirmed the arrest of X", "announced the release of 12"."""
        plain = mode is Mode.ASSERTS and verb.lemma not in {"announce", "report", "claim"}
        if plain or mode is Mode.ESTIMATES or not self.sentence.objects(place):
            return None
        if self.sentence.objects(place)[0].head.low in speech_words.REQUESTS:
            return None
        if verb.lemma in {"dismiss", "withdraw", "reject", "recognise", "recognize", "correct"}:
            return None
        return Frame(place, mode, [], place + 1, self.reach.object_end(place + 1), lemma=verb.lemma)

    def _talk(self, place: int, verb: Phrase) -> str:
        """The head of an object that is itself talk: "denied the claim", "withdrew its report"."""
        for phrase in self.sentence.objects(place)[:1]:
            if phrase.head.low in speech_words.TALK:
                return phrase.head.low
        return ""

    def _reporters(self, place: int) -> list[str]:
        """Whose words were confirmed or denied: "reports by Z", "Kazakh media reports"."""
        for phrase in self.sentence.objects(place)[:1]:
            if phrase.head.low not in speech_words.TALK - {"it", "that", "this"}:
                return []
            at = self.sentence.row.index(phrase) + 1
            claim_of = self.sentence.low(at) == "of" and self.sentence.low(at + 2) == "that"
            if (self.sentence.low(at) in {"by", "from"} or claim_of) and self.sentence.kind(
                at + 1
            ) == "NP":
                by = self.resolver.actors([self.sentence.row[at + 1]], "speaker")
                return [actor.name for actor in by] or [kept(self.sentence.row[at + 1].own)]
            if any(token.tag in "SG" for token in phrase.own):
                return self._owner_of(phrase)
            loose = phrase.head.low in _RUMOUR and phrase.own[0].low not in {"the", "this", "that"}
            return [kept(phrase.own)] if loose else []
        return []

    def _owner_of(self, phrase: Phrase) -> list[str]:
        if phrase.own[0].tag == "S":
            return []
        cut = next(i for i, token in enumerate(phrase.own) if token.tag == "G")
        return [kept(phrase.own[:cut])]

    @staticmethod
    def _floor(place: int, found: list[Frame]) -> int:
        """Past the last trailing attribution before this verb."""
        before = [frame.place + 1 for frame in found if frame.trailing and frame.place < place]
        return max(before, default=0)
