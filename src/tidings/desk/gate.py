"""Who may pass: visits after an unlock, kept in this process's memory and nowhere else.

A visit is one browser that gave the passphrase. It ends by the Lock button, after half an hour
without a request, or with the process; when the last one ends the registry is locked and its
key dropped.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from tidings.values import Locked

IDLE_SECONDS = 30 * 60
#: Wrong tries that cost nothing but the time of the key derivation itself.
FREE_TRIES = 3
LONGEST_WAIT = 60.0


class Opener(Protocol):
    """Opens and locks the registry that the desk shows. `example`: all in it is invented."""

    example: bool

    def unlock(self, secret: str) -> None:
        """Open the registry with a passphrase or recovery key; Locked when it does not fit."""

    def lock(self) -> None:
        """Close the registry and drop its key."""


@dataclass
class Visit:
    """What the desk remembers for one browser; gone when it is locked."""

    last_seen: float
    #: The last search, so that going back to it needs no name in a URL.
    search: dict[str, str] = field(default_factory=dict)
    #: Notes to show once, on the next page.
    notes: list[str] = field(default_factory=list)
    #: Uploaded files that wait for their mapping to be looked over.
    uploads: dict[str, object] = field(default_factory=dict)
    #: Letters that were composed and not sent yet.
    letters: dict[str, object] = field(default_factory=dict)
    #: The audience that the page Publish shows: its name may be nobody else's to know.
    audience: str = "public"
    #: Pairs put aside as "not sure", and the acts that undo at review takes back.
    set_aside: set[tuple[int, int]] = field(default_factory=set)
    decided: list[int] = field(default_factory=list)


class TryLater(Locked):
    """Too many wrong tries: `seconds` to wait before the next."""

    def __init__(self, seconds: int) -> None:
        super().__init__("Too many wrong tries.", f"Try again in {seconds} seconds.")
        self.seconds = seconds


class Gate:
    """Keeps the visits of one desk. Safe to call from several threads."""

    def __init__(self, opener: Opener, clock: Callable[[], float] = time.monotonic) -> None:
        self._opener = opener
        self._clock = clock
        self._visits: dict[bytes, Visit] = {}
        self._guard = threading.Lock()
        self._trying = threading.Lock()
        self._wrong = 0
        self._not_before = 0.0

    @property
    def example(self) -> bool:
        """Whether all that the desk shows is invented; known while it is locked, too."""
        return self._opener.example

    def unlock(self, secret: str) -> str:
        """Open the registry and return the token of a new visit. Locked, or TryLater."""
        with self._trying:
            wait = self._not_before - self._clock()
            if wait > 0:
                raise TryLater(int(wait) + 1)
            try:
                self._opener.unlock(secret)
            except Locked:
                self._count_wrong_try()
                raise
            self._wrong = 0
            token = secrets.token_urlsafe(32)
            with self._guard:
                self._visits[_digest(token)] = Visit(self._clock())
            return token

    def visit(self, token: str | None) -> Visit | None:
        """The visit of this token, now seen again; None when there is none any more."""
        if not token:
            return None
        self.lock_when_idle()
        with self._guard:
            visit = self._visits.get(_digest(token))
            if visit is not None:
                visit.last_seen = self._clock()
            return visit

    def lock(self) -> None:
        """End every visit and drop the key."""
        with self._guard:
            self._visits.clear()
            self._opener.lock()

    def lock_when_idle(self) -> None:
        """End visits that were idle too long; with the last one the registry is locked."""
        oldest = self._clock() - IDLE_SECONDS
        with self._guard:
            stale = [key for key, visit in self._visits.items() if visit.last_seen < oldest]
            for key in stale:
                del self._visits[key]
            if stale and not self._visits:
                self._opener.lock()

    def _count_wrong_try(self) -> None:
        self._wrong += 1
        if self._wrong >= FREE_TRIES:
            wait = min(LONGEST_WAIT, 5.0 * 2 ** (self._wrong - FREE_TRIES))
            self._not_before = self._clock() + wait


_gate: Gate | None = None


def install(gate: Gate) -> None:
    """Make this the gate of the process."""
    global _gate
    _gate = gate


def current() -> Gate:
    """The gate of the process; Locked before a desk was started."""
    if _gate is None:
        raise Locked("No registry is being served.", "Start the desk with `tidings serve`.")
    return _gate


def shows_example() -> bool:
    """Whether every page is to be marked as invented, the unlock page too."""
    return _gate is not None and _gate.example


def _digest(token: str) -> bytes:
    # Looked up by digest, so that the time of a look-up says nothing about the token.
    return hashlib.sha256(token.encode()).digest()
