"""A sentence as a row of phrases, and what can be told of its verb groups by position alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tidings.reading.article.english import speech_words
from tidings.reading.article.english.phrases import Phrase, phrases
from tidings.reading.article.english.tokens import Token

#: "was mistreated and said": no passive.
_ONLY_SPEAK = frozenset("say add insist vow promise".split())
#: "was held but refused to say": nor here, before an infinitive.
_UNWILLING = frozenset("refuse decline threaten agree".split())
_INTRANSITIVE = frozenset("appear die flee escape vanish disappear remain return cross".split())
_STOPS = frozenset("B W Q ; . -".split())


class Row:
    """The phrases of one sentence, left to right; `place` everywhere is an index into `row`."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.row: list[Phrase] = phrases(tokens)
        self._share_auxiliaries()
        self._mark_reduced()

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @cached_property
    def verbs(self) -> list[int]:
        """Places in the row of the verb groups."""
        return [place for place, phrase in enumerate(self.row) if phrase.kind == "VP"]

    def kind(self, place: int) -> str:
        return self.row[place].kind if 0 <= place < len(self.row) else "."

    def low(self, place: int) -> str:
        return self.row[place].low if 0 <= place < len(self.row) else ""

    def _share_auxiliaries(self) -> None:
        """ "was taken and later moved": the second verb is passive too."""
        for place, phrase in enumerate(self.row):
            if phrase.kind != "VP" or any(token.tag == "A" for token in phrase.own):
                continue
            before = self._verb_joined_to(place) or self._elliptic(place)
            if before is not None and before.modal and phrase.head.forms & {"base"}:
                phrase.modal = before.modal
            if before is None or "part" not in phrase.head.forms or phrase.shape == "to":
                continue
            if before.passive and phrase.lemma in _ONLY_SPEAK:
                continue
            if phrase.lemma in _UNWILLING and self.kind(place + 1) == "VP":
                continue
            if before.passive:
                phrase.passive, phrase.shape = True, before.shape
                phrase.negated = phrase.negated or (before.negated and self.low(place - 1) == "or")
            elif phrase.shape == "part":
                phrase.shape = before.shape

    def _mark_reduced(self) -> None:
        """ "people detained in May": a passive without auxiliary; "to renounce ... and leave":
        a second infinitive."""
        for place in self.verbs:
            phrase = self.row[place]
            if phrase.shape != "ing" and self.reduced(place):
                phrase.passive, phrase.shape = True, "part"
            joined = self._verb_joined_to(place)
            bare = len(phrase.own) == 1 and "base" in phrase.head.forms
            if joined is not None and joined.shape == "to" and bare:
                phrase.shape = "to"

    def _verb_joined_to(self, place: int) -> Phrase | None:
        if self.kind(place - 1) != "C" and not self.then(place):
            return None
        base = "base" in self.row[place].head.forms
        for other in reversed(self.row[: place - 1]):
            if other.kind == "VP" and (base or other.shape != "to"):
                return other
            if other.kind in _STOPS:
                return None
        return None

    def _elliptic(self, place: int) -> Phrase | None:
        """ "nine were killed and 12 captured": the verb whose auxiliary the second one lacks."""
        phrase = self.row[place]
        bare = len(phrase.own) == 1 and {"past", "part"} <= phrase.head.forms
        subject = self.kind(place - 1) == "NP" and self.row[place - 1].own[-1].tag in "#R"
        closed = self.kind(place + 1) in {"I", "DATE", ".", ",", "X", "C"}
        bare = bare and phrase.lemma not in _INTRANSITIVE
        if not (bare and subject and closed and self.kind(place - 2) == "C"):
            return None
        before = self.verb_before(place)
        governor = self.row[before] if before is not None else None
        return governor if governor is not None and governor.passive else None

    def shares_auxiliary(self, place: int) -> bool:
        """Is this the second verb of "nine were killed and 12 captured"?"""
        return self._elliptic(place) is not None

    def then(self, place: int) -> bool:
        """ "acquitted in January, then deported": a verb joined by a comma and "then"."""
        later = self.row[place].own[0].low in {"then", "later"}
        return self.kind(place - 1) == "," and later and len(self.row[place].own) > 1

    def verb_before(self, place: int) -> int | None:
        return next((p for p in range(place - 1, -1, -1) if self.kind(p) == "VP"), None)

    def starts_relative(self, place: int) -> bool:
        """Is this verb group the verb of "who ...", "which ..."?"""
        return self.kind(self.skip(place - 1, "X,")) == "W"

    def reduced(self, place: int) -> bool:
        """ "held without charge", "living abroad": a participle that only describes a noun."""
        phrase = self.row[place]
        if phrase.shape in {"ing", "part"}:
            return self.kind(place - 1) in {"NP", ",", "DATE"}
        bare = phrase.shape == "finite" and len(phrase.own) == 1 and "part" in phrase.head.forms
        if not bare or phrase.head.low in {"said", "told"}:
            return False
        if self.kind(place - 1) == "," and self.kind(place - 2) in {"NP", "DATE"}:
            return self.kind(place - 3) not in {","} and self.kind(place + 1) in {"I", "DATE", ","}
        if self.kind(place - 1) != "NP":
            return False
        governed = (
            self.kind(place - 2) == "VP" and self.row[place - 2].lemma not in speech_words.SPEECH
        )
        closed = self.kind(place + 1) in {"I", "DATE", ",", "."}
        return (governed and closed) or self._finite_follows(place)

    def _finite_follows(self, place: int) -> bool:
        """Does a finite verb come before anything that could be its own subject?"""
        at = place + 1
        while at < len(self.row):
            phrase = self.row[at]
            if phrase.kind == "VP":
                return phrase.shape == "finite"
            if phrase.kind == "I":
                at += 1
            elif phrase.kind not in {"X", "DATE"}:
                return False
            at += 1
        return False

    def skip(self, place: int, kinds: str) -> int:
        """The first place leftwards that is of none of these kinds."""
        while place >= 0 and self.kind(place) in kinds and self.kind(place):
            place -= 1
        return place

    def speaks(self, place: int) -> bool:
        """Is this a verb of saying, or of keeping back?"""
        lemma = self.row[place].lemma
        kept_back = (
            self.row[place].negated and lemma in speech_words.KEPT_BACK | speech_words.SILENT
        )
        return lemma in speech_words.SPEECH or kept_back

    def _speech_before(self, place: int) -> bool:
        return any(self.speaks(p) for p in self.verbs if p < place)
