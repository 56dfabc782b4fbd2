"""A DuckDB in memory that writes nothing, loads nothing and asks nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_QUIET: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": "",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def connect(threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """A fresh database for one run. Nothing is spilled to disk: what a run reads holds no name,
    but it need not be written either."""
    import duckdb

    options = _QUIET if threads is None else {**_QUIET, "threads": threads}
    connection = duckdb.connect(":memory:", config=options)
    connection.execute("SET enable_progress_bar = false")
    return connection
