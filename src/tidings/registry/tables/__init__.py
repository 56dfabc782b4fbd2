"""Everything is yours: the whole registry as tables that any program opens, and the way back.

`export` writes a folder of CSV files, the plain files and the sealed ones; `create_from` makes an
encrypted registry of such a folder, once every row agrees with the ledger. Nothing in it is
encrypted: an export is for its owner, never for publishing.
"""

from tidings.registry.tables.exporting import Exported, export
from tidings.registry.tables.importing import Imported, create_from, read_back
from tidings.registry.tables.manifest import Manifest, read_manifest

__all__ = [
    "Exported",
    "Imported",
    "Manifest",
    "create_from",
    "export",
    "read_back",
    "read_manifest",
]
