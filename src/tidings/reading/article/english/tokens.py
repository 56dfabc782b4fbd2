"""Sentences and tagged tokens, with exact places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.reading.article.english import people, verbs, words

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "\xa0": " ",
        "«": '"',
        "»": '"',
        "„": '"',
        "\t": " ",
        "\r": " ",
    }
)
_TOKEN = re.compile(
    r"""
    (?P<age>\d+-year-olds?\b)
  | (?P<num>\d[\d,.]*\d(?:-plus)?|\d+(?:-plus|\+)?(?:st|nd|rd|th)?\b|\d)
  | (?P<abbr>(?:[A-Z]\.){2,}|(?:a\.m\.|p\.m\.|e-mail)|No\.(?=\s\d)|[A-Z]\.(?=\s[A-Z])
      |(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Brig|Cmdr|Adm|Insp|Supt|Fr|Rev|Gov|Sen|St|Hon|Sra?)\.)
  | (?P<clitic>n't\b|'(?:s|re|ve|ll|d|m)\b|(?<=s)'(?=\s))
  | (?P<word>[^\W\d_](?:[^\W\d_]|['-](?=[^\W\d_])(?!'(?:s|re|ve|ll|d|m)\b)|(?<=[^\W\d_])\d)*?
      (?=n't\b|'(?:s|re|ve|ll|d|m)\b|[^\w'-]|['-](?![^\W\d_])|$|\d))
  | (?P<punct>--|\S)
    """,
    re.VERBOSE,
)
_ENDING = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)|\n")
_MOST_TOKENS = 400


@dataclass
class Token:
    """One word: `low` is lower case with plain quotes, `lemma` is of a verb, `forms` its kinds."""

    text: str
    low: str
    start: int
    end: int
    tag: str = "N"
    lemma: str = ""
    forms: frozenset[str] = frozenset()


def plain(text: str) -> str:
    """Typographic quotes and dashes made simple, letter for letter: places stay the same."""
    return text.translate(_PLAIN)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence. A quotation of several sentences stays in one piece; a
    line break ends a sentence unless the line was only wrapped."""
    simple = plain(text)
    for first, last in _paragraphs(simple):
        start = first
        for match in _ENDING.finditer(simple, first, last):
            if _goes_on(simple, start, match, last):
                continue
            yield from _trimmed(text, start, match.end())
            start = match.end()
        yield from _trimmed(text, start, last)


def _paragraphs(simple: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"\n", simple):
        line_start = simple.rfind("\n", 0, match.start()) + 1
        if _wrapped(simple[line_start : match.start()], simple[match.end() : match.end() + 40]):
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(simple)


def _wrapped(line: str, following: str) -> bool:
    line, following = line.rstrip(), following.split("\n")[0].lstrip(" ")
    if not line or not following or line[-1] in '.!?:"':
        return False
    return following[0].islower() or len(line) >= 60 or line[-1] in ",;"


def _goes_on(simple: str, start: int, match: re.Match[str], last: int) -> bool:
    """Is this full stop not the end: an abbreviation, an initial, inside a quotation?"""
    mark = match.group()
    if mark == "\n":
        return True
    before = simple[start : match.start()]
    if mark[0] == ".":
        word = re.split(r"[\s(\"]", before)[-1]
        single = len(word) == 1 and word.isupper()
        if single or (word.lower() in words.ABBREVIATION and _more_follows(simple, match, word)):
            return True
    after = simple[match.end() : min(last, match.end() + 40)].lstrip()
    if after[:1].islower():
        return True
    inside = (before + mark).count('"') % 2 == 1
    return inside and simple.find('"', match.end(), last) >= 0


def _more_follows(simple: str, match: re.Match[str], word: str) -> bool:
    after = simple[match.end() : match.end() + 2].strip()
    if word.lower() in {"a.m", "p.m", "u.s", "u.n", "u.k", "etc", "no"}:
        return not after[:1].isupper() or word.lower() in {"u.s", "u.n", "u.k"}
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    if piece.strip():
        yield start + lead, start + len(piece.rstrip())


@dataclass(frozen=True)
class Usage:
    """How the whole text writes its words: seen in lower case, seen capitalised mid-sentence."""

    common: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def usage(text: str) -> Usage:
    simple = plain(text)
    lower = frozenset(re.findall(r"(?<![\w'-])[^\W\d_A-Z][^\W\d_]*", simple))
    inner = re.findall(r"(?<=[a-z,] )[A-Z][^\W\d_]*", simple)
    return Usage(
        frozenset(word for word in lower if word[:1].islower()),
        frozenset(word.lower() for word in inner),
    )


def tokens(text: str, start: int, end: int, known: Usage | None = None) -> list[Token]:
    """The words of text[start:end], tagged."""
    found = []
    for match in _TOKEN.finditer(plain(text[start:end])):
        piece = match.group()
        first, last = start + match.start(), start + match.end()
        tag = _first_tag(match, piece)
        found.append(Token(text[first:last], piece.lower(), first, last, tag=tag))
        if len(found) >= _MOST_TOKENS:
            break
    _settle(found, known or Usage())
    return found


def _first_tag(match: re.Match[str], piece: str) -> str:
    kind = match.lastgroup
    low = piece.lower()
    if kind == "num":
        return "#"
    if kind == "clitic":
        return {"n't": "!", "'s": "G", "'": "G"}.get(low, "A")
    if kind == "punct":
        return {'"': "Q", "--": "-", ":": ";", "!": ".", "?": ".", "[": "(", "]": ")"}.get(low, low)
    if kind == "abbr":
        return "R"
    return _word_tag(piece, low)


_NOT_ADVERB = frozenset("family assembly early reply weekly daily monthly ally bully".split())

_CLOSED: tuple[tuple[frozenset[str], str], ...] = (
    (words.NEGATION, "!"),
    (words.DETERMINER, "D"),
    (words.POSSESSIVE, "S"),
    (words.PRONOUN, "P"),
    (words.RELATIVE, "W"),
    (words.COORDINATOR, "C"),
    (words.NUMBER_WORD, "#"),
    (words.SUBORDINATOR, "B"),
    (words.PREPOSITION, "I"),
    (words.ADVERB, "X"),
    (verbs.MODAL, "A"),
)


def _word_tag(piece: str, low: str) -> str:
    if low in verbs.AUXILIARY:
        return "A"
    if low == "may" and piece[0] == "M":
        return "R"
    for table, tag in _CLOSED:
        if low in table:
            return tag
    if any(letter.isupper() for letter in piece):
        return "R"
    if low in verbs.forms():
        return "v"
    if low.endswith("ed") and len(low) > 4 and "-" not in low:
        return "v"
    if low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERB:
        return "X"
    return "N"


#: "was in fact put on a plane": one adverb of two words.
_IN_ADVERB = frozenset("fact effect".split())


def _settle(found: list[Token], known: Usage) -> None:
    """Decide what was open: noun or verb, first word of the sentence, "to", "her", "that"."""
    for index, token in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        before = found[index - 1] if index else None
        if token.tag == "v":
            _verb_or_noun(found, index)
        elif token.tag == "R" and _opens(before) and after is not None:
            _first_word(found, index, known)
        elif token.low in {"neither", "both", "either"} and after is not None and after.tag in "vA":
            alone = before is None or before.tag in "Q.;,BV"
            token.tag = "N" if token.low == "both" and alone else "X"
        elif token.tag in "XB" and token.text[:1].isupper() and not _opens(before):
            token.tag = "R"
        elif token.low == "home" and before is not None and before.tag in "SDG":
            token.tag = "N"
        elif token.low == "cannot":
            token.tag, token.lemma = "A", ""
        elif (token.low == "since" and before is not None and before.tag == "A") or (
            token.low == "last"
            and before is not None
            and before.tag in "NPRA"
            and (after is not None and after.tag in "vX")
        ):
            token.tag = "X"
        elif token.low == "missing" and before is not None and before.tag == "N":
            token.tag = "X"  # "three workers missing since May": no part of their name
        elif token.low == "in" and after is not None and after.low in _IN_ADVERB:
            token.tag = after.tag = "X"
        elif token.low == "to":
            token.tag = "T" if _infinitive(after) else "I"
        elif token.low == "her":
            token.tag = (
                "S" if after is not None and after.tag in "NR#" + "v" and (_nounish(after)) else "P"
            )
        elif token.low == "that":
            token.tag = _that(before, after)
        elif token.tag == "G" and before is not None and before.tag in "PW":
            token.tag, token.lemma = "A", "be"
        elif token.tag == "A":
            token.lemma = verbs.AUXILIARY.get(token.low, "")
        elif token.low == "no" and after is not None and after.low == "longer":
            token.tag = "!"
        elif token.low in {"so", "as"} and after is not None and after.tag in "NXD":
            token.tag = "X" if token.low == "so" else "I"
        elif token.low == "once" and before is not None and before.tag in "VXA":
            token.tag = "X"


def _opens(before: Token | None) -> bool:
    return before is None or before.tag in "Q.;("


def _first_word(found: list[Token], index: int, known: Usage) -> None:
    """A capital at the start of a sentence may hide a common word."""
    token = found[index]
    after = found[index + 1]
    if _common_word(token, after, known):
        token.tag = "N"
        return
    if token.low in verbs.forms() and after.tag not in "RVAG,":
        token.tag = "v"
        _verb_or_noun(found, index)
    elif token.low.endswith("ly") and len(token.low) > 4 and after.tag in ",PDRN":
        token.tag = "X"


def _common_word(token: Token, after: Token, known: Usage) -> bool:
    if token.low in known.names or token.text.isupper():
        return False
    if token.low in known.common or token.low in people.COMMON:
        return token.low not in verbs.forms() or token.low.endswith("s")
    plural = token.low.endswith("s") and not token.low.endswith(("ss", "is", "us", "as"))
    return (plural and after.tag in "VAIWv") or (after.tag == "N" and after.text.islower())


def _infinitive(after: Token | None) -> bool:
    if after is None:
        return False
    if after.low in {"be", "have", "do", "get", "not"} or after.tag == "X":
        return True
    lemma, kinds = verbs.forms().get(after.low, ("", frozenset()))
    return "base" in kinds and lemma != "" and after.tag != "R"


def _nounish(token: Token) -> bool:
    lemma, kinds = verbs.forms().get(token.low, ("", frozenset()))
    return not lemma or bool(kinds & {"base", "s", "ing"}) or bool(kinds & {"part"})


def _that(before: Token | None, after: Token | None) -> str:
    if after is not None and after.tag == "A":
        return "W" if before is not None and before.tag in "NR" else "P"
    if before is not None and before.tag in "NR" and after is not None and after.tag == "v":
        return "W"
    return "B" if after is not None and after.tag not in ".,;" else "P"


def _verb_or_noun(found: list[Token], index: int) -> None:
    token = found[index]
    lemma, kinds = verbs.forms().get(token.low, ("", frozenset({"past", "part"})))
    before = _meaningful_before(found, index)
    after = found[index + 1] if index + 1 < len(found) else None
    noun = _reads_as_noun(token, lemma, kinds, before, after)
    noun = noun and not _counted_subject(found, index, kinds, after)
    token.tag = "N" if noun else "V"
    if not noun:
        token.lemma = lemma or token.low[:-2]
        token.forms = kinds


def _counted_subject(
    found: Sequence[Token], index: int, kinds: frozenset[str], after: Token | None
) -> bool:
    """ "nine were killed and 12 captured", "and eight freed": those so many, and a verb."""
    at = index - 1
    if not kinds & {"past", "part"} or at < 0 or found[at].tag != "#":
        return False
    while at >= 0 and (found[at].tag in "#X" or found[at].low in _COUNT_WORDS):
        at -= 1
    closed = after is None or after.tag in "I.,;CX@"
    return closed and at >= 0 and found[at].low in {"and", "but", "while"}


_COUNT_WORDS = frozenset("at least more than about some nearly almost over another".split())


def _meaningful_before(found: Sequence[Token], index: int) -> Token | None:
    for other in reversed(found[:index]):
        if other.tag not in "X!":
            return other
    return None


def _reads_as_noun(
    token: Token, lemma: str, kinds: frozenset[str], before: Token | None, after: Token | None
) -> bool:
    tag = before.tag if before is not None else "."
    follows = after.tag if after is not None else "."
    if tag in "TA" and not (before is not None and before.lemma == "be" and "base" in kinds):
        return (
            before is not None
            and before.lemma == "have"
            and "base" in kinds
            and ("part" not in kinds)
        )
    if kinds & {"past", "part"}:
        if tag in "DSG#" or (tag == "I" and follows in "NR"):
            return not (tag == "G" and follows in "IDPS@")
        return tag == "N" and follows == "N" and "base" in kinds
    if "ing" in kinds:
        return tag in "DSG" or (tag == "I" and follows in ",.") or (tag == "N" and follows == "N")
    if tag in "DSGI#":
        return True
    if lemma in verbs.NOUN_TOO:
        if tag == "C" and "base" in kinds and follows in "DSP":
            return False
        if lemma == "leave" and tag in "NRP" and "base" in kinds:
            return False
        return not _finite_place(before, follows, "s" if "s" in kinds else "base")
    return False


def _finite_place(before: Token | None, follows: str, kind: str) -> bool:
    """May a finite verb stand here, after this word and before that one?"""
    if before is None:
        return False
    if before.tag in "PW":
        return True
    if before.tag == "," and kind == "s":
        return follows in "BDSP#"
    if kind == "base":
        plural = before.low.endswith("s") or before.low in {"police", "people", "media", "men"}
        return before.tag in "NR" and plural and follows in "BDSPR#Q"
    return before.tag in "NR" and not before.low.endswith("s") and follows in "BDSPR#Q"
