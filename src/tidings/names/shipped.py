"""The tables that ship with the package, in `data/`: lines of columns, # begins a remark."""

from __future__ import annotations

from importlib import resources


def rows(name: str) -> list[list[str]]:
    """The lines of `data/<name>`, each cut at its tabs."""
    text = resources.files("tidings.names").joinpath("data", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
