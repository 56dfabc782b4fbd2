"""SQLCipher's DB-API as Django expects it, with connections that a lock can close.

A connection belongs to the thread that opened it, but locking the registry must reach all of
them: `close_all` waits for a running statement, interrupts it, and closes. A guard around
every step keeps a statement from being finalised under another thread's feet.
"""

from __future__ import annotations

import datetime
import decimal
import threading
import weakref
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import chain
from typing import Any, Self

from django.db.backends.sqlite3 import base as standard
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

_open: weakref.WeakSet[Connection] = weakref.WeakSet()
_open_guard = threading.Lock()


class Connection(dbapi2.Connection):  # type: ignore[misc]
    """A connection that knows when a statement runs on it."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        self.guard = threading.RLock()
        self.is_closed = False
        super().__init__(*arguments, **options)
        with _open_guard:
            _open.add(self)

    def close(self) -> None:
        with _open_guard:
            _open.discard(self)
        with self.guard:
            self.is_closed = True
            super().close()


class Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """Takes Django's %s and %(name)s placeholders; every step holds the connection's guard."""

    convert_query = standard.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, parameters: Any = None) -> Self:  # noqa: ANN401
        with self.connection.guard:
            if parameters is None:
                return super().execute(query)
            names = list(parameters) if isinstance(parameters, Mapping) else None
            return super().execute(self.convert_query(query, param_names=names), parameters)

    def executemany(self, query: str, rows: Iterable[Any]) -> Self:
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return self
        names = list(first) if isinstance(first, Mapping) else None
        with self.connection.guard:
            return super().executemany(
                self.convert_query(query, param_names=names), chain((first,), rows)
            )

    def fetchone(self) -> Any:  # noqa: ANN401
        with self.connection.guard:
            return super().fetchone()

    def fetchmany(self, size: int | None = None) -> list[Any]:
        with self.connection.guard:
            return super().fetchmany(self.arraysize if size is None else size)

    def fetchall(self) -> list[Any]:
        with self.connection.guard:
            return super().fetchall()

    def __next__(self) -> Any:  # noqa: ANN401
        with self.connection.guard:
            return super().__next__()


def close_all() -> None:
    """Close every connection of this process, in whichever thread it was opened.

    An open transaction is rolled back, as if the process had ended.
    """
    with _open_guard:
        connections = list(_open)
    for connection in connections:
        with suppress(dbapi2.ProgrammingError):  # its own thread has closed it meanwhile
            connection.interrupt()
        connection.close()


def _register_types() -> None:
    """SQLCipher's module has its own tables of converters: give it those Django gave sqlite3."""
    dbapi2.register_converter("bool", b"1".__eq__)
    dbapi2.register_converter("date", standard.decoder(parse_date))
    dbapi2.register_converter("time", standard.decoder(parse_time))
    dbapi2.register_converter("datetime", standard.decoder(parse_datetime))
    dbapi2.register_converter("timestamp", standard.decoder(parse_datetime))
    dbapi2.register_adapter(decimal.Decimal, str)
    dbapi2.register_adapter(datetime.date, datetime.date.isoformat)
    dbapi2.register_adapter(datetime.datetime, lambda value: value.isoformat(" "))


_register_types()
