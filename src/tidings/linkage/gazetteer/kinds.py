"""The words that say what kind of place a name is, in our languages, with their endings."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from tidings.linkage.gazetteer.keys import exact


class Kind(StrEnum):
    """What a unit may be called."""

    COUNTRY = "country"
    PREFECTURE = "prefecture"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    STREET = "street"


Kinds = frozenset[Kind]

#: Below a county. A county is not called so, whatever its name.
LOW: Final[Kinds] = frozenset({Kind.TOWNSHIP, Kind.VILLAGE, Kind.STREET})

_PREFECTURE, _CITY, _COUNTY = (frozenset({k}) for k in (Kind.PREFECTURE, Kind.CITY, Kind.COUNTY))
_VILLAGE: Final[Kinds] = frozenset({Kind.TOWNSHIP, Kind.VILLAGE})
_TOWN: Final[Kinds] = frozenset({Kind.CITY, Kind.TOWNSHIP, Kind.VILLAGE})
_STREET: Final[Kinds] = frozenset({Kind.STREET})
_REGION: Final[Kinds] = frozenset({Kind.COUNTRY, Kind.PREFECTURE})
_RAYON: Final[Kinds] = frozenset({Kind.COUNTY, Kind.COUNTRY})

_WORDS: Final[tuple[tuple[Kinds, str], ...]] = (
    (_REGION, "region province sheng republic republics state республика республикасы өлкесі өңірі "
              "край провинция провинциясы өлкісі"),
    (_PREFECTURE, "prefecture zhou diqu oblast oblysy oblisi oblys oblasti wilayiti vilayiti aymaq "
                  "aymaghi aimaghy область обл облысы облыс аймағы аймақ аймагы округ префектура "
                  "префектурасы вилайити обласы тойрог وبلاسى ۋىلايىتى ئوبلاستى وبلىسى ايماعى"),
    (_CITY, "city shi shehiri qalasy qalasi qalası город г қаласы қала каласы шәһири хот шаары "
            "شەھىرى شەھرى قالاسى municipality"),
    (_COUNTY, "county district xian hsien nahiyisi nahiye qu raion audany awdani awdanı awdany "
              "район рн уезд ауданы аудан әудані наһийиси ооданы шянь "
              "ناھىيىسى ناھىيە اۋدانى وودانى ауд"),
    (_RAYON, "rayoni rayon رايونى районы"),
    (_TOWN, "town zhen baziri посёлок поселок пос пгт қалашығы қалашық кенті بازىرى قالاشىعى"),
    (_VILLAGE, "township village xiang cun yezisi yeza kenti mehellisi село с деревня аул волость "
               "ауылы ауыл ауылдық يېزىسى كەنتى اۋىلى مەھەللىسى ayily awyly aul"),
    (_STREET, "street st road rd avenue ave lane lu jie улица ул проспект көшесі переулок "
              "kochisi كوچىسى كوشەسى"),
)  # fmt: skip
#: Russian puts these before the name.
_BEFORE: Final = frozenset(
    "г город с село пос посёлок поселок пгт деревня ул улица аул city county district village "
    "town township prefecture region province street".split()
)
#: What stands between a name and its kind.
_BETWEEN: Final = (
    "autonomous aptonom автономный автономная автономиялық автономиялы аутономиялық аптоном "
    "ئاپتونوم اۆتونوميالىق اۆتونوميالى ئاپتونومى avtonomyalı автономйалы аутономыялық apotonom "
    "zizhizhou zizhixian zizhiqu uyghur uygur uighur kazakh qazaq hui xuyzu mongol mongghul xibe "
    "sibe shibe kyrgyz kirghiz qirghiz tajik tujik ұйғыр уйгурский қазақ казахская казахский "
    "моңғол монгольская монгольский сибе қырғыз киргизская ئۇيغۇر قازاق موڭغۇل قىرغىز شىبە تاجىك "
    "خۇيزۇ хуизу قىرعىز кыргыз اپتونوم сибә шибә "
    "weiwu'er hasake menggu huizu ke'erkezi xibo цинхуэй сібе administrative rural "
    "ауылдық сельский қалалық әкімшілігі gorodskaya administratsiya администрация городская "
    "qalalyq akimshiligi"
)
#: Words that say nothing of a place.
_IDLE: Final = frozenset(
    "of and the in near at from в во на из под около и у мен және жанында жері".split()
)

#: Case endings, longest first. Kazakh and Uyghur (Cyrillic, Arabic, Latin), then Russian.
_ENDINGS: Final = (
    "ының інің ындағы індегі ындағы нікі ындан інен ынан ында інде ына іне ның нің дың дің тың тің "
    "нда нде нан нен дағы дегі тағы тегі дан ден тан тен да де та те ға ге қа ке на не лық лік дық "
    "дік тық тік ды ді ты ті ны ні ниң диң тиң дин тин ғәрбий ға гә қа кә "
    "نىڭ دىڭ تىڭ دىكى تىكى دىن تىن نان نەن دان دەن تان تەن دا دە تا تە غا گە قا كە عا نا نە "
    "ning diki tiki din tin gha "
    "йского йской йском йскую йским йский йская инского инской инском инскую инским инский инская "
    "ского ской ском скую ским ский ская ского скому ому ого ой ую ая ий ый ом ем ою ею ью "
    "а е у ы и я ю о"
).split()
_LONGEST_FIRST: Final = sorted(dict.fromkeys(_ENDINGS), key=len, reverse=True)
_SHORTEST_STEM: Final = 3
_SPLIT: Final = re.compile(r"\s+")


@lru_cache(maxsize=8192)
def kinds_of(word: str) -> Kinds:
    """What kind of place the word means, in any case; empty when it means none."""
    lower = exact(word)
    for form in (lower, *stems(lower)):
        if form in _kinds():
            return _kinds()[form]
    return frozenset()


def goes_before(word: str) -> bool:
    """Whether the word for a kind may stand before the name."""
    return word in _BEFORE


def stands_between(word: str) -> bool:
    """Whether the word belongs between a name and its kind: Ili *Kazakh autonomous* prefecture."""
    return exact(word) in _between()


def is_idle(word: str) -> bool:
    """Whether the word tells no place from another."""
    return word in _IDLE


@lru_cache(maxsize=8192)
def stems(word: str, shortest: int = _SHORTEST_STEM) -> tuple[str, ...]:
    """What may be left of a lower-case word without its case ending, the longest ending first."""
    return tuple(
        word[: -len(ending)]
        for ending in _LONGEST_FIRST
        if word.endswith(ending) and len(word) - len(ending) >= shortest
    )


@cache
def _between() -> frozenset[str]:
    return frozenset(map(exact, _BETWEEN.split()))


@cache
def _kinds() -> dict[str, Kinds]:
    found: dict[str, Kinds] = {}
    for kinds, words in _WORDS:
        for word in _SPLIT.split(words.strip()):
            found[exact(word)] = found.get(exact(word), frozenset()) | kinds
    return found


#: Characters that end a name: what kind it is, longest first.
_HAN_KINDS: Final = {
    "自治区": _REGION, "共和国": _REGION, "省": _REGION,
    "自治州": _PREFECTURE, "地区": _PREFECTURE, "州": _PREFECTURE, "盟": _PREFECTURE,
    "自治县": _COUNTY, "县": _COUNTY, "区": _COUNTY, "旗": _COUNTY, "市": _CITY,
    "街道办事处": _VILLAGE, "街道": _VILLAGE, "民族乡": _VILLAGE, "乡": _VILLAGE,
    "镇": _TOWN, "片区": _VILLAGE, "社区": _STREET, "村": _VILLAGE,
    "组": _STREET, "队": _STREET, "路": _STREET, "街": _STREET, "巷": _STREET, "号": _STREET,
}  # fmt: skip
_PEOPLES: Final = "维吾尔|哈萨克|蒙古|回族|锡伯|柯尔克孜|塔吉克|达斡尔|乌孜别克|俄罗斯|塔塔尔|回"
#: The people a unit is named for, where one is, and its kind.
HAN_KIND: Final = re.compile(f"(?:(?:{_PEOPLES})族?(?=自治|民族乡|乡))?({'|'.join(_HAN_KINDS)})")


def han_kinds(suffix: str) -> Kinds:
    """What kind of place the characters at the end of a name mean."""
    return _HAN_KINDS[suffix]


def han_stem(name: str) -> str:
    """Characters without the kind at their end: 察布查尔锡伯自治县 is 察布查尔."""
    kind = _kind_at_end(name)
    return name[: kind.start()] if kind else name


def kinds_in(name: str) -> Kinds:
    """What kind of place the characters of a whole name say it is."""
    kind = _kind_at_end(name)
    return han_kinds(kind[1]) if kind else frozenset()


def _kind_at_end(name: str) -> re.Match[str] | None:
    ends = (found for found in HAN_KIND.finditer(name) if found.end() == len(name))
    return next((found for found in ends if found.start() > 1), None)
