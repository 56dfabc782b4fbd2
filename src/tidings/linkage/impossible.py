"""What two mentions of one person can never show."""

from __future__ import annotations

from datetime import date, timedelta

from tidings.linkage.mentions import LinkMention

_EPOCH = date(1970, 1, 1)
#: Kinds of number of which a person holds one, and whose check digit rules out slips.
UNIQUE_KINDS = ("cn", "kz")
TOO_FAR_DAYS = 10 * 366


def why_impossible(a: LinkMention, b: LinkMention) -> str | None:
    """The reason code why a and b cannot be one person, or None.

    "kin": one is named as the other's relative; "sex"; "number": two valid national numbers of
    one kind; "birth": two full dates that no slip explains, or more than ten years apart, unless
    a document number is the same.
    """
    if any(r.mention == b.id for r in a.relatives) or any(r.mention == a.id for r in b.relatives):
        return "kin"
    if a.sex and b.sex and a.sex != b.sex:
        return "sex"
    if _numbers_exclude(a.numbers, b.numbers):
        return "number"
    if _births_exclude(a.birth, b.birth) and not _share_document(a.numbers, b.numbers):
        return "birth"
    return None


def _births_exclude(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> bool:
    if _gap_days(a, b) > TOO_FAR_DAYS:
        return True
    if a[0] is None or b[0] is None or a[0] != a[1] or b[0] != b[1] or a[0] == b[0]:
        return False
    one, other = _EPOCH + timedelta(a[0]), _EPOCH + timedelta(b[0])
    return not (_is_slip(one, other) or _is_placeholder(one, other))


def _gap_days(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> int:
    """Days between two intervals; 0 where they meet or an open end lets them."""
    ends = ((a[0], b[1]), (b[0], a[1]))
    return max([0, *(x - y for x, y in ends if x is not None and y is not None)])


def _is_slip(a: date, b: date) -> bool:
    same = (a.year == b.year) + (a.month == b.month) + (a.day == b.day)
    return same == 2 or (a.year == b.year and a.month == b.day and a.day == b.month)


def _is_placeholder(a: date, b: date) -> bool:
    """1 January stands for "that year" in many lists."""
    return a.year == b.year and any((day.month, day.day) == (1, 1) for day in (a, b))


def _numbers_exclude(a: frozenset[str], b: frozenset[str]) -> bool:
    for kind in UNIQUE_KINDS:
        ours = {key for key in a if key.startswith(kind + ":")}
        theirs = {key for key in b if key.startswith(kind + ":")}
        if ours and theirs and not ours & theirs:
            return True
    return False


def _share_document(a: frozenset[str], b: frozenset[str]) -> bool:
    return any(not key.startswith("phone:") for key in a & b)
