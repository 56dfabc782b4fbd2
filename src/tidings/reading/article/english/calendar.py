"""The dates of one text, each resolved against the text's own date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.spells import joined
from tidings.values import Dated, FoundDate, TidingsError, find_dates, parse_edtf, read_date

_AHEAD = re.compile(
    r"\b(?:will|would|promis\w*|undertak\w*|vow\w*|pledg\w*|set for|due|scheduled|expected|"
    r"planned|plans?|announced|shall|intends?|threaten\w*)\b",
    re.IGNORECASE,
)
#: What is told before a promise is past.
_VOWS = ("promis", "undertak", "vow", "pledg", "threaten", "announced", "intend", "plan")
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"spring|summer|autumn|winter)"
)
_NO_YEAR = re.compile(rf"(?:\d{{1,2}} )?{_MONTHS}(?: \d{{1,2}})?")
_FOR_MONTH = re.compile(
    r"\b(?:for|until|till) (?P<m>January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b(?! \d)"
)


@dataclass
class Calendar:
    """Finds the dates of each sentence, resolved against the text's date."""

    text: str
    published: Dated | None
    found: list[FoundDate] = field(default_factory=list)
    told: Dated | None = None
    told_until: int = 0
    tale: bool = False
    seen: dict[tuple[int, int], list[FoundDate]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = find_dates(self.text, language="en", published=self.published)
        self.found = joined(self.text, found, self.published)

    def remember(self, sentence: Sentence) -> None:
        """The date of a sentence that only tells the day ("On 2 July the police came")."""
        own = [self.after_told(one) for one in self.within(sentence.start, sentence.end)]
        told = [dated for dated in own if dated is not None]
        if told:
            self.told, self.told_until = told[-1], sentence.end

    def after_told(self, found: FoundDate) -> Dated | None:
        """In a tale that goes forward, "in March" after January 2017 is March 2017."""
        told = self.told.first if self.told is not None else None
        if (
            not self.tale
            or told is None
            or found.dated is None
            or not _NO_YEAR.fullmatch(found.words)
        ):
            return found.dated
        for year in (told.year, told.year + 1):
            try:
                dated = read_date(f"{found.words} {year}", language="en")
            except TidingsError:
                return found.dated
            if dated.last is not None and dated.last >= told:
                limit = self.published.last if self.published is not None else None
                return dated if limit is None or dated.last <= limit else found.dated
        return found.dated

    def _month(self, match: re.Match[str]) -> FoundDate:
        """ "set for May": the next one."""
        words = match["m"]
        try:
            dated = read_date(words, language="en", published=self.published, ahead=True)
        except TidingsError:
            return FoundDate(*match.span("m"), None, words, True)
        return FoundDate(*match.span("m"), dated, words)

    def within(self, start: int, end: int) -> list[FoundDate]:
        """The dates of text[start:end], those of a sentence that looks ahead in the future."""
        if (start, end) not in self.seen:
            self.seen[start, end] = self._within(start, end)
        return self.seen[start, end]

    def _within(self, start: int, end: int) -> list[FoundDate]:
        own = [one for one in self.found if start <= one.start and one.end <= end]
        month = _FOR_MONTH.search(self.text, start, end)
        if month is not None and not any(one.start == month.start("m") for one in own):
            return [*own, self._month(month)]
        if not own or not _AHEAD.search(self.text, start, end):
            return own
        ahead = find_dates(
            self.text[start:end], language="en", published=self.published, ahead=True
        )
        later = [
            FoundDate(one.start + start, one.end + start, one.dated, one.words, one.unresolved)
            for one in ahead
        ]
        word = _AHEAD.search(self.text, start, end)
        known = {one.start: one for one in own}
        promise = word is not None and word.group().lower().startswith(_VOWS)
        return [
            known.get(one.start, one)
            if word is not None and promise and one.end <= word.start()
            else one
            for one in later
        ]


def beginning(dated: Dated) -> Dated:
    """ "since 2017" of something that began then: 2017."""
    if dated.edtf.endswith("/.."):
        return parse_edtf(dated.edtf[:-3])
    return dated
