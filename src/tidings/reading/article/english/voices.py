"""Whose voice a frame is: the subject of its verb, the quoted "said X", "according to X"."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.reading.article.english import people
from tidings.reading.article.english.cast import Actor, kept
from tidings.reading.article.english.frame import Frame, channel_in
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.reach import Reach
from tidings.reading.article.english.resolve import Resolver
from tidings.values import Mode

_PAPER = frozenset(
    """
email e-mail letter statement message note reply communique communiqué bulletin post caption
report text release announcement response
""".split()
)


@dataclass(frozen=True)
class Voices:
    """Names the speakers of one sentence's frames."""

    resolver: Resolver
    reach: Reach

    def name(self, frame: Frame, last_speaker: Actor | None) -> None:
        sentence = self.resolver.sentence
        if frame.speakers or frame.names or frame.place < 0:
            return
        verb = sentence.row[frame.place]
        subject = self._subject(frame)
        cast = self.resolver.cast
        if frame.mode is Mode.DID_NOT_RESPOND and subject and subject[0].pronoun and cast.awaited:
            frame.speakers = [cast.awaited]
            return
        frame.speakers = self.resolver.actors(subject, "speaker", self._spoken_of(frame, subject))
        if not frame.speakers and subject and not verb.passive:
            head = subject[0].head.low
            if head in {"version", "edition"}:
                frame.mode = Mode.RETRACTS
                return
            if head in _PAPER and last_speaker is not None:
                frame.speakers = [last_speaker]
                frame.channel = channel_in(f"in a {head}")
            else:
                frame.names = _nameless(subject[0])
        frame.channel = frame.channel or self._channel(frame, subject)
        if subject and subject[0].pronoun and frame.speakers and frame.speakers[0] is last_speaker:
            frame.channel = frame.channel or frame.speakers[0].channel
        for actor in frame.speakers:
            actor.channel = frame.channel
            actor.spoke = self.resolver.cast.tick()

    def _spoken_of(self, frame: Frame, subject: list[Phrase]) -> list[Actor]:
        """ "He said Dovlet had been moved": he is not Dovlet."""
        if not subject or not subject[0].pronoun:
            return []
        said = [] if frame.trailing else self.resolver.sentence.row[frame.first : frame.last]
        named = [a for p in said if p.kind == "NP" for a in self.resolver.known.get(p.first, [])]
        return [actor for actor in named if actor.kind in {"person", "role"}]

    def _subject(self, frame: Frame) -> list[Phrase]:
        sentence = self.resolver.sentence
        if frame.trailing and self.reach.inverted(frame.place):
            after = sentence.objects(frame.place)
            if after:
                return after[:1]
        return sentence.subject(frame.place)

    def _channel(self, frame: Frame, subject: list[Phrase]) -> str | None:
        """How it was said: words near the verb, outside what is said."""
        sentence = self.resolver.sentence
        near = range(max(0, frame.place - 8), min(len(sentence.row), frame.place + 9))
        inside = set(range(frame.first, frame.last)) - {frame.place}
        if frame.trailing:
            inside = set(range(frame.first, frame.place))
        words = " ".join(sentence.low(at) for at in near if at not in inside)
        return channel_in(words)

    def according_to(self) -> list[Frame]:
        """ "according to X", "by X's count", "by his reckoning"."""
        sentence, found = self.resolver.sentence, []
        for at in range(len(sentence.row) - 1):
            phrase = sentence.row[at + 1]
            if sentence.kind(at + 1) != "NP":
                continue
            link = sentence.low(at)
            before = (
                sentence.tokens[sentence.row[at].first - 1].low if sentence.row[at].first else ""
            )
            if link == "to" and before == "according":
                found.append(self._attributed(at, Mode.ASSERTS, phrase))
            elif link in {"by", "in"} and phrase.head.low in {
                "count",
                "reckoning",
                "estimate",
                "estimates",
                "calculation",
                "tally",
                "view",
                "estimation",
            }:
                loose = phrase.head.low not in {"count", "tally", "view"}
                found.append(
                    self._attributed(at, Mode.ESTIMATES if loose else Mode.ASSERTS, phrase)
                )
        return found

    def _own_stretch(self, at: int) -> tuple[int, int]:
        """The row places of the clause around `at`, up to "; " or ", while"."""
        row = self.resolver.sentence.row
        cuts = [
            p
            for p in range(len(row))
            if row[p].kind == ";"
            or (
                row[p].low in {"while", "whereas", "although", "but"}
                and self.resolver.sentence.kind(p - 1) == ","
            )
        ]
        first = max((p + 1 for p in cuts if p < at), default=0)
        return first, min((p for p in cuts if p > at), default=len(row))

    def _attributed(self, at: int, mode: Mode, phrase: Phrase) -> Frame:
        owner = self.resolver.owner_of(phrase) if phrase.head.low not in people.BODY else None
        actors = [owner] if owner is not None else self.resolver.actors([phrase], "speaker")
        names = [] if actors else [kept(phrase.own)]
        frame = Frame(-1, mode, actors, *self._own_stretch(at), names, trailing=True)
        for actor in actors:
            actor.spoke = self.resolver.cast.tick()
        return frame


def _nameless(phrase: Phrase) -> list[str]:
    """A speaker who was never named."""
    low = phrase.pronoun
    if low in {"it", "this", "that", "which", "nobody", "none", "nothing"}:
        return []
    return [{"she": "unnamed woman", "he": "unnamed man"}.get(low, kept(phrase.own))]
