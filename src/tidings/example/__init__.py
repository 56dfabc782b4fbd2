"""The invented example archive, its truth file, and the check of a registry against it.

`sources` lists the files; `build` makes the example registry of them in the folder that is open;
`check` compares that with what is so. Nobody in it lives or has lived.

Names are imported when they are asked for: the registry's tables need Django to be ready.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tidings.example.archive import sources
    from tidings.example.building import Built, build
    from tidings.example.checking import check
    from tidings.example.showing import print_check, print_summary
    from tidings.example.tally import Report
    from tidings.example.truth import Truth

__all__ = [
    "Built",
    "Report",
    "Truth",
    "build",
    "check",
    "print_check",
    "print_summary",
    "sources",
]

_HOMES = {
    "Built": "building",
    "Report": "tally",
    "Truth": "truth",
    "build": "building",
    "check": "checking",
    "print_check": "showing",
    "print_summary": "showing",
    "sources": "archive",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name is
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"tidings.example.{_HOMES[name]}"), name)
