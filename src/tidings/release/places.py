"""How exact a place may be said: as it stands, its district or city and what is larger, or not.

Only parts that name their own kind of place ("… ауданы", "… район", "…县") are known to be large
enough. What does not say what it is, is left out.
"""

from __future__ import annotations

import re
from itertools import product

from tidings.values import PlaceLevel, clean

_KK_CASES = ("", "н", "ның", "нің", "нда", "нде", "ндағы", "ндегі", "нан", "нен", "на", "не")


def _kazakh(*words: str) -> dict[str, str]:
    return {word + case: word for word, case in product(words, _KK_CASES)}


#: Words that follow a name, as they are written -> as they are shown.
_LARGE = (
    _kazakh("ауданы", "қаласы", "облысы", "аймағы", "уезі", "округі", "өлкесі", "губерниясы")
    | _kazakh("аудан", "қала", "облыс", "аймақ")
    | {
        word: word
        for word in (
            "audany aýdany awdanı qalasy qalası oblysy oblısı aimagy aymağy "
            "county city prefecture region province district oblast rayon xian zizhizhou diqu "
            "ناھىيىسى ناھىيەسى ناھىيە شەھىرى شەھەر شەھرى ۋىلايىتى ۋىلايەت ئوبلاستى رايونى "
            "اۋدانى قالاسى وبلىسى ايماعى"
        ).split()
    }
)
#: Words between a name and its kind that narrow nothing.
_BETWEEN = frozenset(
    "kazakh kazak uyghur uygur mongol mongolian hui kyrgyz autonomous қазақ ұйғыр моңғол "
    "дүңген қырғыз автономиялы автономиялық ئاپتونوم قازاق موڭغۇل خۇيزۇ".split()
)
#: Parts of a town that end like something larger.
_NOT_LARGE = frozenset("шағын ықшам micro mikro residential".split())
_RUSSIAN = re.compile(
    r"(?<![\w-])([\w-]+(?:ский|цкий|ского|цкого|скому|ском|цком)) "
    r"((?:автономн\w+ )?(?:район|уезд|округ|край)(?:а|у|ом|е)?)\b"
    r"|(?<![\w-])([\w-]+(?:ская|цкая|ской|цкой|скую)) ((?:автономн\w+ )?област[ьи])\b",
    re.IGNORECASE,
)
_RUSSIAN_CITY = re.compile(r"(?:г\.|город|гор\.) ?([^\W\d]+)", re.IGNORECASE)
_COUNTRIES = frozenset(
    "xinjiang шыңжаң шинжаң синьцзян 新疆 شىنجاڭ شينجياڭ kazakhstan қазақстан казахстан "
    "قازاقىستان قازاقستان china қытай китай جۇڭگو 中国".split()
)
_CHINESE = re.compile(
    r"([\u4e00-\u9fff·]{1,12}?)(维吾尔自治区|自治区|省|自治州|州|地区|自治县|县|市|区)"
)
_CHINESE_RANK = {"区": 3, "县": 3, "自治县": 3, "市": 2, "州": 2, "自治州": 2, "地区": 2}
_CHINESE_SMALL = re.compile(
    r"[乡镇村街路巷队组号楼室场屯坊厂院学所店站桥寺宿舍连团馆医]|小$|社$|园$|校$|监$|营$|矿$|林$"
)
_PIECES = re.compile(r"[,،、;؛/()\[\]|\n—–]+")


def at_level(place: str | None, level: PlaceLevel) -> str | None:
    """The place as exactly as `level` allows; None where nothing may be said."""
    if place is None or level is PlaceLevel.NONE:
        return None
    return place if level is PlaceLevel.FULL else district_of(place)


def district_of(place: str) -> str | None:
    """The parts of the text that are a district, county, city or larger, in its own words and
    order; None when no part surely is."""
    found = [part for piece in _PIECES.split(clean(place)) for part in _large_parts(piece.strip())]
    return ", ".join(dict.fromkeys(found)) or None


def _large_parts(piece: str) -> list[str]:
    if piece.casefold() in _COUNTRIES:
        return [piece]
    if "\u4e00" <= piece[:1] <= "\u9fff":
        return _chinese(piece)
    if city := _RUSSIAN_CITY.fullmatch(piece):
        return [f"г. {city[1]}"]
    return _russian(piece) or _followed(piece.split())


def _russian(piece: str) -> list[str]:
    return [" ".join(filter(None, found.groups())) for found in _RUSSIAN.finditer(piece)]


def _followed(words: list[str]) -> list[str]:
    """Names that are followed by their kind: one word, at the start or after another kind."""
    parts, since = [], 0
    for at, word in enumerate(words):
        kind = _LARGE.get(word.casefold())
        if kind is None:
            since = at + 1 if word.casefold() in _SMALL else since
            continue
        names = [each for each in words[since:at] if each.casefold() not in _BETWEEN]
        if len(names) == 1 and names[0].isalpha() and names[0].casefold() not in _NOT_LARGE:
            parts.append(" ".join([*words[since:at], kind if kind != word.casefold() else word]))
        since = at + 1
    return parts


def _chinese(piece: str) -> list[str]:
    """From the largest down to the county or the district of a city, and no further."""
    found, at, rank = "", 0, 0
    while rank < 3 and (part := _CHINESE.match(piece, at)):
        of = _CHINESE_RANK.get(part[2], 1)
        if of < rank or (of == rank == 2 and part[2] != "市") or _CHINESE_SMALL.search(part[1]):
            break
        found, at, rank = found + part[0], part.end(), of
    return [found] if found else []


#: Words that follow the name of something smaller: a new name begins after them.
_SMALL = _kazakh(
    "ауылы", "ауыл", "кенті", "селосы", "көшесі", "қыстағы", "қалашығы"
) | dict.fromkeys(
    "auyly aýyly awılı village town township street xiang zhen cun "
    "يېزىسى يېزا كەنتى كەنت مەھەللىسى بازىرى كوچىسى اۋىلى".split(),
    "",
)
