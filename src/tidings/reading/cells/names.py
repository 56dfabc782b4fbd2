"""A name cell: several spellings and scripts, and what else people squeeze in beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tidings.reading.words import is_blank, kin_words, plain, sex_words
from tidings.values import Script, Sex, clean, script_of

_TAG = re.compile(
    r"<\s*(script|style)\b.*?<\s*/\s*\1\s*>|<[^<>]{0,200}>", re.IGNORECASE | re.DOTALL
)
#: Marks that turn the direction of writing or take no room; LRM and RLM alone are harmless.
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200b-\u200d\u2060\ufeff]")
_QUOTED_FORMULA = re.compile(r'^="(.*)"$', re.DOTALL)
_ENUMERATED = re.compile(r"^\s*\(?\d{1,5}\s*[.)、]\s*(?=\D)")
_ALSO = (
    r"\b(?:a\.?k\.?a\b\.?|also known as|alias|or|он же|она же|также|также известен как|или|"
    r"немесе|яғни)(?!\w)|又名|别名|亦名|原名|曾用名|亦称|ياكى"
)
#: Between spellings of one name.
_BETWEEN = re.compile(rf"\s*(?:[\n/|;；=]|\s[-–—]\s|{_ALSO})\s*", re.IGNORECASE)
_SAYS_ALSO = re.compile(rf"\s*(?:{_ALSO})", re.IGNORECASE)
_BRACKETS = re.compile(r"[(（\[［【「]([^()（）\[\]［］【】「」]*)[)）\]］】」]")
_COMMA = re.compile(r"\s*[,，、،]\s*")
#: A birth or an age begins at the first digit, with the word before it.
_WITH_NUMBER = re.compile(
    r"[\s,]*(?:\b(?:род(?:\.|ил[а-я]*)?|born(?: in| on)?|b\.|р\.|d\.?o\.?b\.?:?|туған|туылған|"
    r"дата рождения:?|год рождения:?|г\.?\s*р\.?:?)\s*)?\d.*$",
    re.IGNORECASE | re.DOTALL,
)
_AGE = re.compile(
    r"^\D{0,4}(\d{1,3})\s*(?:лет|год[а]?\b|жас|жаста|y\.?\s?o\.?\b|years?|岁|周岁|ياش|جاس)",
    re.IGNORECASE,
)
_MAIDEN = re.compile(
    r"^(?:née|nee|born|maiden name|урожд\S*|в девичестве|қыз кезіндегі\S*|девичья(?:\s+фамилия)?)"
    r":?\s+",
    re.I,
)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’ʼ`‘·•‧∙・\- ]*(?:[.'’ʼ`‘·•‧∙・\- ]+[^\W\d_]+)*[.'’ʼ`]?")
#: Two to four capitalised words of one script: nearly every cell of a tidy list.
_SIMPLE = re.compile(
    r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?: [А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+){1,3}|"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}"
)
_LAST_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")
_EDGE = " \t\"'“”«»„‘’`*,.;:·-–—_"
_MOST_WORDS = 7


@dataclass(frozen=True)
class NameCell:
    """`names` as written, marks cleaned. `birth` and `age` are the words beside the name that
    say so; `left` is what was left out of the name, `hidden` whether marks were removed that
    cannot be seen or do not belong in a name."""

    names: tuple[str, ...]
    birth: str | None = None
    age: str | None = None
    sex: Sex | None = None
    left: tuple[str, ...] = ()
    hidden: bool = False


@lru_cache(maxsize=32768)
def read_names(raw: str) -> NameCell:
    """The spellings of one person's name in a cell, in the order in which they stand."""
    if _SIMPLE.fullmatch(raw):
        return NameCell((raw,))
    untagged = _TAG.sub(" ", raw)
    hidden = untagged != raw or bool(_HIDDEN.search(raw))
    text = _QUOTED_FORMULA.sub(r"\1", untagged.strip())
    if text.startswith("="):
        return NameCell((), left=(clean(text),), hidden=hidden)
    found = _Found()
    for piece in _pieces(_ENUMERATED.sub("", text)):
        found.take(*piece)
    return NameCell(
        tuple(dict.fromkeys(found.names)),
        found.birth,
        found.age,
        found.sex,
        tuple(found.left),
        hidden,
    )


