"""Data and a template of our own in, pages out, by typst: the same bytes every time.

What is written in the data is text and never markup: it reaches the template as JSON. Only the
project's fonts are used, so that a page looks the same on every machine.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal

from tidings.publishing import fonts
from tidings.values import BadInput

if TYPE_CHECKING:
    import typst

__all__ = ["check_glyphs", "pdf", "pngs"]

#: The compiler keeps what it worked out for the last page; one thread at a time.
_TURN = threading.Lock()


def pdf(template: str, data: object, on: date) -> bytes:
    """A tagged PDF (PDF/UA-1) of the template ("letters/letter.typ") filled with the data; `on`
    is the date it bears inside."""
    made = _compiled(template, data, on, "pdf")
    return made[0]


def pngs(template: str, data: object, on: date, ppi: float = 110) -> list[bytes]:
    """The same as pictures, one a page."""
    return _compiled(template, data, on, "png", ppi)


def check_glyphs(lines: Iterable[tuple[str, str]]) -> None:
    """Raises BadInput when a line holds a character that no font of ours can draw. Each line
    comes with a word for where it stands."""
    missing = [(where, each) for where, text in lines for each in fonts.missing_glyphs(text)]
    if not missing:
        return
    told = dict.fromkeys(f"U+{ord(each):04X} in {where}" for where, each in missing)
    raise BadInput(
        f"These characters cannot be printed: {'; '.join(list(told)[:12])}.",
        "Write them in another way, or leave them out, and make the letter again.",
    )


def _compiled(
    template: str, data: object, on: date, form: Literal["pdf", "png"], ppi: float | None = None
) -> list[bytes]:
    import typst

    inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)}
    stamp = int((on - date(1970, 1, 1)).total_seconds())
    with _TURN:
        compiler = _compiler(template)
        try:
            if form == "pdf":
                made = compiler.compile(
                    format="pdf", sys_inputs=inputs, pdf_standards="ua-1", timestamp=stamp
                )
            else:
                made = compiler.compile(format="png", sys_inputs=inputs, ppi=ppi)
        except typst.TypstError as error:
            raise RuntimeError(f"the template {template} does not compile: {error}") from error
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None]


@cache
def _compiler(template: str) -> typst.Compiler:
    import typst

    root = resources.files("tidings.publishing")
    return typst.Compiler(
        input=str(root.joinpath(*template.split("/"))),
        root=str(root),
        font_paths=[str(fonts.folder())],
        ignore_system_fonts=True,
    )
