"""A released statement as one sentence: who says it, when they said it, and in which mode."""

from __future__ import annotations

import re

from tidings.publishing.kazakh import Case, decline, is_declinable
from tidings.publishing.letters.dates import when
from tidings.publishing.letters.letter import Sentence
from tidings.publishing.letters.named import NameShown, readable
from tidings.publishing.phrases import Language, has_phrase, phrase
from tidings.publishing.release import ReleasedSource, ReleasedStatement
from tidings.values import Event, Mode, Sex, SourceKind, clean, describe

_BY_SEX = re.compile(r"\[([^/\]]*)/([^\]]*)\]")
_SOMEBODY: dict[Language, str] = {"en": "{name}", "kk": "{name}", "ru": "этот человек"}
#: Source kinds that speak with a person's voice.
_VOICES = frozenset({SourceKind.TESTIMONY})


def said(
    statement: ReleasedStatement, name: NameShown, sex: Sex | None, language: Language
) -> Sentence | None:
    """The sentence; None for a statement that says nothing a letter can repeat."""
    if statement.event is Event.OTHER and not statement.value:
        return None
    who = speaker(statement.source, statement.speaker, language)
    about = cited(statement.source, who, statement.chain, language)
    text = _voiced(statement, who, about, clause(statement, name, sex, language), language)
    if statement.retracted:
        text = f"{text} {phrase('voice.retracted', language)}"
    return Sentence(ended(text), statement.source, source_line(statement.source, language))


def clause(
    statement: ReleasedStatement, name: NameShown, sex: Sex | None, language: Language
) -> str:
    """What happened, to whom, when and where, as a clause without an end."""
    template = phrase(f"clause.{statement.event}", language)
    if sex is None:
        template = template.replace("{name}", _SOMEBODY[language])
    template = _BY_SEX.sub(r"\2" if sex is Sex.FEMALE else r"\1", template)
    value = clean(statement.value or "")
    words = template.format(**name.forms, when=when(statement.held, language), value=value)
    if value and statement.event is not Event.OTHER:
        words += f" ({value})"
    if statement.place:
        words += " " + phrase("voice.place", language, place=readable(statement.place, language))
    return " ".join(words.split(" ")).strip().replace("  ", " ")


def speaker(source: ReleasedSource, named: str | None, language: Language) -> str:
    """Who says it: the speaker by name, what the testifier is to the person, the publisher, or
    what kind of source it is."""
    if named:
        return readable(named, language)
    if source.relation is not None:
        return phrase(f"voice.kin.{source.relation}", language)
    if source.publisher:
        return readable(source.publisher, language)
    return phrase(f"voice.source.{source.kind}", language)


def cited(source: ReleasedSource, who: str, chain: tuple[str, ...], language: Language) -> str:
    """Where the speaker's words are from: kind of source, publisher, date, whom they cite."""
    kind = phrase(f"source.{source.kind}", language)
    parts = [] if who == phrase(f"voice.source.{source.kind}", language) else [kind]
    publisher = readable(source.publisher or "", language)
    if publisher not in ("", who):
        parts.append(publisher)
    if source.published is not None:
        parts.append(describe(source.published, language))
    if chain:
        names = ", ".join(map(clean, chain))
        parts.append(phrase("voice.citing", language, who=names))
    return ", ".join(parts)


def source_line(source: ReleasedSource, language: Language) -> str:
    """The source for the margin of a draft: all that the release tells of it."""
    title = f"«{clean(source.title)}»" if source.title else ""
    relation = phrase(f"kin.{source.relation}", language) if source.relation else ""
    dated = describe(source.published, language) if source.published else ""
    kind = phrase(f"source.{source.kind}", language)
    parts = (kind, relation, clean(source.publisher or ""), title, dated)
    return ", ".join(part for part in parts if part)


def attributed(who: str, about: str, language: Language, *, owned: bool) -> dict[str, str]:
    """The speaker as the phrases of voices call them: `who`, and `whose` in the genitive."""
    tail = f" ({about})" if about else ""
    whose = decline(who, Case.GENITIVE, owned=owned or None) if language == "kk" else who
    return {"who": who + tail, "whose": whose + tail}


def ended(text: str) -> str:
    """With a capital, and a full stop unless the text brings its own."""
    capital = text[:1].upper() + text[1:]
    return capital if text.endswith((".", "!", "?", "…")) else f"{capital}."


def _voiced(
    statement: ReleasedStatement, who: str, about: str, words: str, language: Language
) -> str:
    kin = statement.speaker is None and statement.source.relation is not None
    parts = attributed(who, about, language, owned=kin)
    template = phrase(_voice(statement, who, kin, language), language)
    event = phrase(f"event.{statement.event}", language)
    return template.format(**parts, clause=words, event=event)


def _voice(statement: ReleasedStatement, who: str, kin: bool, language: Language) -> str:
    key = f"voice.{statement.mode}"
    if statement.mode is Mode.DID_NOT_RESPOND and statement.event in (
        Event.LETTER_SENT,
        Event.OTHER,
    ):
        return f"{key}.letter"
    if statement.mode is Mode.ASSERTS:
        source = statement.source
        thing = who == phrase(f"voice.source.{source.kind}", language)
        if thing and source.kind not in _VOICES:
            return f"{key}.thing"
        if language == "kk" and not kin and not is_declinable(who):
            return f"{key}.plain"
    return key if has_phrase(key) else "voice.asserts"
