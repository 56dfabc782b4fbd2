"""The head of a text: its own day (dateline, letterhead, "Published: ...") and its headline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.values import Dated, FoundDate, TidingsError, find_dates, read_date

_LABEL = (
    r"(?:first |last )?(?:published|date|dated|updated|posted|issued|filed|released?|sent|written)"
    r"(?: (?:on|at|in))?"
)
_PLACE = r"(?:[^\W\d_a-z][\w.'’-]*(?![\w.'’-])[ ,/]*(?:(?:de|del|la|el|of|al|the) )?){1,6}"
_AGENCY = r"\([^()\n]{2,40}\)"
_PREPOSITION = r"(?:On|In|By|Since|At|From|Until|After|Before|Last|During|For|Every|Early)"
#: What may stand before the date: a label, or a place and an agency.
_BEFORE = re.compile(
    rf"\W*(?i:{_LABEL})\W*|(?!{_PREPOSITION}\b){_PLACE}(?:{_AGENCY})?[\s,:/|(–—-]*|\W*"
)
#: What may stand behind it inside a paragraph: an agency and a dash or full stop.
_INLINE = re.compile(
    rf"\)?\s*(?:{_AGENCY})?\s*(?:[–—]|-{{1,2}}|(?<=\))|\.(?=\s+[^\W\d_a-z]))\s*(?=\S)"
)
#: What may stand behind it on a line of its own: an hour, a place, an agency.
_ALONE = re.compile(
    rf"[\s,)]*(?:(?:at )?\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\.?)?\s*\w{{0,4}}|{_AGENCY}|"
    rf"[/|]\s*{_PLACE})?\s*[.,:]?\s*"
)
#: A heading that ends in its date: "Press Release No. 14 of 3 May 2012".
_HEADING = re.compile(
    r"(?!On\b)(?:(?:[^\W\d_a-z][\w'’-]*|\d+|(?:of|no|for|the|and|de|la|dated|issued|published|"
    r"(?<=ed )on))(?![\w'’-])|[–—:|,.()/\s-])*"
)
_MONTH_DAY = re.compile(r"(?=.*[^\W\d_])(?=.*\b\d{1,2}\b).*")
#: A dateline that gives no day: "KABUL, Afghanistan (AP) — ".
_DAYLESS = re.compile(
    rf"\s*[^\W\d_a-z]{{3,}}(?:[ /'’-][^\W\d_a-z]{{2,}}){{0,3}}(?:, [\w. ]{{3,30}})?\s*"
    rf"(?:{_AGENCY}\s*)?(?:[–—]|-{{1,2}}) +(?=[^\W\d_a-z])"
)
_LINES = 8


@dataclass(frozen=True)
class Dateline:
    """The text's own day (None where only a city is given), and the places start..end of the
    words that only say it."""

    dated: Dated | None
    start: int
    end: int
    inline: bool = False


def dateline(text: str, published: Dated | None) -> Dateline | None:
    """The day a text gives for itself in its first lines, or None. A day without a year takes
    the year of `published`."""
    place = 0
    dayless: Dateline | None = None
    for line in text.split("\n")[:_LINES]:
        for found in find_dates(line[:110], language="en", published=published):
            made = _of(line, found, place, published)
            if made is not None:
                return made
        bare = _DAYLESS.match(line)
        if bare is not None and dayless is None:
            dayless = Dateline(None, place, place + bare.end(), inline=True)
        place += len(line) + 1
    return dayless


def _of(line: str, found: FoundDate, place: int, published: Dated | None) -> Dateline | None:
    before, after = line[: found.start], line[found.end :]
    opens = _BEFORE.fullmatch(before)
    if _ALONE.fullmatch(after) and (opens or _HEADING.fullmatch(before)):
        dated = _day(found, published)
        return Dateline(dated, place, place + len(line)) if dated is not None else None
    inline = _INLINE.match(after)
    if inline is None or not opens or not before.strip():
        return None
    dated = _day(found, published)
    end = place + found.end + inline.end()
    return Dateline(dated, place, end, inline=True) if dated is not None else None


def _day(found: FoundDate, published: Dated | None) -> Dated | None:
    """One day, the year of publication added when the words have none."""
    if re.search(r"\d{4}|\b\d{2}$", found.words) and re.search(r"\d\D+\d{2}", found.words):
        return _exact(found.words, found.dated)
    limit = published.last if published is not None else None
    if limit is None or not _MONTH_DAY.fullmatch(found.words):
        return None
    for year in (limit.year, limit.year - 1):
        dated = _exact(f"{found.words}, {year}", None) or _exact(f"{found.words} {year}", None)
        if dated is not None and dated.first is not None and dated.first <= limit:
            return dated
    return None


def _exact(words: str, known: Dated | None) -> Dated | None:
    try:
        dated = known or read_date(words, language="en")
    except TidingsError:
        return None
    return dated if dated.first is not None and dated.first == dated.last else None


def headline(text: str, start: int, end: int) -> bool:
    """Is this a line among the first three that ends without a full stop, with prose after it?
    What it tells is told again below."""
    before, after = text[:start], text[end:]
    alone = not before.rsplit("\n", 1)[-1].strip() and after.startswith("\n")
    early = before.count("\n") < 4 and end - start < 120
    return alone and early and text[end - 1].isalnum() and len(after) > 2 * (end - start)
