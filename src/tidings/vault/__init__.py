"""Keys and their slots, sealed blobs, the Merkle tree: nothing here knows what it guards."""

from tidings.vault.blobs import Blob, BlobStore
from tidings.vault.commitment import canonical, commitment, new_salt
from tidings.vault.slots import Slots, new_key, open_sealed

__all__ = [
    "Blob",
    "BlobStore",
    "Slots",
    "canonical",
    "commitment",
    "new_key",
    "new_salt",
    "open_sealed",
]
