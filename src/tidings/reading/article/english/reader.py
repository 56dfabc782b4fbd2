"""English articles, bulletins, replies and testimonies, read sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tidings.reading.article.english import event_words
from tidings.reading.article.english.cast import Actor, Cast
from tidings.reading.article.english.corrections import Correction, correction_in
from tidings.reading.article.english.drafts import (
    Line,
    attribution,
    merged,
    mode_of,
    official,
    whom,
)
from tidings.reading.article.english.events import EventFinder, Hit
from tidings.reading.article.english.frame import Frame, channel_in
from tidings.reading.article.english.frames import FrameFinder
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.phrases import Phrase, mark
from tidings.reading.article.english.quoting import span, standing_once
from tidings.reading.article.english.resolve import Resolver
from tidings.reading.article.english.setting import Setting
from tidings.reading.article.english.tokens import sentences, tokens, usage, without_scare_quotes
from tidings.reading.article.english.when import Calendar, date_of
from tidings.values import STATUS_EVENTS, Dated, Event, Figure, FoundFigure, Mode, find_figures

_INSTRUCTION = re.compile(
    r"\b(?:notes?|messages?|instructions?|memo) (?:to|for) (?:whoever|whomever|anyone|the (?:reader|"
    r"program|system|software|ai|model|assistant|machine|database|clerk|editor|processor|caseworker))"
    r"|\bignore (?:all|any|the|previous)\b|\b(?:change|set|mark|update|alter|edit) the (?:record|status|"
    r"entry|file)|\bdelete (?:the|all|every)\b.*\b(?:line|record|entr|statement)|\bsystem prompt\b"
    r"|^\s*(?:reader )?comments?\b.*:|\b(?:mark|record|list|register|enter) (?:him|her|them|[A-Z]\w+(?: [A-Z]\w+)*) as\b",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:is|are|was|were|be)(?: \w+)? (?:false|untrue|not true|incorrect|wrong|mistaken|a lie|lies|baseless|"
    r"unfounded|fabricated|an error|a mistake|inaccurate|fake|groundless|nonsense)\b"
    r"|\b(?:does|do|did) not correspond to\b|\b(?:is|was) no truth\b|\bha(?:s|ve) no basis\b",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"\b(?:could|can|did|was|were) not (?:be )?(?:independently )?(?:able to )?verif", re.I
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|or (?:he|she|they|we|I|else|my|his|her|their|our)|or face|those (?:who|found|that))\b"
)
_TIMES = re.compile(r"^\s*times\b", re.IGNORECASE)
_LETTERS = re.compile(
    r"^\s*(?:\w+ )?(?:letters?|petitions?|appeals?|emails?|complaints?)\b", re.IGNORECASE
)
_WISHES = frozenset(
    "want hope ask demand urge try attempt plan intend seek need refuse fail wish like expect call appeal "
    "request beg plead wait help prepare offer".split()
)


@dataclass
class Story:
    """What has been read so far: who appeared, what was said last, all lines."""

    text: str
    setting: Setting
    cast: Cast
    calendar: Calendar
    figures: list[FoundFigure]
    lines: list[Line] = field(default_factory=list)
    last: list[Line] = field(default_factory=list)
    quoted: Actor | None = None
    spoke: Actor | None = None


def lines(text: str, setting: Setting, published: Dated | None) -> tuple[list[Line], Cast]:
    """All statements of the text, in order, and everybody in it."""
    writer = _writer(setting)
    story = Story(text, setting, Cast(writer), Calendar(text, published), find_figures(text, "en"))
    known = usage(text)
    for start, end in sentences(text):
        own = without_scare_quotes(tokens(text, start, end, known))
        correction = correction_in(text, start, end, story.figures)
        if correction is not None:
            own = [t for t in own if not correction.start <= t.start < correction.end]
        if not own:
            continue
        mark(own, [(f.start, f.end) for f in story.figures], "#")
        mark(own, [(d.start, d.end) for d in story.calendar.within(start, end)], "@")
        read = _Reader(story, Sentence(own), correction)
        found = read.lines()
        story.lines += found
        story.last = found or story.last
    return story.lines, story.cast


def _writer(setting: Setting) -> Actor | None:
    if setting.voice is None:
        return None
    if setting.person:
        return Actor("person", setting.voice, {"writer"})
    return Actor("body", setting.voice, {w.lower() for w in setting.voice.split()}, seen=1, spoke=1)


class _Reader:
    """Reads one sentence against the story so far."""

    def __init__(
        self, story: Story, sentence: Sentence, correction: Correction | None = None
    ) -> None:
        self.story = story
        self.correction = correction
        self.sentence = sentence
        self.text = story.text
        self.words = story.text[sentence.start : sentence.end]
        self.resolver = Resolver(story.cast, sentence)
        self.current: list[Line] = []

    def lines(self) -> list[Line]:
        if _INSTRUCTION.search(self.words):
            return []
        self.resolver.learn()
        quoted = self.sentence.tokens[0].tag == "Q"
        if quoted and self.story.quoted is not None:
            self.resolver.pronouns.me = self.story.quoted
        finder = FrameFinder(self.sentence, self.resolver, self.story.spoke)
        frames = finder.frames()
        self.story.spoke = finder.last_speaker
        frames += self._carried(quoted, frames)
        self._remember_quote(frames)
        if self.words.rstrip("\"'”’) ").endswith("?") or _SKIP.search(self.words):
            return []
        found = self._drawn(frames)
        self._remember_subject()
        if not frames:
            self.story.calendar.remember(self.sentence)
        return found

    def _remember_subject(self) -> None:
        """Who the main clause was about: the next "he" is likely him."""
        for actor in self.story.cast.actors:
            actor.subject = 0
        for place in self.sentence.verbs:
            subject = self.sentence.subject(place)
            for actor in self.resolver.actors(subject) if subject else ():
                actor.subject = 1
            if subject:
                return

    def _carried(self, quoted: bool, frames: list[Frame]) -> list[Frame]:
        """A quotation without attribution goes on from the speaker before."""
        outer = [frame for frame in frames if frame.trailing]
        if not quoted or outer or self.story.quoted is None:
            return []
        return [
            Frame(-1, Mode.ASSERTS, [self.story.quoted], 0, len(self.sentence.row), quotes=True)
        ]

    def _remember_quote(self, frames: list[Frame]) -> None:
        marks = any(token.tag == "Q" for token in self.sentence.tokens)
        speaking = next((frame for frame in frames if frame.speakers and (
            frame.mode is not Mode.DID_NOT_RESPOND)), None)  # fmt: skip
        if marks and speaking is not None:
            self.story.quoted = speaking.speakers[0]
            self.resolver.hear(speaking.speakers[0])
        elif marks and frames:
            self.story.quoted = self.resolver.pronouns.me = None
        elif not marks:
            self.story.quoted = speaking.speakers[0] if speaking is not None else self.story.quoted

    def _drawn(self, frames: list[Frame]) -> list[Line]:
        events = EventFinder(self.sentence, self.resolver, self.text)
        spoken = frozenset(frame.place for frame in frames if frame.place >= 0)
        speakers = self._speakers(frames)
        hits = [hit for hit in events.hits(spoken, speakers) if not self._unreal(hit, frames)]
        found: list[Line] = []
        self.current = found
        for hit in hits:
            found += self._told(hit, self._around(hit.place, frames))
        for frame in frames:
            if not any(frame.covers(hit.place) for hit in hits) or (
                frame.mode is Mode.ASSERTS and event_words.NO_TRACE.search(self._scope_text(frame))
            ):
                found += self._without_event(frame, frames, events)
        found += self._named_list(frames, bool(hits)) or []
        found += self._denied_outright(hits, frames)
        found += self._corrected(found)
        return merged(found)

    def _speakers(self, frames: list[Frame]) -> dict[int, Actor]:
        """Row place -> who speaks there, the innermost frame's first speaker."""
        found: dict[int, Actor] = {}
        for frame in sorted(frames, key=lambda frame: -frame.size):
            for place in range(frame.first, frame.last):
                if frame.speakers and place != frame.place:
                    found[place] = frame.speakers[0]
        return found

    def _around(self, place: int, frames: list[Frame]) -> list[Frame]:
        covering = [frame for frame in frames if frame.covers(place)]
        return sorted(covering, key=lambda frame: -frame.size)

    def _unreal(self, hit: Hit, frames: list[Frame]) -> bool:
        """Appeals, wishes, and what stands after "if"."""
        sentence, place = self.sentence, hit.place
        verb = sentence.row[place]
        base = len(verb.own) == 1 and verb.head.forms and "base" in verb.head.forms
        if sentence.kind(place - 1) in {"!", "I"} and self._barred(place):
            return True
        opener = place == 0 or (sentence.kind(place - 1) in {"Q", ";", "X"} and place < 3)
        if base and verb.shape == "finite" and opener and not sentence.subject(place):
            return True
        if verb.shape in {"to", "ing"}:
            governor = sentence.verb_before(place)
            if governor is not None and self._only_wished(hit, governor):
                return True
        if sentence.kind(place - 1) == "VP" and sentence.row[place - 1].lemma == "help":
            return True
        if "have" in {token.low for token in verb.own} and verb.modal in {
            "would",
            "could",
            "might",
            "should",
        }:
            return True
        return self._after_if(place) or self._describes_source(hit, frames)

    def _describes_source(self, hit: Hit, frames: list[Frame]) -> bool:
        """ "A man who had been released told me": who he is, not what is told."""
        if not self.sentence.starts_relative(hit.place):
            return False
        unnamed = all(actor.kind == "role" for actor in hit.actors)
        return unnamed and any(set(hit.actors) & set(frame.speakers) for frame in frames)

    def _only_wished(self, hit: Hit, governor: int) -> bool:
        verb = self.sentence.row[governor]
        if verb.shape == "to":
            above = self.sentence.verb_before(governor)
            if above is not None and self._only_wished(hit, above):
                return True
        if hit.event is Event.DEPARTED and verb.lemma in {"allow", "permit", "let", "agree"}:
            return True
        if verb.lemma in {"warn", "forbid", "tell", "order"} and hit.event in event_words.SPOKEN:
            return True
        return verb.lemma in _WISHES and not verb.passive

    def _barred(self, place: int) -> bool:
        """ "not to hold ...", "from leaving": forbidden, not done."""
        before = self.sentence.verb_before(place)
        low = self.sentence.low(place - 1)
        if low in {"from", "against", "without", "of"}:
            return before is not None and self.sentence.row[place].shape == "ing"
        return low in {"not", "never"} and self.sentence.row[place].shape == "to"

    def _after_if(self, place: int) -> bool:
        sentence = self.sentence
        for at in range(place - 1, -1, -1):
            kind, low = sentence.kind(at), sentence.low(at)
            if kind == "B":
                return low in {"if", "unless", "lest"}
            if (
                kind == "VP"
                and sentence.row[at].shape == "finite"
                and not sentence.starts_relative(at)
            ):
                return False
            if kind in {",", ";"} and any(sentence.low(p) == "if" for p in range(at)):
                return False
        return False

    def _told(self, hit: Hit, frames: list[Frame]) -> list[Line]:
        said = attribution(frames, self.story.setting, self.story.cast.writer)
        if said.mode is Mode.ASSERTS and self._doubly_hedged(hit):
            said = replace(said, mode=Mode.ESTIMATES)
        conditional = bool(_CONDITION.search(self.words))
        mode = mode_of(hit, said, self.story.setting, conditional)
        if _FALSE.search(self.words) and self._about_talk(hit):
            mode = Mode.DENIES
        if mode is None:
            return []
        date = None if mode is Mode.DECLINES_TO_SAY else date_of(
            hit, self.sentence, self.story.calendar, frames)  # fmt: skip
        where = self._span([hit.place, *[f.place for f in frames if f.place >= 0]])
        figure = self._figure(hit)
        made = []
        actors: list[Actor | None] = [*hit.actors] or [None]
        for actor in actors:
            person, group = whom(actor)
            one = figure if group is not None or hit.event in event_words.SPOKEN else None
            made.append(Line(mode, hit.event, said.speaker, said.chain, said.channel or self._channel(hit),
                             actor, person, group, one, date, where, said.voices))  # fmt: skip
        return made

    def _doubly_hedged(self, hit: Hit) -> bool:
        """ "hundreds and possibly more than a thousand" is an estimate, whoever says it."""
        words = [
            f.words
            for p in hit.phrases
            for f in self._figures()
            if f.start < p.end and p.start < f.end
        ]
        return any(re.search(r"\b(?:possibly|perhaps|maybe|probably)\b", word) for word in words)

    def _about_talk(self, hit: Hit) -> bool:
        before = " ".join(self.sentence.low(at) for at in range(hit.place))
        return bool(
            re.search(
                r"\b(?:rumours?|rumors?|reports?|claims?|allegations?|story|news) that\b", before
            )
        )

    def _channel(self, hit: Hit) -> str | None:
        if hit.event is Event.LETTER_SENT:
            return "letter"
        if hit.event in event_words.SPOKEN or hit.event is Event.CONTACT_RESTORED:
            found = channel_in(self.words)
            if hit.event is Event.PRESS_CONFERENCE:
                return "press conference"
            return found
        return None

    def _figure(self, hit: Hit) -> Figure | None:
        """How many, by the number inside the phrase; letters and warnings count themselves."""
        if hit.event is Event.LETTER_SENT:
            return self._counted(_LETTERS)
        if hit.event is Event.WARNED:
            times = self._counted(_TIMES)
            if times is not None:
                return times
        for phrase in hit.phrases:
            figure = self.figure_in(phrase, last=self.sentence.starts_relative(hit.place))
            if figure is not None:
                return figure
        return None

    def _counted(self, noun: re.Pattern[str]) -> Figure | None:
        for found in self._figures():
            if noun.match(self.text[found.end : found.end + 30]):
                return found.figure
        return None

    def _figures(self) -> list[FoundFigure]:
        first, last = self.sentence.start, self.sentence.end
        return [f for f in self.story.figures if first <= f.start and f.end <= last]

    def figure_in(self, phrase: Phrase, *, last: bool = False) -> Figure | None:
        """ "30 of the 52 villagers who ... were": 30 of the main clause, 52 of "who"."""
        own = [f.figure for f in self._figures() if f.start < phrase.end and phrase.start < f.end]
        return own[-1 if last else 0] if own else None

    def _span(self, places: list[int]) -> tuple[int, int]:
        start, end = span(self.text, self.sentence, places)
        return standing_once(self.text, start, end)

    def _without_event(self, frame: Frame, frames: list[Frame], events: EventFinder) -> list[Line]:
        """What a frame says by itself: silence, refusal, denial of what was told before."""
        outer = (
            [f for f in self._around(frame.place, frames) if f is not frame]
            if frame.place >= 0
            else []
        )
        said = attribution([*outer, frame], self.story.setting, self.story.cast.writer)
        where = self._span(
            [frame.place] if frame.place >= 0 else list(range(len(self.sentence.row)))
        )
        if frame.mode is Mode.DID_NOT_RESPOND:
            names = [actor.name for actor in frame.speakers] or frame.names
            return [Line(Mode.DID_NOT_RESPOND, None, name, span=where) for name in names
                    if name != self.story.setting.voice]  # fmt: skip
        nouns = list(events.nouns(frame.first, frame.last))
        if frame.mode is Mode.ASSERTS and (frame.place < 0 or frame.trailing):
            nouns = []
        if nouns and (frame.mode is not Mode.ASSERTS or nouns[0].actors):
            return self._from_noun(nouns[0], frame, outer)
        base = Line(said.mode, Event.OTHER, said.speaker, said.chain, said.channel, span=where,
                    voices=said.voices)  # fmt: skip
        return self._by_mode(frame, base)

    def _from_noun(self, hit: Hit, frame: Frame, outer: list[Frame]) -> list[Line]:
        events = EventFinder(self.sentence, self.resolver, self.text)
        if not hit.actors:
            victims = [
                line.actor for line in self.story.last if line.event is hit.event and line.actor
            ]
            hit.actors = victims or events._waiting(hit.place)[1]
        return self._told(hit, [*outer, frame])

    def _by_mode(self, frame: Frame, base: Line) -> list[Line]:
        scope = self._scope_text(frame)
        if base.mode is Mode.ASSERTS and event_words.NO_TRACE.search(scope) and base.voices:
            return self._no_trace(base)
        if base.mode in {Mode.DECLINES_TO_SAY, Mode.DENIES, Mode.CONFIRMS, Mode.RETRACTS}:
            return self._again(base, frame)
        number = re.match(r"\W*(?:the|its) (?:number|figure|toll|total)\b", scope, re.IGNORECASE)
        if base.mode is Mode.ESTIMATES or (base.mode is Mode.ASSERTS and number):
            return self._reckoned(base, frame)
        if base.mode is Mode.PROMISES and _CONDITION.search(scope):
            return []
        if base.mode in {Mode.PROMISES, Mode.THREATENS}:
            dates = [
                d.dated for d in self.story.calendar.within(self.sentence.start, self.sentence.end)
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
        quoted = re.search(r"[\"“]([^\"”]{18,})", scope) or (
            self.sentence.kind(0) == "Q" and len(scope.split()) > 3)  # fmt: skip
        return [base] if quoted and not frame.quotes else []

    def _scope_text(self, frame: Frame) -> str:
        row = self.sentence.row[frame.first : frame.last]
        return self.text[row[0].start : row[-1].end] if row else ""

    def _no_trace(self, base: Line) -> list[Line]:
        """ "had no record of X", "there was no such person"."""
        named = [a for p in self.sentence.row if p.kind == "NP" for a in self.resolver.known.get(p.first, [])
                 if a.kind in {"person", "group"} and a not in base.voices]  # fmt: skip
        actor = named[-1] if named else self._last_victim(base)
        return [self._about(base, Mode.DENIES, Event.DETAINED, actor)]

    def _last_victim(self, base: Line) -> Actor | None:
        victims = [a for a in self.story.cast.actors if a.victim and a not in base.voices]
        return max(victims, key=lambda a: (a.kind == "person", a.victim), default=None)

    @staticmethod
    def _about(base: Line, mode: Mode, event: Event, actor: Actor | None) -> Line:
        base.mode, base.event, base.actor = mode, event, actor
        base.person, base.group = whom(actor)
        return base

    def _again(self, base: Line, frame: Frame) -> list[Line]:
        """The event told before, now denied, confirmed, withdrawn or kept back."""
        last = next(
            (at for at in range(frame.first, frame.last) if self.sentence.kind(at) == ","),
            frame.last,
        )
        named = [a for p in self.sentence.row[frame.first : last] if p.kind == "NP"
                 for a in self.resolver.actors([p], "patient", base.voices) if a.kind in {"person", "group"}]  # fmt: skip
        before = self._told_before(frame, named)
        kept_noun = self._event_of_noun(frame)
        if kept_noun is not None and base.mode is Mode.DECLINES_TO_SAY:
            return [self._about(base, base.mode, *kept_noun)]
        if before is None or before.event is None:
            return [base] if base.mode in {Mode.DENIES, Mode.DECLINES_TO_SAY} else []
        actor = named[0] if named and base.mode is not Mode.RETRACTS else before.actor
        return [self._about(base, base.mode, before.event, actor)]

    def _event_of_noun(self, frame: Frame) -> tuple[Event, Actor | None] | None:
        """ "declined to name the detainees", "the number of missing": the noun says the event."""
        for phrase in self.sentence.row[max(frame.first, 0) : frame.last]:
            event = event_words.STATE_NOUNS.get(phrase.head.low) if phrase.kind == "NP" else None
            if event is not None:
                if phrase.head.low == "toll":
                    groups = [n.actor for n in [*self.story.lines, *self.current] if n.group]
                    return event, groups[-1] if groups else None
                found = self.resolver.known.get(phrase.first, [])
                actor = found[0] if found else None
                return event, actor or Actor("group", phrase.head.low, {phrase.head.low})
        return None

    def _told_before(self, frame: Frame, named: list[Actor]) -> Line | None:
        """The line that "it", "the claim", "the case" or a name points back to."""
        told = [n for n in [*self.story.lines, *self.current] if n.event not in {None, Event.OTHER}]
        if named:
            own = [n for n in told if n.actor is named[0] and n.event in STATUS_EVENTS]
            own = [n for n in own if n.mode in {Mode.ASSERTS, Mode.CONFIRMS}] or own
            if own:
                return own[-1]
        if re.search(r"\b(?:the|this|his|her) cases?\b", self.words):
            of_person = [n for n in told if n.person is not None]
            if of_person:
                return of_person[-1]
        near = [n for n in self.current or self.story.last if n in told]
        if frame.talk and near:
            return near[0]
        return (near or told or [None])[-1]

    def _reckoned(self, base: Line, frame: Frame) -> list[Line]:
        """ "put the number at about 60", "thinks it is over 350"."""
        figures = [
            f
            for f in self._figures()
            if f.start >= self.sentence.row[frame.first].start or frame.trailing
        ]
        groups = [n for n in [*self.story.lines[-8:], *self.current] if n.group is not None]
        noun = self._event_of_noun(frame)
        if not figures or (noun is None and not groups):
            return []
        if noun is not None:
            line = self._about(base, base.mode, *noun)
        else:
            line = self._about(base, base.mode, groups[-1].event or Event.OTHER, groups[-1].actor)
            line.date = groups[-1].date
        line.figure = figures[-1].figure
        return [line]

    def _named_list(self, frames: list[Frame], had_hits: bool) -> list[Line]:
        """ "Among them are A and B", "Their names are A, B and C", "Those released include A"."""
        match = re.match(r"(?:Among (?:them|those|the)\b|Their names (?:are|were)|They (?:are|were) [A-Z]|"
                         r"Those \w+ (?:include|included|were|are)\b|The \w+ (?:are|include|included)\b)", self.words)  # fmt: skip
        before = [
            line for line in (self.story.last or self.story.lines[-1:]) if line.group is not None
        ]
        if match is None or not before:
            return []
        place = next(
            (p for p in self.sentence.verbs if self.sentence.row[p].lemma in {"be", "include"}),
            None,
        )
        if place is None:
            return []
        actors = [
            a for a in self.resolver.actors(self.sentence.objects(place)) if a.kind == "person"
        ]
        where = self._span([place])
        return [
            replace(before[-1], actor=a, person=a.name, group=None, figure=None, span=where)
            for a in actors
        ]

    def _denied_outright(self, hits: list[Hit], frames: list[Frame]) -> list[Line]:
        """ "It is a lie." in the writer's own voice."""
        own_voice = self.story.setting.voice is not None and not frames and not hits
        short = len(self.words.split()) < 8 and re.match(r"(?:It|This|That)\b", self.words)
        if not (own_voice and short and _FALSE.search(self.words)):
            return []
        base = Line(Mode.DENIES, Event.OTHER, self.story.setting.voice,
                    span=self._span(list(range(len(self.sentence.row)))))  # fmt: skip
        return self._again(base, Frame(-1, Mode.DENIES, [], 0, 0, talk="it"))

    def _corrected(self, found: list[Line]) -> list[Line]:
        """ "34, not 40 as it said before": the second number is taken back, or denied when it
        was somebody else's."""
        fix = self.correction
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
