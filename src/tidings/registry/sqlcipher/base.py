"""Django's SQLite backend with a key. OPTIONS: `cipher_key`, 32 bytes or a function giving them.

Set on every connection: foreign keys on, write-ahead log with `synchronous = FULL` (what was
acknowledged survives a power cut), nothing temporary on disk, deleted content overwritten,
SQLCipher silent about wrong keys.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base as standard
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.asyncio import async_unsafe

from tidings.registry.sqlcipher.dbapi import Connection, Cursor, dbapi2

KEY_BYTES = 32

_PRAGMAS = (
    "foreign_keys = ON",
    "legacy_alter_table = OFF",  # renames inside a transaction, as Django's own backend sets it
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "recursive_triggers = ON",  # or REPLACE would remove a row behind a trigger's back
)


class DatabaseWrapper(standard.DatabaseWrapper):
    """The `default` connection of a registry."""

    Database = dbapi2

    def get_connection_params(self) -> dict[str, Any]:
        self._key()  # first: a locked registry has no name either
        parameters = super().get_connection_params()
        del parameters["cipher_key"]
        return parameters

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection:
        connection = dbapi2.connect(**conn_params, factory=Connection)
        try:
            # Asked for after the connection is known to `close_all`: a lock in this moment
            # either closes it or has taken the key away.
            unlock(connection, self._key())
            register_functions(connection)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            for command in filter(None, map(str.strip, self.init_commands)):
                connection.execute(command)
        except BaseException:
            connection.close()
            raise
        return connection

    def _cursor(self, name: str | None = None) -> Any:  # noqa: ANN401 - Django names no type
        if self.connection is not None and self.connection.is_closed and not self.in_atomic_block:
            self.connection = None  # closed by a lock: connect anew, or learn that it is locked
        return super()._cursor(name)

    def create_cursor(self, name: str | None = None) -> Cursor:
        return self.connection.cursor(factory=Cursor)

    def _key(self) -> bytes:
        key = self.settings_dict["OPTIONS"].get("cipher_key")
        key = key() if callable(key) else key
        if not isinstance(key, bytes) or len(key) != KEY_BYTES:
            raise ImproperlyConfigured(f"cipher_key must be {KEY_BYTES} bytes")
        return key


def unlock(connection: dbapi2.Connection, key: bytes) -> None:
    """Give the key to a fresh connection and read once, so that a wrong key fails here.

    A raw key needs no derivation: a connection costs 1 ms. Raises DatabaseError if the key
    does not open the file.
    """
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
