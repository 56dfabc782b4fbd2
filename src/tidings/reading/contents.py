"""What a column holds by its contents alone, where its heading is missing or says too little."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from tidings.reading.cells.names import is_name, read_names
from tidings.reading.grids import Cell, words_of
from tidings.reading.happenings import happenings
from tidings.reading.words import is_blank, kin_words, plain, sex_words
from tidings.values import BadInput, Dated, Role, Script, clean, read_date, script_of

_SAMPLED = 60
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PICTURE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|heic|bmp)$", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d[\d\s()\-]{7,}\d")
_IDENTITY = re.compile(r"\d{17}[\dXx]|\d{12}|[A-Z]{1,2}\d{7,8}")
_AGE = re.compile(r"\d{1,2}\s*(?:лет|год[а]?|жас|岁|ياش|years?)?")
_PLACE = re.compile(
    r"(?:county|city|village|district|prefecture|region|oblast|город|район|село|уезд|област|аул|"
    r"ауданы|қаласы|ауылы|облысы|аймағы|ناھىيىسى|شەھىرى|كەنتى|ۋىلايىتى|اۋدانى|قالاسى)"
    r"|[县市州乡村镇区]$|г\.\s|обл\.|р-н",
    re.IGNORECASE,
)
#: The share of a column's cells that must agree.
_AGREED = 0.6
_ADULT_BIRTHS = range(1900, 2012)
_RECENT_YEARS = range(2012, 2041)


def sample_of(cells: Sequence[Cell]) -> list[Cell]:
    """The first cells of a column that say something."""
    said: list[Cell] = []
    for cell in cells:
        if cell is not None and not is_blank(clean(words_of(cell))):
            said.append(cell)
            if len(said) == _SAMPLED:
                break
    return said


def role_by_contents(cells: Sequence[Cell]) -> Role | None:
    """The role of a column by what most of its cells look like; None where they do not agree."""
    sample = sample_of(cells)
    if not sample:
        return None
    if _is_counting(sample):
        return Role.ROW_ID
    counts = Counter(_role_of(cell) for cell in sample)
    role, count = counts.most_common(1)[0]
    return role if role and count >= _AGREED * len(sample) else None


def agrees(role: Role, cells: Sequence[Cell]) -> bool:
    """Whether the contents can be what the heading says. Only roles whose cells have a shape of
    their own are doubted, and only when almost none fits."""
    sample = sample_of(cells)
    if not sample or role not in _SHAPED:
        return True
    return sum(1 for cell in sample if _fits(role, cell)) * 5 >= len(sample)


def years_of(cells: Sequence[Cell]) -> list[int]:
    """The years of the dates in a column."""
    dates = [dated for cell in sample_of(cells) if (dated := date_in(cell))]
    return [dated.first.year for dated in dates if dated.first]


def are_births(cells: Sequence[Cell]) -> bool:
    """Whether the dates of a column are births of grown people, not events of these years."""
    years = years_of(cells)
    return sum(1 for year in years if year in _ADULT_BIRTHS) * 2 > len(years)


def date_in(cell: Cell) -> Dated | None:
    """The date of a cell, typed or in words; None for anything else."""
    if isinstance(cell, bool):
        return None
    try:
        if isinstance(cell, date | datetime):
            return read_date(words_of(cell)[:10])
        text = clean(words_of(cell))
        return read_date(text) if 4 <= len(text) <= 40 else None
    except BadInput:
        return None


def words_in_names(cells: Sequence[Cell]) -> float:
    """How many words the names of a column have on average."""
    counts = [len(clean(words_of(cell)).split()) for cell in sample_of(cells)]
    return sum(counts) / len(counts) if counts else 0.0


def script_in(cells: Sequence[Cell]) -> Script:
    """The script of most cells."""
    counts = Counter(script_of(words_of(cell)) for cell in sample_of(cells))
    return counts.most_common(1)[0][0] if counts else Script.OTHER


def _is_counting(sample: list[Cell]) -> bool:
    """Whether the cells are 1, 2, 3, ..."""
    texts = [words_of(cell) for cell in sample]
    if len(texts) < 2 or not all(text.isdigit() and len(text) < 7 for text in texts):
        return False
    numbers = [int(text) for text in texts]
    return all(b - a in (1, 2) for a, b in pairwise(numbers))


def _role_of(cell: Cell) -> Role | None:
    text = clean(words_of(cell))
    for role, pattern in (
        (Role.SOURCE_URL, _URL),
        (Role.PHOTO, _PICTURE),
        (Role.ID_NUMBER, _IDENTITY),
    ):
        if pattern.fullmatch(text):
            return role
    if sex_words(text):
        return Role.SEX
    if dated := date_in(cell):
        year = dated.first.year if dated.first else None
        return Role.EVENT_DATE if year in _RECENT_YEARS else Role.BORN
    if _PHONE.fullmatch(text):
        return Role.PHONE
    if _AGE.fullmatch(text):
        return Role.AGE
    return _role_of_words(text)


def _role_of_words(text: str) -> Role | None:
    if plain(text) in kin_words():
        return Role.TESTIFIER_RELATION
    if any(hit.strong for hit in happenings(text)):
        return Role.STATUS
    if looks_like_place(text):
        return Role.PLACE
    if len(text) > 60:
        return Role.NOTE
    names = read_names(text).names
    if names and all(_is_cased(name) for name in names):
        return Role.NAME
    return None


def looks_like_place(text: str) -> bool:
    """Whether the words name a district, town or the like."""
    return bool(_PLACE.search(text))


def _is_cased(name: str) -> bool:
    """Whether a name begins with capitals where its script has them."""
    caseless = script_of(name) in (Script.HAN, Script.ARABIC)
    return caseless or all(word[:1].isupper() for word in name.split() if len(word) > 3)


def _fits(role: Role, cell: Cell) -> bool:
    text = clean(words_of(cell))
    if role in (Role.NAME, Role.GIVEN, Role.SURNAME, Role.NAME_OTHER_SCRIPT):
        return bool(read_names(text).names)
    if role in (Role.BORN, Role.EVENT_DATE):
        return any(character.isdigit() for character in text) or date_in(cell) is not None
    if role is Role.AGE:
        return bool(re.search(r"\d{1,3}|十", text)) and date_in(cell) is None
    if role is Role.SEX:
        return sex_words(text) is not None
    if role is Role.TESTIFIER:
        return is_name(text) or bool(read_names(text).names)
    return sum(character.isdigit() for character in text) >= 5


_SHAPED = frozenset(
    {
        Role.NAME,
        Role.GIVEN,
        Role.SURNAME,
        Role.NAME_OTHER_SCRIPT,
        Role.BORN,
        Role.EVENT_DATE,
        Role.AGE,
        Role.SEX,
        Role.TESTIFIER,
        Role.PHONE,
        Role.ID_NUMBER,
    }
)
