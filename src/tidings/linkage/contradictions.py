"""Decisions that cannot all hold: two who differ, and a chain that makes them one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Pair = tuple[int, int]


@dataclass(frozen=True)
class Contradiction:
    """`apart`: two mentions that somebody said are two people; `chain`: the pairs, each said to
    be one person, that lead from the first of them to the second, as few as there can be."""

    apart: Pair
    chain: tuple[Pair, ...]


def contradictions(same: Iterable[Pair], different: Iterable[Pair]) -> Iterator[Contradiction]:
    """Every pair of `different` whose two mentions `same` connects, in order.

    One after the other as they are asked for: a village that was joined by mistake can hold
    more of them than anybody wants to read. Finding that there is none costs one pass.
    """
    beside: dict[int, set[int]] = defaultdict(set)
    for a, b in same:
        beside[a].add(b)
        beside[b].add(a)
    island = _islands(beside)
    for a, b in sorted(different):
        if a in island and island[a] == island.get(b):
            yield Contradiction((a, b), tuple(_way(a, b, beside)))


def _islands(beside: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """mention -> a mention that stands for all who are connected with it."""
    found: dict[int, int] = {}
    for start in beside:
        if start in found:
            continue
        found[start] = start
        edge = [start]
        while edge:
            fresh = [each for each in beside[edge.pop()] if each not in found]
            found.update(dict.fromkeys(fresh, start))
            edge += fresh
    return found


def _way(start: int, end: int, beside: Mapping[int, Iterable[int]]) -> list[Pair]:
    """The shortest way between two who are connected, each pair with its older mention first."""
    came: dict[int, int] = {end: end}
    edge = deque([end])
    while start not in came:
        here = edge.popleft()
        for each in sorted(beside[here]):
            if each not in came:
                came[each] = here
                edge.append(each)
    way = []
    while start != end:
        way.append((min(start, came[start]), max(start, came[start])))
        start = came[start]
    return way