def is_simple_name(text: str) -> bool:
    """Whether the text is a plain name and nothing else, seen at a glance."""
    return _SIMPLE.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a text has the shape of a name: letters, a few words, nothing that we know as
    something else."""
    if not _NAME.fullmatch(text) or len(text) > 80:
        return False
    if script_of(text) is Script.HAN:
        return 2 <= len(text) <= 20
    words = text.split()
    small = sum(1 for word in words if word.islower())
    return (
        len(text) > 1 and len(words) <= _MOST_WORDS and (small * 2 <= len(words) or len(words) < 4)
    )


def _pieces(text: str) -> list[tuple[str, bool]]:
    """(piece, whether it stood in brackets)."""
    aside = [(inside, True) for inside in _BRACKETS.findall(text)]
    main = [(piece, False) for piece in _BETWEEN.split(_BRACKETS.sub(" ", text))]
    inner = [
        (part, not _SAYS_ALSO.match(piece)) for piece, _ in aside for part in _BETWEEN.split(piece)
    ]
    return [(clean(piece), bracketed) for piece, bracketed in main + inner if clean(piece)]


class _Found:
    """What the pieces of one cell have given so far."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.birth: str | None = None
        self.age: str | None = None
        self.sex: Sex | None = None
        self.left: list[str] = []

    def take(self, piece: str, bracketed: bool) -> None:
        """Take one piece for what it is."""
        first, *others = _by_comma(piece)
        self._take_part(first, bracketed)
        for other in others:
            self._take_part(other, bracketed, after_comma=True)

    def _take_part(self, part: str, bracketed: bool, *, after_comma: bool = False) -> None:
        numbered = _WITH_NUMBER.search(part)
        if numbered:
            self._take_number(numbered.group().strip(_EDGE + "，"))
            part = part[: numbered.start()]
        maiden = _MAIDEN.sub("", _trimmed(part))
        after_comma = after_comma and maiden == _trimmed(part)
        bracketed = bracketed or maiden != _trimmed(part)
        part = maiden
        if not part or is_blank(part):
            return
        if sex := sex_words(part):
            self.sex = sex
            return
        for run in _script_runs(part):
            if is_name(run) and self._is_spelling(run, bracketed, after_comma):
                self.names.append(run)
            else:
                self.left.append(run)

    def _take_number(self, words: str) -> None:
        if _AGE.match(words):
            self.age = words
        elif self.birth is None:
            self.birth = words
        else:
            self.left.append(words)

    def _is_spelling(self, run: str, bracketed: bool, after_comma: bool) -> bool:
        """Whether a piece is a spelling of the name, not a remark beside it. After a comma it
        must be in another script; in brackets it may also look like a name of its own."""
        if not self.names or not (bracketed or after_comma):
            return True
        if plain(run) in kin_words():
            return False
        script = script_of(run)
        if script not in {script_of(name) for name in self.names}:
            return True
        caseless = script in (Script.HAN, Script.ARABIC)
        return not (after_comma or caseless) and all(word[:1].isupper() for word in run.split())


def _by_comma(piece: str) -> list[str]:
    """The parts at commas; "Surname, Given" in Latin letters stays one."""
    parts = [part for part in _COMMA.split(piece) if part]
    if len(parts) >= 2 and _is_reversed(*parts[:2]):
        return [" ".join(parts[:2]), *parts[2:]]
    return parts or [piece]


def _is_reversed(surname: str, given: str) -> bool:
    return (
        len(surname.split()) == 1
        and len(given.split()) <= 2
        and is_name(surname)
        and is_name(given)
        and script_of(surname) is script_of(given) is Script.LATIN
    )


def _script_runs(text: str) -> list[str]:
    """The text cut where its script changes: "Нурлан Асанов 努尔兰" is two runs. A word takes
    the script of most of its letters; initials go with the word before."""
    spaced = re.sub(
        r"(?<=[\u3400-\u9fff])(?=[A-Za-zА-я])|(?<=[A-Za-zА-я])(?=[\u3400-\u9fff])", " ", text
    )
    runs: list[list[str]] = []
    last: Script | None = None
    for word in spaced.split():
        script = script_of(word)
        if runs and (script is last or len(word.strip(".")) == 1 or script is Script.OTHER):
            runs[-1].append(word)
            continue
        runs.append([word])
        last = script
    return [name for run in runs if (name := _trimmed(" ".join(run)))]


def _trimmed(name: str) -> str:
    """The name without marks at its ends; the point of a last initial stays."""
    bare = name.strip(_EDGE)
    return bare + "." if _LAST_INITIAL.search(name) else bare
