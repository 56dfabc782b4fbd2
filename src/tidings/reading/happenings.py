"""Event words in a text of any of five languages: what is said to have happened, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tidings.reading.words import event_words, fold
from tidings.values import Event

_TOKEN = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
#: What may stand between the words of one pattern.
_GAP = frozenset(" \t\n-‐‑–_'’ʼ")
_SHORTEST_STEM = 2
#: In a pattern: a few words may stand here.
_ELLIPSIS = "…"
_MOST_BETWEEN = 5
_STOP = re.compile(r"[.,;!?:。，；！？：،؟؛\n](?!\d)")


@dataclass(frozen=True)
class Happening:
    """An event word at text[start:end]. `strength` is that of the word table: "weak" for a word
    that only hints (camp, home). `denied`: the text says not so; `unreal`: that it would, will
    or shall be so."""

    event: Event
    start: int
    end: int
    strength: str
    denied: bool
    unreal: bool = False

    @property
    def strong(self) -> bool:
        """Whether the word tells the event by itself."""
        return self.strength != "weak"


@dataclass(frozen=True)
class _Pattern:
    """An event's words, folded; an open word stands for any ending."""

    event: Event
    strength: str
    words: tuple[tuple[str, bool], ...]

    @property
    def is_negative(self) -> bool:
        """Whether the pattern's own words say not ("does not answer", "шыға алмай")."""
        return bool(self.words and _DENIED_INSIDE.search(self.words[-1][0]))


#: Before the word, as close as the language allows ("was not yet released", "未释放").
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:not|never|no longer|isn't|wasn't|weren't|hasn't|haven't|didn't|without being)"
    r"(?:\s+(?:yet|been|be|being|was|were|ever)){0,3}|"
    r"\b(?:не|ни|никогда не|так и не)(?:\s+(?:был|была|были|был[аи]?))?|"
    r"(?:[未没]|没有|尚未|还没|还没有|不是|并未|从未|至今未)(?:人|再)?[被把]?)\s*$",
    re.IGNORECASE,
)
#: After the word (Kazakh, Uyghur): "босатылған жоқ", "قويۇپ بېرىلگەن ئەمەس".
_DENIED_AFTER = re.compile(
    r"^\s+(?:жоқ|емес|جوق|ەمەس|ئەمەس|يوق|йоқ|yoq|emes)\w{0,4}(?!\w)", re.IGNORECASE
)
#: Inside the word: Kazakh -ма/-ме/-ба/-бе/-па/-пе, Uyghur -مى/-مە/-ما before the tense.
_DENIED_INSIDE = re.compile(
    r"(?:[бвгғджзйкқлмнңпрстфхшщ][мбп]|(?<!қ)[аеиіы]м)[ае](?:[дп][ыі][мкқ]?|дық|дік|ған|ген|пты|пті|й|йды|йді|с)\b|"
    r"(?:[بدلنرتسشقكگغ][مبپ]|(?<!ق)[اەى]م)[اە](?:دى|عان|گەن|پتى|[يى]|[يى]دى)(?!\w)|"
    r"م[ىي](?:دى|غان|گەن|ىدى|دۇق|پتۇ|[يى]|[يى]دۇ|[يى]ۋاتىدۇ)(?!\w)|m[ie](?:di|gen|ghan|ydu)(?!\w)",
    re.IGNORECASE,
)
#: Endings of what is not yet or only wished: Kazakh and Uyghur "will be", "if it is", "may it be".
_UNREAL_INSIDE = re.compile(
    r"(?:[лн][ае]ды|[лн]еді|с[ае]|сын|сін|[уү]ы[нмң]?|[уү]і[нмң]?|[лн][ае]р)$|"
    r"(?:[لن]ادى|[لن]ەدى|س[اە]|سىن|سۇن|سۈن|ىدۇ)$"
)
#: Events of which people say that they will, would or should be.
_MAY_COME = frozenset(
    {
        Event.DETAINED,
        Event.SENTENCED,
        Event.RELEASED,
        Event.TRANSFERRED,
        Event.ALLOWED_TO_LEAVE,
        Event.ARRIVED,
        Event.DIED,
    }
)
#: Chinese says it before the word: "will be released", "about to".
_UNREAL_BEFORE = re.compile(
    r"(?:会|将|将会|要|即将|能|应该|快要|可以|能够|不会|何时|什么时候)[被]?$"
)


def happenings(text: str) -> list[Happening]:
    """The event words of a text in order. Of words that overlap the longer one counts."""
    found = [*_spelled(text), *_in_han(text)]
    found.sort(key=lambda hit: (hit[0] - hit[1], hit[2].strength, hit[0]))
    kept: list[tuple[int, int, _Pattern]] = []
    for hit in found:
        if all(hit[1] <= other[0] or hit[0] >= other[1] for other in kept):
            kept.append(hit)
    kept.sort(key=lambda hit: hit[0])
    return [_happening(pattern, text, start, end) for start, end, pattern in kept]


