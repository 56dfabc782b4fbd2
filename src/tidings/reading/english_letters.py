"""The prose of an English testimony or letter, read by the rules for English articles: the teller
speaks throughout, and the people are those of the header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tidings.reading.article import read_article
from tidings.reading.cells.kin import relation_of
from tidings.reading.cells.statuses import read_events
from tidings.reading.prose import sentences
from tidings.reading.reading import KinDraft, MentionDraft, StatementDraft
from tidings.reading.relations import Circle
from tidings.values import Dated, Mode, Script, script_of

_WORD = re.compile(r"[^\W\d_]{3,}")
_HOPED = re.compile(
    r"^(?:I|We|My family|Our family)\s(?:\w+\s)?(?:hope|wish|pray|fear|dream)\b|^If\b"
)
_HE = re.compile(r"^(?:[A-Z][^.,]{0,30},? )?(?:[Hh]e|[Ss]he)\b")
_KIN_FIRST = re.compile(r"^(?:My|Our|His|Her)\s")


@dataclass
class Letter:
    """Statements drawn from the prose, and mentions of people whom only the prose names."""

    circle: Circle
    text: str
    statements: list[StatementDraft] = field(default_factory=list)
    named: list[MentionDraft] = field(default_factory=list)

    def take(self, one: StatementDraft, start: int, speaker: str | None) -> None:
        """Take a statement in; `start` is what its span lacks."""
        if one.event is None or one.span is None or self._is_idle(one):
            return
        who = self._who(one)
        if who is None:
            return
        span = (one.span[0] + start, one.span[1] + start)
        value = one.value or next(
            (told.value for told in read_events(one.quote) if told.event is one.event), None
        )
        told = replace(one, span=span, speaker=speaker or one.speaker, mention=who.key, value=value)
        self.statements.append(replace(told, person=who.names[0]))

    def _is_idle(self, one: StatementDraft) -> bool:
        """Whether the sentence only hopes or asks, or the teller says that it is not so."""
        start, _end = one.span or (0, 0)
        whole = next((self.text[a:b] for a, b in sentences(self.text) if a <= start < b), one.quote)
        by_teller = one.mode is Mode.DECLINES_TO_SAY and not one.chain
        hoped = one.mode in (Mode.ASSERTS, Mode.PROMISES) and bool(_HOPED.match(whole))
        return by_teller or hoped

    def _who(self, one: StatementDraft) -> MentionDraft | None:
        """The person of the header whom a statement is about, or a new one."""
        if one.person is None:
            return self.circle.whose(one.quote, len(one.quote), None)
        if who := self._he(one):
            return who
        known = [*self.circle.mentions, *self.named]
        best = _best(one.person, known)
        is_named = one.person[:1].isupper() and not relation_of(one.person)
        if best is None and not is_named:
            best = self.circle.whose(one.quote, 0, None)
        if best is None and one.person[:1].isupper():
            key = f"named {len(self.named) + 1}"
            best = MentionDraft(key, "text", (one.person,))
            self.named.append(best)
        return best

    def _he(self, one: StatementDraft) -> MentionDraft | None:
        """Whom "he" means at the head of a sentence: the one whom the sentence before it begins
        with, where the header names them."""
        spans = [span for span in sentences(self.text) if one.span and span[1] > one.span[0]]
        told = self.text[slice(*spans[0])] if spans else ""
        before = [span for span in sentences(self.text) if spans and span[1] <= spans[0][0]]
        if not before or not _HE.match(told) or self.circle.subject(told, None):
            return None
        head = self.text[slice(*before[-1])]
        who = self.circle.subject(head, None)
        return who and self.circle.whose(told, 0, who) if _KIN_FIRST.match(head) else None


def read_letter(
    text: str,
    start: int,
    mentions: Sequence[MentionDraft],
    kin: Sequence[KinDraft],
    published: Dated | None,
    speaker: str | None,
) -> Letter:
    """What text[start:] tells of the people of the header, in the words of `speaker`."""
    cast = _cast(mentions)
    letter = Letter(Circle.of(mentions, kin).informed(text[start:]), cast + text[start:])
    for one in read_article(cast + text[start:], "", published, speaker).statements:
        if one.span and one.span[0] >= len(cast):
            letter.take(one, start - len(cast), speaker)
    return letter


def _cast(mentions: Sequence[MentionDraft]) -> str:
    """The people's full names, a line each, so that "Muhter" in the prose is known to be the
    father of the header and not the teller who bears his name."""
    latin = (
        name
        for mention in mentions
        if mention.key != "testifier"
        for name in mention.names
        if script_of(name) is Script.LATIN
    )
    return "".join(f"{name}\n\n" for name in latin)


def _best(person: str, known: Sequence[MentionDraft]) -> MentionDraft | None:
    """The one mention that a name means; None where two fit as well."""
    fits = [(max(_fit(person, name) for name in one.names), one) for one in known]
    most = max((fit for fit, _ in fits), default=0)
    best = [one for fit, one in fits if fit == most]
    return best[0] if most and len(best) == 1 else None


def _fit(person: str, name: str) -> int:
    """How well a name as the prose has it fits a full name: each shared word counts, the first
    word more: a daughter has her father's name last."""
    words = [word.casefold() for word in _WORD.findall(name)]
    said = {word.casefold() for word in _WORD.findall(person)}
    return 2 * len(said & set(words)) + (bool(words) and words[0] in said)
