"""English articles, bulletins, replies and testimonies, read sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from tidings.reading.article.english import event_words, speech_words
from tidings.reading.article.english.asides import without_asides, without_scare_quotes
from tidings.reading.article.english.calendar import Calendar
from tidings.reading.article.english.cast import Actor, Cast
from tidings.reading.article.english.corrections import correction_in
from tidings.reading.article.english.dateline import Dateline, headline
from tidings.reading.article.english.drafts import Line, attribution, merged, mode_of, whom
from tidings.reading.article.english.echoes import Echoes, false_talk
from tidings.reading.article.english.events import EventFinder
from tidings.reading.article.english.frame import Frame, channel_in
from tidings.reading.article.english.frames import FrameFinder
from tidings.reading.article.english.gaps import gapped
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.hits import Hit
from tidings.reading.article.english.notices import figure_in_error, own_words
from tidings.reading.article.english.phrases import mark
from tidings.reading.article.english.scene import Scene, Story
from tidings.reading.article.english.setting import Setting
from tidings.reading.article.english.tokens import (
    sentences,
    tokens,
    usage,
)
from tidings.reading.article.english.unreal import conditional_words, unreal
from tidings.reading.article.english.veiled import veiled
from tidings.reading.article.english.when import date_of
from tidings.values import Dated, Event, Mode, find_figures

_INSTRUCTION = re.compile(
    r"\b(?:notes?|messages?|instructions?|memo) (?:to|for) (?:whoever|whomever|anyone|the "
    r"(?:reader|"
    r"program|system|software|ai|model|assistant|machine|database|clerk|editor|processor|caseworker))"
    r"|\bignore (?:all|any|the|previous)\b|\b(?:change|set|mark|update|alter|edit) the "
    r"(?:record|status|"
    r"entry|file)|\bdelete (?:the|all|every)\b.*\b(?:line|record|entr|statement)|\bsystem prompt\b"
    r"|^\s*(?:reader )?comments?\b.*:|\b(?:mark|record|list|register|enter) (?:him|her|"
    r"them|[A-Z]\w+(?: [A-Z]\w+)*) as\b",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    r"\b(?:is|was|are|were|been) (?:\w+ )?(?:withdrawn|retracted|rescinded)\b", re.IGNORECASE
)
_SALUTATION = re.compile(r"\W*Dear (?:\w+ ){0,2}[a-z]+,?", re.ASCII)
_APPROACH = frozenset("go turn appeal write speak complain talk return apply".split())
_SKIP = re.compile(
    r"\b(?:could|can|did|was|were) not (?:be )?(?:independently )?(?:able to )?verif", re.I
)


def lines(
    text: str, setting: Setting, published: Dated | None, own_day: Dateline | None = None
) -> tuple[list[Line], Cast]:
    """All statements of the text, in order, and everybody in it. The words of `own_day` are in
    no statement."""
    writer = _writer(setting)
    if own_day is not None:
        published = own_day.dated or published
    story = Story(
        text,
        setting,
        Cast(writer),
        Calendar(text, published, tale=setting.kind == "letter"),
        find_figures(text, "en"),
    )
    known = usage(text)
    for start, end in sentences(text):
        if own_day is not None and own_day.start <= start < own_day.end:
            start = own_day.end
        if _SALUTATION.fullmatch(text[start:end].strip()) or _own_head(text[start:end], setting):
            continue
        own = without_asides(without_scare_quotes(tokens(text, start, end, known)))
        correction = correction_in(text, start, end, story.figures)
        if correction is not None:
            own = [t for t in own if not correction.start <= t.start < correction.end]
        if not own:
            continue
        mark(own, [(f.start, f.end) for f in story.figures], "#")
        mark(own, [(d.start, d.end) for d in story.calendar.within(start, end)], "@")
        read = _Reader(Scene(story, Sentence(own), correction))
        found = read.lines()
        if headline(text, start, end):
            continue
        story.lines += found
        story.last = found or story.last
        _listen(story.cast, found)
    return story.lines, story.cast


def _own_head(line: str, setting: Setting) -> bool:
    """The letterhead in capitals names nobody new."""
    return setting.voice is not None and line.isupper() and line.lower() == setting.voice.lower()


def _listen(cast: Cast, found: list[Line]) -> None:
    """After a letter an answer is awaited, until something else is told."""
    if found:
        cast.hushed = found[-1].mode is Mode.DID_NOT_RESPOND
        sent = any(line.event is Event.LETTER_SENT for line in found)
        cast.awaited = cast.addressee if sent or cast.hushed else None


def _writer(setting: Setting) -> Actor | None:
    if setting.voice is None:
        return None
    if setting.person:
        return Actor("person", setting.voice, {"writer"})
    return Actor("body", setting.voice, {w.lower() for w in setting.voice.split()}, seen=1, spoke=1)


class _Reader:
    """Reads one sentence against the story so far."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.story = scene.story
        self.sentence = scene.sentence
        self.words = scene.words
        self.resolver = scene.resolver
        self.events = EventFinder(scene.sentence, scene.resolver, scene.text)
        self.echoes = Echoes(scene)

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
        own_words(self.scene, frames)
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
        self.story.cast.approached = self._approached()
        for actor in self.story.cast.actors:
            actor.subject = 0
        for place in self.sentence.verbs:
            subject = self.sentence.subject(place)
            for actor in self.resolver.actors(subject) if subject else ():
                actor.subject = 1
            if subject:
                return

    def _approached(self) -> Actor | None:
        """ "I went to the mayor. He said ...": the mayor."""
        cast, sentence = self.story.cast, self.sentence
        for place in reversed(sentence.verbs):
            mine = cast.writer in self.resolver.actors(sentence.subject(place))
            to = sentence.after(place, frozenset({"to"}))
            if mine and to is not None and sentence.row[place].lemma in _APPROACH:
                met = [a for a in self.resolver.known.get(to.first, []) if a.kind != "group"]
                return met[0] if met else None
        return None

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
        speaking = next(
            (
                frame
                for frame in frames
                if frame.speakers and (frame.mode is not Mode.DID_NOT_RESPOND)
            ),
            None,
        )
        if marks and speaking is not None:
            self.story.quoted = speaking.speakers[0]
            self.resolver.hear(speaking.speakers[0])
        elif marks and frames:
            self.story.quoted = self.resolver.pronouns.me = None
        elif not marks:
            self.story.quoted = speaking.speakers[0] if speaking is not None else self.story.quoted

    def _drawn(self, frames: list[Frame]) -> list[Line]:
        spoken = frozenset(frame.place for frame in frames if frame.place >= 0)
        speakers = self._speakers(frames)
        hits = [
            hit
            for hit in self.events.hits(spoken, speakers)
            if not unreal(self.sentence, hit, frames)
        ]
        found: list[Line] = []
        self.scene.current = found
        for hit in hits:
            found += self._told(hit, self.scene.around(hit.place, frames))
        for frame in frames:
            if not any(frame.covers(hit.place) for hit in hits) or (
                frame.mode is Mode.ASSERTS
                and event_words.NO_TRACE.search(self.scene.scope_text(frame))
            ):
                found += self._without_event(frame, frames)
        if not hits and not frames:
            found += self._deplored()
        found += self.echoes.named_list(frames, bool(hits)) or []
        found += self.echoes.among_them(frames, hits)
        found += self.echoes.promised(frames, hits)
        found += veiled(self.scene, frames)
        found += self.echoes.denied_outright(hits, frames)
        found += self.echoes.corrected(found)
        found += gapped(self.scene, found) + figure_in_error(self.scene, frames)
        return merged(found)

    def _deplored(self) -> list[Line]:
        """ "The union condemned the arrest of X on 3 May": the arrest, by the union's word."""
        row, place = self.sentence.row, next(iter(self.sentence.verbs), None)
        if place is None or row[place].lemma not in speech_words.DEPLORE:
            return []
        speakers = self.resolver.actors(self.sentence.subject(place), "speaker")
        frame = Frame(place, Mode.ASSERTS, speakers, place + 1, len(row))
        nouns = [hit for hit in self.events.nouns(place + 1, len(row)) if hit.actors]
        for hit in nouns:
            self.events.mark(hit)
        return [line for hit in nouns for line in self._told(hit, [frame])]

    def _speakers(self, frames: list[Frame]) -> dict[int, Actor]:
        """Row place -> who speaks there, the innermost frame's first speaker."""
        found: dict[int, Actor] = {}
        for frame in sorted(frames, key=lambda frame: -frame.size):
            for place in range(frame.first, frame.last):
                if frame.speakers and place != frame.place:
                    found[place] = frame.speakers[0]
        return found

    def _told(self, hit: Hit, frames: list[Frame]) -> list[Line]:
        said = attribution(frames, self.story.setting, self.story.cast.writer)
        if said.mode is Mode.ASSERTS and self.scene.doubly_hedged(hit):
            said = replace(said, mode=Mode.ESTIMATES)
        conditional = conditional_words(self.words)
        mode = mode_of(hit, said, self.story.setting, conditional)
        if _WITHDRAWN.search(self.words) and self._about_talk(hit):
            mode = Mode.RETRACTS
        elif false_talk(self.words) and self._about_talk(hit):
            mode = Mode.DENIES
            said = replace(said, chain=said.chain or self._talker(hit))
        if mode is None:
            return []
        date = (
            None
            if mode is Mode.DECLINES_TO_SAY
            else date_of(hit, self.sentence, self.story.calendar, frames)
        )
        where = self.scene.span([hit.place, *[f.place for f in frames if f.place >= 0]])
        figure = self.scene.figure(hit)
        made = []
        actors: list[Actor | None] = [*hit.actors] or [None]
        for actor in actors:
            person, group = whom(actor)
            one = figure if group is not None or hit.event in event_words.SPOKEN else None
            made.append(
                Line(
                    mode,
                    hit.event,
                    said.speaker,
                    said.chain,
                    said.channel or self._channel(hit),
                    actor,
                    person,
                    group,
                    one,
                    date,
                    where,
                    said.voices,
                )
            )
        return made

    def _talker(self, hit: Hit) -> tuple[str, ...]:
        """ "The report of the union that he died is false": the union's report."""
        row = self.sentence.row
        for at in range(hit.place - 2):
            talk = row[at].kind == "NP" and row[at].head.low in speech_words.TALK
            if talk and row[at + 1].low in {"of", "by", "from"} and row[at + 2].kind == "NP":
                return tuple(a.name for a in self.resolver.actors([row[at + 2]], "speaker"))
        return ()

    def _about_talk(self, hit: Hit) -> bool:
        first = max((at for at in range(hit.place) if self.sentence.kind(at) == ";"), default=0)
        before = " ".join(self.sentence.low(at) for at in range(first, hit.place))
        return bool(
            re.search(
                r"\b(?:rumours?|rumors?|reports?|claims?|allegations?|story|news|"
                r"statements?|announcements?)\b[^.;]{0,40}\bthat\b",
                before,
            )
        )

    def _channel(self, hit: Hit) -> str | None:
        if hit.event is Event.LETTER_SENT:
            return "letter"
        if hit.event in event_words.SPOKEN or hit.event is Event.CONTACT_RESTORED:
            found = channel_in(self.words)
            if hit.event is Event.PRESS_CONFERENCE:
                return "press conference"
            rang = (
                hit.event is Event.CONTACT_RESTORED and self.sentence.row[hit.place].lemma == "ring"
            )
            return "phone" if rang else found
        return None

    def _without_event(self, frame: Frame, frames: list[Frame]) -> list[Line]:
        """What a frame says by itself: silence, refusal, denial of what was told before."""
        outer = (
            [f for f in self.scene.around(frame.place, frames) if f is not frame]
            if frame.place >= 0
            else []
        )
        said = attribution([*outer, frame], self.story.setting, self.story.cast.writer)
        where = self.scene.span(
            [frame.place] if frame.place >= 0 else list(range(len(self.sentence.row)))
        )
        if frame.mode is Mode.DID_NOT_RESPOND:
            names = [actor.name for actor in frame.speakers] or frame.names
            return [
                Line(Mode.DID_NOT_RESPOND, None, name, span=where)
                for name in names
                if name != self.story.setting.voice
            ]
        if outer and frame.mode is said.mode is Mode.ASSERTS:
            return []
        nouns = list(self.events.nouns(frame.first, frame.last))
        if frame.mode is Mode.ASSERTS and (frame.place < 0 or frame.trailing):
            nouns = []
        if nouns and (frame.mode is not Mode.ASSERTS or nouns[0].actors):
            return self._from_noun(nouns[0], frame, outer)
        base = Line(
            said.mode,
            Event.OTHER,
            said.speaker,
            said.chain,
            said.channel,
            span=where,
            voices=said.voices,
        )
        return self.echoes.by_mode(frame, base)

    def _from_noun(self, hit: Hit, frame: Frame, outer: list[Frame]) -> list[Line]:
        if not hit.actors:
            victims = [
                line.actor for line in self.story.last if line.event is hit.event and line.actor
            ]
            hit.actors = victims or self.events.fates.spoken_of()
        self.events.mark(hit)
        return self._told(hit, [*outer, frame])
