"""Noun phrases, verb groups and what stands between them, in one flat row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tidings.reading.article.english import words
from tidings.reading.article.english.tokens import Token


@dataclass
class Phrase:
    """Tokens first..last (last excluded) of one kind.

    kind: "NP", "VP", "DATE", or the tag of a single word (`,` C B W I Q . ; - ( ) X !).
    A VP has its lemma, whether it is passive, negated, has a modal, and its shape:
    "finite", "to", "ing" or "part" (a participle without auxiliary).
    """

    kind: str
    first: int
    last: int
    tokens: Sequence[Token] = field(repr=False)
    lemma: str = ""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    shape: str = "finite"

    @property
    def own(self) -> Sequence[Token]:
        return self.tokens[self.first : self.last]

    @property
    def start(self) -> int:
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.tokens[self.last - 1].end

    @property
    def low(self) -> str:
        return " ".join(token.low for token in self.own)

    @property
    def head(self) -> Token:
        return self.tokens[self.last - 1]

    @property
    def pronoun(self) -> str:
        """The pronoun this noun phrase is, or an empty string."""
        return self.head.low if self.kind == "NP" and self.head.tag == "P" else ""


def mark(tokens: Sequence[Token], spans: Iterable[tuple[int, int]], tag: str) -> None:
    """Give every token inside one of the spans this tag (dates "@", counts "#")."""
    for start, end in spans:
        for token in tokens:
            if token.start >= start and token.end <= end:
                token.tag = tag


def phrases(tokens: Sequence[Token]) -> list[Phrase]:
    """The sentence as a row of phrases, left to right, every token in exactly one."""
    row: list[Phrase] = []
    index = 0
    while index < len(tokens):
        phrase = _next(tokens, index, row[-1] if row else None)
        row.append(phrase)
        index = phrase.last
    return row


def _next(tokens: Sequence[Token], index: int, before: Phrase | None) -> Phrase:
    tag = tokens[index].tag
    if tag == "@":
        return Phrase("DATE", index, _run(tokens, index, "@"), tokens)
    if tag == "P":
        return Phrase("NP", index, index + 1, tokens)
    if tag in "AVT" or (tag in "X!" and _leads_to_verb(tokens, index)):
        return _verb_group(tokens, index, before)
    if (
        tag != "N"
        and tokens[index].low in {"neither", "both", "either"}
        and _at(tokens, index + 1) in "VA"
    ):
        return Phrase("X", index, index + 1, tokens)
    if tag in "DSNR#":
        return Phrase("NP", index, _noun_phrase_end(tokens, index), tokens)
    return Phrase(tag, index, index + 1, tokens)


def _at(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].tag if index < len(tokens) else "."


def _run(tokens: Sequence[Token], index: int, tag: str) -> int:
    while _at(tokens, index) == tag:
        index += 1
    return index


def _leads_to_verb(tokens: Sequence[Token], index: int) -> bool:
    while _at(tokens, index) in "X!":
        index += 1
    return _at(tokens, index) in "AV"


def _noun_phrase_end(tokens: Sequence[Token], index: int) -> int:
    """A noun phrase runs until a word that cannot stand inside it; "hundreds of farmers" and
    "34 of the students" are one phrase."""
    end = index + 1
    while end < len(tokens):
        token, before = tokens[end], tokens[end - 1]
        if token.tag == "I" and token.low == "of" and _counts(tokens, index, end):
            end += 1
        elif (
            token.tag in "DS"
            and before.tag not in "D"
            and before.low not in {"of", "all", "both"}
            and not (token.low == "other" and before.tag in "#N")
        ):
            break
        elif token.tag == "X" and before.tag in "DSX" and _at(tokens, end + 1) in "NX":
            end += 1
        elif token.tag == "P" and before.low == "of":
            return end + 1
        elif (
            (token.low in words.NAME_PARTICLE and before.tag == "R" and _at(tokens, end + 1) == "R")
            or token.tag == "D"
            or token.tag in "SNRG"
            or (token.tag == "#" and not _new_count(tokens, index, end))
        ):
            end += 1
        else:
            break
    return end


def _new_count(tokens: Sequence[Token], first: int, at: int) -> bool:
    """ "by his reckoning about 300 men": a count after a common noun begins a phrase."""
    before = tokens[at - 1]
    return before.tag == "N" and before.text.islower() and at - 1 > first


def _counts(tokens: Sequence[Token], first: int, at: int) -> bool:
    before = tokens[at - 1]
    return (
        before.tag == "#"
        or before.low
        in {
            "some",
            "many",
            "most",
            "several",
            "all",
            "each",
            "any",
            "none",
            "both",
            "few",
            "others",
            "either",
            "neither",
        }
    ) and _at(tokens, at + 1) in "DSNR#P"


def _verb_group(tokens: Sequence[Token], index: int, before: Phrase | None) -> Phrase:
    end = index
    while _at(tokens, end) in "ATX!" or (_at(tokens, end) in "P" and _inverted(tokens, end)):
        if _at(tokens, end) == "T" and end > index:
            break
        end += 1
    while end > index + 1 and _at(tokens, end) != "V" and tokens[end - 1].tag == "X":
        end -= 1
    if _at(tokens, end) == "V":
        end += 1
    own = tokens[index:end]
    return _described(Phrase("VP", index, end, tokens), own, before)


def _inverted(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].tag == "A" and _at(tokens, at + 1) == "V"


def _described(phrase: Phrase, own: Sequence[Token], before: Phrase | None) -> Phrase:
    helpers = [token for token in own if token.tag == "A"]
    main = own[-1] if own[-1].tag == "V" else None
    last = helpers[-1] if helpers else None
    phrase.negated = any(
        token.tag == "!" or token.low in {"cannot", "neither"} for token in own
    ) or (before is not None and before.kind == "X" and before.low == "neither")
    phrase.modal = next((t.low for t in helpers if not t.lemma or t.low in {"'ll", "'d"}), "")
    if main is None:
        phrase.lemma = last.lemma or "be" if last is not None else ""
    else:
        phrase.lemma = main.lemma
        be = last is not None and last.lemma in {"be", "get"}
        be = be or (last is not None and last.low in {"'s", "'re", "'m"})
        phrase.passive = be and "part" in main.forms and "ing" not in main.forms
    phrase.shape = _shape(own, main, helpers)
    return phrase


def _shape(own: Sequence[Token], main: Token | None, helpers: Sequence[Token]) -> str:
    if any(token.tag == "T" for token in own):
        return "to"
    first = helpers[0] if helpers else main
    if first is None:
        return "finite"
    if not helpers and main is not None:
        if main.forms == {"ing"}:
            return "ing"
        if "part" in main.forms and not main.forms & {"past", "base"}:
            return "part"
    return "ing" if first.low in {"being", "having"} else "finite"
