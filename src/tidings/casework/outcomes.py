"""What came of a letter: an answer, a refusal or silence, recorded as a statement by the body.

Each is one act, so that the history can take it back whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tidings.casework.papers import Paper, enclose, sealed
from tidings.registry.act import Act, recording
from tidings.registry.columns import dated
from tidings.registry.models import Answer, Correspondence, Source, Statement
from tidings.values import Dated, Event, Level, Mode, Outcome, SourceKind, WrongUse, day

#: What a body may do in an answer.
ANSWERING = (
    Mode.ASSERTS,
    Mode.CONFIRMS,
    Mode.DENIES,
    Mode.PROMISES,
    Mode.DECLINES_TO_SAY,
)


@dataclass(frozen=True)
class Reply:
    """What a body answered: in which `mode` it speaks of which `event`, `held` when, in which
    `words`; `paper` is its letter."""

    received_on: date
    mode: Mode
    event: Event = Event.OTHER
    held: Dated | None = None
    words: str = ""
    language: str = ""
    channel: str = ""
    paper: Paper | None = None


def silent(correspondence: int, *, on: date, actor: str, reason: str = "") -> int:
    """Record that the body did not respond up to this day; returns the act.

    The statement stands on the letter itself. Raises WrongUse when the letter does not stand,
    is answered already, or was sent after this day.
    """
    letter = _open_letter(correspondence, on)
    if Answer.live.filter(correspondence=letter, outcome=Outcome.SILENT).exists():
        raise WrongUse("This silence is recorded already.", "An answer may still be recorded.")
    said = _said(letter, letter.source_id, Level.TEAM) | {
        "what": Event.LETTER_SENT,
        "mode": Mode.DID_NOT_RESPOND,
        **dated("held", day(on)),
    }
    with recording(actor, "record silence", reason) as act:
        _close(act, letter, said, Outcome.SILENT, on)
    return act.id


def answered(correspondence: int, reply: Reply, *, actor: str, reason: str = "") -> int:
    """Record the body's answer; returns the act. Raises WrongUse as `silent` does."""
    return _replied(correspondence, reply, Outcome.ANSWERED, actor, reason)


def refused(correspondence: int, reply: Reply, *, actor: str, reason: str = "") -> int:
    """Record that the body refused to answer; returns the act. Raises WrongUse as `silent`."""
    return _replied(correspondence, reply, Outcome.REFUSED, actor, reason)


def _replied(correspondence: int, reply: Reply, outcome: Outcome, actor: str, reason: str) -> int:
    letter = _open_letter(correspondence, reply.received_on)
    blob = sealed(reply.paper) if reply.paper else None
    with recording(actor, "record answer", reason) as act:
        (source,) = act.insert(Source, [_source(letter, reply)])
        if reply.paper is not None and blob is not None:
            enclose(act, source, reply.paper, blob)
        said = _said(letter, source, Level.TEAM) | {
            "what": reply.event,
            "mode": reply.mode,
            "value": reply.words if reply.event is Event.OTHER else "",
            "quote": reply.words,
            "channel": reply.channel,
            **dated("held", reply.held),
        }
        _close(act, letter, said, outcome, reply.received_on, source)
    return act.id


def _open_letter(correspondence: int, on: date) -> Correspondence:
    letter = Correspondence.live.filter(pk=correspondence).first()
    if letter is None:
        raise WrongUse("There is no such letter.", "It may have been taken back.")
    if letter.sent_on is not None and on < letter.sent_on:
        raise WrongUse("This day is before the letter was sent.", "Give a later day.")
    final = (Outcome.ANSWERED, Outcome.REFUSED)
    if Answer.live.filter(correspondence=letter, outcome__in=final).exists():
        raise WrongUse(
            "What came of this letter is recorded already.", "The history can take it back."
        )
    return letter


def _source(letter: Correspondence, reply: Reply) -> dict[str, Any]:
    """A reply is for whom it was sent to: what is official is not published by that alone."""
    return {
        "kind": SourceKind.OFFICIAL,
        "title": "Answer to a letter",
        "origin": letter.body,
        "channel": reply.channel or letter.channel,
        "language": reply.language,
        "grade": "F",
        "level": Level.TEAM,
        **dated("published", day(reply.received_on)),
    }


def _said(letter: Correspondence, source: int, level: Level) -> dict[str, Any]:
    """The body speaks: of the person the letter is about, or else of itself."""
    return {
        "source_id": source,
        "mention_id": letter.mention_id,
        "body": "" if letter.mention_id else letter.body,
        "speaker": letter.body,
        "level": level,
    }


def _close(
    act: Act,
    letter: Correspondence,
    said: dict[str, Any],
    outcome: Outcome,
    on: date,
    source: int | None = None,
) -> None:
    (statement,) = act.insert(Statement, [said])
    act.insert(
        Answer,
        [
            {
                "correspondence_id": letter.id,
                "outcome": outcome,
                "received_on": on,
                "source_id": source,
                "statement_id": statement,
            }
        ],
    )
