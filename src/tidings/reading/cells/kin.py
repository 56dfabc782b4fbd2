"""A cell about relatives: "wife: Сәуле; 2 children", "ағасы — Ержан", "父亲：买买提"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.reading.cells.names import NameCell, is_simple_name, read_names
from tidings.reading.words import is_blank, kin_words, plain
from tidings.values import Kin, Sex, clean

_PARTS = re.compile(r"\s*[\n;；؛]\s*|(?<=\w\w\w)\.\s+(?=[^\W\d_])")
_COMMAS = re.compile(
    r"\s*[,，、،]\s*|\s+(?:and|и|және|мен|بىلەن|ۋە)\s+|(?<=[\u3400-\u9fff])和(?=[\u3400-\u9fff])"
)
_COLON = re.compile(r"\s*(?:[:：=]|\s[-–—]\s|[–—])\s*")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_COUNT = re.compile(
    r"\d+|\b(?:two|three|four|five|six|двое|трое|четверо|пятеро|екі|үш|төрт|бес)\b|[两三四五六]个?",
    re.I,
)
_LONGEST_RELATION = 4
#: Words at the end of a written-apart patronymic are no relatives: "Ерлан Қайрат ұлы".
_PATRONYMIC = frozenset({"ұлы", "қызы", "улы", "кызы", "ۇلى", "قىزى", "uly", "qyzy", "kyzy"})
_HAN = re.compile(r"[\u3400-\u9fff]")

_SEXES = {
    Sex.FEMALE: {Kin.MOTHER, Kin.DAUGHTER, Kin.WIFE, Kin.SISTER, Kin.AUNT, Kin.NIECE},
    Sex.MALE: {Kin.FATHER, Kin.SON, Kin.HUSBAND, Kin.BROTHER, Kin.UNCLE, Kin.NEPHEW},
}


@dataclass(frozen=True)
class Relative:
    """One relative that a cell names or counts. `name` is None where only a number or the word
    for the relative is there; `words` is the part of the cell that says so."""

    relation: Kin | None
    name: NameCell | None
    words: str


def sex_of(relation: Kin | None) -> Sex | None:
    """The sex that the word for a relative tells."""
    return next((sex for sex, kin in _SEXES.items() if relation in kin), None)


def read_relatives(text: str, relation: Kin | None = None) -> list[Relative]:
    """The relatives in a cell. `relation` is what the column's heading says they are; a word in
    the cell outranks it."""
    relatives: list[Relative] = []
    if is_simple_name(text) and not any(plain(word) in kin_words() for word in text.split()):
        return [Relative(relation, read_names(text), text)]
    for part in _PARTS.split(text):
        current = relation
        for piece in filter(None, map(clean, _COMMAS.split(part))):
            if is_blank(piece):
                continue
            found = _relative(piece, current)
            current = found.relation or current
            relatives.append(found)
    return _with_remarks_joined(relatives)


def relatives_in_note(text: str) -> list[Relative]:
    """The relatives that a note names outright, as "wife: Сәуле"; other words are left alone."""
    found = []
    for part in _PARTS.split(text):
        halves = _COLON.split(part, maxsplit=1)
        if len(halves) == 2 and plain(halves[0]) in kin_words():
            found += [one for one in read_relatives(part) if one.name]
    return found


def relation_of(text: str) -> Kin | None:
    """What the words say a relative is ("his younger brother", "родная сестра", "哥哥")."""
    words = kin_words()
    said = plain(text)
    if said in words:
        return words[said]
    tokens = said.split()
    for size in range(min(3, len(tokens)), 0, -1):
        for start in range(len(tokens) - size, -1, -1):
            if (phrase := " ".join(tokens[start : start + size])) in words:
                return words[phrase]
    if _HAN.search(said):
        inside = [word for word in words if _HAN.search(word) and len(word) > 1 and word in said]
        return words[max(inside, key=len)] if inside else None
    return None


def _relative(piece: str, inherited: Kin | None) -> Relative:
    """One relative from words such as "wife Гульнара", "Сәуле (жұбайы)", "2 children"."""
    relation, rest = _split(piece)
    if relation is None and not _COUNT.search(piece):
        relation, rest = inherited, piece
    elif relation is None:
        relation, rest = inherited, _COUNT.sub("", piece)
    elif _COUNT.fullmatch(rest.strip(" .:")) or (_COUNT.match(piece) and rest.islower()):
        rest = ""
    name = read_names(rest) if rest.strip() else None
    return Relative(relation, name if name and name.names else None, piece)


def _split(piece: str) -> tuple[Kin | None, str]:
    """(relation, the rest): the word for the relative stands before or after the name, with or
    without a colon, or in brackets."""
    for inside in _BRACKETS.findall(piece):
        if relation := kin_words().get(plain(inside)):
            return relation, _BRACKETS.sub(" ", piece)
    halves = _COLON.split(piece, maxsplit=1)
    if len(halves) == 2:
        for at in (0, 1):
            if len(halves[at].split()) <= _LONGEST_RELATION and (kin := relation_of(halves[at])):
                return kin, halves[1 - at]
    return _leading(piece) or _trailing(piece) or (None, piece)


def _leading(piece: str) -> tuple[Kin, str] | None:
    words = kin_words()
    tokens = piece.split()
    counted = 1 if tokens and _COUNT.fullmatch(tokens[0]) else 0
    for skipped in range(counted, min(counted + 2, len(tokens))):
        for size in range(min(3, len(tokens) - skipped), 0, -1):
            phrase = plain(" ".join(tokens[skipped : skipped + size]))
            if phrase in words and (skipped == counted or not tokens[counted][:1].isupper()):
                return words[phrase], " ".join(tokens[skipped + size :])
    return _leading_han(piece)


def _leading_han(piece: str) -> tuple[Kin, str] | None:
    words = kin_words()
    for size in (3, 2):
        if piece[:size] in words and _HAN.match(piece):
            return words[piece[:size]], piece[size:].lstrip("：:是叫 ")
    return None


def _trailing(piece: str) -> tuple[Kin, str] | None:
    words = kin_words()
    tokens = piece.split()
    for size in (2, 1):
        phrase = plain(" ".join(tokens[-size:]))
        if len(tokens) > size and phrase in words and phrase not in _PATRONYMIC:
            return words[phrase], " ".join(tokens[:-size])
    return None


def _with_remarks_joined(relatives: list[Relative]) -> list[Relative]:
    """A piece without relation and name ("released in 2019") belongs to the one before."""
    joined: list[Relative] = []
    for relative in relatives:
        if joined and relative.relation is None and relative.name is None:
            before = joined.pop()
            relative = Relative(before.relation, before.name, f"{before.words}, {relative.words}")
        joined.append(relative)
    return joined
