"""The tables that ship with the gazetteer, in `data/`: lines of columns, # begins a remark."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources


def rows(name: str) -> Iterator[list[str]]:
    """The lines of `data/<name>`, each cut at its tabs."""
    text = resources.files("tidings.linkage.gazetteer").joinpath("data", name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