def _happening(pattern: _Pattern, text: str, start: int, end: int) -> Happening:
    """The event, said or denied; who is not allowed to leave is restricted."""
    last = text[start:end].split()[-1]
    inside = not pattern.is_negative and bool(_DENIED_INSIDE.search(last))
    denied = inside or _is_denied(text, start, end)
    is_open = bool(pattern.words and pattern.words[-1][1])
    event = pattern.event
    unreal = event in _MAY_COME and (
        (is_open and bool(_UNREAL_INSIDE.search(last.casefold())))
        or bool(_UNREAL_BEFORE.search(text[max(0, start - 5) : start]))
    )
    if denied and event is Event.ALLOWED_TO_LEAVE:
        event, denied = Event.RESTRICTED, False
    return Happening(event, start, end, pattern.strength, denied, unreal)


def _spelled(text: str) -> Iterator[tuple[int, int, _Pattern]]:
    """Patterns of scripts that part words: by the first word, exact or by its beginning."""
    exact, stems = _by_first_word()
    tokens = [(token.start(), token.end(), fold(token.group())) for token in _TOKEN.finditer(text)]
    for at, (start, _, word) in enumerate(tokens):
        candidates = list(exact.get(word, ()))
        for size in range(_SHORTEST_STEM, len(word) + 1):
            candidates += stems.get(word[:size], ())
        for pattern in candidates:
            end = _end_of(pattern, text, tokens, at)
            if end is not None:
                yield start, end, pattern


def _end_of(
    pattern: _Pattern, text: str, tokens: list[tuple[int, int, str]], at: int
) -> int | None:
    """Where the pattern ends if its words follow from token `at`, else None."""
    end, at, reach = tokens[at][1], at + 1, 1
    for wanted, is_open in pattern.words[1:]:
        if wanted == _ELLIPSIS:
            reach = _MOST_BETWEEN + 1
            continue
        found = next(
            (
                step
                for step, (_, _, word) in enumerate(tokens[at : at + reach], start=at)
                if (word.startswith(wanted) if is_open else word == wanted)
            ),
            None,
        )
        if found is None or not _may_stand(text[end : tokens[found][0]], apart=reach > 1):
            return None
        end, at, reach = tokens[found][1], found + 1, 1
    return end


def _may_stand(between: str, *, apart: bool) -> bool:
    """Whether two words of a pattern may have this between them."""
    return not _STOP.search(between) if apart else _GAP.issuperset(between)


def _in_han(text: str) -> Iterator[tuple[int, int, _Pattern]]:
    """Chinese patterns: anywhere in a run of characters."""
    patterns = _of_han()
    longest = max(map(len, patterns))
    for run in _HAN.finditer(text):
        for start in range(run.start(), run.end()):
            for end in range(start + 1, min(start + longest, run.end()) + 1):
                if pattern := patterns.get(text[start:end]):
                    yield start, end, pattern
        for apart, pattern in _of_han_apart():
            for found in apart.finditer(text, run.start()):
                if found.start() < run.end():
                    yield found.start(), found.end(), pattern


@cache
def _by_first_word() -> tuple[dict[str, list[_Pattern]], dict[str, list[_Pattern]]]:
    exact: dict[str, list[_Pattern]] = {}
    stems: dict[str, list[_Pattern]] = {}
    for event, strength, written in event_words():
        if _HAN.search(written):
            continue
        words = tuple((fold(word.rstrip("*")), word.endswith("*")) for word in written.split())
        first, is_open = words[0]
        (stems if is_open else exact).setdefault(first, []).append(_Pattern(event, strength, words))
    return exact, stems


@cache
def _of_han() -> dict[str, _Pattern]:
    return {
        written: _Pattern(event, strength, ())
        for event, strength, written in event_words()
        if _HAN.search(written) and _ELLIPSIS not in written
    }


@cache
def _of_han_apart() -> tuple[tuple[re.Pattern[str], _Pattern], ...]:
    """Chinese patterns whose parts may stand apart: 护照…没收."""
    return tuple(
        (
            re.compile(written.replace(_ELLIPSIS, r"[^。；！？，\n]{0,12}?")),
            _Pattern(event, strength, ()),
        )
        for event, strength, written in event_words()
        if _HAN.search(written) and _ELLIPSIS in written
    )


def _is_denied(text: str, start: int, end: int) -> bool:
    return bool(
        _DENIED_BEFORE.search(text[max(0, start - 30) : start])
        or _DENIED_AFTER.match(text[end : end + 12])
    )
