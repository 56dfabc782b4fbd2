"""What a frame of speech says without an event of its own: refusals, denials of what was told
before, reckonings, and sentences that only list names or take a number back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tidings.reading.article.english import event_words
from tidings.reading.article.english.cast import Actor
from tidings.reading.article.english.drafts import Line, official, whom
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.hits import Hit
from tidings.reading.article.english.scene import Scene
from tidings.reading.article.english.unreal import conditional_words
from tidings.values import STATUS_EVENTS, Event, Mode

_FALSE = re.compile(
    r"\b(?:is|are|was|were|be)(?: \w+)? (?:false|untrue|not true|incorrect|wrong|mistaken|"
    r"a lie|lies|baseless|"
    r"unfounded|fabricated|an error|a mistake|inaccurate|fake|groundless|nonsense)\b"
    r"|\b(?:does|do|did) not correspond to\b|\b(?:is|was) no truth\b|\bha(?:s|ve) no basis\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:is|are|was|were)(?: not|n't|n’t)? among (?:them|those|"
    r"the (?:\d+|freed|arrested|dead|detained))\b"
)
_FAVOURS = frozenset(
    "resume publish return tell notify reopen inform investigate compensate review".split()
)


@dataclass(frozen=True)
class Echoes:
    """Draws those lines for one scene."""

    scene: Scene

    def by_mode(self, frame: Frame, base: Line) -> list[Line]:
        scope = self.scene.scope_text(frame)
        if base.mode is Mode.ASSERTS and event_words.NO_TRACE.search(scope) and base.voices:
            return self._no_trace(base)
        if base.mode in {Mode.DECLINES_TO_SAY, Mode.DENIES, Mode.CONFIRMS, Mode.RETRACTS}:
            return self._again(base, frame)
        number = re.match(
            r"\W*(?:(?:the|its) (?:number|figure|toll|total)|there (?:are|were|had been))\b",
            scope,
            re.IGNORECASE,
        )
        if base.mode is Mode.ESTIMATES or (base.mode is Mode.ASSERTS and number):
            return self._reckoned(base, frame)
        if base.mode is Mode.PROMISES and conditional_words(scope):
            return []
        if base.mode in {Mode.PROMISES, Mode.THREATENS}:
            dates = [
                d.dated
                for d in self.scene.story.calendar.within(
                    self.scene.sentence.start, self.scene.sentence.end
                )
            ]
            base.date = dates[-1] if dates and base.mode is Mode.PROMISES else None
            return [base]
        if _FALSE.search(scope) and re.search(r"\b(?:that|it|this|report|account|figure)\b", scope):
            base.mode = Mode.RETRACTS
            return self._again(base, frame)
        if scope.lower().lstrip(" \"'").startswith(("nobody ", "no one ")) and any(
            map(official, base.voices)
        ):
            base.mode = Mode.DENIES
        if self._appeal(frame):
            return []
        quoted = re.search(r"[\"“]([^\"”]{18,})", scope) or (
            self.scene.sentence.kind(0) == "Q" and len(scope.split()) > 3
        )
        return [base] if quoted and not frame.quotes else []

    def _appeal(self, frame: Frame) -> bool:
        """'"Free them all," she said': a demand, not a statement."""
        sentence = self.scene.sentence
        first = next(
            (at for at in range(frame.first, frame.last) if sentence.kind(at) not in "QX"), -1
        )
        phrase = sentence.row[first] if first >= 0 else None
        return (
            phrase is not None
            and phrase.kind == "VP"
            and "base" in phrase.head.forms
            and (len(phrase.own) == 1)
        )

    def _no_trace(self, base: Line) -> list[Line]:
        """ "had no record of X", "there was no such person"."""
        found = event_words.NO_TRACE.search(self.scene.words)
        if found is not None and found.group().endswith(("prisoners", "detainees")):
            return [self._about(base, Mode.DENIES, Event.DETAINED, None)]
        named = [
            a
            for p in self.scene.sentence.row
            if p.kind == "NP"
            for a in self.scene.resolver.known.get(p.first, [])
            if a.kind in {"person", "group"} and a not in base.voices
        ]
        actor = named[-1] if named else self._last_victim(base)
        return [self._about(base, Mode.DENIES, Event.DETAINED, actor)]

    def _last_victim(self, base: Line) -> Actor | None:
        victims = [a for a in self.scene.story.cast.actors if a.victim and a not in base.voices]
        return max(victims, key=lambda a: (a.kind == "person", a.victim), default=None)

    @staticmethod
    def _about(base: Line, mode: Mode, event: Event, actor: Actor | None) -> Line:
        base.mode, base.event, base.actor = mode, event, actor
        base.person, base.group = whom(actor)
        return base

    def _again(self, base: Line, frame: Frame) -> list[Line]:
        """The event told before, now denied, confirmed, withdrawn or kept back."""
        last = next(
            (at for at in range(frame.first, frame.last) if self.scene.sentence.kind(at) == ","),
            frame.last,
        )
        named = [
            a
            for p in self.scene.sentence.row[frame.first : last]
            if p.kind == "NP"
            for a in self.scene.resolver.actors([p], "patient", base.voices)
            if a.kind in {"person", "group"}
        ]
        if not named and self._of_its_own(frame, base.mode):
            return [base]
        if base.mode in {Mode.CONFIRMS, Mode.DENIES} and self._says_more(frame):
            told_of = next((a for a in named if a.kind == "person"), None)
            return [self._about(base, base.mode, Event.OTHER, told_of)]
        before = self._told_before(frame, named)
        kept_noun = self._event_of_noun(frame)
        if kept_noun is not None and base.mode is Mode.DECLINES_TO_SAY:
            return [self._about(base, base.mode, *kept_noun)]
        if before is None or before.event is None:
            known = named[0] if named and base.mode is Mode.DECLINES_TO_SAY else None
            base = self._about(base, base.mode, Event.OTHER, known)
            return [base] if base.mode in {Mode.DENIES, Mode.DECLINES_TO_SAY} else []
        actor = named[0] if named and base.mode is not Mode.RETRACTS else before.actor
        return [self._about(base, base.mode, before.event, actor)]

    def _says_more(self, frame: Frame) -> bool:
        """ "confirmed that he is in good health": a clause of its own about somebody."""
        sentence = self.scene.sentence
        for place in range(frame.first, frame.last):
            if frame.talk or frame.trailing or sentence.kind(place) != "VP":
                continue
            subject = [p for p in sentence.subject(place) if sentence.row.index(p) >= frame.first]
            about = self.scene.resolver.actors(subject, "patient")
            return any(a.kind == "person" for a in about)
        return False

    def _of_its_own(self, frame: Frame, mode: Mode) -> bool:
        """ "did not say if an inquiry had been opened": a matter not told before."""
        if mode is not Mode.DECLINES_TO_SAY:
            return False
        sentence = self.scene.sentence
        for place in range(frame.first, frame.last):
            if sentence.kind(place) != "VP" or sentence.row[place].shape != "finite":
                continue
            subject = [p for p in sentence.subject(place) if sentence.row.index(p) >= frame.first]
            new = bool(subject) and subject[0].own[0].low in {"a", "an"}
            return new and subject[0].head.low not in event_words.STATE_NOUNS
        return False

    def _event_of_noun(self, frame: Frame) -> tuple[Event, Actor | None] | None:
        """ "declined to name the detainees", "the number of missing": the noun says the event."""
        for phrase in self.scene.sentence.row[max(frame.first, 0) : frame.last]:
            event = event_words.STATE_NOUNS.get(phrase.head.low) if phrase.kind == "NP" else None
            if event is not None:
                if phrase.head.low == "toll":
                    groups = [
                        n.actor for n in [*self.scene.story.lines, *self.scene.current] if n.group
                    ]
                    return event, groups[-1] if groups else None
                found = self.scene.resolver.known.get(phrase.first, [])
                actor = found[0] if found else None
                return event, actor or Actor("group", phrase.head.low, {phrase.head.low})
        return None

    def _told_before(self, frame: Frame, named: list[Actor]) -> Line | None:
        """The line that "it", "the claim", "the case" or a name points back to."""
        told = [
            n
            for n in [*self.scene.story.lines, *self.scene.current]
            if n.event not in {None, Event.OTHER}
        ]
        if re.search(r"\bnames? of the others?\b", self.scene.words):
            told = [n for n in told if n.event is Event.DETAINED] or told
            return told[-1] if told else None
        new = bool(named) and named[0].place[0] >= self.scene.sentence.start
        if new and named[0].kind == "group" and "how many" in self.scene.words:
            return None
        if named:
            own = [n for n in told if n.actor is named[0] and n.event in STATUS_EVENTS]
            own = [n for n in own if n.mode in {Mode.ASSERTS, Mode.CONFIRMS}] or own
            if own:
                return own[-1]
            if named[0].kind == "person" and frame.mode is Mode.DECLINES_TO_SAY:
                return None
        if re.search(r"\b(?:the|this|his|her) cases?\b", self.scene.words):
            of_person = [n for n in told if n.person is not None]
            if of_person:
                return of_person[-1]
        passive = frame.talk and frame.first == frame.place
        here = [] if passive else self.scene.current
        near = [n for n in here or self.scene.story.last if n in told]
        if frame.talk and near:
            return near[0]
        harms = [n for n in self.scene.story.last if n.event is Event.OTHER and n.actor]
        if frame.talk and not here and len(harms) == len(self.scene.story.last) > 0:
            return harms[0]
        told = near or told
        return told[-1] if told else None

    def _reckoned(self, base: Line, frame: Frame) -> list[Line]:
        """ "put the number at about 60", "thinks it is over 350"."""
        figures = [
            f
            for f in self.scene.figures()
            if (f.start >= self.scene.sentence.row[frame.first].start or frame.trailing)
            and not self.scene.text[: f.start].endswith(" from ")
        ]
        groups = [
            n for n in [*self.scene.story.lines[-8:], *self.scene.current] if n.group is not None
        ]
        noun = self._event_of_noun(frame) or self._event_of_noun(replace(frame, first=0))
        if not figures or (noun is None and not groups):
            return []
        if noun is not None:
            line = self._about(base, base.mode, *noun)
        else:
            line = self._about(base, base.mode, groups[-1].event or Event.OTHER, groups[-1].actor)
            line.date = groups[-1].date
        line.figure = figures[-1].figure
        return [line]

    def named_list(self, frames: list[Frame], had_hits: bool) -> list[Line]:
        """ "Among them are A and B", "Their names are A, B and C", "Those released include A"."""
        match = re.match(
            r"(?:Among (?:them|those|the)\b|Their names (?:are|were)|They (?:are|were) [A-Z]|"
            r"Those \w+ (?:include|included|were|are)\b|The \w+ (?:are|include|included)\b)",
            self.scene.words,
        )
        before = [
            line
            for line in (self.scene.story.last or self.scene.story.lines[-1:])
            if line.group is not None
        ]
        noun = re.match(r"(?:Among )?(?:[Tt]he|[Tt]hose) (\w+)", self.scene.words)
        event = event_words.STATE_NOUNS.get(noun[1].lower()) if noun is not None else None
        if not before and event is not None:
            before = [Line(Mode.ASSERTS, event)]
        if match is None or not before:
            return []
        place = next(
            (
                p
                for p in self.scene.sentence.verbs
                if self.scene.sentence.row[p].lemma in {"be", "include"}
            ),
            None,
        )
        if place is None:
            return []
        actors = [
            a
            for a in self.scene.resolver.actors(self.scene.sentence.objects(place))
            if a.kind == "person"
        ]
        for actor in actors:
            actor.victim = self.scene.story.cast.clock
        where = self.scene.span([place])
        return [
            replace(before[-1], actor=a, person=a.name, group=None, figure=None, span=where)
            for a in actors
        ]

    def among_them(self, frames: list[Frame], hits: list[Hit]) -> list[Line]:
        """ "he was not among them": what befell the group befell him, or is denied of him."""
        match = _AMONG.search(self.scene.words)
        groups = [
            n
            for n in [*self.scene.story.lines, *self.scene.current]
            if n.group and n.event in STATUS_EVENTS and n.mode in {Mode.ASSERTS, Mode.CONFIRMS}
        ]
        if match is None or not groups:
            return []
        sentence, at = self.scene.sentence, self.scene.sentence.start + match.start()
        place = next(
            (p for p in sentence.verbs if sentence.row[p].start <= at < sentence.row[p].end), None
        )
        subject = sentence.subject(place) if place is not None else []
        people = self.scene.resolver.actors(subject, "patient")
        people = [a for a in people if a.kind in {"person", "role"}]
        if place is None or not people or any(hit.place == place for hit in hits):
            return []
        said = self.scene.said(place, frames)
        mode = Mode.DENIES if sentence.row[place].negated else said.mode
        where = self.scene.span([place, *[f.place for f in frames if f.place >= 0]])
        return [
            replace(
                groups[-1],
                mode=mode,
                speaker=said.speaker,
                chain=said.chain,
                channel=said.channel,
                voices=said.voices,
                actor=a,
                person=a.name,
                group=None,
                figure=None,
                span=where,
            )
            for a in people
        ]

    def promised(self, frames: list[Frame], hits: list[Hit]) -> list[Line]:
        """ "The Ministry will publish the names": what a body says it will do."""
        setting, sentence = self.scene.story.setting, self.scene.sentence
        if setting.kind not in {"official", "reply"} or hits or frames or not sentence.verbs:
            return []
        place = sentence.verbs[0]
        verb, subject = sentence.row[place], sentence.subject(place)
        modal = verb.modal in {"will", "shall", "'ll"} and not verb.negated
        own = self.scene.story.cast.writer in self.scene.resolver.actors(subject)
        kind = own or verb.lemma in _FAVOURS
        able = verb.lemma == "be" and "able to" in self.scene.words
        plain = verb.lemma not in {"be", "have"} and kind
        if not (modal and (plain or able)) or conditional_words(self.scene.words):
            return []
        dates = self.scene.story.calendar.within(sentence.start, sentence.end)
        date = dates[-1].dated if dates else None
        where = self.scene.span([place])
        return [Line(Mode.PROMISES, Event.OTHER, setting.voice, date=date, span=where)]

    def denied_outright(self, hits: list[Hit], frames: list[Frame]) -> list[Line]:
        """ "It is a lie." in the writer's own voice."""
        own_voice = self.scene.story.setting.voice is not None and not frames and not hits
        short = len(self.scene.words.split()) < 8 and re.match(
            r"(?:It|This|That)\b", self.scene.words
        )
        if not (own_voice and short and _FALSE.search(self.scene.words)):
            return []
        base = Line(
            Mode.DENIES,
            Event.OTHER,
            self.scene.story.setting.voice,
            span=self.scene.span(list(range(len(self.scene.sentence.row)))),
        )
        return self._again(base, Frame(-1, Mode.DENIES, [], 0, 0, talk="it"))

    def corrected(self, found: list[Line]) -> list[Line]:
        """ "34, not 40 as it said before": the second number is taken back, or denied when it
        was somebody else's."""
        fix = self.scene.correction
        if fix is None:
            return []
        line = next((n for n in found if n.figure == fix.right), None)
        line = line or next((n for n in found if n.group is not None), None)
        if line is None:
            return []
        line.figure = fix.right
        if fix.whose is not None:
            return [replace(line, mode=Mode.DENIES, figure=fix.wrong, chain=(fix.whose,))]
        return [replace(line, mode=Mode.RETRACTS, figure=fix.wrong)]


def false_talk(words: str) -> bool:
    """Do these words call something said before untrue?"""
    return _FALSE.search(words) is not None
