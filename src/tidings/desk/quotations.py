"""What relatives told, in their own words, for the page of the person they told it about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.desk.texts import text_of
from tidings.registry.models import Statement
from tidings.registry.profiling.shape import Profile, SourceView
from tidings.values import SourceKind

TOLD = frozenset({SourceKind.TESTIMONY, SourceKind.LETTER})
#: Enough to hear the voice; the whole is one tap away.
LENGTH = 420
MOST = 4

_END = re.compile(r"[.!?。！？؟۔…](?=\s|$)|[。！？]")


@dataclass(frozen=True)
class Quotation:
    """The beginning of a testimony; `relation` is what its speaker is to the person."""

    source: SourceView
    relation: str
    words: str


def quotations(profile: Profile) -> tuple[Quotation, ...]:
    """The words of up to MOST testimonies and letters that are about this person."""
    found: list[Quotation] = []
    seen: set[int] = set()
    for mention in profile.mentions:
        source = mention.source
        if source.kind not in TOLD or source.id in seen or len(found) == MOST:
            continue
        seen.add(source.id)
        text = text_of(source.id)
        if text:
            found.append(Quotation(source, _relation(mention.id), opening(body(text))))
    return tuple(found)


def body(text: str) -> str:
    """The prose after the header of a testimony file."""
    head, gap, rest = text.partition("\n\n")
    return rest.strip() if gap and all(":" in line for line in head.splitlines()) else text.strip()


def opening(words: str, length: int = LENGTH) -> str:
    """The first sentences, no more than `length` characters, cut at the end of one."""
    if len(words) <= length:
        return words
    ends = [match.end() for match in _END.finditer(words, 0, length)]
    return words[: ends[-1]] if ends else words[:length].rsplit(" ", 1)[0] + " …"


def _relation(mention: int) -> str:
    """What the testifier said they are to the person, empty where the source does not tell."""
    ties = Statement.live.filter(what="kin", object_mention_id=mention).order_by("id")
    tie = ties.select_related("mention").first()
    return tie.value if tie is not None and tie.mention.locator == "testifier" else ""
