"""The tables and their rules, the one write door, profiles, search, the flows add and link, backup.

What is exported here opens and locks a registry and loads no Django; the flows are modules of
their own, to be imported once `configure` or an opening has made Django ready.
"""

from tidings.registry.folder import (
    Folder,
    configure,
    create,
    create_with_key,
    current,
    is_open,
    key_in_use,
    lock,
    open_registry,
    open_with_key,
)

__all__ = [
    "Folder",
    "configure",
    "create",
    "create_with_key",
    "current",
    "is_open",
    "key_in_use",
    "lock",
    "open_registry",
    "open_with_key",
]
