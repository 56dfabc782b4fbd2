"""Frozen values as plain JSON values, and strictly back.

A dataclass becomes an object of the fields that differ from their defaults; dates are ISO 8601,
dated values EDTF, figures [low, high]. Reading takes back exactly what writing gives and nothing
else: an unknown or a wrong field raises BadInput.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from tidings.values import Audience, BadInput, Dated, Figure, parse_edtf, read_audience

Value = TypeVar("Value")
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]

_edtf = lru_cache(10_000)(parse_edtf)


def to_plain(value: object) -> Any:  # noqa: ANN401 - any JSON
    """The value as JSON knows it. Raises BadInput for a date that EDTF cannot say again."""
    kind: Any = type(value)
    return _codec(kind)[0](value)


def from_plain(kind: type[Value], plain: object) -> Value:
    """The value of `kind` that `plain` stands for. Raises BadInput."""
    asked: Any = kind
    read: Callable[[Any], Value] = _codec(asked)[1]
    return read(plain)


@cache
def _codec(kind: Any) -> Codec:  # noqa: ANN401 - a type or what stands for one
    """How values of a type are written and read."""
    if kind in _SPECIAL:
        return _SPECIAL[kind]
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) is UnionType:
        return _optional(kind)
    if is_dataclass(kind):
        return _record(kind)
    if issubclass(kind, StrEnum):
        return _word(kind)
    return _same, _instance(kind)


def _same(value: Any) -> Any:  # noqa: ANN401 - any JSON
    return value


def _instance(kind: type) -> Callable[[Any], Any]:
    def read(plain: Any) -> Any:  # noqa: ANN401 - any JSON
        if type(plain) is not kind:  # True is no number here
            raise _unexpected(plain, kind.__name__)
        return plain

    return read


def _word(kind: type[StrEnum]) -> Codec:
    words = {word.value: word for word in kind}

    def read(plain: Any) -> StrEnum:  # noqa: ANN401 - any JSON
        if not isinstance(plain, str) or plain not in words:
            raise _unexpected(plain, f"a word for {kind.__name__}")
        return words[plain]

    return str, read


def _optional(kind: Any) -> Codec:  # noqa: ANN401 - a union
    (inner,) = (each for each in get_args(kind) if each is not NoneType)
    write, read = _codec(inner)
    return (
        lambda value: None if value is None else write(value),
        lambda plain: None if plain is None else read(plain),
    )


def _tuple(kinds: tuple[Any, ...]) -> Codec:
    """Of any length, or of one length with a type for each place."""
    write, read = _codec(kinds[0])
    length = None if kinds[1:] == (Ellipsis,) else len(kinds)

    def items(plain: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any JSON
        if not isinstance(plain, list) or (length is not None and len(plain) != length):
            raise _unexpected(plain, "a list")
        return tuple(map(read, plain))

    return lambda value: list(map(write, value)), items


def _record(kind: Any) -> Codec:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(kind)
    parts = {each.name: _codec(hints[each.name]) for each in fields(kind)}
    defaults = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
    required = parts.keys() - defaults.keys()

    def write(value: Any) -> dict[str, Any]:  # noqa: ANN401 - of that dataclass
        found = {}
        for name, (put, _) in parts.items():
            part = getattr(value, name)
            if name in required or part != defaults[name]:
                found[name] = put(part)
        return found

    def read(plain: Any) -> Any:  # noqa: ANN401 - any JSON
        if not isinstance(plain, dict) or not required <= plain.keys() <= parts.keys():
            raise _unexpected(plain, kind.__name__)
        return kind(**{name: parts[name][1](part) for name, part in plain.items()})

    return write, read


def _read_date(plain: object) -> date:
    try:
        found = date.fromisoformat(str(plain))
    except ValueError:
        raise _unexpected(plain, "a day such as 2018-03-12") from None
    if found.isoformat() != plain:
        raise _unexpected(plain, "a day such as 2018-03-12")
    return found


def _write_dated(value: Dated) -> str:
    if _edtf(value.edtf) != value:
        raise BadInput(f"'{value.edtf}' does not say which days are meant.")
    return value.edtf


def _read_dated(plain: object) -> Dated:
    found = _edtf(str(plain))
    if found.edtf != plain:
        raise _unexpected(plain, "a date in EDTF")
    return found


def _read_figure(plain: object) -> Figure:
    ends = plain if isinstance(plain, list) else []
    if len(ends) != 2 or any(each is not None and type(each) is not int for each in ends):
        raise _unexpected(plain, "two ends of a figure")
    try:
        return Figure(*ends)
    except ValueError:
        raise _unexpected(plain, "two ends of a figure") from None


def _read_audience(plain: object) -> Audience:
    found = read_audience(plain if isinstance(plain, str) else "")
    if str(found) != plain:
        raise _unexpected(plain, "an audience")
    return found


_SPECIAL: Mapping[Any, Codec] = {
    float: (float, _instance(float)),
    date: (date.isoformat, _read_date),
    Dated: (_write_dated, _read_dated),
    Figure: (lambda value: [value.low, value.high], _read_figure),
    Audience: (str, _read_audience),
}


def _unexpected(plain: object, expected: str) -> BadInput:
    return BadInput(f"The release holds {type(plain).__name__} where {expected} is expected.")
