"""The files of the invented archive."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def sources() -> list[Path]:
    """Every file of the archive, in the order in which they come in."""
    folder = Path(str(resources.files("tidings.example").joinpath("archive")))
    return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "_")))
