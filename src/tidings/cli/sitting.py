"""One sitting at the review queue: a pair is shown, a key answers, the answer is recorded."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import typer
from rich.console import Console, RenderableType

from tidings.cli.review_text import pair_json, side_by_side
from tidings.publishing.phrases import Language
from tidings.registry import linking, questions, reviewing, undoing
from tidings.registry.persons import DIFFERENT, PERSON, SAME, Pair
from tidings.registry.questions import PairToReview
from tidings.registry.reviewing import Weighing
from tidings.values import NothingFound, show_id

KEYS = "[s]ame person  [d]ifferent people  [n]ot sure  [u]ndo the last  [q]uit"
KEYS_AT_THE_END = "[u]ndo the last  [q]uit"
_VERDICTS = {"s": SAME, "d": DIFFERENT}
_SAID_BY_RUN = "Weighed by a run over all mentions."
_SAID = {SAME: "Joined.", DIFFERENT: "Kept apart."}


@dataclass
class Sitting:
    """Pairs one after the other until none waits, `limit` were shown, or whoever sits there
    leaves. Every answer is an act of its own, recorded before the next pair is shown."""

    worker: str
    language: Language
    limit: int
    _aside: list[Pair] = field(default_factory=list)
    #: What can be undone here, the latest last: an act, or a pair that was put aside.
    _done: list[int | Pair] = field(default_factory=list)

    def sit(self) -> None:
        for contradiction in reviewing.contradictions():
            print(*reviewing.told(contradiction), sep="\n    ")
        going = True
        while going:
            pair = self._next() if len(self._done) < self.limit else None
            if pair is not None:
                self._show(pair)
            else:
                self._tell_end()
            going = (pair is not None or bool(self._done)) and self._answer(pair)

    def _next(self) -> PairToReview | None:
        queue = questions.queue(len(self._aside) + 1)
        return next((each for each in queue if (each.a, each.b) not in self._aside), None)

    def _tell_end(self) -> None:
        waiting = questions.waiting()
        print(f"\n{_counted(waiting, 'pair')} left for later." if waiting else "\nNo pair waits.")

    def _show(self, pair: PairToReview) -> None:
        print(f"\n{_counted(questions.waiting(), 'pair')} to look at. Is this one person?\n")
        _print(
            side_by_side(
                *reviewing.faces(pair.a, pair.b),
                reviewing.weighing(pair, self.language),
                self.language,
            )
        )

    def _answer(self, pair: PairToReview | None) -> bool:
        """Take keys until one answers; whether to go on. Without a pair only the last answer can
        be taken back."""
        while True:
            key = _key(KEYS if pair else KEYS_AT_THE_END)
            if pair and key in _VERDICTS:
                self._done.append(decide(pair.a, pair.b, _VERDICTS[key], self.worker))
                return True
            if pair and key == "n":
                self._aside.append((pair.a, pair.b))
                self._done.append((pair.a, pair.b))
                print("Put aside for now.")
                return True
            if key == "u" and self._undo():
                return True
            if key in ("q", ""):
                return False

    def _undo(self) -> bool:
        if not self._done:
            print("Nothing to take back in this sitting.")
            return False
        last = self._done.pop()
        if isinstance(last, tuple):
            self._aside.remove(last)
        else:
            undoing.undo(last, actor=self.worker, reason="undone at review")
        print("The last answer is taken back.")
        return True


def decide(a: int, b: int, verdict: str, worker: str, reason: str = "") -> int:
    """Record one answer, say how to take it back and what it contradicts; returns the act."""
    act = linking.decide(a, b, verdict, actor=worker, reason=reason)
    print(
        f"{_SAID[verdict]} Act {show_id(act)} (to take it back: tidings add --undo {show_id(act)})."
    )
    for contradiction in reviewing.contradictions(act=act):
        print(*reviewing.told(contradiction), sep="\n    ")
    return act


def show(ids: Sequence[int], language: Language) -> None:
    """A pair and how it was weighed, or each merge that made one person, with who decided it."""
    for a, b, weighed, by in _asked_for(ids, language):
        _print(side_by_side(*reviewing.faces(a, b), weighed, language))
        print(f"\n{by}\n")


def as_json(ids: Sequence[int], limit: int, language: Language) -> Iterator[dict[str, Any]]:
    """The pairs that wait, or those that the ids ask for, as plain values."""
    if ids:
        for a, b, weighed, by in _asked_for(ids, language):
            yield pair_json(*reviewing.faces(a, b), weighed) | {"by": by}
    else:
        for each in questions.queue(limit):
            yield pair_json(*reviewing.faces(each.a, each.b), reviewing.weighing(each, language))


def _asked_for(
    ids: Sequence[int], language: Language
) -> Iterator[tuple[int, int, Weighing | None, str]]:
    """(a, b, how it was weighed, who decided) of one pair, or of every merge of one person."""
    if len(ids) == 2:
        pair = (min(ids), max(ids))
        shown = questions.shown([pair]).get(pair)
        weighed = reviewing.weighing(shown, language) if shown else None
        yield *pair, weighed, _SAID_BY_RUN if shown else "No run has compared these two."
        return
    merges = reviewing.merges(ids[0])
    if not merges:
        raise NothingFound("Nothing was joined: one mention only.", "`tidings person` shows it.")
    for each in merges:
        shown = questions.shown_at(each)
        weighed = reviewing.weighing(shown, language) if shown else None
        said = f"Decided by {each.act.actor}." if each.by == PERSON else _SAID_BY_RUN
        yield each.a_id, each.b_id, weighed, said


def _print(shown: RenderableType) -> None:
    Console(highlight=False, markup=False, emoji=False).print(shown)


def _key(keys: str) -> str:
    """The next key; where there is no terminal, the first letter of the next line. "" at the
    end."""
    print(f"\n{keys} ", end="", flush=True)
    if sys.stdin.isatty():
        key = typer.getchar().lower()
        print(key)
    else:
        key = sys.stdin.readline()[:1].lower()
    return key


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
