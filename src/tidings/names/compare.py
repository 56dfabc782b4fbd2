"""Two names, in any scripts: is it one name, how sure, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Final

from tidings.names.align import alignment_sums, possible, rows_of, steps
from tidings.names.alphabet import Kind
from tidings.names.assignment import NOBODY, best_assignment
from tidings.names.commonness import capped
from tidings.names.costs import MOST, costs
from tidings.names.match import (
    INITIAL_FITS,
    INITIAL_OTHER,
    MISSING,
    NEAR,
    OTHER,
    OTHER_KIND,
    POOL,
    SOUNDS_SAME,
    Match,
    PartMatch,
    Verdict,
)
from tidings.names.notes import notes_of
from tidings.names.parts import Part, counted, is_initial, parts_of, views
from tidings.names.sounds import ALIKE, Sound, sounds_of
from tidings.names.transducer import pair
from tidings.names.variants import related
from tidings.names.writing import Writing

#: A part's score from which no other way of cutting the names into parts is tried.
WELL: Final = 4.0


@dataclass(frozen=True)
class TokenScore:
    """The best pair of readings of two tokens and its log-likelihood ratio, not yet capped;
    `related` when that comes from a list of names that belong together, not from their sound."""

    score: float
    a: Sound
    b: Sound
    related: bool = False


def compare(
    a: str, b: str, *, writing_a: Writing | None = None, writing_b: Writing | None = None
) -> Match:
    """Compare two written names; symmetric but for which side is which. Who knows which writing
    a name is in can say so; else every reading that its letters allow is tried.

    The score adds, over the best assignment of parts, each pair's log-likelihood ratio (capped
    by how common the name is), `MISSING` for a part only one has, `OTHER` for two that differ;
    then takes off ln of the pool, so that 0 is even odds among a few hundred people.
    """
    parts_a, parts_b = counted(parts_of(a, writing_a)), counted(parts_of(b, writing_b))
    notes = tuple(dict.fromkeys((*notes_of(a), *notes_of(b))))
    if not parts_a or not parts_b:
        return Match(OTHER - POOL, (), notes)
    ways = [(parts_a, parts_b)]
    scored = [(*_assigned(*way), *way) for way in ways]
    if len(parts_a) == len(parts_b) == 1:
        ways = list(product(views(parts_a), views(parts_b)))
    elif scored[0][0] < WELL * max(len(parts_a), len(parts_b)):
        # never joined on both sides: two common names would read as one rare one
        ways += [(view, parts_b) for view in views(parts_a)[1:]]
        ways += [(parts_a, view) for view in views(parts_b)[1:]]
    scored += [(*_assigned(*way), *way) for way in ways[1:]]
    total, columns, left, right = max(scored, key=lambda way: way[0])
    return Match(total - POOL, _part_matches(left, right, columns), notes)


def part_score(a: Part, b: Part) -> float:
    """The log-likelihood ratio that two parts add to a name's score. Letters that nobody reads
    are one name where they are the same."""
    if is_initial(a.token) or is_initial(b.token):
        return INITIAL_FITS if same_start(a.token, b.token) else INITIAL_OTHER
    found = parts_compared(a, b)
    floor = OTHER_KIND if {a.role, b.role} == {"patronymic", "surname"} else OTHER
    if found is None:
        return capped(MOST, a.token, b.token) if a.token == b.token else floor
    return max(capped(found.score, a.token, b.token), floor)


def parts_compared(a: Part, b: Part) -> TokenScore | None:
    """The best pair of readings of two parts; None when one of them has no letters."""
    return token_score(a.token, b.token, a.writing, b.writing)


@lru_cache(maxsize=65536)
def token_score(
    a: str, b: str, writing_a: Writing | None = None, writing_b: Writing | None = None
) -> TokenScore | None:
    """The best pair of readings of two tokens; None when one of them has no letters."""
    if a > b:
        turned = token_score(b, a, writing_b, writing_a)
        return turned and replace(turned, a=turned.b, b=turned.a)
    pairs = product(sounds_of(a, writing_a), sounds_of(b, writing_b))
    scored = [TokenScore(_sound_score(x, y), x, y) for x, y in pairs]
    best = max(scored, key=lambda each: each.score, default=None)
    says = related(a, b)
    if best is None or says is None or says <= best.score:
        return best
    return replace(best, score=says, related=True)


def _sound_score(a: Sound, b: Sound) -> float:
    raw = alignment_sums(rows_of(a, b))[-1][-1]
    length = (len(a.codes) + len(b.codes)) / 2
    most = (possible(a, b.kind) + possible(b, a.kind)) / 2
    aligned = costs().calibrated(raw, length, most, a.kind, b.kind)
    if (a.kind is Kind.HAN) != (b.kind is Kind.HAN):
        aligned = pair.joined(a, b, aligned) if a.kind is Kind.HAN else pair.joined(b, a, aligned)
    return aligned - a.penalty - b.penalty


def _assigned(a: Sequence[Part], b: Sequence[Part]) -> tuple[float, tuple[int, ...]]:
    return best_assignment([[part_score(x, y) for y in b] for x in a])


def _part_matches(
    a: Sequence[Part], b: Sequence[Part], columns: tuple[int, ...]
) -> tuple[PartMatch, ...]:
    matched = [
        part_match(part, b[column]) if column != NOBODY else _missing(part, None)
        for part, column in zip(a, columns, strict=True)
    ]
    unmatched = [_missing(None, part) for at, part in enumerate(b) if at not in columns]
    return (*matched, *unmatched)


def _missing(a: Part | None, b: Part | None) -> PartMatch:
    x, y = (part.written if part else None for part in (a, b))
    return PartMatch(x, y, "missing", MISSING, "missing")


def part_match(a: Part, b: Part) -> PartMatch:
    """What two parts that stand for one another say, and why."""
    score = part_score(a, b)
    if is_initial(a.token) or is_initial(b.token):
        fits = score > 0
        verdict: Verdict = "near" if fits else "other"
        return PartMatch(a.written, b.written, verdict, score, "initial" if fits else "different")
    found = parts_compared(a, b)
    if found is None and a.token == b.token:
        return PartMatch(a.written, b.written, "same", score, "same_letters")
    if found is None or found.score < NEAR:
        return PartMatch(a.written, b.written, "other", score, "different")
    verdict, reason = _verdict(a, b, found)
    if score < found.score and score < MOST:
        reason += "+common"
    letters = steps(found.a, found.b)
    tags = tuple(dict.fromkeys(tag for tag in (a.tag, b.tag) if tag))
    return PartMatch(a.written, b.written, verdict, score, reason, letters, tags)


def _verdict(a: Part, b: Part, found: TokenScore) -> tuple[Verdict, str]:
    if a.token == b.token:
        return "same", "same_letters"
    if found.related:
        return "near", "related"
    if found.a.shortened != found.b.shortened:
        return "near", "shortened"
    if found.score >= SOUNDS_SAME:
        return "sounds_same", "same_sound"
    return "near", "near_sound"


def same_start(a: str, b: str) -> bool:
    """Whether two tokens may begin with the same sound; letters that nobody reads, with the same
    letter."""
    heard = [(x, y) for x in sounds_of(a) for y in sounds_of(b)]
    return any(_starts_alike(x, y) for x, y in heard) if heard else a[:1] == b[:1]


def _starts_alike(a: Sound, b: Sound) -> bool:
    return rows_of(a, b)[1][1] > ALIKE
