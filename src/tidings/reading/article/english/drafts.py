"""From frames and events to statements: speaker, chain, mode, whom, how many, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tidings.reading.article.english import event_words, people
from tidings.reading.article.english.cast import Actor
from tidings.reading.article.english.frame import Frame
from tidings.reading.article.english.hits import Hit
from tidings.reading.article.english.setting import Setting
from tidings.values import Dated, Event, Figure, Mode

#: Words in the name of a body that can arrest or free.
_POWERS = frozenset(
    """
ministry police army court tribunal government office command authorities military forces force
embassy council department agency prosecutors prosecutor prosecution junta regime militia front
directorate service corps patrol guard state commission committee prison country navy
intelligence party gendarmerie bureau administration guerrilla group
""".split()
)
_PRIVATE = frozenset(
    """
newspaper radio tv television news site network press rights human media outlet channel lawyers
aid relief monitoring association union families relatives monitor
""".split()
)
_OFFICIAL = frozenset(
    """
spokesman spokeswoman spokesperson minister officer official commander commissioner general
colonel captain guard governor prosecutor investigator judge warden director chief police
policeman ambassador consul secretary major lieutenant sergeant mayor president detective
inspector clerk
""".split()
)


@dataclass
class Line:
    """A statement before it is tied to a place in the text."""

    mode: Mode
    event: Event | None
    speaker: str | None = None
    chain: tuple[str, ...] = ()
    channel: str | None = None
    actor: Actor | None = None
    person: str | None = None
    group: str | None = None
    figure: Figure | None = None
    date: Dated | None = None
    span: tuple[int, int] = (0, 0)
    voices: tuple[Actor, ...] = field(default=(), repr=False)

    def key(self) -> tuple[object, ...]:
        return self.mode, self.event, self.speaker, self.person, self.group, self.figure

    def about(self) -> tuple[object, ...]:
        return self.mode, self.event, self.speaker, self.chain, self.person, self.group


def official(actor: Actor) -> bool:
    """Does this speaker answer for a body?"""
    return actor.kind == "body" or bool(actor.roles & _OFFICIAL)


def powerful(actor: Actor) -> bool:
    """Can this speaker have people arrested or freed?"""
    called = actor.roles | actor.words()
    return bool(called & (_POWERS | _OFFICIAL)) and not called & _PRIVATE


@dataclass(frozen=True)
class Attribution:
    """Who says it, through whom, in which mode and by which channel."""

    speaker: str | None
    chain: tuple[str, ...]
    mode: Mode
    channel: str | None
    voices: tuple[Actor, ...]


def attribution(frames: Sequence[Frame], setting: Setting, writer: Actor | None) -> Attribution:
    """`frames` from the outermost inwards. The mode is that of the first who does more than say."""
    names: list[str] = []
    voices: list[Actor] = []
    for frame in frames:
        own = [actor for actor in frame.speakers if actor is not writer]
        voices += frame.speakers
        joined = " and ".join(actor.name for actor in own) or " and ".join(frame.names)
        if joined and (not names or names[-1] != joined):
            names.append(joined)
        names += [source for source in frame.sources if source not in names]
    mode = next((frame.mode for frame in frames if frame.mode is not Mode.ASSERTS), Mode.ASSERTS)
    channel = next((frame.channel for frame in frames if frame.channel), None)
    own_words = any(writer in frame.speakers for frame in frames if writer is not None)
    if setting.always or (setting.voice and (own_words or not names)):
        names = [name for name in names if name != setting.voice]
        return Attribution(setting.voice, tuple(names), mode, channel, tuple(voices))
    return Attribution(names[0] if names else None, tuple(names[1:]), mode, channel, tuple(voices))


def whom(actor: Actor | None) -> tuple[str | None, str | None]:
    """(person, group): one of them, or none."""
    if actor is None:
        return None, None
    if actor.kind in {"person", "role"} or (actor.kind == "writer"):
        return actor.name or None, None
    return None, actor.name


def mode_of(hit: Hit, said: Attribution, setting: Setting, conditional: bool) -> Mode | None:
    """The mode of one event; None when the event is no statement (it did not happen, it may,
    it would)."""
    mode = said.mode
    speaks_for_body = any(official(actor) for actor in said.voices) or (
        not said.voices and setting.kind in {"official", "reply"}
    )
    if hit.anyone and mode in {Mode.ASSERTS, Mode.CONFIRMS, Mode.ESTIMATES}:
        return None
    if hit.threat and mode is Mode.ASSERTS and not hit.negated:
        return Mode.THREATENS
    if hit.negated:
        told = hit.event is not Event.OTHER or not hit.actors or hit.harm
        if mode is Mode.ASSERTS and told:
            return Mode.DENIES if speaks_for_body else None
        return (
            None if mode in {Mode.CONFIRMS, Mode.PROMISES, Mode.ESTIMATES, Mode.ASSERTS} else mode
        )
    if mode is not Mode.ASSERTS:
        return None if mode is Mode.PROMISES and conditional else mode
    has_power = any(powerful(actor) for actor in said.voices) or (
        not said.voices and setting.kind in {"official", "reply"}
    )
    return _in_time(hit, has_power, conditional, bool(said.voices) or setting.voice is not None)


def _in_time(hit: Hit, has_power: bool, conditional: bool, said: bool) -> Mode | None:
    """What a body will do is a promise or a threat; what others expect of it is told as it is."""
    modal = hit.modal
    if hit.event is Event.CONTACT_LOST:
        return Mode.ASSERTS if modal not in {"may", "might", "would", "should"} else None
    if modal in {"will", "wo", "'ll", "shall", "sha"} or (modal in {"would", "'d"} and said):
        if (hit.event in event_words.BAD or hit.event is Event.OTHER) and not hit.good:
            return Mode.THREATENS if has_power or conditional else Mode.ASSERTS
        return None if conditional or not said else Mode.PROMISES
    lasting = hit.event in {Event.RESTRICTED, Event.ALLOWED_TO_LEAVE}
    if modal and not lasting:
        return Mode.ASSERTS if modal in {"could", "can"} and hit.event is Event.OTHER else None
    return Mode.ASSERTS


def merged(lines: Sequence[Line]) -> list[Line]:
    """One line per event and person of a sentence: what one lacks the other gives."""
    kept: list[Line] = []
    for line in lines:
        same = next(
            (
                k
                for k in kept
                if k.about() == line.about()
                and (k.figure is None or line.figure is None or k.figure == line.figure)
            ),
            None,
        )
        if same is None:
            kept.append(line)
            continue
        kept[kept.index(same)] = replace(
            same,
            date=same.date or line.date,
            figure=same.figure or line.figure,
            span=(min(same.span[0], line.span[0]), max(same.span[1], line.span[1])),
        )
    return kept


KIN_ROLES = people.KIN
