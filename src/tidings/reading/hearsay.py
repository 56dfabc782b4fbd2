"""Who told the teller: "the neighbour said", "деп көршісі айтты", "听邻居说"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tidings.reading.words import fold, kin_of_word, kin_words, plain, rows_of
from tidings.values import Script, script_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE = re.compile(r"[,;:，；：،؛]")
#: How many words may stand between the source and the verb.
_NEAR = 3
#: Cases in which somebody is told, or told of, and does not tell.
_OBLIQUE = re.compile(
    r"(?:[ғгқк][ае]|н[ае]|м[ае]|ң[ае]|[ндт][ыі]|[ндт](?:ың|ің)|[дт][ае]|нда|нде|[мбп]ен)$|"
    r"(?:[عگقك][اە]|ن[اە]|م[اە]|نى|نىڭ|دى|دىڭ|تىڭ|[دت][اە]|مەن|بەن|پەن|غا|گە|قا|كە)$"
)
_ABLATIVE = re.compile(r"(?:[ндт](?:ан|ен)|دىن|تىن|نان|نەن|دان|دەن|تان|تەن|din|tin)$")
_RUSSIAN_FROM = frozenset({"от", "со слов", "через"})
#: The teller's own saying has no source.
_TELLER = frozenset({"я", "мы"})
_SUBJECT_ENDS = re.compile(r"(?:у|ю|ом|ем|ой|ей|ам|ям|ами|ями|ах|ях)$")


@dataclass(frozen=True)
class Heard:
    """The source of a sentence, as written; `span` is where it stands. `official`: a body or
    its officer; `denied`: they deny what the sentence tells."""

    source: str
    span: tuple[int, int]
    official: bool = False
    denied: bool = False


@dataclass(frozen=True)
class _Word:
    text: str
    folded: str
    start: int
    end: int


def heard_in(sentence: str) -> Heard | None:
    """Whom the teller has it from; None where the sentence names no source."""
    if script_of(sentence) is Script.HAN:
        return _heard_in_han(sentence)
    words = [_Word(m.group(), fold(m.group()), *m.span()) for m in _WORD.finditer(sentence)]
    for at in range(len(words)):
        if at and words[at - 1].folded in _TELLER:
            continue
        denied = _is("denied", words, at)
        if (denied or _is("said", words, at)) and (heard := _teller(sentence, words, at, denied)):
            return heard
    return _from_whom(sentence, words)


def points_back(sentence: str) -> bool:
    """Whether the sentence speaks of what was told just before ("мне об этом написала…")."""
    if script_of(sentence) is Script.HAN:
        return any(word in sentence[:12] for word in _words("back"))
    folded = [fold(word.group()) for word in _WORD.finditer(sentence)][:4]
    said = f" {' '.join(folded)} "
    return any(f" {word} " in said for word in _words("back"))


def said_before(sentence: str) -> bool:
    """Whether the teller repeats an earlier word of their own ("я говорила, что…")."""
    said = f" {plain(sentence)} "
    return any(f" {word} " in said or (word in said and len(word) > 8) for word in _words("teller"))


@cache
def _words(what: str) -> tuple[str, ...]:
    return tuple(
        fold(word) for row, words in rows_of("speech") if row == what for word in words.split("|")
    )


@cache
def _split(what: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """(whole words, beginnings of words)."""
    words = _words(what)
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word[:-1] for word in words if word.endswith("*")),
    )


def _is(what: str, words: list[_Word], at: int) -> bool:
    whole, stems = _split(what)
    one = words[at].folded
    if one in whole or one.startswith(stems):
        return True
    two = f"{one} {words[at + 1].folded}" if at + 1 < len(words) else one
    return two in whole or two.startswith(stems)


def _teller(sentence: str, words: list[_Word], verb: int, denied: bool) -> Heard | None:
    """The source beside a verb of saying: close before it, else (in Russian) after it."""
    before = range(verb - 1, max(-1, verb - 2 - _NEAR), -1)
    after = range(verb + 1, min(len(words), verb + 1 + _NEAR))
    is_russian = bool(re.search(r"(?:л|ла|ли|ит|ят|ет|ют)$", words[verb].folded))
    for at in (*before, *(after if is_russian else ())):
        apart = sentence[
            min(words[at].end, words[verb].end) : max(words[at].start, words[verb].start)
        ]
        if _CLAUSE.search(apart):
            continue
        if _may_tell(words, at, is_russian=is_russian):
            return _heard(sentence, words, at, denied=denied)
    return None


def _may_tell(words: list[_Word], at: int, *, is_russian: bool) -> bool:
    """Whether the word is somebody who tells: a source, an office or a relative, not in a case
    in which they are told."""
    one = words[at].folded
    known = _is("source", words, at) or _is("official", words, at) or _is_relative(one)
    if not known:
        return False
    if is_russian:
        oblique = _is_relative(one) and not _is("source", words, at) and one not in _nominatives()
        return not (oblique or bool(_SUBJECT_ENDS.search(one)))
    return not (_OBLIQUE.search(one) or _ABLATIVE.search(one))


@cache
def _nominatives() -> frozenset[str]:
    return frozenset(
        "отец папа мать мама сын дочь дочка муж жена супруг супруга брат сестра дядя тетя "
        "дедушка бабушка племянник племянница внук внучка зять невестка свекровь теща тесть".split()
    )


def _is_relative(word: str) -> bool:
    return kin_of_word(plain(word)) is not None


def _from_whom(sentence: str, words: list[_Word]) -> Heard | None:
    """ "Көршіден естідім", "слышал от соседа"."""
    for at, word in enumerate(words):
        if not (
            _is("source", words, at) or _is("official", words, at) or _is_relative(word.folded)
        ):
            continue
        if " ".join(one.folded for one in words[max(0, at - 2) : at]) == "по словам":
            return _heard(sentence, words, at)
        if (
            at
            and words[at - 1].folded in _RUSSIAN_FROM
            and re.search(
                r"(?:узнал|слыша|услыша|известно|знаем|знаю|слов)", sentence, re.IGNORECASE
            )
        ):
            return _heard(sentence, words, at)
        near = range(at + 1, min(len(words), at + 2 + _NEAR))
        if _ABLATIVE.search(word.folded) and any(_is("heard", words, one) for one in near):
            return _heard(sentence, words, at)
    return None


def _heard(sentence: str, words: list[_Word], at: int, *, denied: bool = False) -> Heard:
    """The source with the name that stands after it ("сосед Марат")."""
    last = at + 1 if _pair(words, at) else at
    while last + 1 < len(words) and last - at < 2 and _is_name(words[last + 1], sentence):
        if sentence[words[last].end : words[last + 1].start].strip():
            break
        last += 1
    span = (words[at].start, words[last].end)
    return Heard(sentence[slice(*span)], span, _is("official", words, at), denied)


def _pair(words: list[_Word], at: int) -> str:
    """The word and the next one, where together they are one of the table ("в консульстве")."""
    two = " ".join(word.folded for word in words[at : at + 2])
    return two if " " in two and two in _split("official")[0] else ""


def _is_name(word: _Word, sentence: str) -> bool:
    return word.text[:1].isupper() and word.start > 0 and len(word.text) > 1


@cache
def _han() -> tuple[re.Pattern[str], re.Pattern[str]]:
    officials = [word for word in _words("official") if script_of(word) is Script.HAN]
    sources = [word for word in _words("source") if script_of(word) is Script.HAN]
    kin = [word for word in kin_words() if script_of(word) is Script.HAN and len(word) > 1]
    who = "|".join(sorted([*officials, *sources, *kin], key=len, reverse=True))
    said = "说|告诉|讲|透露|证实|转告|表示|声称|否认|来信|写信"
    return (
        re.compile(rf"(?P<who>{who})[^，。；的]{{0,5}}?(?P<said>{said})"),
        re.compile(rf"(?:听|从|据)(?:我|他|她|一个|一位|我的)?(?P<who>{who})"),
    )


def _heard_in_han(sentence: str) -> Heard | None:
    for pattern in _han():
        if found := pattern.search(sentence):
            who = found["who"]
            return Heard(
                who,
                found.span("who"),
                who in _split("official")[0],
                found.groupdict().get("said") == "否认",
            )
    return None
