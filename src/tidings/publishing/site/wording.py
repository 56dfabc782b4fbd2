"""What a release says, in the words of one language."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil, floor

from markupsafe import Markup, escape

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.release import (
    ReleasedPerson,
    ReleasedSource,
    ReleasedStatement,
    ReleasedStatus,
    Seeker,
)
from tidings.publishing.site.written import plain, safe, text
from tidings.values import Dated, Event, Figure, Mode, clean, describe

#: Modes in which nothing is said of what happened.
_SILENT = (Mode.DECLINES_TO_SAY, Mode.DID_NOT_RESPOND)
#: The pseudonym of whom nobody chose one for.
_MADE_UP = re.compile(r"Person ([0-9A-Za-z]{4})")


@dataclass(frozen=True)
class Words:
    """The words of one language; every method gives text ready to stand in a page."""

    language: Language

    def phrase(self, key: str, **fillings: object) -> str:
        return phrase(key, self.language, **fillings)

    def begun(self, key: str) -> str:
        """The phrase with a capital, as it begins a sentence."""
        return _begun(key, self.language)

    def date(self, dated: Dated | None) -> str:
        return _date(dated, self.language)

    def when(self, dated: Dated | None) -> Markup:
        """The date as HTML."""
        return _when(dated, self.language)

    def day(self, day: datetime.date) -> str:
        return _date(Dated(day, day, day.isoformat()), self.language)

    def number(self, count: int) -> str:
        """With its thousands apart: 2,001 in English, 2 001 in Kazakh and Russian."""
        grouped = f"{count:,}"
        return grouped if self.language == "en" else grouped.replace(",", "\u202f")

    def figure(self, figure: Figure) -> str:
        low, high = figure.low, figure.high
        if low is None and high is None:
            return self.phrase("site.figure.unknown")
        if high is None:
            return self.phrase("site.figure.from", low=self.number(low or 0))
        if low is None or (low == 0 and high > 0):
            return self.phrase("site.figure.upto", high=self.number(high))
        kind = "exact" if low == high else "range"
        return self.phrase(f"site.figure.{kind}", low=self.number(low), high=self.number(high))

    def share(self, low: float, high: float) -> str:
        """Two shares as percents, rounded outwards so that the truth stays between them."""
        least, most = f"{floor(low * 1000) / 10:g}%", f"{ceil(high * 1000) / 10:g}%"
        if least == most:
            return least
        return self.phrase("site.share", low=least, high=most)

    def source(self, source: ReleasedSource) -> Markup:
        return _source(source, self.language)

    def chain(self, chain: tuple[str, ...]) -> str:
        """Through whom it was told, as HTML: " (by way of A, B)"."""
        return _chain(chain, self.language)

    def happened(self, said: ReleasedStatement) -> Markup:
        """The event with what is told of it, struck out once it was taken back."""
        more = said.value, said.place
        return _happened(said.event, said.mode, said.retracted, more, self.language)

    def speaker(self, said: ReleasedStatement) -> Markup:
        """Who says it and how: speaker and mode where they are known, then the source."""
        return _speaker(said.speaker, said.chain, said.mode, said.source, self.language)

    def called(self, person: ReleasedPerson) -> str:
        """What stands for the name of somebody who appears under another one."""
        given = clean(person.pseudonym or "")
        made = _MADE_UP.fullmatch(given)
        return self.phrase("site.person", code=made[1]) if made else given or person.id

    def event(self, event: Event | None) -> str:
        """Where somebody stands, as a heading."""
        return self.begun(f"event.{event}" if event else "site.unknown")

    def seekers(self, found: Iterable[Seeker]) -> tuple[Markup, ...]:
        """Who looks for somebody: the relation, and the name where it may be said."""
        shown = []
        for seeker in found:
            key = f"kin.{seeker.relation}" if seeker.relation else "site.relative"
            name = f" {text(seeker.name)}" if seeker.name else ""
            shown.append(safe(f"{plain(self.phrase(key))}{name}"))
        return tuple(shown)

    def status(self, status: ReleasedStatus) -> Markup:
        """One or two sentences: where the person stands, since when, by how many sources."""
        return _status(status, self.language)


@lru_cache(maxsize=65536)
def _status(status: ReleasedStatus, language: Language) -> Markup:
    words = Words(language)
    event = words.event(status.event)
    since = words.phrase("site.status_since", date=words.date(status.since))
    told = f"{event} ({since})." if status.since else f"{event}."
    if status.asked > 1:
        by = words.phrase("site.status_by", supporting=status.supporting, asked=status.asked)
        told = f"{told} {by}"
    return escape(f"{told} {words.begun(f'certainty.{status.certainty}')}.")


@cache
def _begun(key: str, language: Language) -> str:
    words = phrase(key, language)
    return words[:1].upper() + words[1:]


@lru_cache(maxsize=65536)
def _date(dated: Dated | None, language: Language) -> str:
    return phrase("site.no_date", language) if dated is None else describe(dated, language)


@lru_cache(maxsize=65536)
def _when(dated: Dated | None, language: Language) -> Markup:
    return escape(_date(dated, language))


@lru_cache(maxsize=65536)
def _happened(
    event: Event, mode: Mode, retracted: bool, more: tuple[str | None, ...], language: Language
) -> Markup:
    told = _begun(f"event.{event}", language)
    if mode in _SILENT:
        answer, about = _begun(f"mode.{mode}", language), phrase(f"event.{event}", language)
        told = answer if event is Event.OTHER else f"{answer}: {about}"
    html = ", ".join([escape(told), *(text(each) for each in more if each)])
    if retracted:
        html = f"<s>{html}</s> ({escape(phrase('site.taken_back', language))})"
    return safe(html)


@lru_cache(maxsize=65536)
def _speaker(
    speaker: str | None,
    chain: tuple[str, ...],
    mode: Mode,
    source: ReleasedSource,
    language: Language,
) -> Markup:
    told = f"{text(speaker)}{_chain(chain, language)}; " if speaker else ""
    if mode is not Mode.ASSERTS and mode not in _SILENT:
        told += f"<b>{escape(phrase(f'mode.{mode}', language))}</b>; "
    return safe(f"{told}{_source(source, language)}")


def _chain(chain: tuple[str, ...], language: Language) -> str:
    if not chain:
        return ""
    through = escape(phrase("site.by_way_of", language))
    return f" ({through.format(chain=safe(', '.join(map(text, chain))))})"


@lru_cache(maxsize=65536)
def _source(source: ReleasedSource, language: Language) -> Markup:
    kind = phrase(f"source.{source.kind}", language)
    if source.relation:
        kind += f" ({phrase(f'kin.{source.relation}', language)})"
    parts: list[str] = [plain(kind)]
    parts += [text(each) for each in (source.title, source.publisher) if each and clean(each)]
    if source.published:
        parts.append(plain(_date(source.published, language)))
    return safe(", ".join(parts))
