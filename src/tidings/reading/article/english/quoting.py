"""The exact words of a statement: its clause, with its attribution, standing once in the text."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.reading.article.english.cast import is_plural
from tidings.reading.article.english.grammar import Sentence


def segments(sentence: Sentence) -> list[tuple[int, int]]:
    """Row ranges of the main clauses: cut at ";" and before "and", "but", "while" with a subject
    and a finite verb of its own."""
    cuts = [0]
    for at in range(1, len(sentence.row)):
        kind = sentence.kind(at)
        after_comma = sentence.kind(at - 1) == ","
        if kind == ";" and at + 1 < len(sentence.row):
            cuts.append(at + 1)
        elif kind == "C" and sentence.kind(at + 1) == "DATE":
            continue
        elif kind == "C" and sentence.low(at) in {"and", "but"} and own_clause(sentence, at + 1):
            cuts.append(at - 1 if after_comma else at)
        elif kind == "B" and sentence.low(at) in {"while", "whereas"} and after_comma:
            cuts.append(at - 1)
    return list(zip(cuts, [*cuts[1:], len(sentence.row)], strict=True))


def own_clause(sentence: Sentence, at: int) -> bool:
    while sentence.kind(at) in {"X", "DATE"}:
        at += 1
    if sentence.kind(at) != "NP":
        return False
    for ahead in range(at + 1, min(at + 7, len(sentence.row))):
        kind = sentence.kind(ahead)
        if kind == "VP":
            alone = sentence.row[ahead].shape == "finite" and not sentence.reduced(ahead)
            return alone and not _joint(sentence, at, ahead)
        if kind not in {"NP", "I", "X", "DATE"} and not (kind == "," and ahead > at + 1):
            return False
    return False


def _joint(sentence: Sentence, at: int, verb: int) -> bool:
    """ "Ana and her husband were arrested": a plural verb after one person has two subjects."""
    first, head = sentence.row[verb].own[0].low, sentence.row[at].head
    one = head.tag in "RN" and not is_plural(head.low) and not sentence.row[at].pronoun
    counted = any(token.tag == "#" for token in sentence.row[at].own)
    left = at - 3 if sentence.kind(at - 2) == "," else at - 2
    begins = sentence.kind(at - 1) == "C" and sentence.kind(left) == "NP"
    return first in {"were", "are", "have"} and one and begins and not counted


def span(text: str, sentence: Sentence, places: Sequence[int]) -> tuple[int, int]:
    """Where the clauses that hold these row places stand in the text."""
    parts = [(a, b) for a, b in segments(sentence) if any(a <= place < b for place in places)]
    if not parts:
        return _whole(text, sentence)
    first, last = min(a for a, _ in parts), max(b for _, b in parts)
    while first < last - 1 and sentence.kind(first) in {",", "C", ";"}:
        first += 1
    last = _without_tail(sentence, max([first, *places]), last)
    return _tidy(text, sentence.row[first].start, sentence.row[last - 1].end)


def _without_tail(sentence: Sentence, place: int, last: int) -> int:
    """Leave out ", hoping that ..." and ", in a sign that ..." after what matters."""
    for at in range(place + 1, last - 1):
        if sentence.kind(at) != ",":
            continue
        following = sentence.row[at + 1]
        hanging = following.kind == "VP" and following.shape == "ing"
        sign = following.low == "in" and sentence.low(at + 2).startswith("a sign")
        if hanging or sign:
            return at
    return last


def _whole(text: str, sentence: Sentence) -> tuple[int, int]:
    return _tidy(text, sentence.start, sentence.end)


def _tidy(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    return start, end


def standing_once(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span until its words stand once in the text, in growing steps, to the left first."""
    step = 8
    while text.count(text[start:end]) > 1:
        if start > 0:
            start = text.rfind(" ", 0, max(start - step, 0)) + 1
        elif end < len(text):
            following = text.find(" ", end + step)
            end = following if following > 0 else len(text)
        else:
            break
        step *= 2
    return start, end
