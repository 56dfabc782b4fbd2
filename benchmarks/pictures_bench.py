"""How long a picture takes: `python -m benchmarks.pictures_bench`.

Processor time of the best of several rounds: how long others keep the machine busy does not
count. The people are invented.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.measuring import Figure, as_table
from tidings.publishing.pictures import (
    NARROW,
    WIDE,
    AnnouncedBar,
    FamilyMember,
    TimelineEntry,
    announced_against_named,
    family,
    timeline,
)
from tidings.values import Figure as Count
from tidings.values import Kin, Mode, parse_edtf

ROUNDS, TIMES = 7, 400


def main() -> None:
    six, forty = _entries(6), _entries(40)
    bar = AnnouncedBar("A ministry", Count(2001, None), 12, 40, Count(1961, None), (0.0, 0.02))
    kin = [FamilyMember(each, "Үлгі Мысалұлы") for each in Kin] + [FamilyMember(Kin.SON)] * 16
    print(
        as_table(
            [
                _figure("timeline, 6 entries", lambda: timeline(six, shape=WIDE), "0.3 ms"),
                _figure("the same for a phone", lambda: timeline(six, shape=NARROW), "0.3 ms"),
                _figure("timeline, 40 entries", lambda: timeline(forty)),
                _figure("announced against named", lambda: announced_against_named(bar)),
                _figure("family of 40", lambda: family("Үлгі", kin)),
            ]
        )
    )
    print(f"A timeline of 6 entries is {len(timeline(six).svg):,} bytes of SVG.")


def _entries(n: int) -> list[TimelineEntry]:
    dates = ("2017-03-14", "2017-12", "2018", "2018-22", "2018-03/..", "2019-11")
    labels = "restricted detained transferred sentenced released".split()
    return [
        TimelineEntry(
            labels[k % len(labels)],
            parse_edtf(dates[k % len(dates)].replace("201", "20" + str(1 + k // 20), 1)),
            1 + k % 4,
            mode=Mode.DENIES if k % 6 == 2 else Mode.ASSERTS,
        )
        for k in range(n)
    ]


def _figure(what: str, work: Callable[[], object], bar: str = "") -> Figure:
    best = min(_once(work) for _ in range(ROUNDS))
    return Figure(what, f"{best * 1000:.3f} ms, {1 / best:,.0f} a second", bar)


def _once(work: Callable[[], object]) -> float:
    began = time.process_time()
    for _ in range(TIMES):
        work()
    return (time.process_time() - began) / TIMES


if __name__ == "__main__":
    main()
