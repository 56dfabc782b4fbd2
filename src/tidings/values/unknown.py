"""Cells that say only that nothing is known."""

from __future__ import annotations

from tidings.values.scripts import clean

_MARKS = frozenset("-–—―_.,?？*/\\|~+=… ")
_WORDS = frozenset(
    {
        *("n/a", "na", "n.a.", "none", "null", "nil", "nan", "tbd", "tbc", "unknown", "unclear"),
        *("not known", "no data", "no information", "not available", "no info", "not stated"),
        *("неизвестно", "не известно", "неизвестна", "неизвестен", "нет данных", "нет", "н/д"),
        *("нет информации", "не указано", "не указан", "не указана", "неизв", "неизв."),
        *("белгісіз", "жоқ", "мәлімет жоқ", "белгісіз.", "ақпарат жоқ", "дерек жоқ"),
        *("بەلگىسىز", "جوق", "نامەلۇم", "ئېنىق ئەمەس", "يوق", "مەلۇمات يوق"),
        *("不详", "不詳", "不明", "未知", "无", "無", "没有", "不清楚", "不知道", "暂无"),
    }
)


def is_unknown(text: str) -> bool:
    """Whether a cell is empty or says in one of our languages that it is not known: "n/a", "?",
    "неизвестно", "белгісіз", "不详", "نامەلۇم"."""
    seen = clean(text).casefold().strip("()[]")
    return seen in _WORDS or all(character in _MARKS for character in seen)
