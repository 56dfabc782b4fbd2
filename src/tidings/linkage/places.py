"""A written place as the tokens that tell it from others."""

from __future__ import annotations

import re

from tidings.values import clean

_WORD = re.compile(r"[^\W_]+(?:['’ʻ`-][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]+")
#: Chinese units that end the name before them, longest first.
_HAN_UNITS = re.compile(
    "维吾尔自治区|自治区|自治州|自治县|地区|街道|社区|兵团|省|市|州|县|區|区|乡|镇|村|组|团|师|盟|旗"
)
#: Words that say what kind of place it is, in our languages.
_UNITS = frozenset(
    "county district region prefecture city town township village province republic state street "
    "road avenue st rd ave and of the in near autonomous "
    "xian shi zhou diqu xiang zhen cun sheng nahiyisi nahiye wilayiti shehiri yezisi kenti "
    "область обл район рн р-н округ уезд город г село с поселок посёлок деревня волость "
    "автономный автономная республика улица ул "
    "облысы облыс ауданы аудан қаласы қала ауылы ауыл көшесі өңірі автономиялы "
    "ناھىيىسى ناھىيە ۋىلايىتى شەھىرى شەھەر يېزىسى كەنتى ئاپتونوم رايونى "
    "ауданының".split()
)


def place_tokens(text: str) -> tuple[str, ...]:
    """The telling words of a place, lower-case, in order, each once: no "county", no "县"."""
    tokens: dict[str, None] = {}
    for word in _WORD.findall(clean(text).casefold()):
        for token in _split(word):
            if token and token not in _UNITS:
                tokens[token] = None
    return tuple(tokens)


def _split(word: str) -> list[str]:
    if not _HAN.fullmatch(word):
        return [word]
    return [part for part in _HAN_UNITS.split(word) if part] or [word]
