"""Letters as PDF and DOCX: two pages of statements, each with other words than the last."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from tests.publishing.letter_releases import PERSON, RELEASE, order

from benchmarks.measuring import Figure, as_table
from tidings.publishing.fonts import missing_glyphs
from tidings.publishing.letters import Letter, compose, consent_paper, to_docx, to_pdf
from tidings.values import LetterKind

_TIMES = int(os.environ.get("TIDINGS_BENCH_TIMES", "30"))
_NUMBERS = itertools.count()


def main() -> None:
    letter = fresh_letter()
    began = time.perf_counter()
    to_pdf(letter)
    first = time.perf_counter() - began
    form = {"organisation": "Example", "contact": "write@example.org"}
    figures = [
        Figure("first letter of a process, PDF", f"{1000 * first:.0f} ms"),
        Figure("compose", _ms(fresh_letter), "50 ms"),
        Figure("PDF, final copy", _ms(lambda: to_pdf(fresh_letter())), "50 ms"),
        Figure("PDF, draft copy", _ms(lambda: to_pdf(fresh_letter(), draft=True)), "50 ms"),
        Figure("DOCX, draft copy", _ms(lambda: to_docx(fresh_letter(), draft=True)), "50 ms"),
        Figure("consent form, PDF", _ms(lambda: consent_paper("kk", **form)), "50 ms"),
        Figure("glyph check of the letter", _ms(lambda: missing_glyphs(letter.text))),
    ]
    print(as_table(figures))


def fresh_letter() -> Letter:
    """An open letter that no one before it was like, so that nothing is remembered."""
    words = f"{PERSON.words}\n№ {next(_NUMBERS)}"
    release = replace(RELEASE, people=(replace(PERSON, words=words),))
    return compose(release, order(LetterKind.OPEN_LETTER, "kk"))


def _ms(work: Callable[[], object]) -> str:
    """Median wall-clock and processor time of one run."""
    work()
    walls, processors = [], []
    for _ in range(_TIMES):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    return f"{1000 * median(walls):.1f} ms (processor {1000 * median(processors):.1f} ms)"


if __name__ == "__main__":
    main()
