"""Event words in a text of any of five languages: what is said to have happened, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tidings.reading.words import event_words
from tidings.values import Event

#: Letters that plain() folds; patterns must match the text as it is written.
_SAME = {"е": "[её]", "ى": "[ىيی]", "ك": "[كک]", "ە": "[ەه]", "'": "['’ʼ]"}
_GAP = r"[\s\-‐‑–_]+"
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Happening:
    """An event word at text[start:end]. `strong` is False for a word that only hints (camp,
    home): it counts where nothing stronger stands beside it. `denied`: the text says not so."""

    event: Event
    start: int
    end: int
    strong: bool
    denied: bool


#: Before the word, as close as the language allows ("was not yet released", "未释放").
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:not|never|no longer|isn't|wasn't|weren't|hasn't|haven't|didn't|without being)"
    r"(?:\s+(?:yet|been|be|being|was|were|ever)){0,3}|"
    r"\b(?:не|ни|никогда не|так и не)(?:\s+(?:был|была|были|был[аи]?))?|"
    r"[未没]|没有|尚未|还没|还没有|不是|并未|从未)\s*$",
    re.IGNORECASE,
)
#: After the word (Kazakh, Uyghur): "босатылған жоқ", "قويۇپ بېرىلگەن ئەمەس".
_DENIED_AFTER = re.compile(r"^\s+(?:жоқ|емес|جوق|ەمەس|ئەمەس|يوق)(?!\w)", re.IGNORECASE)
#: Inside the word: Kazakh -ма/-ме/-ба/-бе/-па/-пе, Uyghur -مى/-مە/-ما before the tense.
_DENIED_INSIDE = re.compile(
    r"[бвгғджзйкқлмнңпрстфхшщ](?:[мбп][ае])(?:ды|ді|ған|ген|пты|пті|й|йды|йді|с)\b|"
    r"[بدلنرتسشقكگغ]م[اە](?:دى|عان|گەن|پتى)(?!\w)|م[ىي](?:دى|غان|گەن|ىدى|دۇق|پتۇ)(?!\w)",
    re.IGNORECASE,
)


@cache
def _matchers() -> tuple[tuple[Event, bool, re.Pattern[str]], ...]:
    patterns: dict[tuple[Event, bool], list[str]] = {}
    for event, strong, pattern in event_words():
        patterns.setdefault((event, strong), []).append(_expression(pattern))
    return tuple(
        (event, strong, re.compile("|".join(sorted(some, key=len, reverse=True)), re.IGNORECASE))
        for (event, strong), some in patterns.items()
    )


def _expression(pattern: str) -> str:
    """A word pattern as a regular expression over the text as written."""
    if _HAN.search(pattern):
        return re.escape(pattern)
    words = []
    for word in pattern.split():
        stem = "".join(_SAME.get(letter, re.escape(letter)) for letter in word.rstrip("*"))
        words.append(stem + (r"\w*" if word.endswith("*") else ""))
    return r"(?<!\w)" + _GAP.join(words) + r"(?!\w)"


def happenings(text: str) -> list[Happening]:
    """The event words of a text in order. Of words that overlap the longer one counts."""
    found = [
        (match.start(), match.end(), event, strong)
        for event, strong, matcher in _matchers()
        for match in matcher.finditer(text)
    ]
    found.sort(key=lambda hit: (hit[0] - hit[1], not hit[3], hit[0]))
    kept: list[tuple[int, int, Event, bool]] = []
    for hit in found:
        if all(hit[1] <= other[0] or hit[0] >= other[1] for other in kept):
            kept.append(hit)
    return [
        Happening(event, start, end, strong, _is_denied(text, start, end))
        for start, end, event, strong in sorted(kept)
    ]


def _is_denied(text: str, start: int, end: int) -> bool:
    return bool(
        _DENIED_BEFORE.search(text[max(0, start - 30) : start])
        or _DENIED_AFTER.match(text[end : end + 10])
        or _DENIED_INSIDE.search(text[start:end])
    )
